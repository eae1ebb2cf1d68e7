/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-clipboard"

#include "config.h"

#include "vac-clipboard.h"
#include "vac-editor.h"
#include "vac-paste.h"

/* What was copied somewhere, as text and as lines. A list that is offered as HTML is read from the
 * HTML, which says that it is one; so is everything when there is no plain text. */

#define HTML_TYPE "text/html"

void
vac_clip_free (VacClip *clip)
{
  g_free (clip->text);
  g_strfreev (clip->lines);
  g_free (clip);
}

/* On X11, text may be offered under older names only. */
static gboolean
offers_text (GdkClipboard *clipboard)
{
  static const char *const names[] = {
    "text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT",
  };
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (gdk_content_formats_contain_mime_type (formats, names[i]))
      return TRUE;

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) &&
         !gdk_content_formats_contain_mime_type (formats, HTML_TYPE);
}

static void
return_clip (GTask *task,
             char  *text,
             GStrv  lines)
{
  VacClip *clip = g_new0 (VacClip, 1);

  clip->text = text;
  clip->lines = lines;
  g_task_return_pointer (task, clip, (GDestroyNotify) vac_clip_free);
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GStrv lines = g_task_get_task_data (task);
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    return_clip (task, text, lines != NULL ? g_strdupv (lines) : vac_paste_split (text));
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
read_text (GTask *task)
{
  gdk_clipboard_read_text_async (g_task_get_source_object (task), NULL, on_text_read_cb, task);
}

static void
on_html_spliced_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  gboolean read = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0;
  g_auto (GStrv) lines = NULL;
  gboolean is_list = FALSE;

  if (read)
    lines = vac_paste_split_html (g_memory_output_stream_get_data (memory),
                                  g_memory_output_stream_get_data_size (memory), &is_list);
  if (offers_text (g_task_get_source_object (task)))
    {
      if (is_list)
        g_task_set_task_data (task, g_steal_pointer (&lines), (GDestroyNotify) g_strfreev);
      read_text (g_steal_pointer (&task));
    }
  else if (lines != NULL)
    {
      char *text = g_strjoinv ("\n", lines);

      return_clip (task, text, g_steal_pointer (&lines));
    }
  else
    {
      g_task_return_pointer (task, NULL, NULL);
    }
}

static void
on_html_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      read_text (user_data);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_html_spliced_cb, user_data);
}

/**
 * vac_clipboard_read_async:
 * @clipboard: a clipboard
 * @callback: called when what is on it was read
 * @user_data: for @callback
 */
void
vac_clipboard_read_async (GdkClipboard        *clipboard,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  task = g_task_new (clipboard, NULL, callback, user_data);
  g_task_set_source_tag (task, vac_clipboard_read_async);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML_TYPE))
    gdk_clipboard_read_async (clipboard, (const char *[]) { HTML_TYPE, NULL }, G_PRIORITY_DEFAULT,
                              NULL, on_html_read_cb, task);
  else
    read_text (task);
}

/**
 * vac_clipboard_read_finish:
 * @clipboard: a clipboard
 * @result: the result of vac_clipboard_read_async()
 *
 * Returns: (transfer full) (nullable): what was on it; %NULL when that is no text
 */
VacClip *
vac_clipboard_read_finish (GdkClipboard *clipboard,
                           GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, clipboard), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* The text of @entry with @text in place of the selection. */
static char *
preview_insertion (GtkEditable *entry,
                   const char  *text)
{
  int from = gtk_editable_get_position (entry), to = from;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_editable_get_selection_bounds (entry, &from, &to);
  before = gtk_editable_get_chars (entry, 0, from);
  after = gtk_editable_get_chars (entry, to, -1);

  return g_strconcat (before, text, after, NULL);
}

static void
on_entry_clip_read_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GtkWidget) text = user_data;
  g_autoptr (VacClip) clip = vac_clipboard_read_finish (GDK_CLIPBOARD (source), result);
  GtkEditable *entry = GTK_EDITABLE (text);
  VacNode *leaf = vac_editor_find_node (text, NULL);
  g_autofree char *tidy = NULL;
  g_autofree char *whole = NULL;
  int position;

  if (clip == NULL || gtk_widget_get_root (text) == NULL || !gtk_editable_get_editable (entry))
    return;

  tidy = vac_paste_tidy (clip->text, TRUE);
  whole = preview_insertion (entry, tidy);
  if (leaf != NULL && vac_editor_is_too_long (text, leaf, whole))
    return;
  gtk_editable_delete_selection (entry);
  position = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, tidy, -1, &position);
  gtk_editable_set_position (entry, position);
}

static void
on_entry_paste_cb (GtkText *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  vac_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), on_entry_clip_read_cb,
                            g_object_ref (text));
}

/**
 * vac_clipboard_serve_entry:
 * @entry: an entry for a text of the document
 *
 * Pastes into it as into the other fields: in one line, no longer than the field takes.
 */
void
vac_clipboard_serve_entry (GtkEditable *entry)
{
  GtkEditable *text = GTK_EDITABLE (entry);

  g_return_if_fail (GTK_IS_EDITABLE (entry));

  while (text != NULL && !GTK_IS_TEXT (text))
    text = gtk_editable_get_delegate (text);
  if (text != NULL)
    g_signal_connect (text, "paste-clipboard", G_CALLBACK (on_entry_paste_cb), NULL);
}
