/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-describe"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-money.h"
#include "vac-salary-import-private.h"

/* What an import does before it does it, in sentences for the window and the command line. */

/* The schema's own words begin with a capital: they stand alone. */
static const char *const periods[] = {
  [VAC_PAY_PERIOD_YEAR] = N_("per year"),
  [VAC_PAY_PERIOD_MONTH] = N_("per month"),
  [VAC_PAY_PERIOD_WEEK] = N_("per week"),
  [VAC_PAY_PERIOD_DAY] = N_("per day"),
  [VAC_PAY_PERIOD_HOUR] = N_("per hour"),
};

static char *
describe_units (VacSalaryImport       *self,
                VacSalaryImportResult *result,
                guint                  n_converted)
{
  const VacSalaryImportSettings *settings = &self->settings;
  const char *currency = *settings->currency != '\0' ? settings->currency : _("no currency");
  /* An occupation may be paid by the hour alone in a table of wages per year. */
  const VacPayPeriod said = self->is_free && result->to == VAC_PAY_PERIOD_HOUR ? result->to
                                                                               : settings->from;
  const char *from = _(periods[said]);
  g_autofree char *read = NULL;

  if (settings->from_reason == VAC_SALARY_IMPORT_FROM_FILE)
    /* Translators: "per month, EUR" */
    read = g_strdup_printf (_("The table says that pay is %s, %s."), from, currency);
  else if (settings->from_reason == VAC_SALARY_IMPORT_FROM_PERSON)
    read = g_strdup_printf (_("Pay is read as %s, %s."), from, currency);
  else if (settings->columns[VAC_SALARY_IMPORT_PERIOD] >= 0)
    read = g_strdup_printf (
        _("Every row says by what its pay is counted; one that does not is read "
          "as the posting’s own: %s, %s."),
        from, currency);
  else
    read = g_strdup_printf (_("The table does not say by what pay is counted; it is read as the "
                              "posting’s own: %s, %s."), from, currency);
  if (n_converted == 0)
    return g_steal_pointer (&read);

  return g_strdup_printf (ngettext ("%s %u place is converted and shown %s, with 2,080 hours to a "
                                    "year; the note has its exact figures.",
                                    "%s %u places are converted and shown %s, with 2,080 hours to "
                                    "a year; the notes have their exact figures.", n_converted),
                          read, n_converted, _(periods[result->to]));
}

static char *
describe_cap (VacSalaryImport       *self,
              VacSalaryImportResult *result)
{
  g_autofree char *cap = vac_money_format_number (result->cap, "en");
  const char *mark = self->table->cap;

  if (result->cap == 0)
    return g_strdup_printf (_("Which cap “%s” stands for is not known for the table’s year. Say "
                              "which it is to import rows that have it."), mark);
  if (result->cap_reason == VAC_SALARY_IMPORT_ASSUMED)
    return g_strdup_printf (_("“%s” is taken for %s a year, the latest cap of tables with such "
                              "columns: the table does not tell its year."), mark, cap);

  return g_strdup_printf (_("“%s” is taken for %s a year, the survey’s cap."), mark, cap);
}

static void
count_rows (VacSalaryImportResult *result,
            guint                 *n_ranges,
            guint                 *n_converted,
            guint                 *n_rounded)
{
  *n_ranges = 0;
  *n_converted = 0;
  *n_rounded = 0;
  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      *n_ranges += vac_salary_import_has_pay (place);
      *n_converted += vac_salary_import_has_pay (place) && place->period != result->to;
      *n_rounded += place->is_rounded && place->problem == NULL;
    }
}

/* Also where the file does not say which edition it is. */
static char *
describe_edition (VacSalaryImport       *self,
                  VacSalaryImportResult *result)
{
  const char *name = vac_salary_import_get_term (self, VAC_SALARY_IMPORT_SURVEY_NAME);
  const char *edition = vac_salary_import_get_term (self, VAC_SALARY_IMPORT_SURVEY_EDITION);

  if (*edition == '\0')
    return g_strdup_printf (_("The posting has figures of “%s”, %s. Which edition this table is, it "
                              "does not say."), name, result->editions);

  return g_strdup_printf (_("The posting has figures of “%s”, %s. Those of the places in this table "
                            "are replaced by %s."), name, result->editions, edition);
}

/**
 * vac_salary_import_describe:
 * @self: an import
 * @result: what it found, matched
 *
 * Returns: (transfer full): sentences on how the figures are read and what becomes of them
 */
GStrv
vac_salary_import_describe (VacSalaryImport       *self,
                            VacSalaryImportResult *result)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n_ranges;
  guint n_converted;
  guint n_rounded;

  g_return_val_if_fail (self != NULL && result != NULL, NULL);

  count_rows (result, &n_ranges, &n_converted, &n_rounded);
  if (n_ranges > 0)
    g_ptr_array_add (texts, describe_units (self, result, n_converted));
  if (result->foreign != NULL && n_ranges > 0)
    g_ptr_array_add (texts, g_strdup_printf (
      _("The amounts are in %s and the posting’s salaries in %s; they are not converted."),
      result->foreign, result->currency));
  if (self->settings.columns[VAC_SALARY_IMPORT_MINIMUM] < 0 &&
      self->settings.columns[VAC_SALARY_IMPORT_RANGE] < 0 &&
      self->settings.columns[VAC_SALARY_IMPORT_MEDIAN] >= 0)
    g_ptr_array_add (texts, g_strdup (_("The median is taken for both ends of the range.")));
  if (result->n_one_sided > 0)
    g_ptr_array_add (texts, g_strdup_printf (
      ngettext ("%u row has one end of a range only, and is shown as “from” or “up to”.",
                "%u rows have one end of a range only, and are shown as “from” or “up to”.",
                result->n_one_sided),
      result->n_one_sided));
  if (result->editions != NULL)
    g_ptr_array_add (texts, describe_edition (self, result));
  if (result->n_capped > 0)
    g_ptr_array_add (texts, describe_cap (self, result));
  if (result->n_codes > 0)
    g_ptr_array_add (texts, g_strdup (_("The table has areas by number only. The names of a few "
                                        "are the program’s own and not checked; the zip file of "
                                        "the release has them all.")));
  if (n_rounded > 0)
    g_ptr_array_add (texts, g_strdup_printf (
      ngettext ("The amounts of %u place have more decimals than their currency and are rounded. "
                "The exact figures are in its note.",
                "The amounts of %u places have more decimals than their currency and are rounded. "
                "The exact figures are in their notes.", n_rounded), n_rounded));
  if (result->n_notes > 0)
    g_ptr_array_add (texts, g_strdup_printf (
      ngettext ("%u line below the table is taken for a note and left out.",
                "%u lines below the table are taken for notes and left out.", result->n_notes),
      result->n_notes));
  g_ptr_array_add (texts, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/**
 * vac_salary_import_describe_doubts:
 * @result: what an import found, matched
 * @place: a row of it
 *
 * Returns: (transfer full) (nullable): why the row is not chosen unasked, %NULL for no reason
 */
char *
vac_salary_import_describe_doubts (VacSalaryImportResult      *result,
                                   const VacSalaryImportPlace *place)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (result != NULL && place != NULL, NULL);

  if (place->doubts & VAC_SALARY_IMPORT_REPEATED)
    g_ptr_array_add (texts, g_strdup (_("another row has this place already")));
  if (place->doubts & VAC_SALARY_IMPORT_CROSSED)
    g_ptr_array_add (texts, g_strdup (_("the median is not between minimum and maximum")));
  if (place->doubts & VAC_SALARY_IMPORT_FOREIGN)
    g_ptr_array_add (texts, g_strdup_printf (
      _("in %s, not converted"),
      vac_import_currency_get_code (place->currency != NULL ? place->currency : result->foreign)));
  if (place->doubts & VAC_SALARY_IMPORT_FAR)
    {
      g_autofree char *span = vac_pay_range_format (&result->span, NULL, "en");

      /* Translators: %s is a pay range. */
      g_ptr_array_add (texts, g_strdup_printf (_("far outside of the posting’s %s"), span));
    }
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (GStrv) texts->pdata);
}

/**
 * vac_salary_import_has_pay:
 * @place: a row of what an import found
 *
 * Returns: whether it says what is paid, or one end of that
 */
gboolean
vac_salary_import_has_pay (const VacSalaryImportPlace *place)
{
  g_return_val_if_fail (place != NULL, FALSE);

  return place->sides == VAC_SALARY_IMPORT_FROM ? place->range.minimum > 0
                                                : vac_pay_range_is_known (&place->range);
}

/* The range of a row, with the end that there is for the one that there is not. */
VacPayRange
vac_import_get_whole (const VacSalaryImportPlace *place,
                      const VacPayRange          *range)
{
  VacPayRange whole = *range;

  if (place->sides == VAC_SALARY_IMPORT_FROM)
    whole.maximum = whole.minimum;
  else if (place->sides == VAC_SALARY_IMPORT_UP_TO)
    whole.minimum = whole.maximum;

  return whole;
}

/**
 * vac_salary_import_format_range:
 * @place: a row of what an import found
 * @range: one of its ranges
 * @currency: (nullable): ISO 4217 code
 * @language: (nullable): for the numbers, BCP 47
 *
 * Returns: (transfer full): both ends, or the one that there is: "from $120,000"
 */
char *
vac_salary_import_format_range (const VacSalaryImportPlace *place,
                                const VacPayRange          *range,
                                const char                 *currency,
                                const char                 *language)
{
  g_autofree char *amount = NULL;
  VacMoney end;

  g_return_val_if_fail (place != NULL && range != NULL, NULL);

  if (place->sides == VAC_SALARY_IMPORT_BOTH)
    return vac_pay_range_format (range, currency, language);
  end = place->sides == VAC_SALARY_IMPORT_FROM ? range->minimum : range->maximum;
  amount = vac_money_format_with (end, vac_money_get_decimals (end, currency), currency, language);

  return place->sides == VAC_SALARY_IMPORT_FROM ? g_strdup_printf (_("from %s"), amount)
                                                : g_strdup_printf (_("up to %s"), amount);
}

/**
 * vac_salary_import_get_old:
 * @place: a row of what an import found, matched
 * @range: (out): what the posting has for it
 *
 * Returns: whether the row replaces a range of the posting
 */
gboolean
vac_salary_import_get_old (const VacSalaryImportPlace *place,
                           VacPayRange                *range)
{
  g_return_val_if_fail (place != NULL && range != NULL, FALSE);

  *range = (VacPayRange) { 0, 0 };
  if (place->target == NULL || !vac_salary_import_has_pay (place))
    return FALSE;
  vac_node_get_member_money (place->target, VAC_ROLE_PLACE_MINIMUM, &range->minimum);
  vac_node_get_member_money (place->target, VAC_ROLE_PLACE_MAXIMUM, &range->maximum);

  return vac_pay_range_is_known (range);
}

/* "+2.9%" of the middle; "" where that is not even a tenth. */
static char *
describe_share (const VacPayRange *old,
                const VacPayRange *range)
{
  const gint64 before = vac_pay_range_get_twice_midpoint (old);
  const gint64 difference = vac_pay_range_get_twice_midpoint (range) - before;
  const gint64 tenths = before > 0 ? vac_scale (ABS (difference), 1000, before) : 0;
  g_autofree char *number = vac_money_format_decimal (tenths, 1, "en");

  if (tenths == 0)
    return g_strdup ("");

  return g_strdup_printf (" (%s%s%%)", difference < 0 ? "−" : "+", number);
}

/**
 * vac_salary_import_describe_change:
 * @result: what an import found, matched
 * @place: a row of it
 * @language: (nullable): for the numbers, BCP 47
 *
 * Returns: (transfer full) (nullable): the range that is replaced, the new one, and by how much its
 *   middle moves: "$90,000 – $150,000 → $92,000 – $155,000 (+2.9%)"; %NULL where no range is
 *   replaced, or by the same one
 */
char *
vac_salary_import_describe_change (VacSalaryImportResult      *result,
                                   const VacSalaryImportPlace *place,
                                   const char                 *language)
{
  const char *said;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *share = NULL;
  VacPayRange old;

  g_return_val_if_fail (result != NULL && place != NULL, NULL);

  if (!vac_salary_import_get_old (place, &old) ||
      (old.minimum == place->range.minimum && old.maximum == place->range.maximum))
    return NULL;
  said = place->currency != NULL ? place->currency : result->foreign;
  before = vac_pay_range_format (&old, result->currency, language);
  after = vac_salary_import_format_range (place, &place->range,
                                          said != NULL ? vac_import_currency_get_code (said)
                                                       : result->currency,
                                          language);
  share = said != NULL || place->sides != VAC_SALARY_IMPORT_BOTH
              ? g_strdup ("") : describe_share (&old, &place->range);

  return g_strdup_printf ("%s → %s%s", before, after, share);
}

/**
 * vac_salary_import_append_refused:
 * @result: what an import found
 * @file_name: what the table is called
 * @table: the list so far; begins with the titles of its columns when it is empty
 *
 * Lists the rows that cannot be imported, comma-separated, each with its line and the reason.
 *
 * Returns: how many rows were added
 */
guint
vac_salary_import_append_refused (VacSalaryImportResult *result,
                                  const char            *file_name,
                                  GString               *table)
{
  const char *titles[] = { _("File"), _("Line"), _("Place"), _("Reason") };
  guint n = 0;

  g_return_val_if_fail (result != NULL && file_name != NULL && table != NULL, 0);

  if (table->len == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
        vac_csv_append_text (table, ',', titles[i]);
      vac_csv_end_row (table);
    }
  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      if (place->problem == NULL)
        continue;
      vac_csv_append_text (table, ',', file_name);
      vac_csv_append_number (table, ',', place->line, 0);
      vac_csv_append_text (table, ',', place->name);
      vac_csv_append_text (table, ',', place->problem);
      vac_csv_end_row (table);
      n++;
    }

  return n;
}
