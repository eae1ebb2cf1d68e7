/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-remarks"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-salary-import-private.h"

/* What looks odd about a table as a whole, so that somebody looks before importing it. */

/* The amounts of a year in a currency of which one buys about as much as a dollar or a euro: what
 * lies between is rarely anything else. In whole units. */
static const struct
{
  VacPayPeriod period;
  gint64       least;
  gint64       most;
} usual[] = {
  { VAC_PAY_PERIOD_HOUR, 5, 200 },
  { VAC_PAY_PERIOD_MONTH, 1500, 9000 },
};

static const char *const usual_currencies[] = { "USD", "EUR", "GBP", "CAD", "AUD", "CHF", NULL };

static int
compare_amounts (gconstpointer a,
                 gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Twice the median of the middles of the ranges, as the file has them; 0 without any. */
static gint64
get_middle (VacSalaryImportResult *result)
{
  g_autoptr (GArray) middles = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      if (place->problem == NULL && place->sides == VAC_SALARY_IMPORT_BOTH &&
          vac_pay_range_is_known (&place->exact))
        {
          gint64 middle = place->exact.minimum + place->exact.maximum;

          g_array_append_val (middles, middle);
        }
    }
  g_array_sort (middles, compare_amounts);

  return middles->len > 0 ? g_array_index (middles, gint64, middles->len / 2) : 0;
}

/* What a table that is read as pay of a year looks like, beside the posting's own figures or by
 * itself; FALSE for nothing else. */
static gboolean
find_likely_period (VacSalaryImport       *self,
                    VacSalaryImportResult *result,
                    VacPayPeriod          *period)
{
  const gint64 middle = get_middle (result);
  const gint64 own = result->span.minimum + result->span.maximum;

  if (middle == 0 || self->settings.from != VAC_PAY_PERIOD_YEAR ||
      self->settings.from_reason != VAC_SALARY_IMPORT_ASSUMED)
    return FALSE;
  /* Between a quarter and twice of what the posting pays in such a period. */
  for (guint i = 0; own > 0 && result->foreign == NULL && i < G_N_ELEMENTS (usual); i++)
    {
      const gint64 expected = own / vac_pay_period_get_per_year (usual[i].period);

      *period = usual[i].period;
      if (middle > expected / 4 && middle < expected * 2)
        return TRUE;
    }
  for (guint i = 0; own == 0 && i < G_N_ELEMENTS (usual); i++)
    {
      *period = usual[i].period;
      if (g_strv_contains (usual_currencies, self->settings.currency) &&
          middle / 2 >= usual[i].least * VAC_MONEY_ONE &&
          middle / 2 <= usual[i].most * VAC_MONEY_ONE)
        return TRUE;
    }

  return FALSE;
}

/**
 * vac_salary_import_remark:
 * @self: an import
 * @result: what it found, matched
 *
 * Returns: (transfer full): sentences on what looks odd about the table as a whole: pay of another
 *   period than it is read as, medians outside of their ranges, a currency that nothing says
 */
GStrv
vac_salary_import_remark (VacSalaryImport       *self,
                          VacSalaryImportResult *result)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  VacPayPeriod period;
  guint n_crossed = 0;
  guint n_unclear = 0;

  g_return_val_if_fail (self != NULL && result != NULL, NULL);

  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      n_crossed += (place->doubts & VAC_SALARY_IMPORT_CROSSED) != 0;
      n_unclear += place->problem == NULL && vac_salary_import_has_pay (place) &&
                   place->currency == NULL;
    }
  if (find_likely_period (self, result, &period))
    g_ptr_array_add (texts, g_strdup (
      period == VAC_PAY_PERIOD_MONTH
        ? _("The amounts look like pay per month, and are read as per year.")
        : _("The amounts look like pay per hour, and are read as per year.")));
  if (n_crossed > 0)
    g_ptr_array_add (texts, g_strdup_printf (
      ngettext ("In %u row the median is not between minimum and maximum.",
                "In %u rows the median is not between minimum and maximum.", n_crossed),
      n_crossed));
  if (n_unclear > 0 && *self->settings.currency == '\0')
    g_ptr_array_add (texts, g_strdup (_("Neither the table nor the posting says a currency.")));
  g_ptr_array_add (texts, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}
