/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-posting"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-clause.h"
#include "vac-memo.h"
#include "vac-parts.h"
#include "vac-review-language.h"
#include "vac-review-private.h"
#include "vac-review-section.h"
#include "vac-rule.h"
#include "vac-suggest-private.h"

/* What candidates look for in a posting as a whole. A part counts by the id of its section, by the
 * section's title, or by words of it, so that it is missed only where it is not there. */

typedef struct
{
  VacReading  *reading;
  VacDocument *document;
  VacOutline  *outline;
  const char  *language;
  GPtrArray   *findings;
} Posting;

static gboolean
is_text (const VacBlock *block)
{
  return block->kind == VAC_BLOCK_PARAGRAPH || block->kind == VAC_BLOCK_BULLET ||
         block->kind == VAC_BLOCK_ROW;
}

/*
 * vac_review_has_section:
 * @reading: a posting
 * @id: (nullable): the id that guides give a section
 * @heading: what the title of such a section says
 *
 * Returns: whether a section that is either has a text
 */
gboolean
vac_review_has_section (VacReading *reading,
                        const char *id,
                        VacHeading  heading)
{
  VacOutline *outline = vac_reading_get_outline (reading);
  const char *language = vac_review_get_language (reading->document);
  const char *const ids[] = { id, NULL };
  VacNode *last = NULL;

  /* What a section's titles say is asked once for all of its blocks, which follow one another. */
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);
      VacNode *section = is_text (block) && block->node != NULL
                             ? vac_node_get_ancestor (block->node, VAC_ROLE_SECTION) : NULL;

      if (section != NULL && section != last &&
          vac_review_is_in_section (section, language, ids, heading))
        return TRUE;
      if (section != NULL)
        last = section;
    }

  return FALSE;
}

static gboolean
says (const Posting *self,
      const char    *text,
      VacClue        clue)
{
  const VacClause clause = { self->language, text, text + strlen (text) };
  const VacQuestion question = { says, clue, self->language, text };
  guint has;

  if (!vac_memo_find (&question, &has))
    {
      has = vac_clause_has (&clause, clue);
      vac_memo_keep (&question, has);
    }

  return has != 0;
}

/* Whether the language has words for @clue and none of them is in the posting. */
static gboolean
lacks (const Posting *self,
       VacClue        clue)
{
  if (vac_clue_get_words (self->language, clue) == NULL)
    return FALSE;
  for (guint i = 0; i < vac_outline_get_n_blocks (self->outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (self->outline, i);

      if ((block->text != NULL && says (self, block->text, clue)) ||
          (block->label != NULL && says (self, block->label, clue)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_benefits (const Posting *self)
{
  g_auto (GStrv) lines = vac_parts_collect (self->outline, VAC_PART_BENEFITS);
  VacNode *locations = vac_document_get (self->document, VAC_ROLE_LOCATIONS);

  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    if (*vac_node_get_member_text (vac_node_get_child (locations, i),
                                   VAC_ROLE_LOCATION_BENEFITS) != '\0')
      return TRUE;

  return lines[0] != NULL ||
         vac_review_has_section (self->reading, NULL, VAC_HEADING_BENEFITS);
}

static void
check_benefits (const Posting *self)
{
  if (!has_benefits (self) && lacks (self, VAC_CLUE_BENEFITS))
    vac_rule_report (VAC_RULE_BENEFITS, self->findings,
                     vac_document_get (self->document, VAC_ROLE_SECTIONS), "%s",
                     _("The posting names no benefits. More people apply the more of them it "
                       "names."));
}

static gboolean
is_of_degree (const char *credential)
{
  return g_str_equal (credential, VAC_CREDENTIAL_ASSOCIATE) ||
         g_str_equal (credential, VAC_CREDENTIAL_BACHELOR) ||
         g_str_equal (credential, VAC_CREDENTIAL_POSTGRADUATE);
}

/* The text of a block as it is in the document; (nullable): NULL when it requires nothing. */
static VacNode *
get_requirement (const Posting  *self,
                 const VacBlock *block)
{
  VacNode *item = vac_node_get_ancestor (block->node, VAC_ROLE_ITEM);

  if ((block->kind != VAC_BLOCK_BULLET && block->kind != VAC_BLOCK_PARAGRAPH) ||
      !vac_parts_contain (VAC_PART_QUALIFICATIONS, block->node) ||
      (block->label != NULL && says (self, block->label, VAC_CLUE_NOT_REQUIRED)))
    return NULL;

  return item != NULL ? vac_node_get (item, VAC_ROLE_ITEM_TEXT) : block->node;
}

/* "a degree, or six years of practice" */
static gboolean
takes_years (const VacClause *clause)
{
  const char *stop = NULL;

  for (const char *at = vac_clause_find (clause, clause->text, VAC_CLUE_OR, &stop); at != NULL;
       at = vac_clause_find (clause, stop, VAC_CLUE_OR, &stop))
    {
      const char *years = vac_clause_find (clause, stop, VAC_CLUE_YEARS, NULL);
      guint n_words = 0;

      for (const char *p = stop; years != NULL && p < years; p++)
        n_words += *p == ' ';
      if (years != NULL && n_words <= 3)
        return TRUE;
    }

  return FALSE;
}

/* Finds the first clause that asks for a degree. Returns: FALSE when there is none, or when
 * something else does as well anywhere in @text. */
static gboolean
find_degree (const Posting *self,
             const char    *text,
             VacClause     *degree)
{
  gboolean found = FALSE;
  VacClause clause;

  while (vac_clause_take (&text, self->language, &clause))
    {
      const char *credential = vac_suggest_find_credential (&clause);

      if (vac_suggest_takes_experience (&clause) || takes_years (&clause) ||
          vac_clause_has (&clause, VAC_CLUE_INSTEAD))
        return FALSE;
      if (found || credential == NULL || !is_of_degree (credential))
        continue;
      *degree = clause;
      found = TRUE;
    }

  return found;
}

/* A trade that needs a licence needs the degree, too. */
static gboolean
may_take_experience (const Posting *self)
{
  VacNode *instead = vac_document_get (self->document, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD);

  return vac_clue_get_words (self->language, VAC_CLUE_INSTEAD) != NULL &&
         !vac_node_get_toggle (instead) &&
         vac_node_is_empty (vac_document_get (self->document, VAC_ROLE_LICENCES)) &&
         lacks (self, VAC_CLUE_INSTEAD);
}

static void
check_equivalent (const Posting *self)
{
  if (!may_take_experience (self))
    return;
  for (guint i = 0; i < vac_outline_get_n_blocks (self->outline); i++)
    {
      VacNode *node = get_requirement (self, vac_outline_get_block (self->outline, i));
      const char *text = node != NULL ? vac_node_get_shown_text (node) : "";
      VacFinding *finding;
      VacClause degree;

      if (!find_degree (self, text, &degree))
        continue;
      finding = vac_rule_report (VAC_RULE_EQUIVALENT, self->findings, node, "%s",
                                 _("A degree is required. If experience does as well, say so: “or "
                                   "equivalent experience”."));
      vac_finding_set_span (finding, (gsize) (degree.text - text),
                            (gsize) (degree.end - degree.text));
      return;
    }
}

static gboolean
has_country (VacNode    *list,
             VacRole     role,
             const char *country)
{
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (g_str_equal (vac_node_get_member_text (vac_node_get_child (list, i), role), country))
      return TRUE;

  return FALSE;
}

/* Not more than a reminder: who is no federal contractor need not say it, and whether it draws
 * applicants is contested. */
static void
check_opportunity (const Posting *self)
{
  VacNode *statement = vac_document_get (self->document, VAC_ROLE_EQUAL_OPPORTUNITY);

  if ((has_country (vac_document_get (self->document, VAC_ROLE_LOCATIONS),
                    VAC_ROLE_LOCATION_COUNTRY, "US") ||
       has_country (vac_document_get (self->document, VAC_ROLE_AREAS), VAC_ROLE_AREA_COUNTRY,
                    "US")) &&
      vac_node_is_empty (statement) &&
      !vac_review_has_section (self->reading, VAC_SECTION_OPPORTUNITY,
                               VAC_HEADING_EQUAL_OPPORTUNITY) &&
      lacks (self, VAC_CLUE_OPPORTUNITY))
    vac_rule_report (VAC_RULE_OPPORTUNITY, self->findings, statement, "%s",
                     _("Federal contractors in the United States must state equal opportunity for "
                       "veterans and people with disabilities; others may leave it out."));
}

/* A guide that nobody has filled in lacks everything, which is said elsewhere. */
static gboolean
has_text (VacOutline *outline)
{
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    if (is_text (vac_outline_get_block (outline, i)))
      return TRUE;

  return FALSE;
}

/*
 * vac_review_check_posting:
 *
 * Reports what the posting as a whole leaves out.
 */
void
vac_review_check_posting (VacReading *reading,
                          GPtrArray  *findings)
{
  VacOutline *outline = vac_reading_get_outline (reading);
  const Posting self = {
    reading, reading->document, outline, vac_review_get_language (reading->document), findings,
  };

  if (!has_text (outline))
    return;
  check_benefits (&self);
  check_equivalent (&self);
  check_opportunity (&self);
}
