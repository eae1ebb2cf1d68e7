/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-kit"

#include "config.h"

#include "vac-audience.h"
#include "vac-kit.h"
#include "vac-outline-builder.h"
#include "vac-parts.h"
#include "vac-phrase.h"
#include "vac-score.h"
#include "vac-table-kind.h"

/* The interview kit is an outline, as the posting is: text, Word and pages of it come out of the
 * same exporters. Lines to write on are underscores, and boxes to tick a character, because every
 * format has those. */

#define QUESTIONS_ID   "interview-questions"
#define TIPS_ID        "evaluation-tips"
#define BLANK          "______________________________"
#define BLANK_LINE     BLANK BLANK "_____"
#define NOTES          BLANK_LINE "\n" BLANK_LINE "\n" BLANK_LINE
#define BOX            "☐"

typedef struct
{
  VacDocument *document;
  VacOutline  *outline;
  const char  *language;
  char       **requirements;   /* of the posting, as its candidates read them */
  char       **conditions;     /* those of them that are met or not */
} Builder;

static const char *
say (Builder  *self,
     VacPhrase phrase)
{
  return vac_phrase_get (self->language, phrase);
}

static void
add_labelled (Builder    *self,
              VacPhrase   label,
              const char *text,
              VacNode    *node)
{
  vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, say (self, label), text, node);
}

static void
add_head (Builder  *self,
          VacPhrase title)
{
  VacNode *job = vac_document_get (self->document, VAC_ROLE_JOB_TITLE);
  VacNode *employer = vac_document_get (self->document, VAC_ROLE_EMPLOYER_NAME);
  g_autoptr (GArray) facts = vac_facts_new ();

  vac_facts_add (facts, NULL, vac_node_get_text (job), job);
  vac_facts_add (facts, NULL, vac_node_get_text (employer), employer);
  vac_outline_set_subject (self->outline, say (self, title));
  vac_outline_add (self->outline, VAC_BLOCK_TITLE, say (self, title), NULL);
  vac_outline_add_facts (self->outline, facts, vac_document_get (self->document, VAC_ROLE_JOB));
  add_labelled (self, VAC_PHRASE_CANDIDATE, BLANK, NULL);
}

/* Advice is for whoever asks, not on what the answers should hold. */
static void
add_advice (Builder *self,
            VacNode *section)
{
  VacNode *advice = vac_node_get (section, VAC_ROLE_SECTION_ADVICE);

  if (!vac_node_is_empty (advice))
    add_labelled (self, VAC_PHRASE_ADVICE, vac_node_get_text (advice), advice);
}

/* The lines stand apart from the label, so that all are as long. */
static void
add_notes (Builder *self,
           VacNode *node)
{
  add_labelled (self, VAC_PHRASE_NOTES, "", node);
  vac_outline_add (self->outline, VAC_BLOCK_PARAGRAPH, NOTES, node);
}

static void
add_tips (Builder *self,
          VacNode *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

  vac_outline_add_paragraphs (self->outline, vac_node_get (section, VAC_ROLE_SECTION_TEXT));
  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    {
      VacNode *item = vac_node_get_child (items, i);

      if (!vac_node_is_empty (item))
        vac_outline_add_marked (self->outline, VAC_BLOCK_BULLET,
                                vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL),
                                vac_node_get (item, VAC_ROLE_ITEM_TEXT), item);
    }
}

static void
add_questions (Builder *self,
               VacNode *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    {
      VacNode *item = vac_node_get_child (items, i);

      if (vac_node_is_empty (item))
        continue;
      vac_outline_add_marked (self->outline, VAC_BLOCK_PARAGRAPH,
                              vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL),
                              vac_node_get (item, VAC_ROLE_ITEM_TEXT), item);
      add_notes (self, item);
    }
}

static void
add_question_section (Builder *self,
                      VacNode *section,
                      guint    level)
{
  VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);
  guint start = vac_outline_get_n_blocks (self->outline);

  if (!vac_audience_sees (VAC_AUDIENCE_TEAM, self->document, section))
    return;

  vac_outline_add_heading (self->outline, level,
                           vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), section);
  if (g_str_equal (vac_node_get_member_text (section, VAC_ROLE_SECTION_ID), TIPS_ID))
    {
      add_tips (self, section);
    }
  else
    {
      add_advice (self, section);
      add_questions (self, section);
    }
  for (guint i = 0; subsections != NULL && i < vac_node_get_n_children (subsections); i++)
    add_question_section (self, vac_node_get_child (subsections, i), level + 1);

  if (vac_outline_get_n_blocks (self->outline) == start + 1)
    vac_outline_truncate (self->outline, start);
}

/* A degree and years of experience are there or not; there is nothing to rate. */
static void
add_conditions (Builder *self)
{
  if (self->conditions[0] == NULL)
    return;

  vac_outline_add_heading (self->outline, 2, say (self, VAC_PHRASE_MET_OR_NOT), NULL);
  vac_outline_add_row (self->outline, TRUE, NULL, say (self, VAC_PHRASE_ASKED_FOR),
                       say (self, VAC_PHRASE_MET), say (self, VAC_PHRASE_NOT_MET), NULL);
  for (guint i = 0; self->conditions[i] != NULL; i++)
    vac_outline_add_row (self->outline, FALSE, NULL, self->conditions[i], BOX, BOX, NULL);
}

static void
add_ratings (Builder *self)
{
  if (g_strv_equal ((const char *const *) self->requirements,
                    (const char *const *) self->conditions))
    return;

  vac_outline_add_row (self->outline, TRUE, NULL, say (self, VAC_PHRASE_ASKED_FOR),
                       say (self, VAC_PHRASE_GRADE_1), say (self, VAC_PHRASE_GRADE_2),
                       say (self, VAC_PHRASE_GRADE_3), say (self, VAC_PHRASE_GRADE_4), NULL);
  for (guint i = 0; self->requirements[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) self->conditions, self->requirements[i]))
      vac_outline_add_row (self->outline, FALSE, NULL, self->requirements[i], BOX, BOX, BOX, BOX,
                           NULL);
}

static void
add_scorecard (Builder *self)
{
  if (self->requirements[0] == NULL)
    return;

  vac_outline_add_heading (self->outline, 1, say (self, VAC_PHRASE_SCORECARD), NULL);
  add_ratings (self);
  add_conditions (self);
}

static void
add_criterion (Builder *self,
               VacNode *criterion)
{
  const char *name = vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE);
  g_autofree char *title = g_strdup_printf ("%s (%u)", name, vac_score_get_weight (criterion));

  vac_outline_add_row (self->outline, FALSE, criterion, title,
                       vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEAK),
                       vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_GOOD),
                       vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_STRONG),
                       "__", "__", NULL);
}

/* The anchors are for the grades 1, 3 and 4; what lies between the first two is a 2. */
static void
add_criteria_header (Builder *self,
                     VacNode *criteria)
{
  g_autofree char *one = g_strconcat ("1 ", say (self, VAC_PHRASE_WEAK), NULL);
  g_autofree char *three = g_strconcat ("3 ", say (self, VAC_PHRASE_GOOD), NULL);
  g_autofree char *four = g_strconcat ("4 ", say (self, VAC_PHRASE_STRONG), NULL);

  vac_outline_add_row (self->outline, TRUE, criteria, say (self, VAC_PHRASE_CRITERION_AND_WEIGHT),
                       one, three,
                       four, say (self, VAC_PHRASE_RATING), say (self, VAC_PHRASE_POINTS), NULL);
}

static void
add_assessment (Builder *self,
                VacNode *assessment)
{
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);

  if (vac_node_get_n_children (criteria) == 0)
    return;

  vac_outline_add_heading (self->outline, 1,
                           vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE),
                           assessment);
  vac_outline_add (self->outline, VAC_BLOCK_PARAGRAPH, say (self, VAC_PHRASE_SCORE_RULE),
                   assessment);
  add_criteria_header (self, criteria);
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    add_criterion (self, vac_node_get_child (criteria, i));
  vac_outline_add_row (self->outline, FALSE, criteria, say (self, VAC_PHRASE_TOTAL), "", "", "", "",
                       "__", NULL);
}

static void
add_sheet (Builder *self)
{
  VacNode *questions = vac_document_find_section (self->document, QUESTIONS_ID);
  VacNode *assessments = vac_document_get (self->document, VAC_ROLE_ASSESSMENTS);

  add_head (self, VAC_PHRASE_INTERVIEW_KIT);
  add_labelled (self, VAC_PHRASE_INTERVIEWER, BLANK, NULL);
  add_labelled (self, VAC_PHRASE_DATE, BLANK, NULL);
  if (questions != NULL)
    add_question_section (self, questions, 1);
  add_scorecard (self);
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    add_assessment (self, vac_node_get_child (assessments, i));
}

static void
add_panel_header (Builder  *self,
                  VacPhrase first)
{
  vac_outline_add_row (self->outline, TRUE, NULL, say (self, first), "1", "2", "3", "4",
                       say (self, VAC_PHRASE_AGREED), NULL);
}

static void
add_panel_row (Builder    *self,
               const char *title,
               VacNode    *node)
{
  vac_outline_add_row (self->outline, FALSE, node, title, "__", "__", "__", "__", "__", NULL);
}

/* The columns 1 to 4 are for four interviewers, whose names stand above the table. */
static void
add_panel (Builder *self)
{
  VacNode *assessments = vac_document_get (self->document, VAC_ROLE_ASSESSMENTS);

  add_labelled (self, VAC_PHRASE_INTERVIEWERS, "1 " BLANK "  2 " BLANK "\n3 " BLANK "  4 " BLANK,
                NULL);
  if (self->requirements[0] != NULL)
    {
      vac_outline_add_heading (self->outline, 1, say (self, VAC_PHRASE_SCORECARD), NULL);
      add_panel_header (self, VAC_PHRASE_ASKED_FOR);
      for (guint i = 0; self->requirements[i] != NULL; i++)
        add_panel_row (self, self->requirements[i], NULL);
    }
  if (vac_node_get_n_children (assessments) > 0)
    {
      vac_outline_add_heading (self->outline, 1, say (self, VAC_PHRASE_POINTS_OF_100), assessments);
      add_panel_header (self, VAC_PHRASE_ASSESSMENT);
      for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
        {
          VacNode *assessment = vac_node_get_child (assessments, i);

          add_panel_row (self, vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE),
                         assessment);
        }
    }
  vac_outline_add_heading (self->outline, 1, say (self, VAC_PHRASE_RECOMMENDATION), NULL);
  vac_outline_add (self->outline, VAC_BLOCK_PARAGRAPH, say (self, VAC_PHRASE_DECISIONS), NULL);
  add_notes (self, NULL);
}

/**
 * vac_kit_new:
 * @document: a document
 * @part: which part of the kit
 *
 * Makes what interviewers print. Questions are those of the section with the id
 * "interview-questions", without what is switched off; the rows of the scorecard are the required
 * qualifications and competencies as a candidate reads them. An exporter writes it when it is
 * given as the outline; JSON formats do not go by an outline.
 *
 * Returns: (transfer full): the kit
 */
VacOutline *
vac_kit_new (VacDocument *document,
             VacKitPart   part)
{
  Builder self = { .document = document };
  g_autoptr (VacOutline) posting = NULL;
  g_auto (GStrv) requirements = NULL;
  g_auto (GStrv) conditions = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  posting = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  requirements = vac_parts_collect (posting, VAC_PART_QUALIFICATIONS);
  conditions = vac_parts_collect (posting, VAC_PART_EDUCATION);
  self.outline = vac_outline_new_empty (document, VAC_AUDIENCE_TEAM);
  self.language = vac_outline_get_language (self.outline);
  self.requirements = requirements;
  self.conditions = conditions;

  if (part != VAC_KIT_PANEL)
    add_sheet (&self);
  if (part == VAC_KIT_WHOLE)
    vac_outline_add_heading (self.outline, 1, say (&self, VAC_PHRASE_PANEL_SUMMARY), NULL);
  if (part == VAC_KIT_PANEL)
    add_head (&self, VAC_PHRASE_PANEL_SUMMARY);
  if (part != VAC_KIT_SHEET)
    add_panel (&self);

  return self.outline;
}

/**
 * vac_kit_covers:
 * @node: a node of a document
 *
 * Returns: whether @node is of what the kit is made of and no posting shows: the questions and the
 *   assessments
 */
gboolean
vac_kit_covers (VacNode *node)
{
  if (vac_table_kind_covers (VAC_TABLE_ASSESSMENTS, node))
    return TRUE;
  for (; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION &&
        g_str_equal (vac_node_get_member_text (node, VAC_ROLE_SECTION_ID), QUESTIONS_ID))
      return TRUE;

  return FALSE;
}
