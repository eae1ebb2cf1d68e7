/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-json-ld"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-data-pay.h"
#include "vac-import-private.h"
#include "vac-json-ld-reader.h"
#include "vac-json-repair.h"
#include "vac-paste-line.h"

/* schema.org's JobPosting, in a file of its own or in a web page. The members are those of
 * https://schema.org/JobPosting and the things that it refers to; what Google documents comes
 * first. Few makers keep to the types: most members are met as a text, as a thing and as a list. */

static void take_place (VacSource *source, guint value, const VacMember *member, guint index);
static void take_area (VacSource *source, guint value, const VacMember *member, guint index);
static void take_workplace (VacSource *source, guint value, const VacMember *member, guint index);
static void take_hours (VacSource *source, guint value, const VacMember *member, guint index);
static void take_email (VacSource *source, guint value, const VacMember *member, guint index);
static void take_hour (VacSource *source, guint value, const VacMember *member, guint index);
static void take_logo (VacSource *source, guint value, const VacMember *member, guint index);
static void take_salary (VacSource *source, guint value, const VacMember *member, guint index);
static void take_salaries (VacSource *source, guint value, const VacMember *member, guint index);
static void take_skill (VacSource *source, guint value, const VacMember *member, guint index);
static void take_licence (VacSource *source, guint value, const VacMember *member, guint index);

static const VacMember organization_members[] = {
  { "name", vac_take_fact, VAC_ROLE_EMPLOYER_NAME },
  { "legalName", vac_take_fact, VAC_ROLE_EMPLOYER_LEGAL_NAME },
  { "sameAs", vac_take_checked, VAC_ROLE_EMPLOYER_WEBSITE },
  { "url", vac_take_checked, VAC_ROLE_EMPLOYER_WEBSITE },
  { "logo", take_logo, .whole = TRUE },
  { NULL }
};

static const VacMember address_members[] = {
  { "streetAddress", vac_take_fact, VAC_ROLE_LOCATION_STREET },
  { "addressLocality", vac_take_town, VAC_ROLE_LOCATION_CITY },
  { "addressRegion", vac_take_fact, VAC_ROLE_LOCATION_REGION },
  { "postalCode", vac_take_fact, VAC_ROLE_LOCATION_POSTAL_CODE },
  { "addressCountry", vac_take_words, VAC_ROLE_LOCATION_COUNTRY },
  { NULL }
};

static const VacMember place_members[] = {
  { "address", take_place, .members = address_members },
  { "addressLocality", vac_take_town, VAC_ROLE_LOCATION_CITY },
  { "addressRegion", vac_take_fact, VAC_ROLE_LOCATION_REGION },
  { "addressCountry", vac_take_words, VAC_ROLE_LOCATION_COUNTRY },
  { "name", vac_take_words, VAC_ROLE_LOCATION_CITY, .otherwise = TRUE },
  { NULL }
};

static const VacMember salary_members[] = {
  { "value.minValue", vac_take_number, VAC_ROLE_PAY_MINIMUM },
  { "value.maxValue", vac_take_number, VAC_ROLE_PAY_MAXIMUM },
  { "minValue", vac_take_number, VAC_ROLE_PAY_MINIMUM },
  { "maxValue", vac_take_number, VAC_ROLE_PAY_MAXIMUM },
  { "value.value", vac_take_single_pay },
  { "value", vac_take_single_pay },
  { "value.unitText", vac_take_words, VAC_ROLE_PAY_PERIOD },
  { "unitText", vac_take_words, VAC_ROLE_PAY_PERIOD },
  { "currency", vac_take_checked, VAC_ROLE_PAY_CURRENCY },
  { "value.currency", vac_take_checked, VAC_ROLE_PAY_CURRENCY },
  { NULL }
};

static const VacMember contact_members[] = {
  { "name", vac_take_fact, VAC_ROLE_CONTACT_NAME },
  { "description", vac_take_fact, VAC_ROLE_CONTACT_TITLE },
  { "contactType", vac_take_fact, VAC_ROLE_CONTACT_TITLE },
  { "email", take_email },
  { "telephone", vac_take_checked, VAC_ROLE_CONTACT_PHONE },
  { "url", vac_take_checked, VAC_ROLE_APPLY_URL },
  { NULL }
};

static const VacMember posting_members[] = {
  { "inLanguage", vac_take_language },
  { "title", vac_take_fact, VAC_ROLE_JOB_TITLE },
  { "name", vac_take_fact, VAC_ROLE_JOB_TITLE },
  { "hiringOrganization", vac_take_thing, VAC_ROLE_EMPLOYER_NAME, .members = organization_members },
  { "employmentUnit", vac_take_words, VAC_ROLE_DEPARTMENT },
  { "identifier.value", vac_take_fact, VAC_ROLE_REQUISITION },
  { "identifier", vac_take_fact, VAC_ROLE_REQUISITION },
  { "identifier.name", vac_take_nothing },
  { "totalJobOpenings", vac_take_number, VAC_ROLE_OPENINGS },
  { "datePosted", vac_take_date, VAC_ROLE_POSTED },
  { "validThrough", vac_take_date, VAC_ROLE_CLOSES },
  { "validThrough", take_hour, VAC_ROLE_CLOSES_TIME },
  { "jobStartDate", vac_take_date, VAC_ROLE_START },
  { "jobImmediateStart", vac_take_if_true, VAC_ROLE_STARTS_NOW, .fact = "true" },
  { "employmentType", vac_take_types, VAC_ROLE_EMPLOYMENT_TYPE, .list = TRUE },
  { "workHours", take_hours, VAC_ROLE_HOURS_SCHEDULE },
  { "jobLocationType", take_workplace, VAC_ROLE_WORKPLACE },
  { "jobLocation", take_place, VAC_ROLE_LOCATION, .list = TRUE, .members = place_members },
  { "applicantLocationRequirements", take_area, VAC_ROLE_AREA, .list = TRUE },
  { "baseSalary", take_salary, .whole = TRUE },
  { "salaryCurrency", vac_take_checked, VAC_ROLE_PAY_CURRENCY },
  { "applicationContact", vac_take_thing, .members = contact_members },
  { "experienceRequirements.monthsOfExperience", vac_take_number, VAC_ROLE_EXPERIENCE_MONTHS },
  { "educationRequirements.credentialCategory", vac_take_words, VAC_ROLE_EDUCATION_CREDENTIAL },
  { "experienceInPlaceOfEducation", vac_take_if_true, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD,
    .fact = "true" },
  { "eligibilityToWorkRequirement", vac_take_words, VAC_ROLE_RIGHT_TO_WORK },
  { "securityClearanceRequirement", vac_take_words, VAC_ROLE_CLEARANCE },
  { "qualifications", take_licence, VAC_ROLE_LICENCE_NAME, .list = TRUE },
  { "skills", take_skill, VAC_ROLE_SKILL_NAME, .list = TRUE },
  { "description", vac_take_text },
  { "responsibilities", vac_take_section, .heading = VAC_HEADING_RESPONSIBILITIES, .whole = TRUE },
  { "qualifications", vac_take_section, .heading = VAC_HEADING_REQUIRED, .whole = TRUE },
  { "experienceRequirements", vac_take_section, .heading = VAC_HEADING_REQUIRED, .whole = TRUE },
  { "educationRequirements", vac_take_section, .heading = VAC_HEADING_REQUIRED, .whole = TRUE },
  { "skills", vac_take_section, .heading = VAC_HEADING_REQUIRED, .whole = TRUE },
  { "jobBenefits", vac_take_section, .heading = VAC_HEADING_BENEFITS, .whole = TRUE },
  { "benefits", vac_take_section, .heading = VAC_HEADING_BENEFITS, .whole = TRUE },
  { "baseSalary", take_salaries, .heading = VAC_HEADING_PAY, .whole = TRUE },
  { "incentiveCompensation", vac_take_section, .heading = VAC_HEADING_PAY, .whole = TRUE },
  { "incentives", vac_take_section, .heading = VAC_HEADING_PAY, .whole = TRUE },
  { "employerOverview", vac_take_section, .heading = VAC_HEADING_EMPLOYER, .whole = TRUE },
  { "hiringOrganization.description", vac_take_section, .heading = VAC_HEADING_EMPLOYER },
  { "directApply", vac_take_nothing },
  { NULL }
};

/* A text may name a town, or be an address in any form. */
static void
take_place (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  if (vac_source_is (source, value, VAC_JSON_OBJECT))
    vac_take_thing (source, value, member, index);
  else
    vac_take_words (source, value, &(VacMember) { .role = VAC_ROLE_LOCATION_CITY }, index);
}

/* "JobPosting", "schema:JobPosting", "https://schema.org/JobPosting" */
static gboolean
is_type (VacSource  *source,
         guint       value,
         const char *type)
{
  g_autofree char *name = NULL;
  const char *last;

  if (!vac_source_is (source, value, VAC_JSON_STRING))
    return FALSE;
  name = vac_json_dup_string (source->json, value);
  last = name + strlen (name);
  while (last > name && strchr ("/:#", last[-1]) == NULL)
    last--;

  return g_str_equal (last, type);
}

static gboolean
has_type (VacSource  *source,
          guint       object,
          const char *type)
{
  const guint types = vac_source_get (source, object, "@type");
  guint i = types != VAC_NO_VALUE ? vac_source_get_first (source, types) : VAC_NO_VALUE;

  for (; i != VAC_NO_VALUE; i = vac_source_get_next (source, types, i))
    if (is_type (source, i, type))
      return TRUE;

  return is_type (source, types, type);
}

/* A country, or something within one: "Texas, USA" is how Google wants it to be named. */
static void
take_area (VacSource       *source,
           guint            value,
           const VacMember *member,
           guint            index)
{
  g_autofree char *name = vac_source_dup_line (source, value);
  const gboolean within = vac_source_is (source, value, VAC_JSON_OBJECT) &&
                          !has_type (source, value, "Country");
  char *comma = within && name != NULL ? strrchr (name, ',') : NULL;

  if (!within)
    vac_source_add_words (source, VAC_ROLE_AREA_COUNTRY, index, name, value);
  else if (comma != NULL)
    {
      *comma = '\0';
      vac_source_add_words (source, VAC_ROLE_AREA_COUNTRY, index, comma + 1, value);
      vac_source_add_words (source, VAC_ROLE_AREA_REGION, index, name, value);
    }
  else
    vac_source_add_words (source, VAC_ROLE_AREA_REGION, index, name, value);
}

static void
take_workplace (VacSource       *source,
                guint            value,
                const VacMember *member,
                guint            index)
{
  if (vac_json_string_equals (source->json, value, "TELECOMMUTE"))
    vac_source_add_fact (source, member->role, index, VAC_WORKPLACE_REMOTE, value);
  else
    vac_take_words (source, value, member, index);
}

/* The hour of a date, unless it only stands for the beginning or the end of the day, or is that of
 * another place: "2026-03-31T17:00". */
static void
take_hour (VacSource       *source,
           guint            value,
           const VacMember *member,
           guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);
  g_autofree char *hour = NULL;

  if (text == NULL || strlen (text) < 16 || (text[10] != 'T' && text[10] != ' ') ||
      strpbrk (text + 11, "Zz+-") != NULL)
    return;
  hour = g_strndup (text + 11, 5);
  if (!g_str_equal (hour, "00:00") && !g_str_equal (hour, "23:59") &&
      vac_field_accepts (vac_schema_get_field (member->role), hour, NULL))
    vac_source_add_fact (source, member->role, index, hour, value);
}

/* "Hours per week: 38; Schedule: Monday to Friday" are two facts. What has no known label is about
 * the schedule. */
static void
take_hours (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const char *language = vac_source_get_language (source);
  g_autofree char *text = vac_source_dup_line (source, value);
  g_auto (GStrv) facts = g_strsplit (text != NULL ? text : "", "; ", 10);
  g_autoptr (GString) schedule = g_string_new (NULL);

  for (guint i = 0; facts[i] != NULL; i++)
    {
      const char *colon = strchr (facts[i], ':');
      g_autofree char *before = g_strndup (facts[i], colon != NULL ? colon - facts[i] : 0);
      const VacLabel label = vac_label_find (language, before);

      if (label == VAC_LABEL_HOURS)
        vac_source_add_words (source, VAC_ROLE_HOURS_MINIMUM, index, colon + 1, value);
      else
        g_string_append_printf (schedule, "%s%s", schedule->len > 0 ? "; " : "",
                                label != VAC_LABEL_SCHEDULE ? facts[i]
                                                            : vac_paste_skip_blanks (colon + 1));
    }
  vac_source_add_words (source, member->role, index, schedule->str, value);
}

/* That of a person is for questions; one of nobody is where applications go. */
static void
take_email (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const VacRole role = source->given[VAC_ROLE_CONTACT_NAME] > 0 ? VAC_ROLE_CONTACT_EMAIL
                                                                : VAC_ROLE_APPLY_EMAIL;

  vac_take_checked (source, value, &(VacMember) { .role = role }, index);
}

static void
take_logo (VacSource       *source,
           guint            value,
           const VacMember *member,
           guint            index)
{
  vac_source_use_whole (source, value);
  vac_draft_add_remark (source->draft,
                        _("The logo was not fetched, because it is in the network."));
}

static gboolean
is_several (VacSource *source,
            guint      value)
{
  return vac_source_is (source, value, VAC_JSON_ARRAY) && vac_source_get_length (source, value) > 1;
}

static void
take_salary (VacSource       *source,
             guint            value,
             const VacMember *member,
             guint            index)
{
  const guint only = vac_source_get_first (source, value);

  if (is_several (source, value))
    return;
  vac_source_use (source, value);
  value = only != VAC_NO_VALUE ? only : value;
  if (vac_source_is (source, value, VAC_JSON_OBJECT))
    vac_members_take (source, value, salary_members, index);
  else
    vac_take_single_pay (source, value, member, index);
}

/* Several are not the pay of the job, but of something in it: each is told as it is. */
static void
take_salaries (VacSource       *source,
               guint            value,
               const VacMember *member,
               guint            index)
{
  if (!is_several (source, value))
    return;
  vac_source_add_heading (source, member->heading, NULL, value);
  for (guint i = vac_source_get_first (source, value); i != VAC_NO_VALUE && source->budget > 0;
       i = vac_source_get_next (source, value, i), source->budget--)
    {
      const guint inner = vac_source_get (source, i, "value");
      const guint range = vac_source_is (source, inner, VAC_JSON_OBJECT) ? inner : i;
      const VacMoney single = vac_data_pay_get_amount (source, range, "value");
      g_autofree char *title = vac_source_dup_member (source, i, "name");
      g_autofree char *currency = vac_source_dup_member (source, i, "currency");
      g_autofree char *period = vac_source_dup_member (source, range, "unitText");
      const VacDataPay pay = {
        .title = title,
        .minimum = MAX (vac_data_pay_get_amount (source, range, "minValue"), single),
        .maximum = MAX (vac_data_pay_get_amount (source, range, "maxValue"), single),
        .currency = currency,
        .period = period,
      };

      vac_data_pay_add_paragraph (source, &pay, i);
      vac_source_use_whole (source, i);
    }
  vac_source_use (source, value);
}

/* A term is data; a text is for the section below. */
static void
take_skill (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const guint code = vac_source_get (source, value, "termCode");

  if (!vac_source_is (source, value, VAC_JSON_OBJECT))
    return;
  vac_take_words (source, value, member, index);
  if (code != VAC_NO_VALUE)
    vac_take_fact (source, code, &(VacMember) { .role = VAC_ROLE_SKILL_ID }, index);
}

static void
take_licence (VacSource       *source,
              guint            value,
              const VacMember *member,
              guint            index)
{
  if (has_type (source, value, "EducationalOccupationalCredential"))
    vac_take_words (source, value, member, index);
}

static void
read_posting (VacSource       *source,
              guint            posting,
              const GPtrArray *remarks,
              GPtrArray       *drafts)
{
  vac_source_begin (source, posting, drafts);
  for (guint i = 0; i < remarks->len; i++)
    vac_draft_add_remark (source->draft, g_ptr_array_index (remarks, i));
  vac_members_take (source, posting, posting_members, 0);
  vac_source_end (source);
}

/* The next posting from @value on, or where the data end. */
static guint
find_posting (VacSource *source,
              guint      value)
{
  while (value < source->tokens[0].next && !has_type (source, value, "JobPosting"))
    value++;

  return value;
}

/*
 * vac_json_ld_has_posting:
 * @source: data
 *
 * Returns: whether there is a JobPosting in them
 */
gboolean
vac_json_ld_has_posting (VacSource *source)
{
  return find_posting (source, 0) < source->tokens[0].next;
}

/* A posting may be the root, in a list, in an "@graph", or the main thing of a page. */
static void
read_postings (VacJson         *json,
               const GPtrArray *remarks,
               GPtrArray       *drafts)
{
  g_autoptr (VacSource) source = vac_source_new (json);

  for (guint i = find_posting (source, 0);
       i < source->tokens[0].next && drafts->len < VAC_IMPORT_MAX_POSTINGS;
       i = find_posting (source, source->tokens[i].next))
    read_posting (source, i, remarks, drafts);
}

/**
 * vac_import_page_data:
 * @text: what is in a script of type application/ld+json
 * @length: its length in bytes
 * @drafts: (element-type VacDraft): takes the postings in it, in their order
 *
 * A page may hold data of many kinds, and in any state: what cannot be read has no postings.
 *
 * Returns: whether there was one
 */
gboolean
vac_import_page_data (const char *text,
                      gsize       length,
                      GPtrArray  *drafts)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autoptr (VacJson) json = NULL;
  const guint before = drafts->len;

  g_return_val_if_fail (text != NULL && drafts != NULL, FALSE);

  bytes = g_bytes_new_static (text, length);
  json = vac_json_repair (bytes, remarks, NULL);
  if (json != NULL)
    read_postings (json, remarks, drafts);

  return drafts->len > before;
}

/*
 * vac_import_json_ld:
 *
 * A #VacImportReader for schema.org's JobPosting in a file of its own.
 */
gboolean
vac_import_json_ld (GBytes     *bytes,
                    GPtrArray  *drafts,
                    GError    **error)
{
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autoptr (VacJson) json = vac_json_repair (bytes, remarks, error);

  if (json == NULL)
    return FALSE;
  read_postings (json, remarks, drafts);

  return vac_source_require (drafts, error);
}
