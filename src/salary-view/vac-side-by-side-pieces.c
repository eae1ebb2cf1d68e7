/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-side-by-side"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vac-range-bar.h"
#include "vac-side-by-side-private.h"
#include "vac-text-label.h"

/* What places in columns and places in rows are made of. */

/* How thick the bars are, in pixels. */
#define THICK      12
#define DIFFERENCE 4

/*
 * vac_sides_get_name:
 * @sides: what is compared
 * @index: which place
 *
 * Returns: (transfer none): its name, or that it has none
 */
const char *
vac_sides_get_name (const VacSides *sides,
                    guint           index)
{
  const char *name = vac_comparison_get_place (sides->comparison, index)->name;

  return *name != '\0' ? name : C_("place", "Unnamed");
}

/*
 * vac_sides_get_index:
 * @sides: what is compared
 * @node: a place of the document
 *
 * Returns: its index in the comparison; %VAC_SIDES_NONE if it is not compared
 */
guint
vac_sides_get_index (const VacSides *sides,
                     VacNode        *node)
{
  const guint index = GPOINTER_TO_UINT (g_hash_table_lookup (sides->indexes, node));

  return index > 0 ? index - 1 : VAC_SIDES_NONE;
}

gboolean
vac_sides_has_posting (const VacSides *sides)
{
  return vac_pay_range_is_known (&sides->posting.range);
}

gboolean
vac_sides_is_base (const VacSides *sides,
                   guint           index)
{
  const VacComparedPlace *base = vac_comparison_get_base (sides->comparison);

  return base != NULL && base->node == vac_comparison_get_place (sides->comparison, index)->node;
}

gboolean
vac_sides_is_writable (const VacSides *sides)
{
  return !vac_document_get_read_only (vac_salary_list_get_document (sides->list));
}

/*
 * vac_sides_shows:
 * @sides: what is compared
 * @fact: a fact
 *
 * Few figures settle a question of pay; the others are a menu entry away. Where surveys are mixed
 * and figures are doubtful is always said.
 *
 * Returns: whether there is a row for it
 */
gboolean
vac_sides_shows (const VacSides *sides,
                 VacFact         fact)
{
  static const VacFact few[] = {
    VAC_FACT_MINIMUM, VAC_FACT_MAXIMUM, VAC_FACT_MIDPOINT, VAC_FACT_OVER_NATIONAL_SHARE,
    VAC_FACT_POSTING, VAC_FACT_PRICE_INDEX, VAC_FACT_NATIONAL_DOLLARS, VAC_FACT_RULE_MINIMUM,
    VAC_FACT_RULE_MAXIMUM, VAC_FACT_SOURCES, VAC_FACT_DOUBTS,
  };

  if (fact == VAC_FACT_NAME || !vac_comparison_has_fact (sides->comparison, fact))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    if (few[i] == fact)
      return TRUE;

  return sides->all_figures;
}

/*
 * vac_sides_get_title:
 * @fact: a fact
 *
 * Returns: (transfer none): what its row is called: cost of living is named as such beside pay
 */
const char *
vac_sides_get_title (VacFact fact)
{
  if (fact == VAC_FACT_PRICE_INDEX)
    return _("Cost of living (nation = 100)");
  if (fact == VAC_FACT_NATIONAL_DOLLARS)
    return _("Midpoint at national prices");
  if (fact == VAC_FACT_OVER_NATIONAL_SHARE)
    return _("Geographic differential, in percent");

  return vac_fact_get_title (fact);
}

/*
 * vac_sides_keep_order:
 * @figure: an amount, a range, or a difference
 *
 * Signs and parentheses have no direction of their own: among right-to-left text they would stand
 * on the wrong side of their figure.
 *
 * Returns: (transfer full): @figure in an isolate that runs from left to right, where that matters
 */
char *
vac_sides_keep_order (const char *figure)
{
  return *figure != '\0' && gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL
             ? g_strdup_printf ("\u2066%s\u2069", figure)
             : g_strdup (figure);
}

GtkWidget *
vac_sides_label_new (const char *text,
                     const char *style)
{
  GtkWidget *label = vac_text_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/*
 * vac_sides_fit_axis:
 * @sides: what is compared
 * @length: how long the axis is
 * @label_length: what the label of a tick takes of it
 *
 * Returns: one axis for all that is compared
 */
VacAxis
vac_sides_fit_axis (const VacSides *sides,
                    double          length,
                    double          label_length)
{
  VacMoney minimum, maximum;

  vac_comparison_get_extent (sides->comparison, &minimum, &maximum);

  return vac_axis_fit (minimum, maximum, length, label_length);
}

static void
add_place (VacRangeBar            *bar,
           const VacComparedPlace *place,
           const char             *style)
{
  const VacMoney middle = vac_compared_place_get_twice_midpoint (place) / 2;

  if (vac_pay_range_is_known (&place->range))
    vac_range_bar_add (bar, style, &place->range, THICK);
  if (middle > 0)
    vac_range_bar_add (bar, "vac-midpoint", &(VacPayRange) { middle, middle }, THICK + 6);
}

/*
 * vac_sides_bar_new:
 * @sides: what is compared
 * @orientation: where the axis runs
 * @axis: the axis of all
 * @index: which place; %VAC_SIDES_NONE for the posting's own range
 *
 * Returns: (transfer floating): its part of the chart, on the bands of the nation and the posting,
 *   which run on in the parts beside it
 */
GtkWidget *
vac_sides_bar_new (const VacSides *sides,
                   GtkOrientation  orientation,
                   const VacAxis  *axis,
                   guint           index)
{
  VacRangeBar *bar = VAC_RANGE_BAR (vac_range_bar_new (orientation, axis));
  const VacPayRange *national = vac_comparison_get_national (sides->comparison);
  const gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;

  gtk_widget_add_css_class (GTK_WIDGET (bar), upright ? "vac-upright" : "vac-level");
  if (vac_pay_range_is_known (national))
    vac_range_bar_add (bar, "vac-national", national, 0);
  vac_range_bar_add_ticks (bar);
  if (vac_sides_has_posting (sides))
    vac_range_bar_add (bar, "vac-posting-band", &sides->posting.range, 0);
  if (index == VAC_SIDES_NONE)
    add_place (bar, &sides->posting, "vac-posting");
  else
    add_place (bar, vac_comparison_get_place (sides->comparison, index), "vac-range");

  return GTK_WIDGET (bar);
}

/*
 * vac_sides_axis_new:
 * @sides: what is compared
 * @orientation: where the axis runs
 * @axis: the axis of all
 *
 * Returns: (transfer floating): the labels of its ticks
 */
GtkWidget *
vac_sides_axis_new (const VacSides *sides,
                    GtkOrientation  orientation,
                    const VacAxis  *axis)
{
  GtkWidget *bar = vac_range_bar_new (orientation, axis);

  for (guint i = 0; i < vac_axis_get_n_ticks (axis); i++)
    {
      g_autofree char *text =
        vac_axis_format_tick (axis, i, vac_comparison_get_currency (sides->comparison),
                              vac_comparison_get_language (sides->comparison));

      vac_range_bar_add_label (VAC_RANGE_BAR (bar), text, vac_axis_get_tick (axis, i));
    }

  return bar;
}

/*
 * vac_sides_get_most:
 * @sides: what is compared
 * @fact: a fact
 *
 * Returns: the largest difference to the base, whatever its sign; 0 for none
 */
gint64
vac_sides_get_most (const VacSides *sides,
                    VacFact         fact)
{
  gint64 most = 0;

  for (guint i = 0; i < vac_comparison_get_n_places (sides->comparison); i++)
    {
      gint64 difference, tenths;

      if (vac_comparison_get_difference (sides->comparison, i, fact, &difference, &tenths))
        most = MAX (most, ABS (difference));
    }

  return most;
}

/*
 * vac_sides_difference_bar_new:
 * @sides: what is compared
 * @index: which place
 * @fact: a fact
 * @most: the largest difference of its row
 *
 * Returns: (transfer floating) (nullable): the difference to the base as a small bar that goes to
 *   its side of the middle; %NULL for none
 */
GtkWidget *
vac_sides_difference_bar_new (const VacSides *sides,
                              guint           index,
                              VacFact         fact,
                              gint64          most)
{
  const VacAxis axis = { -most, most, MAX (most, 1) };
  gint64 difference, tenths;
  GtkWidget *bar;

  if (most == 0 || vac_sides_is_base (sides, index) ||
      !vac_comparison_get_difference (sides->comparison, index, fact, &difference, &tenths))
    return NULL;
  bar = vac_range_bar_new (GTK_ORIENTATION_HORIZONTAL, &axis);
  gtk_widget_add_css_class (bar, "vac-differences");
  vac_range_bar_add (VAC_RANGE_BAR (bar), "vac-tick", &(VacPayRange) { 0, 0 }, 0);
  if (difference != 0)
    vac_range_bar_add (VAC_RANGE_BAR (bar), "vac-difference",
                       &(VacPayRange) { MIN (difference, 0), MAX (difference, 0) }, DIFFERENCE);

  return bar;
}

/*
 * vac_sides_use_button_new:
 *
 * Returns: (transfer floating): a button that offers the range of a place for the posting, once
 *   vac_sides_update_use_button() has said which
 */
GtkWidget *
vac_sides_use_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Use This Range…"));

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "caption");

  return button;
}

/*
 * vac_sides_update_use_button:
 * @sides: what is compared
 * @button: the button
 * @index: which place
 *
 * Not visible where there is no range to use.
 */
void
vac_sides_update_use_button (const VacSides *sides,
                             GtkWidget      *button,
                             guint           index)
{
  g_autofree char *name =
    g_strdup_printf (_("Use the Range of %s"), vac_sides_get_name (sides, index));
  const VacComparedPlace *place = vac_comparison_get_place (sides->comparison, index);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "side.use-range");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, vac_pay_range_is_known (&place->range) &&
                                      vac_sides_is_writable (sides));
}

static void
add_sample (GtkWidget  *legend,
            const char *style,
            const char *text)
{
  const VacAxis axis = { 0, 10, 10 };
  const gboolean line = g_str_equal (style, "vac-midpoint");
  const VacPayRange range = { line ? 5 : 0, line ? 5 : 10 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = vac_range_bar_new (GTK_ORIENTATION_HORIZONTAL, &axis);
  GtkWidget *child;

  vac_range_bar_add (VAC_RANGE_BAR (sample), style, &range, THICK);
  gtk_widget_add_css_class (sample, "vac-sample");
  gtk_widget_add_css_class (sample, "vac-level");
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), vac_sides_label_new (text, "caption"));
  /* By itself a flow box is a table. */
  child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                        "child", box, "focusable", FALSE, NULL);
  gtk_flow_box_insert (GTK_FLOW_BOX (legend), child, -1);
}

/*
 * vac_sides_legend_new:
 * @sides: what is compared
 * @orientation: how its entries stand
 *
 * Returns: (transfer floating): what the parts of the chart mean
 */
GtkWidget *
vac_sides_legend_new (const VacSides *sides,
                      GtkOrientation  orientation)
{
  const gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;
  GtkWidget *legend = g_object_new (GTK_TYPE_FLOW_BOX, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  /* A flow box that nothing can have the focus in holds Tab up. */
  gtk_widget_set_can_focus (legend, FALSE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (legend), upright ? 1 : 4);
  gtk_widget_add_css_class (legend, "vac-chart-legend");
  add_sample (legend, "vac-range", _("Range"));
  add_sample (legend, "vac-midpoint", _("Midpoint"));
  if (vac_pay_range_is_known (vac_comparison_get_national (sides->comparison)))
    add_sample (legend, "vac-national", C_("place", "National"));
  if (vac_sides_has_posting (sides))
    add_sample (legend, "vac-posting-band", _("This Posting"));

  return legend;
}
