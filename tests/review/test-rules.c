/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-review.h"
#include "vac-rule.h"

/* Every rule, with what breaks it in a guide that somebody filled in, and with the finding that
 * other programs were promised. In JSON here, ' stands for ". */

#define FACTS     VAC_FINDING_FACTS
#define STRUCTURE VAC_FINDING_STRUCTURE
#define BOARDS    VAC_FINDING_BOARDS
#define READING   VAC_FINDING_READABILITY
#define TYPING    VAC_FINDING_TYPING
#define EVERYTHING \
  (VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS | VAC_REVIEW_READING | VAC_REVIEW_TYPING)
#define BY_GOOGLE NULL, GOOGLE
#define GOOGLE "Google Search Central: Job posting structured data (schema.org JobPosting)"

#define GOV_UK "GOV.UK: Sentence length: why 25 words is our limit, 2014"
#define TEXTIO "Textio: How to write your best job post ever, part 2"
#define APPCAST "Appcast: length of job titles and applications, 2015 and 2018"

#define NO_TITLE { "'title': 'Machine Learning Engineer',\n    'employer'", "'employer'" }
#define NO_EMPLOYER { "'name': 'Harbor Analytics',", "" }
#define NO_PLACES { "'locations': [", "'x-locations': [" }
#define NO_AMOUNTS { "'minimum': 120000,\n      'maximum': 180000,", "" }
#define NO_PERIOD { "'period': 'year',", "" }
#define WRONG_COUNTRY { "'country': 'US'", "'country': 'UK'" }
#define IN_FRANCE { "'country': 'US'", "'country': 'FR'" }
#define WRONG_CURRENCY { "'currency': 'USD'", "'currency': 'XXZ'" }
/* Another fact of the job. */
#define IN_JOB(facts) { "'department':", facts ", 'department':" }
/* More about the employer. */
#define IN_ABOUT(text) { "'about': '", "'about': '" text }
#define CLOSED_EARLY { "2025-07-31", "2025-05-31" }
/* More than 25,000 characters. */
#define LONG TEN (TEN (TEN ("On and on along the track. ")))
/* A sentence of so many words more. */
#define TEN_MORE "and on and on and on and on and on "
/* Nothing but one section. */
#define ONLY(section) \
  { "'sections': [", "'sections': [ " section " ],\n  'x-sections': [" }, \
    { "'about': ", "'x-about': " }, { "'apply': ", "'x-apply': " }
#define TEXT(text) "{ 'id': 'about-the-role', 'title': 'The Role', 'text': '" text "' }"
#define WORDS_160 \
  TEN ("The engineer lays tracks. All of them are long. The last one ends at the sea. ")
#define TEN(text) text text text text text text text text text text
#define TITLE(title) { "Machine Learning Engineer',\n    'employer'", title "',\n    'employer'" }
#define PAY_REVERSED { "'minimum': 120000", "'minimum': 180001" }

typedef struct
{
  const char *before;
  const char *after;
} Edit;

typedef struct
{
  VacRule          rule;
  Edit             edits[3];
  const char      *id;
  VacFindingGroup  group;
  const char      *path;
  const char      *span;         /* NULL for the place as a whole */
  const char      *source;
  const char      *suggestion;
} RuleCase;

static const RuleCase cases[] = {
  { VAC_RULE_FACT_REQUIRED, { NO_TITLE }, "facts.job.title", FACTS, "job.title" },
  { VAC_RULE_FACT_REQUIRED, { NO_EMPLOYER }, "facts.job.employer.name", FACTS,
    "job.employer.name" },
  { VAC_RULE_FACT_REQUIRED, { NO_PLACES }, "facts.job.locations", FACTS, "job.locations" },
  { VAC_RULE_FACT_REQUIRED, { { "'currency': 'USD',", "" } }, "facts.job.pay.currency", FACTS,
    "job.pay.currency" },
  { VAC_RULE_FACT_REQUIRED, { NO_PERIOD }, "facts.job.pay.period", FACTS, "job.pay.period" },
  { VAC_RULE_FACT_EXPECTED, { NO_AMOUNTS }, "facts.job.pay", FACTS, "job.pay" },
  { VAC_RULE_FACT_EXPECTED, { { "'apply': {", "'x-apply': {" } }, "facts.job.apply", FACTS,
    "job.apply" },
  { VAC_RULE_CODE_OF_COUNTRY, { WRONG_COUNTRY }, "facts.job.locations.country.code", FACTS,
    "job.locations.0.country", NULL, "ISO 3166-1" },
  { VAC_RULE_CODE_OF_CURRENCY, { WRONG_CURRENCY }, "facts.job.pay.currency.code", FACTS,
    "job.pay.currency", NULL, "ISO 4217" },
  { VAC_RULE_CODE_OF_CURRENCY, { { "'year': 2025,\n    'currency': 'USD'", "'currency': 'XXZ'" } },
    "facts.salaries.currency.code", FACTS, "salaries.currency", NULL, "ISO 4217" },
  { VAC_RULE_CODE_OF_LANGUAGE, { IN_JOB ("'languages': [ { 'language': 'xx' } ]") },
    "facts.job.languages.language.code", FACTS, "job.languages.0.language", NULL, "BCP 47" },
  { VAC_RULE_CODE_OF_ZONE, { IN_JOB ("'closesTime': '17:00', 'closesZone': 'Europe/Nowhere'") },
    "facts.job.closesZone.zone", FACTS, "job.closesZone", NULL, "IANA Time Zone Database" },
  { VAC_RULE_LANGUAGE_WITHOUT_WORDS, { { "'language': 'en-US'", "'language': 'uk-UA'" } },
    "facts.language.words", FACTS, "language" },
  { VAC_RULE_LANGUAGE_OF_PLACE, { IN_FRANCE, IN_FRANCE },
    "facts.language.place", FACTS, "language", NULL,
    "Article L5331-4 du Code du travail (langue des offres d’emploi)" },
  { VAC_RULE_FACT_EXPECTED, { { "'workplace': 'hybrid',", "" } }, "facts.job.workplace", FACTS,
    "job.workplace" },
  { VAC_RULE_ORDER_OF_DATES, { CLOSED_EARLY }, "facts.job.closes.order", FACTS, "job.closes" },
  { VAC_RULE_ORDER_OF_DATES, { IN_JOB ("'fillBy': '2025-06-01'") }, "facts.job.fillBy.order",
    FACTS, "job.fillBy" },
  { VAC_RULE_ORDER_OF_DATES, { IN_JOB ("'contract': { 'ends': '2025-08-31' }") },
    "facts.job.contract.ends.order", FACTS, "job.contract.ends" },
  { VAC_RULE_ORDER_OF_RANGE, { IN_JOB ("'hours': { 'perWeek': 40, 'perWeekMaximum': 20 }") },
    "facts.job.hours.perWeek.order", FACTS, "job.hours.perWeek" },
  { VAC_RULE_ORDER_OF_RANGE, { IN_JOB ("'grades': [ { 'minimum': 2, 'maximum': 1 } ]") },
    "facts.job.grades.minimum.order", FACTS, "job.grades.0.minimum" },
  { VAC_RULE_ORDER_OF_RANGE,
    { { "'city': 'Austin',", "'city': 'Austin', 'payMinimum': 2, 'payMaximum': 1," } },
    "facts.job.locations.payMinimum.order", FACTS, "job.locations.0.payMinimum" },
  { VAC_RULE_ORDER_OF_RANGE, { PAY_REVERSED }, "facts.job.pay.minimum.order", FACTS,
    "job.pay.minimum" },
  { VAC_RULE_ORDER_OF_RANGE, { { "'national': {\n      'minimum': 120000",
    "'national': {\n      'minimum': 190000" } },
    "facts.salaries.national.minimum.order", FACTS, "salaries.national.minimum" },
  { VAC_RULE_ORDER_OF_RANGE, { { "'minimum': 150000", "'minimum': 250000" } },
    "facts.salaries.places.minimum.order", FACTS, "salaries.places.1.minimum" },
  { VAC_RULE_ORDER_OF_RANGE, { { "'assessments': [",
    "'levels': [ { 'from': 9, 'to': 1 } ],\n  'assessments': [" } },
    "facts.levels.from.order", FACTS, "levels.0.from" },
  { VAC_RULE_WIDTH_OF_PAY, { { "'minimum': 120000", "'minimum': 100000" } },
    "facts.job.pay.maximum.width",
    FACTS, "job.pay.maximum" },
  { VAC_RULE_WIDTH_OF_PAY,
    { { "'city': 'Austin',", "'city': 'Austin', 'payMinimum': 100000, 'payMaximum': 150001," } },
    "facts.job.locations.payMaximum.width", FACTS, "job.locations.0.payMaximum" },
  { VAC_RULE_MINIMUM_WAGE,
    { { "'city': 'Austin',", "'city': 'Austin', 'payMinimum': 31200, 'payMaximum': 40000, "
                             "'minimumWage': 15.01," } },
    "facts.job.locations.payMinimum.minimum-wage", FACTS, "job.locations.0.payMinimum" },
  { VAC_RULE_MINIMUM_WAGE, { { "'city': 'Austin',", "'city': 'Austin', 'minimumWage': 60," } },
    "facts.job.pay.minimum.minimum-wage", FACTS, "job.pay.minimum" },
  { VAC_RULE_FACT_EXPECTED, { IN_JOB ("'hours': { 'share': 60 }") }, "facts.job.pay.basis", FACTS,
    "job.pay.basis" },
  { VAC_RULE_FACT_EXPECTED, { { "'period': 'year',", "'period': 'year', 'basis': 'pro-rata'," } },
    "facts.job.hours.share", FACTS, "job.hours.share" },
  { VAC_RULE_FACT_HELPFUL, { IN_JOB ("'closesTime': '17:00'") }, "facts.job.closesZone", FACTS,
    "job.closesZone" },
  { VAC_RULE_FACT_WITHOUT_USE, { IN_JOB ("'closesZone': 'Europe/London'") },
    "facts.job.closesZone.without-use", FACTS, "job.closesZone" },
  { VAC_RULE_FACT_WITHOUT_USE,
    { IN_JOB ("'closesTime': '17:00'"), { "'closes': '2025-07-31',", "" } },
    "facts.job.closesTime.without-use", FACTS, "job.closesTime" },
  { VAC_RULE_FACT_WITHOUT_USE, { IN_JOB ("'startsNow': true") }, "facts.job.startsNow.without-use",
    FACTS, "job.startsNow" },
  { VAC_RULE_FACT_WITHOUT_USE, { IN_JOB ("'daysOnSite': 2"), { "'hybrid'", "'onsite'" } },
    "facts.job.daysOnSite.without-use", FACTS, "job.daysOnSite" },
  { VAC_RULE_FACT_WITHOUT_USE,
    { IN_JOB ("'remoteAreas': [ { 'country': 'DE' } ]"), { "'hybrid'", "'onsite'" } },
    "facts.job.remoteAreas.without-use", FACTS, "job.remoteAreas" },

  { VAC_RULE_TYPE, { { "'AI Engineering'", "7" } }, "structure.type", STRUCTURE, "job.department" },
  { VAC_RULE_VALUE, { { "'openings': 2", "'openings': 20000" } }, "structure.value", STRUCTURE,
    "job.openings" },
  { VAC_RULE_SECTION_ID, { { "'id': 'about-the-role'", "'id': 'position-overview'" } },
    "structure.section-id",
    STRUCTURE, "sections.2.id" },
  { VAC_RULE_ADDITION, { { "'section': 'mlops-production-systems'", "'section': 'nowhere'" } },
    "structure.addition", STRUCTURE, "variations.0.additions.0.section" },
  { VAC_RULE_PLAN,
    { { "'format': 'vacancy-posting',",
        "'format': 'vacancy-posting', 'interview': { 'plan': [ { 'asks': [ 'nowhere' ] } ] }," } },
    "structure.interview-plan", STRUCTURE, "interview.plan.0.asks.0" },
  { VAC_RULE_WEIGHTS, { { "'weight': 20", "'weight': 21" } }, "structure.weights", STRUCTURE,
    "assessments.0" },
  { VAC_RULE_PLACEHOLDER_UNKNOWN, { { "As {{title}}", "Für {{title}} – {{ boss }}" } },
    "structure.placeholder-unknown", STRUCTURE, "sections.2.text", "{{ boss }}" },
  { VAC_RULE_PLACEHOLDER_UNFILLED,
    { { "'title': 'Machine Learning Engineer',\n    'employer'",
        "'title': '{{title}}',\n    'employer'" } },
    "structure.placeholder-unfilled", STRUCTURE, "job.title", "{{title}}" },
  { VAC_RULE_PLACEHOLDER_UNFILLED, { NO_EMPLOYER }, "structure.placeholder-unfilled", STRUCTURE,
    "sections.1.text", "{{employer}}" },

  { VAC_RULE_CHARACTER, { { "As {{title}}", "As a \xee\x96\xa3 {{title}}" } },
    "structure.character", STRUCTURE, "sections.2.text", "\xee\x96\xa3" },

  { VAC_RULE_LINK, { { "As {{title}}", "As [page](www.example.com) {{title}}" } },
    "structure.link", STRUCTURE, "sections.2.text", "[page](www.example.com)" },

  { VAC_RULE_TITLE_LENGTH,
    { TITLE ("Engineer for Learning Machines in Production and in Everyday Use") },
    "structure.title.length", STRUCTURE, "job.title", NULL, APPCAST },
  { VAC_RULE_TITLE_CAPITALS, { TITLE ("MACHINE LEARNING ENGINEER") }, "structure.title.capitals",
    STRUCTURE, "job.title" },
  { VAC_RULE_TITLE_LEVELS, { TITLE ("Junior or Senior Engineer") }, "structure.title.levels",
    STRUCTURE, "job.title", "Junior or Senior" },
  { VAC_RULE_TITLE_JUNIOR, { TITLE ("Junior Engineer"), { "'months': 30", "'months': 60" } },
    "structure.title.junior", STRUCTURE, "job.title", "Junior" },
  { VAC_RULE_TITLE_SENIOR, { TITLE ("Senior Engineer"), { "'months': 30", "'months': 6" } },
    "structure.title.senior", STRUCTURE, "job.title", "Senior" },
  { VAC_RULE_TITLE_SCOPE,
    { TITLE ("Junior Engineer"), { "Careful analysis", "Line management" } },
    "structure.title.scope", STRUCTURE, "job.title", "Junior" },
  { VAC_RULE_TITLE_GRADE, { TITLE ("Engineer II") }, "structure.title.grade", STRUCTURE,
    "job.title", " II", NULL, "" },

  { VAC_RULE_BENEFITS, { { "'id': 'what-we-offer',", "'include': false," } }, "structure.benefits",
    STRUCTURE, "sections", NULL, "Appcast: benefits named in postings and applications, 2017" },
  { VAC_RULE_EQUIVALENT, { { "'experienceInstead': true", "'x-instead': true" } },
    "structure.equivalent", STRUCTURE, "sections.4.sections.0.items.0.text",
    "Bachelor’s degree in Computer Science, Machine Learning, Data Science, or a related field" },
  { VAC_RULE_OPPORTUNITY, { { NULL } }, "structure.equal-opportunity", STRUCTURE,
    "job.statements.equalOpportunity", NULL, "41 CFR 60-741.5 (a) and 60-300.5 (a)" },

  { VAC_RULE_SENTENCE_LONG,
    { IN_ABOUT ("On it goes " TEN_MORE TEN_MORE "and on it goes. ") },
    "readability.long-sentence", READING, "job.employer.about",
    "On it goes " TEN_MORE TEN_MORE "and on it goes.", GOV_UK },
  { VAC_RULE_SENTENCE_VERY_LONG,
    { IN_ABOUT ("On it goes " TEN_MORE TEN_MORE TEN_MORE "and on it goes. ") },
    "readability.very-long-sentence", READING, "job.employer.about",
    "On it goes " TEN_MORE TEN_MORE TEN_MORE "and on it goes.", GOV_UK },
  { VAC_RULE_WORDS_FEW, { ONLY (TEXT (WORDS_160)) }, "readability.short", READING, "sections",
    NULL, TEXTIO },
  { VAC_RULE_WORDS_MANY, { { NULL } }, "readability.long", READING, "sections", NULL, TEXTIO },
  { VAC_RULE_WORDS_VERY_MANY, { { "As {{title}}", WORDS_160 "As {{title}}" } },
    "readability.very-long", READING, "sections", NULL, TEXTIO },
  { VAC_RULE_BULLETS_FEW, { ONLY (TEXT (WORDS_160)) }, "readability.few-bullets", READING,
    "sections", NULL, "Textio: three quick tips for job posts" },
  { VAC_RULE_BULLETS_MANY, { { NULL } }, "readability.many-bullets", READING, "sections", NULL,
    "Textio: three quick tips for job posts" },
  { VAC_RULE_REQUIRED_MANY, { { NULL } }, "readability.many-required", READING, "sections.4",
    NULL, "Behavioural Insights Team: Women only apply when 100% qualified? 2022" },
  { VAC_RULE_READER_UNADDRESSED, { ONLY (TEXT (WORDS_160)) }, "readability.no-you", READING,
    "sections", NULL, "Textio: best practices for job posts" },
  { VAC_RULE_EMPLOYER_SHARE, { IN_ABOUT (WORDS_160 WORDS_160) },
    "readability.employer-share", READING, "job.employer.about", NULL,
    "LinkedIn: heat map of what candidates look for in postings" },

  { VAC_RULE_BOARDS_TITLE, { NO_TITLE }, "boards.title", BOARDS, "job.title", BY_GOOGLE },
  { VAC_RULE_BOARDS_TITLE_ONLY, { TITLE ("Engineer, Austin") }, "boards.title.only", BOARDS,
    "job.title", ", Austin", GOOGLE, "" },
  { VAC_RULE_BOARDS_EMPLOYER, { NO_EMPLOYER }, "boards.hiringOrganization", BOARDS,
    "job.employer.name", BY_GOOGLE },
  { VAC_RULE_BOARDS_WEBSITE, { { "https://harbor.example/careers", "harbor" } },
    "boards.hiringOrganization.sameAs", BOARDS, "job.employer.website", BY_GOOGLE },
  { VAC_RULE_BOARDS_EMPLOYMENT_TYPES, { { "'full-time'", "" } }, "boards.employmentType", BOARDS,
    "job.employmentType", BY_GOOGLE },
  { VAC_RULE_BOARDS_EMPLOYMENT_TYPE, { { "'full-time'", "'always'" } },
    "boards.employmentType.value",
    BOARDS, "job.employmentType.0", BY_GOOGLE },
  { VAC_RULE_BOARDS_LOCATIONS, { NO_PLACES }, "boards.jobLocation", BOARDS,
    "job.locations", BY_GOOGLE },
  { VAC_RULE_BOARDS_APPLICANTS, { NO_PLACES, { "'hybrid'", "'remote'" } },
    "boards.applicantLocationRequirements", BOARDS, "job.locations", BY_GOOGLE },
  { VAC_RULE_BOARDS_AREA, { WRONG_COUNTRY, { "'hybrid'", "'remote'" } },
    "boards.applicantLocationRequirements.area", BOARDS, "job.locations.0.country", BY_GOOGLE },
  { VAC_RULE_BOARDS_COUNTRY, { { "'78701',\n        'country': 'US'", "'78701'" } },
    "boards.addressCountry",
    BOARDS, "job.locations.0.country", BY_GOOGLE },
  { VAC_RULE_BOARDS_COUNTRY_CODE, { WRONG_COUNTRY }, "boards.addressCountry.code", BOARDS,
    "job.locations.0.country", BY_GOOGLE },
  { VAC_RULE_BOARDS_CITY, { { "'city': 'Boston',", "" } }, "boards.addressLocality", BOARDS,
    "job.locations.1.city", BY_GOOGLE },
  { VAC_RULE_BOARDS_POSTED, { { "2025-06-02", "2 June" } }, "boards.datePosted", BOARDS,
    "job.posted",
    BY_GOOGLE },
  { VAC_RULE_BOARDS_CLOSES, { { "'closes': '2025-07-31',", "" } }, "boards.validThrough", BOARDS,
    "job.closes", BY_GOOGLE },
  { VAC_RULE_BOARDS_CLOSES_ORDER, { CLOSED_EARLY }, "boards.validThrough.order", BOARDS,
    "job.closes",
    BY_GOOGLE },
  { VAC_RULE_BOARDS_START, { { "2025-09-01", "soon" } }, "boards.jobStartDate", BOARDS, "job.start",
    BY_GOOGLE },
  { VAC_RULE_BOARDS_PAY, { NO_AMOUNTS }, "boards.baseSalary", BOARDS,
    "job.pay.minimum", BY_GOOGLE },
  { VAC_RULE_BOARDS_PAY_DISCLOSED, { { "'pay': {", "'pay': { 'disclose': false," } },
    "boards.baseSalary.disclosed", BOARDS, "job.pay.disclose", BY_GOOGLE },
  { VAC_RULE_BOARDS_PAY_ORDER, { PAY_REVERSED }, "boards.baseSalary.order", BOARDS,
    "job.pay.maximum",
    BY_GOOGLE },
  { VAC_RULE_BOARDS_PAY_CURRENCY, { WRONG_CURRENCY }, "boards.baseSalary.currency", BOARDS,
    "job.pay.currency", BY_GOOGLE },
  { VAC_RULE_BOARDS_PAY_CURRENCIES,
    { { "'city': 'Austin',", "'city': 'Austin', 'payMinimum': 2, 'payCurrency': 'EUR'," } },
    "boards.baseSalary.currencies", BOARDS, "job.pay", BY_GOOGLE },
  { VAC_RULE_BOARDS_PAY_PERIOD, { NO_PERIOD }, "boards.baseSalary.unitText", BOARDS,
    "job.pay.period",
    BY_GOOGLE },
  { VAC_RULE_BOARDS_INSTEAD, { { "'months': 30", "" } },
    "boards.experienceInPlaceOfEducation", BOARDS,
    "job.experience.months", BY_GOOGLE },
  { VAC_RULE_BOARDS_REQUISITION, { { "'requisition': 'ML-2025-014',", "" } }, "boards.identifier",
    BOARDS, "job.requisition", BY_GOOGLE },
  { VAC_RULE_BOARDS_APPLY_URL, { { "https://harbor.example/apply", "apply" } },
    "boards.directApply",
    BOARDS, "job.apply.url", BY_GOOGLE },
  { VAC_RULE_BOARDS_APPLY_EMAIL, { { "jobs@harbor.example", "jobs at harbor" } },
    "boards.applicationContact.email", BOARDS, "job.apply.email", BY_GOOGLE },
  { VAC_RULE_BOARDS_DESCRIPTION,
    { { "'sections': [", "'x-sections': [" }, { "'about': ", "'x-about': " },
      { "'apply': ", "'x-apply': " } },
    "boards.description", BOARDS, "sections", BY_GOOGLE },
  { VAC_RULE_LENGTH_LINKEDIN, { { "As {{title}}", LONG "As {{title}}" } },
    "boards.length.linkedin", BOARDS, "sections", NULL,
    "LinkedIn: Job Posting API, fields of a job posting" },
  { VAC_RULE_LENGTH_TRACKING, { { NULL } }, "boards.length.ats", BOARDS, "sections" },
  { VAC_RULE_OFFER_EXPERIENCE, { { "'months': 30", "" } }, "boards.experienceRequirements.offer",
    BOARDS, "job.experience.months", BY_GOOGLE, "36" },
  { VAC_RULE_OFFER_EDUCATION, { { "'credential': 'bachelor-degree',", "" } },
    "boards.educationRequirements.offer",
    BOARDS, "job.education.credential", BY_GOOGLE, "bachelor-degree" },
  { VAC_RULE_OFFER_INSTEAD,
    { { "'experienceInstead': true", "'x-instead': true" },
      { "Bachelor’s degree in", "Bachelor’s degree or equivalent experience in" } },
    "boards.experienceInPlaceOfEducation.offer", BOARDS, "job.education.experienceInstead",
    BY_GOOGLE,
    "true" },
  { VAC_RULE_OFFER_SKILLS, { { NULL } }, "boards.skills.offer", BOARDS, "job.skills", NULL,
    "schema.org: JobPosting" },

  { VAC_RULE_TYPING_DOUBLED, { { "As {{title}}", "As the the {{title}}" } },
    "typing.doubled-word", TYPING, "sections.2.text", "the the", NULL, "the" },
  { VAC_RULE_TYPING_ARTICLE, { { "As {{title}}", "As an leader and {{title}}" } },
    "typing.article", TYPING, "sections.2.text", "an", NULL, "a" },
  { VAC_RULE_TYPING_BRACKET, { { "As {{title}}", "As (a leader} and {{title}}" } },
    "typing.bracket", TYPING, "sections.2.text", "}", NULL, ")" },
  { VAC_RULE_TYPING_QUOTE, { { "As {{title}}", "As “leader and {{title}}" } },
    "typing.quotation-mark", TYPING, "sections.2.text", "“", NULL, "" },
  { VAC_RULE_TYPING_SPACE, { { "As {{title}}", "As  {{title}}" } },
    "typing.space", TYPING, "sections.2.text", "  ", NULL, " " },
  { VAC_RULE_TYPING_PUNCTUATION, { { "As {{title}}", "Hello!! As {{title}}" } },
    "typing.punctuation", TYPING, "sections.2.text", "!!", NULL, "!" },
};

static void
apply (GString    *text,
       const Edit *edit)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (edit->before == NULL)
    return;
  before = g_strdelimit (g_strdup (edit->before), "'", '"');
  after = g_strdelimit (g_strdup (edit->after), "'", '"');
  g_test_message ("%s → %s", before, after);
  g_assert_cmpuint (g_string_replace (text, before, after, 1), ==, 1);
}

static VacDocument *
break_guide (const RuleCase *row)
{
  g_autoptr (GBytes) bytes = support_load_bytes ("export/golden/posting.json");
  g_autofree char *guide = support_bytes_to_text (bytes);
  g_autoptr (GString) text = g_string_new (guide);

  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (row->edits); i++)
    apply (text, &row->edits[i]);

  return support_read_text (text->str);
}

static const VacFinding *
find (GPtrArray  *findings,
      const char *id,
      const char *path)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *found = vac_node_get_path (finding->node);

      if (g_str_equal (finding->id, id) && g_str_equal (found, path))
        return finding;
    }

  return NULL;
}

/* Takes what is milder than an error out of @findings. */
static void
keep_errors (GPtrArray *findings)
{
  for (guint i = findings->len; i > 0; i--)
    if (((const VacFinding *) g_ptr_array_index (findings, i - 1))->severity != VAC_SEVERITY_ERROR)
      g_ptr_array_remove_index (findings, i - 1);
}

static void
test_rule_is_asked_for_its_errors (gconstpointer data)
{
  g_autoptr (VacDocument) document = break_guide (data);
  g_autoptr (GPtrArray) all = vac_review_check (document, EVERYTHING);
  g_autoptr (GPtrArray) errors = vac_review_check (document, EVERYTHING | VAC_REVIEW_ONLY_ERRORS);

  g_assert_cmpuint (errors->len, <=, all->len);
  keep_errors (all);
  keep_errors (errors);
  g_assert_cmpuint (errors->len, ==, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const VacFinding *one = g_ptr_array_index (all, i), *other = g_ptr_array_index (errors, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->sentence, ==, other->sentence);
      g_assert_true (one->node == other->node);
    }
}

static void
test_rule_fires (gconstpointer data)
{
  const RuleCase *row = data;
  g_autoptr (VacDocument) document = break_guide (row);
  g_autoptr (GPtrArray) findings = vac_review_check (document, EVERYTHING);
  const VacFinding *finding = find (findings, row->id, row->path);
  g_autofree char *span = NULL;

  g_assert_nonnull (finding);
  span = g_strndup (vac_node_get_text (finding->node) + finding->start, finding->length);
  g_assert_cmpint (finding->group, ==, row->group);
  g_assert_cmpstr (span, ==, row->span != NULL ? row->span : "");
  g_assert_cmpuint (finding->length > 0, ==, row->span != NULL);
  g_assert_cmpstr (finding->source, ==, row->source);
  g_assert_cmpstr (finding->suggestions != NULL ? finding->suggestions[0] : NULL, ==,
                   row->suggestion);
  g_assert_cmpstr (finding->sentence, !=, "");
}

static void
test_guide_keeps_to_every_rule (void)
{
  g_autoptr (VacDocument) document = break_guide (NULL);
  g_autoptr (GPtrArray) findings = vac_review_check (document, EVERYTHING);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      /* What of it is worth telling, or too long for somewhere, is for whoever fills it in. */
      g_test_message ("%s", finding->id);
      g_assert_true (finding->group == VAC_FINDING_READABILITY ||
                     g_str_equal (finding->id, "boards.skills.offer") ||
                     g_str_equal (finding->id, "boards.length.ats") ||
                     g_str_equal (finding->id, "structure.equal-opportunity"));
      g_assert_cmpint (finding->severity, ==, VAC_SEVERITY_HINT);
    }
}

static void
test_every_rule_has_an_id_of_its_own (void)
{
  g_autoptr (GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean seen[VAC_N_RULES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gpointer rule = GUINT_TO_POINTER (cases[i].rule);

      g_assert_true (!g_hash_table_contains (rules, cases[i].id) ||
                     g_hash_table_lookup (rules, cases[i].id) == rule);
      g_hash_table_insert (rules, (gpointer) cases[i].id, rule);
      seen[cases[i].rule] = TRUE;
    }
  for (guint rule = 0; rule < VAC_N_RULES; rule++)
    {
      g_test_message ("rule %u", rule);
      g_assert_true (seen[rule]);
    }
}

/* What one scope finds, and no other. */
static void
test_a_scope_finds_its_own_groups (void)
{
  static const struct
  {
    VacReviewScope scope;
    gboolean       groups[VAC_N_FINDING_GROUPS];
  } scopes[] = {
    { VAC_REVIEW_FACTS, { [VAC_FINDING_FACTS] = TRUE } },
    { VAC_REVIEW_STRUCTURE, { [VAC_FINDING_STRUCTURE] = TRUE } },
    { VAC_REVIEW_BOARDS, { [VAC_FINDING_BOARDS] = TRUE } },
    { VAC_REVIEW_POSTING, { [VAC_FINDING_FACTS] = TRUE, [VAC_FINDING_STRUCTURE] = TRUE } },
    { VAC_REVIEW_UNSHOWN, { FALSE } },
  };
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE), "{{employer}}");
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (GPtrArray) findings = vac_review_check (document, scopes[i].scope);
      gboolean groups[VAC_N_FINDING_GROUPS] = { FALSE };

      for (guint j = 0; j < findings->len; j++)
        groups[((const VacFinding *) g_ptr_array_index (findings, j))->group] = TRUE;
      for (guint group = 0; group < VAC_N_FINDING_GROUPS; group++)
        g_assert_cmpint (groups[group], ==, scopes[i].groups[group]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/fires/%s/%s", cases[i].id, cases[i].path);

      g_autofree char *errors = g_strdup_printf ("/rules/is-asked-for-its-errors/%u", i);

      g_test_add_data_func (path, &cases[i], test_rule_fires);
      g_test_add_data_func (errors, &cases[i], test_rule_is_asked_for_its_errors);
    }
  g_test_add_func ("/rules/a-filled-guide-keeps-to-every-rule", test_guide_keeps_to_every_rule);
  g_test_add_func ("/rules/every-rule-has-an-id-of-its-own", test_every_rule_has_an_id_of_its_own);
  g_test_add_func ("/rules/a-scope-finds-its-own-groups", test_a_scope_finds_its_own_groups);

  return g_test_run ();
}
