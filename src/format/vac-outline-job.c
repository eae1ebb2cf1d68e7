/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline-job"

#include "config.h"

#include <string.h>

#include "vac-link.h"
#include "vac-money.h"
#include "vac-outline-builder.h"
#include "vac-outline-job.h"
#include "vac-pay.h"
#include "vac-phrase.h"
#include "vac-wording.h"

/* Builds what an outline says of the job's facts: its head, and what it ends with. */

typedef struct
{
  VacOutline  *outline;
  VacDocument *document;
  const char  *language;
} Builder;

static Builder
begin (VacOutline  *outline,
       VacDocument *document)
{
  return (Builder) { outline, document, vac_outline_get_language (outline) };
}

static const char *
say (const Builder *self,
     VacPhrase      phrase)
{
  return vac_phrase_get (self->language, phrase);
}

static VacNode *
get (const Builder *self,
     VacRole        role)
{
  return vac_document_get (self->document, role);
}

static void
add_choice (const Builder *self,
            GArray        *facts,
            VacNode       *choice)
{
  vac_facts_add (facts, NULL, vac_wording_choice (self->language, choice), choice);
}

static void
add_main_facts (const Builder *self)
{
  g_autoptr (GArray) facts = vac_facts_new ();
  g_autofree char *places = vac_wording_locations (self->document);
  VacNode *employer = get (self, VAC_ROLE_EMPLOYER_NAME);
  VacNode *types = get (self, VAC_ROLE_EMPLOYMENT_TYPES);
  VacNode *seasonal = get (self, VAC_ROLE_SEASONAL);

  vac_facts_add (facts, NULL, vac_node_get_text (employer), employer);
  vac_facts_add (facts, NULL, places, get (self, VAC_ROLE_LOCATIONS));
  add_choice (self, facts, get (self, VAC_ROLE_WORKPLACE));
  for (guint i = 0; i < vac_node_get_n_children (types); i++)
    add_choice (self, facts, vac_node_get_child (types, i));
  if (vac_node_get_toggle (seasonal))
    vac_facts_add (facts, NULL, vac_phrase_get_choice (self->language, "seasonal"), seasonal);
  vac_outline_add_facts (self->outline, facts, get (self, VAC_ROLE_JOB));
}

/* One fact in a line of its own. */
static void
add_line (const Builder *self,
          const char    *label,
          const char    *text,
          VacNode       *node)
{
  g_autoptr (GArray) facts = vac_facts_new ();

  vac_facts_add (facts, label, text, node);
  vac_outline_add_facts (self->outline, facts, node);
}

static void
add_pay_at_share (const Builder *self)
{
  VacNode *share = get (self, VAC_ROLE_HOURS_SHARE);
  g_autofree char *part = vac_wording_pay_at_share (self->document);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gint64 percent;

  if (part == NULL || !vac_node_get_integer (share, &percent))
    return;
  text = vac_phrase_share (self->language, percent);
  label = vac_phrase_format (self->language, VAC_PHRASE_PAY_AT_SHARE, "share", text, NULL);
  add_line (self, label, part, share);
}

static gboolean
differs_by_place (VacDocument *document,
                  VacNode     *locations)
{
  VacPay pay;

  for (guint i = 0; vac_node_get_n_children (locations) > 1 &&
                    i < vac_node_get_n_children (locations); i++)
    if (vac_pay_get_of_location (document, vac_node_get_child (locations, i), &pay))
      return TRUE;

  return FALSE;
}

/* Those with a range have a line each, the others one together. */
static void
add_grades (const Builder *self,
            VacNode       *grades)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (grades); i++)
    {
      VacNode *grade = vac_node_get_child (grades, i);
      g_autofree char *name = vac_wording_grade (self->document, grade);
      g_autofree char *range = vac_wording_pay_of (self->document, grade);

      if (*name != '\0' && range != NULL)
        add_line (self, name, range, grade);
      else if (*name != '\0')
        g_string_append_printf (names, "%s%s",
                                names->len > 0 ? say (self, VAC_PHRASE_BETWEEN_ITEMS) : "", name);
    }
  add_line (self, vac_phrase_repeats (say (self, VAC_PHRASE_GRADE), names->str)
                      ? NULL : say (self, VAC_PHRASE_GRADE),
            names->str, grades);
}

/* What the pay line is made of. */
static void
add_ranges (const Builder *self)
{
  VacNode *locations = get (self, VAC_ROLE_LOCATIONS);
  VacNode *grades = get (self, VAC_ROLE_GRADES);
  const gboolean places = differs_by_place (self->document, locations);

  for (guint i = 0; places && i < vac_node_get_n_children (locations); i++)
    {
      VacNode *location = vac_node_get_child (locations, i);
      g_autofree char *place = vac_wording_location (self->document, location);
      g_autofree char *range = vac_wording_pay_of (self->document, location);

      if (*place != '\0')
        add_line (self, place, range, location);
    }
  add_grades (self, grades);
}

/* The value of a field as it is read; NULL for what is written by nobody. */
static char *
write_field (const Builder *self,
             VacNode       *node)
{
  gint64 number;

  switch (vac_node_get_kind (node))
    {
    case VAC_KIND_DATE:
      return vac_phrase_date (self->language, vac_node_get_text (node));
    case VAC_KIND_CHOICE:
      return g_strdup (vac_wording_choice (self->language, node));
    case VAC_KIND_INTEGER:
      return vac_node_get_integer (node, &number)
                 ? vac_money_format_number (number, self->language) : NULL;
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
      return g_strdup (vac_node_get_text (node));
    case VAC_KIND_TOGGLE:
    case VAC_KIND_PICTURE:
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_OPAQUE:
    default:
      return NULL;
    }
}

typedef char *(*WriteFact) (VacDocument *document);

/* Each group is a paragraph. */
static const struct
{
  VacPhrase label;
  VacRole   role;
  WriteFact write;   /* for what is more than its field; NULL for the field as it is */
  gboolean  begins_group;
} facts_of_job[] = {
  { VAC_PHRASE_LEGAL_ENTITY, VAC_ROLE_EMPLOYER_LEGAL_NAME, NULL },
  { VAC_PHRASE_DEPARTMENT, VAC_ROLE_DEPARTMENT, NULL },
  { VAC_PHRASE_REPORTS_TO, VAC_ROLE_REPORTS_TO, NULL },
  { VAC_PHRASE_REQUISITION, VAC_ROLE_REQUISITION, NULL },
  { VAC_PHRASE_OPENINGS, VAC_ROLE_OPENINGS, vac_wording_openings },
  { VAC_PHRASE_CONTRACT, VAC_ROLE_CONTRACT_MONTHS, vac_wording_contract, TRUE },
  { VAC_PHRASE_CONTRACT_ENDS, VAC_ROLE_CONTRACT_ENDS, NULL },
  { VAC_PHRASE_WEEKLY_HOURS, VAC_ROLE_HOURS_MINIMUM, vac_wording_weekly_hours },
  { VAC_PHRASE_WORKING_TIME, VAC_ROLE_HOURS_SHARE, vac_wording_working_time },
  { VAC_PHRASE_SCHEDULE, VAC_ROLE_HOURS_SCHEDULE, NULL },
  { VAC_PHRASE_DAYS_ON_SITE, VAC_ROLE_DAYS_ON_SITE, NULL },
  { VAC_PHRASE_TIME_ZONES, VAC_ROLE_TIME_ZONES, NULL },
  { VAC_PHRASE_TRAVEL, VAC_ROLE_TRAVEL, NULL },
  { VAC_PHRASE_RESIDENTS, VAC_ROLE_AREAS, vac_wording_areas },
  { VAC_PHRASE_EXPERIENCE, VAC_ROLE_EXPERIENCE_MONTHS, vac_wording_experience, TRUE },
  { VAC_PHRASE_EDUCATION, VAC_ROLE_EDUCATION_CREDENTIAL, vac_wording_education },
  { VAC_PHRASE_LICENCES, VAC_ROLE_LICENCES, vac_wording_licences },
  { VAC_PHRASE_LANGUAGES, VAC_ROLE_SPEECHES, vac_wording_speeches },
  { VAC_PHRASE_SPONSORSHIP, VAC_ROLE_SPONSORSHIP, NULL },
  { VAC_PHRASE_RIGHT_TO_WORK, VAC_ROLE_RIGHT_TO_WORK, NULL },
  { VAC_PHRASE_CLEARANCE, VAC_ROLE_CLEARANCE, NULL },
  { VAC_PHRASE_VACANCY, VAC_ROLE_VACANCY, NULL, TRUE },
  { VAC_PHRASE_FILL_BY, VAC_ROLE_FILL_BY, NULL },
  { VAC_PHRASE_POSTED, VAC_ROLE_POSTED, NULL },
  { VAC_PHRASE_CLOSES, VAC_ROLE_CLOSES, vac_wording_closing },
  { VAC_PHRASE_START, VAC_ROLE_START, vac_wording_start },
};

static void
end_group (const Builder *self,
           GArray        *facts)
{
  vac_outline_add_facts (self->outline, facts, get (self, VAC_ROLE_JOB));
  g_array_set_size (facts, 0);
}

static void
add_more_facts (const Builder *self)
{
  g_autoptr (GArray) facts = vac_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (facts_of_job); i++)
    {
      VacNode *node = get (self, facts_of_job[i].role);
      const char *label = say (self, facts_of_job[i].label);
      g_autofree char *text = facts_of_job[i].write != NULL
                                  ? facts_of_job[i].write (self->document)
                                  : write_field (self, node);

      if (facts_of_job[i].begins_group)
        end_group (self, facts);
      /* "Right to work: right to work in the UK" says it twice. */
      vac_facts_add (facts, vac_phrase_repeats (label, text) ? NULL : label, text, node);
    }
  end_group (self, facts);
}

/* Who does not see it reads whose it is. A text that is no picture is shown nowhere. */
static void
add_logo (const Builder *self)
{
  VacNode *logo = get (self, VAC_ROLE_EMPLOYER_LOGO);
  VacPicture *picture = vac_node_get_picture (logo);

  if (picture != NULL)
    vac_outline_add (self->outline, VAC_BLOCK_PICTURE,
                     vac_document_get_text (self->document, VAC_ROLE_EMPLOYER_NAME),
                     logo)->picture = picture;
}

/*
 * vac_outline_add_job_head:
 * @self: an outline
 * @document: its document
 *
 * Appends what stands before the first section: logo, title, facts and pay.
 */
void
vac_outline_add_job_head (VacOutline  *self,
                          VacDocument *document)
{
  const Builder builder = begin (self, document);
  g_autofree char *pay = vac_wording_pay_line (document);

  add_logo (&builder);
  vac_outline_add (self, VAC_BLOCK_TITLE, vac_document_get_text (document, VAC_ROLE_JOB_TITLE),
                   get (&builder, VAC_ROLE_JOB_TITLE));
  add_main_facts (&builder);
  if (pay != NULL)
    vac_outline_add (self, VAC_BLOCK_PAY, pay, get (&builder, VAC_ROLE_PAY));
  add_pay_at_share (&builder);
  add_ranges (&builder);
  add_more_facts (&builder);
}

/*
 * vac_outline_add_place_benefits:
 * @self: an outline
 * @document: its document
 * @level: of the heading above them
 *
 * Appends what only people in single places get, each behind the name of its place.
 */
void
vac_outline_add_place_benefits (VacOutline  *self,
                                VacDocument *document,
                                guint        level)
{
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  const guint start = vac_outline_get_n_blocks (self);

  vac_outline_add_heading (self, level, vac_phrase_get (vac_outline_get_language (self),
                                                        VAC_PHRASE_BENEFITS),
                           locations);
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    {
      VacNode *location = vac_node_get_child (locations, i);
      VacNode *benefits = vac_node_get (location, VAC_ROLE_LOCATION_BENEFITS);
      g_autofree char *place = NULL;

      if (vac_node_is_empty (benefits))
        continue;
      place = vac_wording_location (document, location);
      vac_outline_add_labelled (self, VAC_BLOCK_BULLET, place, vac_node_get_text (benefits),
                                benefits);
    }
  if (vac_outline_get_n_blocks (self) == start + 1)
    vac_outline_truncate (self, start);
}

static void
add_link (const Builder *self,
          VacPhrase      label,
          VacNode       *node,
          const char    *text,
          const char    *link)
{
  if (*text == '\0')
    return;
  if (link != NULL)
    vac_outline_add_link (self->outline, say (self, label), text, link, node);
  else
    vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, say (self, label), text, node);
}

static void
add_website (const Builder *self)
{
  VacNode *website = get (self, VAC_ROLE_EMPLOYER_WEBSITE);
  g_autofree char *link = vac_link_make_safe (vac_node_get_text (website));

  add_link (self, VAC_PHRASE_WEBSITE, website, vac_node_get_text (website), link);
}

static void
add_employer (const Builder *self)
{
  VacNode *about = get (self, VAC_ROLE_EMPLOYER_ABOUT);
  const char *name = vac_document_get_text (self->document, VAC_ROLE_EMPLOYER_NAME);
  g_autofree char *heading = vac_phrase_format (self->language, VAC_PHRASE_ABOUT, "employer",
                                                *name != '\0' ? name : "{{employer}}", NULL);

  /* A web address alone says nothing about an employer; it is put with the way to apply. */
  if (vac_node_is_empty (about))
    return;

  vac_outline_add_heading (self->outline, 1, heading, about);
  vac_outline_add_paragraphs (self->outline, about);
  add_website (self);
}

static void
add_contact (const Builder *self)
{
  g_autofree char *contact = vac_wording_contact (self->document);

  if (*contact != '\0')
    vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, say (self, VAC_PHRASE_CONTACT),
                              contact, get (self, VAC_ROLE_CONTACT));
}

static void
add_questions (const Builder *self)
{
  VacNode *questions = get (self, VAC_ROLE_QUESTIONS);
  const guint start = vac_outline_get_n_blocks (self->outline);

  vac_outline_add_heading (self->outline, 2, say (self, VAC_PHRASE_QUESTIONS), questions);
  for (guint i = 0; i < vac_node_get_n_children (questions); i++)
    {
      VacNode *question = vac_node_get_child (questions, i);
      const char *text = vac_node_get_member_text (question, VAC_ROLE_QUESTION_TEXT);

      if (text[strspn (text, " \t\n")] != '\0' &&
          vac_node_get_member_toggle (question, VAC_ROLE_QUESTION_INCLUDE))
        vac_outline_add (self->outline, VAC_BLOCK_BULLET, text, question);
    }
  if (vac_outline_get_n_blocks (self->outline) == start + 1)
    vac_outline_truncate (self->outline, start);
}

static void
add_application (const Builder *self)
{
  VacNode *apply = get (self, VAC_ROLE_APPLY);
  VacNode *url = vac_node_get (apply, VAC_ROLE_APPLY_URL);
  VacNode *email = vac_node_get (apply, VAC_ROLE_APPLY_EMAIL);
  g_autofree char *link = vac_link_make_safe (vac_node_get_text (url));
  const char *address = vac_schema_skip_mail_scheme (vac_node_get_text (email));
  g_autofree char *mail = vac_link_for_email (address);
  const guint start = vac_outline_get_n_blocks (self->outline);

  vac_outline_add_heading (self->outline, 1, say (self, VAC_PHRASE_HOW_TO_APPLY), apply);
  vac_outline_add_paragraphs (self->outline, vac_node_get (apply, VAC_ROLE_APPLY_INSTRUCTIONS));
  add_link (self, VAC_PHRASE_APPLY_ONLINE, url, vac_node_get_text (url), link);
  add_link (self, VAC_PHRASE_APPLY_BY_EMAIL, email, address, mail);
  add_contact (self);
  if (vac_outline_get_n_blocks (self->outline) > start + 1 &&
      vac_node_is_empty (get (self, VAC_ROLE_EMPLOYER_ABOUT)))
    add_website (self);
  add_questions (self);

  if (vac_outline_get_n_blocks (self->outline) == start + 1)
    vac_outline_truncate (self->outline, start);
}

static void
add_statement (const Builder *self,
               VacPhrase      heading,
               VacRole        role)
{
  VacNode *statement = get (self, role);

  if (vac_node_is_empty (statement))
    return;
  vac_outline_add_heading (self->outline, 1, say (self, heading), statement);
  vac_outline_add_paragraphs (self->outline, statement);
}

/*
 * vac_outline_add_job_end:
 * @self: an outline
 * @document: its document
 *
 * Appends what stands behind the last section: the employer, the way to apply, and statements.
 */
void
vac_outline_add_job_end (VacOutline  *self,
                         VacDocument *document)
{
  const Builder builder = begin (self, document);

  add_employer (&builder);
  add_application (&builder);
  add_statement (&builder, VAC_PHRASE_EQUAL_OPPORTUNITY, VAC_ROLE_EQUAL_OPPORTUNITY);
  add_statement (&builder, VAC_PHRASE_ACCOMMODATION, VAC_ROLE_ACCOMMODATION);
}
