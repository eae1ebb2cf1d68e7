/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-title-only"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-review-private.h"
#include "vac-review-title.h"
#include "vac-rule.h"

/* What job boards want kept out of a title, because it has a field of its own or is no part of one:
 * employer, place, pay, numbers, signs. Each is looked for where it can be nothing else: a city
 * called Reading is no place in "Reading Specialist". */

typedef struct
{
  VacNode   *node;
  char      *text;       /* as vac_review_title_mask() has it */
  GPtrArray *findings;
} Title;

/* Bytes that part what is written beside a title from it. */
#define SEPARATORS ",;:|/()[]"

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014;
}

static gboolean
is_separator (gunichar c)
{
  return (c < 0x80 && c != '\0' && strchr (SEPARATORS, (char) c) != NULL) || is_dash (c);
}

static gunichar
get_before (const Title *self,
            const char  *at)
{
  return at > self->text ? g_utf8_get_char (g_utf8_prev_char (at)) : '\0';
}

/* Chinese and Japanese put no spaces between words. */
static gboolean
parts_words (gunichar a,
             gunichar b)
{
  return !g_unichar_isalnum (a) || !g_unichar_isalnum (b) || g_unichar_iswide (a) ||
         g_unichar_iswide (b);
}

static gboolean
is_by_itself (const Title *self,
              const char  *start,
              const char  *end)
{
  return parts_words (get_before (self, start), g_utf8_get_char (start)) &&
         parts_words (get_before (self, end), g_utf8_get_char (end));
}

static const char *
skip_back (const Title *self,
           const char  *at)
{
  while (at > self->text && g_unichar_isspace (get_before (self, at)))
    at = g_utf8_prev_char (at);

  return at;
}

static const char *
skip (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* Takes in what joins the title to what is beside it, so that the rest is a title. Returns: whether
 * there is one, and something joins them. */
static gboolean
widen (const Title *self,
       const char **start,
       const char **end)
{
  const char *before = skip_back (self, *start), *after = skip (*end);
  const gunichar sign = get_before (self, before);

  if (before == self->text)
    {
      if (!is_separator (g_utf8_get_char (after)))
        return FALSE;
      *end = skip (g_utf8_next_char (after));
      return **end != '\0';
    }
  if (!is_separator (sign) || (sign == '(' && *after != ')') || (sign == '[' && *after != ']'))
    return FALSE;
  if (sign == '(' || sign == '[')
    *end = after + 1;
  *start = skip_back (self, g_utf8_prev_char (before));

  return *start > self->text;
}

static void
report (const Title *self,
        const char  *start,
        const char  *end,
        const char  *sentence)
{
  VacFinding *finding = vac_rule_report (VAC_RULE_BOARDS_TITLE_ONLY, self->findings, self->node,
                                         "%s", sentence);
  const gboolean can_go = widen (self, &start, &end);

  vac_finding_set_span (finding, (gsize) (start - self->text), (gsize) (end - start));
  if (can_go)
    vac_finding_suggest (finding, "");
}

static const char *
match (const char *at,
       const char *name)
{
  for (; *name != '\0'; at = g_utf8_next_char (at), name = g_utf8_next_char (name))
    if (*at == '\0' ||
        g_unichar_tolower (g_utf8_get_char (at)) != g_unichar_tolower (g_utf8_get_char (name)))
      return NULL;

  return at;
}

/* Returns: (nullable): where @name is in the title, up to @end */
static const char *
find (const Title *self,
      const char  *name,
      const char **end)
{
  if (strlen (name) < 3)
    return NULL;
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      *end = match (p, name);
      if (*end != NULL && is_by_itself (self, p, *end))
        return p;
    }

  return NULL;
}

/* Whether nothing follows, or something that is said beside it. */
static gboolean
ends_a_part (const char *at)
{
  const char *after = skip (at);

  return *after == '\0' || (is_separator (g_utf8_get_char (after)) &&
                            !(after == at && is_dash (g_utf8_get_char (after))));
}

static void
check_city (const Title *self,
            VacNode     *location)
{
  const char *end;
  const char *start = find (self, vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY),
                            &end);

  if (start != NULL && ends_a_part (end) && (start > self->text || *skip (end) != '\0'))
    report (self, start, end, _("The job title names a place, which job boards show beside it."));
}

static void
check_names (const Title *self,
             VacDocument *document)
{
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  const char *start, *end;

  start = find (self, vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME), &end);
  if (start != NULL)
    report (self, start, end,
            _("The job title names the employer, whom job boards show beside it."));
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    check_city (self, vac_node_get_child (locations, i));
}

/* "80K", "120k" */
static gboolean
is_thousands (const char *word,
              const char *end)
{
  const char *p = word;

  while (p < end && (g_ascii_isdigit (*p) || *p == '.' || *p == ','))
    p++;

  return p >= word + 2 && p + 1 == end && (*p == 'k' || *p == 'K');
}

/* From the first sign or figure of pay to the last one. */
static void
check_pay (const Title *self)
{
  const char *start = NULL, *end = NULL;

  for (const char *p = self->text; *p != '\0';)
    {
      const char *stop = p;
      gboolean is_pay = FALSE;

      while (*stop != '\0' && !g_unichar_isspace (g_utf8_get_char (stop)) &&
             !is_separator (g_utf8_get_char (stop)))
        {
          is_pay |= g_unichar_type (g_utf8_get_char (stop)) == G_UNICODE_CURRENCY_SYMBOL;
          stop = g_utf8_next_char (stop);
        }
      if (is_pay || is_thousands (p, stop))
        {
          start = start != NULL ? start : p;
          end = stop;
        }
      p = *stop != '\0' ? g_utf8_next_char (stop) : stop;
    }
  if (start != NULL)
    report (self, start, end, _("The job title names pay, which job boards show beside it."));
}

/* "ISO 27001" is a standard. */
static gboolean
follows_standard (const Title *self,
                  const char  *at)
{
  static const char *const bodies[] = { "ISO", "IEC", "DIN", "EN", "IATF", "SAE", "AS", "IEEE" };
  const char *end = skip_back (self, at);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      const gsize length = strlen (bodies[i]);

      if ((gsize) (end - self->text) >= length &&
          strncmp (end - length, bodies[i], length) == 0 &&
          (end - length == self->text || !g_ascii_isalnum (end[-(gssize) length - 1])))
        return TRUE;
    }

  return FALSE;
}

/* "R-1187", "REQ2231", "#1187", "2026-0451", "48213"; but "2027" is a year, and "F-150" a car. */
static gboolean
is_reference (const Title *self,
              const char  *word,
              const char  *end)
{
  guint n_digits = 0, n_letters = 0;
  gboolean has_sign = FALSE;

  for (const char *p = word; p < end; p++)
    {
      n_digits += g_ascii_isdigit (*p);
      n_letters += g_ascii_isupper (*p);
      has_sign |= *p == '-' || *p == '#' || *p == '_' || *p == '/';
      if (!g_ascii_isdigit (*p) && !g_ascii_isupper (*p) && strchr ("-#_/", *p) == NULL)
        return FALSE;
    }
  if (n_digits < 4 || n_letters > 5 || follows_standard (self, word))
    return FALSE;
  if (n_digits >= 5)
    return n_letters == 0 || g_ascii_isupper (*word);

  return has_sign || g_str_has_prefix (word, "REQ") || g_str_has_prefix (word, "JR");
}

/* Years of a season: "2026/27", "2026-2027". */
static gboolean
is_year (const char *word,
         const char *end)
{
  const gsize length = (gsize) (end - word);

  return (g_str_has_prefix (word, "19") || g_str_has_prefix (word, "20")) && length >= 4 &&
         (length == 4 || ((length == 7 || length == 9) && (word[4] == '/' || word[4] == '-')));
}

static void
check_numbers (const Title *self,
               VacDocument *document)
{
  const char *end = NULL;
  const char *start = find (self, vac_document_get_text (document, VAC_ROLE_REQUISITION), &end);

  for (const char *p = self->text; start == NULL && *p != '\0';)
    {
      const gsize length = strcspn (p, " ,;:|()[]");

      end = p + length;
      if (length > 0 && !is_year (p, end) && is_reference (self, p, end))
        start = p;
      p = end + (*end != '\0');
    }
  if (start != NULL)
    report (self, start, end,
            _("The job title has a reference number, which says nothing to candidates."));
}

/* "C#" is a language, and "Entwickler*in" one word in German. */
static gboolean
belongs_to_word (const Title *self,
                 const char  *at)
{
  const gunichar before = get_before (self, at);
  const gunichar after = g_utf8_get_char (at + 1);

  if (*at == '#')
    return g_unichar_isupper (before) && !g_unichar_isalnum (after);

  return *at == '*' && g_unichar_isalpha (before) && g_unichar_isalpha (after);
}

static gboolean
is_sign (const Title *self,
         const char  *at)
{
  const gunichar c = g_utf8_get_char (at);

  if (c == '!' || c == 0xff01 || c == '*' || c == '#')
    return !belongs_to_word (self, at) && !(c == '#' && g_ascii_isdigit (at[1]));

  /* Pictographs, stars, arrows; "®" and "™" belong to names. */
  return g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL && c > 0xff && c != 0x2122;
}

static void
report_signs (const Title *self,
              const char  *start,
              const char  *end)
{
  g_autofree char *signs = g_strndup (start, (gsize) (end - start));
  VacFinding *finding = vac_rule_report (
      VAC_RULE_BOARDS_TITLE_ONLY, self->findings, self->node,
      _("“%s” does not belong in a job title; job boards may refuse it."), signs);

  start = skip_back (self, start);
  if (start == self->text)
    end = skip (end);
  vac_finding_set_span (finding, (gsize) (start - self->text), (gsize) (end - start));
  if (start > self->text || *end != '\0')
    vac_finding_suggest (finding, g_unichar_isspace (g_utf8_get_char (start)) &&
                                      g_unichar_isalnum (g_utf8_get_char (end)) ? " " : "");
}

/* The first run of them; the next is found when it is gone. */
static void
check_signs (const Title *self)
{
  const char *start = self->text, *end;

  while (*start != '\0' && !is_sign (self, start))
    start = g_utf8_next_char (start);
  if (*start == '\0')
    return;
  for (end = g_utf8_next_char (start); *end != '\0' && is_sign (self, end);)
    end = g_utf8_next_char (end);
  report_signs (self, start, end);
}

/*
 * vac_review_check_title_only:
 *
 * Reports what is more than the title in the job's title: the rule is that of "Job posting
 * structured data" of Google Search Central.
 */
void
vac_review_check_title_only (VacDocument *document,
                             GPtrArray   *findings)
{
  VacNode *node = vac_document_get (document, VAC_ROLE_JOB_TITLE);
  g_autofree char *text = vac_review_title_mask (node);
  const Title self = { node, text, findings };

  check_names (&self, document);
  check_pay (&self);
  check_numbers (&self, document);
  check_signs (&self);
}
