/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-close"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-question.h"
#include "vac-window-private.h"

/* Closing a window without losing what it shows. */

static gboolean
on_close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* Not before the dialog that was answered is gone: it still speaks to the window then. What was
 * typed after a save began is asked about once more. */
static void
close_later (VacWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_close_cb, g_object_ref (self), g_object_unref);
}

/**
 * vac_window_begin_writing:
 * @self: a window
 *
 * Keeps the window, and with it the program, until a file is written, see
 * vac_window_end_writing().
 */
void
vac_window_begin_writing (VacWindow *self)
{
  self->n_writing++;
}

/**
 * vac_window_end_writing:
 * @self: a window
 * @done: whether the file was written
 *
 * Closes the window if that was asked for meanwhile, unless there is something to say first.
 */
void
vac_window_end_writing (VacWindow *self,
                        gboolean   done)
{
  g_return_if_fail (self->n_writing > 0);

  self->n_writing--;
  self->close_after = self->close_after && done;
  self->closing = self->closing && done;
  if (!self->close_after || self->n_writing > 0)
    return;
  self->close_after = FALSE;
  close_later (self);
}

static void
on_close_answer_cb (const char *answer,
                    gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;

  self->asking = FALSE;
  if (g_str_equal (answer, "discard"))
    {
      self->closing = TRUE;
      close_later (self);
    }
  else if (g_str_equal (answer, "save"))
    vac_window_save (self, close_later);
}

/**
 * vac_window_confirm_close:
 * @self: a window
 *
 * Returns: whether the window may close now; otherwise the user is being asked, or the window
 *   closes once it has written what it is writing
 */
gboolean
vac_window_confirm_close (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  if (self->n_writing > 0)
    {
      self->close_after = TRUE;
      return FALSE;
    }
  if (self->closing || document == NULL || !vac_document_get_modified (document))
    return TRUE;
  if (self->asking)
    return FALSE;

  self->asking = TRUE;
  vac_ask (GTK_WINDOW (self), _("Save Changes?"),
           _("The posting has changes that are not saved. Changes that are not saved will be lost."),
           answers, "save", on_close_answer_cb, g_object_ref (self));

  return FALSE;
}

/**
 * vac_window_close_dialogs:
 * @self: a window that closes
 *
 * Whatever still asks something about the window is answered by closing it.
 */
void
vac_window_close_dialogs (VacWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GPtrArray) dialogs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (self))
        g_ptr_array_add (dialogs, g_steal_pointer (&toplevel));
    }
  for (guint i = 0; i < dialogs->len; i++)
    gtk_window_close (g_ptr_array_index (dialogs, i));
}
