/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-wording"

#include "config.h"

#include <string.h>

#include "vac-memo.h"
#include "vac-pay.h"
#include "vac-review-language.h"
#include "vac-review-section.h"
#include "vac-review-text.h"
#include "vac-terms.h"

/* Whether @name, "US" or "US-California", is @country or its @region. */
static gboolean
names_place (const char *name,
             const char *country,
             const char *region)
{
  const gsize length = strlen (country);
  g_autofree char *of_name = NULL;
  g_autofree char *of_region = NULL;

  if (g_ascii_strncasecmp (name, country, length) != 0)
    return FALSE;
  if (name[length] != '-')
    return name[length] == '\0';
  of_name = g_utf8_casefold (name + length + 1, -1);
  of_region = g_utf8_casefold (region, -1);

  return g_str_equal (of_name, of_region);
}

static gboolean
holds_at (const VacTerms *terms,
          const VacTerm  *term,
          const char     *country,
          const char     *region)
{
  const char *name;

  for (guint i = 0; term->places[i] != NULL; i++)
    for (guint n = 0; (name = vac_terms_name_area (terms, term->places[i], n)) != NULL; n++)
      if (names_place (name, country, region))
        return TRUE;

  return FALSE;
}

static gboolean
holds_in_a_country (const VacTerm *term)
{
  for (guint i = 0; term->places[i] != NULL; i++)
    if (strchr (term->places[i], '-') == NULL)
      return TRUE;

  return FALSE;
}

static gboolean
discloses_pay (VacDocument *document)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  g_autoptr (GArray) headlines = vac_pay_get_headlines (document);

  return headlines->len > 0 && vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE);
}

/* A rule is not told as one where the job is not. While the posting does not say where it is, rules
 * of whole countries are. */
static VacSeverity
find_severity (VacDocument    *document,
               const VacTerms *terms,
               const VacTerm  *term)
{
  static const struct
  {
    VacRole list, country, region;
  } places[] = {
    { VAC_ROLE_LOCATIONS, VAC_ROLE_LOCATION_COUNTRY, VAC_ROLE_LOCATION_REGION },
    { VAC_ROLE_AREAS, VAC_ROLE_AREA_COUNTRY, VAC_ROLE_AREA_REGION },
  };
  gboolean is_known = FALSE;

  if (term->places == NULL)
    return discloses_pay (document) ? MAX (term->severity, term->beside_pay) : term->severity;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      VacNode *list = vac_document_get (document, places[i].list);

      for (guint j = 0; j < vac_node_get_n_children (list); j++)
        {
          VacNode *place = vac_node_get_child (list, j);
          const char *country = vac_node_get_member_text (place, places[i].country);

          if (*country == '\0')
            continue;
          is_known = TRUE;
          if (holds_at (terms, term, country, vac_node_get_member_text (place, places[i].region)))
            return term->severity;
        }
    }

  return is_known || !holds_in_a_country (term) ? term->elsewhere : term->severity;
}

/* "Young & Sons" is called that. */
static gboolean
is_in_name (const VacReviewText *text,
            const VacTermMatch  *match)
{
  const char *name = vac_document_get_text (text->document, VAC_ROLE_EMPLOYER_NAME);
  const gsize length = strlen (name);
  const gsize end = match->start + match->length;

  /* Where the name would begin to hold all of the match. */
  for (gsize start = end > length ? end - length : 0; start <= match->start; start++)
    if (length > 0 && strncmp (text->text + start, name, length) == 0)
      return TRUE;

  return FALSE;
}

static void
report (const VacReviewText *text,
        const VacTerms      *terms,
        const VacTermMatch  *match,
        GPtrArray           *findings)
{
  const VacTerm *term = match->term;
  g_autofree char *sentence = vac_terms_make_sentence (terms, match, text->text);
  VacFinding *finding = vac_finding_add (findings, VAC_FINDING_WORDING, term->id,
                                         find_severity (text->document, terms, term), text->node,
                                         sentence);

  vac_finding_set_span (finding, match->start, match->length);
  finding->suggestions = g_strdupv (match->suggestions);
  if (term->source != NULL)
    {
      finding->source = g_strdup (term->source->title);
      finding->source_uri = g_strdup (term->source->uri);
      finding->source_date = g_strdup (term->source->date);
    }
}

/* Where a text stands is asked only when the answer matters. */
static GPtrArray *
find_terms (const VacReviewText *text,
            const VacTerms      *terms,
            const VacQuestion   *question)
{
  static const char *const ids[] = { VAC_SECTION_REQUIRED, VAC_SECTION_EDUCATION, NULL };
  const VacTermsUse title = question->kind;
  GPtrArray *matches = vac_terms_find (terms, text->text, title | VAC_TERMS_IN_REQUIREMENTS);

  /* Of a text without any term, only that is kept. */
  if (matches->len == 0)
    vac_memo_keep (question, 0);

  for (guint i = 0; i < matches->len; i++)
    if (((const VacTermMatch *) matches->pdata[i])->term->use == VAC_TERMS_IN_REQUIREMENTS &&
        !vac_review_is_in_section (text->node, question->language, ids, VAC_HEADING_REQUIRED))
      {
        g_ptr_array_unref (matches);
        return vac_terms_find (terms, text->text, title);
      }

  return matches;
}

/*
 * vac_review_check_wording:
 * @text: a text of a posting
 * @findings: (element-type VacFinding): takes what was found
 *
 * Looks for words that exclude somebody, or say nothing. What is wrong with them is said in the
 * language of the text, whose words they are. Nothing is found in a language without terms.
 */
void
vac_review_check_wording (const VacReviewText *text,
                          GPtrArray           *findings)
{
  const VacQuestion question = {
    vac_review_check_wording,
    vac_node_get_role (text->node) == VAC_ROLE_JOB_TITLE ? VAC_TERMS_IN_TITLE : 0,
    vac_review_get_language (text->document),
    text->text,
  };
  g_autoptr (GPtrArray) matches = NULL;
  const VacTerms *terms;

  if (vac_memo_find (&question, NULL))
    return;
  terms = vac_terms_get (question.language);
  if (terms == NULL)
    return;

  matches = find_terms (text, terms, &question);
  for (guint i = 0; i < matches->len; i++)
    if (!is_in_name (text, matches->pdata[i]))
      report (text, terms, matches->pdata[i], findings);
}
