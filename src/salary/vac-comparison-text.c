/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-axis.h"
#include "vac-comparison.h"
#include "vac-money.h"

/* A range bar narrower than this tells nothing. */
#define NARROWEST_BAR 20
#define WIDEST_BAR 60
#define GAP 2

/* Place, minimum, maximum and midpoint. */
#define FEWEST_COLUMNS 4

/* Width of a column of names in the table, so that one long name does not push all else away. */
#define LONGEST_NAME 32

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

/* The facts of the table, the last of which a narrow terminal goes without; a note is left to the
 * other formats. */
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
fill_table (VacComparison *self,
            guint          n_columns)
{
  Grid grid = { g_ptr_array_new_with_free_func (g_free), n_columns };

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

/* How many columns fit; at least those up to the midpoint, which are what a table is for. */
static guint
count_columns (VacComparison *self,
               guint          width)
{
  Grid grid = fill_table (self, G_N_ELEMENTS (table_facts));
  g_autofree guint *widths = measure (&grid);

  while (width > 0 && grid.n_columns > FEWEST_COLUMNS && add_widths (&grid, widths) > width)
    grid.n_columns--;
  g_ptr_array_unref (grid.cells);

  return grid.n_columns;
}

static void
append_table (GString       *string,
              VacComparison *self,
              guint          width)
{
  Grid grid = fill_table (self, count_columns (self, width));
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
 * for them; the last columns are left out where it does not suffice. With a base and at most %VAC_COMPARISON_MOST places, those stand side by side instead,
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
  g_string_append_c (string, '\n');
  if (n == 0)
    g_string_append_printf (string, "%s\n", _("There are no places to compare."));
  else if (n <= VAC_COMPARISON_MOST && vac_comparison_get_base (self) != NULL)
    append_side_by_side (string, self);
  else
    append_table (string, self, width);
  append_remarks (string, self);

  return g_string_free (string, FALSE);
}
