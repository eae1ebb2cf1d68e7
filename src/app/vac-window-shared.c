/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-shared"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-editor.h"
#include "vac-question.h"
#include "vac-shared-dialogs.h"
#include "vac-shared-difference.h"
#include "vac-shared-library.h"
#include "vac-shared.h"
#include "vac-window-private.h"

/* Parts of a window's posting that are copies of shared texts. */

static VacSharedLibrary *
open_library (void)
{
  g_autofree char *folder = vac_shared_get_user_folder ();

  return vac_shared_library_new (folder);
}

/* What is known */

static void
read_names (VacWindow *self)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  GPtrArray *texts = vac_shared_library_get_texts (library);

  vac_shared_names_begin (self->shared_names);
  for (guint i = 0; i < texts->len; i++)
    {
      const VacSharedText *text = g_ptr_array_index (texts, i);

      vac_shared_names_add (self->shared_names, text->id, text->title, text->version,
                            text->locked);
    }
  vac_shared_names_end (self->shared_names);
}

/* Another window or program may change them. */
static void
watch_folder (VacWindow *self)
{
  g_autofree char *path = vac_shared_get_user_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (self->shared_monitor != NULL)
    return;
  self->shared_monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->shared_monitor != NULL)
    g_signal_connect_object (self->shared_monitor, "changed", G_CALLBACK (read_names), self,
                             G_CONNECT_SWAPPED);
}

/* Most postings have no copy, and need to know nothing. */
static void
know_names (VacWindow *self)
{
  if (self->shared_monitor != NULL)
    return;
  read_names (self);
  watch_folder (self);
}

/* Locked copies */

static VacNode *
find_section (VacWindow  *self,
              const char *path)
{
  VacDocument *document = vac_window_get_document (self);
  VacNode *node = document != NULL ? vac_node_lookup (vac_document_get_root (document), path, NULL)
                                   : NULL;

  return node != NULL && vac_node_get_role (node) == VAC_ROLE_SECTION ? node : NULL;
}

static void
edit_text_of (VacWindow *self,
              VacNode   *section)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  VacReference reference;
  const VacSharedText *text = vac_shared_get_reference (section, &reference)
                                  ? vac_shared_library_find (library, reference.id) : NULL;

  if (text != NULL)
    vac_shared_dialogs_edit (GTK_WINDOW (self), self->recent, text, NULL);
  else
    vac_window_show_toast (self, _("This shared text is not on this computer."));
}

typedef struct
{
  VacWindow *window;    /* owned */
  VacNode   *section;   /* owned */
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->window);
  g_object_unref (self->section);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
on_lock_answered_cb (const char *answer,
                     gpointer    user_data)
{
  g_autoptr (Asking) asking = user_data;
  VacWindow *self = asking->window;

  if (g_str_equal (answer, "copy"))
    g_hash_table_add (self->unlocked, g_object_ref (asking->section));
  else if (g_str_equal (answer, "text"))
    edit_text_of (self, asking->section);
}

static gboolean
ask_about_lock (gpointer user_data)
{
  Asking *asking = user_data;
  Asking *waiting;
  VacWindow *self = asking->window;
  VacReference reference;
  const VacSharedName *name;
  g_autofree char *heading = NULL;
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "text", _("Edit the _Shared Text…"), ADW_RESPONSE_DEFAULT },
    { "copy", _("Edit _This Copy"), ADW_RESPONSE_DEFAULT },
    { NULL }
  };

  self->lock_source = 0;
  if (!vac_shared_get_reference (asking->section, &reference))
    return G_SOURCE_REMOVE;
  name = vac_shared_names_find (self->shared_names, reference.id);
  /* Translators: the title of a shared text */
  heading = g_strdup_printf (_("Edit “%s” in This Posting?"),
                             name != NULL ? name->title : reference.id);
  waiting = g_new0 (Asking, 1);
  waiting->window = g_object_ref (self);
  waiting->section = g_object_ref (asking->section);
  vac_ask (GTK_WINDOW (self), heading,
           _("The words are shared with other postings. If you edit this copy, it differs from the "
             "others and is not updated with them."),
           answers, "cancel", on_lock_answered_cb, waiting);

  return G_SOURCE_REMOVE;
}

static gboolean
is_locked (VacWindow *self,
           VacNode   *section)
{
  VacReference reference;
  const VacSharedName *name;

  if (!vac_shared_get_reference (section, &reference) || reference.edited ||
      g_hash_table_contains (self->unlocked, section))
    return FALSE;
  name = vac_shared_names_find (self->shared_names, reference.id);

  return name != NULL && name->locked;
}

/* What is typed meanwhile is refused without another question. */
static gboolean
guard (VacDocument   *document,
       const VacEdit *edit,
       gpointer       user_data)
{
  VacWindow *self = user_data;
  VacNode *section = vac_shared_is_putting (document) ? NULL : vac_shared_find_copy (edit);
  Asking *asking;

  if (section == NULL || !is_locked (self, section))
    return TRUE;
  if (self->lock_source == 0)
    {
      asking = g_new0 (Asking, 1);
      asking->window = g_object_ref (self);
      asking->section = g_object_ref (section);
      self->lock_source = g_idle_add_full (G_PRIORITY_DEFAULT, ask_about_lock, asking,
                                           (GDestroyNotify) asking_free);
    }

  return FALSE;
}

/**
 * vac_window_watch_shared:
 * @self: a window without a posting
 */
void
vac_window_watch_shared (VacWindow *self)
{
  self->shared_names = vac_shared_names_new ();
  self->unlocked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * vac_window_guard_shared:
 * @self: a window
 * @before: (nullable): the posting that it showed before
 *
 * Has it asked before a locked copy is edited in the posting that the window shows now.
 */
void
vac_window_guard_shared (VacWindow   *self,
                         VacDocument *before)
{
  VacDocument *document = vac_window_get_document (self);
  g_autoptr (GPtrArray) copies = vac_shared_list (document, NULL);

  if (before != NULL)
    vac_document_set_guard (before, NULL, NULL);
  g_hash_table_remove_all (self->unlocked);
  vac_document_set_guard (document, guard, self);
  if (copies->len > 0)
    know_names (self);
}

/**
 * vac_window_forget_shared:
 * @self: a window that goes
 */
void
vac_window_forget_shared (VacWindow *self)
{
  if (self->store != NULL)
    vac_document_set_guard (vac_store_get_document (self->store), NULL, NULL);
  g_clear_handle_id (&self->lock_source, g_source_remove);
  g_clear_object (&self->shared_monitor);
  g_clear_object (&self->shared_names);
  g_clear_pointer (&self->unlocked, g_hash_table_unref);
}

/* Inserting */

/* Below the section that is selected, or after the last one for candidates. */
static guint
find_position (VacWindow *self)
{
  VacNode *selected = vac_sidebar_get_selected (self->sidebar);
  VacNode *page = selected != NULL ? vac_section_get_page_node (selected) : NULL;
  VacNode *sections = vac_document_get (vac_window_get_document (self), VAC_ROLE_SECTIONS);
  guint position = 0;

  if (page != NULL && vac_node_get_role (page) == VAC_ROLE_SECTION &&
      vac_audience_of_section (page) == VAC_AUDIENCE_CANDIDATE)
    return vac_node_get_position (page) + 1;
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    if (vac_audience_of_section (vac_node_get_child (sections, i)) == VAC_AUDIENCE_CANDIDATE)
      position = i + 1;

  return position;
}

typedef struct
{
  VacWindow   *window;    /* owned */
  VacDocument *text;      /* owned */
  VacNode     *place;     /* owned: what could be replaced */
} Inserting;

static void
inserting_free (Inserting *self)
{
  g_object_unref (self->window);
  g_object_unref (self->text);
  g_object_unref (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inserting, inserting_free)

static void
show_inserted (VacWindow   *self,
               VacNode     *section,
               VacDocument *text)
{
  const char *note = vac_document_get_text (text, VAC_ROLE_SHARED_NOTE);

  vac_document_add_barrier (vac_window_get_document (self));
  vac_window_show_node (self, vac_node_get (section, VAC_ROLE_SECTION_TITLE));
  vac_window_offer_undo (self, *note != '\0' ? note : _("Shared text inserted."), *note != '\0');
}

static void
insert (VacWindow   *self,
        VacDocument *text)
{
  VacDocument *document = vac_window_get_document (self);
  VacNode *section;

  vac_document_add_barrier (document);
  section = vac_shared_insert (document, text, find_position (self));
  if (section != NULL)
    show_inserted (self, section, text);
}

static void
on_place_answered_cb (const char *answer,
                      gpointer    user_data)
{
  g_autoptr (Inserting) inserting = user_data;
  VacWindow *self = inserting->window;
  VacDocument *document = vac_window_get_document (self);

  if (document == NULL || vac_node_get_root (inserting->place) != vac_document_get_root (document))
    return;
  if (g_str_equal (answer, "insert"))
    insert (self, inserting->text);
  else if (g_str_equal (answer, "replace"))
    {
      vac_document_add_barrier (document);
      if (vac_shared_put (document, inserting->place, inserting->text))
        show_inserted (self, inserting->place, inserting->text);
    }
}

/* Two statements of the same kind are rarely meant. */
static void
ask_about_place (VacWindow   *self,
                 VacDocument *text,
                 VacNode     *place)
{
  Inserting *inserting = g_new0 (Inserting, 1);
  g_autofree char *body = NULL;
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "insert", _("_Add Another Section"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  inserting->window = g_object_ref (self);
  inserting->text = g_object_ref (text);
  inserting->place = g_object_ref (place);
  /* Translators: the heading of a section */
  body = g_strdup_printf (_("The posting has “%s” for this already. Its words can be replaced by "
                            "the shared text; that can be undone."),
                          vac_node_get_member_text (place, VAC_ROLE_SECTION_TITLE));
  vac_ask (GTK_WINDOW (self), _("Replace the Section?"), body, answers, "replace",
           on_place_answered_cb, inserting);
}

static void
on_text_chosen_cb (const VacSharedText *text,
                   gpointer             user_data)
{
  VacWindow *self = user_data;
  g_autoptr (VacDocument) document = vac_shared_text_open (text, NULL);
  VacNode *place;

  if (document == NULL || vac_window_get_document (self) == NULL)
    return;
  know_names (self);
  place = vac_shared_find_place (vac_window_get_document (self), document);
  if (place != NULL && vac_node_get (place, VAC_ROLE_SUBSECTIONS) != NULL)
    ask_about_place (self, document, place);
  else
    insert (self, document);
}

static void
insert_shared_text_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_binder_settle (GTK_ROOT (self));
  vac_shared_dialogs_choose (GTK_WINDOW (self), vac_window_get_document (self), on_text_chosen_cb,
                             self);
}

/* Copies */

static void
detach_shared_text_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));

  if (section == NULL)
    return;
  vac_document_add_barrier (vac_window_get_document (self));
  if (vac_shared_detach (vac_window_get_document (self), section))
    vac_window_offer_undo (self, _("The section is this posting’s own now."), FALSE);
}

static void
edit_shared_text_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));

  if (section != NULL)
    edit_text_of (self, section);
}

static void
on_update_answered_cb (const char *answer,
                       gpointer    user_data)
{
  g_autoptr (Inserting) updating = user_data;
  VacWindow *self = updating->window;
  VacDocument *document = vac_window_get_document (self);

  if (!g_str_equal (answer, "update") || document == NULL ||
      vac_node_get_root (updating->place) != vac_document_get_root (document))
    return;
  vac_document_add_barrier (document);
  vac_document_begin_step (document, _("Update Shared Text"));
  vac_shared_put (document, updating->place, updating->text);
  vac_document_end_step (document);
  vac_document_add_barrier (document);
  vac_window_offer_undo (self, _("The section has the words of the shared text."), FALSE);
}

/* What would change is shown word by word. */
static void
show_difference (VacWindow       *self,
                 VacNode         *section,
                 const char      *heading,
                 const VacAnswer *answers,
                 const char      *preferred)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  g_autoptr (VacDocument) copy = vac_shared_make (vac_window_get_document (self), section);
  VacReference reference;
  const VacSharedText *text = vac_shared_get_reference (section, &reference)
                                  ? vac_shared_library_find (library, reference.id) : NULL;
  g_autoptr (VacDocument) document = text != NULL ? vac_shared_text_open (text, NULL) : NULL;
  Inserting *updating;
  GtkWidget *dialog;

  if (document == NULL)
    return;
  updating = g_new0 (Inserting, 1);
  updating->window = g_object_ref (self);
  updating->text = g_object_ref (document);
  updating->place = g_object_ref (section);
  dialog = vac_ask (GTK_WINDOW (self), heading,
                    reference.edited
                        ? _("What is struck out is only here, some of it because it was edited in "
                            "this posting; what is underlined is only in the shared text.")
                        : _("What is struck out is only here; what is underlined is only in the "
                            "shared text."),
                    answers, preferred, on_update_answered_cb, updating);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      vac_shared_difference_new (copy, document));
}

static void
update_shared_text_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "update", _("_Update"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  vac_binder_settle (GTK_ROOT (self));
  if (section != NULL)
    show_difference (self, section, _("Update From the Shared Text?"), answers, "update");
}

static void
compare_shared_text_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));
  const VacAnswer answers[] = { { "close", _("_Close") }, { NULL } };

  vac_binder_settle (GTK_ROOT (self));
  if (section != NULL)
    show_difference (self, section, _("This Section and the Shared Text"), answers, "close");
}

/* Saving */

static void
save_shared_text_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));
  g_autoptr (VacDocument) text = NULL;

  vac_binder_settle (GTK_ROOT (self));
  if (section == NULL)
    return;
  text = vac_shared_make (vac_window_get_document (self), section);
  vac_document_set_text (text, vac_document_get (text, VAC_ROLE_SHARED_TITLE),
                         vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  vac_shared_dialogs_edit (GTK_WINDOW (self), self->recent, NULL, text);
}

static void
shared_texts_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_binder_settle (GTK_ROOT (self));
  vac_shared_dialogs_manage (GTK_WINDOW (self), self->recent);
}

/**
 * vac_window_class_install_shared_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_shared_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.save-shared-text", save_shared_text_action },
    { "win.update-shared-text", update_shared_text_action },
    { "win.restore-shared-text", update_shared_text_action },
    { "win.compare-shared-text", compare_shared_text_action },
    { "win.detach-shared-text", detach_shared_text_action },
    { "win.edit-shared-text", edit_shared_text_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "s", actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.insert-shared-text", NULL,
                                   insert_shared_text_action);
  gtk_widget_class_install_action (widget_class, "win.shared-texts", NULL, shared_texts_action);
}
