/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "vac-code-names.h"

G_BEGIN_DECLS

/**
 * VacKind:
 * @VAC_KIND_RECORD: named members
 * @VAC_KIND_LIST: elements of one kind, in the user's order
 * @VAC_KIND_TEXT: one line
 * @VAC_KIND_PROSE: several lines; a blank line parts paragraphs
 * @VAC_KIND_INTEGER: a whole number, or nothing
 * @VAC_KIND_MONEY: an exact amount of money, or nothing
 * @VAC_KIND_DECIMAL: an exact number with decimals that is no money, or nothing
 * @VAC_KIND_DATE: an ISO 8601 calendar date, or nothing
 * @VAC_KIND_CHOICE: the id of one of the field's choices, or nothing
 * @VAC_KIND_TOGGLE: on or off
 * @VAC_KIND_PICTURE: a small PNG as a data URI, which nobody reads as text, or nothing
 * @VAC_KIND_OPAQUE: something this version does not know, kept as it was found
 */
typedef enum
{
  VAC_KIND_RECORD,
  VAC_KIND_LIST,
  VAC_KIND_TEXT,
  VAC_KIND_PROSE,
  VAC_KIND_INTEGER,
  VAC_KIND_MONEY,
  VAC_KIND_DECIMAL,
  VAC_KIND_DATE,
  VAC_KIND_CHOICE,
  VAC_KIND_TOGGLE,
  VAC_KIND_PICTURE,
  VAC_KIND_OPAQUE,
} VacKind;

/* What a field means. Code outside the schema finds fields by role, never by member name. */
typedef enum
{
  VAC_ROLE_NONE,
  VAC_ROLE_DOCUMENT,
  VAC_ROLE_FORMAT, VAC_ROLE_VERSION, VAC_ROLE_LANGUAGE,
  VAC_ROLE_GUIDE, VAC_ROLE_GUIDE_ID, VAC_ROLE_GUIDE_TITLE, VAC_ROLE_GUIDE_EDITION,
  VAC_ROLE_STATUS, VAC_ROLE_STATUS_SINCE, VAC_ROLE_DUPLICATE_OF,
  VAC_ROLE_GUIDE_SUMMARY,

  VAC_ROLE_JOB, VAC_ROLE_JOB_TITLE,
  VAC_ROLE_EMPLOYER, VAC_ROLE_EMPLOYER_NAME, VAC_ROLE_EMPLOYER_LEGAL_NAME,
  VAC_ROLE_EMPLOYER_WEBSITE, VAC_ROLE_EMPLOYER_ABOUT, VAC_ROLE_EMPLOYER_LOGO,
  VAC_ROLE_DEPARTMENT, VAC_ROLE_REPORTS_TO, VAC_ROLE_REQUISITION, VAC_ROLE_OPENINGS,
  VAC_ROLE_VACANCY, VAC_ROLE_FILL_BY,
  VAC_ROLE_EMPLOYMENT_TYPES, VAC_ROLE_EMPLOYMENT_TYPE, VAC_ROLE_SEASONAL,
  VAC_ROLE_CONTRACT, VAC_ROLE_CONTRACT_MONTHS, VAC_ROLE_CONTRACT_ENDS,
  VAC_ROLE_HOURS, VAC_ROLE_HOURS_MINIMUM, VAC_ROLE_HOURS_MAXIMUM, VAC_ROLE_HOURS_SHARE,
  VAC_ROLE_HOURS_SCHEDULE,
  VAC_ROLE_GRADES, VAC_ROLE_GRADE, VAC_ROLE_GRADE_LABEL, VAC_ROLE_GRADE_SCALE,
  VAC_ROLE_GRADE_MINIMUM, VAC_ROLE_GRADE_MAXIMUM,
  VAC_ROLE_WORKPLACE, VAC_ROLE_DAYS_ON_SITE, VAC_ROLE_TIME_ZONES, VAC_ROLE_TRAVEL,
  VAC_ROLE_LOCATIONS, VAC_ROLE_LOCATION, VAC_ROLE_LOCATION_STREET, VAC_ROLE_LOCATION_CITY,
  VAC_ROLE_LOCATION_REGION, VAC_ROLE_LOCATION_POSTAL_CODE, VAC_ROLE_LOCATION_COUNTRY,
  VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_LOCATION_PAY_MAXIMUM, VAC_ROLE_LOCATION_PAY_CURRENCY,
  VAC_ROLE_LOCATION_MINIMUM_WAGE, VAC_ROLE_LOCATION_BENEFITS,
  VAC_ROLE_AREAS, VAC_ROLE_AREA, VAC_ROLE_AREA_COUNTRY, VAC_ROLE_AREA_REGION,
  VAC_ROLE_POSTED, VAC_ROLE_CLOSES, VAC_ROLE_CLOSES_TIME, VAC_ROLE_CLOSES_ZONE,
  VAC_ROLE_START, VAC_ROLE_STARTS_NOW,
  VAC_ROLE_EXPERIENCE, VAC_ROLE_EXPERIENCE_MONTHS,
  VAC_ROLE_EDUCATION, VAC_ROLE_EDUCATION_CREDENTIAL, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD,
  VAC_ROLE_LICENCES, VAC_ROLE_LICENCE, VAC_ROLE_LICENCE_NAME,
  VAC_ROLE_SPEECHES, VAC_ROLE_SPEECH, VAC_ROLE_SPEECH_LANGUAGE, VAC_ROLE_SPEECH_LEVEL,
  VAC_ROLE_SKILLS, VAC_ROLE_SKILL, VAC_ROLE_SKILL_NAME, VAC_ROLE_SKILL_LEVEL,
  VAC_ROLE_SKILL_YEARS, VAC_ROLE_SKILL_ID,
  VAC_ROLE_ELIGIBILITY, VAC_ROLE_SPONSORSHIP, VAC_ROLE_RIGHT_TO_WORK, VAC_ROLE_CLEARANCE,
  VAC_ROLE_APPLY, VAC_ROLE_APPLY_URL, VAC_ROLE_APPLY_EMAIL, VAC_ROLE_APPLY_INSTRUCTIONS,
  VAC_ROLE_QUESTIONS, VAC_ROLE_QUESTION, VAC_ROLE_QUESTION_TEXT, VAC_ROLE_QUESTION_INCLUDE,
  VAC_ROLE_CONTACT, VAC_ROLE_CONTACT_NAME, VAC_ROLE_CONTACT_TITLE, VAC_ROLE_CONTACT_EMAIL,
  VAC_ROLE_CONTACT_PHONE,
  VAC_ROLE_STATEMENTS, VAC_ROLE_EQUAL_OPPORTUNITY, VAC_ROLE_ACCOMMODATION,
  VAC_ROLE_PAY, VAC_ROLE_PAY_DISCLOSE, VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM,
  VAC_ROLE_PAY_CURRENCY, VAC_ROLE_PAY_PERIOD, VAC_ROLE_PAY_BASIS, VAC_ROLE_PAY_COMMISSION,
  VAC_ROLE_PAY_BONUS, VAC_ROLE_PAY_EQUITY, VAC_ROLE_PAY_NOTE,

  VAC_ROLE_SECTIONS, VAC_ROLE_SECTION, VAC_ROLE_SECTION_ID, VAC_ROLE_SECTION_TITLE,
  VAC_ROLE_SECTION_AUDIENCE, VAC_ROLE_SECTION_INCLUDE, VAC_ROLE_SECTION_ADVICE,
  VAC_ROLE_SECTION_TEXT, VAC_ROLE_SECTION_ITEMS, VAC_ROLE_SUBSECTIONS, VAC_ROLE_SECTION_TABLE,
  VAC_ROLE_ITEM, VAC_ROLE_ITEM_LABEL, VAC_ROLE_ITEM_TEXT, VAC_ROLE_ITEM_INCLUDE,
  VAC_ROLE_ITEM_ID, VAC_ROLE_ITEM_ORIGIN, VAC_ROLE_ITEM_LISTEN_FOR,
  VAC_ROLE_ASSESSES, VAC_ROLE_ASSESSED,

  VAC_ROLE_VARIATIONS, VAC_ROLE_VARIATION, VAC_ROLE_VARIATION_ID, VAC_ROLE_VARIATION_TITLE,
  VAC_ROLE_VARIATION_EMPHASIZE, VAC_ROLE_VARIATION_HIGHLIGHT,
  VAC_ROLE_VARIATION_CONFLICTS, VAC_ROLE_VARIATION_CONFLICT,
  VAC_ROLE_ADDITIONS, VAC_ROLE_ADDITION, VAC_ROLE_ADDITION_SECTION, VAC_ROLE_ADDITION_TEXT,

  VAC_ROLE_INDUSTRIES, VAC_ROLE_INDUSTRY, VAC_ROLE_INDUSTRY_TITLE,
  VAC_ROLE_INDUSTRY_REQUIREMENTS, VAC_ROLE_INDUSTRY_REQUIREMENT, VAC_ROLE_INDUSTRY_ASPECT,

  VAC_ROLE_SALARIES, VAC_ROLE_SALARIES_YEAR, VAC_ROLE_SALARIES_CURRENCY,
  VAC_ROLE_SALARIES_PERIOD, VAC_ROLE_SALARIES_SOURCE, VAC_ROLE_SALARIES_WEIGHT,
  VAC_ROLE_SURVEYS, VAC_ROLE_SURVEY, VAC_ROLE_SURVEY_ID, VAC_ROLE_SURVEY_NAME,
  VAC_ROLE_SURVEY_PUBLISHER, VAC_ROLE_SURVEY_EDITION, VAC_ROLE_SURVEY_EFFECTIVE,
  VAC_ROLE_SURVEY_URL, VAC_ROLE_SURVEY_CURRENCY, VAC_ROLE_SURVEY_PERIOD, VAC_ROLE_SURVEY_HOURS,
  VAC_ROLE_SURVEY_RATE, VAC_ROLE_SURVEY_RATE_DATE, VAC_ROLE_SURVEY_WEIGHT, VAC_ROLE_SURVEY_NOTE,
  VAC_ROLE_AGING, VAC_ROLE_AGING_RATE, VAC_ROLE_AGING_TO,
  VAC_ROLE_RULE, VAC_ROLE_RULE_TARGET, VAC_ROLE_RULE_FACTOR, VAC_ROLE_RULE_SPREAD,
  VAC_ROLE_RULE_ROUNDING,
  VAC_ROLE_ZONE_BASE, VAC_ROLE_ZONES, VAC_ROLE_ZONE, VAC_ROLE_ZONE_NAME,
  VAC_ROLE_ZONE_EXPLANATION, VAC_ROLE_ZONE_PLACES, VAC_ROLE_ZONE_PLACE, VAC_ROLE_ZONE_STEPS,
  VAC_ROLE_ZONE_STEP, VAC_ROLE_ZONE_STEP_UP_TO, VAC_ROLE_ZONE_STEP_PERCENT,
  VAC_ROLE_SCENARIOS, VAC_ROLE_SCENARIO, VAC_ROLE_SCENARIO_NAME, VAC_ROLE_SCENARIO_PLACE,
  VAC_ROLE_SCENARIO_ZONE, VAC_ROLE_SCENARIO_SURVEY, VAC_ROLE_SCENARIO_TARGET,
  VAC_ROLE_SCENARIO_FACTOR, VAC_ROLE_SCENARIO_SPREAD, VAC_ROLE_SCENARIO_ROUNDING,
  VAC_ROLE_FIGURES, VAC_ROLE_FIGURE, VAC_ROLE_FIGURE_SURVEY, VAC_ROLE_FIGURE_P10,
  VAC_ROLE_FIGURE_P25, VAC_ROLE_FIGURE_MEDIAN, VAC_ROLE_FIGURE_P75, VAC_ROLE_FIGURE_P90,
  VAC_ROLE_FIGURE_MEAN, VAC_ROLE_FIGURE_MINIMUM, VAC_ROLE_FIGURE_MAXIMUM,
  VAC_ROLE_FIGURE_OCCUPATION, VAC_ROLE_FIGURE_MATCH, VAC_ROLE_FIGURE_AREA_CODE,
  VAC_ROLE_FIGURE_AREA_KIND, VAC_ROLE_FIGURE_SAMPLE, VAC_ROLE_FIGURE_ACCEPTED,
  VAC_ROLE_NATIONAL, VAC_ROLE_NATIONAL_MINIMUM, VAC_ROLE_NATIONAL_MAXIMUM,
  VAC_ROLE_PLACES, VAC_ROLE_PLACE, VAC_ROLE_PLACE_NAME, VAC_ROLE_PLACE_MINIMUM,
  VAC_ROLE_PLACE_MAXIMUM, VAC_ROLE_PLACE_NOTE, VAC_ROLE_PLACE_PRICE_INDEX,
  VAC_ROLE_PLACE_PRICE_INDEX_AREA, VAC_ROLE_PLACE_DIFFERENTIAL,
  VAC_ROLE_FACTORS, VAC_ROLE_FACTOR,

  VAC_ROLE_LEVELS, VAC_ROLE_LEVEL, VAC_ROLE_LEVEL_NAME, VAC_ROLE_LEVEL_FROM, VAC_ROLE_LEVEL_TO,
  VAC_ROLE_LEVEL_BASIS, VAC_ROLE_LEVEL_INCLUDE,

  VAC_ROLE_ASSESSMENTS, VAC_ROLE_ASSESSMENT, VAC_ROLE_ASSESSMENT_TITLE,
  VAC_ROLE_CRITERIA, VAC_ROLE_CRITERION, VAC_ROLE_CRITERION_TITLE, VAC_ROLE_CRITERION_WEIGHT,
  VAC_ROLE_CRITERION_WEAK, VAC_ROLE_CRITERION_GOOD, VAC_ROLE_CRITERION_STRONG,

  VAC_ROLE_INTERVIEW, VAC_ROLE_PLAN, VAC_ROLE_INTERVIEWER, VAC_ROLE_INTERVIEWER_NAME,
  VAC_ROLE_INTERVIEWER_FOCUS, VAC_ROLE_INTERVIEWER_MINUTES, VAC_ROLE_INTERVIEWER_ASKS,
  VAC_ROLE_INTERVIEWER_ASKED,

  VAC_ROLE_REVIEW, VAC_ROLE_IGNORED, VAC_ROLE_IGNORED_FINDING, VAC_ROLE_IGNORED_RULE,
  VAC_ROLE_IGNORED_CONTEXT,
  VAC_ROLE_REVIEWED, VAC_ROLE_REVIEWED_PART, VAC_ROLE_REVIEWED_SECTION, VAC_ROLE_REVIEWED_DIGEST,

  VAC_ROLE_SHARED_TEXT, VAC_ROLE_SHARED_ID, VAC_ROLE_SHARED_TITLE, VAC_ROLE_SHARED_KIND,
  VAC_ROLE_SHARED_COUNTRY, VAC_ROLE_SHARED_VERSION, VAC_ROLE_SHARED_CHANGED,
  VAC_ROLE_SHARED_LOCKED, VAC_ROLE_SHARED_NOTE,
  VAC_ROLE_REFERENCE, VAC_ROLE_REFERENCE_ID, VAC_ROLE_REFERENCE_VERSION,
  VAC_ROLE_REFERENCE_DIGEST,

  VAC_ROLE_LOOK, VAC_ROLE_LOOK_DESIGN, VAC_ROLE_LOOK_ACCENT, VAC_ROLE_LOOK_TYPE,

  /* Of another file, about a person */
  VAC_ROLE_RATING, VAC_ROLE_RATING_FORMAT, VAC_ROLE_RATING_VERSION, VAC_ROLE_RATING_JOB,
  VAC_ROLE_RATING_CANDIDATE, VAC_ROLE_RATING_INTERVIEWER, VAC_ROLE_RATING_DATE,
  VAC_ROLE_RATING_DELETE_AFTER, VAC_ROLE_RATING_NOTE,
  VAC_ROLE_CRITERION_RATING, VAC_ROLE_CRITERION_EVIDENCE,
  VAC_N_ROLES
} VacRole;

/* Ids of the choices that code decides on; the labels are in the schema. */
#define VAC_AUDIENCE_ID_CANDIDATE "candidate"
#define VAC_AUDIENCE_ID_TEAM      "team"
#define VAC_DESIGN_CLASSIC "classic"
#define VAC_DESIGN_MODERN  "modern"
#define VAC_DESIGN_COMPACT "compact"
#define VAC_TYPE_PAIR_LATO      "lato"
#define VAC_TYPE_PAIR_OPEN_SANS "open-sans"
#define VAC_TYPE_PAIR_CALADEA   "caladea"
#define VAC_TYPE_PAIR_LIBERTINE "libertine"
#define VAC_STATUS_DRAFT       "draft"
#define VAC_STATUS_IN_REVIEW   "in-review"
#define VAC_STATUS_APPROVED    "approved"
#define VAC_STATUS_OPEN        "open"
#define VAC_STATUS_CLOSED      "closed"
#define VAC_STATUS_ARCHIVED    "archived"
#define VAC_WORKPLACE_ONSITE   "onsite"
#define VAC_WORKPLACE_HYBRID   "hybrid"
#define VAC_WORKPLACE_REMOTE   "remote"
#define VAC_CREDENTIAL_SCHOOL       "high-school"
#define VAC_CREDENTIAL_ASSOCIATE    "associate-degree"
#define VAC_CREDENTIAL_BACHELOR     "bachelor-degree"
#define VAC_CREDENTIAL_CERTIFICATE  "professional-certificate"
#define VAC_CREDENTIAL_POSTGRADUATE "postgraduate-degree"
#define VAC_PERIOD_YEAR        "year"
#define VAC_PERIOD_MONTH       "month"
#define VAC_PERIOD_WEEK        "week"
#define VAC_PERIOD_DAY         "day"
#define VAC_PERIOD_HOUR        "hour"
#define VAC_PAY_FULL_TIME      "full-time-equivalent"
#define VAC_PAY_PRO_RATA       "pro-rata"
#define VAC_AREA_METROPOLITAN    "metropolitan"
#define VAC_AREA_COMBINED        "combined"
#define VAC_AREA_DIVISION        "division"
#define VAC_AREA_NONMETROPOLITAN "nonmetropolitan"
#define VAC_AREA_STATE           "state"
#define VAC_AREA_COUNTRY         "country"
#define VAC_AREA_CITY            "city"
#define VAC_TARGET_MIDPOINT    "midpoint"
#define VAC_TARGET_P10         "p10"
#define VAC_TARGET_P25         "p25"
#define VAC_TARGET_MEDIAN      "median"
#define VAC_TARGET_P75         "p75"
#define VAC_TARGET_P90         "p90"
#define VAC_TARGET_MEAN        "mean"
#define VAC_BASIS_SHARE        "share"
#define VAC_BASIS_AMOUNT       "amount"

/* Ids of the sections that code knows; every guide gives these parts the same ones. A heading can
 * be renamed and translated, the id stays. */
#define VAC_SECTION_OVERVIEW         "position-overview"
#define VAC_SECTION_HIGHLIGHTS       "key-highlights"
#define VAC_SECTION_ABOUT_ROLE       "about-the-role"
#define VAC_SECTION_RESPONSIBILITIES "key-responsibilities"
#define VAC_SECTION_REQUIRED         "required-qualifications"
#define VAC_SECTION_EDUCATION        "education-experience"
#define VAC_SECTION_SKILLS           "technical-skills"
#define VAC_SECTION_PREFERRED        "preferred-qualifications"
#define VAC_SECTION_MORE_SKILLS      "advanced-technical-skills"
#define VAC_SECTION_BENEFITS         "what-we-offer"
#define VAC_SECTION_PAY              "compensation-benefits"
#define VAC_SECTION_EMPLOYER         "about-the-employer"
#define VAC_SECTION_APPLY            "how-to-apply"
#define VAC_SECTION_OPPORTUNITY      "equal-opportunity"
#define VAC_SECTION_ACCOMMODATION    "accommodations"
#define VAC_SECTION_QUESTIONS        "interview-questions"
#define VAC_SECTION_TIPS             "evaluation-tips"

#define VAC_FORMAT_ID          "vacancy-posting"
#define VAC_RATING_FORMAT_ID   "vacancy-rating"
#define VAC_RATING_VERSION     1
/* Version 1 had whole amounts of pay, and fewer facts of a job. Up to version 2 texts had no marks:
 * "**" was two asterisks. A document without marks is written as version 2: it reads the same. */
#define VAC_FORMAT_VERSION        3
#define VAC_FORMAT_VERSION_PLAIN  2

/**
 * VacChoice:
 * @id: what the file holds
 * @label: (translatable): what a person reads
 */
typedef struct
{
  const char *id;
  const char *label;
} VacChoice;

/* How the text of a field is checked. */
typedef enum
{
  VAC_SYNTAX_ANY,
  VAC_SYNTAX_URL,
  VAC_SYNTAX_EMAIL,
  VAC_SYNTAX_CURRENCY,   /* ISO 4217: three capital letters */
  VAC_SYNTAX_COUNTRY,    /* ISO 3166-1 alpha-2: two capital letters */
  VAC_SYNTAX_LANGUAGE,   /* BCP 47 */
  VAC_SYNTAX_TIME,       /* ISO 8601: hours and minutes of 24 hours */
  VAC_SYNTAX_ZONE,       /* a name of the tz database */
  VAC_SYNTAX_PHONE,      /* digits, and what people write between them */
  VAC_SYNTAX_COLOUR,     /* #rrggbb, as HTML has it */
} VacSyntax;

typedef struct _VacField VacField;

/**
 * VacField:
 * @name: the JSON member's name; %NULL for the element of a list and for the document itself
 * @kind: what it holds
 * @role: what it means
 * @label: its name, translatable
 * @description: what belongs in it, a translatable sentence for whoever fills it in
 * @fields: for a record: its members, ended by one without a kind and name
 * @element: for a list: what its elements are
 * @choices: for a choice: ended by one without an id
 * @otherwise: (nullable): for a choice: the id of what is true of a document that does not say
 * @add: (nullable): for a record in a list: what the button that adds one says, translatable
 * @removed: (nullable): for a record in a list: says that one is gone, translatable
 * @syntax: for a line of text
 * @minimum: for an integer: the least value; for money and decimals: the least one, in whole units
 * @maximum: for an integer: the greatest value; for money and decimals: the greatest one, in whole
 *   units; for text and prose: the longest sensible length in characters, 0 for no limit
 * @on: for a toggle: what it is when the file does not say
 * @placeholder: (nullable): what stands between double braces in texts that are filled from it
 * @marked: for prose: whether parts of it can be bold or links, as #VacMarkup has them
 * @fold: (nullable): for what few documents say: the title, translatable, of the row that a form
 *   folds it into while it is empty, together with its neighbors of the same title
 */
struct _VacField
{
  const char      *name;
  VacKind          kind;
  VacRole          role;
  const char      *label;
  const char      *description;
  const VacField  *fields;
  const VacField  *element;
  const VacChoice *choices;
  const char      *otherwise;
  const char      *add;
  const char      *removed;
  VacSyntax        syntax;
  gint64           minimum;
  gint64           maximum;
  gboolean         on;
  gboolean         marked;
  const char      *placeholder;
  const char      *fold;
};

const VacField  *vac_schema_get_root         (void);
const VacField  *vac_schema_get_rating       (void);
const VacField  *vac_schema_get_field        (VacRole         role);
const VacField  *vac_schema_get_owner        (const VacField *root,
                                              VacRole         role);
const VacField  *vac_schema_find_placeholder (const char     *name,
                                              gsize           length);
const VacField  *vac_field_find_member       (const VacField *field,
                                              const char     *name);
const VacChoice *vac_field_find_choice       (const VacField *field,
                                              const char     *id);
gboolean         vac_field_is_leaf           (const VacField *field);
gboolean         vac_field_is_decimal        (const VacField *field);
const char      *vac_field_get_pattern       (const VacField *field);
VacRole          vac_field_get_main_role     (const VacField *field);
VacRole          vac_field_get_id_role       (const VacField *field);
const char      *vac_schema_skip_mail_scheme (const char     *text);
gboolean         vac_field_accepts           (const VacField *field,
                                              const char     *text,
                                              GError        **error);
gboolean         vac_field_is_code           (const VacField *field,
                                              VacCodeKind    *kind);

G_END_DECLS
