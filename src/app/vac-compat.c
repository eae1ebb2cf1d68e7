/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-compat"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-compat.h"

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

/**
 * vac_dup_documents_folder:
 *
 * Returns: (transfer full): the path of the user's documents, or of the home where there are none
 */
char *
vac_dup_documents_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_strdup (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

/* Left to itself, the dialog lists what was used lately, where nothing can be written to. */
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
 * @name: (nullable): the file name to propose when saving
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
    [VAC_CHOOSE_TABLE] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [VAC_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [VAC_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->chooser = gtk_file_chooser_native_new (title, parent, actions[choose], accept, _("_Cancel"));
  choosing->callback = callback;
  choosing->user_data = user_data;

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choosing->chooser), TRUE);
  if (choose == VAC_CHOOSE_OPEN)
    {
      gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (choosing->chooser), TRUE);
      add_filters (GTK_FILE_CHOOSER (choosing->chooser), _("Postings"),
                   (const char *const[]) { "vacancy", "json", NULL });
    }
  if (choose == VAC_CHOOSE_TABLE)
    add_filters (GTK_FILE_CHOOSER (choosing->chooser), _("Tables (CSV)"),
                 (const char *const[]) { "csv", "tsv", "txt", NULL });
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choosing->chooser), name);
  begin_in (GTK_FILE_CHOOSER (choosing->chooser), choose, folder);

  g_signal_connect (choosing->chooser, "response", G_CALLBACK (on_chooser_response_cb), choosing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choosing->chooser));
}

typedef struct
{
  VacAnswerFunc callback;     /* NULL once it has been called */
  gpointer      user_data;
  char         *closed;       /* what closing the dialog means */
} Asking;

static void
on_answer_cb (AdwMessageDialog *dialog,
              const char       *response,
              gpointer          user_data)
{
  Asking *asking = user_data;
  VacAnswerFunc callback = g_steal_pointer (&asking->callback);

  if (callback != NULL)
    callback (response, asking->user_data);
}

static void
free_asking (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  /* Destroyed without an answer: who asked waits for one. */
  if (asking->callback != NULL)
    asking->callback (asking->closed, asking->user_data);
  g_free (asking->closed);
  g_free (asking);
}

/* A path is one long word; broken nowhere, it makes newer versions of libadwaita complain. */
static void
break_long_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    break_long_words (child);
}

/**
 * vac_ask:
 * @parent: the window that the question is about
 * @heading: the question
 * @body: what follows from the answers
 * @answers: ended by one without an id; the first one is what closing the dialog means
 * @preferred: (nullable): the id of the answer that Enter gives
 * @callback: (nullable): called once with the answer
 * @user_data: for @callback
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
vac_ask (GtkWindow       *parent,
         const char      *heading,
         const char      *body,
         const VacAnswer *answers,
         const char      *preferred,
         VacAnswerFunc    callback,
         gpointer         user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Asking *asking = g_new0 (Asking, 1);

  asking->callback = callback;
  asking->user_data = user_data;
  asking->closed = g_strdup (answers[0].id);
  for (const VacAnswer *answer = answers; answer->id != NULL; answer++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answer->id, answer->label);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answer->id, answer->appearance);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  if (preferred != NULL)
    adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), preferred);

  break_long_words (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answer_cb), asking, free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

/**
 * vac_tell:
 * @parent: the window that the message is about
 * @heading: what happened
 * @body: the rest
 */
void
vac_tell (GtkWindow  *parent,
          const char *heading,
          const char *body)
{
  const VacAnswer answers[] = { { "close", _("_Close") }, { NULL } };

  vac_ask (parent, heading, body, answers, "close", NULL, NULL);
}

/**
 * vac_show_about:
 * @parent: the window that asked
 */
void
vac_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Vacancy"),
                         "application-icon", VAC_APPLICATION_ID,
                         "developer-name", _("The Vacancy contributors"),
                         "version", VAC_VERSION,
                         "comments", _("Job postings from a hiring guide: written, compared, printed and exported offline."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/**
 * vac_open_uri:
 * @parent: the window that asked
 * @uri: a link; only http, https and mailto are opened
 */
void
vac_open_uri (GtkWindow  *parent,
              const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  if (scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") || g_str_equal (scheme, "mailto")))
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

static void
on_shown_in_folder_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GFile) file = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  /* A desktop without a file manager on the bus still may have one for folders. */
  if (reply == NULL && uri != NULL)
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

/**
 * vac_show_in_folder:
 * @parent: the window that asked
 * @file: a file to be shown in the file manager
 */
void
vac_show_in_folder (GtkWindow *parent,
                    GFile     *file)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (parent));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autofree char *uri = g_file_get_uri (file);
  const char *const uris[] = { uri, NULL };

  if (bus == NULL)
    return;
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_shown_in_folder_cb, g_object_ref (file));
}
