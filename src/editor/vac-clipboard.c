/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-clipboard"

#include "config.h"

#include "vac-clipboard.h"
#include "vac-editor.h"
#include "vac-import-paste.h"
#include "vac-paste.h"

/* What was copied somewhere, as HTML and as text. What was copied in this program is pasted as it
 * is, but for lists that are offered as HTML. */

#define HTML_TYPE "text/html"

struct _VacClip
{
  char     *text;
  GBytes   *html;      /* nullable */
  gboolean  has_text;  /* the text was offered, and is not made of the HTML */
  gboolean  is_own;
};

/**
 * vac_clip_free:
 * @self: what was copied
 */
void
vac_clip_free (VacClip *self)
{
  g_clear_pointer (&self->html, g_bytes_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * vac_clip_get_text:
 * @self: what was copied
 *
 * Returns: (transfer none): it as plain text
 */
const char *
vac_clip_get_text (VacClip *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * vac_clip_split:
 * @self: what was copied
 *
 * A list that is offered as HTML is read from the HTML, which says that it is one; so is everything
 * when there is no plain text.
 *
 * Returns: (transfer full): it as the lines of a list, without their marks
 */
GStrv
vac_clip_split (VacClip *self)
{
  g_auto (GStrv) lines = NULL;
  gboolean is_list = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->html != NULL)
    lines = vac_import_split_html (self->html, &is_list);
  if (is_list || !self->has_text)
    return g_steal_pointer (&lines);

  return self->is_own ? vac_paste_split (self->text) : vac_import_split_text (self->text);
}

/**
 * vac_clip_dup_prose:
 * @self: what was copied
 *
 * Returns: (transfer full): it as text of several paragraphs, from the HTML if there is one; a
 *   single line is as the plain text has it
 */
char *
vac_clip_dup_prose (VacClip *self)
{
  g_autofree char *prose = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_own && self->has_text)
    return g_strdup (self->text);

  prose = self->html != NULL ? vac_import_prose_html (self->html) : NULL;
  if (prose != NULL && *prose != '\0' && (!self->has_text || strchr (prose, '\n') != NULL))
    return g_steal_pointer (&prose);

  return vac_import_prose_text (self->text);
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

/* @text: (nullable): the text that was offered */
static void
return_clip (GTask *task,
             char  *text)
{
  GBytes *html = g_task_get_task_data (task);
  VacClip *clip = g_new0 (VacClip, 1);

  clip->text = text;
  clip->has_text = text != NULL;
  clip->html = html != NULL ? g_bytes_ref (html) : NULL;
  clip->is_own = gdk_clipboard_is_local (g_task_get_source_object (task));
  if (text == NULL)
    {
      g_auto (GStrv) lines = vac_clip_split (clip);

      clip->text = g_strjoinv ("\n", lines);
    }
  g_task_return_pointer (task, clip, (GDestroyNotify) vac_clip_free);
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    return_clip (task, text);
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

  if (read)
    g_task_set_task_data (task, g_memory_output_stream_steal_as_bytes (memory),
                          (GDestroyNotify) g_bytes_unref);
  if (offers_text (g_task_get_source_object (task)))
    read_text (g_steal_pointer (&task));
  else if (read)
    return_clip (task, NULL);
  else
    g_task_return_pointer (task, NULL, NULL);
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

  tidy = vac_paste_tidy (vac_clip_get_text (clip), TRUE);
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
