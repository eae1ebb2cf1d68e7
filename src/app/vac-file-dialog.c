/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-file-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-newer.h"

#include "vac-file-dialog.h"
#include "vac-import.h"

/* What a dialog asks. */
typedef struct
{
  GtkWindow  *parent;
  VacChoose   choose;
  const char *title;
  const char *accept;
  const char *name;       /* NULL for none */
  GFile      *folder;     /* NULL to begin where the dialog likes */
  GListModel *filters;    /* of GtkFileFilter; NULL for none */
} Question;

typedef struct
{
  VacChoose    choose;
  VacFilesFunc callback;
  gpointer     user_data;
} Choosing;

/* Whether several files can be chosen at once. */
static gboolean
takes_many (VacChoose choose)
{
  return choose == VAC_CHOOSE_OPEN || choose == VAC_CHOOSE_TABLE;
}

#if GTK_CHECK_VERSION (4, 10, 0)

static GListModel *
finish (GtkFileDialog *dialog,
        VacChoose      choose,
        GAsyncResult  *result)
{
  g_autoptr (GFile) file = NULL;
  GListStore *files;

  if (takes_many (choose))
    return gtk_file_dialog_open_multiple_finish (dialog, result, NULL);
  if (choose == VAC_CHOOSE_SAVE)
    file = gtk_file_dialog_save_finish (dialog, result, NULL);
  else if (choose == VAC_CHOOSE_FOLDER)
    file = gtk_file_dialog_select_folder_finish (dialog, result, NULL);
  else
    file = gtk_file_dialog_open_finish (dialog, result, NULL);
  if (file == NULL)
    return NULL;

  files = g_list_store_new (G_TYPE_FILE);
  g_list_store_append (files, file);

  return G_LIST_MODEL (files);
}

static void
on_chosen_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (GListModel) files = finish (GTK_FILE_DIALOG (source), choosing->choose, result);

  choosing->callback (files, choosing->user_data);
}

static void
ask (const Question *question,
     Choosing       *choosing)
{
  g_autoptr (GtkFileDialog) dialog =
    g_object_new (GTK_TYPE_FILE_DIALOG, "title", question->title, "accept-label", question->accept,
                  "initial-folder", question->folder, "filters", question->filters, NULL);

  if (question->name != NULL)
    gtk_file_dialog_set_initial_name (dialog, question->name);
  if (takes_many (question->choose))
    gtk_file_dialog_open_multiple (dialog, question->parent, NULL, on_chosen_cb, choosing);
  else if (question->choose == VAC_CHOOSE_SAVE)
    gtk_file_dialog_save (dialog, question->parent, NULL, on_chosen_cb, choosing);
  else if (question->choose == VAC_CHOOSE_FOLDER)
    gtk_file_dialog_select_folder (dialog, question->parent, NULL, on_chosen_cb, choosing);
  else
    gtk_file_dialog_open (dialog, question->parent, NULL, on_chosen_cb, choosing);
}

#else

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
  g_object_unref (dialog);
}

static void
ask (const Question *question,
     Choosing       *choosing)
{
  const GtkFileChooserAction action =
    question->choose == VAC_CHOOSE_SAVE     ? GTK_FILE_CHOOSER_ACTION_SAVE
    : question->choose == VAC_CHOOSE_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                            : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *native = gtk_file_chooser_native_new (question->title, question->parent,
                                                              action, question->accept,
                                                              _("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, takes_many (question->choose));
  for (guint i = 0; question->filters != NULL && i < g_list_model_get_n_items (question->filters);
       i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (question->filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (question->name != NULL)
    gtk_file_chooser_set_current_name (chooser, question->name);
  if (question->folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, question->folder, NULL);

  g_signal_connect (native, "response", G_CALLBACK (on_chooser_response_cb), choosing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

#endif

static GListModel *
create_filters (const char        *name,
                const char *const *suffixes)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, filter);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

/* What can be imported, and postings of ours, which are opened. */
static GListModel *
create_source_filters (void)
{
  g_autoptr (GPtrArray) suffixes = g_ptr_array_new ();

  g_ptr_array_add (suffixes, (gpointer) "vacancy");
  g_ptr_array_add (suffixes, (gpointer) "json");
  for (guint i = 0; i < VAC_N_IMPORTS; i++)
    if (vac_import_is_possible (i))
      for (const char *const *ending = vac_import_kind_get_endings (i); *ending != NULL; ending++)
        g_ptr_array_add (suffixes, (gpointer) (*ending + strlen (".")));
  g_ptr_array_add (suffixes, NULL);

  return create_filters (_("Documents, Web Pages, and Job Data"),
                         (const char *const *) suffixes->pdata);
}

static GListModel *
create_filters_for (VacChoose choose)
{
  switch (choose)
    {
    case VAC_CHOOSE_OPEN:
      return create_filters (_("Postings"), (const char *const[]) { "vacancy", "json", NULL });
    case VAC_CHOOSE_SOURCE:
      return create_source_filters ();
    case VAC_CHOOSE_TABLE:
      return create_filters (_("Tables (CSV, Excel, ZIP)"),
                             (const char *const[]) { "csv", "tsv", "txt", "xlsx", "xlsm", "zip",
                                                     NULL });
    case VAC_CHOOSE_PICTURE:
      return create_filters (_("Pictures (PNG, SVG, JPEG)"),
                             (const char *const[]) { "png", "svg", "jpg", "jpeg", NULL });
    case VAC_CHOOSE_SAVE:
    case VAC_CHOOSE_FOLDER:
    default:
      return NULL;
    }
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
static GFile *
find_beginning (VacChoose  choose,
                GFile     *folder)
{
  g_autofree char *documents = vac_dup_documents_folder ();

  if (folder != NULL)
    return g_object_ref (folder);
  if (choose == VAC_CHOOSE_SAVE || choose == VAC_CHOOSE_FOLDER)
    return g_file_new_for_path (documents);

  return NULL;
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
  g_autoptr (GListModel) filters = create_filters_for (choose);
  g_autoptr (GFile) begin = find_beginning (choose, folder);
  const Question question = { parent, choose, title, accept, name, begin, filters };
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->choose = choose;
  choosing->callback = callback;
  choosing->user_data = user_data;
  ask (&question, choosing);
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
