/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pair"

#include "config.h"

#include "vac-editor.h"
#include "vac-pair.h"

/**
 * VacPair:
 *
 * Two rows of a form beside each other, or one below the other where the width is too small for
 * both. A line stands between them.
 */
struct _VacPair
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (VacPair, vac_pair, GTK_TYPE_WIDGET)

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static gboolean
is_beside (VacPair *self,
           int      width)
{
  return width >= 2 * MAX (get_natural_width (self->first), get_natural_width (self->second)) + 1;
}

static GtkSizeRequestMode
vac_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vac_pair_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  VacPair *self = VAC_PAIR (widget);
  int first, second;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->first, orientation, -1, &first, NULL, NULL, NULL);
      gtk_widget_measure (self->second, orientation, -1, &second, NULL, NULL, NULL);
      *minimum = MAX (first, second);
      *natural = 2 * MAX (get_natural_width (self->first), get_natural_width (self->second)) + 1;
    }
  else if (for_size >= 0 && is_beside (self, for_size))
    {
      const int width = (for_size - 1) / 2;

      *minimum = *natural = MAX (get_height (self->first, width), get_height (self->second, width));
    }
  else
    {
      *minimum = *natural =
        get_height (self->first, for_size) + 1 + get_height (self->second, for_size);
    }
}

static void
vac_pair_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  VacPair *self = VAC_PAIR (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (is_beside (self, width))
    {
      const int left = (width - 1) / 2, right = width - 1 - left;

      vac_editor_allocate (mirrored ? self->second : self->first, 0, 0, left, height);
      vac_editor_allocate (self->line, left, 0, 1, height);
      vac_editor_allocate (mirrored ? self->first : self->second, left + 1, 0, right, height);
    }
  else
    {
      const int top = get_height (self->first, width);

      vac_editor_allocate (self->first, 0, 0, width, top);
      vac_editor_allocate (self->line, 0, top, width, 1);
      vac_editor_allocate (self->second, 0, top + 1, width, height - top - 1);
    }
}

static void
vac_pair_dispose (GObject *object)
{
  VacPair *self = VAC_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_pair_parent_class)->dispose (object);
}

static void
vac_pair_class_init (VacPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_pair_dispose;
  widget_class->get_request_mode = vac_pair_get_request_mode;
  widget_class->measure = vac_pair_measure;
  widget_class->size_allocate = vac_pair_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "vac-pair");
}

static void
vac_pair_init (VacPair *self)
{
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
}

/* A row belongs to a list, even if it is alone in it. */
static GtkWidget *
enclose (GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return list;
}

/**
 * vac_pair_new:
 * @first: (transfer floating): a row
 * @second: (transfer floating): another
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
vac_pair_new (GtkWidget *first,
              GtkWidget *second)
{
  VacPair *self;

  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (first), NULL);
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (second), NULL);

  self = g_object_new (VAC_TYPE_PAIR, NULL);
  self->first = enclose (first);
  self->second = enclose (second);
  gtk_widget_set_parent (self->first, GTK_WIDGET (self));
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->second, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
