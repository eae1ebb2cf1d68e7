/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-item-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-focus.h"
#include "vac-item-list-private.h"
#include "vac-part-title.h"
#include "vac-shrink.h"

/* A list box is quick up to about this many rows of text; further ones are shown on request. */
#define ROWS_AT_ONCE 200

/**
 * VacItemList:
 *
 * Bullets to type in. Enter adds the next, taking along the text after the caret; Backspace at the
 * start joins with the one before; Alt+Up and Alt+Down or the handle reorder; pasting several lines
 * makes several bullets. Whatever the keys do is one step of the document's history.
 *
 * Rows follow the list of the document: an item that moves keeps its row, focus and caret.
 */
G_DEFINE_FINAL_TYPE (VacItemList, vac_item_list, GTK_TYPE_WIDGET)

static void on_row_remove_cb (VacItemList *self,
                              VacItemRow  *row);

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint first = vac_item_row_get_position (VAC_ITEM_ROW (a));
  guint second = vac_item_row_get_position (VAC_ITEM_ROW (b));

  return (first > second) - (first < second);
}

VacItemRow *
vac_item_list_get_row (VacItemList *self,
                       guint        position)
{
  VacNode *item = vac_node_get_child (self->list, position);

  return item != NULL ? g_hash_table_lookup (self->rows, item) : NULL;
}

VacItemRow *
vac_item_list_find_focus_row (VacItemList *self)
{
  GtkWidget *focus = vac_focus_find (GTK_WIDGET (self));

  if (focus == NULL)
    return NULL;

  return VAC_ITEM_ROW (gtk_widget_get_ancestor (focus, VAC_TYPE_ITEM_ROW));
}

static VacItemRow *
create_row (VacItemList *self,
            VacNode     *item)
{
  GtkWidget *row = vac_item_row_new (self->document, item);

  vac_item_row_set_labelled (VAC_ITEM_ROW (row), self->labelled);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_row_remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vac_item_row_get_area (VAC_ITEM_ROW (row)), "paste-clipboard",
                           G_CALLBACK (vac_item_list_paste), self, 0);
  gtk_list_box_append (self->list_box, row);

  return VAC_ITEM_ROW (row);
}

static void
update_more_buttons (VacItemList *self)
{
  guint n_items = vac_node_get_n_children (self->list);
  guint hidden = n_items - self->first > self->limit ? n_items - self->first - self->limit : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("Show %u More", "Show %u More", hidden),
                                           MIN (hidden, ROWS_AT_ONCE));
  g_autofree char *earlier = g_strdup_printf (ngettext ("Show %u Earlier", "Show %u Earlier",
                                                        self->first),
                                              MIN (self->first, ROWS_AT_ONCE));

  gtk_button_set_label (GTK_BUTTON (self->more_button), more);
  gtk_widget_set_visible (self->more_button, hidden > 0);
  gtk_button_set_label (GTK_BUTTON (self->earlier_button), earlier);
  gtk_widget_set_visible (self->earlier_button, self->first > 0);
}

/* A row that goes takes the focus with it; it belongs to the neighbour then. */
static void
drop_rows (VacItemList *self,
           GHashTable  *gone)
{
  VacItemRow *focus_row = vac_item_list_find_focus_row (self);
  GHashTableIter iter;
  gpointer row;
  guint position;

  if (focus_row == NULL || !g_hash_table_contains (gone, vac_item_row_get_item (focus_row)))
    focus_row = NULL;
  position = focus_row != NULL ? vac_item_row_get_position (focus_row) : 0;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list_box, row);

  if (focus_row == NULL)
    return;
  position = CLAMP (position, self->first,
                    self->first + MAX (g_hash_table_size (self->rows), 1) - 1);
  if (vac_item_list_get_row (self, position) != NULL)
    vac_item_row_focus (vac_item_list_get_row (self, position), -1);
  else
    gtk_widget_grab_focus (self->add_button);
}

static void
sync_rows (VacItemList *self)
{
  g_autoptr (GHashTable) gone = g_steal_pointer (&self->rows);
  guint n_items = vac_node_get_n_children (self->list);
  guint end;

  if (self->first >= n_items)
    self->first = n_items > self->limit ? n_items - self->limit : 0;
  end = self->first + MIN (n_items - self->first, self->limit);

  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = self->first; i < end; i++)
    {
      VacNode *item = vac_node_get_child (self->list, i);
      VacItemRow *row = g_hash_table_lookup (gone, item);

      if (row == NULL)
        row = create_row (self, item);
      vac_item_row_set_position (row, i, n_items);
      g_hash_table_insert (self->rows, g_object_ref (item), row);
      g_hash_table_remove (gone, item);
    }
  gtk_list_box_invalidate_sort (self->list_box);
  drop_rows (self, gone);
  update_more_buttons (self);
}

static void
show_part (VacItemList *self,
           guint        first,
           guint        limit)
{
  self->first = first;
  self->limit = limit;
  sync_rows (self);
}

static void
on_more_clicked_cb (VacItemList *self)
{
  show_part (self, self->first, self->limit + ROWS_AT_ONCE);
}

static void
on_earlier_clicked_cb (VacItemList *self)
{
  guint n = MIN (self->first, ROWS_AT_ONCE);

  show_part (self, self->first - n, self->limit + n);
}

static void
on_add_clicked_cb (VacItemList *self)
{
  vac_item_list_add (self);
}

static void
name_add_button (VacItemList *self)
{
  /* Translators: %s is the heading of the section */
  g_autofree char *name = g_strdup_printf (self->labelled ? _("Add Item, %s") : _("Add Bullet, %s"),
                                           vac_part_get_title (self->list));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
on_title_notify_text_cb (VacItemList *self)
{
  GHashTableIter iter;
  gpointer row;

  name_add_button (self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    vac_item_row_update_names (row);
}

static void
on_row_remove_cb (VacItemList *self,
                  VacItemRow  *row)
{
  vac_editor_remove (GTK_WIDGET (self), self->document, vac_item_row_get_item (row),
                     _("Item removed"));
}

VacItemRow *
vac_item_list_show_row (VacItemList *self,
                        VacNode     *item)
{
  vac_item_list_show_item (self, item);

  return g_hash_table_lookup (self->rows, item);
}

VacItemRow *
vac_item_list_show_position (VacItemList *self,
                             guint        position)
{
  VacNode *item = vac_node_get_child (self->list, position);

  return item != NULL ? vac_item_list_show_row (self, item) : NULL;
}

static guint
get_drop_position (VacItemList *self,
                   double       y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list_box, (int) y);
  graphene_rect_t bounds;

  if (row == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_box), &bounds))
    return self->first + g_hash_table_size (self->rows);

  return vac_item_row_get_position (VAC_ITEM_ROW (row)) +
         (y > bounds.origin.y + bounds.size.height / 2 ? 1 : 0);
}

static GdkDragAction
on_drop_motion_cb (VacItemList *self,
                   double       x,
                   double       y)
{
  guint position = get_drop_position (self, y);
  VacItemRow *row = vac_item_list_get_row (self, position);

  if (row != NULL)
    vac_editor_show_drop_line (&self->drop_row, GTK_WIDGET (row), FALSE);
  else if (position > 0 && vac_item_list_get_row (self, position - 1) != NULL)
    vac_editor_show_drop_line (&self->drop_row,
                               GTK_WIDGET (vac_item_list_get_row (self, position - 1)), TRUE);
  else
    vac_editor_show_drop_line (&self->drop_row, NULL, FALSE);

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave_cb (VacItemList *self)
{
  vac_editor_show_drop_line (&self->drop_row, NULL, FALSE);
}

static gboolean
on_drop_cb (VacItemList  *self,
            const GValue *value,
            double        x,
            double        y)
{
  VacNode *item = g_value_get_object (value);
  VacNode *from = item != NULL ? vac_node_get_parent (item) : NULL;
  guint position = get_drop_position (self, y);

  vac_editor_show_drop_line (&self->drop_row, NULL, FALSE);
  if (from == NULL || vac_node_get_root (item) != vac_document_get_root (self->document) ||
      vac_node_get_role (item) != vac_node_get_field (self->list)->element->role)
    return FALSE;

  if (from == self->list)
    {
      if (position > vac_node_get_position (item))
        position--;
      return vac_document_move (self->document, item, position);
    }

  vac_document_begin_step (self->document, _("Move Item"));
  if (vac_document_remove (self->document, item))
    vac_document_insert (self->document, self->list, position, item);
  vac_document_end_step (self->document);

  return TRUE;
}

static void
vac_item_list_dispose (GObject *object)
{
  VacItemList *self = VAC_ITEM_LIST (object);

  g_clear_weak_pointer (&self->drop_row);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_item_list_parent_class)->dispose (object);
}

static void
vac_item_list_class_init (VacItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_item_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VacItemList, content);
  gtk_widget_class_bind_template_child (widget_class, VacItemList, list_box);
  gtk_widget_class_bind_template_child (widget_class, VacItemList, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, VacItemList, more_button);
  gtk_widget_class_bind_template_child (widget_class, VacItemList, add_button);
  gtk_widget_class_bind_template_child (widget_class, VacItemList, add_label);
  gtk_widget_class_bind_template_callback (widget_class, vac_item_list_press_key);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
vac_item_list_init (VacItemList *self)
{
  GtkDropTarget *drop;

  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->limit = ROWS_AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list_box, compare_rows, NULL, NULL);

  drop = gtk_drop_target_new (VAC_TYPE_NODE, GDK_ACTION_MOVE);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop_cb), self);
  g_signal_connect_swapped (drop, "motion", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (on_drop_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_box), GTK_EVENT_CONTROLLER (drop));
}

/**
 * vac_item_list_new:
 * @document: the document
 * @list: a list of items or of texts in it
 *
 * Returns: (transfer floating): a list to edit them in
 */
GtkWidget *
vac_item_list_new (VacDocument *document,
                   VacNode     *list)
{
  VacItemList *self;
  VacNode *title;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_node_get_kind (list) == VAC_KIND_LIST, NULL);

  self = g_object_new (VAC_TYPE_ITEM_LIST, NULL);
  self->document = g_object_ref (document);
  self->list = g_object_ref (list);
  vac_editor_set_node (GTK_WIDGET (self), list);
  for (guint i = 0; i < vac_node_get_n_children (list) && !self->labelled; i++)
    self->labelled = vac_item_has_label (vac_node_get_child (list, i));
  g_object_bind_property (document, "read-only", self->add_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (sync_rows), self, G_CONNECT_SWAPPED);
  title = vac_part_find_title (list);
  if (title != NULL)
    g_signal_connect_object (title, "notify::text", G_CALLBACK (on_title_notify_text_cb), self,
                             G_CONNECT_SWAPPED);
  name_add_button (self);
  sync_rows (self);

  return GTK_WIDGET (self);
}

gboolean
vac_item_list_get_labelled (VacItemList *self)
{
  g_return_val_if_fail (VAC_IS_ITEM_LIST (self), FALSE);

  return self->labelled;
}

/**
 * vac_item_list_set_labelled:
 * @self: a list
 * @labelled: whether every item shows a label above its text
 */
void
vac_item_list_set_labelled (VacItemList *self,
                            gboolean     labelled)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (VAC_IS_ITEM_LIST (self));

  self->labelled = labelled;
  gtk_label_set_text (self->add_label, labelled ? _("Add Item") : _("Add Bullet"));
  name_add_button (self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    vac_item_row_set_labelled (row, labelled);
}

/**
 * vac_item_list_add:
 * @self: a list
 *
 * Adds an empty item at the end and puts the caret into it.
 */
void
vac_item_list_add (VacItemList *self)
{
  g_autoptr (VacNode) item = NULL;

  g_return_if_fail (VAC_IS_ITEM_LIST (self));

  item = vac_item_new (self->list, "");
  if (vac_document_append (self->document, self->list, item))
    vac_item_row_focus_first (vac_item_list_show_row (self, item));
}

/**
 * vac_item_list_show_item:
 * @self: a list
 * @item: an item in it
 *
 * Ensures that @item has a row, even far down a long list. Far from the present rows, others take
 * their place, so that there are never many.
 */
void
vac_item_list_show_item (VacItemList *self,
                         VacNode     *item)
{
  guint position;

  g_return_if_fail (VAC_IS_ITEM_LIST (self));
  g_return_if_fail (vac_node_get_parent (item) == self->list);

  position = vac_node_get_position (item);
  if (position >= self->first && position - self->first < self->limit)
    return;

  if (position == self->first + self->limit)
    on_more_clicked_cb (self);
  else if (position + 1 == self->first)
    on_earlier_clicked_cb (self);
  else
    show_part (self, position / ROWS_AT_ONCE * ROWS_AT_ONCE, ROWS_AT_ONCE);
}
