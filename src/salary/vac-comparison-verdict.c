/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-private.h"

/* What a comparison comes to, in a sentence. */

/**
 * vac_comparison_count_within:
 * @self: a comparison
 * @n_ranges: (out): how many of the places have a range
 *
 * Returns: inside how many of these ranges all of the posting's own range lies
 */
guint
vac_comparison_count_within (VacComparison *self,
                             guint         *n_ranges)
{
  guint n_within = 0;

  g_return_val_if_fail (self != NULL && n_ranges != NULL, 0);

  *n_ranges = 0;
  for (guint i = 0; i < vac_comparison_get_n_places (self); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (self, i);

      *n_ranges += vac_pay_range_is_known (&place->range);
      n_within += place->placement.position == VAC_RANGE_WITHIN;
    }

  return n_within;
}

/* How far the posting's midpoint lies over that of the base, negative when under it. */
static gboolean
get_over_base (VacComparison *self,
               VacMoney      *over)
{
  const VacComparedPlace *base = vac_comparison_get_base (self);
  const VacMoney twice = base != NULL ? vac_compared_place_get_twice_midpoint (base) : 0;

  if (twice == 0)
    return FALSE;
  *over = vac_comparison_halve (
      self, vac_pay_range_get_twice_midpoint (vac_comparison_get_posting (self)) - twice);

  return TRUE;
}

/* Sentences are whole: a language puts what they say in an order of its own. */
static char *
say (VacComparison *self,
     guint          n_within,
     guint          n_ranges,
     VacMoney       over)
{
  const char *name = vac_comparison_get_base (self)->name;
  g_autofree char *amount = vac_comparison_format_amount (self, ABS (over));

  if (over < 0)
    /* Translators: of a job posting's pay range. The last two are an amount and a place. */
    return g_strdup_printf (ngettext ("Inside %u of %u range; %s below the midpoint of %s",
                                      "Inside %u of %u ranges; %s below the midpoint of %s",
                                      n_ranges),
                            n_within, n_ranges, amount, name);
  if (over > 0)
    /* Translators: of a job posting's pay range. The last two are an amount and a place. */
    return g_strdup_printf (ngettext ("Inside %u of %u range; %s above the midpoint of %s",
                                      "Inside %u of %u ranges; %s above the midpoint of %s",
                                      n_ranges),
                            n_within, n_ranges, amount, name);

  /* Translators: of a job posting's pay range. The last one is a place. */
  return g_strdup_printf (ngettext ("Inside %u of %u range; at the midpoint of %s",
                                    "Inside %u of %u ranges; at the midpoint of %s", n_ranges),
                          n_within, n_ranges, name);
}

/**
 * vac_comparison_format_verdict:
 * @self: a comparison
 *
 * Says inside how many of the ranges the posting's own lies, and with a base how far its midpoint
 * lies from that of the base: "Inside 1 of 8 ranges; $20,000 below the midpoint of Seattle".
 *
 * Returns: (transfer full) (nullable): the sentence, without a full stop, in the language of the
 *   interface; %NULL where there is nothing to compare: the posting has no range, or no place has
 *   one
 */
char *
vac_comparison_format_verdict (VacComparison *self)
{
  g_autofree char *sentence = NULL;
  guint n_within, n_ranges;
  VacMoney over;

  g_return_val_if_fail (self != NULL, NULL);

  n_within = vac_comparison_count_within (self, &n_ranges);
  if (n_ranges == 0 || !vac_pay_range_is_known (vac_comparison_get_posting (self)))
    return NULL;
  if (get_over_base (self, &over))
    sentence = say (self, n_within, n_ranges, over);
  else
    /* Translators: of a job posting's pay range. */
    sentence = g_strdup_printf (ngettext ("Inside %u of %u range", "Inside %u of %u ranges",
                                          n_ranges),
                                n_within, n_ranges);

  return vac_comparison_add_assumption (self, sentence);
}
