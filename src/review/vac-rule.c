/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-rule"

#include "config.h"

#include <stdarg.h>

#include "vac-rule.h"

/* Outside documents that some rules come from. */
#define GOOGLE "Google Search Central: Job posting structured data (schema.org JobPosting)"
#define SCHEMA_ORG "schema.org: JobPosting"
#define ISO_3166 "ISO 3166-1"
#define ISO_4217 "ISO 4217"
#define BCP_47 "BCP 47"
#define TZ "IANA Time Zone Database"

/* So that a row of the table is a line. */
#define FACTS     VAC_FINDING_FACTS
#define STRUCTURE VAC_FINDING_STRUCTURE
#define BOARDS    VAC_FINDING_BOARDS
#define ERROR     VAC_SEVERITY_ERROR
#define WARNING   VAC_SEVERITY_WARNING
#define HINT      VAC_SEVERITY_HINT

/* An id is the group's, then what the rule is about, separated by dots. Facts are named by the path
 * of their field in the schema. What boards read has the name that schema.org gives it. A last word
 * after either says what is wrong with it; without one, it is missing or of no use.
 *
 * Ids are promised to other programs: add to them, but do not change them. */
static const struct
{
  VacFindingGroup  group;
  VacSeverity      severity;
  const char      *name;      /* after the group, for a fact after its field; %NULL for nothing */
  const char      *source;
} rules[VAC_N_RULES] = {
  [VAC_RULE_FACT_REQUIRED] = { FACTS, ERROR, NULL, NULL },
  [VAC_RULE_FACT_EXPECTED] = { FACTS, WARNING, NULL, NULL },
  [VAC_RULE_CODE_OF_COUNTRY] = { FACTS, WARNING, "code", ISO_3166 },
  [VAC_RULE_CODE_OF_CURRENCY] = { FACTS, WARNING, "code", ISO_4217 },
  [VAC_RULE_CODE_OF_LANGUAGE] = { FACTS, WARNING, "code", BCP_47 },
  [VAC_RULE_CODE_OF_ZONE] = { FACTS, WARNING, "zone", TZ },
  [VAC_RULE_LANGUAGE_WITHOUT_WORDS] = { FACTS, WARNING, "words", NULL },
  [VAC_RULE_ORDER_OF_DATES] = { FACTS, ERROR, "order", NULL },
  [VAC_RULE_ORDER_OF_RANGE] = { FACTS, ERROR, "order", NULL },
  [VAC_RULE_WIDTH_OF_PAY] = { FACTS, WARNING, "width", NULL },
  [VAC_RULE_FACT_WITHOUT_USE] = { FACTS, WARNING, "without-use", NULL },

  [VAC_RULE_TYPE] = { STRUCTURE, ERROR, "type", NULL },
  [VAC_RULE_VALUE] = { STRUCTURE, ERROR, "value", NULL },
  [VAC_RULE_SECTION_ID] = { STRUCTURE, ERROR, "section-id", NULL },
  [VAC_RULE_ADDITION] = { STRUCTURE, WARNING, "addition", NULL },
  [VAC_RULE_WEIGHTS] = { STRUCTURE, WARNING, "weights", NULL },
  [VAC_RULE_PLACEHOLDER_UNKNOWN] = { STRUCTURE, ERROR, "placeholder-unknown", NULL },
  [VAC_RULE_PLACEHOLDER_UNFILLED] = { STRUCTURE, ERROR, "placeholder-unfilled", NULL },
  [VAC_RULE_CHARACTER] = { STRUCTURE, WARNING, "character", NULL },

  /* What Google requires is an error, what it recommends a warning. */
  [VAC_RULE_BOARDS_TITLE] = { BOARDS, ERROR, "title", GOOGLE },
  [VAC_RULE_BOARDS_TITLE_ONLY] = { BOARDS, WARNING, "title.only", GOOGLE },
  [VAC_RULE_BOARDS_EMPLOYER] = { BOARDS, ERROR, "hiringOrganization", GOOGLE },
  [VAC_RULE_BOARDS_WEBSITE] = { BOARDS, WARNING, "hiringOrganization.sameAs", GOOGLE },
  [VAC_RULE_BOARDS_EMPLOYMENT_TYPES] = { BOARDS, WARNING, "employmentType", GOOGLE },
  [VAC_RULE_BOARDS_EMPLOYMENT_TYPE] = { BOARDS, WARNING, "employmentType.value", GOOGLE },
  [VAC_RULE_BOARDS_LOCATIONS] = { BOARDS, ERROR, "jobLocation", GOOGLE },
  [VAC_RULE_BOARDS_APPLICANTS] = { BOARDS, ERROR, "applicantLocationRequirements", GOOGLE },
  [VAC_RULE_BOARDS_AREA] = { BOARDS, ERROR, "applicantLocationRequirements.area", GOOGLE },
  [VAC_RULE_BOARDS_COUNTRY] = { BOARDS, ERROR, "addressCountry", GOOGLE },
  [VAC_RULE_BOARDS_COUNTRY_CODE] = { BOARDS, ERROR, "addressCountry.code", GOOGLE },
  [VAC_RULE_BOARDS_CITY] = { BOARDS, WARNING, "addressLocality", GOOGLE },
  [VAC_RULE_BOARDS_POSTED] = { BOARDS, ERROR, "datePosted", GOOGLE },
  [VAC_RULE_BOARDS_CLOSES] = { BOARDS, WARNING, "validThrough", GOOGLE },
  [VAC_RULE_BOARDS_CLOSES_ORDER] = { BOARDS, ERROR, "validThrough.order", GOOGLE },
  [VAC_RULE_BOARDS_START] = { BOARDS, WARNING, "jobStartDate", GOOGLE },
  [VAC_RULE_BOARDS_PAY] = { BOARDS, WARNING, "baseSalary", GOOGLE },
  [VAC_RULE_BOARDS_PAY_DISCLOSED] = { BOARDS, WARNING, "baseSalary.disclosed", GOOGLE },
  [VAC_RULE_BOARDS_PAY_ORDER] = { BOARDS, ERROR, "baseSalary.order", GOOGLE },
  [VAC_RULE_BOARDS_PAY_CURRENCY] = { BOARDS, WARNING, "baseSalary.currency", GOOGLE },
  [VAC_RULE_BOARDS_PAY_CURRENCIES] = { BOARDS, WARNING, "baseSalary.currencies", GOOGLE },
  [VAC_RULE_BOARDS_PAY_PERIOD] = { BOARDS, WARNING, "baseSalary.unitText", GOOGLE },
  [VAC_RULE_BOARDS_INSTEAD] = { BOARDS, WARNING, "experienceInPlaceOfEducation", GOOGLE },
  [VAC_RULE_BOARDS_REQUISITION] = { BOARDS, WARNING, "identifier", GOOGLE },
  [VAC_RULE_BOARDS_APPLY_URL] = { BOARDS, WARNING, "directApply", GOOGLE },
  [VAC_RULE_BOARDS_APPLY_EMAIL] = { BOARDS, WARNING, "applicationContact.email", GOOGLE },
  [VAC_RULE_BOARDS_DESCRIPTION] = { BOARDS, ERROR, "description", GOOGLE },
  [VAC_RULE_OFFER_EXPERIENCE] = { BOARDS, HINT, "experienceRequirements.offer", GOOGLE },
  [VAC_RULE_OFFER_EDUCATION] = { BOARDS, HINT, "educationRequirements.offer", GOOGLE },
  [VAC_RULE_OFFER_INSTEAD] = { BOARDS, HINT, "experienceInPlaceOfEducation.offer", GOOGLE },
  [VAC_RULE_OFFER_SKILLS] = { BOARDS, HINT, "skills.offer", SCHEMA_ORG },
};

static char *
make_id (VacRule  rule,
         VacNode *node)
{
  g_autoptr (GString) id = g_string_new (vac_finding_group_get_id (rules[rule].group));
  g_autofree char *field = NULL;

  if (rules[rule].group == VAC_FINDING_FACTS)
    {
      field = vac_node_get_field_path (node);
      g_string_append_printf (id, ".%s", field);
    }
  if (rules[rule].name != NULL)
    g_string_append_printf (id, ".%s", rules[rule].name);

  return g_string_free (g_steal_pointer (&id), FALSE);
}

/*
 * vac_rule_report:
 * @rule: the rule that the posting breaks
 * @findings: (element-type VacFinding): takes what was found
 * @node: the place in the document
 * @format: a printf format for the sentence, translated
 * @...: for @format
 *
 * Returns: (transfer none): the finding, about @node as a whole, for the caller to narrow down
 */
VacFinding *
vac_rule_report (VacRule     rule,
                 GPtrArray  *findings,
                 VacNode    *node,
                 const char *format,
                 ...)
{
  VacFinding *finding;
  va_list args;

  g_return_val_if_fail (rule < VAC_N_RULES && findings != NULL && VAC_IS_NODE (node), NULL);

  finding = g_new0 (VacFinding, 1);
  finding->id = make_id (rule, node);
  finding->severity = rules[rule].severity;
  finding->group = rules[rule].group;
  finding->node = g_object_ref (node);
  finding->source = rules[rule].source;
  va_start (args, format);
  finding->sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, finding);

  return finding;
}
