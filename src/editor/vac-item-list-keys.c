/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-item-list-keys"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-item-list-private.h"

/* What keys do in a list of items. Each key press is one step of the document's history. */

/* The text before and after the caret or the selection. */
void
vac_item_list_split_text (VacItemRow  *row,
                          char       **before,
                          char       **after)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vac_item_row_get_area (row)));
  GtkTextIter start, end, from, to;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  *before = gtk_text_buffer_get_text (buffer, &start, &from, TRUE);
  *after = gtk_text_buffer_get_text (buffer, &to, &end, TRUE);
}

static void
insert_after (VacItemList *self,
              VacItemRow  *row,
              const char  *text)
{
  g_autoptr (VacNode) item = vac_item_new (self->list, text);

  vac_document_insert (self->document, self->list, vac_item_row_get_position (row) + 1, item);
  row = vac_item_list_show_row (self, item);
  if (self->labelled && *text == '\0')
    vac_item_row_focus_first (row);
  else
    vac_item_row_focus (row, 0);
}

static gboolean
split_row (VacItemList *self,
           VacItemRow  *row)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  vac_item_list_split_text (row, &before, &after);
  vac_document_begin_step (self->document, _("Split Item"));
  vac_document_set_text (self->document, vac_item_row_get_text_leaf (row), before);
  insert_after (self, row, after);
  vac_document_end_step (self->document);

  return TRUE;
}

/* Appends the text of an item to that of the one before it. */
static gboolean
join_rows (VacItemList *self,
           VacItemRow  *first,
           VacItemRow  *second)
{
  VacNode *leaf = vac_item_row_get_text_leaf (first);
  g_autofree char *text = NULL;
  int offset = (int) g_utf8_strlen (vac_node_get_text (leaf), -1);

  g_assert (first != second);

  if (vac_item_has_label (vac_item_row_get_item (second)) ||
      vac_item_has_listen_for (vac_item_row_get_item (second)))
    return FALSE;

  text = g_strconcat (vac_node_get_text (leaf),
                      vac_node_get_text (vac_item_row_get_text_leaf (second)), NULL);
  vac_document_begin_step (self->document, _("Join Items"));
  vac_document_set_text (self->document, leaf, text);
  vac_item_row_focus (first, offset);
  vac_document_remove (self->document, vac_item_row_get_item (second));
  vac_document_end_step (self->document);

  return TRUE;
}

static gboolean
is_caret_at (VacItemRow *row,
             gboolean    end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vac_item_row_get_area (row)));
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));

  return !gtk_text_buffer_get_has_selection (buffer) &&
         (end ? gtk_text_iter_is_end (&caret) : gtk_text_iter_is_start (&caret));
}

static gboolean
press_backspace (VacItemList *self,
                 VacItemRow  *row)
{
  guint position = vac_item_row_get_position (row);

  if (!is_caret_at (row, FALSE))
    return FALSE;
  if (position > 0)
    return join_rows (self, vac_item_list_show_position (self, position - 1), row);
  if (*vac_node_get_text (vac_item_row_get_text_leaf (row)) != '\0' ||
      vac_item_has_label (vac_item_row_get_item (row)))
    return FALSE;

  return vac_document_remove (self->document, vac_item_row_get_item (row));
}

static gboolean
press_delete (VacItemList *self,
              VacItemRow  *row)
{
  VacItemRow *next = vac_item_list_show_position (self, vac_item_row_get_position (row) + 1);

  return next != NULL && is_caret_at (row, TRUE) && join_rows (self, row, next);
}

static gboolean
go_to (VacItemList *self,
       VacItemRow  *row,
       int          steps)
{
  guint position = vac_item_row_get_position (row);
  VacItemRow *other = NULL;

  if (!(steps < 0 ? vac_text_area_is_on_first_line (vac_item_row_get_area (row))
                  : vac_text_area_is_on_last_line (vac_item_row_get_area (row))))
    return FALSE;
  if (steps > 0 || position > 0)
    other = vac_item_list_show_position (self, position + (guint) steps);
  if (other == NULL)
    return FALSE;
  vac_item_row_focus (other, steps < 0 ? -1 : 0);

  return TRUE;
}

static gboolean
press_arrow (VacItemList     *self,
             VacItemRow      *row,
             GdkModifierType  modifiers,
             int              steps)
{
  if (modifiers == 0)
    return go_to (self, row, steps);
  if (modifiers != GDK_ALT_MASK)
    return FALSE;

  vac_editor_move_by (self->document, vac_item_row_get_item (row), steps);

  return TRUE;
}

static gboolean
press_enter (VacItemList     *self,
             VacItemRow      *row,
             GdkModifierType  modifiers)
{
  if (modifiers == GDK_CONTROL_MASK)
    {
      insert_after (self, row, "");
      return TRUE;
    }

  return modifiers == 0 && split_row (self, row);
}

static gboolean
press_text_key (VacItemList     *self,
                VacItemRow      *row,
                guint            keyval,
                GdkModifierType  modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return press_enter (self, row, modifiers);
    case GDK_KEY_BackSpace:
      return modifiers == 0 && press_backspace (self, row);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return modifiers == 0 && press_delete (self, row);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return press_arrow (self, row, modifiers, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return press_arrow (self, row, modifiers, 1);
    default:
      return FALSE;
    }
}

/* The label above the text and the button beside it: reordering works from everywhere. */
static gboolean
press_other_key (VacItemList     *self,
                 VacItemRow      *row,
                 GtkWidget       *focus,
                 guint            keyval,
                 GdkModifierType  modifiers)
{
  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return press_arrow (self, row, modifiers, -1);
  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return press_arrow (self, row, modifiers, 1);
  if (modifiers == 0 && vac_item_row_is_label (row, focus) &&
      (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      vac_item_row_focus (row, 0);
      return TRUE;
    }

  return FALSE;
}

gboolean
vac_item_list_press_key (VacItemList     *self,
                         guint            keyval,
                         guint            keycode,
                         GdkModifierType  state)
{
  VacItemRow *row = vac_item_list_find_focus_row (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *focus;

  if (row == NULL || vac_document_get_read_only (self->document))
    return FALSE;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (VAC_IS_TEXT_AREA (focus) && vac_text_area_is_composing (VAC_TEXT_AREA (focus)))
    return FALSE;

  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && gdk_keyval_to_lower (keyval) == GDK_KEY_l)
    return vac_item_row_toggle_include (row);

  return focus == GTK_WIDGET (vac_item_row_get_area (row))
         ? press_text_key (self, row, keyval, modifiers)
         : press_other_key (self, row, focus, keyval, modifiers);
}
