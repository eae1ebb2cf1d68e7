/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-paste"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-window-private.h"

/* Whoever pastes a whole posting into one that says nothing yet may want it taken apart. The paste
 * goes where it was meant to, and a bar asks, once. */

#define HTML_TYPE "text/html"
#define BAR "pasted"

/* Less is no posting. */
#define FEWEST_LINES      5
#define FEWEST_CHARACTERS 200

struct _VacPasted
{
  VacDocument   *document;   /* owned: pasted into */
  guint64        state;      /* of the document before that */
  GBytes        *bytes;      /* owned; NULL while it is being read */
  VacImportKind  kind;
};

void
vac_pasted_free (VacPasted *pasted)
{
  if (pasted == NULL)
    return;
  g_object_unref (pasted->document);
  g_clear_pointer (&pasted->bytes, g_bytes_unref);
  g_free (pasted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPasted, vac_pasted_free)

/* A clipboard that is being read. */
typedef struct
{
  VacWindow *window;    /* owned */
  VacPasted *pasted;    /* owned */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->window);
  vac_pasted_free (reading->pasted);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* What was copied as a page alone has no lines to count. */
static gboolean
is_as_long_as_a_posting (const char *text,
                         GBytes     *page)
{
  g_auto (GStrv) lines = NULL;
  guint n_lines = 0;

  if (text == NULL)
    return page != NULL && g_bytes_get_size (page) >= FEWEST_CHARACTERS;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += *g_strstrip (lines[i]) != '\0';

  return n_lines >= FEWEST_LINES && g_utf8_strlen (text, -1) >= FEWEST_CHARACTERS;
}

static void
ask (VacWindow *self,
     VacPasted *pasted)
{
  if (vac_window_get_document (self) != pasted->document)
    {
      vac_pasted_free (pasted);
      return;
    }
  self->pasted = pasted;
  vac_state_bars_add (self->bars, BAR, _("Make a posting of this text?"), "win.paste-only",
                      _("_Paste Only Here"));
  vac_state_bars_add_action (self->bars, BAR, "win.make-posting", _("_Make a Posting"));
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  VacPasted *pasted = reading->pasted;

  if (reading->window->pasted != NULL || !is_as_long_as_a_posting (text, pasted->bytes))
    return;
  if (pasted->bytes == NULL)
    {
      pasted->bytes = g_bytes_new (text, strlen (text));
      pasted->kind = VAC_IMPORT_TEXT;
    }
  ask (reading->window, g_steal_pointer (&reading->pasted));
}

static void
on_html_spliced_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Reading *reading = user_data;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    {
      reading->pasted->bytes = g_memory_output_stream_steal_as_bytes (memory);
      reading->pasted->kind = VAC_IMPORT_HTML;
    }
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (reading->window)),
                                 reading->window->cancellable, on_text_read_cb, reading);
}

static void
on_html_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                               NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (memory, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                      G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, reading->window->cancellable,
                                  on_html_spliced_cb, reading);
  else
    gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), reading->window->cancellable,
                                   on_text_read_cb, reading);
}

/* What was copied as a page says by itself what is a heading. */
static void
read_clipboard (VacWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (self);
  reading->pasted = g_new0 (VacPasted, 1);
  reading->pasted->document = g_object_ref (vac_window_get_document (self));
  reading->pasted->state = vac_document_get_state (reading->pasted->document);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML_TYPE))
    gdk_clipboard_read_async (clipboard, (const char *[]) { HTML_TYPE, NULL }, G_PRIORITY_DEFAULT,
                              self->cancellable, on_html_read_cb, reading);
  else
    gdk_clipboard_read_text_async (clipboard, self->cancellable, on_text_read_cb, reading);
}

/* Returns: %FALSE, so that what has the focus pastes as always */
static gboolean
on_paste_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  VacWindow *self = VAC_WINDOW (widget);

  if (self->pasted == NULL && vac_window_says_nothing (self) &&
      !vac_document_get_read_only (vac_window_get_document (self)))
    read_clipboard (self);

  return FALSE;
}

static void
on_store_changed_cb (VacWindow  *self,
                     GParamSpec *pspec,
                     gpointer    user_data)
{
  vac_state_bars_remove (self->bars, BAR);
  g_clear_pointer (&self->pasted, vac_pasted_free);
}

/**
 * vac_window_watch_paste:
 * @self: a new window
 *
 * From now on, what is pasted into a posting that says nothing yet can become a posting.
 */
void
vac_window_watch_paste (VacWindow *self)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
  } keys[] = {
    { GDK_KEY_v, GDK_CONTROL_MASK },
    { GDK_KEY_Insert, GDK_SHIFT_MASK },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, keys[i].modifiers),
                          gtk_callback_action_new (on_paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "notify::store", G_CALLBACK (on_store_changed_cb), NULL);
}

/**
 * vac_window_paste_only:
 * @self: a window that asks whether to make a posting
 *
 * Leaves what was pasted where it is, and asks no more.
 */
void
vac_window_paste_only (VacWindow *self)
{
  vac_state_bars_remove (self->bars, BAR);
}

/* Returns: whether the paste was all that happened, and is undone */
static gboolean
undo_paste (VacPasted *pasted)
{
  VacDocument *document = pasted->document;

  if (vac_document_get_state (document) == pasted->state)
    return TRUE;
  if (!vac_document_get_can_undo (document))
    return FALSE;
  vac_document_undo (document);
  if (vac_document_get_state (document) == pasted->state)
    return TRUE;
  vac_document_redo (document);

  return FALSE;
}

/* Before the window imports: the text is not to be there twice. */
static void
on_apply_cb (VacDraftDialog *dialog,
             gpointer        recognition,
             gboolean        replace,
             VacWindow      *self)
{
  if (self->pasted != NULL)
    undo_paste (self->pasted);
}

/**
 * vac_window_make_pasted_posting:
 * @self: a window that asks whether to make a posting
 *
 * Shows what the posting would be.
 */
void
vac_window_make_pasted_posting (VacWindow *self)
{
  VacDraftDialog *dialog;

  vac_state_bars_remove (self->bars, BAR);
  if (self->pasted == NULL)
    return;
  dialog = vac_window_create_draft_dialog (self, VAC_DRAFT_INTO, G_CALLBACK (on_apply_cb));
  vac_draft_dialog_read_bytes (dialog, self->pasted->bytes, self->pasted->kind);
}
