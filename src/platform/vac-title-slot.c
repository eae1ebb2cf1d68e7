/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-title-slot"

#include "config.h"

#include "vac-shrink.h"
#include "vac-title-slot.h"

/**
 * VacTitleSlot:
 *
 * The place of the title of a header bar, which is not there where the buttons leave too little.
 * Before GTK 4.12 buttons that can shrink, where letters are large, get what the title leaves: it
 * asks for nothing then, and takes what is left.
 */
struct _VacTitleSlot
{
  GtkWidget   parent_instance;

  GtkWidget  *title;   /* owned */
};

G_DEFINE_FINAL_TYPE (VacTitleSlot, vac_title_slot, GTK_TYPE_WIDGET)

static int
get_narrowest (VacTitleSlot *self)
{
  int narrowest;

  gtk_widget_measure (self->title, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);

  return narrowest;
}

static void
vac_title_slot_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  VacTitleSlot *self = VAC_TITLE_SLOT (widget);

  if (for_size >= 0 && for_size < get_narrowest (self))
    for_size = -1;
  gtk_widget_measure (self->title, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  *minimum = 0;
  if (vac_shrink_are_letters_large ())
    *natural = 0;
}

static void
vac_title_slot_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  VacTitleSlot *self = VAC_TITLE_SLOT (widget);
  const gboolean fits = width >= get_narrowest (self);

  gtk_widget_set_child_visible (self->title, fits);
  if (fits)
    gtk_widget_size_allocate (self->title, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
vac_title_slot_dispose (GObject *object)
{
  g_clear_pointer (&VAC_TITLE_SLOT (object)->title, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_title_slot_parent_class)->dispose (object);
}

static void
vac_title_slot_class_init (VacTitleSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_title_slot_dispose;
  widget_class->measure = vac_title_slot_measure;
  widget_class->size_allocate = vac_title_slot_size_allocate;
}

static void
vac_title_slot_init (VacTitleSlot *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * vac_title_slot_new:
 * @title: the title of a header bar
 *
 * Returns: (transfer floating): a place for it
 */
GtkWidget *
vac_title_slot_new (GtkWidget *title)
{
  VacTitleSlot *self;

  g_return_val_if_fail (GTK_IS_WIDGET (title), NULL);

  self = g_object_new (VAC_TYPE_TITLE_SLOT, NULL);
  self->title = title;
  gtk_widget_set_parent (title, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
