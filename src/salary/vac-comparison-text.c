/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-axis.h"
#include "vac-comparison-private.h"
#include "vac-text-table.h"

/* A range bar narrower than this tells nothing. */
#define NARROWEST_BAR 20
#define WIDEST_BAR 60

/* Place, minimum, maximum and midpoint. */
#define FEWEST_COLUMNS 4

/* Width of a column of names in the table, so that one long name does not push all else away. */
#define LONGEST_NAME 32

/* A title may take two lines where its figures are short. */
#define LONGEST_TITLE 14

/* One line, cut with an ellipsis to at most @width columns; 0 for any width. */
static char *
flatten (const char *text,
         guint       width)
{
  g_autofree char *line = g_strdup (text);
  GString *string = g_string_new (NULL);
  guint taken = 0;

  g_strdelimit (line, "\n\r\t", ' ');
  if (width == 0 || vac_text_get_width (line, -1) <= width)
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

/* The facts of the table, the last of which a narrow terminal goes without; a note is left to the
 * other formats. */
static const VacFact table_facts[] = {
  VAC_FACT_NAME, VAC_FACT_MINIMUM, VAC_FACT_MAXIMUM, VAC_FACT_MIDPOINT, VAC_FACT_SPREAD,
  VAC_FACT_OVER_NATIONAL, VAC_FACT_OVER_NATIONAL_SHARE, VAC_FACT_NATIONAL_DOLLARS,
  VAC_FACT_POSTING, VAC_FACT_RULE_MINIMUM, VAC_FACT_RULE_MAXIMUM,
};

static guint
count_columns (VacComparison *self)
{
  guint n = G_N_ELEMENTS (table_facts);

  while (!vac_comparison_has_fact (self, table_facts[n - 1]))
    n--;

  return n;
}

/* What is known of a range that lacks an end: that end, and a sign for where it goes. */
static void
add_end (VacTextTable           *table,
         const VacAxis          *axis,
         const VacComparedPlace *place,
         guint                   last)
{
  const gboolean low = place->ends.minimum > 0;
  const VacMoney end = low ? place->ends.minimum : place->ends.maximum;
  g_autofree char *text = NULL;
  guint at;

  if (end == 0 || (low && place->ends.maximum > 0))
    {
      vac_text_table_add_line (table, "");
      return;
    }
  at = CLAMP ((guint) (vac_axis_get_position (axis, end, last) + 0.5), 1, last - 1);
  text = g_strdup_printf ("%*s%s", (int) (low ? at : at - 1), "", low ? "├╌" : "╌┤");
  vac_text_table_add_line (table, text);
}

static void
add_bar (VacTextTable           *table,
         const VacAxis          *axis,
         const VacComparedPlace *place,
         guint                   length)
{
  g_autoptr (GString) string = g_string_new (NULL);
  guint last = length - 1;
  guint from, to, middle;

  g_assert (length > 0);

  if (!vac_pay_range_is_known (&place->range))
    {
      add_end (table, axis, place, last);
      return;
    }
  from = (guint) (vac_axis_get_position (axis, place->range.minimum, last) + 0.5);
  to = (guint) (vac_axis_get_position (axis, place->range.maximum, last) + 0.5);
  middle = (guint) (vac_axis_get_position (axis, vac_compared_place_get_twice_midpoint (place) / 2,
                                           last) + 0.5);

  g_string_append_printf (string, "%*s", (int) from, "");
  for (guint i = from; i <= to; i++)
    g_string_append (string, i == middle ? "◆" : "━");
  vac_text_table_add_line (table, string->str);
}

static void
add_axis (VacTextTable  *table,
          VacComparison *self,
          const VacAxis *axis,
          guint          length)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autofree char *first = vac_axis_format_tick (axis, 0, vac_comparison_get_currency (self),
                                                 vac_comparison_get_language (self));
  g_autofree char *last = vac_axis_format_tick (axis, vac_axis_get_n_ticks (axis) - 1,
                                                vac_comparison_get_currency (self),
                                                vac_comparison_get_language (self));
  guint used = vac_text_get_width (first, -1);
  guint width = vac_text_get_width (last, -1);

  g_string_append_printf (string, "%s%*s%s", first,
                          (int) (length > used + width ? length - used - width : 1), "", last);
  vac_text_table_add_line (table, string->str);
}

/* The last of @n_columns is one of bars when @bar, their length, is not 0. */
static VacTextTable *
make_table (VacComparison *self,
            guint          n_columns,
            guint          bar)
{
  guint32 right = 0;
  VacTextTable *table;
  VacMoney minimum, maximum;
  VacAxis axis;

  for (guint i = 0; i < n_columns; i++)
    right |= vac_fact_is_number (table_facts[i]) ? 1u << i : 0;
  table = vac_text_table_new (n_columns + (bar > 0 ? 1 : 0), right);
  vac_comparison_get_extent (self, &minimum, &maximum);
  axis = vac_axis_fit (minimum, maximum, bar, 10);

  for (guint i = 0; i < n_columns; i++)
    vac_text_table_add (table, vac_fact_get_title (table_facts[i]), LONGEST_TITLE);
  if (bar > 0)
    add_axis (table, self, &axis, bar);
  for (guint row = 0; row < vac_comparison_get_n_places (self); row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_autofree char *text = vac_comparison_format (self, row, table_facts[i]);
          g_autofree char *cell = flatten (text, i == 0 ? LONGEST_NAME : 0);

          vac_text_table_add (table, cell, 0);
        }
      if (bar > 0)
        add_bar (table, &axis, vac_comparison_get_place (self, row), bar);
    }

  return table;
}

static void
append_table (GString       *string,
              VacComparison *self,
              guint          width)
{
  guint n_columns = count_columns (self);
  g_autoptr (VacTextTable) table = make_table (self, n_columns, 0);
  guint taken;

  /* At least those up to the midpoint, which are what a table is for. */
  while (width > 0 && n_columns > FEWEST_COLUMNS && vac_text_table_get_width (table) > width)
    {
      vac_text_table_free (table);
      table = make_table (self, --n_columns, 0);
    }
  taken = vac_text_table_get_width (table) + VAC_TEXT_TABLE_GAP;
  if (width >= taken + NARROWEST_BAR)
    {
      vac_text_table_free (table);
      table = make_table (self, n_columns, MIN (width - taken, WIDEST_BAR));
    }
  vac_text_table_append_to (table, string, 0);
}

static const VacFact side_facts[] = {
  VAC_FACT_MINIMUM, VAC_FACT_MAXIMUM, VAC_FACT_MIDPOINT, VAC_FACT_SPREAD, VAC_FACT_OVER_NATIONAL,
  VAC_FACT_OVER_NATIONAL_SHARE, VAC_FACT_POSTING, VAC_FACT_PRICE_INDEX, VAC_FACT_NATIONAL_DOLLARS,
  VAC_FACT_COMPA_RATIO, VAC_FACT_PENETRATION, VAC_FACT_CANDIDATE_RATIO,
  VAC_FACT_CANDIDATE_PENETRATION, VAC_FACT_BREAK_EVEN, VAC_FACT_RULE_MINIMUM,
  VAC_FACT_RULE_MAXIMUM,
};

/* A mark is a sign of its own and not a colour. */
static const char *
get_mark_sign (VacMark mark)
{
  switch (mark)
    {
    case VAC_MARK_HIGHEST:
      return " ▲";
    case VAC_MARK_LOWEST:
      return " ▼";
    case VAC_MARK_NONE:
    default:
      return "";
    }
}

static void
add_side_row (VacTextTable  *table,
              VacComparison *self,
              VacFact        fact)
{
  vac_text_table_add (table, vac_fact_get_title (fact), 0);
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      g_autofree char *text = vac_comparison_format (self, i, fact);
      g_autofree char *cell =
        g_strconcat (text, get_mark_sign (vac_comparison_get_mark (self, i, fact)), NULL);

      vac_text_table_add (table, cell, 0);
    }
}

static void
add_difference_row (VacTextTable  *table,
                    VacComparison *self,
                    VacFact        fact)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      char *text = vac_comparison_format_difference (self, i, fact);

      any |= *text != '\0';
      g_ptr_array_add (texts, text);
    }
  if (!any)
    return;
  vac_text_table_add_line (table, "  ±");
  for (guint i = 0; i < texts->len; i++)
    vac_text_table_add (table, texts->pdata[i], 0);
}

static gboolean
has_marks (VacComparison *self)
{
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    for (guint j = 0; j < G_N_ELEMENTS (side_facts); j++)
      if (vac_comparison_get_mark (self, i, side_facts[j]) != VAC_MARK_NONE)
        return TRUE;

  return FALSE;
}

static void
append_side_by_side (GString       *string,
                     VacComparison *self)
{
  guint n_places = vac_comparison_get_n_places (self);
  g_autoptr (VacTextTable) table = vac_text_table_new (n_places + 1, ~1u);

  vac_text_table_add (table, "", 0);
  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *name = flatten (vac_comparison_get_place (self, i)->name, LONGEST_NAME);

      vac_text_table_add (table, name, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (side_facts); i++)
    {
      if (!vac_comparison_has_fact (self, side_facts[i]))
        continue;
      add_side_row (table, self, side_facts[i]);
      add_difference_row (table, self, side_facts[i]);
    }
  vac_text_table_append_to (table, string, 0);

  g_string_append_c (string, '\n');
  if (has_marks (self))
    g_string_append_printf (string, "▲ %s   ▼ %s   ", _("highest"), _("lowest"));
  g_string_append_printf (string, "± ");
  g_string_append_printf (string, _("against %s"), vac_comparison_get_base (self)->name);
  g_string_append_c (string, '\n');
}

/* What stands beside the figures of a place and is too long for a column. */
static void
append_remark (GString       *string,
               VacComparison *self,
               guint          index,
               gboolean      *first)
{
  static const VacFact words[] = { VAC_FACT_ZONE, VAC_FACT_AREA, VAC_FACT_SOURCES,
                                   VAC_FACT_DOUBTS };
  const VacComparedPlace *place = vac_comparison_get_place (self, index);
  g_autofree char *width =
    vac_pay_range_describe_width (&place->range, vac_comparison_get_language (self));
  g_autoptr (GString) remark = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = vac_comparison_format (self, index, words[i]);

      if (*text != '\0')
        g_string_append_printf (remark, "%s%s: %s", remark->len > 0 ? ". " : "",
                                vac_fact_get_title (words[i]), text);
    }
  if (width != NULL)
    g_string_append_printf (remark, "%s%s", remark->len > 0 ? ". " : "", width);
  if (remark->len == 0)
    return;
  g_string_append_printf (string, "%s%s: %s\n", *first ? "\n" : "", place->name, remark->str);
  *first = FALSE;
}

static void
append_remarks (GString       *string,
                VacComparison *self)
{
  g_autofree char *missing = vac_comparison_list_without_index (self);
  gboolean first = TRUE;

  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    append_remark (string, self, i, &first);
  if (missing == NULL)
    return;
  g_string_append_printf (string, first ? "\n%s\n" : "%s\n", missing);
}

/**
 * vac_comparison_to_text:
 * @self: a comparison
 * @width: how many columns there are, 0 for a file
 *
 * Writes an aligned table under its heading, with range bars on one axis where @width leaves room
 * for them; the last columns are left out where it does not suffice. With a base and at most
 * %VAC_COMPARISON_MOST places, those stand side by side instead, a fact a row, with the differences
 * to the base and the highest and the lowest figure marked by a sign. Below stands what the
 * comparison comes to.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line end
 */
char *
vac_comparison_to_text (VacComparison *self,
                        guint          width)
{
  GString *string;
  g_autofree char *heading = NULL;
  g_autofree char *verdict = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  heading = vac_comparison_format_heading (self);
  verdict = vac_comparison_format_verdict (self);
  string = g_string_new (heading);
  n = vac_comparison_get_n_places (self);
  g_string_append_c (string, '\n');
  if (n == 0)
    g_string_append_printf (string, "%s\n", _("There are no places to compare."));
  else if (n <= VAC_COMPARISON_MOST && vac_comparison_get_base (self) != NULL)
    append_side_by_side (string, self);
  else
    append_table (string, self, width);
  if (verdict != NULL)
    g_string_append_printf (string, "\n%s\n", verdict);
  append_remarks (string, self);
  vac_comparison_append_zones (self, string);
  vac_comparison_append_levels (self, string);

  return g_string_free (string, FALSE);
}
