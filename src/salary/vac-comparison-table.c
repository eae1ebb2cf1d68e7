/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison-table"

#include "config.h"

#include "vac-comparison-table.h"
#include "vac-phrase.h"

/* The table of the comparison as a page: places side by side as in the window, a fact a row, while
 * they fit; else a place a row, with what fits beside each other on upright paper. */

/* What is printed where nothing is known: an empty cell looks forgotten. */
#define UNKNOWN "—"

/* The facts that are columns, and what they are called in the posting's language. */
static const struct
{
  VacFact   fact;
  VacPhrase title;
} columns[] = {
  { VAC_FACT_NAME, VAC_PHRASE_PLACE },
  { VAC_FACT_MINIMUM, VAC_PHRASE_MINIMUM },
  { VAC_FACT_MAXIMUM, VAC_PHRASE_MAXIMUM },
  { VAC_FACT_MIDPOINT, VAC_PHRASE_MIDPOINT },
  { VAC_FACT_SPREAD, VAC_PHRASE_SPREAD },
  { VAC_FACT_OVER_NATIONAL_SHARE, VAC_PHRASE_OVER_NATIONAL },
  { VAC_FACT_PRICE_INDEX, VAC_PHRASE_PRICE_INDEX },
  { VAC_FACT_NATIONAL_DOLLARS, VAC_PHRASE_AT_NATIONAL_PRICES },
};

static void
add_header (VacOutline    *outline,
            VacComparison *comparison,
            VacNode       *node)
{
  const char *language = vac_outline_get_language (outline);
  const char *cells[G_N_ELEMENTS (columns) + 3] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cells[n++] = vac_phrase_get (language, columns[i].title);
  if (vac_comparison_get_base (comparison) != NULL)
    cells[n++] = vac_phrase_get (language, VAC_PHRASE_OVER_BASE);
  if (vac_comparison_get_rule (comparison) != NULL)
    cells[n++] = vac_phrase_get (language, VAC_PHRASE_RANGE_RULE);
  vac_outline_add_cells (outline, TRUE, node, cells);
}

static char *
make_name (VacComparison          *comparison,
           const VacComparedPlace *place)
{
  const VacComparedPlace *base = vac_comparison_get_base (comparison);
  const gboolean is_base = base != NULL && base->node == place->node;

  return g_strconcat (place->name, is_base ? VAC_COMPARISON_BASE_MARK : "", NULL);
}

/* In two lines, where it takes more than one. */
static char *
make_range (VacComparison     *comparison,
            const VacPayRange *range)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!vac_pay_range_is_known (range))
    return g_strdup (UNKNOWN);
  low = vac_comparison_format_amount (comparison, range->minimum);
  high = vac_comparison_format_amount (comparison, range->maximum);

  return g_strdup_printf ("%s\302\240– %s", low, high);
}

static void
add_place (VacOutline    *outline,
           VacComparison *comparison,
           guint          index)
{
  const VacComparedPlace *place = vac_comparison_get_place (comparison, index);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text =
        columns[i].fact == VAC_FACT_NAME
            ? make_name (comparison, place)
            : vac_comparison_format (comparison, index, columns[i].fact);

      g_strv_builder_add (builder, *text != '\0' ? text : UNKNOWN);
    }
  if (vac_comparison_get_base (comparison) != NULL)
    {
      g_autofree char *text = vac_comparison_format_difference (comparison, index,
                                                                VAC_FACT_MIDPOINT);

      g_strv_builder_add (builder, *text != '\0' ? text : UNKNOWN);
    }
  if (vac_comparison_get_rule (comparison) != NULL)
    {
      g_autofree char *text = make_range (comparison, &place->made);

      g_strv_builder_add (builder, text);
    }
  cells = g_strv_builder_end (builder);
  vac_outline_add_cells (outline, FALSE, place->node, (const char *const *) cells);
}

/* The rows of places side by side: the facts in the order of the window, as far as they are
 * figures. What is words stands below the table, where there is room for it. */
static const struct
{
  VacFact   fact;
  VacPhrase title;
  VacPhrase before;   /* stands before @title; VAC_N_PHRASES for nothing */
} rows[] = {
  { VAC_FACT_MINIMUM, VAC_PHRASE_MINIMUM, VAC_N_PHRASES },
  { VAC_FACT_MAXIMUM, VAC_PHRASE_MAXIMUM, VAC_N_PHRASES },
  { VAC_FACT_MIDPOINT, VAC_PHRASE_MIDPOINT, VAC_N_PHRASES },
  { VAC_FACT_SPREAD, VAC_PHRASE_SPREAD, VAC_N_PHRASES },
  { VAC_FACT_OVER_NATIONAL, VAC_PHRASE_OVER_NATIONAL, VAC_N_PHRASES },
  { VAC_FACT_OVER_NATIONAL_SHARE, VAC_PHRASE_OVER_NATIONAL, VAC_N_PHRASES },
  { VAC_FACT_PRICE_INDEX, VAC_PHRASE_PRICE_INDEX, VAC_N_PHRASES },
  { VAC_FACT_NATIONAL_DOLLARS, VAC_PHRASE_AT_NATIONAL_PRICES, VAC_N_PHRASES },
  { VAC_FACT_COMPA_RATIO, VAC_PHRASE_COMPA_RATIO, VAC_N_PHRASES },
  { VAC_FACT_PENETRATION, VAC_PHRASE_RANGE_PENETRATION, VAC_N_PHRASES },
  { VAC_FACT_BREAK_EVEN, VAC_PHRASE_BREAK_EVEN, VAC_N_PHRASES },
  { VAC_FACT_RULE_MINIMUM, VAC_PHRASE_MINIMUM, VAC_PHRASE_RANGE_RULE },
  { VAC_FACT_RULE_MAXIMUM, VAC_PHRASE_MAXIMUM, VAC_PHRASE_RANGE_RULE },
};

static char *
make_title (const char *language,
            guint       row)
{
  const char *title = vac_phrase_get (language, rows[row].title);

  if (rows[row].fact == VAC_FACT_OVER_NATIONAL_SHARE)
    return g_strdup_printf ("%s (%%)", title);
  if (rows[row].before == VAC_N_PHRASES)
    return g_strdup (title);

  return g_strconcat (vac_phrase_get (language, rows[row].before),
                      vac_phrase_get (language, VAC_PHRASE_COLON), title, NULL);
}

typedef char *(*MakeCell) (VacComparison *comparison,
                           guint          index,
                           VacFact        fact);

/* Returns: whether there was a cell with something in it; a row of none is not added */
static gboolean
add_fact (VacOutline    *outline,
          VacComparison *comparison,
          const char    *title,
          VacFact        fact,
          MakeCell       make_cell,
          VacNode       *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;
  gboolean any = FALSE;

  g_strv_builder_add (builder, title);
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    {
      g_autofree char *text = make_cell (comparison, i, fact);

      any |= *text != '\0';
      g_strv_builder_add (builder, *text != '\0' ? text : UNKNOWN);
    }
  cells = g_strv_builder_end (builder);
  if (any)
    vac_outline_add_cells (outline, FALSE, node, (const char *const *) cells);

  return any;
}

static void
add_side_by_side (VacOutline    *outline,
                  VacComparison *comparison,
                  VacNode       *salaries)
{
  const char *language = vac_outline_get_language (outline);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const VacComparedPlace *base = vac_comparison_get_base (comparison);
  g_autofree char *difference = g_strconcat ("± ", base != NULL ? base->name : "", NULL);
  g_auto (GStrv) names = NULL;

  g_strv_builder_add (builder, vac_phrase_get (language, VAC_PHRASE_PLACE));
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    {
      g_autofree char *name = make_name (comparison, vac_comparison_get_place (comparison, i));

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  vac_outline_add_cells (outline, TRUE, salaries, (const char *const *) names);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = make_title (language, i);

      if (vac_comparison_has_fact (comparison, rows[i].fact) &&
          add_fact (outline, comparison, title, rows[i].fact, vac_comparison_format, salaries))
        add_fact (outline, comparison, difference, rows[i].fact, vac_comparison_format_difference,
                  salaries);
    }
}

/*
 * vac_comparison_add_table:
 * @outline: a page that is made
 * @comparison: what it shows
 * @salaries: the salary table in the document
 *
 * Adds the figures: at most %VAC_COMPARISON_MOST places side by side, with the differences to the
 * base below each figure; more of them one below the other.
 */
void
vac_comparison_add_table (VacOutline    *outline,
                          VacComparison *comparison,
                          VacNode       *salaries)
{
  const guint n_places = vac_comparison_get_n_places (comparison);

  if (n_places == 0)
    return;
  if (n_places >= VAC_COMPARISON_FEWEST && n_places <= VAC_COMPARISON_MOST)
    {
      add_side_by_side (outline, comparison, salaries);
      return;
    }
  add_header (outline, comparison, salaries);
  for (guint i = 0; i < n_places; i++)
    add_place (outline, comparison, i);
}
