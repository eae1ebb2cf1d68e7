/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-dialogs"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-batch.h"
#include "vac-binder.h"
#include "vac-dialog.h"
#include "vac-editor.h"
#include "vac-file-manager.h"
#include "vac-question.h"
#include "vac-safe-file.h"
#include "vac-shared-dialogs.h"
#include "vac-shared-editor.h"
#include "vac-shared-library.h"
#include "vac-shared-page.h"
#include "vac-window.h"

/* The dialogs of shared texts: all of them, one to edit, one to choose. */

/* Updating postings */

typedef struct
{
  GtkWindow *parent;     /* owned: what tells of it */
  VacChange *change;     /* owned: of copies that nobody edited */
  VacChange *replace;    /* owned: of the others */
  GPtrArray *items;      /* owned: of VacBatchItem */
  GPtrArray *others;     /* owned: those whose copies were edited */
} Updating;

static void
updating_free (gpointer data)
{
  Updating *self = data;

  g_object_unref (self->parent);
  vac_change_unref (self->change);
  vac_change_unref (self->replace);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->others);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Updating, updating_free)

static void
free_closure (gpointer  data,
              GClosure *closure)
{
  updating_free (data);
}

static VacDocument *
find_document (const char *path,
               gpointer    user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (user_data));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      VacStore *store = VAC_IS_WINDOW (l->data) ? vac_window_get_store (l->data) : NULL;

      if (store != NULL && vac_store_get_file (store) != NULL &&
          vac_safe_file_is_same (vac_store_get_file (store), file))
        return vac_store_get_document (store);
    }

  return NULL;
}

static guint
count (GPtrArray     *items,
       VacBatchState  state,
       GString       *reasons)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (items, i);
      g_autofree char *name = NULL;

      if (vac_batch_item_get_state (item) != state)
        continue;
      n++;
      if (reasons == NULL || vac_batch_item_get_reason (item) == NULL)
        continue;
      name = g_filename_display_basename (vac_batch_item_get_path (item));
      g_string_append_printf (reasons, "%s%s: %s", reasons->len > 0 ? "\n" : "", name,
                              vac_batch_item_get_reason (item));
    }

  return n;
}

static void
tell_failures (Updating *self)
{
  g_autoptr (GString) reasons = g_string_new (NULL);
  const guint n = count (self->items, VAC_BATCH_FAILED, reasons) +
                  count (self->others, VAC_BATCH_FAILED, reasons);

  if (n > 0)
    vac_tell (self->parent, _("Some Postings Stay as They Are"), reasons->str);
}

static void
on_undone_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Updating) self = user_data;

  vac_batch_run_finish (result, NULL);
  tell_failures (self);
  vac_editor_tell (GTK_WIDGET (self->parent), _("The postings are as they were."));
}

static void
on_first_undone_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Updating *self = user_data;

  vac_batch_run_finish (result, NULL);
  vac_batch_find_documents (self->others, find_document, self->parent);
  vac_batch_run_async (self->others, self->replace, VAC_BATCH_UNDO, NULL, NULL, NULL, on_undone_cb,
                       self);
}

static void
on_undo_cb (AdwToast *toast,
            Updating *self)
{
  Updating *undoing = g_new0 (Updating, 1);

  undoing->parent = g_object_ref (self->parent);
  undoing->change = vac_change_ref (self->change);
  undoing->replace = vac_change_ref (self->replace);
  undoing->items = g_ptr_array_ref (self->items);
  undoing->others = g_ptr_array_ref (self->others);
  vac_batch_find_documents (undoing->items, find_document, undoing->parent);
  vac_batch_run_async (undoing->items, undoing->change, VAC_BATCH_UNDO, NULL, NULL, NULL,
                       on_first_undone_cb, undoing);
}

static void
on_updated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Updating) self = user_data;
  const guint n = count (self->items, VAC_BATCH_CHANGED, NULL) +
                  count (self->others, VAC_BATCH_CHANGED, NULL);
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  vac_batch_run_finish (result, NULL);
  tell_failures (self);
  if (n == 0)
    return;
  sentence = g_strdup_printf (ngettext ("%u posting has the new version.",
                                        "%u postings have the new version.", n), n);
  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, 0);
  if (!VAC_IS_WINDOW (self->parent))
    {
      g_object_unref (g_object_ref_sink (toast));
      return;
    }
  vac_window_add_toast (VAC_WINDOW (self->parent), toast);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb),
                         g_steal_pointer (&self), free_closure, 0);
}

static void
on_first_updated_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  Updating *self = user_data;

  vac_batch_run_finish (result, NULL);
  vac_batch_find_documents (self->others, find_document, self->parent);
  vac_batch_run_async (self->others, self->replace, VAC_BATCH_APPLY, NULL, NULL, NULL,
                       on_updated_cb, self);
}

static void
update_postings (GtkWindow           *parent,
                 const VacSharedText *text,
                 VacSharedEditor     *editor)
{
  g_auto (GStrv) plain = vac_shared_editor_get_chosen (editor, FALSE);
  g_auto (GStrv) edited = vac_shared_editor_get_chosen (editor, TRUE);
  Updating *self = g_new0 (Updating, 1);

  self->parent = g_object_ref (parent);
  self->change = vac_change_new_update (text->bytes, FALSE);
  self->replace = vac_change_new_update (text->bytes, TRUE);
  self->items = vac_batch_new_items ((const char *const *) plain);
  self->others = vac_batch_new_items ((const char *const *) edited);
  vac_batch_find_documents (self->items, find_document, parent);
  vac_batch_run_async (self->items, self->change, VAC_BATCH_APPLY, NULL, NULL, NULL,
                       on_first_updated_cb, self);
}

/* Editing */

static GtkWindow *
find_main_window (VacDialog *dialog)
{
  GtkWindow *window = vac_dialog_get_window (dialog);

  while (!VAC_IS_WINDOW (window) && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return window;
}

static void
on_saved_cb (VacSharedEditor     *editor,
             const VacSharedText *text,
             VacDialog           *dialog)
{
  update_postings (find_main_window (dialog), text, editor);
  vac_dialog_destroy (dialog);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VacDocument *document = user_data;

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "undo"))
    vac_document_undo (document);
  else
    vac_document_redo (document);
}

static void
close_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  vac_dialog_close (VAC_DIALOG (user_data));
}

/* What is written here would go with the program: whoever quits is asked about it first. */
static void
keep_from_quitting (VacDialog *dialog)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) quit = g_simple_action_new ("quit", NULL);

  g_signal_connect_object (quit, "activate", G_CALLBACK (close_action), dialog, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (quit));
  vac_dialog_add_actions (dialog, "app", G_ACTION_MAP (group));
}

/* The shortcuts of the program's windows work in the dialog as well. */
static void
add_actions (VacDialog   *dialog,
             VacDocument *document)
{
  static const char *const names[] = { "undo", "redo" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (undo_action), document, 0);
      g_object_bind_property (document, i == 0 ? "can-undo" : "can-redo", action, "enabled",
                              G_BINDING_SYNC_CREATE);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  vac_dialog_add_actions (dialog, "win", G_ACTION_MAP (group));
}

static void
discard (const char *answer,
         gpointer    user_data)
{
  g_autoptr (VacDialog) dialog = user_data;

  if (g_str_equal (answer, "discard"))
    vac_dialog_destroy (dialog);
}

static gboolean
on_close_cb (VacDialog   *dialog,
             VacDocument *document)
{
  const VacAnswer answers[] = {
    { "cancel", _("_Keep Editing"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL }
  };

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (dialog));

  vac_binder_settle (root);
  if (!vac_document_get_modified (document))
    return FALSE;
  vac_ask (GTK_WINDOW (root), _("Discard Changes to the Shared Text?"),
           _("The text and all postings stay as they are."), answers, "cancel", discard,
           g_object_ref (dialog));

  return TRUE;
}

/* A whole home folder is no folder of postings, nor what holds it. */
static GStrv
list_folders (VacRecentList *recent)
{
  g_autoptr (GPtrArray) folders = vac_recent_list_list_folders (recent);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());

  for (guint i = 0; i < folders->len; i++)
    {
      const char *path = g_ptr_array_index (folders, i);
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      if (!g_file_equal (folder, home) && !g_file_has_prefix (home, folder))
        g_strv_builder_add (paths, path);
    }

  return g_strv_builder_end (paths);
}

static VacDocument *
create_document (void)
{
  VacDocument *document = vac_document_new ();
  VacNode *list = vac_document_get (document, VAC_ROLE_SECTIONS);
  g_autoptr (VacNode) section = vac_section_new (document, list, "", VAC_AUDIENCE_ID_CANDIDATE);
  const char *interface = g_get_language_names ()[0];
  g_auto (GStrv) parts = g_strsplit_set (g_str_equal (interface, "C") ? "en" : interface, "_.@", 2);

  vac_document_append (document, list, section);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), parts[0]);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SHARED_TITLE),
                         _("New Shared Text"));

  return document;
}

/* Returns: (nullable): the editor that is shown */
static GtkWidget *
show_editor (GtkWindow           *parent,
             VacRecentList       *recent,
             const VacSharedText *text,
             VacDocument         *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) own = document != NULL ? g_object_ref (document)
                                : text != NULL   ? vac_shared_text_open (text, &error)
                                                 : create_document ();
  g_auto (GStrv) folders = list_folders (recent);
  GtkWidget *editor, *save;
  VacDialog *dialog;

  if (own == NULL)
    {
      vac_tell (parent, _("Could Not Open Shared Text"), error->message);
      return NULL;
    }
  editor = vac_shared_editor_new (text, own, (const char *const *) folders);
  dialog = vac_dialog_new (parent, text != NULL ? _("Edit Shared Text") : _("New Shared Text"),
                           editor, 720, 700);
  save = vac_dialog_add_accept (dialog, _("_Save"));
  add_actions (dialog, own);
  keep_from_quitting (dialog);
  g_signal_connect_object (save, "clicked", G_CALLBACK (vac_shared_editor_save), editor,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved_cb), dialog, 0);
  g_signal_connect_object (dialog, "close-request", G_CALLBACK (on_close_cb), own, 0);
  vac_dialog_present (dialog);

  return editor;
}

/**
 * vac_shared_dialogs_edit:
 * @parent: the window that asked
 * @recent: where postings were opened lately
 * @text: (nullable): a shared text; %NULL for a new one
 * @document: (nullable): what a new one is to begin with; %NULL for nothing, or for @text's own
 *
 * Shows a form for the text. When it is saved, postings that are chosen there are updated.
 */
void
vac_shared_dialogs_edit (GtkWindow           *parent,
                         VacRecentList       *recent,
                         const VacSharedText *text,
                         VacDocument         *document)
{
  show_editor (parent, recent, text, document);
}

/* Managing */

static void
on_edited_cb (VacSharedPage *page)
{
  vac_shared_page_reload (page, NULL);
}

static void
on_edit_cb (VacSharedPage *page,
            const char    *id,
            VacRecentList *recent)
{
  GtkWidget *editor = show_editor (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), recent,
                                   id != NULL ? vac_shared_page_get_selected (page) : NULL, NULL);

  if (editor != NULL)
    g_signal_connect_object (editor, "saved", G_CALLBACK (on_edited_cb), page, G_CONNECT_SWAPPED);
}

static void
on_activated_cb (VacSharedPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "text.edit", NULL);
}

static void
on_active_cb (GtkWindow     *window,
              GParamSpec    *pspec,
              VacSharedPage *page)
{
  if (gtk_window_is_active (window))
    vac_shared_page_reload (page, NULL);
}

static void
add_new_button (VacDialog *dialog,
                GtkWidget *page)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  vac_editor_name_button (button, _("New Shared Text"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (vac_shared_page_add), page,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (vac_dialog_get_header (dialog), button);
}

/**
 * vac_shared_dialogs_manage:
 * @parent: the window that asked
 * @recent: where postings were opened lately
 *
 * Shows all shared texts.
 */
void
vac_shared_dialogs_manage (GtkWindow     *parent,
                           VacRecentList *recent)
{
  GtkWidget *page = vac_shared_page_new ();
  VacDialog *dialog = vac_dialog_new (parent, _("Shared Texts"), page, 720, 640);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show = g_simple_action_new ("show-in-folder", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (show, "activate", G_CALLBACK (vac_show_in_folder_action), parent, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show));
  vac_dialog_add_actions (dialog, "win", G_ACTION_MAP (group));
  add_new_button (dialog, page);
  g_signal_connect_object (page, "edit", G_CALLBACK (on_edit_cb), recent, 0);
  g_signal_connect (page, "choose", G_CALLBACK (on_activated_cb), NULL);
  vac_dialog_present (dialog);
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (dialog)), "notify::is-active",
                           G_CALLBACK (on_active_cb), page, 0);
  vac_shared_page_focus (VAC_SHARED_PAGE (page));
}

/* Choosing */

typedef struct
{
  VacSharedPage       *page;        /* borrowed: in the dialog */
  VacDialog           *dialog;      /* borrowed */
  GtkWidget           *accept;      /* borrowed */
  VacSharedChosenFunc  callback;
  gpointer             user_data;
} Choosing;

static void
choose (Choosing *self)
{
  const VacSharedText *text = vac_shared_page_get_selected (self->page);
  g_autoptr (VacSharedText) chosen = text != NULL ? vac_shared_text_read (text->bytes, text->file,
                                                                          NULL) : NULL;
  VacSharedChosenFunc callback = self->callback;
  gpointer user_data = self->user_data;

  if (chosen == NULL)
    return;
  vac_dialog_destroy (self->dialog);
  callback (chosen, user_data);
}

static void
on_selection_cb (Choosing *self)
{
  gtk_widget_set_sensitive (self->accept, vac_shared_page_get_selected (self->page) != NULL);
}

/**
 * vac_shared_dialogs_choose:
 * @parent: the window that asked
 * @posting: what a text is chosen for
 * @callback: called if one is chosen, while @parent is there
 * @user_data: for @callback
 *
 * Lets somebody choose a shared text.
 */
void
vac_shared_dialogs_choose (GtkWindow           *parent,
                           VacDocument         *posting,
                           VacSharedChosenFunc  callback,
                           gpointer             user_data)
{
  Choosing *self = g_new0 (Choosing, 1);

  self->page = VAC_SHARED_PAGE (vac_shared_page_new_chooser (posting));
  self->dialog = vac_dialog_new (parent, _("Insert Shared Text"), GTK_WIDGET (self->page), 680,
                                 640);
  self->accept = vac_dialog_add_accept (self->dialog, _("_Insert"));
  self->callback = callback;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (self->page), "vac-choosing", self, g_free);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (choose), self);
  g_signal_connect_swapped (self->page, "choose", G_CALLBACK (choose), self);
  g_signal_connect_swapped (self->page, "select", G_CALLBACK (on_selection_cb), self);
  on_selection_cb (self);
  vac_dialog_present (self->dialog);
  vac_shared_page_focus (self->page);
}
