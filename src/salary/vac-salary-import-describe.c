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

  if (result->cap_reason == VAC_SALARY_IMPORT_ASSUMED)
    return g_strdup_printf (_("“%s” is taken for %s a year, the survey’s latest cap: the table "
                              "does not tell its year."), mark, cap);

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

      *n_ranges += vac_pay_range_is_known (&place->range);
      *n_converted += vac_pay_range_is_known (&place->range) && place->period != result->to;
      *n_rounded += place->is_rounded && place->problem == NULL;
    }
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
  if (result->n_capped > 0)
    g_ptr_array_add (texts, describe_cap (self, result));
  if (n_rounded > 0)
    g_ptr_array_add (texts, g_strdup_printf (
      ngettext ("The amounts of %u place have more decimals than their currency and are rounded. "
                "The exact figures are in its note.",
                "The amounts of %u places have more decimals than their currency and are rounded. "
                "The exact figures are in their notes.", n_rounded), n_rounded));
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
