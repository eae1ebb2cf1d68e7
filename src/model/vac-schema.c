/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-schema"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-schema.h"
#include "vac-table-kind.h"

/* The only place that spells member names of the format. A field's members stand in the order in
 * which they are written. */

#define ONE_LINE     300
#define LONG_TEXT    20000
#define GREATEST_PAY G_GINT64_CONSTANT (1000000000)
#define LONGEST_EXPERIENCE (50 * 12)

#define END { NULL }
#define TEXT(n, r, l)         { .name = n, .kind = VAC_KIND_TEXT, .role = r, .label = l, .maximum = ONE_LINE }
#define SYNTAX(n, r, l, s)    { .name = n, .kind = VAC_KIND_TEXT, .role = r, .label = l, .maximum = ONE_LINE, .syntax = s }
#define FILLS(n, r, l, p)     { .name = n, .kind = VAC_KIND_TEXT, .role = r, .label = l, .maximum = ONE_LINE, .placeholder = p }
#define PROSE(n, r, l)        { .name = n, .kind = VAC_KIND_PROSE, .role = r, .label = l, .maximum = LONG_TEXT }
#define INTEGER(n, r, l, a, b) { .name = n, .kind = VAC_KIND_INTEGER, .role = r, .label = l, .minimum = a, .maximum = b }
#define MONEY(n, r, l)        { .name = n, .kind = VAC_KIND_INTEGER, .role = r, .label = l, .minimum = 0, .maximum = GREATEST_PAY, .syntax = VAC_SYNTAX_MONEY }
#define DATE(n, r, l)         { .name = n, .kind = VAC_KIND_DATE, .role = r, .label = l }
#define CHOICE(n, r, l, c)    { .name = n, .kind = VAC_KIND_CHOICE, .role = r, .label = l, .choices = c }
#define TOGGLE(n, r, l, d)    { .name = n, .kind = VAC_KIND_TOGGLE, .role = r, .label = l, .on = d }
#define RECORD(n, r, l, f)    { .name = n, .kind = VAC_KIND_RECORD, .role = r, .label = l, .fields = f }
#define ENTRY(r, l, f, a, d)  { .kind = VAC_KIND_RECORD, .role = r, .label = l, .fields = f, .add = a, .removed = d }
#define LIST(n, r, l, e)      { .name = n, .kind = VAC_KIND_LIST, .role = r, .label = l, .element = e }

static const VacChoice employment_types[] = {
  { "full-time", N_("Full-time") },
  { "part-time", N_("Part-time") },
  { "contractor", N_("Contractor") },
  { "temporary", N_("Temporary") },
  { "intern", N_("Intern") },
  { "volunteer", N_("Volunteer") },
  { "per-diem", N_("Per diem") },
  { "other", N_("Other") },
  { NULL }
};

static const VacChoice workplaces[] = {
  { VAC_WORKPLACE_ONSITE, N_("On site") },
  { VAC_WORKPLACE_HYBRID, N_("Hybrid") },
  { VAC_WORKPLACE_REMOTE, N_("Remote") },
  { NULL }
};

/* What Google's credentialCategory tells apart ("Job posting structured data", Education and
 * experience properties); the ids are its words with hyphens. */
static const VacChoice credentials[] = {
  { VAC_CREDENTIAL_SCHOOL, N_("High school diploma") },
  { VAC_CREDENTIAL_ASSOCIATE, N_("Associate degree") },
  { VAC_CREDENTIAL_BACHELOR, N_("Bachelor’s degree") },
  { VAC_CREDENTIAL_CERTIFICATE, N_("Professional certificate") },
  { VAC_CREDENTIAL_POSTGRADUATE, N_("Postgraduate degree") },
  { NULL }
};

static const VacChoice periods[] = {
  { VAC_PERIOD_YEAR, N_("Per year") },
  { VAC_PERIOD_MONTH, N_("Per month") },
  { VAC_PERIOD_WEEK, N_("Per week") },
  { VAC_PERIOD_DAY, N_("Per day") },
  { VAC_PERIOD_HOUR, N_("Per hour") },
  { NULL }
};

static const VacChoice audiences[] = {
  { VAC_AUDIENCE_ID_CANDIDATE, N_("Candidates") },
  { VAC_AUDIENCE_ID_TEAM, N_("The team") },
  { NULL }
};

static const VacChoice bases[] = {
  { VAC_BASIS_SHARE, N_("Share of the range") },
  { VAC_BASIS_AMOUNT, N_("Amount") },
  { NULL }
};

static const VacField guide_fields[] = {
  TEXT ("id", VAC_ROLE_GUIDE_ID, N_("Guide")),
  TEXT ("title", VAC_ROLE_GUIDE_TITLE, N_("Guide title")),
  TEXT ("edition", VAC_ROLE_GUIDE_EDITION, N_("Edition")),
  END
};

static const VacField employer_fields[] = {
  FILLS ("name", VAC_ROLE_EMPLOYER_NAME, N_("Name of the employer"), "employer"),
  SYNTAX ("website", VAC_ROLE_EMPLOYER_WEBSITE, N_("Website"), VAC_SYNTAX_URL),
  PROSE ("about", VAC_ROLE_EMPLOYER_ABOUT, N_("About the employer")),
  END
};

static const VacField employment_type = CHOICE (NULL, VAC_ROLE_EMPLOYMENT_TYPE, N_("Employment type"), employment_types);

static const VacField location_fields[] = {
  TEXT ("street", VAC_ROLE_LOCATION_STREET, N_("Street")),
  TEXT ("city", VAC_ROLE_LOCATION_CITY, N_("City")),
  TEXT ("region", VAC_ROLE_LOCATION_REGION, N_("State or region")),
  TEXT ("postalCode", VAC_ROLE_LOCATION_POSTAL_CODE, N_("Postal code")),
  SYNTAX ("country", VAC_ROLE_LOCATION_COUNTRY, N_("Country code"), VAC_SYNTAX_COUNTRY),
  END
};
static const VacField location = ENTRY (VAC_ROLE_LOCATION, N_("Place of work"), location_fields, N_("Add Place of Work"), N_("Place of work removed"));

static const VacField experience_fields[] = {
  INTEGER ("months", VAC_ROLE_EXPERIENCE_MONTHS, N_("Months of experience"), 1, LONGEST_EXPERIENCE),
  END
};

static const VacField education_fields[] = {
  CHOICE ("credential", VAC_ROLE_EDUCATION_CREDENTIAL, N_("Least credential"), credentials),
  TOGGLE ("experienceInstead", VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD, N_("Experience in place of education"), FALSE),
  END
};

static const VacField apply_fields[] = {
  SYNTAX ("url", VAC_ROLE_APPLY_URL, N_("Application link"), VAC_SYNTAX_URL),
  SYNTAX ("email", VAC_ROLE_APPLY_EMAIL, N_("Application email"), VAC_SYNTAX_EMAIL),
  PROSE ("instructions", VAC_ROLE_APPLY_INSTRUCTIONS, N_("Instructions")),
  END
};

static const VacField pay_fields[] = {
  TOGGLE ("disclose", VAC_ROLE_PAY_DISCLOSE, N_("Show pay in the posting"), TRUE),
  MONEY ("minimum", VAC_ROLE_PAY_MINIMUM, N_("Minimum")),
  MONEY ("maximum", VAC_ROLE_PAY_MAXIMUM, N_("Maximum")),
  SYNTAX ("currency", VAC_ROLE_PAY_CURRENCY, N_("Currency"), VAC_SYNTAX_CURRENCY),
  CHOICE ("period", VAC_ROLE_PAY_PERIOD, N_("Period"), periods),
  TEXT ("bonus", VAC_ROLE_PAY_BONUS, N_("Bonus")),
  TEXT ("equity", VAC_ROLE_PAY_EQUITY, N_("Equity")),
  TEXT ("note", VAC_ROLE_PAY_NOTE, N_("Note on pay")),
  END
};

static const VacField job_fields[] = {
  FILLS ("title", VAC_ROLE_JOB_TITLE, N_("Job title"), "title"),
  RECORD ("employer", VAC_ROLE_EMPLOYER, N_("Employer"), employer_fields),
  FILLS ("department", VAC_ROLE_DEPARTMENT, N_("Department"), "department"),
  FILLS ("reportsTo", VAC_ROLE_REPORTS_TO, N_("Reports to"), "reportsTo"),
  FILLS ("requisition", VAC_ROLE_REQUISITION, N_("Requisition"), "requisition"),
  INTEGER ("openings", VAC_ROLE_OPENINGS, N_("Openings"), 1, 10000),
  LIST ("employmentType", VAC_ROLE_EMPLOYMENT_TYPES, N_("Employment types"), &employment_type),
  CHOICE ("workplace", VAC_ROLE_WORKPLACE, N_("Workplace"), workplaces),
  { .name = "locations", .kind = VAC_KIND_LIST, .role = VAC_ROLE_LOCATIONS,
    .label = N_("Places of work"), .element = &location, .placeholder = "location" },
  DATE ("posted", VAC_ROLE_POSTED, N_("Posted on")),
  DATE ("closes", VAC_ROLE_CLOSES, N_("Closes on")),
  DATE ("start", VAC_ROLE_START, N_("Start date")),
  RECORD ("experience", VAC_ROLE_EXPERIENCE, N_("Experience"), experience_fields),
  RECORD ("education", VAC_ROLE_EDUCATION, N_("Education"), education_fields),
  RECORD ("apply", VAC_ROLE_APPLY, N_("How to apply"), apply_fields),
  { .name = "pay", .kind = VAC_KIND_RECORD, .role = VAC_ROLE_PAY, .label = N_("Pay"),
    .fields = pay_fields, .placeholder = "pay" },
  END
};

static const VacField item_fields[] = {
  TEXT ("label", VAC_ROLE_ITEM_LABEL, N_("Label")),
  PROSE ("text", VAC_ROLE_ITEM_TEXT, N_("Text")),
  END
};
static const VacField item = RECORD (NULL, VAC_ROLE_ITEM, N_("Item"), item_fields);

/* A section and a subsection are the same but for the second level. */
#define SECTION_HEAD \
  TEXT ("id", VAC_ROLE_SECTION_ID, N_("Section id")), \
  TEXT ("title", VAC_ROLE_SECTION_TITLE, N_("Heading")), \
  CHOICE ("audience", VAC_ROLE_SECTION_AUDIENCE, N_("Audience"), audiences), \
  TOGGLE ("include", VAC_ROLE_SECTION_INCLUDE, N_("Include"), TRUE), \
  PROSE ("advice", VAC_ROLE_SECTION_ADVICE, N_("Advice")), \
  PROSE ("text", VAC_ROLE_SECTION_TEXT, N_("Text")), \
  LIST ("items", VAC_ROLE_SECTION_ITEMS, N_("Items"), &item)
#define SECTION_TAIL \
  CHOICE ("table", VAC_ROLE_SECTION_TABLE, N_("Table"), vac_table_choices)

static const VacField subsection_fields[] = { SECTION_HEAD, SECTION_TAIL, END };
static const VacField subsection = RECORD (NULL, VAC_ROLE_SECTION, N_("Subsection"), subsection_fields);

static const VacField section_fields[] = {
  SECTION_HEAD,
  LIST ("sections", VAC_ROLE_SUBSECTIONS, N_("Subsections"), &subsection),
  SECTION_TAIL,
  END
};
static const VacField section = RECORD (NULL, VAC_ROLE_SECTION, N_("Section"), section_fields);

static const VacField addition_fields[] = {
  TEXT ("section", VAC_ROLE_ADDITION_SECTION, N_("Goes into")),
  PROSE ("text", VAC_ROLE_ADDITION_TEXT, N_("Text")),
  END
};
static const VacField addition = ENTRY (VAC_ROLE_ADDITION, N_("Addition"), addition_fields, N_("Add Addition"), N_("Addition removed"));

static const VacField variation_fields[] = {
  TEXT ("id", VAC_ROLE_VARIATION_ID, N_("Variation id")),
  TEXT ("title", VAC_ROLE_VARIATION_TITLE, N_("Variation")),
  PROSE ("emphasize", VAC_ROLE_VARIATION_EMPHASIZE, N_("What to emphasize")),
  PROSE ("highlight", VAC_ROLE_VARIATION_HIGHLIGHT, N_("What to highlight")),
  LIST ("additions", VAC_ROLE_ADDITIONS, N_("Additions"), &addition),
  END
};
static const VacField variation = RECORD (NULL, VAC_ROLE_VARIATION, N_("Variation"), variation_fields);

static const VacField requirement = { .kind = VAC_KIND_PROSE, .role = VAC_ROLE_INDUSTRY_REQUIREMENT,
                                      .label = N_("Requirement"), .maximum = LONG_TEXT };
static const VacField industry_fields[] = {
  TEXT ("title", VAC_ROLE_INDUSTRY_TITLE, N_("Industry")),
  LIST ("requirements", VAC_ROLE_INDUSTRY_REQUIREMENTS, N_("Key requirements"), &requirement),
  PROSE ("aspect", VAC_ROLE_INDUSTRY_ASPECT, N_("Unique aspect")),
  END
};
static const VacField industry = RECORD (NULL, VAC_ROLE_INDUSTRY, N_("Industry"), industry_fields);

static const VacField national_fields[] = {
  MONEY ("minimum", VAC_ROLE_NATIONAL_MINIMUM, N_("National minimum")),
  MONEY ("maximum", VAC_ROLE_NATIONAL_MAXIMUM, N_("National maximum")),
  END
};

static const VacField place_fields[] = {
  TEXT ("name", VAC_ROLE_PLACE_NAME, N_("Place")),
  MONEY ("minimum", VAC_ROLE_PLACE_MINIMUM, N_("Minimum")),
  MONEY ("maximum", VAC_ROLE_PLACE_MAXIMUM, N_("Maximum")),
  TEXT ("note", VAC_ROLE_PLACE_NOTE, N_("Note")),
  INTEGER ("priceIndex", VAC_ROLE_PLACE_PRICE_INDEX, N_("Price index"), 1, 1000000),
  END
};
static const VacField place = RECORD (NULL, VAC_ROLE_PLACE, N_("Place"), place_fields);

static const VacField factor = { .kind = VAC_KIND_PROSE, .role = VAC_ROLE_FACTOR,
                                 .label = N_("Factor"), .maximum = LONG_TEXT };
static const VacField salaries_fields[] = {
  INTEGER ("year", VAC_ROLE_SALARIES_YEAR, N_("Year"), 1900, 2200),
  SYNTAX ("currency", VAC_ROLE_SALARIES_CURRENCY, N_("Currency"), VAC_SYNTAX_CURRENCY),
  CHOICE ("period", VAC_ROLE_SALARIES_PERIOD, N_("Period"), periods),
  PROSE ("source", VAC_ROLE_SALARIES_SOURCE, N_("Source")),
  RECORD ("national", VAC_ROLE_NATIONAL, N_("National range"), national_fields),
  LIST ("places", VAC_ROLE_PLACES, N_("Places"), &place),
  LIST ("factors", VAC_ROLE_FACTORS, N_("Factors"), &factor),
  END
};

static const VacField level_fields[] = {
  TEXT ("name", VAC_ROLE_LEVEL_NAME, N_("Level")),
  MONEY ("from", VAC_ROLE_LEVEL_FROM, N_("From")),
  MONEY ("to", VAC_ROLE_LEVEL_TO, N_("To")),
  CHOICE ("basis", VAC_ROLE_LEVEL_BASIS, N_("Counted as"), bases),
  TOGGLE ("include", VAC_ROLE_LEVEL_INCLUDE, N_("Print in the posting"), FALSE),
  END
};
static const VacField level = ENTRY (VAC_ROLE_LEVEL, N_("Level"), level_fields, N_("Add Level"), N_("Level removed"));

static const VacField criterion_fields[] = {
  TEXT ("title", VAC_ROLE_CRITERION_TITLE, N_("Criterion")),
  INTEGER ("weight", VAC_ROLE_CRITERION_WEIGHT, N_("Weight"), 0, 100),
  PROSE ("weak", VAC_ROLE_CRITERION_WEAK, N_("Weak evidence")),
  PROSE ("good", VAC_ROLE_CRITERION_GOOD, N_("Good evidence")),
  PROSE ("strong", VAC_ROLE_CRITERION_STRONG, N_("Strong evidence")),
  END
};
static const VacField criterion = ENTRY (VAC_ROLE_CRITERION, N_("Criterion"), criterion_fields, N_("Add Criterion"), N_("Criterion removed"));

static const VacField assessment_fields[] = {
  TEXT ("title", VAC_ROLE_ASSESSMENT_TITLE, N_("Assessment")),
  LIST ("criteria", VAC_ROLE_CRITERIA, N_("Criteria"), &criterion),
  END
};
static const VacField assessment = RECORD (NULL, VAC_ROLE_ASSESSMENT, N_("Assessment"), assessment_fields);

static const VacField document_fields[] = {
  TEXT ("format", VAC_ROLE_FORMAT, N_("Format")),
  INTEGER ("version", VAC_ROLE_VERSION, N_("Version"), 1, G_MAXINT32),
  SYNTAX ("language", VAC_ROLE_LANGUAGE, N_("Language of the posting"), VAC_SYNTAX_LANGUAGE),
  RECORD ("guide", VAC_ROLE_GUIDE, N_("Guide"), guide_fields),
  RECORD ("job", VAC_ROLE_JOB, N_("Job details"), job_fields),
  LIST ("sections", VAC_ROLE_SECTIONS, N_("Sections"), &section),
  LIST ("variations", VAC_ROLE_VARIATIONS, N_("Variations"), &variation),
  LIST ("industries", VAC_ROLE_INDUSTRIES, N_("Industries"), &industry),
  RECORD ("salaries", VAC_ROLE_SALARIES, N_("Salaries"), salaries_fields),
  LIST ("levels", VAC_ROLE_LEVELS, N_("Levels"), &level),
  LIST ("assessments", VAC_ROLE_ASSESSMENTS, N_("Assessments"), &assessment),
  END
};
static const VacField document = RECORD (NULL, VAC_ROLE_DOCUMENT, N_("Posting"), document_fields);

/**
 * vac_schema_get_root:
 *
 * Returns: (transfer none): the schema of a whole document
 */
const VacField *
vac_schema_get_root (void)
{
  return &document;
}

static void
collect_roles (const VacField  *field,
               const VacField **by_role)
{
  if (by_role[field->role] == NULL)
    by_role[field->role] = field;
  if (field->element != NULL)
    collect_roles (field->element, by_role);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    collect_roles (member, by_role);
}

static const VacField **
get_roles (void)
{
  static const VacField *by_role[VAC_N_ROLES];
  static gsize initialised;

  if (g_once_init_enter (&initialised))
    {
      collect_roles (&document, by_role);
      g_once_init_leave (&initialised, 1);
    }

  return by_role;
}

/**
 * vac_schema_get_field:
 * @role: a role
 *
 * For %VAC_ROLE_SECTION and what it holds this is the field of a first-level section, which has
 * all the members of a second-level one.
 *
 * Returns: (transfer none): the field with that role
 */
const VacField *
vac_schema_get_field (VacRole role)
{
  g_return_val_if_fail (role > VAC_ROLE_NONE && role < VAC_N_ROLES, NULL);

  return get_roles ()[role];
}

/**
 * vac_schema_find_placeholder:
 * @name: what stands between the braces, not necessarily ended by NUL
 * @length: how many bytes of @name count
 *
 * Returns: (transfer none) (nullable): the field that fills it
 */
const VacField *
vac_schema_find_placeholder (const char *name,
                             gsize       length)
{
  const VacField **by_role = get_roles ();

  for (guint i = 1; i < VAC_N_ROLES; i++)
    {
      const char *placeholder = by_role[i] != NULL ? by_role[i]->placeholder : NULL;

      if (placeholder != NULL && strlen (placeholder) == length &&
          memcmp (placeholder, name, length) == 0)
        return by_role[i];
    }

  return NULL;
}
