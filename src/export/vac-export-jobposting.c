/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-jobposting"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cmark.h"
#include "vac-codes.h"
#include "vac-date.h"
#include "vac-exporters.h"
#include "vac-json-ld-private.h"
#include "vac-job-posting.h"
#include "vac-parts.h"
#include "vac-pay.h"
#include "vac-phrase.h"
#include "vac-wording.h"
#include "vac-plain.h"

/* schema.org's JobPosting as "Job posting structured data" of Google Search Central wants it.
 * Everything is left out that is not known, and everything that would not be valid. */

/* The lines of a part of the text, and what @add has to add to them from fields. */
static void
add_lines (JsonBuilder *builder,
           const char  *name,
           VacDocument *document,
           VacOutline  *outline,
           VacPart      part,
           void       (*add) (JsonBuilder *builder, VacDocument *document))
{
  g_auto (GStrv) lines = vac_parts_collect (outline, part);
  g_autoptr (JsonBuilder) list = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (list);
  for (guint i = 0; lines[i] != NULL; i++)
    json_builder_add_string_value (list, lines[i]);
  if (add != NULL)
    add (list, document);
  json_builder_end_array (list);
  root = json_builder_get_root (list);
  if (json_array_get_length (json_node_get_array (root)) == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, g_steal_pointer (&root));
}

static void
add_organization (JsonBuilder *builder,
                  VacDocument *document)
{
  if (*vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME) == '\0')
    return;

  vac_ld_begin (builder, "hiringOrganization", "Organization");
  vac_ld_add_string (builder, "name", vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME));
  vac_ld_add_string (builder, "legalName",
                     vac_document_get_text (document, VAC_ROLE_EMPLOYER_LEGAL_NAME));
  vac_ld_add_link (builder, "sameAs", vac_document_get (document, VAC_ROLE_EMPLOYER_WEBSITE));
  json_builder_end_object (builder);
}

static void
add_identifier (JsonBuilder *builder,
                VacDocument *document)
{
  if (*vac_document_get_text (document, VAC_ROLE_REQUISITION) == '\0')
    return;

  vac_ld_begin (builder, "identifier", "PropertyValue");
  vac_ld_add_string (builder, "name", vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME));
  vac_ld_add_string (builder, "value", vac_document_get_text (document, VAC_ROLE_REQUISITION));
  json_builder_end_object (builder);
}

/* One range that covers every place. Ranges in several currencies have none in common, and that of
 * one place would be wrong for the others: then there is no salary, which the review reports. */
static void
add_salary (JsonBuilder *builder,
            VacDocument *document)
{
  VacNode *period = vac_document_get (document, VAC_ROLE_PAY_PERIOD);
  g_autoptr (GArray) headlines = vac_pay_get_headlines (document);
  g_autofree char *unit = g_ascii_strup (vac_node_get_text (period), -1);
  const VacPay *pay = headlines->len == 1 ? &g_array_index (headlines, VacPay, 0) : NULL;
  VacPay part;

  if (pay == NULL || !vac_codes_has_currency (pay->currency) ||
      !vac_node_get_toggle (vac_document_get (document, VAC_ROLE_PAY_DISCLOSE)))
    return;
  /* Of a part-time job, what is paid. */
  if (vac_pay_get_at_share (document, pay, &part))
    pay = &part;

  vac_ld_begin (builder, "baseSalary", "MonetaryAmount");
  vac_ld_add_string (builder, "currency", pay->currency);
  vac_ld_begin (builder, "value", "QuantitativeValue");
  if (pay->range.minimum == pay->range.maximum)
    vac_ld_add_money (builder, "value", pay->range.minimum);
  else
    {
      if (pay->range.minimum > 0)
        vac_ld_add_money (builder, "minValue", pay->range.minimum);
      if (pay->range.maximum > 0)
        vac_ld_add_money (builder, "maxValue", pay->range.maximum);
    }
  if (vac_ld_is_acceptable (period))
    vac_ld_add_string (builder, "unitText", unit);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* "full-time" is FULL_TIME. */
static void
add_employment_types (JsonBuilder *builder,
                      VacDocument *document)
{
  VacNode *types = vac_document_get (document, VAC_ROLE_EMPLOYMENT_TYPES);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < vac_node_get_n_children (types); i++)
    {
      VacNode *type = vac_node_get_child (types, i);
      g_autofree char *name = g_ascii_strup (vac_node_get_text (type), -1);

      g_strdelimit (name, "-", '_');
      if (vac_ld_is_acceptable (type) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    return;

  json_builder_set_member_name (builder, "employmentType");
  if (names->len > 1)
    json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (names, i));
  if (names->len > 1)
    json_builder_end_array (builder);
}

/* From their fields alone: what a sentence says of years and degrees may be about an age, a
 * contract or the employer. "bachelor-degree" is "bachelor degree"; the third needs both others. */
static void
add_requirements (JsonBuilder *builder,
                  VacDocument *document)
{
  VacNode *credential = vac_document_get (document, VAC_ROLE_EDUCATION_CREDENTIAL);
  VacNode *experience = vac_document_get (document, VAC_ROLE_EXPERIENCE_MONTHS);
  g_autofree char *category = g_strdelimit (g_strdup (vac_node_get_text (credential)), "-", ' ');
  gint64 months;

  if (vac_ld_is_acceptable (credential))
    {
      vac_ld_begin (builder, "educationRequirements", "EducationalOccupationalCredential");
      vac_ld_add_string (builder, "credentialCategory", category);
      json_builder_end_object (builder);
    }
  if (vac_ld_is_acceptable (experience) && vac_node_get_integer (experience, &months))
    {
      vac_ld_begin (builder, "experienceRequirements", "OccupationalExperienceRequirements");
      vac_ld_add_integer (builder, "monthsOfExperience", months);
      json_builder_end_object (builder);
    }
  if (vac_ld_is_acceptable (credential) && vac_ld_is_acceptable (experience) &&
      vac_node_get_toggle (vac_document_get (document, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD)))
    {
      json_builder_set_member_name (builder, "experienceInPlaceOfEducation");
      json_builder_add_boolean_value (builder, TRUE);
    }
}

/* Without an hour, people may apply on all of the day on which a posting closes. Without a zone it
 * is that of the place of work. */
static void
add_closing_time (JsonBuilder *builder,
                  VacDocument *document)
{
  VacNode *closes = vac_document_get (document, VAC_ROLE_CLOSES);
  VacNode *time = vac_document_get (document, VAC_ROLE_CLOSES_TIME);
  const char *hour = vac_ld_is_acceptable (time) ? vac_node_get_text (time) : "23:59:59";
  g_autofree char *end = vac_date_deadline_to_iso (
      vac_node_get_text (closes), hour,
      vac_document_get_text (document, VAC_ROLE_CLOSES_ZONE));

  if (vac_ld_is_acceptable (closes))
    vac_ld_add_string (builder, "validThrough", end);
}

/* Whom to ask, or else where applications go. */
static void
add_contact (JsonBuilder *builder,
             VacDocument *document)
{
  VacNode *url = vac_document_get (document, VAC_ROLE_APPLY_URL);
  VacNode *applications = vac_document_get (document, VAC_ROLE_APPLY_EMAIL);
  VacNode *contact = vac_document_get (document, VAC_ROLE_CONTACT);
  VacNode *own = vac_node_get (contact, VAC_ROLE_CONTACT_EMAIL);
  VacNode *phone = vac_node_get (contact, VAC_ROLE_CONTACT_PHONE);
  VacNode *email = vac_ld_is_acceptable (own) ? own : applications;
  const char *name = vac_node_get_member_text (contact, VAC_ROLE_CONTACT_NAME);
  const char *title = vac_node_get_member_text (contact, VAC_ROLE_CONTACT_TITLE);

  if (vac_ld_is_acceptable (url))
    {
      json_builder_set_member_name (builder, "directApply");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (!vac_ld_is_acceptable (url) && !vac_ld_is_acceptable (email) &&
      !vac_ld_is_acceptable (phone) && *name == '\0' && *title == '\0')
    return;

  vac_ld_begin (builder, "applicationContact", "ContactPoint");
  vac_ld_add_string (builder, "name", name);
  vac_ld_add_string (builder, "description", title);
  if (vac_ld_is_acceptable (email))
    vac_ld_add_string (builder, "email", vac_schema_skip_mail_scheme (vac_node_get_text (email)));
  vac_ld_add_checked (builder, "telephone", phone);
  vac_ld_add_link (builder, "url", url);
  json_builder_end_object (builder);
}

/* Texts of several fields in one property, in the words of the posting. */
static void
append (GString    *line,
        const char *language,
        VacPhrase   label,
        const char *text)
{
  const char *name = vac_phrase_get (language, label);
  g_autofree char *run_in = NULL;

  if (text == NULL || *text == '\0')
    return;
  run_in = vac_phrase_repeats (name, text) ? g_strdup ("") : vac_phrase_run_in (language, name);
  g_string_append_printf (line, "%s%s%s",
                          line->len > 0 ? vac_phrase_get (language, VAC_PHRASE_BETWEEN_ITEMS) : "",
                          run_in, text);
}

static void
add_incentives (JsonBuilder *builder,
                VacDocument *document)
{
  static const struct
  {
    VacPhrase label;
    VacRole   role;
  } incentives[] = {
    { VAC_PHRASE_COMMISSION, VAC_ROLE_PAY_COMMISSION },
    { VAC_PHRASE_BONUS, VAC_ROLE_PAY_BONUS },
    { VAC_PHRASE_EQUITY, VAC_ROLE_PAY_EQUITY },
  };
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (incentives); i++)
    append (line, language, incentives[i].label,
            vac_document_get_text (document, incentives[i].role));
  if (vac_node_get_toggle (vac_document_get (document, VAC_ROLE_PAY_DISCLOSE)))
    vac_ld_add_filled (builder, "incentiveCompensation", document, line->str);
}

static void
add_hours (JsonBuilder *builder,
           VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autofree char *hours = vac_wording_weekly_hours (document);
  g_autofree char *share = vac_wording_working_time (document);
  g_autoptr (GString) line = g_string_new (NULL);

  append (line, language, VAC_PHRASE_WEEKLY_HOURS, hours);
  append (line, language, VAC_PHRASE_WORKING_TIME, share);
  append (line, language, VAC_PHRASE_SCHEDULE,
          vac_document_get_text (document, VAC_ROLE_HOURS_SCHEDULE));
  vac_ld_add_filled (builder, "workHours", document, line->str);
}

static void
add_eligibility (JsonBuilder *builder,
                 VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autoptr (GString) line = g_string_new (NULL);

  append (line, language, VAC_PHRASE_RIGHT_TO_WORK,
          vac_document_get_text (document, VAC_ROLE_RIGHT_TO_WORK));
  append (line, language, VAC_PHRASE_SPONSORSHIP,
          vac_wording_choice (language, vac_document_get (document, VAC_ROLE_SPONSORSHIP)));
  vac_ld_add_filled (builder, "eligibilityToWorkRequirement", document, line->str);
  vac_ld_add_filled (builder, "securityClearanceRequirement", document,
                     vac_document_get_text (document, VAC_ROLE_CLEARANCE));
}

/* schema.org calls any of them a credential, and has no list of categories. */
static void
add_licences (JsonBuilder *builder,
              VacDocument *document)
{
  VacNode *licences = vac_document_get (document, VAC_ROLE_LICENCES);

  for (guint i = 0; i < vac_node_get_n_children (licences); i++)
    {
      const char *name = vac_node_get_member_text (vac_node_get_child (licences, i),
                                                   VAC_ROLE_LICENCE_NAME);

      if (*name == '\0')
        continue;
      vac_ld_begin (builder, NULL, "EducationalOccupationalCredential");
      vac_ld_add_string (builder, "name", name);
      json_builder_end_object (builder);
    }
}

/* schema.org has no place for level and years. */
static void
add_skill (JsonBuilder *builder,
           VacNode     *skill)
{
  if (*vac_node_get_member_text (skill, VAC_ROLE_SKILL_NAME) == '\0')
    return;
  vac_ld_begin (builder, NULL, "DefinedTerm");
  vac_ld_add_string (builder, "name", vac_node_get_member_text (skill, VAC_ROLE_SKILL_NAME));
  vac_ld_add_string (builder, "termCode", vac_node_get_member_text (skill, VAC_ROLE_SKILL_ID));
  json_builder_end_object (builder);
}

/* Languages are skills to schema.org: it has no property for them on a job. */
static void
add_skills (JsonBuilder *builder,
            VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  VacNode *skills = vac_document_get (document, VAC_ROLE_SKILLS);
  VacNode *speeches = vac_document_get (document, VAC_ROLE_SPEECHES);

  for (guint i = 0; i < vac_node_get_n_children (skills); i++)
    add_skill (builder, vac_node_get_child (skills, i));
  for (guint i = 0; i < vac_node_get_n_children (speeches); i++)
    {
      VacNode *speech = vac_node_get_child (speeches, i);
      g_autofree char *name = vac_wording_speech (speech, language);

      if (*name == '\0')
        continue;
      vac_ld_begin (builder, NULL, "DefinedTerm");
      vac_ld_add_string (builder, "name", name);
      vac_ld_add_string (builder, "termCode",
                         vac_node_get_member_text (speech, VAC_ROLE_SPEECH_LANGUAGE));
      json_builder_end_object (builder);
    }
}

static void
add_description (JsonBuilder *builder,
                 VacOutline  *outline)
{
  g_autofree char *html = vac_cmark_to_html (outline, VAC_CMARK_DESCRIPTION);

  if (*html == '\0')
    return;
  json_builder_set_member_name (builder, "description");
  json_builder_add_string_value (builder, html);
}

static void
add_facts (JsonBuilder *builder,
           VacDocument *document)
{
  gint64 openings;

  vac_ld_add_checked (builder, "datePosted", vac_document_get (document, VAC_ROLE_POSTED));
  add_closing_time (builder, document);
  add_employment_types (builder, document);
  add_organization (builder, document);
  add_identifier (builder, document);
  vac_ld_add_places (builder, document);
  add_salary (builder, document);
  add_incentives (builder, document);
  add_hours (builder, document);
  add_eligibility (builder, document);
  add_contact (builder, document);
  if (vac_node_get_integer (vac_document_get (document, VAC_ROLE_OPENINGS), &openings) &&
      openings > 0)
    vac_ld_add_integer (builder, "totalJobOpenings", openings);
  vac_ld_add_checked (builder, "jobStartDate", vac_document_get (document, VAC_ROLE_START));
  if (vac_node_get_toggle (vac_document_get (document, VAC_ROLE_STARTS_NOW)))
    {
      json_builder_set_member_name (builder, "jobImmediateStart");
      json_builder_add_boolean_value (builder, TRUE);
    }
}

static void
add_department (JsonBuilder *builder,
                VacDocument *document)
{
  if (*vac_document_get_text (document, VAC_ROLE_DEPARTMENT) == '\0')
    return;

  vac_ld_begin (builder, "employmentUnit", "Organization");
  vac_ld_add_string (builder, "name", vac_document_get_text (document, VAC_ROLE_DEPARTMENT));
  json_builder_end_object (builder);
}

static JsonNode *
build (VacDocument *document,
       VacOutline  *outline)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  vac_ld_add_string (builder, "@context", "https://schema.org");
  vac_ld_add_string (builder, "@type", "JobPosting");
  vac_ld_add_string (builder, "title", vac_outline_get_title (outline));
  add_description (builder, outline);
  add_facts (builder, document);
  add_department (builder, document);
  add_lines (builder, "responsibilities", document, outline, VAC_PART_RESPONSIBILITIES,
             NULL);
  add_lines (builder, "qualifications", document, outline, VAC_PART_QUALIFICATIONS,
             add_licences);
  add_lines (builder, "skills", document, outline, VAC_PART_SKILLS,
             add_skills);
  add_requirements (builder, document);
  add_lines (builder, "jobBenefits", document, outline, VAC_PART_BENEFITS,
             NULL);
  vac_ld_add_filled (builder, "employerOverview", document,
              vac_document_get_text (document, VAC_ROLE_EMPLOYER_ABOUT));
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * vac_job_posting_to_json:
 * @document: a document
 * @outline: its outline for candidates
 *
 * Returns: (transfer full): a schema.org JobPosting as JSON-LD, indented, ended by a line feed
 */
char *
vac_job_posting_to_json (VacDocument *document,
                         VacOutline  *outline)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && outline != NULL, NULL);

  root = build (document, outline);

  return vac_ld_write (root);
}

/* Job boards are for candidates: they get the candidate's text whoever asked. */
static GBytes *
write_job_posting (VacDocument            *document,
                   VacOutline             *outline,
                   const VacExportOptions *options,
                   GError                **error)
{
  g_autoptr (VacOutline) public = vac_outline_get_audience (outline) == VAC_AUDIENCE_CANDIDATE
                                  ? vac_outline_ref (outline)
                                  : vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  char *json = vac_job_posting_to_json (document, public);

  return g_bytes_new_take (json, strlen (json));
}

const VacExporter vac_jobposting_exporter = {
  .id = "jobposting",
  .extension = "jsonld",
  .mime_type = "application/ld+json",
  .label = N_("Job Posting Data"),
  .purpose = N_("For job boards and Google for Jobs, to go into a web page"),
  .write = write_job_posting,
};
