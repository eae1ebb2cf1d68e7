/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-frozen-grid"

#include "config.h"

#include "vac-frozen-cell.h"
#include "vac-frozen-grid.h"

/* Of the width there is, the columns that stay leave more than half to the others. */
#define MOST_OF_WIDTH 0.45

/* A first row that is higher than this, of the height there is, does not stay. */
#define MOST_OF_HEIGHT 0.65

/* Columns begin at multiples of this from each other, so that a pattern that repeats as often runs
 * on from one to the next: the hatching in the style sheet. */
#define PATTERN 10

/* How far an arrow key goes, in pixels. */
#define STEP 48

/**
 * VacFrozenGrid:
 *
 * A table that scrolls below its first row and beside its first columns, which stay in view: a
 * figure whose place and whose name have gone says nothing. GtkGrid in a viewport moves as a whole.
 */
struct _VacFrozenGrid
{
  GtkWidget            parent_instance;

  /* Owned */
  GArray              *cells;         /* of Cell, as they are read; the rows are children */
  GArray              *widths;        /* int, of the columns, as they were last handed out */
  GtkAdjustment       *hadjustment;
  GtkAdjustment       *vadjustment;

  GtkScrollablePolicy  hscroll_policy;
  GtkScrollablePolicy  vscroll_policy;
  guint                n_frozen;      /* columns that stay */
};

typedef struct
{
  GtkWidget *widget;     /* a VacFrozenCell, in a VacFrozenRow */
  GtkWidget *content;    /* in the widget */
  guint      column;
  guint      row;
} Cell;

G_DEFINE_FINAL_TYPE_WITH_CODE (VacFrozenGrid, vac_frozen_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static int
add_up (GArray *sizes,
        guint   n)
{
  int sum = 0;

  for (guint i = 0; i < MIN (n, sizes->len); i++)
    sum += g_array_index (sizes, int, i);

  return sum;
}

static void
enlarge (GArray *sizes,
         guint   position,
         int     size)
{
  if (position >= sizes->len)
    g_array_set_size (sizes, position + 1);
  g_array_index (sizes, int, position) = MAX (g_array_index (sizes, int, position), size);
}

/* As wide as the columns are in a window of @width; −1 as wide as they like to be. */
static GArray *
get_widths (VacFrozenGrid *self,
            int            width)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (int));
  int least = 0, frozen, most, rest;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      int minimum, natural;

      gtk_widget_measure (cell->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                          NULL);
      enlarge (widths, cell->column, natural);
      least = cell->column == 0 ? MAX (least, minimum) : least;
    }
  for (guint i = 1; i < widths->len; i++)
    g_array_index (widths, int, i) += PATTERN - 1 - (g_array_index (widths, int, i) - 1) % PATTERN;
  if (widths->len < 2 || width < 0)
    return widths;

  frozen = add_up (widths, self->n_frozen);
  most = (int) (width * MOST_OF_WIDTH);
  if (frozen > most)
    g_array_index (widths, int, 0) = MAX (g_array_index (widths, int, 0) - (frozen - most), least);
  rest = width - add_up (widths, widths->len);
  for (guint i = 1; rest > 0 && i < widths->len; i++)
    {
      int share = rest / (int) (widths->len - i);

      share -= i + 1 < widths->len ? share % PATTERN : 0;

      g_array_index (widths, int, i) += share;
      rest -= share;
    }

  return widths;
}

static GArray *
get_heights (VacFrozenGrid *self,
             GArray        *widths)
{
  GArray *heights = g_array_new (FALSE, TRUE, sizeof (int));

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      int natural;

      gtk_widget_measure (cell->content, GTK_ORIENTATION_VERTICAL,
                          g_array_index (widths, int, cell->column), NULL, &natural, NULL, NULL);
      enlarge (heights, cell->row, natural);
    }

  return heights;
}

static void
vac_frozen_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (widget);
  g_autoptr (GArray) widths = get_widths (self,
                                          orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1);
  g_autoptr (GArray) heights = NULL;

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = add_up (widths, widths->len);
      return;
    }
  heights = get_heights (self, widths);
  *natural = add_up (heights, heights->len);
}

/* What begins at the right stays as far from its beginning as it was. */
static void
configure (GtkAdjustment *adjustment,
           int            all,
           int            page,
           gboolean       from_end)
{
  double upper = MAX (all, page);
  double value = gtk_adjustment_get_value (adjustment);

  if (from_end)
    value = upper - page - (gtk_adjustment_get_upper (adjustment) -
                            gtk_adjustment_get_page_size (adjustment) - value);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, STEP, page * 0.9,
                            page);
}

/* How far a cell that does not stay is from where the table begins, for what is scrolled. */
static double
get_scrolled (GtkAdjustment *adjustment,
              gboolean       from_end)
{
  const double value = gtk_adjustment_get_value (adjustment);

  return from_end ? gtk_adjustment_get_upper (adjustment) -
                        gtk_adjustment_get_page_size (adjustment) - value
                  : value;
}

static gboolean
is_reversed (VacFrozenGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Where cells can be seen: the others are not behind those that stay. */
static GtkAllocation
get_area (VacFrozenGrid *self,
          const Cell    *cell,
          int            width,
          int            height,
          int            head)
{
  const int frozen = add_up (self->widths, self->n_frozen);
  GtkAllocation area = { .width = width, .height = height };

  if (cell->column >= self->n_frozen)
    {
      area.x = is_reversed (self) ? 0 : frozen;
      area.width = MAX (width - frozen, 0);
    }
  if (cell->row > 0)
    {
      area.y = head;
      area.height = MAX (height - head, 0);
    }

  return area;
}

static void
vac_frozen_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (widget);
  g_autoptr (GArray) heights = NULL;
  const gboolean reversed = is_reversed (self);
  gboolean stays;

  g_clear_pointer (&self->widths, g_array_unref);
  self->widths = get_widths (self, width);
  heights = get_heights (self, self->widths);
  stays = add_up (heights, 1) <= height * MOST_OF_HEIGHT;
  configure (self->hadjustment, add_up (self->widths, self->widths->len), width, reversed);
  configure (self->vadjustment, add_up (heights, heights->len), height, FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_size_allocate (row, &(GtkAllocation) { .width = width, .height = height }, -1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      const GtkAllocation area = get_area (self, cell, width, height,
                                           stays ? add_up (heights, 1) : 0);
      GtkAllocation place = {
        .x = add_up (self->widths, cell->column),
        .y = add_up (heights, cell->row),
        .width = g_array_index (self->widths, int, cell->column),
        .height = g_array_index (heights, int, cell->row),
      };

      if (cell->column >= self->n_frozen)
        place.x -= (int) get_scrolled (self->hadjustment, reversed);
      if (cell->row > 0 || !stays)
        place.y -= (int) gtk_adjustment_get_value (self->vadjustment);
      if (reversed)
        place.x = width - place.x - place.width;
      vac_frozen_cell_allocate (VAC_FROZEN_CELL (cell->widget), &place, &area);
    }
}

static void
scroll_to (VacFrozenGrid *self,
           double         scrolled)
{
  GtkAdjustment *adjustment = self->hadjustment;

  gtk_adjustment_set_value (adjustment, is_reversed (self)
                                            ? gtk_adjustment_get_upper (adjustment) -
                                                  gtk_adjustment_get_page_size (adjustment) -
                                                  scrolled
                                            : scrolled);
}

/* What gets the focus comes out from behind the columns that stay. */
static void
reveal (VacFrozenGrid *self,
        const Cell    *cell)
{
  const int frozen = add_up (self->widths, self->n_frozen);
  const double scrolled = get_scrolled (self->hadjustment, is_reversed (self));
  int x, end, room;

  if (cell->column < self->n_frozen || cell->column >= self->widths->len)
    return;
  x = add_up (self->widths, cell->column) - frozen;
  end = x + g_array_index (self->widths, int, cell->column);
  room = (int) gtk_adjustment_get_page_size (self->hadjustment) - frozen;
  if (scrolled > x)
    scroll_to (self, x);
  else if (scrolled + room < end)
    scroll_to (self, end - room);
}

static void
on_focus_enter_cb (VacFrozenGrid      *self,
                   GtkEventController *controller)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);

  for (guint i = 0; self->widths != NULL && i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).widget == widget)
      reveal (self, &g_array_index (self->cells, Cell, i));
}

static int
find_focus_cell (VacFrozenGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; focus != NULL && i < self->cells->len; i++)
    {
      GtkWidget *cell = g_array_index (self->cells, Cell, i).widget;

      if (focus == cell || gtk_widget_is_ancestor (focus, cell))
        return (int) i;
    }

  return -1;
}

/* Tab comes to the grid, whose arrow keys scroll, then to what is in its cells, and leaves. By
 * itself a widget that takes the focus keeps Tab from what is in it. */
static gboolean
vac_frozen_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (widget);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  const int n = (int) self->cells->len;
  int i = find_focus_cell (self);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (vac_frozen_grid_parent_class)->focus (widget, direction);
  if (i < 0 && forward && !gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (!forward && gtk_widget_is_focus (widget))
    return FALSE;
  if (i < 0)
    i = forward ? 0 : n - 1;
  for (; i >= 0 && i < n; i += forward ? 1 : -1)
    if (gtk_widget_child_focus (g_array_index (self->cells, Cell, i).widget, direction))
      return TRUE;

  return !forward && gtk_widget_grab_focus (widget);
}

static gboolean
on_key_pressed_cb (VacFrozenGrid   *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  GtkAdjustment *adjustment = keyval == GDK_KEY_Up || keyval == GDK_KEY_Down ? self->vadjustment
                                                                           : self->hadjustment;
  int direction = keyval == GDK_KEY_Up || keyval == GDK_KEY_Left ? -1
                  : keyval == GDK_KEY_Down || keyval == GDK_KEY_Right ? 1 : 0;

  if (direction == 0 || !gtk_widget_is_focus (GTK_WIDGET (self)) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + direction * STEP);

  return TRUE;
}

static void
set_adjustment (VacFrozenGrid  *self,
                GtkAdjustment **own,
                GtkAdjustment  *adjustment)
{
  if (*own != NULL)
    g_signal_handlers_disconnect_by_data (*own, self);
  g_clear_object (own);
  *own = g_object_ref_sink (adjustment != NULL ? adjustment
                                               : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*own, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
}

static void
vac_frozen_grid_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_frozen_grid_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_frozen_grid_dispose (GObject *object)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (object);

  vac_frozen_grid_clear (self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (vac_frozen_grid_parent_class)->dispose (object);
}

static void
vac_frozen_grid_finalize (GObject *object)
{
  VacFrozenGrid *self = VAC_FROZEN_GRID (object);

  g_array_unref (self->cells);
  g_clear_pointer (&self->widths, g_array_unref);

  G_OBJECT_CLASS (vac_frozen_grid_parent_class)->finalize (object);
}

static void
vac_frozen_grid_class_init (VacFrozenGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_frozen_grid_dispose;
  object_class->finalize = vac_frozen_grid_finalize;
  object_class->get_property = vac_frozen_grid_get_property;
  object_class->set_property = vac_frozen_grid_set_property;
  widget_class->measure = vac_frozen_grid_measure;
  widget_class->size_allocate = vac_frozen_grid_size_allocate;
  widget_class->focus = vac_frozen_grid_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
vac_frozen_grid_init (VacFrozenGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->n_frozen = 1;
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * vac_frozen_grid_set_n_frozen:
 * @self: a grid without cells
 * @n_frozen: how many columns stay in view, at least one
 */
void
vac_frozen_grid_set_n_frozen (VacFrozenGrid *self,
                              guint          n_frozen)
{
  g_return_if_fail (VAC_IS_FROZEN_GRID (self) && self->cells->len == 0 && n_frozen > 0);

  self->n_frozen = n_frozen;
}

/**
 * vac_frozen_grid_clear:
 * @self: a grid
 *
 * Removes what is in it.
 */
void
vac_frozen_grid_clear (VacFrozenGrid *self)
{
  GtkWidget *row;

  g_return_if_fail (VAC_IS_FROZEN_GRID (self));

  g_array_set_size (self->cells, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
}

static GtkAccessibleRole
get_role (guint column,
          guint row)
{
  if (row == 0)
    return column == 0 ? GTK_ACCESSIBLE_ROLE_CELL : GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;

  return column == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_CELL;
}

/* The row that the last cell is in, or a further one, called like its first cell: by itself it
 * would be called like all that is in it. */
static GtkWidget *
get_row (VacFrozenGrid *self,
         guint          row,
         const char    *name)
{
  const Cell *last = self->cells->len > 0
                         ? &g_array_index (self->cells, Cell, self->cells->len - 1) : NULL;
  GtkWidget *widget;

  if (last != NULL && last->row == row)
    return gtk_widget_get_parent (last->widget);
  widget = vac_frozen_row_new (name);
  gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);

  return widget;
}

/**
 * vac_frozen_grid_attach:
 * @self: a grid
 * @content: (transfer floating): what is in the cell
 * @column: 0 for the first of those that stay in view, which has the rows' titles
 * @row: 0 for the one that stays in view, which has the columns' titles
 * @name: (nullable): what a screen reader calls the cell, with the titles of its column and row
 *
 * Puts a cell where there is none yet. Cells come in the order in which they are read, row by row.
 */
void
vac_frozen_grid_attach (VacFrozenGrid *self,
                        GtkWidget     *content,
                        guint          column,
                        guint          row,
                        const char    *name)
{
  Cell cell = { .content = content, .column = column, .row = row };
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (VAC_IS_FROZEN_GRID (self) && GTK_IS_WIDGET (content));

  cell.widget = vac_frozen_cell_new (content, get_role (column, row), name);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter_cb), self);
  gtk_widget_add_controller (cell.widget, focus);
  gtk_widget_insert_before (cell.widget, get_row (self, row, name), NULL);
  g_array_append_val (self->cells, cell);
}

/**
 * vac_frozen_grid_get_child:
 * @self: a grid
 * @column: a column
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what is in the cell there
 */
GtkWidget *
vac_frozen_grid_get_child (VacFrozenGrid *self,
                           guint          column,
                           guint          row)
{
  g_return_val_if_fail (VAC_IS_FROZEN_GRID (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->column == column && cell->row == row)
        return cell->content;
    }

  return NULL;
}
