/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-file-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-file-dialog.h"
#include "vac-import.h"

typedef struct
{
  GtkFileChooserNative *chooser;
  VacFilesFunc          callback;
  gpointer              user_data;
} Choosing;

static void
on_chooser_response_cb (GtkNativeDialog *dialog,
                        int              response,
                        gpointer         user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  choosing->callback (files, choosing->user_data);
  g_object_unref (choosing->chooser);
}

static void
add_filters (GtkFileChooser    *chooser,
             const char        *name,
             const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

/* What can be imported, and postings of ours, which are opened. */
static void
add_source_filters (GtkFileChooser *chooser)
{
  g_autoptr (GPtrArray) suffixes = g_ptr_array_new ();

  g_ptr_array_add (suffixes, (gpointer) "vacancy");
  g_ptr_array_add (suffixes, (gpointer) "json");
  for (guint i = 0; i < VAC_N_IMPORTS; i++)
    if (vac_import_is_possible (i))
      for (const char *const *ending = vac_import_kind_get_endings (i); *ending != NULL; ending++)
        g_ptr_array_add (suffixes, (gpointer) (*ending + strlen (".")));
  g_ptr_array_add (suffixes, NULL);
  add_filters (chooser, _("Documents, Web Pages, and Job Data"),
               (const char *const *) suffixes->pdata);
}

/**
 * vac_dup_documents_folder:
 *
 * Returns: (transfer full): the path of the user's documents, or of the home where there are none
 */
char *
vac_dup_documents_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_strdup (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR)
                   ? documents : g_get_home_dir ());
}

/* By default, the dialog shows recent files, where nothing can be saved. */
static void
begin_in (GtkFileChooser *chooser,
          VacChoose       choose,
          GFile          *folder)
{
  g_autofree char *documents = vac_dup_documents_folder ();
  g_autoptr (GFile) begin = NULL;

  if (folder != NULL)
    begin = g_object_ref (folder);
  else if (choose == VAC_CHOOSE_SAVE || choose == VAC_CHOOSE_FOLDER)
    begin = g_file_new_for_path (documents);
  if (begin != NULL)
    gtk_file_chooser_set_current_folder (chooser, begin, NULL);
}

/**
 * vac_choose_files:
 * @parent: the window to choose for
 * @choose: what for
 * @title: of the dialog
 * @accept: label of its accepting button
 * @name: (nullable): the file name to suggest when saving
 * @folder: (nullable): where to begin; by default, what is written begins among the documents
 * @callback: called once, with the choice
 * @user_data: for @callback
 */
void
vac_choose_files (GtkWindow    *parent,
                  VacChoose     choose,
                  const char   *title,
                  const char   *accept,
                  const char   *name,
                  GFile        *folder,
                  VacFilesFunc  callback,
                  gpointer      user_data)
{
  static const GtkFileChooserAction actions[] = {
    [VAC_CHOOSE_OPEN] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [VAC_CHOOSE_SOURCE] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [VAC_CHOOSE_TABLE] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [VAC_CHOOSE_PICTURE] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [VAC_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [VAC_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->chooser = gtk_file_chooser_native_new (title, parent, actions[choose], accept,
                                                   _("_Cancel"));
  choosing->callback = callback;
  choosing->user_data = user_data;

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choosing->chooser), TRUE);
  if (choose == VAC_CHOOSE_OPEN)
    {
      gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (choosing->chooser), TRUE);
      add_filters (GTK_FILE_CHOOSER (choosing->chooser), _("Postings"),
                   (const char *const[]) { "vacancy", "json", NULL });
    }
  if (choose == VAC_CHOOSE_SOURCE)
    add_source_filters (GTK_FILE_CHOOSER (choosing->chooser));
  if (choose == VAC_CHOOSE_TABLE)
    {
      gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (choosing->chooser), TRUE);
      add_filters (GTK_FILE_CHOOSER (choosing->chooser), _("Tables (CSV, Excel, ZIP)"),
                   (const char *const[]) { "csv", "tsv", "txt", "xlsx", "xlsm", "zip", NULL });
    }
  if (choose == VAC_CHOOSE_PICTURE)
    add_filters (GTK_FILE_CHOOSER (choosing->chooser), _("Pictures (PNG, SVG, JPEG)"),
                 (const char *const[]) { "png", "svg", "jpg", "jpeg", NULL });
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choosing->chooser), name);
  begin_in (GTK_FILE_CHOOSER (choosing->chooser), choose, folder);

  g_signal_connect (choosing->chooser, "response", G_CALLBACK (on_chooser_response_cb), choosing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choosing->chooser));
}

/**
 * vac_chosen_file_get_flags:
 * @file: what the user has just chosen to be written
 *
 * The dialog has asked about replacing an existing file. A name that was free then may be taken
 * when writing begins, and the user has not agreed to overwrite that.
 *
 * Returns: what the user agreed to
 */
VacWriteFlags
vac_chosen_file_get_flags (GFile *file)
{
  return g_file_query_exists (file, NULL) ? VAC_WRITE_OVERWRITE : VAC_WRITE_NONE;
}
