/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-check"

#include "config.h"

#include "vac-pay-check.h"
#include "vac-pay-evidence.h"
#include "vac-pay-reach.h"
#include "vac-pay.h"

/* Compares a posting with what the laws that reach it demand. */

typedef struct
{
  VacDocument    *document;
  const char     *date;
  const VacPayEvidence *evidence;   /* NULL until a rule asks for it */
  gint64          per_year;   /* periods of the pay in a year; 0 where that depends on the hours */
} Check;

typedef gboolean (*TestPay) (const Check        *self,
                             const VacPayRule   *rule,
                             const VacPayDemand *demand,
                             const VacPay       *pay);

/* Whether @range, in @currency, is more than @amount in a year. */
static gboolean
exceeds (const Check *self,
         VacMoney     money,
         const char  *currency,
         gint64       amount,
         const char  *currency_of_amount)
{
  return self->per_year > 0 && g_str_equal (currency, currency_of_amount) &&
         money > amount * VAC_MONEY_ONE / self->per_year;
}

static gboolean
is_exempt (const Check      *self,
           const VacPayRule *rule,
           const VacPay     *pay)
{
  return rule->exempt_above > 0 &&
         exceeds (self, MAX (pay->range.minimum, pay->range.maximum), pay->currency,
                  rule->exempt_above, rule->exempt_currency);
}

static gboolean
is_stated (const Check        *self,
           const VacPayRule   *rule,
           const VacPayDemand *demand,
           const VacPay       *pay)
{
  return self->evidence->pay || is_exempt (self, rule, pay);
}

static gboolean
has_minimum (const Check        *self,
             const VacPayRule   *rule,
             const VacPayDemand *demand,
             const VacPay       *pay)
{
  return self->evidence->pay && pay->range.minimum > 0;
}

/* Without pay, another duty has been broken. */
static gboolean
has_both_ends (const Check        *self,
               const VacPayRule   *rule,
               const VacPayDemand *demand,
               const VacPay       *pay)
{
  return !self->evidence->pay || (pay->range.minimum > 0 && pay->range.maximum > 0);
}

static gboolean
is_narrow (const Check        *self,
           const VacPayRule   *rule,
           const VacPayDemand *demand,
           const VacPay       *pay)
{
  const VacMoney width = pay->range.maximum - pay->range.minimum;
  gint64 tenths;

  if (!self->evidence->pay || pay->range.minimum <= 0 || width <= 0 || is_exempt (self, rule, pay))
    return TRUE;
  if (demand->percent > 0 && vac_pay_range_get_spread (&pay->range, &tenths) &&
      tenths > demand->percent * 10)
    return FALSE;

  return demand->amount == 0 ||
         !exceeds (self, width, pay->currency, demand->amount, demand->currency);
}

/* Every place has to meet it; one without pay of its own pays what the job does. */
static gboolean
test_pay (const Check        *self,
          const VacPayMatch  *match,
          const VacPayDemand *demand,
          TestPay             test,
          gboolean            without_pay)
{
  VacPay of_job, pay;
  const gboolean has_job = vac_pay_get_of_job (self->document, &of_job);
  gboolean asks_job = FALSE;

  for (guint i = 0; i < match->places->len; i++)
    {
      VacNode *place = g_ptr_array_index (match->places, i);

      if (vac_node_get_role (place) != VAC_ROLE_LOCATION ||
          !vac_pay_get_of_location (self->document, place, &pay))
        asks_job = TRUE;
      else if (!test (self, match->rule, demand, &pay))
        return FALSE;
    }
  if (match->places->len > 0 && !asks_job)
    return TRUE;
  if (has_job)
    return test (self, match->rule, demand, &of_job);
  if (match->places->len == 0 || vac_node_get_role (g_ptr_array_index (match->places, 0)) !=
                                     VAC_ROLE_LOCATION)
    {
      g_autoptr (GArray) headlines = vac_pay_get_headlines (self->document);

      if (headlines->len > 0)
        return test (self, match->rule, demand, &g_array_index (headlines, VacPay, 0));
    }

  return without_pay;
}

static gboolean
is_met (const Check        *self,
        const VacPayMatch  *match,
        const VacPayDemand *demand)
{
  const VacPayEvidence *evidence = self->evidence;

  switch (demand->duty)
    {
    case VAC_PAY_DUTY_RANGE:
    case VAC_PAY_DUTY_BEFORE_INTERVIEW:
      return test_pay (self, match, demand, is_stated, FALSE);
    case VAC_PAY_DUTY_MINIMUM:
      return test_pay (self, match, demand, has_minimum, FALSE);
    case VAC_PAY_DUTY_BOTH_ENDS:
      return test_pay (self, match, demand, has_both_ends, TRUE);
    case VAC_PAY_DUTY_WIDTH:
      return test_pay (self, match, demand, is_narrow, TRUE);
    case VAC_PAY_DUTY_BENEFITS:
      return evidence->benefits;
    case VAC_PAY_DUTY_OTHER_PAY:
      return evidence->other_pay;
    case VAC_PAY_DUTY_DEADLINE:
      return evidence->deadline;
    case VAC_PAY_DUTY_HOW_TO_APPLY:
      return evidence->how_to_apply;
    case VAC_PAY_DUTY_AI:
      return evidence->ai;
    case VAC_PAY_DUTY_VACANCY:
      return evidence->vacancy;
    case VAC_N_PAY_DUTIES:
    default:
      g_assert_not_reached ();
    }
}

/* What the posting cannot tell by itself, or can have said in words that are not understood. */
static VacPayDoubt
doubt_duty (const Check *self,
            VacPayDuty   duty)
{
  switch (duty)
    {
    case VAC_PAY_DUTY_RANGE:
    case VAC_PAY_DUTY_MINIMUM:
      return self->evidence->pay_in_text ? VAC_PAY_DOUBT_TEXT : 0;
    case VAC_PAY_DUTY_BEFORE_INTERVIEW:
      return VAC_PAY_DOUBT_CONDITION | (self->evidence->pay_in_text ? VAC_PAY_DOUBT_TEXT : 0);
    case VAC_PAY_DUTY_OTHER_PAY:
    case VAC_PAY_DUTY_AI:
      return VAC_PAY_DOUBT_CONDITION;
    case VAC_PAY_DUTY_BENEFITS:
    case VAC_PAY_DUTY_DEADLINE:
    case VAC_PAY_DUTY_VACANCY:
      return self->evidence->is_searched ? 0 : VAC_PAY_DOUBT_LANGUAGE;
    default:
      return 0;
    }
}

/* Two ISO 8601 dates sort like texts. */
static gboolean
is_later (const Check *self,
          const char  *since)
{
  return g_strcmp0 (since, self->date) > 0;
}

static VacPayDoubt
doubt_demand (const Check        *self,
              const VacPayDemand *demand)
{
  VacPayDoubt doubts = doubt_duty (self, demand->duty);

  if (is_later (self, demand->since))
    doubts |= VAC_PAY_DOUBT_LATER;
  if (demand->confidence != VAC_PAY_CONFIDENCE_HIGH)
    doubts |= VAC_PAY_DOUBT_CONFIDENCE;
  if (demand->basis == VAC_PAY_BASIS_AGENCY)
    doubts |= VAC_PAY_DOUBT_AGENCY;
  if (demand->basis == VAC_PAY_BASIS_PROPOSED)
    doubts |= VAC_PAY_DOUBT_PROPOSED;

  return doubts;
}

static VacPayDoubt
doubt_rule (const Check      *self,
            const VacPayRule *rule)
{
  VacPayDoubt doubts = 0;

  if (rule->status == VAC_PAY_DIRECTIVE)
    doubts |= VAC_PAY_DOUBT_DIRECTIVE;
  if (rule->status == VAC_PAY_PASSED)
    doubts |= VAC_PAY_DOUBT_PASSED;
  if (is_later (self, rule->enforced))
    doubts |= VAC_PAY_DOUBT_ENFORCED_LATER;

  return doubts;
}

static void
add_requirements (const Check *self,
                  VacPayMatch *match)
{
  const VacPayRule *rule = match->rule;

  if (rule->status > VAC_PAY_PASSED)
    return;
  for (guint i = 0; i < rule->demands->len; i++)
    {
      const VacPayDemand *demand = g_ptr_array_index (rule->demands, i);
      const VacPayRequirement requirement = {
        demand, is_met (self, match, demand), match->doubts | doubt_demand (self, demand),
      };

      g_array_append_val (match->requirements, requirement);
    }
}

static gint64
get_per_year (VacDocument *document)
{
  VacPayPeriod period;

  if (!vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD), &period) ||
      (period != VAC_PAY_PERIOD_YEAR && period != VAC_PAY_PERIOD_MONTH))
    return 0;

  return vac_pay_period_get_per_year (period);
}

/**
 * vac_pay_match_free:
 * @self: (transfer full): a match
 */
void
vac_pay_match_free (VacPayMatch *self)
{
  g_ptr_array_unref (self->places);
  g_array_unref (self->requirements);
  g_free (self);
}

/**
 * vac_pay_law_check:
 * @law: laws; they must outlive what is returned
 * @reading: a posting
 * @n_employees: how many people the employer has; 0 when that is not known
 * @asked: (nullable): %NULL-ended: ids of laws that hold whatever the posting says of its place
 * @date: an ISO 8601 date: the day of posting, or today
 *
 * Goes by the places of work, by where remote staff may live, and by the employer's size. What a
 * law demands from a later day on is listed too, with %VAC_PAY_DOUBT_LATER.
 *
 * Returns: (transfer full) (element-type VacPayMatch): the laws that hold for the posting, or may,
 *   in the order of @law, with what each demands and whether the posting does it
 */
GPtrArray *
vac_pay_law_check (VacPayLaw         *law,
                   VacReading        *reading,
                   guint              n_employees,
                   const char *const *asked,
                   const char        *date)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_pay_match_free);
  VacDocument *document = reading->document;
  Check self = { .document = document, .date = date };

  g_return_val_if_fail (law != NULL && date != NULL, matches);

  self.per_year = get_per_year (document);
  for (guint i = 0; i < vac_pay_law_get_n_rules (law); i++)
    {
      const VacPayRule *rule = vac_pay_law_get_rule (law, i);
      g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
      VacPayDoubt doubts = 0;
      VacPayMatch *match;

      if (!vac_pay_reach_find (law, rule, document, n_employees, places, &doubts) &&
          !(asked != NULL && g_strv_contains (asked, rule->id) &&
            vac_pay_reach_has_size (rule, n_employees, &doubts)))
        continue;
      /* Most postings are reached by none that demands anything. */
      if (rule->demands->len > 0)
        self.evidence = vac_reading_get_evidence (reading);
      match = g_new0 (VacPayMatch, 1);
      match->rule = rule;
      match->places = g_steal_pointer (&places);
      match->doubts = doubts | doubt_rule (&self, rule);
      match->requirements = g_array_new (FALSE, FALSE, sizeof (VacPayRequirement));
      add_requirements (&self, match);
      g_ptr_array_add (matches, match);
    }

  return matches;
}
