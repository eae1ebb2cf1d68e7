/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-item-list-paste"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-clipboard.h"
#include "vac-editor.h"
#include "vac-item-list-private.h"
#include "vac-paste.h"

/* Pasting into a list of items: every line becomes one. */

/* More than any posting has, and few enough to be done at once. */
#define MOST_LINES 50000

typedef struct
{
  VacItemList *list;
  VacItemRow  *row;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->list);
  g_object_unref (paste->row);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* The text before the caret joins the first line, the text after it the last. */
static GStrv
join_lines (VacItemRow        *row,
            const char *const *lines,
            guint              n_lines)
{
  GStrv texts = g_new0 (char *, n_lines + 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert (n_lines > 1);

  vac_item_list_split_text (row, &before, &after);
  for (guint i = 0; i < n_lines; i++)
    texts[i] = g_strconcat (i == 0 ? before : "", lines[i], i == n_lines - 1 ? after : "", NULL);

  return texts;
}

/* Says why nothing is pasted when it is more than a list or a field of it takes. */
static gboolean
is_too_much (VacItemList *self,
             VacNode     *leaf,
             GStrv        texts)
{
  guint n_lines = g_strv_length (texts);

  if (n_lines > MOST_LINES)
    {
      g_autofree char *sentence = g_strdup_printf (
          _("Nothing was pasted: %u lines are more than the %u that can be pasted at once."),
          n_lines, MOST_LINES);

      vac_editor_tell (GTK_WIDGET (self), sentence);
      return TRUE;
    }
  for (guint i = 0; i < n_lines; i++)
    if (vac_editor_is_too_long (GTK_WIDGET (self), leaf, texts[i]))
      return TRUE;

  return FALSE;
}

static void
paste_lines (VacItemList *self,
             VacItemRow  *row,
             GStrv        lines)
{
  VacNode *leaf = vac_item_row_get_text_leaf (row);
  guint n_lines = g_strv_length (lines);
  g_auto (GStrv) texts = join_lines (row, (const char *const *) lines, n_lines);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (is_too_much (self, leaf, texts))
    return;
  for (guint i = 1; i < n_lines; i++)
    g_ptr_array_add (items, vac_item_new (self->list, texts[i]));

  vac_document_begin_step (self->document, _("Paste"));
  vac_document_set_text (self->document, leaf, texts[0]);
  vac_document_insert_all (self->document, self->list, vac_item_row_get_position (row) + 1, items);
  vac_document_end_step (self->document);

  vac_item_row_focus (vac_item_list_show_row (self, g_ptr_array_index (items, items->len - 1)),
                      (int) g_utf8_strlen (lines[n_lines - 1], -1));
}

/* Whether the only line was several, which a program had broken. */
static gboolean
was_joined (VacClip *clip)
{
  g_autofree char *line = g_strstrip (vac_paste_tidy (vac_clip_get_text (clip), FALSE));

  return strchr (line, '\n') != NULL;
}

static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (VacClip) clip = vac_clipboard_read_finish (GDK_CLIPBOARD (source), result);
  g_auto (GStrv) lines = NULL;

  /* Nothing on the clipboard that is text, or the row went away in the meantime. */
  if (clip == NULL || paste->list->rows == NULL ||
      g_hash_table_lookup (paste->list->rows, vac_item_row_get_item (paste->row)) != paste->row)
    return;

  lines = vac_clip_split (clip);
  if (g_strv_length (lines) > 1)
    paste_lines (paste->list, paste->row, lines);
  else
    vac_text_area_insert (vac_item_row_get_area (paste->row),
                          lines[0] != NULL && was_joined (clip) ? lines[0]
                                                                : vac_clip_get_text (clip));
}

void
vac_item_list_paste (VacTextArea *area,
                     VacItemList *self)
{
  Paste *paste;

  g_signal_stop_emission_by_name (area, "paste-clipboard");
  if (vac_document_get_read_only (self->document))
    return;

  paste = g_new0 (Paste, 1);
  paste->list = g_object_ref (self);
  paste->row = g_object_ref (VAC_ITEM_ROW (gtk_widget_get_ancestor (GTK_WIDGET (area),
                                                                     VAC_TYPE_ITEM_ROW)));
  vac_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), on_clipboard_read_cb,
                            paste);
}
