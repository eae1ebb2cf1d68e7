/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-compare-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-compare-view-private.h"

/* What a comparison shows: the pages, what they are called, and the place that is looked at. */

GPtrArray *
vac_compare_view_get_differences (VacCompareView *self)
{
  return vac_diff_get_differences (self->diff);
}

VacDifference *
vac_compare_view_get_current (VacCompareView *self)
{
  GPtrArray *differences = vac_compare_view_get_differences (self);

  return self->current < differences->len ? g_ptr_array_index (differences, self->current) : NULL;
}

gboolean
vac_compare_view_other_is_earlier (VacCompareView *self)
{
  return self->order == VAC_COMPARE_OTHER_EARLIER;
}

VacDiffSides
vac_compare_view_get_sides (VacCompareView *self)
{
  const gboolean earlier = vac_compare_view_other_is_earlier (self);

  return (VacDiffSides) {
    .diff = self->diff,
    .earlier = earlier ? self->other : self->mine,
    .later = earlier ? self->mine : self->other,
  };
}

const char *
vac_compare_view_get_name (VacCompareView *self,
                           gboolean        earlier)
{
  return earlier == vac_compare_view_other_is_earlier (self) ? self->other_name : self->mine_name;
}

static gboolean
shows_both (VacCompareView *self)
{
  return self->side_by_side && !self->narrow;
}

static void
reveal (VacCompareView *self,
        VacDiffView     view,
        VacNode        *otherwise)
{
  const VacDifference *current = vac_compare_view_get_current (self);
  VacNode *node = self->outlines[view] != NULL && current != NULL
                      ? vac_diff_find_shown (self->outlines[view], current) : NULL;

  if (self->outlines[view] != NULL)
    vac_page_view_reveal_node (self->pages[view], node != NULL ? node : otherwise);
}

/* Where something would stand that is not there: beside what it would follow. */
static VacNode *
find_place (VacNode *list,
            guint    position)
{
  const guint n_children = list != NULL ? vac_node_get_n_children (list) : 0;

  if (n_children == 0)
    return list;

  return vac_node_get_child (list, position > 0 ? MIN (position, n_children) - 1 : 0);
}

void
vac_compare_view_reveal_current (VacCompareView *self)
{
  const VacDifference *current = vac_compare_view_get_current (self);
  VacNode *a = NULL, *b = NULL;

  if (current != NULL)
    {
      a = current->a != NULL ? current->a : find_place (current->list_a, current->position_a);
      b = current->b != NULL ? current->b : find_place (current->list_b, current->position_b);
    }
  reveal (self, VAC_DIFF_INLINE, current != NULL && current->b == NULL ? current->a : b);
  reveal (self, VAC_DIFF_EARLIER, a);
  reveal (self, VAC_DIFF_LATER, b);
}

void
vac_compare_view_update_names (VacCompareView *self)
{
  const guint n = vac_compare_view_get_differences (self)->len;
  g_autofree char *earlier = g_strdup_printf (_("Only in %s"),
                                              vac_compare_view_get_name (self, TRUE));
  g_autofree char *later = g_strdup_printf (_("Only in %s"),
                                            vac_compare_view_get_name (self, FALSE));
  /* Translators: %s is what another posting is called: the name of a file, “the file on disk”. */
  g_autofree char *title = g_strdup_printf (_("Compared with %s"), self->other_name);
  g_autofree char *count = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  g_autofree char *tooltip = g_strdup_printf (_("Take over from %s (Ctrl+Enter)"),
                                              self->other_name);

  gtk_label_set_label (self->earlier_label, earlier);
  gtk_label_set_label (self->later_label, later);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->earlier_label), earlier);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->later_label), later);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, n > 0 ? count : _("No differences"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_button_set_label (self->take_button, vac_compare_view_other_is_earlier (self)
                                           ? _("_Restore") : _("_Take Over"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->take_button), tooltip);
  vac_page_view_set_title (self->pages[VAC_DIFF_EARLIER], earlier);
  vac_page_view_set_title (self->pages[VAC_DIFF_LATER], later);
  vac_page_view_set_title (self->pages[VAC_DIFF_INLINE], title);
}

static void
show_outline (VacCompareView *self,
              VacDiffView     view,
              gboolean        shown)
{
  const VacDiffSides sides = vac_compare_view_get_sides (self);

  gtk_widget_set_visible (self->scrollers[view], shown);
  g_clear_pointer (&self->outlines[view], vac_outline_unref);
  if (!shown)
    return;
  self->outlines[view] = vac_diff_make_outline (&sides, view);
  vac_page_view_set_outline (self->pages[view], self->outlines[view]);
}

void
vac_compare_view_show_pages (VacCompareView *self)
{
  const gboolean both = shows_both (self);

  show_outline (self, VAC_DIFF_INLINE, !both);
  show_outline (self, VAC_DIFF_EARLIER, both);
  show_outline (self, VAC_DIFF_LATER, both);
  vac_compare_view_reveal_current (self);
}
