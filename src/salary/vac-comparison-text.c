/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-axis.h"
#include "vac-comparison.h"
#include "vac-csv.h"
#include "vac-money.h"

/* A range bar narrower than this tells nothing. */
#define NARROWEST_BAR 20
#define WIDEST_BAR 60
#define GAP 2

/* Width of a column of names in the table, so that one long name does not push all else away. */
#define LONGEST_NAME 32

static char *
format_percent (gint64      tenths,
                gboolean    signed_number,
                const char *language)
{
  g_autofree char *number = vac_money_format_decimal (tenths, 1, language);

  /* Translators: a percentage: an optional plus sign and the number. */
  return g_strdup_printf (_("%s%s %%"), signed_number && tenths > 0 ? "+" : "", number);
}

/* The gap to a range wholly below or above, else how far each end reaches out. */
static char *
format_placement (VacComparison          *self,
                  const VacComparedPlace *place)
{
  const VacPayRange *posting = vac_comparison_get_posting (self);
  const char *currency = vac_comparison_get_currency (self);
  const char *language = vac_comparison_get_language (self);
  gboolean below = place->placement.position == VAC_RANGE_BELOW;
  gboolean above = place->placement.position == VAC_RANGE_ABOVE;
  g_autofree char *under = vac_money_format (below ? place->range.minimum - posting->maximum
                                                   : place->placement.below, currency, language);
  g_autofree char *over = vac_money_format (above ? posting->minimum - place->range.maximum
                                                  : place->placement.above, currency, language);

  switch (place->placement.position)
    {
    case VAC_RANGE_BELOW:
      return g_strdup_printf (_("below by %s"), under);
    case VAC_RANGE_OVERLAPS_BELOW:
      return g_strdup_printf (_("starts %s below"), under);
    case VAC_RANGE_WITHIN:
      return g_strdup (_("within"));
    case VAC_RANGE_OVERLAPS_ABOVE:
      return g_strdup_printf (_("ends %s above"), over);
    case VAC_RANGE_ABOVE:
      return g_strdup_printf (_("above by %s"), over);
    case VAC_RANGE_AROUND:
      return g_strdup_printf (_("%s below to %s above"), under, over);
    case VAC_RANGE_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

/**
 * vac_comparison_format:
 * @self: a comparison
 * @index: which place
 * @fact: what is asked
 *
 * Returns: (transfer full): the figure with its unit, as a reader of the document's language
 *   expects it; "" where there is none
 */
char *
vac_comparison_format (VacComparison *self,
                       guint          index,
                       VacFact        fact)
{
  const VacComparedPlace *place = vac_comparison_get_place (self, index);
  const char *currency = vac_comparison_get_currency (self);
  const char *language = vac_comparison_get_language (self);
  gint64 value;

  g_return_val_if_fail (place != NULL, NULL);

  if (fact == VAC_FACT_NAME || fact == VAC_FACT_NOTE)
    return g_strdup (fact == VAC_FACT_NAME ? place->name : place->note);
  if (!vac_comparison_get_value (self, index, fact, &value))
    return g_strdup ("");

  switch (fact)
    {
    case VAC_FACT_SPREAD:
      return format_percent (value, FALSE, language);
    case VAC_FACT_OVER_NATIONAL:
      return vac_money_format_difference (value, currency, language);
    case VAC_FACT_OVER_NATIONAL_SHARE:
      return format_percent (value, TRUE, language);
    case VAC_FACT_POSTING:
      return format_placement (self, place);
    case VAC_FACT_PRICE_INDEX:
      return vac_money_format_decimal (value, 2, language);
    case VAC_FACT_NAME:
    case VAC_FACT_MINIMUM:
    case VAC_FACT_MAXIMUM:
    case VAC_FACT_MIDPOINT:
    case VAC_FACT_NATIONAL_DOLLARS:
    case VAC_FACT_NOTE:
    case VAC_N_FACTS:
    default:
      return vac_money_format (value, currency, language);
    }
}

/**
 * vac_comparison_format_difference:
 * @self: a comparison with a base
 * @index: which place
 * @fact: an amount or the price index
 *
 * Returns: (transfer full): the difference to the base with its percentage: "+$20,000 (+13.3 %)";
 *   "" for the base itself and where there is none
 */
char *
vac_comparison_format_difference (VacComparison *self,
                                  guint          index,
                                  VacFact        fact)
{
  const char *language = vac_comparison_get_language (self);
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;
  gint64 difference, tenths;

  if (!vac_comparison_get_difference (self, index, fact, &difference, &tenths) ||
      vac_comparison_get_place (self, index)->node == vac_comparison_get_base (self)->node)
    return g_strdup ("");

  if (fact == VAC_FACT_PRICE_INDEX)
    {
      g_autofree char *number = vac_money_format_decimal (difference, 2, language);

      amount = g_strconcat (difference > 0 ? "+" : "", number, NULL);
    }
  else
    amount = vac_money_format_difference (difference, vac_comparison_get_currency (self), language);
  share = format_percent (tenths, TRUE, language);

  return g_strdup_printf ("%s (%s)", amount, share);
}

static const char *
get_period_title (VacPayPeriod period)
{
  switch (period)
    {
    case VAC_PAY_PERIOD_MONTH:
      return _("per month");
    case VAC_PAY_PERIOD_WEEK:
      return _("per week");
    case VAC_PAY_PERIOD_DAY:
      return _("per day");
    case VAC_PAY_PERIOD_HOUR:
      return _("per hour");
    case VAC_PAY_PERIOD_YEAR:
    default:
      return _("per year");
    }
}

static char *
format_range (VacComparison     *self,
              const VacPayRange *range)
{
  const char *currency = vac_comparison_get_currency (self);
  const char *language = vac_comparison_get_language (self);
  g_autofree char *minimum = vac_money_format (range->minimum, currency, language);
  g_autofree char *maximum = vac_money_format (range->maximum, currency, language);

  return g_strdup_printf ("%s – %s", minimum, maximum);
}

/**
 * vac_comparison_format_heading:
 * @self: a comparison
 *
 * Returns: (transfer full): what must always stand with the figures, a line each: year, currency
 *   and period; the national and the posting's own range; the source
 */
char *
vac_comparison_format_heading (VacComparison *self)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (vac_comparison_get_year (self) > 0)
    g_string_append_printf (string, "%" G_GINT64_FORMAT " · ", vac_comparison_get_year (self));
  if (*vac_comparison_get_currency (self) != '\0')
    g_string_append_printf (string, "%s · ", vac_comparison_get_currency (self));
  g_string_append_printf (string, "%s\n",
                          get_period_title (vac_comparison_get_period (self)));

  if (vac_pay_range_is_known (vac_comparison_get_national (self)))
    {
      g_autofree char *range = format_range (self, vac_comparison_get_national (self));

      g_string_append_printf (string, _("National range: %s"), range);
      g_string_append_c (string, '\n');
    }
  if (vac_pay_range_is_known (vac_comparison_get_posting (self)))
    {
      g_autofree char *range = format_range (self, vac_comparison_get_posting (self));

      g_string_append_printf (string, _("This posting: %s"), range);
      g_string_append_c (string, '\n');
    }
  if (*vac_comparison_get_source (self) != '\0')
    {
      g_string_append_printf (string, _("Source: %s"), vac_comparison_get_source (self));
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}

/**
 * vac_pay_range_describe_width:
 * @range: a range
 * @language: (nullable): BCP 47 tag for the number
 *
 * Returns: (transfer full) (nullable): a plain remark on a range wider than %VAC_RANGE_WIDE, else
 *   %NULL
 */
char *
vac_pay_range_describe_width (const VacPayRange *range,
                              const char        *language)
{
  g_autofree char *spread = NULL;
  gint64 tenths;

  if (!vac_pay_range_is_wide (range) || !vac_pay_range_get_spread (range, &tenths))
    return NULL;
  spread = format_percent (tenths, FALSE, language);

  return g_strdup_printf (_("This range is %s wide. Many job boards reject pay ranges wider than "
                            "50 %% of the minimum."), spread);
}

/**
 * vac_comparison_describe:
 * @self: a comparison
 * @index: which place
 *
 * Returns: (transfer full): a sentence or two with what a chart shows of the place, for a screen
 *   reader
 */
char *
vac_comparison_describe (VacComparison *self,
                         guint          index)
{
  const VacComparedPlace *place = vac_comparison_get_place (self, index);
  g_autofree char *range = NULL;
  g_autofree char *midpoint = NULL;
  g_autofree char *over = NULL;
  g_autofree char *placement = NULL;
  GString *string;

  g_return_val_if_fail (place != NULL, NULL);

  if (!vac_pay_range_is_known (&place->range))
    return g_strdup_printf (_("%s: no pay range"), place->name);

  range = format_range (self, &place->range);
  midpoint = vac_comparison_format (self, index, VAC_FACT_MIDPOINT);
  over = vac_comparison_format (self, index, VAC_FACT_OVER_NATIONAL_SHARE);
  placement = vac_comparison_format (self, index, VAC_FACT_POSTING);

  string = g_string_new (NULL);
  g_string_append_printf (string, _("%s: %s, midpoint %s."), place->name, range, midpoint);
  if (*over != '\0')
    {
      g_string_append_c (string, ' ');
      g_string_append_printf (string, _("Against the national midpoint: %s."), over);
    }
  if (*placement != '\0')
    {
      g_string_append_c (string, ' ');
      g_string_append_printf (string, _("This posting’s range: %s."), placement);
    }

  return g_string_free (string, FALSE);
}

/* How many columns of a terminal a text takes. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* One line, cut with an ellipsis to at most @width columns; 0 for any width. */
static char *
flatten (const char *text,
         guint       width)
{
  g_autofree char *line = g_strdup (text);
  GString *string = g_string_new (NULL);
  guint taken = 0;

  g_strdelimit (line, "\n\r\t", ' ');
  if (width == 0 || get_width (line) <= width)
    {
      g_string_append (string, line);
      return g_string_free (string, FALSE);
    }
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      taken += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      if (taken > width - 1)
        break;
      g_string_append_unichar (string, c);
    }
  g_string_append (string, "…");

  return g_string_free (string, FALSE);
}

/* Cells of a text table, row by row; every row has the same number of them. */
typedef struct
{
  GPtrArray *cells;
  guint      n_columns;
} Grid;

static void
append_padded (GString    *string,
               const char *text,
               guint       width,
               gboolean    to_the_right)
{
  guint own = get_width (text);
  guint pad = width > own ? width - own : 0;

  g_string_append_printf (string, "%*s", to_the_right ? (int) pad : 0, "");
  g_string_append (string, text);
  g_string_append_printf (string, "%*s", to_the_right ? 0 : (int) pad, "");
}

static void
end_line (GString *string)
{
  while (string->len > 0 && string->str[string->len - 1] == ' ')
    g_string_truncate (string, string->len - 1);
  g_string_append_c (string, '\n');
}

static guint *
measure (const Grid *grid)
{
  guint *widths = g_new0 (guint, grid->n_columns);

  for (guint i = 0; i < grid->cells->len; i++)
    widths[i % grid->n_columns] = MAX (widths[i % grid->n_columns],
                                       get_width (g_ptr_array_index (grid->cells, i)));

  return widths;
}

static guint
add_widths (const Grid  *grid,
            const guint *widths)
{
  guint sum = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    sum += widths[i] + (i > 0 ? GAP : 0);

  return sum;
}

static void
append_row (GString     *string,
            const Grid  *grid,
            const guint *widths,
            guint        row,
            gboolean   (*is_right) (guint column))
{
  for (guint column = 0; column < grid->n_columns; column++)
    {
      if (column > 0)
        g_string_append_printf (string, "%*s", GAP, "");
      append_padded (string, g_ptr_array_index (grid->cells, row * grid->n_columns + column),
                     widths[column], is_right (column));
    }
}

/* The facts that the table has room for; a note is left to the other formats. */
static const VacFact table_facts[] = {
  VAC_FACT_NAME, VAC_FACT_MINIMUM, VAC_FACT_MAXIMUM, VAC_FACT_MIDPOINT, VAC_FACT_SPREAD,
  VAC_FACT_OVER_NATIONAL, VAC_FACT_OVER_NATIONAL_SHARE, VAC_FACT_NATIONAL_DOLLARS,
  VAC_FACT_POSTING,
};

static gboolean
is_table_column_right (guint column)
{
  return vac_fact_is_number (table_facts[column]);
}

static gboolean
is_side_column_right (guint column)
{
  return column > 0;
}

static void
append_bar (GString                *string,
            const VacAxis          *axis,
            const VacComparedPlace *place,
            guint                   length)
{
  guint last = length - 1;
  guint from, to, middle;

  if (!vac_pay_range_is_known (&place->range))
    return;
  from = (guint) (vac_axis_get_position (axis, place->range.minimum, last) + 0.5);
  to = (guint) (vac_axis_get_position (axis, place->range.maximum, last) + 0.5);
  middle = (guint) (vac_axis_get_position (axis, vac_pay_range_get_midpoint (&place->range),
                                           last) + 0.5);

  g_string_append_printf (string, "%*s", (int) from, "");
  for (guint i = from; i <= to; i++)
    g_string_append (string, i == middle ? "◆" : "━");
}

static void
append_axis (GString       *string,
             VacComparison *self,
             const VacAxis *axis,
             guint          length)
{
  g_autofree char *first = vac_axis_format_tick (axis, 0, vac_comparison_get_currency (self),
                                                 vac_comparison_get_language (self));
  g_autofree char *last = vac_money_format_short (axis->upper, 6,
                                                  vac_comparison_get_currency (self),
                                                  vac_comparison_get_language (self));
  guint used = get_width (first);

  g_string_append (string, first);
  append_padded (string, last, length > used ? length - used : 0, TRUE);
}

static Grid
fill_table (VacComparison *self)
{
  Grid grid = { g_ptr_array_new_with_free_func (g_free), G_N_ELEMENTS (table_facts) };

  for (guint i = 0; i < grid.n_columns; i++)
    g_ptr_array_add (grid.cells, g_strdup (vac_fact_get_title (table_facts[i])));
  for (guint row = 0; row < vac_comparison_get_n_places (self); row++)
    for (guint i = 0; i < grid.n_columns; i++)
      {
        g_autofree char *text = vac_comparison_format (self, row, table_facts[i]);

        g_ptr_array_add (grid.cells, flatten (text, i == 0 ? LONGEST_NAME : 0));
      }

  return grid;
}

static void
append_table (GString       *string,
              VacComparison *self,
              guint          width)
{
  Grid grid = fill_table (self);
  g_autofree guint *widths = measure (&grid);
  guint taken = add_widths (&grid, widths) + GAP;
  guint bar = width >= taken + NARROWEST_BAR ? MIN (width - taken, WIDEST_BAR) : 0;
  gint64 minimum, maximum;
  VacAxis axis;

  vac_comparison_get_extent (self, &minimum, &maximum);
  axis = vac_axis_fit (minimum, maximum, bar, 10);
  for (guint row = 0; row <= vac_comparison_get_n_places (self); row++)
    {
      append_row (string, &grid, widths, row, is_table_column_right);
      if (bar > 0)
        g_string_append_printf (string, "%*s", GAP, "");
      if (bar > 0 && row == 0)
        append_axis (string, self, &axis, bar);
      else if (bar > 0)
        append_bar (string, &axis, vac_comparison_get_place (self, row - 1), bar);
      end_line (string);
    }
  g_ptr_array_unref (grid.cells);
}

static const VacFact side_facts[] = {
  VAC_FACT_MINIMUM, VAC_FACT_MAXIMUM, VAC_FACT_MIDPOINT, VAC_FACT_SPREAD, VAC_FACT_OVER_NATIONAL,
  VAC_FACT_OVER_NATIONAL_SHARE, VAC_FACT_POSTING, VAC_FACT_PRICE_INDEX, VAC_FACT_NATIONAL_DOLLARS,
};

/* A mark is a sign of its own and not a colour. */
static const char *
get_mark_sign (VacMark mark)
{
  switch (mark)
    {
    case VAC_MARK_BEST:
      return " ▲";
    case VAC_MARK_WORST:
      return " ▼";
    case VAC_MARK_NONE:
    default:
      return "";
    }
}

static void
add_side_row (Grid          *grid,
              VacComparison *self,
              VacFact        fact)
{
  g_ptr_array_add (grid->cells, g_strdup (vac_fact_get_title (fact)));
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      g_autofree char *text = vac_comparison_format (self, i, fact);

      g_ptr_array_add (grid->cells,
                       g_strconcat (text, get_mark_sign (vac_comparison_get_mark (self, i, fact)),
                                    NULL));
    }
}

static void
add_difference_row (Grid          *grid,
                    VacComparison *self,
                    VacFact        fact)
{
  gboolean any = FALSE;
  guint first = grid->cells->len;

  g_ptr_array_add (grid->cells, g_strdup ("  ±"));
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      char *text = vac_comparison_format_difference (self, i, fact);

      any |= *text != '\0';
      g_ptr_array_add (grid->cells, text);
    }
  if (!any)
    g_ptr_array_set_size (grid->cells, first);
}

static void
append_side_by_side (GString       *string,
                     VacComparison *self)
{
  Grid grid = { g_ptr_array_new_with_free_func (g_free), vac_comparison_get_n_places (self) + 1 };
  g_autofree guint *widths = NULL;

  g_ptr_array_add (grid.cells, g_strdup (""));
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    g_ptr_array_add (grid.cells, flatten (vac_comparison_get_place (self, i)->name, LONGEST_NAME));
  for (guint i = 0; i < G_N_ELEMENTS (side_facts); i++)
    {
      add_side_row (&grid, self, side_facts[i]);
      add_difference_row (&grid, self, side_facts[i]);
    }

  widths = measure (&grid);
  for (guint row = 0; row < grid.cells->len / grid.n_columns; row++)
    {
      append_row (string, &grid, widths, row, is_side_column_right);
      end_line (string);
    }
  g_string_append (string, "\n▲ ");
  g_string_append (string, _("best"));
  g_string_append (string, "   ▼ ");
  g_string_append (string, _("worst for the person who is hired"));
  g_string_append_printf (string, "   ± ");
  g_string_append_printf (string, _("against %s"), vac_comparison_get_base (self)->name);
  g_string_append_c (string, '\n');
  g_ptr_array_unref (grid.cells);
}

static void
append_remarks (GString       *string,
                VacComparison *self)
{
  gboolean first = TRUE;

  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (self, i);
      g_autofree char *remark = vac_pay_range_describe_width (&place->range,
                                                              vac_comparison_get_language (self));

      if (remark == NULL)
        continue;
      g_string_append_printf (string, "%s%s: %s\n", first ? "\n" : "", place->name, remark);
      first = FALSE;
    }
}

/**
 * vac_comparison_to_text:
 * @self: a comparison
 * @width: how many columns there are, 0 for a file
 *
 * Writes an aligned table under its heading, with range bars on one axis where @width leaves room
 * for them. With a base and at most %VAC_COMPARISON_MOST places, those stand side by side instead,
 * a fact a row, with the differences to the base and the best and the worst marked by a sign.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line end
 */
char *
vac_comparison_to_text (VacComparison *self,
                        guint          width)
{
  GString *string;
  g_autofree char *heading = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  heading = vac_comparison_format_heading (self);
  string = g_string_new (heading);
  n = vac_comparison_get_n_places (self);
  if (n > 0)
    g_string_append_c (string, '\n');
  if (n > 0 && n <= VAC_COMPARISON_MOST && vac_comparison_get_base (self) != NULL)
    append_side_by_side (string, self);
  else if (n > 0)
    append_table (string, self, width);
  append_remarks (string, self);

  return g_string_free (string, FALSE);
}

static guint
get_decimals (VacFact fact)
{
  switch (fact)
    {
    case VAC_FACT_SPREAD:
    case VAC_FACT_OVER_NATIONAL_SHARE:
      return 1;
    case VAC_FACT_PRICE_INDEX:
      return 2;
    case VAC_FACT_NAME:
    case VAC_FACT_MINIMUM:
    case VAC_FACT_MAXIMUM:
    case VAC_FACT_MIDPOINT:
    case VAC_FACT_OVER_NATIONAL:
    case VAC_FACT_POSTING:
    case VAC_FACT_NATIONAL_DOLLARS:
    case VAC_FACT_NOTE:
    case VAC_N_FACTS:
    default:
      return 0;
    }
}

static void
append_csv_fact (GString       *string,
                 char           delimiter,
                 VacComparison *self,
                 guint          index,
                 VacFact        fact)
{
  g_autofree char *text = NULL;
  gint64 value;

  if (vac_fact_is_number (fact))
    {
      if (vac_comparison_get_value (self, index, fact, &value))
        vac_csv_append_number (string, delimiter, value, get_decimals (fact));
      else
        vac_csv_append_text (string, delimiter, "");
      return;
    }
  text = vac_comparison_format (self, index, fact);
  vac_csv_append_text (string, delimiter, text);
}

static void
append_csv_differences (GString       *string,
                        char           delimiter,
                        VacComparison *self,
                        guint          index)
{
  gint64 difference, tenths;

  if (vac_comparison_get_base (self) == NULL)
    return;
  if (vac_comparison_get_difference (self, index, VAC_FACT_MIDPOINT, &difference, &tenths))
    {
      vac_csv_append_number (string, delimiter, difference, 0);
      vac_csv_append_number (string, delimiter, tenths, 1);
      return;
    }
  vac_csv_append_text (string, delimiter, "");
  vac_csv_append_text (string, delimiter, "");
}

/**
 * vac_comparison_to_csv:
 * @self: a comparison
 * @delimiter: what stands between fields; a tabulator pastes into a spreadsheet
 *
 * Writes a header and a row for each place (RFC 4180). Column names are the ids of the facts, the
 * same in every language; numbers are plain, with a point as decimal mark, and text that a
 * spreadsheet would run as a formula is disarmed. Year, currency, period and source stand in
 * every row, so that a row never loses them. With a base, the difference of the midpoint is added.
 *
 * Returns: (transfer full): UTF-8 text without byte order mark
 */
char *
vac_comparison_to_csv (VacComparison *self,
                       char           delimiter)
{
  GString *string = g_string_new (NULL);
  const VacComparedPlace *base;

  g_return_val_if_fail (self != NULL, NULL);

  base = vac_comparison_get_base (self);
  for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
    vac_csv_append_text (string, delimiter, vac_fact_get_id (fact));
  if (base != NULL)
    {
      vac_csv_append_text (string, delimiter, "over-base");
      vac_csv_append_text (string, delimiter, "over-base-share");
      vac_csv_append_text (string, delimiter, "base");
    }
  vac_csv_append_text (string, delimiter, "year");
  vac_csv_append_text (string, delimiter, "currency");
  vac_csv_append_text (string, delimiter, "period");
  vac_csv_append_text (string, delimiter, "source");
  vac_csv_end_row (string);

  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
        append_csv_fact (string, delimiter, self, i, fact);
      append_csv_differences (string, delimiter, self, i);
      if (base != NULL)
        vac_csv_append_text (string, delimiter, base->name);
      if (vac_comparison_get_year (self) > 0)
        vac_csv_append_number (string, delimiter, vac_comparison_get_year (self), 0);
      else
        vac_csv_append_text (string, delimiter, "");
      vac_csv_append_text (string, delimiter, vac_comparison_get_currency (self));
      vac_csv_append_text (string, delimiter,
                           vac_pay_period_get_id (vac_comparison_get_period (self)));
      vac_csv_append_text (string, delimiter, vac_comparison_get_source (self));
      vac_csv_end_row (string);
    }

  return g_string_free (string, FALSE);
}
