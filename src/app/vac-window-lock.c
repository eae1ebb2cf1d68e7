/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-lock"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-question.h"
#include "vac-shared-library.h"
#include "vac-shared.h"
#include "vac-window-private.h"

/* What a window knows of the shared texts that parts of its posting are copies of, and the question
 * before such a part is edited. */

static void
read_names (VacWindow *self)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);
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

/**
 * vac_window_know_shared:
 * @self: a window
 *
 * Reads what shared texts there are, once there is a copy of one: most postings have none.
 */
void
vac_window_know_shared (VacWindow *self)
{
  if (self->shared_monitor != NULL)
    return;
  read_names (self);
  watch_folder (self);
}

/* Locked copies */

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
  else if (g_str_equal (answer, "original"))
    {
      g_autofree char *path = vac_node_get_path (asking->section);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-shared-text", "s", path);
    }
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
    { "original", _("Edit the _Shared Text…"), ADW_RESPONSE_DEFAULT },
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
    vac_window_know_shared (self);
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
