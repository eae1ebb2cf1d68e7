/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-guide"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-error.h"
#include "vac-guide-answers.h"
#include "vac-guide-files.h"
#include "vac-guide-library.h"
#include "vac-guide-question.h"
#include "vac-question.h"
#include "vac-window-private.h"

/* A posting that was made from a guide of the user's own: whether what it says otherwise shall be
 * in the guide as well. Built-in guides are never asked about. */

#define BAR "guide-changed"

/* Looking at the guide, in a thread. */
typedef struct
{
  VacDocument *posting;    /* owned: a copy, for the thread alone */
  GFile       *own;        /* owned, nullable: the posting's file, which may be the guide itself */
  gboolean     compare;    /* or only find it */
  GFile       *file;       /* owned, nullable: the guide; NULL when it is not the user's */
  char        *title;      /* owned, nullable */
  VacDocument *guide;      /* owned, nullable */
  GHashTable  *open;       /* owned, nullable: what nobody has decided on */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->posting);
  g_clear_object (&look->own);
  g_clear_object (&look->file);
  g_free (look->title);
  g_clear_object (&look->guide);
  g_clear_pointer (&look->open, g_hash_table_unref);
  g_free (look);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Look *look = task_data;
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (folder);
  const VacGuide *guide = vac_guide_library_find_edition (
      library, vac_document_get_text (look->posting, VAC_ROLE_GUIDE_ID),
      vac_document_get_text (look->posting, VAC_ROLE_LANGUAGE));

  if (guide != NULL && guide->file != NULL &&
      (look->own == NULL || !vac_safe_file_is_same (guide->file, look->own)))
    {
      look->file = g_object_ref (guide->file);
      look->title = g_strdup (guide->title);
      look->guide = vac_guide_open (guide, NULL);
    }
  if (look->guide != NULL && look->compare)
    {
      g_autoptr (VacGuideUpdate) update = vac_guide_update_new (look->guide, look->posting);
      g_autoptr (GHashTable) answered = vac_guide_answers_load ();

      look->open = vac_guide_update_list_open (update, answered);
    }
  g_task_return_boolean (task, TRUE);
}

static void
look_async (VacWindow           *self,
            gboolean             compare,
            GAsyncReadyCallback  callback)
{
  VacDocument *document = vac_window_get_document (self);
  g_autoptr (VacNode) root = vac_node_copy (vac_document_get_root (document));
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback,
                                       g_object_ref (self->store));
  Look *wanted = g_new0 (Look, 1);

  wanted->posting = vac_document_new_for_root (root);
  g_set_object (&wanted->own, vac_store_get_file (self->store));
  wanted->compare = compare;
  g_task_set_source_tag (task, look_async);
  g_task_set_task_data (task, wanted, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* Returns: (transfer none) (nullable): what was found; %NULL when the window has gone, or shows
 * another posting by now */
static Look *
finish_look (VacWindow    *self,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacStore) store = user_data;
  Look *found = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->store != store)
    return NULL;
  g_set_object (&self->own_guide, found->file);
  vac_window_update_actions (self);

  return found;
}

static gboolean
is_from_guide (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);

  return document != NULL && !vac_document_get_read_only (document) &&
         *vac_document_get_text (document, VAC_ROLE_GUIDE_ID) != '\0';
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  finish_look (VAC_WINDOW (source), result, user_data);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  VacWindow *self = user_data;

  self->guide_source = 0;
  if (is_from_guide (self))
    look_async (self, FALSE, on_found_cb);

  return G_SOURCE_REMOVE;
}

/**
 * vac_window_find_guide:
 * @self: a window with another posting than before
 *
 * Finds out, when nothing else is to do, whether it was made from a guide of the user's own.
 */
void
vac_window_find_guide (VacWindow *self)
{
  g_clear_object (&self->own_guide);
  g_clear_pointer (&self->guide_open, g_hash_table_unref);
  vac_state_bars_remove (self->bars, BAR);
  g_clear_handle_id (&self->guide_source, g_source_remove);
  self->guide_source = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
}

/* Asking */

static void
show_bar (VacWindow  *self,
          const char *title)
{
  const guint n = g_hash_table_size (self->guide_open);
  g_autofree char *text = g_strdup_printf (
      ngettext ("Saved. %u text of your guide “%s” is different here.",
                "Saved. %u texts of your guide “%s” are different here.", n), n, title);

  if (vac_state_bars_add (self->bars, BAR, text, "win.keep-guide", _("Only _Here")))
    vac_state_bars_add_action (self->bars, BAR, "win.update-guide", _("_Update Guide…"));
}

static void
on_compared_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  VacWindow *self = VAC_WINDOW (source);
  Look *found = finish_look (self, result, user_data);

  if (found == NULL)
    return;
  g_clear_pointer (&self->guide_open, g_hash_table_unref);
  if (found->open != NULL && g_hash_table_size (found->open) > 0)
    {
      self->guide_open = g_hash_table_ref (found->open);
      show_bar (self, found->title);
    }
  else
    vac_state_bars_remove (self->bars, BAR);
}

/**
 * vac_window_ask_about_guide:
 * @self: a window whose posting was saved
 *
 * Shows a bar for as long as texts of the user's own guide are otherwise in the posting and nobody
 * has said whether the guide shall say so, too.
 */
void
vac_window_ask_about_guide (VacWindow *self)
{
  if (is_from_guide (self) && (self->own_guide != NULL || self->guide_source != 0))
    look_async (self, TRUE, on_compared_cb);
}

static void
keep_guide_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  if (self->guide_open != NULL)
    vac_guide_answers_remember (self->guide_open);
  g_clear_pointer (&self->guide_open, g_hash_table_unref);
  vac_state_bars_remove (self->bars, BAR);
}

/* Updating */

static void
tell_failure (VacWindow    *self,
              const GError *error)
{
  if (g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    vac_window_show_toast (self, _("The guide of this posting is no longer here."));
  else
    vac_tell (GTK_WINDOW (self), _("Could Not Save Guide"), error->message);
}

/* What is untouched goes by what the guide says. */
static void
forget_guide (VacWindow *self)
{
  self->knows_guide = FALSE;
  vac_window_update_progress (self);
}

static void
on_reverted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean reverted = vac_guide_files_revert_finish (result, &error);

  vac_close_guard_end_writing (self->guard, reverted);
  if (!reverted)
    {
      tell_failure (self, error);
      return;
    }
  forget_guide (self);
  vac_window_show_toast (self, _("The guide is as it was."));
}

static void
on_undo_clicked_cb (AdwToast  *toast,
                    VacWindow *self)
{
  VacGuideFile *guide = g_object_get_data (G_OBJECT (toast), "vac-guide");

  vac_close_guard_begin_writing (self->guard);
  vac_guide_files_revert_async (guide, on_reverted_cb, g_object_ref (self));
}

static void
offer_revert (VacWindow    *self,
              VacGuideFile *guide)
{
  g_autofree char *updated = g_strdup_printf (
      ngettext ("Guide updated: %u text", "Guide updated: %u texts", guide->n_taken),
      guide->n_taken);
  AdwToast *toast = adw_toast_new (updated);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "vac-guide", guide,
                          (GDestroyNotify) vac_guide_file_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
tell_left (VacWindow *self,
           guint      n_left)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("The guide has changed meanwhile: %u text stays as it is there.",
                "The guide has changed meanwhile: %u texts stay as they are there.", n_left),
      n_left);

  vac_window_show_toast (self, text);
}

static void
on_updated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacGuideFile) guide = vac_guide_files_update_finish (result, &error);
  const guint n_left = guide != NULL ? guide->n_left : 0;

  vac_close_guard_end_writing (self->guard, guide != NULL);
  if (guide == NULL)
    {
      tell_failure (self, error);
      return;
    }
  forget_guide (self);
  if (guide->n_taken > 0)
    offer_revert (self, g_steal_pointer (&guide));
  if (n_left > 0)
    tell_left (self, n_left);
}

/* A question about a posting, as long as it is open. */
typedef struct
{
  VacWindow *window;   /* owned */
  VacStore  *store;    /* owned */
  GFile     *file;     /* owned: the guide */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->window);
  g_object_unref (asking->store);
  g_object_unref (asking->file);
  g_free (asking);
}

static void
on_answered_cb (GHashTable *chosen,
                GHashTable *kept,
                gpointer    user_data)
{
  const Asking *asking = user_data;
  VacWindow *self = asking->window;

  vac_guide_answers_remember (kept);
  if (self->store == asking->store)
    {
      g_clear_pointer (&self->guide_open, g_hash_table_unref);
      vac_state_bars_remove (self->bars, BAR);
    }
  if (g_hash_table_size (chosen) == 0)
    return;
  vac_close_guard_begin_writing (self->guard);
  vac_guide_files_update_async (asking->file, vac_store_get_document (asking->store), chosen,
                                on_updated_cb, g_object_ref (self));
}

static void
ask (VacWindow  *self,
     const Look *found)
{
  g_autoptr (VacGuideUpdate) update = vac_guide_update_new (found->guide,
                                                            vac_window_get_document (self));
  Asking *asking;

  if (vac_guide_update_get_changes (update)->len == 0)
    {
      vac_window_show_toast (self, _("This posting says what its guide says."));
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->window = g_object_ref (self);
  asking->store = g_object_ref (self->store);
  asking->file = g_object_ref (found->file);
  vac_guide_question_show (GTK_WINDOW (self), g_steal_pointer (&update), found->title,
                           on_answered_cb, asking, asking_free);
}

static void
on_guide_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  VacWindow *self = VAC_WINDOW (source);
  Look *found = finish_look (self, result, user_data);

  if (found != NULL && found->guide == NULL)
    {
      vac_state_bars_remove (self->bars, BAR);
      vac_window_show_toast (self, _("The guide of this posting is no longer here."));
    }
  else if (found != NULL)
    ask (self, found);
}

static void
update_guide_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  vac_binder_settle (GTK_ROOT (widget));
  look_async (VAC_WINDOW (widget), FALSE, on_guide_read_cb);
}

/**
 * vac_window_class_install_guide_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_guide_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.update-guide", NULL, update_guide_action);
  gtk_widget_class_install_action (widget_class, "win.keep-guide", NULL, keep_guide_action);
}
