/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-boards"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-codes.h"
#include "vac-outline.h"
#include "vac-pay.h"
#include "vac-quote.h"
#include "vac-review-private.h"
#include "vac-rule.h"
#include "vac-suggest-private.h"
#include "vac-suggest.h"

/* The rules are those of "Job posting structured data" of Google Search Central. */

#define LINKEDIN_URI \
  "https://learn.microsoft.com/en-us/linkedin/talent/job-postings/api/job-posting-api-schema"
#define LINKEDIN_READ "2026-11-29"

typedef struct
{
  VacReading  *reading;
  VacDocument *document;
  GPtrArray   *findings;
} Check;

static void
report (Check      *self,
        VacRule     rule,
        VacNode    *node,
        const char *sentence)
{
  vac_rule_report (rule, self->findings, node, "%s", sentence);
}

static gboolean
is_known (VacNode *leaf)
{
  return *vac_node_get_text (leaf) != '\0';
}

static gboolean
is_valid (VacNode *leaf)
{
  return vac_field_accepts (vac_node_get_field (leaf), vac_node_get_text (leaf), NULL);
}

static void
check_title (Check *self)
{
  VacNode *node = vac_document_get (self->document, VAC_ROLE_JOB_TITLE);

  if (!is_known (node))
    report (self, VAC_RULE_BOARDS_TITLE, node,
            _("The posting has no job title; job boards require one."));
}

static void
check_description (Check *self)
{
  VacOutline *outline = vac_reading_get_outline (self->reading);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      VacBlockKind kind = vac_outline_get_block (outline, i)->kind;

      if (kind == VAC_BLOCK_PARAGRAPH || kind == VAC_BLOCK_BULLET)
        return;
    }

  report (self, VAC_RULE_BOARDS_DESCRIPTION, vac_document_get (self->document, VAC_ROLE_SECTIONS),
          _("The posting says nothing about the job; job boards require a description."));
}

static void
check_employer (Check *self)
{
  VacNode *name = vac_document_get (self->document, VAC_ROLE_EMPLOYER_NAME);
  VacNode *website = vac_document_get (self->document, VAC_ROLE_EMPLOYER_WEBSITE);

  if (!is_known (name))
    report (self, VAC_RULE_BOARDS_EMPLOYER, name,
            _("The employer’s name is missing; job boards require it."));
  if (!is_valid (website))
    report (self, VAC_RULE_BOARDS_WEBSITE, website,
            _("The employer’s website is left out, because it is not a web address."));
}

static void
check_dates (Check *self)
{
  VacNode *posted = vac_document_get (self->document, VAC_ROLE_POSTED);
  VacNode *closes = vac_document_get (self->document, VAC_ROLE_CLOSES);
  VacNode *start = vac_document_get (self->document, VAC_ROLE_START);

  if (!is_known (posted) || !is_valid (posted))
    report (self, VAC_RULE_BOARDS_POSTED, posted,
            _("The date of posting is missing or not a date; job boards require it."));
  if (!is_known (closes) || !is_valid (closes))
    report (
        self, VAC_RULE_BOARDS_CLOSES, closes,
        _("Without a closing date, job boards decide themselves when the posting has expired."));
  else if (is_known (posted) && is_valid (posted) &&
           strcmp (vac_node_get_text (closes), vac_node_get_text (posted)) < 0)
    report (self, VAC_RULE_BOARDS_CLOSES_ORDER, closes,
            _("The posting closes before it is posted; job boards do not show it."));
  if (!is_valid (start))
    report (self, VAC_RULE_BOARDS_START, start,
            _("The start date is left out, because it is not a date."));
}

/* "EMEA" as a region, "EU" as a country, or nothing at all. */
static void
check_area (Check   *self,
            VacNode *location)
{
  const gboolean site = vac_node_get_role (location) == VAC_ROLE_LOCATION;
  VacNode *country = vac_node_get (location, site ? VAC_ROLE_LOCATION_COUNTRY
                                                  : VAC_ROLE_AREA_COUNTRY);
  const char *region = vac_node_get_member_text (location, site ? VAC_ROLE_LOCATION_REGION
                                                                : VAC_ROLE_AREA_REGION);
  const char *city = site ? vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY) : "";
  const char *area = is_known (country) ? vac_node_get_text (country)
                     : *region != '\0'  ? region
                                        : city;
  g_autofree char *quoted = vac_quote_shorten (area);

  if (vac_codes_has_country (vac_node_get_text (country)))
    return;
  if (*area == '\0')
    report (self, VAC_RULE_BOARDS_AREA, country,
            _("An area for applicants is left out, because it names no country."));
  else
    vac_rule_report (
        VAC_RULE_BOARDS_AREA, self->findings, country,
        _("“%s” is left out of what job boards read: applicants are limited by country. Add "
          "each country by itself."),
        quoted);
}

static void
check_location (Check   *self,
                VacNode *location)
{
  VacNode *country = vac_node_get (location, VAC_ROLE_LOCATION_COUNTRY);

  if (!is_known (country))
    report (self, VAC_RULE_BOARDS_COUNTRY, country,
            _("A place of work has no country; job boards require one."));
  else if (!vac_codes_has_country (vac_node_get_text (country)))
    {
      g_autofree char *quoted = vac_quote_shorten (vac_node_get_text (country));

      vac_rule_report (VAC_RULE_BOARDS_COUNTRY_CODE, self->findings, country,
                       _("“%s” is not the code of a country."), quoted);
    }
  if (*vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY) == '\0')
    report (self, VAC_RULE_BOARDS_CITY, vac_node_get (location, VAC_ROLE_LOCATION_CITY),
            _("A place of work without a city is hard to find in a search for jobs nearby."));
}

static void
check_locations (Check *self)
{
  gboolean remote = g_str_equal (vac_document_get_text (self->document, VAC_ROLE_WORKPLACE),
                                 VAC_WORKPLACE_REMOTE);
  VacNode *areas = vac_document_get (self->document, VAC_ROLE_AREAS);
  /* Sites of a remote job are where its people may live, unless that is said by itself. */
  VacNode *locations = remote && vac_node_get_n_children (areas) > 0
                           ? areas : vac_document_get (self->document, VAC_ROLE_LOCATIONS);

  if (vac_node_get_n_children (locations) == 0)
    report (
        self, remote ? VAC_RULE_BOARDS_APPLICANTS : VAC_RULE_BOARDS_LOCATIONS, locations,
        remote
            ? _("A remote job needs the country in which applicants may live; job boards require "
                "it.")
            : _("The place of work is missing; job boards require it unless the job is remote."));
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    if (remote)
      check_area (self, vac_node_get_child (locations, i));
    else
      check_location (self, vac_node_get_child (locations, i));
}

static void
check_range (Check   *self,
             VacNode *pay)
{
  g_autoptr (GArray) headlines = vac_pay_get_headlines (self->document);
  VacMoney minimum, maximum;
  gboolean has_minimum = vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &minimum);
  gboolean has_maximum = vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &maximum);

  if (has_minimum && has_maximum && minimum > maximum && minimum > 0)
    report (self, VAC_RULE_BOARDS_PAY_ORDER, vac_node_get (pay, VAC_ROLE_PAY_MAXIMUM),
            _("The minimum pay is greater than the maximum."));
  else if (headlines->len == 0)
    report (self, VAC_RULE_BOARDS_PAY, vac_node_get (pay, VAC_ROLE_PAY_MINIMUM),
            _("Postings with pay are shown and clicked more often; this one names none."));
  else if (headlines->len > 1)
    report (self, VAC_RULE_BOARDS_PAY_CURRENCIES, pay,
            _("Pay is left out of what job boards read, because the places pay in several "
              "currencies. Export one posting for each place."));
  else if (!vac_codes_has_currency (g_array_index (headlines, VacPay, 0).currency))
    report (self, VAC_RULE_BOARDS_PAY_CURRENCY, vac_node_get (pay, VAC_ROLE_PAY_CURRENCY),
            _("Pay is left out of what job boards read, because its currency is not known."));
}

static void
check_pay (Check *self)
{
  VacNode *pay = vac_document_get (self->document, VAC_ROLE_PAY);
  VacNode *period = vac_node_get (pay, VAC_ROLE_PAY_PERIOD);

  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    {
      report (
          self, VAC_RULE_BOARDS_PAY_DISCLOSED, vac_node_get (pay, VAC_ROLE_PAY_DISCLOSE),
          _("Pay is not disclosed; job boards recommend it and some places require it by law."));
      return;
    }

  check_range (self, pay);
  if (!is_known (period) || !is_valid (period))
    report (self, VAC_RULE_BOARDS_PAY_PERIOD, period,
            _("Job boards cannot tell what period the pay is for."));
}

static void
check_employment_types (Check *self)
{
  VacNode *types = vac_document_get (self->document, VAC_ROLE_EMPLOYMENT_TYPES);

  if (vac_node_get_n_children (types) == 0)
    report (self, VAC_RULE_BOARDS_EMPLOYMENT_TYPES, types,
            _("The employment type is missing; people filter their search by it."));
  for (guint i = 0; i < vac_node_get_n_children (types); i++)
    if (!is_valid (vac_node_get_child (types, i)))
      report (self, VAC_RULE_BOARDS_EMPLOYMENT_TYPE, vac_node_get_child (types, i),
              _("An employment type is left out, because job boards do not know it."));
}

/* Google takes the third only together with the other two. */
static void
check_requirements (Check *self)
{
  VacNode *credential = vac_document_get (self->document, VAC_ROLE_EDUCATION_CREDENTIAL);
  VacNode *months = vac_document_get (self->document, VAC_ROLE_EXPERIENCE_MONTHS);
  VacNode *instead = vac_document_get (self->document, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD);

  if (vac_node_get_toggle (instead) && (!is_known (credential) || !is_known (months)))
    report (self, VAC_RULE_BOARDS_INSTEAD, is_known (credential) ? months : credential,
            _("Job boards learn that experience counts in place of education only when both are "
              "set."));
}

static void
check_application (Check *self)
{
  VacNode *requisition = vac_document_get (self->document, VAC_ROLE_REQUISITION);
  VacNode *url = vac_document_get (self->document, VAC_ROLE_APPLY_URL);
  VacNode *email = vac_document_get (self->document, VAC_ROLE_APPLY_EMAIL);

  if (!is_known (requisition))
    report (self, VAC_RULE_BOARDS_REQUISITION, requisition,
            _("Without a requisition number, job boards cannot tell this posting from a similar "
              "one."));
  if (!is_known (url) || !is_valid (url))
    report (self, VAC_RULE_BOARDS_APPLY_URL, url,
            _("There is no link to apply by; job boards recommend one that leads straight to the "
              "application."));
  if (!is_valid (email))
    report (self, VAC_RULE_BOARDS_APPLY_EMAIL, email,
            _("The address for applications is left out, because it is not an email address."));
}

static void
offer (Check               *self,
       VacRule              rule,
       const VacSuggestion *suggestion)
{
  g_autofree char *value = vac_suggestion_name_value (suggestion);
  VacFinding *finding;

  g_assert (vac_node_get_field (suggestion->field) != NULL);

  finding = vac_rule_report (rule, self->findings, suggestion->field,
                             /* Translators: words of the posting, the name of a field, a value */
                             _("The posting says “%s”. Set “%s” to “%s”, or leave it out."),
                             suggestion->words,
                             _(vac_node_get_field (suggestion->field)->label), value);
  vac_finding_suggest (finding, suggestion->value);
}

/* What the posting's own words say about fields that are empty. */
static void
offer_values (Check *self)
{
  static const struct
  {
    VacRole role;
    VacRule rule;
  } offers[] = {
    { VAC_ROLE_EXPERIENCE_MONTHS, VAC_RULE_OFFER_EXPERIENCE },
    { VAC_ROLE_EDUCATION_CREDENTIAL, VAC_RULE_OFFER_EDUCATION },
    { VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD, VAC_RULE_OFFER_INSTEAD },
  };
  GPtrArray *suggestions = vac_reading_get_suggestions (self->reading);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const VacSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      for (guint j = 0; j < G_N_ELEMENTS (offers); j++)
        if (vac_node_get_role (suggestion->field) == offers[j].role)
          offer (self, offers[j].rule, suggestion);
    }
}

static void
offer_skills (Check *self)
{
  VacNode *skills = vac_document_get (self->document, VAC_ROLE_SKILLS);
  g_autoptr (GPtrArray) names =
      vac_suggest_skills_in (self->document, vac_reading_get_outline (self->reading));
  g_autofree char *joined = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  vac_rule_report (VAC_RULE_OFFER_SKILLS, self->findings, skills,
                   /* Translators: names of skills, and the name of a list in the form */
                   _("The bullets name skills: %s. Add them to “%s”, or leave them out."), joined,
                   _(vac_node_get_field (skills)->label));
}

/*
 * vac_review_check_boards:
 *
 * Reports what Google for Jobs would miss in the posting, in the order of the form.
 */
void
vac_review_check_boards (VacReading *reading,
                         GPtrArray  *findings)
{
  Check self = { reading, reading->document, findings };

  check_title (&self);
  check_employer (&self);
  check_employment_types (&self);
  check_locations (&self);
  check_dates (&self);
  check_pay (&self);
  check_requirements (&self);
  check_application (&self);
  check_description (&self);
}

/*
 * vac_review_check_offers:
 *
 * Reports what could be offered for fields that are empty.
 */
void
vac_review_check_offers (VacReading *reading,
                         GPtrArray  *findings)
{
  Check self = { reading, reading->document, findings };

  offer_values (&self);
  offer_skills (&self);
}

static void
check_linkedin (VacNode              *sections,
                const VacBoardLength *length,
                GPtrArray            *findings)
{
  VacFinding *finding;

  if (length->n_characters == 0 || vac_board_length_fits (length))
    return;
  finding = vac_rule_report (VAC_RULE_LENGTH_LINKEDIN, findings, sections,
                             _("The posting has %ld characters of HTML. LinkedIn takes %ld to "
                               "%ld."),
                             length->n_characters, length->least, length->most);
  finding->source_uri = g_strdup (LINKEDIN_URI);
  finding->source_date = g_strdup (LINKEDIN_READ);
}

/*
 * vac_review_check_board_lengths:
 *
 * Reports a posting that does not fit where it may go to.
 */
void
vac_review_check_board_lengths (VacReading *reading,
                                GPtrArray  *findings)
{
  VacNode *sections = vac_document_get (reading->document, VAC_ROLE_SECTIONS);
  const VacBoardLength *lengths = vac_reading_get_lengths (reading);
  const VacBoardLength *tracking = &lengths[VAC_BOARD_TRACKING];

  check_linkedin (sections, &lengths[VAC_BOARD_LINKEDIN], findings);
  if (!vac_board_length_fits (tracking))
    vac_rule_report (VAC_RULE_LENGTH_TRACKING, findings, sections,
                     _("The posting has %ld characters as plain text. Some applicant tracking "
                       "systems take %ld."),
                     tracking->n_characters, tracking->most);
}
