/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-box"

#include "config.h"

#include "vac-editor.h"
#include "vac-node-box.h"

/**
 * VacNodeBox:
 *
 * A widget for every element of a list, one under the other. An element that moves keeps its
 * widget, with the focus and the caret in it.
 */
struct _VacNodeBox
{
  GtkWidget       parent_instance;

  /* Owned */
  VacNode        *list;
  GHashTable     *widgets;   /* node → widget, which is our child */

  VacNodeBoxFunc  create;
  gpointer        user_data;
};

G_DEFINE_FINAL_TYPE (VacNodeBox, vac_node_box, GTK_TYPE_WIDGET)

static void
remove_gone (VacNodeBox *self)
{
  GHashTableIter iter;
  gpointer node, widget;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &node, &widget))
    if (vac_node_get_parent (node) != self->list)
      {
        gtk_widget_unparent (widget);
        g_hash_table_iter_remove (&iter);
      }
}

static void
sync_children (VacNodeBox *self)
{
  GtkWidget *previous = NULL;

  remove_gone (self);
  for (guint i = 0; i < vac_node_get_n_children (self->list); i++)
    {
      VacNode *node = vac_node_get_child (self->list, i);
      GtkWidget *widget = g_hash_table_lookup (self->widgets, node);

      if (widget == NULL)
        {
          widget = self->create (node, self->user_data);
          g_hash_table_insert (self->widgets, g_object_ref (node), widget);
          vac_editor_set_node (widget, node);
        }
      gtk_widget_insert_after (widget, GTK_WIDGET (self), previous);
      previous = widget;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), previous != NULL);
}

static void
vac_node_box_dispose (GObject *object)
{
  VacNodeBox *self = VAC_NODE_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (vac_node_box_parent_class)->dispose (object);
}

static void
vac_node_box_class_init (VacNodeBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_node_box_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
vac_node_box_init (VacNodeBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
  self->widgets = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * vac_node_box_new:
 * @list: a list of a document
 * @create: makes the widget of an element
 * @user_data: for @create; must live as long as the box
 *
 * Returns: (transfer floating): a box that follows @list
 */
GtkWidget *
vac_node_box_new (VacNode        *list,
                  VacNodeBoxFunc  create,
                  gpointer        user_data)
{
  VacNodeBox *self;

  g_return_val_if_fail (vac_node_get_kind (list) == VAC_KIND_LIST, NULL);

  self = g_object_new (VAC_TYPE_NODE_BOX, NULL);
  self->list = g_object_ref (list);
  self->create = create;
  self->user_data = user_data;
  g_signal_connect_object (list, "items-changed", G_CALLBACK (sync_children), self,
                           G_CONNECT_SWAPPED);
  sync_children (self);

  return GTK_WIDGET (self);
}

/**
 * vac_node_box_set_spacing:
 * @self: a box
 * @spacing: the space between two widgets, in pixels
 */
void
vac_node_box_set_spacing (VacNodeBox *self,
                          int         spacing)
{
  g_return_if_fail (VAC_IS_NODE_BOX (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              spacing);
}
