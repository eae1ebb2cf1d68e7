/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-date.h"
#include "vac-entry.h"
#include "vac-money.h"
#include "vac-pay.h"
#include "vac-phrase.h"
#include "vac-range.h"
#include "vac-review-private.h"
#include "vac-rule.h"
#include "vac-terms.h"
#include "vac-wording.h"

static void
check_required (VacDocument *document,
                VacRole      role,
                const char  *sentence,
                GPtrArray   *findings)
{
  VacNode *leaf = vac_document_get (document, role);
  g_autofree char *text = g_strstrip (g_strdup (vac_node_get_text (leaf)));

  if (*text == '\0')
    vac_rule_report (VAC_RULE_FACT_REQUIRED, findings, leaf, "%s", sentence);
}

static void
check_place (VacDocument *document,
             GPtrArray   *findings)
{
  g_autofree char *places = vac_wording_locations (document);

  if (places == NULL &&
      !g_str_equal (vac_document_get_text (document, VAC_ROLE_WORKPLACE), VAC_WORKPLACE_REMOTE))
    vac_rule_report (VAC_RULE_FACT_REQUIRED, findings,
                     vac_document_get (document, VAC_ROLE_LOCATIONS), "%s",
                     _("The place of work is missing, and the job is not remote."));
}

static void
check_pay (VacDocument *document,
           GPtrArray   *findings)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  g_autoptr (GArray) headlines = vac_pay_get_headlines (document);
  VacMoney amount;

  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    return;
  if (headlines->len == 0 && !vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &amount) &&
      !vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &amount))
    {
      vac_rule_report (VAC_RULE_FACT_EXPECTED, findings, pay, "%s",
                       _("Pay is to be shown, but there is no amount."));
      return;
    }

  if (headlines->len == 0 || *g_array_index (headlines, VacPay, 0).currency == '\0')
    check_required (document, VAC_ROLE_PAY_CURRENCY, _("The pay has no currency."), findings);
  check_required (document, VAC_ROLE_PAY_PERIOD,
                  _("The pay does not say whether it is per year, month, or hour."), findings);
}

static gboolean
has_language (const char *tag)
{
  g_autofree char *name = vac_code_names_get (VAC_CODE_LANGUAGE, tag, "en");

  return name != NULL;
}

static gboolean
is_no_code (const VacField *field,
            const char     *text,
            gsize           length,
            gpointer        user_data)
{
  return field->syntax == VAC_SYNTAX_ANY || (text != NULL && *text == '\0');
}

/* Well-formed codes that have not been assigned: "UK", "EU", "XXZ", "xx", "Europe/Nowhere". */
static void
check_codes (VacNode   *node,
             GPtrArray *findings)
{
  const VacField *field = vac_node_get_field (node);
  const char *text = vac_node_get_text (node);

  for (guint i = 0, n = vac_node_get_n_children (node); i < n; i++)
    {
      VacNode *child = vac_node_peek_unless (node, i, is_no_code, NULL);

      if (child != NULL)
        check_codes (child, findings);
    }

  if (field == NULL || field->syntax == VAC_SYNTAX_ANY || *text == '\0' ||
      !vac_field_accepts (field, text, NULL))
    return;
  if (field->syntax == VAC_SYNTAX_COUNTRY && !vac_codes_has_country (text))
    vac_rule_report (VAC_RULE_CODE_OF_COUNTRY, findings, node,
                     _("There is no country with the code “%s” (ISO 3166). The United Kingdom is "
                       "GB; the European Union is not a country."),
                     text);
  if (field->syntax == VAC_SYNTAX_CURRENCY && !vac_codes_has_currency (text))
    vac_rule_report (VAC_RULE_CODE_OF_CURRENCY, findings, node,
                     _("There is no currency with the code “%s” (ISO 4217)."), text);
  if (field->role == VAC_ROLE_SPEECH_LANGUAGE && !has_language (text))
    vac_rule_report (VAC_RULE_CODE_OF_LANGUAGE, findings, node,
                     _("There is no language with the tag “%s” (BCP 47)."), text);
  if (field->syntax == VAC_SYNTAX_ZONE && !vac_date_has_zone (text))
    vac_rule_report (VAC_RULE_CODE_OF_ZONE, findings, node,
                     _("There is no time zone with the name “%s”."), text);
}

/* Our own phrases, such as "Reports to", would be English amid another language. */
static void
check_language (VacDocument *document,
                GPtrArray   *findings)
{
  VacNode *leaf = vac_document_get (document, VAC_ROLE_LANGUAGE);
  const char *language = vac_node_get_text (leaf);

  if (*language != '\0' && vac_field_accepts (vac_node_get_field (leaf), language, NULL) &&
      !vac_phrase_speaks (language))
    vac_rule_report (VAC_RULE_LANGUAGE_WITHOUT_WORDS, findings, leaf,
                     _("Vacancy has no words in the language “%s” and writes its own, such as "
                       "“Reports to”, in English."), language);
}

void
vac_review_check_facts (VacDocument *document,
                        GPtrArray   *findings)
{
  check_required (document, VAC_ROLE_JOB_TITLE, _("The job title is missing."), findings);
  check_required (document, VAC_ROLE_EMPLOYER_NAME, _("The employer is missing."), findings);
  check_place (document, findings);
  check_pay (document, findings);
}

void
vac_review_check_codes (VacDocument *document,
                        GPtrArray   *findings)
{
  check_codes (vac_document_get_root (document), findings);
  check_language (document, findings);
}

static gboolean
get_range (VacNode  *record,
           VacRole   minimum_role,
           VacRole   maximum_role,
           VacMoney *minimum,
           VacMoney *maximum)
{
  return vac_node_get_member_money (record, minimum_role, minimum) &&
         vac_node_get_member_money (record, maximum_role, maximum);
}

static void
check_range (VacNode   *record,
             VacRole    minimum_role,
             VacRole    maximum_role,
             GPtrArray *findings)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  VacMoney minimum, maximum;

  if (!get_range (record, minimum_role, maximum_role, &minimum, &maximum) || minimum <= maximum)
    return;
  low = vac_money_to_text (minimum);
  high = vac_money_to_text (maximum);
  vac_rule_report (VAC_RULE_ORDER_OF_RANGE, findings, vac_node_get (record, minimum_role),
                   _("The minimum, %s, is greater than the maximum, %s."), low, high);
}

static void
check_ranges_of (VacNode   *list,
                 VacRole    minimum_role,
                 VacRole    maximum_role,
                 GPtrArray *findings)
{
  g_assert (vac_node_get_kind (list) == VAC_KIND_LIST);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    check_range (vac_node_get_child (list, i), minimum_role, maximum_role, findings);
}

static void
check_width (VacNode   *record,
             VacRole    minimum_role,
             VacRole    maximum_role,
             GPtrArray *findings)
{
  VacPayRange range;

  if (get_range (record, minimum_role, maximum_role, &range.minimum, &range.maximum) &&
      vac_pay_range_is_wide (&range))
    vac_rule_report (VAC_RULE_WIDTH_OF_PAY, findings, vac_node_get (record, maximum_role),
                     _("The pay range is wider than %d %% of its minimum, which tells candidates "
                       "little."),
                     VAC_RANGE_WIDE / 10);
}

/* A place of work without pay of its own pays what the job does. */
static void
check_minimum_wage (VacDocument *document,
                    VacNode     *location,
                    GPtrArray   *findings)
{
  VacPayPeriod period = VAC_PAY_PERIOD_YEAR;
  VacNode *leaf = vac_node_get (location, VAC_ROLE_LOCATION_PAY_MINIMUM);
  VacMoney wage, amount;
  VacPayRange range;
  const char *currency, *language;
  g_autofree char *least = NULL;
  g_autofree char *paid = NULL;

  if (!vac_node_get_member_money (location, VAC_ROLE_LOCATION_MINIMUM_WAGE, &wage) || wage <= 0)
    return;
  if (vac_node_is_empty (leaf))
    leaf = vac_node_get (vac_document_get (document, VAC_ROLE_PAY), VAC_ROLE_PAY_MINIMUM);
  if (!vac_node_get_money (leaf, &amount) || amount <= 0)
    return;

  vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD), &period);
  currency = vac_entry_get_currency (document, leaf);
  language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  if (vac_scale (amount, vac_pay_period_get_per_year (period), 1) >=
      vac_scale (wage, vac_pay_period_get_per_year (VAC_PAY_PERIOD_HOUR), 1))
    return;
  range = (VacPayRange) { amount, amount };
  range = vac_pay_range_convert (&range, period, VAC_PAY_PERIOD_HOUR,
                                 vac_money_get_step (currency));
  least = vac_money_format (wage, currency, language);
  paid = vac_money_format (range.minimum, currency, language);
  vac_rule_report (VAC_RULE_MINIMUM_WAGE, findings, leaf,
                   _("The pay begins at %s an hour, counted with 2,080 hours a year; the minimum "
                     "wage of this place is %s."),
                   paid, least);
}

static void
check_locations (VacDocument *document,
                 GPtrArray   *findings)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  const gboolean disclosed = vac_node_get_member_toggle (vac_document_get (document, VAC_ROLE_PAY),
                                                         VAC_ROLE_PAY_DISCLOSE);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *location = vac_node_get_child (list, i);

      if (vac_node_get_kind (location) != VAC_KIND_RECORD)
        continue;
      check_range (location, VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_LOCATION_PAY_MAXIMUM,
                   findings);
      if (disclosed)
        check_width (location, VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_LOCATION_PAY_MAXIMUM,
                     findings);
      check_minimum_wage (document, location, findings);
    }
}

void
vac_review_check_ranges (VacDocument *document,
                         GPtrArray   *findings)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);

  check_range (pay, VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, findings);
  if (vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    check_width (pay, VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, findings);
  check_range (vac_document_get (document, VAC_ROLE_NATIONAL),
               VAC_ROLE_NATIONAL_MINIMUM, VAC_ROLE_NATIONAL_MAXIMUM, findings);
  check_ranges_of (vac_document_get (document, VAC_ROLE_PLACES),
                   VAC_ROLE_PLACE_MINIMUM, VAC_ROLE_PLACE_MAXIMUM, findings);
  check_ranges_of (vac_document_get (document, VAC_ROLE_LEVELS),
                   VAC_ROLE_LEVEL_FROM, VAC_ROLE_LEVEL_TO, findings);
  check_range (vac_document_get (document, VAC_ROLE_HOURS),
               VAC_ROLE_HOURS_MINIMUM, VAC_ROLE_HOURS_MAXIMUM, findings);
  check_locations (document, findings);
  check_ranges_of (vac_document_get (document, VAC_ROLE_GRADES),
                   VAC_ROLE_GRADE_MINIMUM, VAC_ROLE_GRADE_MAXIMUM, findings);
}

/**
 * vac_review_knows:
 * @group: a group of findings
 * @language: a BCP 47 tag
 *
 * Returns: whether the rules of @group can find something in texts in @language
 */
gboolean
vac_review_knows (VacFindingGroup  group,
                  const char      *language)
{
  g_return_val_if_fail (group < VAC_N_FINDING_GROUPS && language != NULL, FALSE);

  return group != VAC_FINDING_WORDING || vac_terms_are_there (language);
}

typedef struct
{
  VacDocument    *document;
  VacReviewScope  scope;
  GPtrArray      *findings;
} Visit;

static void
visit_text_cb (VacNode *text,
               gpointer user_data)
{
  const Visit *visit = user_data;

  vac_review_check_text (visit->document, text, visit->scope, visit->findings);
}

/* What is looked for besides what single texts say, in this order, between values and laws; by a
 * check of the document, or of what candidates read of it. */
static const struct
{
  VacReviewScope scope;
  gboolean       finds_errors;
  void         (*check) (VacDocument *, GPtrArray *);
  void         (*check_reading) (VacReading *, GPtrArray *);
} checks[] = {
  { VAC_REVIEW_FACTS, TRUE, vac_review_check_facts },
  { VAC_REVIEW_FACTS, FALSE, vac_review_check_codes },
  { VAC_REVIEW_FACTS, FALSE, NULL, vac_review_check_application },
  { VAC_REVIEW_FACTS, TRUE, vac_review_check_job },
  { VAC_REVIEW_FACTS, TRUE, vac_review_check_ranges },
  { VAC_REVIEW_STRUCTURE, TRUE, vac_review_check_sections },
  { VAC_REVIEW_STRUCTURE, FALSE, vac_review_check_assessments },
  { VAC_REVIEW_STRUCTURE, TRUE, vac_review_check_placeholders },
  { VAC_REVIEW_STRUCTURE, FALSE, vac_review_check_characters },
  { VAC_REVIEW_STRUCTURE, FALSE, vac_review_check_links },
  { VAC_REVIEW_STRUCTURE, FALSE, NULL, vac_review_check_title },
  { VAC_REVIEW_STRUCTURE, FALSE, NULL, vac_review_check_posting },
  { VAC_REVIEW_READING, FALSE, vac_review_check_lengths },
  { VAC_REVIEW_BOARDS, FALSE, vac_review_check_title_only },
  { VAC_REVIEW_BOARDS, FALSE, NULL, vac_review_check_board_lengths },
  { VAC_REVIEW_BOARDS, TRUE, NULL, vac_review_check_boards },
  { VAC_REVIEW_BOARDS, FALSE, NULL, vac_review_check_offers },
  { VAC_REVIEW_SPELLING, FALSE, vac_review_check_dictionary },
};

static gboolean
is_wanted (guint          index,
           VacReviewScope scope)
{
  return (scope & checks[index].scope) != 0 &&
         (checks[index].finds_errors || (scope & VAC_REVIEW_ONLY_ERRORS) == 0);
}

#define VALUES 0
#define LAWS   (G_N_ELEMENTS (checks) + 1)

static void
check_values (VacDocument    *document,
              VacReviewScope  scope,
              GPtrArray      *findings)
{
  if ((scope & (VAC_REVIEW_STRUCTURE | VAC_REVIEW_UNSHOWN)) != 0)
    vac_review_check_values (document, (scope & VAC_REVIEW_STRUCTURE) == 0, findings);
}

/*
 * vac_review_check_part:
 * @reading: a posting
 * @options: what to look for
 * @part: the number of a part of the check
 * @findings: (element-type VacFinding): takes what was found
 *
 * Does a part of what vac_review_check_for() does besides looking at single texts: in a long
 * posting, all of it at once would keep a window waiting.
 *
 * Returns: whether there are further parts
 */
gboolean
vac_review_check_part (VacReading             *reading,
                       const VacReviewOptions *options,
                       guint                   part,
                       GPtrArray              *findings)
{
  if (part == VALUES)
    check_values (reading->document, options->scope, findings);
  else if (part < LAWS && !is_wanted (part - 1, options->scope))
    return TRUE;
  else if (part < LAWS && checks[part - 1].check != NULL)
    checks[part - 1].check (reading->document, findings);
  else if (part < LAWS)
    checks[part - 1].check_reading (reading, findings);
  else if ((options->scope & VAC_REVIEW_PAY_RULES) != 0)
    vac_review_check_pay_law (reading, options, findings);

  return part < LAWS;
}

/**
 * vac_review_check_for:
 * @document: a document
 * @options: what to look for
 *
 * Looks for what is wrong with a posting, or would be missed by a candidate or a job board. This is
 * the only source of findings; callers that show only some of them say which.
 *
 * Returns: (transfer full) (element-type VacFinding): what was found, in no order of importance;
 *   the same for the same document
 */
GPtrArray *
vac_review_check_for (VacDocument            *document,
                      const VacReviewOptions *options)
{
  g_auto (VacReading) reading = { .document = document };
  GPtrArray *findings;
  Visit visit;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && options != NULL, NULL);

  findings = vac_finding_array_new ();
  for (guint part = 0; vac_review_check_part (&reading, options, part, findings);)
    part++;
  visit = (Visit) { document, options->scope, findings };
  if ((options->scope & (VAC_REVIEW_TEXTS | VAC_REVIEW_SPELLING)) != 0)
    vac_review_visit_texts (document, visit_text_cb, &visit);

  return findings;
}

/**
 * vac_review_check:
 * @document: a document
 * @scope: what to look for
 *
 * As vac_review_check_for() where nothing else is known.
 *
 * Returns: (transfer full) (element-type VacFinding): what was found
 */
GPtrArray *
vac_review_check (VacDocument    *document,
                  VacReviewScope  scope)
{
  const VacReviewOptions options = { .scope = scope };

  return vac_review_check_for (document, &options);
}
