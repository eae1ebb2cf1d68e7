/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preview-pane"

#include "config.h"

#include "vac-preview-pane-private.h"

/* What a preview shows of its pages, and how large. */

/**
 * vac_preview_pane_get_current_page:
 * @self: a pane
 *
 * Returns: the page that is read now, from 1
 */
guint
vac_preview_pane_get_current_page (VacPreviewPane *self)
{
  g_return_val_if_fail (VAC_IS_PREVIEW_PANE (self), 1);

  return self->page_view != NULL ? MAX (vac_page_view_get_current_page (self->page_view), 1) : 1;
}

/**
 * vac_preview_pane_get_zoom:
 * @self: a pane
 *
 * Returns: see #VacPreviewPane:zoom
 */
double
vac_preview_pane_get_zoom (VacPreviewPane *self)
{
  g_return_val_if_fail (VAC_IS_PREVIEW_PANE (self), 0);

  return self->page_view != NULL ? vac_page_view_get_zoom (self->page_view) : self->zoom;
}

/**
 * vac_preview_pane_set_zoom:
 * @self: a pane
 * @zoom: see #VacPreviewPane:zoom
 */
void
vac_preview_pane_set_zoom (VacPreviewPane *self,
                           double          zoom)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));

  if (self->page_view != NULL)
    {
      vac_page_view_set_zoom (self->page_view, zoom);
      return;
    }
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * vac_preview_pane_zoom:
 * @self: a pane
 * @direction: see vac_page_view_zoom()
 */
void
vac_preview_pane_zoom (VacPreviewPane *self,
                       int             direction)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));

  if (self->page_view != NULL)
    vac_page_view_zoom (self->page_view, direction);
  else if (direction == 0)
    vac_preview_pane_set_zoom (self, 0);
}
