/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-frozen-cell"

#include "config.h"

#include "vac-frozen-cell.h"

/* What a table that scrolls beside some of its cells is made of: rows of cells, as a screen reader
 * hears a table. */

/**
 * VacFrozenRow:
 *
 * As large as the table, which places its cells: some stay where others scroll. Between them, what
 * is below the pointer is the table.
 */
struct _VacFrozenRow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VacFrozenRow, vac_frozen_row, GTK_TYPE_WIDGET)

static gboolean
vac_frozen_row_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  return FALSE;
}

static void
unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
vac_frozen_row_dispose (GObject *object)
{
  unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (vac_frozen_row_parent_class)->dispose (object);
}

static void
vac_frozen_row_class_init (VacFrozenRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_frozen_row_dispose;
  GTK_WIDGET_CLASS (klass)->contains = vac_frozen_row_contains;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW);
}

static void
vac_frozen_row_init (VacFrozenRow *self)
{
}

static GtkWidget *
name (GtkWidget  *widget,
      const char *text)
{
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    -1);

  return widget;
}

/*
 * vac_frozen_row_new:
 * @title: (nullable): what a screen reader calls it
 *
 * Returns: (transfer floating): a row without cells, which are its children
 */
GtkWidget *
vac_frozen_row_new (const char *title)
{
  return name (g_object_new (VAC_TYPE_FROZEN_ROW, NULL), title);
}

/**
 * VacFrozenCell:
 *
 * Only what of it is beside the cells that stay is there, for the eye as for the pointer, so that
 * cells can stand in the order in which they are read.
 */
struct _VacFrozenCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VacFrozenCell, vac_frozen_cell, GTK_TYPE_WIDGET)

static void
vac_frozen_cell_dispose (GObject *object)
{
  unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (vac_frozen_cell_parent_class)->dispose (object);
}

static void
vac_frozen_cell_class_init (VacFrozenCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_frozen_cell_dispose;
}

static void
vac_frozen_cell_init (VacFrozenCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/*
 * vac_frozen_cell_new:
 * @content: (transfer floating): what is in it
 * @role: of a cell, or of a header
 * @title: (nullable): what a screen reader calls it
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
vac_frozen_cell_new (GtkWidget         *content,
                     GtkAccessibleRole  role,
                     const char        *title)
{
  GtkWidget *self = g_object_new (VAC_TYPE_FROZEN_CELL, "accessible-role", role, NULL);

  gtk_widget_set_parent (content, self);

  return name (self, title);
}

/*
 * vac_frozen_cell_get_content:
 * @self: a cell
 *
 * Returns: (transfer none): what is in it
 */
GtkWidget *
vac_frozen_cell_get_content (VacFrozenCell *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

/*
 * vac_frozen_cell_allocate:
 * @self: a cell whose row has its size
 * @place: where all of it is in its row
 * @area: where cells like it can be seen there
 */
void
vac_frozen_cell_allocate (VacFrozenCell       *self,
                          const GtkAllocation *place,
                          const GtkAllocation *area)
{
  GtkAllocation seen, content = *place;

  if (!gdk_rectangle_intersect (place, area, &seen))
    seen = (GtkAllocation) { .x = area->x, .y = area->y };
  content.x -= seen.x;
  content.y -= seen.y;
  gtk_widget_size_allocate (GTK_WIDGET (self), &seen, -1);
  gtk_widget_size_allocate (vac_frozen_cell_get_content (self), &content, -1);
}
