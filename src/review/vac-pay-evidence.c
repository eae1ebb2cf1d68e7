/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-evidence"

#include "config.h"

#include <string.h>

#include "vac-currency.h"
#include "vac-heading.h"
#include "vac-outline-facts.h"
#include "vac-pay-evidence.h"
#include "vac-pay-law-private.h"
#include "vac-pay-line.h"

/* Looks for what a posting says in its fields, under its headings, and in its own words. Missing a
 * fault is better than finding one where the posting says it in other words. */

#define LONGEST_PAY_LINE 160   /* bytes */

typedef struct
{
  VacPayEvidence    *evidence;
  const char        *language;
  const char *const *words[VAC_N_PAY_WORDS];   /* nullable */
  VacHeading         heading;                  /* that the blocks stand under */
} Search;

static gboolean
is_letter (const char *text)
{
  return g_unichar_isalnum (g_utf8_get_char (text));
}

static gboolean
has_word (const char        *text,
          const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    for (const char *found = strstr (text, words[i]); found != NULL;
         found = strstr (found + 1, words[i]))
      if ((found == text || !is_letter (g_utf8_find_prev_char (text, found))) &&
          !is_letter (found + strlen (words[i])))
        return TRUE;

  return FALSE;
}

static gboolean
says (const Search *self,
      const char   *folded,
      VacPayWords   words)
{
  return has_word (folded, self->words[words]);
}

/* "$120,000 – $150,000 a year", alone or behind "Salary:" */
static gboolean
is_pay_line (const Search *self,
             const char   *text)
{
  const char *colon = strchr (text, ':');
  VacPayLine line;

  if (strlen (text) > LONGEST_PAY_LINE)
    return FALSE;

  return (vac_pay_line_read (text, self->language, &line) && line.unit != VAC_UNIT_NONE) ||
         (colon != NULL && vac_pay_line_read (colon + 1, self->language, &line) &&
          line.unit != VAC_UNIT_NONE);
}

static void
search_text (Search     *self,
             const char *text)
{
  VacPayEvidence *evidence = self->evidence;
  g_autofree char *folded = g_utf8_casefold (text, -1);

  evidence->benefits = evidence->benefits || says (self, folded, VAC_PAY_WORDS_BENEFITS);
  evidence->other_pay = evidence->other_pay || says (self, folded, VAC_PAY_WORDS_OTHER_PAY);
  evidence->deadline = evidence->deadline || says (self, folded, VAC_PAY_WORDS_DEADLINE);
  evidence->vacancy = evidence->vacancy || says (self, folded, VAC_PAY_WORDS_VACANCY);
  /* A posting for an engineer of AI says nothing of the selection. */
  evidence->ai = evidence->ai || (says (self, folded, VAC_PAY_WORDS_AI) &&
                                  says (self, folded, VAC_PAY_WORDS_SELECTION));
  evidence->pay_in_text = evidence->pay_in_text ||
                          (vac_currency_is_paid_in (text) &&
                           (self->heading == VAC_HEADING_PAY || is_pay_line (self, text)));
}

static void
take_node (Search  *self,
           VacNode *node)
{
  VacPayEvidence *evidence = self->evidence;

  switch (node != NULL ? vac_node_get_role (node) : VAC_ROLE_NONE)
    {
    case VAC_ROLE_PAY_COMMISSION:
    case VAC_ROLE_PAY_BONUS:
    case VAC_ROLE_PAY_EQUITY:
      evidence->other_pay = TRUE;
      break;
    case VAC_ROLE_LOCATION_BENEFITS:
      evidence->benefits = TRUE;
      break;
    case VAC_ROLE_CLOSES:
      evidence->deadline = TRUE;
      break;
    case VAC_ROLE_VACANCY:
      evidence->vacancy = TRUE;
      break;
    case VAC_ROLE_APPLY_URL:
    case VAC_ROLE_APPLY_EMAIL:
    case VAC_ROLE_APPLY_INSTRUCTIONS:
      evidence->how_to_apply = TRUE;
      break;
    default:
      break;
    }
}

static VacHeading
read_heading (const Search   *self,
              const VacBlock *block)
{
  static const struct
  {
    const char *id;
    VacHeading  heading;
  } sections[] = {
    { VAC_SECTION_BENEFITS, VAC_HEADING_BENEFITS },
    { VAC_SECTION_PAY, VAC_HEADING_PAY },
    { VAC_SECTION_APPLY, VAC_HEADING_APPLY },
  };
  VacHeading heading = vac_heading_find (self->language, block->text);

  if (heading == VAC_HEADING_NONE && block->node != NULL &&
      vac_node_get_role (block->node) == VAC_ROLE_SECTION)
    for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
      if (g_str_equal (vac_node_get_member_text (block->node, VAC_ROLE_SECTION_ID),
                       sections[i].id))
        heading = sections[i].heading;

  return heading;
}

static void
take_block (Search         *self,
            const VacBlock *block)
{
  VacHeading heading;

  if (block->kind == VAC_BLOCK_HEADING)
    {
      heading = read_heading (self, block);
      if (block->level == 1 || heading != VAC_HEADING_NONE)
        self->heading = heading;
      return;
    }
  if (vac_block_is_masthead (block->kind))
    {
      for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
        take_node (self, vac_facts_get (block->facts, i)->node);
      return;
    }

  take_node (self, block->node);
  self->evidence->benefits |= self->heading == VAC_HEADING_BENEFITS;
  self->evidence->how_to_apply |= self->heading == VAC_HEADING_APPLY;
  if (block->label != NULL)
    search_text (self, block->label);
  if (block->text != NULL)
    search_text (self, block->text);
}

/*
 * vac_pay_evidence_gather:
 * @document: a document
 * @outline: what candidates read of it
 * @evidence: (out): takes what was found
 *
 * Reads the posting as candidates do.
 */
void
vac_pay_evidence_gather (VacDocument    *document,
                         VacOutline     *outline,
                         VacPayEvidence *evidence)
{
  Search search = { .evidence = evidence, .language = vac_outline_get_language (outline) };

  memset (evidence, 0, sizeof *evidence);
  evidence->pay = vac_node_get_toggle (vac_document_get (document, VAC_ROLE_PAY_DISCLOSE));
  for (guint i = 0; i < VAC_N_PAY_WORDS; i++)
    search.words[i] = vac_pay_law_get_words (search.language, i);
  evidence->is_searched = search.words[VAC_PAY_WORDS_BENEFITS] != NULL;
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    take_block (&search, vac_outline_get_block (outline, i));
}
