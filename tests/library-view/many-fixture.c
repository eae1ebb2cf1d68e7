/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "editor-fixture.h"
#include "many-fixture.h"
#include "vac-dialogs.h"
#include "vac-exporters.h"
#include "vac-library-entry.h"
#include "vac-pdf.h"

static const VacFormats formats = {
  .exporters = (const VacExporter *const[]) { &vac_pdf_exporter, VAC_EXPORTERS, NULL },
  .subjects = (const VacSubject *const[]) { VAC_SUBJECTS, NULL },
};

static VacDocument *
find_document (const char *path,
               gpointer    user_data)
{
  Many *self = user_data;

  return g_str_equal (path, g_ptr_array_index (self->paths, 0)) ? self->document : NULL;
}

static void
show (const char *path,
      const char *place,
      gpointer    user_data)
{
  Many *self = user_data;
  g_autofree char *name = g_path_get_basename (path);

  g_free (self->shown);
  self->shown = g_strdup_printf ("%s %s", name, place);
}

static void
show_new (VacDocument *document,
          gpointer     user_data)
{
  g_ptr_array_add (((Many *) user_data)->made, g_object_ref (document));
}

static void
choose_folder (GtkWindow        *parent,
               const char       *title,
               const char       *accept,
               VacManyFilesFunc  callback,
               gpointer          callback_data,
               gpointer          user_data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) folder = g_file_new_for_path (((Many *) user_data)->target);

  g_list_store_append (files, folder);
  callback (G_LIST_MODEL (files), callback_data);
}

static void
changed (gpointer user_data)
{
  ((Many *) user_data)->n_changes++;
}

Many *
many_open (void)
{
  Many *self = g_new0 (Many, 1);
  VacManyHost host = {
    .find_document = find_document, .show = show, .show_new = show_new,
    .choose_folder = choose_folder, .changed = changed, .formats = &formats, .user_data = self,
  };

  self->folder = g_dir_make_tmp ("vacancy-many-XXXXXX", NULL);
  self->target = g_build_filename (self->folder, "out", NULL);
  g_assert_cmpint (g_mkdir (self->target, 0700), ==, 0);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_list_store_new (VAC_TYPE_LIBRARY_ENTRY);
  self->settings = g_settings_new (VAC_APPLICATION_ID);
  host.settings = self->settings;
  self->window = GTK_WINDOW (adw_window_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, gtk_label_new ("Postings"));
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->toasts));
  gtk_window_set_default_size (self->window, 800, 700);
  self->actions = vac_many_actions_new (self->window, self->toasts, G_LIST_MODEL (self->entries),
                                        &host);
  gtk_window_present (self->window);
  editor_settle ();

  return self;
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove_all (path);
    }
  g_remove (folder);
}

void
many_close (Many *self)
{
  g_object_unref (self->actions);
  gtk_window_destroy (self->window);
  editor_settle ();
  g_object_unref (self->entries);
  g_object_unref (self->settings);
  g_clear_object (&self->document);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->made);
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->target);
  g_free (self->shown);
  g_free (self);
}

/* Single quotation marks stand for double ones. */
void
many_put (Many       *self,
          const char *name,
          const char *members)
{
  g_autofree char *json =
    g_strdup_printf ("{'format':'vacancy-posting','version':2,'language':'en',%s}", members);
  char *path = g_build_filename (self->folder, name, NULL);
  VacLibraryFacts facts = { 0 };
  g_autoptr (VacLibraryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (json, "'", '"');
  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->paths, path);
  entry = vac_library_entry_new (path, 0, &facts);
  g_list_store_append (self->entries, entry);
}

void
many_activate (Many       *self,
               const char *action,
               const char *parameter)
{
  g_assert_true (g_action_group_get_action_enabled (self->actions, action));
  g_action_group_activate_action (self->actions, action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
}

char *
many_read (Many  *self,
           guint  i)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (g_ptr_array_index (self->paths, i), &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* Returns: (nullable): the dialog over the window that was opened last */
GtkWidget *
many_find_dialog (Many *self)
{
  return vac_dialogs_get_top (self->window);
}

static gboolean
is_called (GtkWidget  *widget,
           const char *label)
{
  if (label == NULL)
    return TRUE;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
  if (GTK_IS_CHECK_BUTTON (widget))
    return g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
  if (GTK_IS_ENTRY (widget))
    return g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), label) == 0;
  if (GTK_IS_LABEL (widget))
    return g_strrstr (gtk_label_get_text (GTK_LABEL (widget)), label) != NULL;

  return FALSE;
}

/* Returns: (nullable): what is seen within @within, is a @type and is called @label, if that is
 * given; of a label, what has it in it */
GtkWidget *
many_find_child (GtkWidget  *within,
                 GType       type,
                 const char *label)
{
  if (!gtk_widget_get_mapped (within))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type) && is_called (within, label))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = many_find_child (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}
