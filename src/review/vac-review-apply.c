/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-apply"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-clause.h"
#include "vac-review-language.h"
#include "vac-review-private.h"
#include "vac-rule.h"
#include "vac-token.h"

/* Whether a posting says how to apply: in a field of the form, in a section of that name, or by
 * anything in its words that reaches the employer. */

/* Digits of a telephone number, at least. */
#define FEWEST_DIGITS 7

static gboolean
is_in_number (const char *p)
{
  return *p != '\0' && (g_ascii_isdigit (*p) || strchr (" -()/+", *p) != NULL);
}

/* Whether @n digits from @start to @end are a telephone number, and no date, amount or range. */
static gboolean
is_number (const char *start,
           const char *end,
           guint       n)
{
  guint n_slashes = 0, n_signs = 0;

  for (const char *p = start; p < end; p++)
    {
      n_slashes += *p == '/';
      n_signs += *p == '-' || *p == ' ' || *p == ')';
    }
  if (n < FEWEST_DIGITS || n > 15 || n_slashes > 1)
    return FALSE;

  /* "+49 ...", "(03) ...", "0161 ...", or "520-555-0142" */
  return *start == '+' || *start == '(' || *start == '0' ||
         (n >= 10 && n_signs >= 2 && end - start > 8 && !g_ascii_isdigit (start[3]) &&
          !g_ascii_isdigit (start[7]));
}

static gboolean
has_telephone (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *start = p, *end = p;
      guint n = 0;

      if ((*p != '+' && *p != '(' && !g_ascii_isdigit (*p)) ||
          (p > text && (g_ascii_isalnum (p[-1]) || strchr (".,:-/", p[-1]) != NULL)))
        continue;
      for (; is_in_number (p); p++)
        if (g_ascii_isdigit (*p))
          {
            n++;
            end = p + 1;
          }
      if (n > 0 && is_number (start, end, n))
        return TRUE;
      if (*p == '\0')
        break;
    }

  return FALSE;
}

/* A mail address reaches somebody; a web address does where applications are spoken of. */
static gboolean
has_address (const char *text,
             const char *language)
{
  g_autoptr (GArray) tokens = NULL;
  const VacClause clause = { language, text, text + strlen (text) };
  gboolean speaks_of_it;

  if (!vac_token_may_be_address (text))
    return FALSE;
  tokens = vac_token_list_new (text);
  speaks_of_it = vac_clause_has (&clause, VAC_CLUE_APPLY);
  for (guint i = 0; i < tokens->len; i++)
    {
      const VacToken *token = &g_array_index (tokens, VacToken, i);
      const char *start = text + token->start;

      if (token->kind == VAC_TOKEN_OPAQUE && *start != '{' &&
          (speaks_of_it || memchr (start, '@', token->end - token->start) != NULL))
        return TRUE;
    }

  return FALSE;
}

static gboolean
says_how (VacReading *reading)
{
  VacOutline *outline = vac_reading_get_outline (reading);

  if (vac_review_has_section (reading, VAC_SECTION_APPLY, VAC_HEADING_APPLY))
    return TRUE;
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const char *text = vac_outline_get_block (outline, i)->text;

      if (text != NULL && (has_telephone (text) ||
                           has_address (text, vac_review_get_language (reading->document))))
        return TRUE;
    }

  return FALSE;
}

void
vac_review_check_application (VacReading *reading,
                              GPtrArray  *findings)
{
  static const VacRole ways[] = { VAC_ROLE_APPLY_URL, VAC_ROLE_APPLY_EMAIL,
                                  VAC_ROLE_APPLY_INSTRUCTIONS, VAC_ROLE_CONTACT_EMAIL,
                                  VAC_ROLE_CONTACT_PHONE };
  VacDocument *document = reading->document;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (!vac_node_is_empty (vac_document_get (document, ways[i])))
      return;
  if (!says_how (reading))
    vac_rule_report (VAC_RULE_FACT_EXPECTED, findings,
                     vac_document_get (document, VAC_ROLE_APPLY), "%s",
                     _("The posting does not say how to apply."));
}
