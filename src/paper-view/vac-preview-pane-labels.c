/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preview-pane"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-fit.h"
#include "vac-preview-pane-private.h"

/* What stands below the pages of the preview. */

static void
update_page_label (VacPreviewPane *self)
{
  guint n_pages = vac_page_view_get_n_pages (self->page_view);
  g_autofree char *label = NULL;
  g_autofree char *zoom = g_strdup_printf (_("%u %%"), vac_page_view_get_percent (self->page_view));

  /* Translators: the page that is shown, and how many there are. */
  label = g_strdup_printf (n_pages > 1 && self->setup.one_page
                           ? _("Page %u of %u, too long for one page") : _("Page %u of %u"),
                           vac_page_view_get_current_page (self->page_view), n_pages);
  gtk_label_set_label (self->page_label, n_pages > 0 ? label : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->page_label), n_pages > 0 ? label : NULL);
  gtk_button_set_label (self->zoom_button, zoom);
}

/* Lines that stand alone on a last page are told; what would spare it is found when asked for. */
static void
update_fit (VacPreviewPane *self)
{
  VacPaper *paper = vac_page_view_get_paper (self->page_view);
  const VacFit fit = {
    .n_lines = vac_fit_count_lines (paper),
    .n_pages = vac_paper_get_n_pages (paper) - 1,
  };
  const gboolean pages = gtk_widget_get_visible (GTK_WIDGET (self->page_label));
  g_autofree char *over = fit.n_lines > 0 ? vac_fit_say_lines (&fit) : NULL;

  if (over != NULL)
    {
      /* Translators: that many lines are too many for one page less. There is little room. */
      g_autofree char *brief = g_strdup_printf (self->narrow ? "+%u"
                                                             : ngettext ("%u line over",
                                                                         "%u lines over",
                                                                         fit.n_lines),
                                                fit.n_lines);

      gtk_label_set_label (self->fit_label, brief);
      gtk_label_set_ellipsize (self->fit_label,
                               self->narrow ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->fit_button), over);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->fit_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, over, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fit_button), over != NULL && pages);
}

/*
 * vac_preview_pane_update_labels:
 * @self: a pane with pages
 *
 * Says below the pages which one is shown, and what is too much.
 */
void
vac_preview_pane_update_labels (VacPreviewPane *self)
{
  update_page_label (self);
  update_fit (self);
}

static gboolean
on_label_cb (gpointer user_data)
{
  VacPreviewPane *self = user_data;

  self->label_source = 0;
  vac_preview_pane_update_labels (self);

  return G_SOURCE_REMOVE;
}

/*
 * vac_preview_pane_queue_labels:
 * @self: a pane
 *
 * Does the same a little later: a label that changes its width during an allocation is not placed
 * in that frame.
 */
void
vac_preview_pane_queue_labels (VacPreviewPane *self)
{
  if (self->label_source == 0 && self->page_view != NULL)
    self->label_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_label_cb, self, NULL);
}
