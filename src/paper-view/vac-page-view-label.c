/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view-label"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-page-view-private.h"

/* What a screen reader says of the pages. */

void
vac_page_view_update_label (VacPageView *self)
{
  g_autofree char *label = NULL;

  /* Translators: what a screen reader says of the preview. */
  label = self->title == NULL
              ? g_strdup_printf (_("Preview, page %u of %u"), self->current_page, self->n_pages)
              : g_strdup_printf (_("%s, page %u of %u"), self->title, self->current_page,
                                 self->n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * vac_page_view_set_title:
 * @self: a view
 * @title: (nullable): what its pages are, translated; %NULL for the preview
 *
 * Tells it apart from others for screen readers.
 */
void
vac_page_view_set_title (VacPageView *self,
                         const char  *title)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));

  g_free (self->title);
  self->title = g_strdup (title);
  vac_page_view_update_label (self);
}
