/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fact-labels"

#include "config.h"

#include <string.h>

#include "vac-clue.h"
#include "vac-fact-reader.h"
#include "vac-link.h"
#include "vac-phrase.h"

/* What follows a label, by the label. */

/* Longer texts are sentences: in characters, and in bytes. */
#define LONGEST_NAME   120
#define LONGEST_NUMBER 40

/* Between facts, where it is not what the language has there. */
#define DOT " \xc2\xb7 "

typedef gboolean (*ReadValue) (VacFactReader *self,
                               VacRole        role,
                               const char    *text);

static gboolean
read_name (VacFactReader *self,
           VacRole        role,
           const char    *text)
{
  return g_utf8_strlen (text, -1) <= LONGEST_NAME && strchr (text, '\n') == NULL &&
         vac_fact_add (self, role, 0, text, TRUE);
}

/* "ML-2025-014" */
static gboolean
read_number_of_file (VacFactReader *self,
                     VacRole        role,
                     const char    *text)
{
  return strlen (text) <= LONGEST_NUMBER && strpbrk (text, "0123456789") != NULL &&
         vac_fact_add (self, role, 0, text, TRUE);
}

/* Whether all of @text is one of the words of @clue. */
static gboolean
is_one_of (const char *language,
           VacClue     clue,
           const char *text)
{
  const char *const *words = vac_clue_get_words (language, clue);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  return words != NULL && g_strv_contains (words, folded);
}

/* "at 5 pm", "um 12:00 Uhr": the hour behind one word or two. */
static gboolean
read_hour (VacFactReader *self,
           const char    *text)
{
  const char *start = text;

  for (guint skipped = 0; skipped <= 2 && *start != '\0'; skipped++)
    {
      if (vac_fact_is (self, VAC_ROLE_CLOSES_TIME, start))
        return vac_fact_add (self, VAC_ROLE_CLOSES_TIME, 0, start, FALSE);
      start += strcspn (start, " ");
      start += strspn (start, " (");
    }

  return FALSE;
}

/* Numbers, in the words of the language. */
static gboolean
read_typed (VacFactReader *self,
            VacRole        role,
            const char    *text)
{
  return vac_fact_add (self, role, 0, text, FALSE);
}

static gboolean
read_pay (VacFactReader *self,
          VacRole        role,
          const char    *text)
{
  return vac_fact_read_pay (self, text);
}

static gboolean
read_arrangement (VacFactReader *self,
                  VacRole        role,
                  const char    *text)
{
  return vac_fact_read_arrangement (self, text);
}

static gboolean
read_places (VacFactReader *self,
             VacRole        role,
             const char    *text)
{
  return vac_fact_read_places (self, text, VAC_NO_PART);
}

/* "Full-time, 10 p.m. to 6 a.m.": the kind of employment is said beside the hours. */
static void
read_types_beside (VacFactReader *self,
                   const char    *text)
{
  VacFactReader reader = *self;

  reader.length = 0;
  if (strchr (text, ',') != NULL)
    vac_fact_read_arrangement (&reader, text);
}

static gboolean
read_schedule (VacFactReader *self,
               VacRole        role,
               const char    *text)
{
  read_types_beside (self, text);

  return read_name (self, role, text);
}

/* "37.5", "37.5 hours", "20–30" */
static gboolean
read_hours (VacFactReader *self,
            VacRole        role,
            const char    *text)
{
  const char *start = strpbrk (text, "0123456789");
  const gsize length = start != NULL ? strspn (start, "0123456789.,") : 0;
  g_autofree char *first = g_strndup (start != NULL ? start : "", length);
  const char *rest = start != NULL ? start + length : "";
  const char *second = strpbrk (rest, "0123456789");
  const gboolean is_range = second != NULL && second - rest <= 5 && strchr (rest, ':') == NULL;

  if (vac_fact_read_arrangement (self, text))
    return TRUE;
  if (start == NULL || start - text > 8 || (second != NULL && !is_range))
    return FALSE;
  if (is_range)
    {
      g_autofree char *other = g_strndup (second, strspn (second, "0123456789.,"));
      VacFactReader reader = *self;

      reader.length = 0;
      if (!vac_fact_add (&reader, VAC_ROLE_HOURS_MAXIMUM, 0, other, FALSE))
        return FALSE;
    }

  return vac_fact_add (self, role, 0, first, FALSE);
}

/* The first words of @text that are a date, after at most three that are not: "until 5 May 2027".
 * Returns: (transfer full) (nullable): the words; @rest is what follows them */
static char *
find_date (VacFactReader *self,
           VacRole        role,
           const char    *text,
           const char   **rest)
{
  const char *start = text;

  for (guint skipped = 0; skipped <= 3; skipped++)
    {
      for (const char *end = start + strlen (start); end > start;)
        {
          g_autofree char *words = g_strndup (start, (gsize) (end - start));

          g_strdelimit (words, ",", ' ');
          if (strpbrk (words, "0123456789") == NULL)
            break;
          if (vac_fact_is (self, role, g_strstrip (words)))
            {
              *rest = end;
              return g_steal_pointer (&words);
            }
          do
            end--;
          while (end > start && *end != ' ' && *end != ',');
        }
      if (strcspn (start, " ") == strlen (start) || strpbrk (start, "0123456789") == start)
        return NULL;
      start += strcspn (start, " ");
      start += strspn (start, " ");
    }

  return NULL;
}

/* "31 January 2027", "until 5 May 2027 at 5 pm" */
static gboolean
read_date (VacFactReader *self,
           VacRole        role,
           const char    *text)
{
  VacFactReader reader = *self;
  const char *rest = "";
  g_autofree char *date = find_date (self, role, text, &rest);

  if (date == NULL)
    return vac_fact_add (self, role, 0, text, FALSE);
  rest += strspn (rest, " ,;.");
  if (*rest == '\0')
    return vac_fact_add (self, role, 0, date, FALSE);
  /* What is said of the hour must not be lost where it is not understood. */
  if (role == VAC_ROLE_CLOSES && read_hour (self, rest))
    return vac_fact_add (self, role, 0, date, FALSE);
  reader.length = 0;

  return vac_fact_add (&reader, role, 0, date, FALSE) && FALSE;
}

/* A day, or at once. */
static gboolean
read_start (VacFactReader *self,
            VacRole        role,
            const char    *text)
{
  const char *language = self->recognition->language;
  const char *own = vac_phrase_get (language, VAC_PHRASE_IMMEDIATELY);

  if (g_ascii_strcasecmp (own, text) == 0 || is_one_of (language, VAC_CLUE_NOW, text) ||
      is_one_of ("en", VAC_CLUE_NOW, text))
    return vac_fact_add (self, VAC_ROLE_STARTS_NOW, 0, "true", TRUE);

  return read_date (self, role, text);
}

/* A label before an address that is the whole text. */
static gboolean
read_address (VacFactReader *self,
              VacRole        role,
              const char    *text)
{
  VacLinkSpan span = { 0 };
  g_autofree char *shown = NULL;
  gboolean whole, mail;

  if (!vac_link_find (text, 0, &span))
    return FALSE;
  shown = g_strndup (text + span.start, span.end - span.start);
  whole = span.start == 0 && text[span.end] == '\0';
  mail = g_str_has_prefix (span.uri, "mailto:");
  g_free (span.uri);
  if (mail && (role == VAC_ROLE_APPLY_URL || self->region == VAC_HEADING_APPLY))
    role = role == VAC_ROLE_CONTACT_EMAIL || role == VAC_ROLE_APPLY_URL ? VAC_ROLE_APPLY_EMAIL
                                                                       : role;
  if (mail != (role == VAC_ROLE_APPLY_EMAIL || role == VAC_ROLE_CONTACT_EMAIL) || !whole)
    return FALSE;

  return vac_fact_add (self, role, 0, shown, TRUE);
}

/* "Jane Doe", or "Jane Doe, Head of Care, +44 113 496 0000, jane@example.org" */
static gboolean
read_contact (VacFactReader *self,
              VacRole        role,
              const char    *text)
{
  VacFactReader reader = *self;
  const char *between = vac_phrase_get (self->recognition->language, VAC_PHRASE_BETWEEN_FACTS);
  const char *sign = strstr (text, between) != NULL ? between
                     : strstr (text, DOT) != NULL   ? DOT
                                                    : ", ";
  g_auto (GStrv) pieces = g_strsplit (text, sign, 4);
  gboolean all = TRUE;

  reader.length = 0;
  if (pieces[0] == NULL || g_utf8_strlen (pieces[0], -1) > LONGEST_NAME / 2 ||
      strpbrk (pieces[0], "@:0123456789") != NULL)
    return FALSE;
  for (guint i = 1; pieces[i] != NULL; i++)
    {
      const gboolean mail = strchr (pieces[i], '@') != NULL;
      const gboolean phone = !mail && strpbrk (pieces[i], "0123456789") != NULL;

      all = vac_fact_add (&reader,
                          mail    ? VAC_ROLE_CONTACT_EMAIL
                          : phone ? VAC_ROLE_CONTACT_PHONE
                                  : VAC_ROLE_CONTACT_TITLE,
                          0, pieces[i], TRUE) && all;
    }
  reader.length = all ? self->length : 0;

  return vac_fact_add (&reader, role, 0, pieces[0], TRUE) && all;
}

static const struct
{
  VacRole   role;
  ReadValue read;
} readers[VAC_N_LABELS] = {
  [VAC_LABEL_CONTRACT] = { VAC_ROLE_CONTRACT_MONTHS, vac_fact_read_duration },
  [VAC_LABEL_WORKING_TIME] = { VAC_ROLE_HOURS_SHARE, vac_fact_read_share },
  [VAC_LABEL_GRADE] = { VAC_ROLE_GRADE_LABEL, vac_fact_read_grades },
  [VAC_LABEL_RESIDENTS] = { VAC_ROLE_AREA_COUNTRY, vac_fact_read_areas },
  [VAC_LABEL_EXPERIENCE] = { VAC_ROLE_EXPERIENCE_MONTHS, vac_fact_read_duration },
  [VAC_LABEL_EDUCATION] = { VAC_ROLE_EDUCATION_CREDENTIAL, vac_fact_read_education },
  [VAC_LABEL_LANGUAGES] = { VAC_ROLE_SPEECH_LANGUAGE, vac_fact_read_speeches },
  [VAC_LABEL_SPONSORSHIP] = { VAC_ROLE_SPONSORSHIP, read_typed },
  [VAC_LABEL_VACANCY] = { VAC_ROLE_VACANCY, read_typed },
  [VAC_LABEL_TITLE] = { VAC_ROLE_JOB_TITLE, read_name },
  [VAC_LABEL_EMPLOYER] = { VAC_ROLE_EMPLOYER_NAME, read_name },
  [VAC_LABEL_DEPARTMENT] = { VAC_ROLE_DEPARTMENT, read_name },
  [VAC_LABEL_REPORTS_TO] = { VAC_ROLE_REPORTS_TO, read_name },
  [VAC_LABEL_REQUISITION] = { VAC_ROLE_REQUISITION, read_number_of_file },
  [VAC_LABEL_OPENINGS] = { VAC_ROLE_OPENINGS, read_typed },
  [VAC_LABEL_PLACE] = { VAC_ROLE_LOCATIONS, read_places },
  [VAC_LABEL_WORKPLACE] = { VAC_ROLE_WORKPLACE, read_arrangement },
  [VAC_LABEL_EMPLOYMENT_TYPE] = { VAC_ROLE_EMPLOYMENT_TYPES, read_arrangement },
  [VAC_LABEL_PAY] = { VAC_ROLE_PAY, read_pay },
  [VAC_LABEL_HOURS] = { VAC_ROLE_HOURS_MINIMUM, read_hours },
  [VAC_LABEL_SCHEDULE] = { VAC_ROLE_HOURS_SCHEDULE, read_schedule },
  [VAC_LABEL_TRAVEL] = { VAC_ROLE_TRAVEL, read_name },
  [VAC_LABEL_POSTED] = { VAC_ROLE_POSTED, read_date },
  [VAC_LABEL_CLOSES] = { VAC_ROLE_CLOSES, read_date },
  [VAC_LABEL_START] = { VAC_ROLE_START, read_start },
  [VAC_LABEL_CONTACT] = { VAC_ROLE_CONTACT_NAME, read_contact },
  [VAC_LABEL_PHONE] = { VAC_ROLE_CONTACT_PHONE, read_name },
  [VAC_LABEL_EMAIL] = { VAC_ROLE_CONTACT_EMAIL, read_address },
  [VAC_LABEL_APPLY_ONLINE] = { VAC_ROLE_APPLY_URL, read_address },
  [VAC_LABEL_APPLY_BY_EMAIL] = { VAC_ROLE_APPLY_EMAIL, read_address },
  [VAC_LABEL_WEBSITE] = { VAC_ROLE_EMPLOYER_WEBSITE, read_address },
  [VAC_LABEL_LEGAL_ENTITY] = { VAC_ROLE_EMPLOYER_LEGAL_NAME, read_name },
  [VAC_LABEL_DAYS_ON_SITE] = { VAC_ROLE_DAYS_ON_SITE, read_typed },
  [VAC_LABEL_TIME_ZONES] = { VAC_ROLE_TIME_ZONES, read_name },
  [VAC_LABEL_RIGHT_TO_WORK] = { VAC_ROLE_RIGHT_TO_WORK, read_name },
  [VAC_LABEL_CLEARANCE] = { VAC_ROLE_CLEARANCE, read_name },
  [VAC_LABEL_LICENCES] = { VAC_ROLE_LICENCE_NAME, vac_fact_read_items },
  [VAC_LABEL_FILL_BY] = { VAC_ROLE_FILL_BY, read_date },
  [VAC_LABEL_CONTRACT_ENDS] = { VAC_ROLE_CONTRACT_ENDS, read_date },
};

/*
 * vac_fact_read_labelled:
 * @self: a reader
 * @label: what stands before @text
 * @text: what follows it
 *
 * Returns: whether all of @text is taken
 */
gboolean
vac_fact_read_labelled (VacFactReader *self,
                        VacLabel       label,
                        const char    *text)
{
  return readers[label].read != NULL && *text != '\0' &&
         readers[label].read (self, readers[label].role, text);
}
