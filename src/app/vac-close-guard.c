/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-close-guard"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-close-guard.h"
#include "vac-question.h"

/* How far the question whether to save before closing has come. */
typedef enum
{
  NOT_ASKED,
  ASKING,
  DISCARDING,     /* asked and answered: close for good */
} Question;

/**
 * VacCloseGuard:
 *
 * Closes a window without losing what it shows: not while files are being written, and not before
 * the user has decided about unsaved changes.
 *
 * Code that writes a file for the window reports when writing begins and ends. The window asks
 * whether it may close; if it may not yet, the guard closes it as soon as it may.
 */
struct _VacCloseGuard
{
  GObject    parent_instance;

  GtkWindow *window;       /* borrowed, a weak pointer */

  guint      n_writing;    /* files that are being written */
  gboolean   is_awaited;   /* closing was asked for while they were */
  Question   question;
};

G_DEFINE_FINAL_TYPE (VacCloseGuard, vac_close_guard, G_TYPE_OBJECT)

enum
{
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

static void
on_answer_cb (const char *answer,
              gpointer    user_data)
{
  g_autoptr (VacCloseGuard) self = user_data;

  self->question = NOT_ASKED;
  if (g_str_equal (answer, "discard"))
    {
      self->question = DISCARDING;
      vac_close_guard_close (self);
    }
  else if (g_str_equal (answer, "save"))
    {
      g_signal_emit (self, signals[SAVE], 0);
    }
}

static void
ask (VacCloseGuard *self,
     VacDocument   *document)
{
  const gboolean is_rating = vac_node_get_role (vac_document_get_root (document)) ==
                             VAC_ROLE_RATING;
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  self->question = ASKING;
  vac_ask (self->window, _("Save Changes?"),
           is_rating ? _("The ratings have unsaved changes. Unsaved changes will be permanently "
                         "lost.")
                     : _("The posting has unsaved changes. Unsaved changes will be permanently "
                         "lost."),
           answers, "save", on_answer_cb, g_object_ref (self));
}

static void
vac_close_guard_dispose (GObject *object)
{
  VacCloseGuard *self = VAC_CLOSE_GUARD (object);

  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (vac_close_guard_parent_class)->dispose (object);
}

static void
vac_close_guard_class_init (VacCloseGuardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vac_close_guard_dispose;

  /**
   * VacCloseGuard::save:
   *
   * Emitted when the user wants to save before closing. Call vac_close_guard_close() when that is
   * done, and not otherwise.
   */
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_close_guard_init (VacCloseGuard *self)
{
}

/**
 * vac_close_guard_new:
 * @window: the window to guard
 *
 * Returns: (transfer full): a guard; nothing is being written
 */
VacCloseGuard *
vac_close_guard_new (GtkWindow *window)
{
  VacCloseGuard *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (VAC_TYPE_CLOSE_GUARD, NULL);
  g_set_weak_pointer (&self->window, window);

  return self;
}

/**
 * vac_close_guard_begin_writing:
 * @self: a guard
 *
 * Keeps the window, and with it the program, until a file is written, see
 * vac_close_guard_end_writing().
 */
void
vac_close_guard_begin_writing (VacCloseGuard *self)
{
  g_return_if_fail (VAC_IS_CLOSE_GUARD (self));

  self->n_writing++;
}

/**
 * vac_close_guard_end_writing:
 * @self: a guard
 * @done: whether the file was written
 *
 * Closes the window if that was asked for meanwhile, unless there is something to say first.
 */
void
vac_close_guard_end_writing (VacCloseGuard *self,
                             gboolean       done)
{
  g_return_if_fail (VAC_IS_CLOSE_GUARD (self));
  g_return_if_fail (self->n_writing > 0);

  self->n_writing--;
  if (!done)
    {
      self->is_awaited = FALSE;
      if (self->question == DISCARDING)
        self->question = NOT_ASKED;
    }
  if (!self->is_awaited || self->n_writing > 0)
    return;
  self->is_awaited = FALSE;
  vac_close_guard_close (self);
}

/**
 * vac_close_guard_confirm:
 * @self: a guard
 * @document: (nullable): what the window shows
 *
 * Returns: whether the window may close now; otherwise the user is being asked, or the window
 *   closes once what is being written is written
 */
gboolean
vac_close_guard_confirm (VacCloseGuard *self,
                         VacDocument   *document)
{
  g_return_val_if_fail (VAC_IS_CLOSE_GUARD (self), TRUE);

  if (self->n_writing > 0)
    {
      self->is_awaited = TRUE;
      return FALSE;
    }
  if (self->question == DISCARDING || document == NULL || !vac_document_get_modified (document))
    return TRUE;
  if (self->question == NOT_ASKED)
    ask (self, document);

  return FALSE;
}

/**
 * vac_close_guard_close:
 * @self: a guard
 *
 * Closes the window, but not before the dialog that was answered is gone: it still speaks to the
 * window then. What was typed after a save began is asked about once more.
 */
void
vac_close_guard_close (VacCloseGuard *self)
{
  g_return_if_fail (VAC_IS_CLOSE_GUARD (self));

  if (self->window != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_close_cb, g_object_ref (self->window), g_object_unref);
}
