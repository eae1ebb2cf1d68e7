/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-side-by-side"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-side-by-side-private.h"

/* Places as columns below a chart on one axis, and what is known of them as rows. The titles and
 * the posting's own range stay in view. */

/* The chart in the heads of the columns, in pixels, and what the label of a tick takes of it. */
#define CHART 150
#define TICK  30

/* What is longer than this many characters is wrapped, so that eight places fit a usual screen. */
#define WIDEST 12

static GtkWidget *
mark_new (VacMark mark)
{
  const gboolean highest = mark == VAC_MARK_HIGHEST;
  const char *name = highest ? C_("figure", "Highest") : C_("figure", "Lowest");
  GtkWidget *icon = gtk_image_new_from_icon_name (highest ? "pan-up-symbolic"
                                                          : "pan-down-symbolic");

  g_assert (mark != VAC_MARK_NONE);

  gtk_widget_set_tooltip_text (icon, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return icon;
}

static GtkWidget *
value_new (VacFact     fact,
           const char *text)
{
  g_autofree char *figure =
    vac_fact_is_number (fact) ? vac_sides_keep_order (text) : g_strdup (text);
  GtkWidget *label = vac_sides_label_new (figure, NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);

  return label;
}

static GtkWidget *
cell_new (const VacSides *sides,
          guint           index,
          VacFact         fact,
          const char     *value,
          gint64          most)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  VacMark mark = vac_comparison_get_mark (sides->comparison, index, fact);
  g_autofree char *difference = vac_comparison_format_difference (sides->comparison, index, fact);
  GtkWidget *bar = vac_sides_difference_bar_new (sides, index, fact, most);

  gtk_box_append (GTK_BOX (line), value_new (fact, *value != '\0' ? value : "–"));
  if (mark != VAC_MARK_NONE)
    gtk_box_append (GTK_BOX (line), mark_new (mark));
  gtk_box_append (GTK_BOX (box), line);
  if (*difference != '\0')
    {
      g_autofree char *figure = vac_sides_keep_order (difference);
      GtkWidget *caption = vac_sides_label_new (figure, "caption");

      gtk_label_set_wrap (GTK_LABEL (caption), FALSE);
      gtk_box_append (GTK_BOX (box), caption);
    }
  if (bar != NULL)
    gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_add_css_class (box, "vac-cell");

  return box;
}

/* What compares the posting with itself, %NULL, says nothing. */
static GtkWidget *
posting_cell_new (VacFact     fact,
                  const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (value != NULL)
    gtk_box_append (GTK_BOX (box), value_new (fact, *value != '\0' ? value : "–"));
  gtk_widget_add_css_class (box, "vac-cell");
  gtk_widget_add_css_class (box, "vac-own");

  return box;
}

static GtkWidget *
name_new (const char *text)
{
  GtkWidget *name = vac_sides_label_new (text, "heading");

  gtk_label_set_width_chars (GTK_LABEL (name), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (name), WIDEST);
  gtk_label_set_lines (GTK_LABEL (name), 4);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, text);

  return name;
}

/* Returns: (transfer floating): a head with its part of the chart; in @texts, the box below it */
static GtkWidget *
head_new (GtkWidget  *chart,
          GtkWidget **texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (chart, -1, CHART);
  gtk_box_append (GTK_BOX (box), chart);
  *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (*texts, "vac-cell");
  gtk_widget_set_vexpand (*texts, TRUE);
  gtk_box_append (GTK_BOX (box), *texts);
  gtk_widget_add_css_class (box, "vac-head");

  return box;
}

static GtkWidget *
place_head_new (const VacSides *sides,
                const VacAxis  *axis,
                guint           index)
{
  GtkWidget *texts, *use = vac_sides_use_button_new ();
  GtkWidget *head =
    head_new (vac_sides_bar_new (sides, GTK_ORIENTATION_VERTICAL, axis, index), &texts);

  gtk_box_append (GTK_BOX (texts), name_new (vac_sides_get_name (sides, index)));
  if (vac_sides_is_base (sides, index))
    gtk_box_append (GTK_BOX (texts), vac_sides_label_new (_("The base"), "caption"));
  vac_sides_update_use_button (sides, use, index);
  gtk_box_append (GTK_BOX (texts), use);

  return head;
}

static GtkWidget *
posting_head_new (const VacSides *sides,
                  const VacAxis  *axis)
{
  GtkWidget *texts;
  GtkWidget *head = head_new (vac_sides_bar_new (sides, GTK_ORIENTATION_VERTICAL, axis,
                                                 VAC_SIDES_NONE),
                              &texts);

  gtk_box_append (GTK_BOX (texts), name_new (_("This Posting")));
  if (!vac_sides_has_posting (sides))
    gtk_box_append (GTK_BOX (texts), vac_sides_label_new (_("No pay range yet"), "caption"));
  gtk_widget_add_css_class (head, "vac-own");

  return head;
}

static GtkWidget *
title_new (VacFact fact)
{
  GtkWidget *title = vac_sides_label_new (vac_sides_get_title (fact), "dim-label");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *tooltip = vac_fact_explain (fact);

  gtk_label_set_width_chars (GTK_LABEL (title), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 18);
  gtk_widget_set_tooltip_text (title, tooltip);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "vac-cell");

  return box;
}

/* What a screen reader says of a figure: of what it is, of which place, and how much. */
static void
attach_figure (VacFrozenGrid *grid,
               GtkWidget     *content,
               guint          column,
               VacFact        fact,
               const char    *whose,
               const char    *value)
{
  g_autofree char *name = NULL;

  if (value != NULL)
    name = g_strdup_printf (_("%s, %s: %s"), vac_fact_get_title (fact), whose,
                            *value != '\0' ? value : "–");
  vac_frozen_grid_attach (grid, content, column, fact, name);
}

static void
fill_row (const VacSides *sides,
          VacFrozenGrid  *grid,
          VacFact         fact)
{
  const gint64 most = vac_sides_get_most (sides, fact);
  g_autofree char *own = fact < VAC_FACT_POSTING
                             ? vac_compared_place_format (sides->comparison, &sides->posting, fact)
                             : NULL;

  vac_frozen_grid_attach (grid, title_new (fact), 0, fact, vac_sides_get_title (fact));
  attach_figure (grid, posting_cell_new (fact, own), 1, fact, _("This Posting"), own);
  for (guint i = 0; i < vac_comparison_get_n_places (sides->comparison); i++)
    {
      g_autofree char *value = vac_comparison_format (sides->comparison, i, fact);

      attach_figure (grid, cell_new (sides, i, fact, value, most), i + VAC_SIDES_N_FROZEN, fact,
                     vac_sides_get_name (sides, i), value);
    }
}

static void
fill_heads (const VacSides *sides,
            VacFrozenGrid  *grid)
{
  const VacAxis axis = vac_sides_fit_axis (sides, CHART, TICK);
  GtkWidget *texts, *corner;

  corner = head_new (vac_sides_axis_new (sides, GTK_ORIENTATION_VERTICAL, &axis), &texts);
  gtk_box_append (GTK_BOX (texts), vac_sides_legend_new (sides, GTK_ORIENTATION_VERTICAL));
  vac_frozen_grid_attach (grid, corner, 0, 0, _("Places"));
  vac_frozen_grid_attach (grid, posting_head_new (sides, &axis), 1, 0, _("This Posting"));
  for (guint i = 0; i < vac_comparison_get_n_places (sides->comparison); i++)
    {
      g_autofree char *name = vac_comparison_describe (sides->comparison, i);

      vac_frozen_grid_attach (grid, place_head_new (sides, &axis, i), i + VAC_SIDES_N_FROZEN, 0,
                              name);
    }
}

/*
 * vac_sides_fill_grid:
 * @sides: what is compared
 * @grid: a grid
 *
 * Makes its cells anew: titles in the first column, the posting in the second, then a place a
 * column; heads in row 0, and a fact in the row that has its number.
 */
void
vac_sides_fill_grid (const VacSides *sides,
                     VacFrozenGrid  *grid)
{
  vac_frozen_grid_clear (grid);
  vac_frozen_grid_set_n_frozen (grid, VAC_SIDES_N_FROZEN);
  fill_heads (sides, grid);
  for (VacFact fact = VAC_FACT_MINIMUM; fact < VAC_N_FACTS; fact++)
    if (vac_sides_shows (sides, fact))
      fill_row (sides, grid, fact);
}
