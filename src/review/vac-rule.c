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
#define APPCAST "Appcast: length of job titles and applications, 2015 and 2018"
#define APPCAST_BENEFITS "Appcast: benefits named in postings and applications, 2017"
#define BEHAVIOUR "Behavioural Insights Team: Women only apply when 100% qualified? 2022"
#define FEDERAL "41 CFR 60-741.5 (a) and 60-300.5 (a)"
#define GOV_UK "GOV.UK: Sentence length: why 25 words is our limit, 2014"
#define LINKEDIN "LinkedIn: Job Posting API, fields of a job posting"
#define LINKEDIN_PARTS "LinkedIn: heat map of what candidates look for in postings"
#define TEXTIO "Textio: How to write your best job post ever, part 2"
#define TEXTIO_BULLETS "Textio: three quick tips for job posts"
#define TEXTIO_YOU "Textio: best practices for job posts"
#define TZ "IANA Time Zone Database"

/* So that a row of the table is a line. */
#define FACTS     VAC_FINDING_FACTS
#define STRUCTURE VAC_FINDING_STRUCTURE
#define BOARDS    VAC_FINDING_BOARDS
#define READING   VAC_FINDING_READABILITY
#define TYPING    VAC_FINDING_TYPING
#define ERROR     VAC_SEVERITY_ERROR
#define LEGAL     VAC_SEVERITY_LEGAL
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
  [VAC_RULE_FACT_HELPFUL] = { FACTS, HINT, NULL, NULL },
  [VAC_RULE_CODE_OF_COUNTRY] = { FACTS, WARNING, "code", ISO_3166 },
  [VAC_RULE_CODE_OF_CURRENCY] = { FACTS, WARNING, "code", ISO_4217 },
  [VAC_RULE_CODE_OF_LANGUAGE] = { FACTS, WARNING, "code", BCP_47 },
  [VAC_RULE_CODE_OF_ZONE] = { FACTS, WARNING, "zone", TZ },
  [VAC_RULE_LANGUAGE_WITHOUT_WORDS] = { FACTS, WARNING, "words", NULL },
  [VAC_RULE_LANGUAGE_OF_PLACE] = { FACTS, LEGAL, "place", NULL },
  [VAC_RULE_ORDER_OF_DATES] = { FACTS, ERROR, "order", NULL },
  [VAC_RULE_ORDER_OF_RANGE] = { FACTS, ERROR, "order", NULL },
  [VAC_RULE_WIDTH_OF_PAY] = { FACTS, WARNING, "width", NULL },
  [VAC_RULE_MINIMUM_WAGE] = { FACTS, WARNING, "minimum-wage", NULL },
  [VAC_RULE_FACT_WITHOUT_USE] = { FACTS, WARNING, "without-use", NULL },

  [VAC_RULE_TYPE] = { STRUCTURE, ERROR, "type", NULL },
  [VAC_RULE_VALUE] = { STRUCTURE, ERROR, "value", NULL },
  [VAC_RULE_SECTION_ID] = { STRUCTURE, ERROR, "section-id", NULL },
  [VAC_RULE_ADDITION] = { STRUCTURE, WARNING, "addition", NULL },
  [VAC_RULE_PLAN] = { STRUCTURE, WARNING, "interview-plan", NULL },
  [VAC_RULE_WEIGHTS] = { STRUCTURE, WARNING, "weights", NULL },
  [VAC_RULE_PLACEHOLDER_UNKNOWN] = { STRUCTURE, ERROR, "placeholder-unknown", NULL },
  [VAC_RULE_PLACEHOLDER_UNFILLED] = { STRUCTURE, ERROR, "placeholder-unfilled", NULL },
  [VAC_RULE_CHARACTER] = { STRUCTURE, WARNING, "character", NULL },
  [VAC_RULE_LINK] = { STRUCTURE, WARNING, "link", NULL },

  [VAC_RULE_TITLE_LENGTH] = { STRUCTURE, HINT, "title.length", APPCAST },
  [VAC_RULE_TITLE_CAPITALS] = { STRUCTURE, WARNING, "title.capitals", NULL },
  [VAC_RULE_TITLE_LEVELS] = { STRUCTURE, WARNING, "title.levels", NULL },
  [VAC_RULE_TITLE_JUNIOR] = { STRUCTURE, WARNING, "title.junior", NULL },
  [VAC_RULE_TITLE_SENIOR] = { STRUCTURE, HINT, "title.senior", NULL },
  [VAC_RULE_TITLE_SCOPE] = { STRUCTURE, HINT, "title.scope", NULL },
  [VAC_RULE_TITLE_GRADE] = { STRUCTURE, HINT, "title.grade", NULL },
  [VAC_RULE_BENEFITS] = { STRUCTURE, WARNING, "benefits", APPCAST_BENEFITS },
  [VAC_RULE_EQUIVALENT] = { STRUCTURE, HINT, "equivalent", NULL },
  [VAC_RULE_OPPORTUNITY] = { STRUCTURE, HINT, "equal-opportunity", FEDERAL },

  [VAC_RULE_SENTENCE_LONG] = { READING, HINT, "long-sentence", GOV_UK },
  [VAC_RULE_SENTENCE_VERY_LONG] = { READING, WARNING, "very-long-sentence", GOV_UK },
  [VAC_RULE_WORDS_FEW] = { READING, HINT, "short", TEXTIO },
  [VAC_RULE_WORDS_MANY] = { READING, HINT, "long", TEXTIO },
  [VAC_RULE_WORDS_VERY_MANY] = { READING, WARNING, "very-long", TEXTIO },
  [VAC_RULE_BULLETS_FEW] = { READING, HINT, "few-bullets", TEXTIO_BULLETS },
  [VAC_RULE_BULLETS_MANY] = { READING, HINT, "many-bullets", TEXTIO_BULLETS },
  [VAC_RULE_REQUIRED_MANY] = { READING, HINT, "many-required", BEHAVIOUR },
  [VAC_RULE_READER_UNADDRESSED] = { READING, HINT, "no-you", TEXTIO_YOU },
  [VAC_RULE_EMPLOYER_SHARE] = { READING, HINT, "employer-share", LINKEDIN_PARTS },

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
  [VAC_RULE_LENGTH_LINKEDIN] = { BOARDS, WARNING, "length.linkedin", LINKEDIN },
  [VAC_RULE_LENGTH_TRACKING] = { BOARDS, HINT, "length.ats", NULL },
  [VAC_RULE_OFFER_EXPERIENCE] = { BOARDS, HINT, "experienceRequirements.offer", GOOGLE },
  [VAC_RULE_OFFER_EDUCATION] = { BOARDS, HINT, "educationRequirements.offer", GOOGLE },
  [VAC_RULE_OFFER_INSTEAD] = { BOARDS, HINT, "experienceInPlaceOfEducation.offer", GOOGLE },
  [VAC_RULE_OFFER_SKILLS] = { BOARDS, HINT, "skills.offer", SCHEMA_ORG },

  [VAC_RULE_TYPING_DOUBLED] = { TYPING, WARNING, "doubled-word", NULL },
  [VAC_RULE_TYPING_ARTICLE] = { TYPING, WARNING, "article", NULL },
  [VAC_RULE_TYPING_BRACKET] = { TYPING, WARNING, "bracket", NULL },
  [VAC_RULE_TYPING_QUOTE] = { TYPING, WARNING, "quotation-mark", NULL },
  [VAC_RULE_TYPING_SPACE] = { TYPING, HINT, "space", NULL },
  [VAC_RULE_TYPING_PUNCTUATION] = { TYPING, WARNING, "punctuation", NULL },
};

/* Where some of the documents are read, all of them looked at on one day. */
#define LOOKED_AT "2026-11-23"

static const struct
{
  const char *title;
  const char *uri;
} documents[] = {
  { BEHAVIOUR,
    "https://www.bi.team/blogs/women-only-apply-when-100-qualified-fact-or-fake-news/" },
  { GOV_UK, "https://insidegovuk.blog.gov.uk/2014/08/04/"
            "sentence-length-why-25-words-is-our-limit/" },
  { LINKEDIN_PARTS, NULL },
  { TEXTIO, "https://textio.com/blog/how-to-write-your-best-job-post-ever-part-2" },
  { TEXTIO_BULLETS, NULL },
  { TEXTIO_YOU, NULL },
};

static void
name_source (VacFinding *finding,
             const char *source)
{
  finding->source = g_strdup (source);
  for (guint i = 0; source != NULL && i < G_N_ELEMENTS (documents); i++)
    if (g_str_equal (documents[i].title, source))
      {
        finding->source_uri = g_strdup (documents[i].uri);
        finding->source_date = g_strdup (LOOKED_AT);
      }
}

/* What follows the group in the id of @rule, broken at @node. */
static char *
make_name (VacRule  rule,
           VacNode *node)
{
  g_autofree char *field = rules[rule].group == VAC_FINDING_FACTS ? vac_node_get_field_path (node)
                                                                  : NULL;

  if (field == NULL || rules[rule].name == NULL)
    return g_strdup (field != NULL ? field : rules[rule].name);

  return g_strconcat (field, ".", rules[rule].name, NULL);
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
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  va_list args;

  g_return_val_if_fail (rule < VAC_N_RULES && findings != NULL && VAC_IS_NODE (node), NULL);

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  name = make_name (rule, node);
  finding = vac_finding_add (findings, rules[rule].group, name, rules[rule].severity, node,
                             sentence);
  name_source (finding, rules[rule].source);

  return finding;
}
