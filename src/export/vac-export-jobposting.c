/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-jobposting"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vac-cmark.h"
#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-exporters.h"
#include "vac-job-posting.h"
#include "vac-link.h"
#include "vac-parts.h"
#include "vac-phrase.h"
#include "vac-wording.h"
#include "vac-plain.h"

/* schema.org's JobPosting as "Job posting structured data" of Google Search Central wants it.
 * Everything is left out that is not known, and everything that would not be valid. */

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  g_autofree char *line = vac_plain_line (value != NULL ? value : "");

  if (*line == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, line);
}

static void
add_filled (JsonBuilder *builder,
            const char  *name,
            VacDocument *document,
            const char  *text)
{
  g_autofree char *filled = vac_wording_fill (document, text, NULL);

  add_string (builder, name, filled);
}

static void
add_integer (JsonBuilder *builder,
             const char  *name,
             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* json-glib has integers and floating point and nothing exact between them, so the amount passes
 * through it as the count that it is, and write_amounts() puts the decimal point in. */
static void
add_money (JsonBuilder *builder,
           const char  *name,
           VacMoney     amount)
{
  add_integer (builder, name, amount);
}

static void
begin_thing (JsonBuilder *builder,
             const char  *name,
             const char  *type)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_string (builder, "@type", type);
}

static gboolean
is_acceptable (VacNode *leaf)
{
  const char *text = vac_node_get_text (leaf);

  return *text != '\0' && vac_field_accepts (vac_node_get_field (leaf), text, NULL);
}

static void
add_checked (JsonBuilder *builder,
             const char  *name,
             VacNode     *leaf)
{
  if (is_acceptable (leaf))
    add_string (builder, name, vac_node_get_text (leaf));
}

static void
add_link (JsonBuilder *builder,
          const char  *name,
          VacNode     *leaf)
{
  g_autofree char *link = is_acceptable (leaf)
                          ? vac_link_make_safe (vac_node_get_text (leaf)) : NULL;

  if (link != NULL)
    add_string (builder, name, link);
}

static void
add_lines (JsonBuilder *builder,
           const char  *name,
           VacOutline  *outline,
           VacPart      part)
{
  g_auto (GStrv) lines = vac_parts_collect (outline, part);

  if (lines[0] == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; lines[i] != NULL; i++)
    json_builder_add_string_value (builder, lines[i]);
  json_builder_end_array (builder);
}

static void
add_organization (JsonBuilder *builder,
                  VacDocument *document)
{
  if (*vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME) == '\0')
    return;

  begin_thing (builder, "hiringOrganization", "Organization");
  add_string (builder, "name", vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME));
  add_link (builder, "sameAs", vac_document_get (document, VAC_ROLE_EMPLOYER_WEBSITE));
  json_builder_end_object (builder);
}

static void
add_identifier (JsonBuilder *builder,
                VacDocument *document)
{
  if (*vac_document_get_text (document, VAC_ROLE_REQUISITION) == '\0')
    return;

  begin_thing (builder, "identifier", "PropertyValue");
  add_string (builder, "name", vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME));
  add_string (builder, "value", vac_document_get_text (document, VAC_ROLE_REQUISITION));
  json_builder_end_object (builder);
}

static const char *
get_country (VacNode *location)
{
  const char *country = vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY);

  return vac_codes_has_country (country) ? country : "";
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            VacNode     *record,
            VacRole      role)
{
  add_string (builder, name, vac_node_get_member_text (record, role));
}

static void
add_place (JsonBuilder *builder,
           VacNode     *location)
{
  begin_thing (builder, NULL, "Place");
  begin_thing (builder, "address", "PostalAddress");
  add_member (builder, "streetAddress", location, VAC_ROLE_LOCATION_STREET);
  add_member (builder, "addressLocality", location, VAC_ROLE_LOCATION_CITY);
  add_member (builder, "addressRegion", location, VAC_ROLE_LOCATION_REGION);
  add_member (builder, "postalCode", location, VAC_ROLE_LOCATION_POSTAL_CODE);
  add_string (builder, "addressCountry", get_country (location));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
append_name (GString    *out,
             const char *name)
{
  if (*name != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
}

/* Where somebody who works at home may live: "Austin, TX, USA" down to "USA". In English, and not
 * by the country's code: "Ontario, CA" is a city in California. */
static void
add_area (JsonBuilder *builder,
          VacNode     *location)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *country = vac_code_names_get_short (get_country (location), "en");
  const char *city = vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY);
  const char *region = vac_node_get_member_text (location, VAC_ROLE_LOCATION_REGION);

  append_name (name, city);
  append_name (name, region);
  append_name (name, country);
  begin_thing (builder, NULL,
               *city != '\0' ? "AdministrativeArea" : *region != '\0' ? "State" : "Country");
  add_string (builder, "name", name->str);
  json_builder_end_object (builder);
}

/* A region outside a country is no state: it may be "EMEA" or "DACH". The review says so. */
static gboolean
has_area (VacNode  *location,
          gboolean  remote)
{
  return *get_country (location) != '\0' ||
         (!remote && (*vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY) != '\0' ||
                      *vac_node_get_member_text (location, VAC_ROLE_LOCATION_REGION) != '\0'));
}

static guint
count_areas (VacNode  *locations,
             gboolean  remote)
{
  guint n_areas = 0;

  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    n_areas += has_area (vac_node_get_child (locations, i), remote) ? 1 : 0;

  return n_areas;
}

static void
add_locations (JsonBuilder *builder,
               VacDocument *document)
{
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  gboolean remote = g_str_equal (vac_document_get_text (document, VAC_ROLE_WORKPLACE),
                                 VAC_WORKPLACE_REMOTE);
  guint n_areas = count_areas (locations, remote);

  if (remote)
    add_string (builder, "jobLocationType", "TELECOMMUTE");
  if (n_areas == 0)
    return;

  json_builder_set_member_name (builder, remote ? "applicantLocationRequirements" : "jobLocation");
  if (n_areas > 1)
    json_builder_begin_array (builder);
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    {
      VacNode *location = vac_node_get_child (locations, i);

      if (!has_area (location, remote))
        continue;
      if (remote)
        add_area (builder, location);
      else
        add_place (builder, location);
    }
  if (n_areas > 1)
    json_builder_end_array (builder);
}

static void
add_salary (JsonBuilder *builder,
            VacDocument *document)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  VacNode *period = vac_node_get (pay, VAC_ROLE_PAY_PERIOD);
  const char *currency = vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY);
  g_autofree char *unit = g_ascii_strup (vac_node_get_text (period), -1);
  VacMoney minimum, maximum;

  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE) ||
      !vac_codes_has_currency (currency))
    return;
  vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &minimum);
  vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &maximum);
  if ((minimum <= 0 && maximum <= 0) || (maximum > 0 && minimum > maximum))
    return;

  begin_thing (builder, "baseSalary", "MonetaryAmount");
  add_string (builder, "currency", currency);
  begin_thing (builder, "value", "QuantitativeValue");
  if (minimum == maximum)
    add_money (builder, "value", minimum);
  else
    {
      if (minimum > 0)
        add_money (builder, "minValue", minimum);
      if (maximum > 0)
        add_money (builder, "maxValue", maximum);
    }
  if (is_acceptable (period))
    add_string (builder, "unitText", unit);
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
      if (is_acceptable (type) &&
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

  if (is_acceptable (credential))
    {
      begin_thing (builder, "educationRequirements", "EducationalOccupationalCredential");
      add_string (builder, "credentialCategory", category);
      json_builder_end_object (builder);
    }
  if (is_acceptable (experience) && vac_node_get_integer (experience, &months))
    {
      begin_thing (builder, "experienceRequirements", "OccupationalExperienceRequirements");
      add_integer (builder, "monthsOfExperience", months);
      json_builder_end_object (builder);
    }
  if (is_acceptable (credential) && is_acceptable (experience) &&
      vac_node_get_toggle (vac_document_get (document, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD)))
    {
      json_builder_set_member_name (builder, "experienceInPlaceOfEducation");
      json_builder_add_boolean_value (builder, TRUE);
    }
}

/* People may apply on the day on which a posting closes. The zone is that of the place of work. */
static void
add_closing_time (JsonBuilder *builder,
                  VacDocument *document)
{
  VacNode *closes = vac_document_get (document, VAC_ROLE_CLOSES);
  g_autofree char *end = g_strconcat (vac_node_get_text (closes), "T23:59:59", NULL);

  if (is_acceptable (closes))
    add_string (builder, "validThrough", end);
}

static void
add_application (JsonBuilder *builder,
                 VacDocument *document)
{
  VacNode *url = vac_document_get (document, VAC_ROLE_APPLY_URL);
  VacNode *email = vac_document_get (document, VAC_ROLE_APPLY_EMAIL);

  if (is_acceptable (url))
    {
      json_builder_set_member_name (builder, "directApply");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (!is_acceptable (url) && !is_acceptable (email))
    return;

  begin_thing (builder, "applicationContact", "ContactPoint");
  if (is_acceptable (email))
    add_string (builder, "email", vac_schema_skip_mail_scheme (vac_node_get_text (email)));
  add_link (builder, "url", url);
  json_builder_end_object (builder);
}

static void
add_incentives (JsonBuilder *builder,
                VacDocument *document)
{
  const char *bonus = vac_document_get_text (document, VAC_ROLE_PAY_BONUS);
  const char *equity = vac_document_get_text (document, VAC_ROLE_PAY_EQUITY);
  const char *between = vac_phrase_get (vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                                        VAC_PHRASE_BETWEEN_ITEMS);
  g_autofree char *both = g_strdup_printf ("%s%s%s", bonus,
                                           *bonus != '\0' && *equity != '\0' ? between : "",
                                           equity);

  if (vac_node_get_toggle (vac_document_get (document, VAC_ROLE_PAY_DISCLOSE)))
    add_filled (builder, "incentiveCompensation", document, both);
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

  add_checked (builder, "datePosted", vac_document_get (document, VAC_ROLE_POSTED));
  add_closing_time (builder, document);
  add_employment_types (builder, document);
  add_organization (builder, document);
  add_identifier (builder, document);
  add_locations (builder, document);
  add_salary (builder, document);
  add_incentives (builder, document);
  add_application (builder, document);
  if (vac_node_get_integer (vac_document_get (document, VAC_ROLE_OPENINGS), &openings) &&
      openings > 0)
    add_integer (builder, "totalJobOpenings", openings);
  add_checked (builder, "jobStartDate", vac_document_get (document, VAC_ROLE_START));
}

static void
add_department (JsonBuilder *builder,
                VacDocument *document)
{
  if (*vac_document_get_text (document, VAC_ROLE_DEPARTMENT) == '\0')
    return;

  begin_thing (builder, "employmentUnit", "Organization");
  add_string (builder, "name", vac_document_get_text (document, VAC_ROLE_DEPARTMENT));
  json_builder_end_object (builder);
}

static JsonNode *
build (VacDocument *document,
       VacOutline  *outline)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "@context", "https://schema.org");
  add_string (builder, "@type", "JobPosting");
  add_string (builder, "title", vac_outline_get_title (outline));
  add_description (builder, outline);
  add_facts (builder, document);
  add_department (builder, document);
  add_lines (builder, "responsibilities", outline, VAC_PART_RESPONSIBILITIES);
  add_lines (builder, "qualifications", outline, VAC_PART_QUALIFICATIONS);
  add_lines (builder, "skills", outline, VAC_PART_SKILLS);
  add_requirements (builder, document);
  add_lines (builder, "jobBenefits", outline, VAC_PART_BENEFITS);
  add_filled (builder, "employerOverview", document,
              vac_document_get_text (document, VAC_ROLE_EMPLOYER_ABOUT));
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static gboolean
write_amount (const GMatchInfo *match,
              GString          *result,
              gpointer          data)
{
  g_autofree char *member = g_match_info_fetch (match, 1);
  g_autofree char *count = g_match_info_fetch (match, 2);
  g_autofree char *number = vac_money_to_text (g_ascii_strtoll (count, NULL, 10));

  g_string_append_printf (result, "%s%s", member, number);

  return FALSE;
}

/* Every member has a line of its own, and no string reaches over the end of one: a line with one of
 * these names and a bare number is an amount that add_money() has put there. */
static char *
write_amounts (const char *json)
{
  static const char line[] = "^( *\"(?:minValue|maxValue|value)\" : )(-?[0-9]+)(?=,?$)";
  g_autoptr (GRegex) regex = g_regex_new (line, G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_eval (regex, json, -1, 0, 0, write_amount, NULL, NULL);
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
  g_autofree char *counted = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && outline != NULL, NULL);

  root = build (document, outline);
  counted = json_to_string (root, TRUE);
  json = write_amounts (counted);

  return g_strconcat (json, "\n", NULL);
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
