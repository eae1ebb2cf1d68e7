/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-pay-law"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-date.h"
#include "vac-money.h"
#include "vac-pay-check.h"
#include "vac-review-private.h"

/* Says what a posting lacks by the laws on pay in postings. Only what is sure counts as legal. */

/* What follows the place and a colon. */
static const struct
{
  VacRole     role;       /* of the place to go to */
  const char *sentence;
} lacks[VAC_N_PAY_DUTIES] = {
  [VAC_PAY_DUTY_RANGE] = {
    VAC_ROLE_PAY, N_("postings must state the pay or its range, and this one states none.") },
  [VAC_PAY_DUTY_MINIMUM] = {
    VAC_ROLE_PAY,
    N_("postings must state the minimum pay as a figure, and this one states none.") },
  [VAC_PAY_DUTY_BOTH_ENDS] = {
    VAC_ROLE_PAY, N_("a range of pay must have both ends, and this one is open.") },
  [VAC_PAY_DUTY_BEFORE_INTERVIEW] = {
    VAC_ROLE_PAY,
    N_("candidates must know the pay or its range before the interview, from the posting or "
       "otherwise. This posting states none.") },
  [VAC_PAY_DUTY_BENEFITS] = {
    VAC_ROLE_SECTIONS,
    N_("postings must describe the benefits, and this one names none.") },
  [VAC_PAY_DUTY_OTHER_PAY] = {
    VAC_ROLE_PAY,
    N_("postings must describe bonuses, commissions, and other pay, if there are any. This one "
       "names none.") },
  [VAC_PAY_DUTY_DEADLINE] = {
    VAC_ROLE_CLOSES,
    N_("postings must state until when applications are taken, or that they always are, and "
       "this one does not.") },
  [VAC_PAY_DUTY_HOW_TO_APPLY] = {
    VAC_ROLE_APPLY, N_("postings must say how to apply, and this one does not.") },
  [VAC_PAY_DUTY_AI] = {
    VAC_ROLE_APPLY,
    N_("applicants must be told if AI takes part in the selection. This posting does not speak "
       "of it.") },
  [VAC_PAY_DUTY_VACANCY] = {
    VAC_ROLE_VACANCY,
    N_("postings must say whether there is a job to fill, and this one does not.") },
};

/* In the order in which they are told. What is missing here is said elsewhere in the sentence. */
static const struct
{
  VacPayDoubt  doubt;
  const char  *sentence;
} reasons[] = {
  { VAC_PAY_DOUBT_PASSED, N_("It was passed, but is not known to be in force.") },
  { VAC_PAY_DOUBT_DIRECTIVE, N_("The law of each country decides.") },
  { VAC_PAY_DOUBT_PROPOSED, N_("Only proposed rules say so.") },
  { VAC_PAY_DOUBT_AGENCY, N_("This is how the authority reads the law.") },
  { VAC_PAY_DOUBT_SOMEONE, N_("It applies to employers who already have somebody there.") },
  { VAC_PAY_DOUBT_REACH, N_("It is not clear whether it covers this remote job.") },
  { VAC_PAY_DOUBT_RESIDENCE,
    N_("It covers remote jobs that can be done there, and the posting does not say where remote "
       "staff may live.") },
  { VAC_PAY_DOUBT_PLACE,
    N_("The posting does not say which state or country the place of work is in.") },
  { VAC_PAY_DOUBT_TEXT, N_("An amount in a text may be the pay.") },
  { VAC_PAY_DOUBT_LANGUAGE, N_("Texts in the posting’s language cannot be searched for it.") },
};

static const char *const confidences[] = {
  [VAC_PAY_CONFIDENCE_HIGH] = N_("Confidence: high."),
  [VAC_PAY_CONFIDENCE_MEDIUM] = N_("Confidence: medium."),
  [VAC_PAY_CONFIDENCE_LOW] = N_("Confidence: low."),
};

static char *
format_day (const char *iso)
{
  GDate date;

  return vac_date_from_iso (iso, &date) ? vac_date_format (&date, g_get_language_names ()[0])
                                        : g_strdup (iso);
}

static char *
format_amount (gint64      amount,
               const char *currency)
{
  return vac_money_format (amount * VAC_MONEY_ONE, currency, g_get_language_names ()[0]);
}

/* "Delaware", "Minnesota (may apply)", "Delaware (from September 26, 2027)" */
static char *
write_place (const VacPayMatch       *match,
             const VacPayRequirement *requirement)
{
  const guint others = requirement->doubts & ~(guint) (VAC_PAY_DOUBT_LATER |
                                                       VAC_PAY_DOUBT_CONDITION);
  g_autofree char *name = vac_pay_rule_dup_name (match->rule, g_get_language_names ()[0]);
  g_autofree char *day = NULL;

  if ((requirement->doubts & VAC_PAY_DOUBT_LATER) == 0)
    return others == 0 ? g_steal_pointer (&name) : g_strdup_printf (_("%s (may apply)"), name);
  day = format_day (requirement->demand->since);

  /* Translators: a place and a day */
  return others == 0 ? g_strdup_printf (_("%s (from %s)"), name, day)
                     : g_strdup_printf (_("%s (may apply from %s)"), name, day);
}

static char *
write_width (const VacPayDemand *demand)
{
  g_autofree char *amount = NULL;

  if (demand->amount == 0)
    return g_strdup_printf (_("a range of pay may be as wide as %d %% of its minimum, and this one "
                              "is wider."),
                            (int) demand->percent);
  amount = format_amount (demand->amount, demand->currency);

  return g_strdup_printf (_("the ends of a range of pay may lie %s a year apart, and these are "
                            "further apart."),
                          amount);
}

static void
add_sentence (GString *text,
              char    *sentence)
{
  g_string_append_printf (text, " %s", sentence);
  g_free (sentence);
}

static void
add_size (GString                 *text,
          const VacPayRule        *rule,
          const VacPayRequirement *requirement)
{
  const int employees = (int) rule->employees;

  if ((requirement->doubts & VAC_PAY_DOUBT_COUNTED) != 0)
    add_sentence (text, g_strdup_printf (_("It applies to employers with %d or more people who "
                                           "work there."), employees));
  else if ((requirement->doubts & VAC_PAY_DOUBT_SIZE) != 0)
    add_sentence (text, g_strdup_printf (rule->counted == VAC_PAY_COUNTS_WORKERS
                                             ? _("It applies from %d people on, and not only "
                                                 "employees count.")
                                             : _("It applies to employers with %d or more "
                                                 "employees."), employees));
}

static void
add_times (GString                 *text,
           const VacPayRule        *rule,
           const VacPayRequirement *requirement)
{
  if (*requirement->demand->since != '\0' && (requirement->doubts & VAC_PAY_DOUBT_LATER) == 0)
    {
      g_autofree char *day = format_day (requirement->demand->since);

      add_sentence (text, g_strdup_printf (_("In force since %s."), day));
    }
  if ((requirement->doubts & VAC_PAY_DOUBT_ENFORCED_LATER) != 0)
    {
      g_autofree char *day = format_day (rule->enforced);

      add_sentence (text, g_strdup_printf (_("It is enforced from %s."), day));
    }
}

static char *
write_sentence (const VacPayMatch       *match,
                const VacPayRequirement *requirement)
{
  const VacPayDemand *demand = requirement->demand;
  const VacPayRule *rule = match->rule;
  g_autofree char *place = write_place (match, requirement);
  g_autofree char *lack = demand->duty == VAC_PAY_DUTY_WIDTH
                              ? write_width (demand)
                              : g_strdup (_(lacks[demand->duty].sentence));
  GString *text = g_string_new (NULL);

  /* Translators: a place, and what its law demands of postings */
  g_string_append_printf (text, _("%s: %s"), place, lack);
  if (demand->duty == VAC_PAY_DUTY_RANGE && rule->exempt_above > 0)
    {
      g_autofree char *amount = format_amount (rule->exempt_above, rule->exempt_currency);

      add_sentence (text, g_strdup_printf (_("Pay above %s a year need not be stated."), amount));
    }
  add_times (text, rule, requirement);
  add_size (text, rule, requirement);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if ((requirement->doubts & reasons[i].doubt) != 0)
      add_sentence (text, g_strdup (_(reasons[i].sentence)));
  add_sentence (text, g_strdup (_(confidences[demand->confidence])));

  return g_string_free (text, FALSE);
}

static VacNode *
get_place (VacDocument *document,
           VacPayDuty   duty)
{
  if (duty == VAC_PAY_DUTY_WIDTH)
    return vac_document_get (document, VAC_ROLE_PAY);

  return vac_document_get (document, lacks[duty].role);
}

static void
add_finding (VacDocument             *document,
             const VacPayMatch       *match,
             const VacPayRequirement *requirement,
             GPtrArray               *findings)
{
  const VacPayDemand *demand = requirement->demand;
  g_autofree char *name = g_strdup_printf ("%s.%s", match->rule->id,
                                           vac_pay_duty_get_id (demand->duty));
  g_autofree char *sentence = write_sentence (match, requirement);
  VacFinding *finding = vac_finding_add (findings, VAC_FINDING_PAY, name,
                                         requirement->doubts == 0 ? VAC_SEVERITY_LEGAL
                                                                  : VAC_SEVERITY_HINT,
                                         get_place (document, demand->duty), sentence);

  finding->source = g_strdup (demand->law);
  finding->source_uri = g_strdup (demand->source);
  finding->source_date = *match->rule->as_of != '\0' ? g_strdup (match->rule->as_of) : NULL;
}

/* Returns: (transfer full) (element-type VacPayMatch): the laws that hold for a posting, or may */
static GPtrArray *
list_matches (VacReading             *reading,
              const VacReviewOptions *options)
{
  VacPayLaw *laws = options->law != NULL ? options->law : vac_pay_law_get_built_in ();
  const char *date = vac_document_get_text (reading->document, VAC_ROLE_POSTED);
  g_autofree char *iso = NULL;
  GDate posted;

  if (!vac_date_from_iso (date, &posted))
    {
      iso = g_date_valid (&options->today) ? vac_date_to_iso (&options->today)
                                           : g_strdup (vac_pay_law_get_as_of (laws));
      date = iso;
    }

  return vac_pay_law_check (laws, reading, options->n_employees, options->places, date);
}

/*
 * vac_review_check_pay_law:
 * @reading: a posting
 * @options: which laws hold, and for whom
 * @findings: (element-type VacFinding): takes what was found
 *
 * Says what laws on pay in postings demand and the posting lacks.
 */
void
vac_review_check_pay_law (VacReading             *reading,
                          const VacReviewOptions *options,
                          GPtrArray              *findings)
{
  g_autoptr (GPtrArray) matches = list_matches (reading, options);

  for (guint i = 0; i < matches->len; i++)
    {
      const VacPayMatch *match = g_ptr_array_index (matches, i);

      for (guint j = 0; j < match->requirements->len; j++)
        {
          const VacPayRequirement *requirement = &g_array_index (match->requirements,
                                                                 VacPayRequirement, j);

          if (!requirement->is_met)
            add_finding (reading->document, match, requirement, findings);
        }
    }
}

/*
 * vac_review_lacks_size:
 * @reading: a posting
 * @options: how it is reviewed
 *
 * Returns: whether something that the posting lacks is demanded of employers of some size, and the
 *   size of this one is not known
 */
gboolean
vac_review_lacks_size (VacReading             *reading,
                       const VacReviewOptions *options)
{
  g_autoptr (GPtrArray) matches = NULL;

  if (options->n_employees > 0)
    return FALSE;
  matches = list_matches (reading, options);
  for (guint i = 0; i < matches->len; i++)
    {
      GArray *requirements = ((VacPayMatch *) g_ptr_array_index (matches, i))->requirements;

      for (guint j = 0; j < requirements->len; j++)
        {
          const VacPayRequirement *requirement = &g_array_index (requirements, VacPayRequirement,
                                                                 j);

          if (!requirement->is_met && (requirement->doubts & VAC_PAY_DOUBT_SIZE) != 0)
            return TRUE;
        }
    }

  return FALSE;
}
