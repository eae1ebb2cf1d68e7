/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view"

#include "config.h"

#include "vac-page-view-private.h"

/* What stays visible around the block being edited, in pixels. */
#define REVEAL_MARGIN 48.0
#define REVEAL_MS 200

static void
on_animation_value (double   value,
                    gpointer user_data)
{
  VacPageView *self = user_data;

  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], value);
}

void
vac_page_view_stop_animation (VacPageView *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

static void
scroll_to (VacPageView *self,
           double       value)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  AdwAnimationTarget *target;

  value = CLAMP (value, 0, gtk_adjustment_get_upper (adjustment)
                           - gtk_adjustment_get_page_size (adjustment));
  vac_page_view_stop_animation (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_adjustment_set_value (adjustment, value);
      return;
    }

  /* Jumps immediately if the user wants no animations. */
  target = adw_callback_animation_target_new (on_animation_value, self, NULL);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self),
                                             gtk_adjustment_get_value (adjustment), value,
                                             REVEAL_MS, target);
  g_object_ref_sink (self->animation);
  adw_animation_play (self->animation);
}

static gboolean
is_heading (VacPageView *self)
{
  VacOutline *outline = vac_paper_get_outline (self->paper);

  return vac_outline_get_block (outline, self->block)->kind == VAC_BLOCK_HEADING;
}

/* Scrolls to what is being edited; for a heading, what follows it should be visible as well. */
void
vac_page_view_reveal_block (VacPageView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double margin;
  double size;
  double top;
  double bottom;
  double value;

  self->reveal_pending = FALSE;
  if (adjustment == NULL || !vac_page_view_get_block_extent (self, &top, &bottom))
    return;

  value = gtk_adjustment_get_value (adjustment);
  size = gtk_adjustment_get_page_size (adjustment);
  margin = MIN (REVEAL_MARGIN, size / 4);
  if (is_heading (self))
    bottom = MAX (bottom, top + size / 2);
  if (bottom - top > size - 2 * margin)
    bottom = top + MAX (size - 2 * margin, 1);

  if (top < value + MIN (margin, VAC_PAGE_VIEW_GAP))
    scroll_to (self, top - margin);
  else if (bottom > value + size - MIN (margin, VAC_PAGE_VIEW_GAP))
    scroll_to (self, bottom + margin - size);
}
