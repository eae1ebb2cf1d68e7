/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sidebar-drag"

#include "config.h"

#include "vac-editor.h"
#include "vac-sidebar-private.h"

/* Sections move by drag: among those under the same heading, with their subsections; subsections
 * within their section. */

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source,
                    double         x,
                    double         y,
                    VacSidebar    *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  VacNode *node = vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row));
  g_autoptr (GdkPaintable) picture = NULL;

  if (vac_node_get_role (node) != VAC_ROLE_SECTION || vac_document_get_read_only (self->document))
    return NULL;

  picture = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  self->dragged = node;

  return gdk_content_provider_new_typed (VAC_TYPE_NODE, node);
}

static void
on_drag_end_cb (GtkDragSource *source,
                GdkDrag       *drag,
                gboolean       delete_data,
                VacSidebar    *self)
{
  self->dragged = NULL;
  vac_editor_show_drop_line (&self->drop_row, NULL, FALSE);
}

/* The section that @row belongs to, at the level of what is dragged. */
static VacNode *
find_neighbour (VacSidebar *self,
                GtkWidget  *row)
{
  VacNode *node = vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row));

  for (; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION &&
        vac_sidebar_are_neighbours (self->dragged, node))
      return node;

  return NULL;
}

/* The row of a section, or of the last of its subsections. */
static GtkWidget *
get_row (VacSidebar *self,
         VacNode    *section,
         gboolean    last)
{
  VacNode *parts = last ? vac_node_get (section, VAC_ROLE_SUBSECTIONS) : NULL;
  const guint n_parts = parts != NULL ? vac_node_get_n_children (parts) : 0;

  return n_parts > 0 ? get_row (self, vac_node_get_child (parts, n_parts - 1), TRUE)
                     : g_hash_table_lookup (self->rows, section);
}

/* Returns the section that the dragged one would go before or after; NULL where it cannot go. */
static VacNode *
find_place (VacSidebar *self,
            double      y,
            gboolean   *after)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list_box, (int) y);
  VacNode *neighbour = self->dragged != NULL && row != NULL
                           ? find_neighbour (self, GTK_WIDGET (row))
                           : NULL;
  graphene_rect_t first, last;

  if (neighbour == NULL ||
      !gtk_widget_compute_bounds (get_row (self, neighbour, FALSE), GTK_WIDGET (self->list_box),
                                  &first) ||
      !gtk_widget_compute_bounds (get_row (self, neighbour, TRUE), GTK_WIDGET (self->list_box),
                                  &last))
    return NULL;

  *after = y > (first.origin.y + last.origin.y + last.size.height) / 2;

  return neighbour;
}

static GdkDragAction
on_motion_cb (VacSidebar *self,
              double      x,
              double      y)
{
  gboolean after = FALSE;
  VacNode *place = find_place (self, y, &after);

  vac_editor_show_drop_line (&self->drop_row, place != NULL ? get_row (self, place, after) : NULL,
                             after);

  return place != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (VacSidebar *self)
{
  vac_editor_show_drop_line (&self->drop_row, NULL, FALSE);
}

static gboolean
on_drop_cb (VacSidebar   *self,
            const GValue *value,
            double        x,
            double        y)
{
  gboolean after = FALSE;
  VacNode *place = find_place (self, y, &after);
  guint position;

  vac_editor_show_drop_line (&self->drop_row, NULL, FALSE);
  if (place == NULL)
    return FALSE;

  position = vac_node_get_position (place) + after;
  if (position > vac_node_get_position (self->dragged))
    position--;

  return vac_document_move (self->document, self->dragged, position);
}

/**
 * vac_sidebar_make_draggable:
 * @self: a sidebar
 * @row: a new row of it
 */
void
vac_sidebar_make_draggable (VacSidebar    *self,
                            VacSidebarRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
}

/**
 * vac_sidebar_accept_drops:
 * @self: a new sidebar
 */
void
vac_sidebar_accept_drops (VacSidebar *self)
{
  GtkDropTarget *target = gtk_drop_target_new (VAC_TYPE_NODE, GDK_ACTION_MOVE);

  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_box), GTK_EVENT_CONTROLLER (target));
}
