/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-folders"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-library-folders.h"
#include "vac-library.h"
#include "vac-listed-folders.h"
#include "vac-shrink.h"

#define PATH_KEY "vac-path"

/**
 * VacLibraryFolders:
 *
 * The folders that a library lists, in a popover: what is wrong with one, and a button that takes
 * it out of the list.
 */
struct _VacLibraryFolders
{
  GtkPopover  parent_instance;

  /* Template widgets */
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (VacLibraryFolders, vac_library_folders, GTK_TYPE_POPOVER)

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_remove_clicked_cb (GtkWidget         *button,
                      VacLibraryFolders *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), PATH_KEY));

  /* The row goes, and with it the focus. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[REMOVE], 0, path);
}

/* Returns: (transfer full) (nullable): what is wrong with a folder: why it cannot be looked
 * through, or how much of it */
static char *
describe_problems (const char *folder,
                   GPtrArray  *problems)
{
  const gsize length = strlen (folder);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const VacLibraryProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->path, folder))
        return g_strdup (problem->sentence);
      if (g_str_has_prefix (problem->path, folder) && problem->path[length] == '/')
        n++;
    }

  return n > 0 ? g_strdup_printf (ngettext ("%u folder in it cannot be opened",
                                            "%u folders in it cannot be opened", n), n)
               : NULL;
}

static void
append_row (VacLibraryFolders *self,
            const char        *path,
            GPtrArray         *problems)
{
  GtkWidget *button = NULL;
  g_autofree char *problem = describe_problems (path, problems);
  GtkWidget *row = vac_listed_folders_row_new (path, problem, &button);

  g_object_set_data_full (G_OBJECT (button), PATH_KEY, g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, 0);
  gtk_list_box_append (self->list_box, row);
}

static void
vac_library_folders_class_init (VacLibraryFoldersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * VacLibraryFolders::remove:
   * @path: (type filename): the path of a folder that is to be listed no longer
   */
  signals[REMOVE] = g_signal_new ("remove", VAC_TYPE_LIBRARY_FOLDERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-library-folders.ui");
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFolders, list_box);
}

static void
vac_library_folders_init (VacLibraryFolders *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (GTK_WIDGET (self));
}

/**
 * vac_library_folders_show:
 * @self: a popover
 * @folders: (type filename): %NULL-ended: paths of the folders that are listed
 * @problems: (element-type VacLibraryProblem): those that could not be looked through
 */
void
vac_library_folders_show (VacLibraryFolders *self,
                          const char *const *folders,
                          GPtrArray         *problems)
{
  GtkListBoxRow *row;

  g_return_if_fail (VAC_IS_LIBRARY_FOLDERS (self) && folders != NULL && problems != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; folders[i] != NULL; i++)
    append_row (self, folders[i], problems);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), folders[0] != NULL);
}
