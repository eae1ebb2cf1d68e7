/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-kit"

#include "config.h"

#include "vac-audience.h"
#include "vac-interview.h"
#include "vac-kit-private.h"
#include "vac-kit.h"
#include "vac-parts.h"
#include "vac-score.h"
#include "vac-table-kind.h"

/* The interview kit is an outline, as the posting is: text, Word and pages of it come out of the
 * same exporters. Lines to write on are underscores, and boxes to tick a character, because every
 * format has those. */

#define BOX     VAC_KIT_BOX
#define BLANK   VAC_KIT_BLANK
#define GRADES  BOX " 1     " BOX " 2     " BOX " 3     " BOX " 4"

/* Advice is for whoever asks, not on what the answers should hold. */
static void
add_advice (VacKitBuilder *self,
            VacNode       *section)
{
  VacNode *advice = vac_node_get (section, VAC_ROLE_SECTION_ADVICE);

  if (!vac_node_is_empty (advice))
    vac_kit_add_labelled (self, VAC_PHRASE_ADVICE, vac_node_get_text (advice), advice)->keep = TRUE;
}

static void
add_tips (VacKitBuilder *self,
          VacNode       *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

  vac_outline_add_paragraphs (self->outline, vac_node_get (section, VAC_ROLE_SECTION_TEXT));
  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    {
      VacNode *item = vac_node_get_child (items, i);

      if (!vac_node_is_empty (item))
        vac_outline_add_marked (self->outline, VAC_BLOCK_BULLET,
                                vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL),
                                vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT), item);
    }
}

/* The box is ticked once the question has been asked. */
static void
add_question (VacKitBuilder *self,
              VacNode       *question)
{
  const char *label = vac_node_get_member_text (question, VAC_ROLE_ITEM_LABEL);
  const char *text = vac_node_get_member_text (question, VAC_ROLE_ITEM_TEXT);
  VacNode *listen_for = vac_node_get (question, VAC_ROLE_ITEM_LISTEN_FOR);
  g_autofree char *ticked = g_strconcat (BOX " ", *label != '\0' ? label : text, NULL);
  VacBlock *block;

  if (*label != '\0')
    block = vac_outline_add_marked (self->outline, VAC_BLOCK_PARAGRAPH, ticked, text, question);
  else
    block = vac_outline_add_marked (self->outline, VAC_BLOCK_PARAGRAPH, NULL, ticked, question);
  block->keep = TRUE;
  if (!vac_node_is_empty (listen_for))
    vac_kit_add_labelled (self, VAC_PHRASE_LISTEN_FOR, vac_node_get_text (listen_for),
                          listen_for)->keep = TRUE;
  vac_kit_add_labelled (self, VAC_PHRASE_RATING, GRADES, NULL)->keep = TRUE;
  vac_kit_add_notes (self, question);
}

/* Returns: how many questions there are */
static guint
add_questions (VacKitBuilder *self,
               VacNode       *interviewer,
               VacNode       *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  guint n_questions = 0;

  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    {
      VacNode *item = vac_node_get_child (items, i);

      if (!vac_interview_asks (interviewer, section) || vac_node_is_empty (item) ||
          !vac_audience_sees_part (VAC_AUDIENCE_TEAM, self->document, item))
        continue;
      add_question (self, item);
      n_questions++;
    }

  return n_questions;
}

/* What the grades mean, once for all questions. */
static void
add_scale (VacKitBuilder *self)
{
  g_autofree char *scale =
    g_strjoin (vac_kit_say (self, VAC_PHRASE_BETWEEN_FACTS),
               vac_kit_say (self, VAC_PHRASE_GRADE_1), vac_kit_say (self, VAC_PHRASE_GRADE_2),
               vac_kit_say (self, VAC_PHRASE_GRADE_3), vac_kit_say (self, VAC_PHRASE_GRADE_4),
               NULL);

  vac_kit_add_labelled (self, VAC_PHRASE_RATING, scale, NULL)->keep = TRUE;
}

/* Returns: how many questions there are; parts without any are left out */
static guint
add_question_section (VacKitBuilder *self,
                      VacNode       *interviewer,
                      VacNode       *section,
                      guint          level)
{
  VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);
  const gboolean tips = g_str_equal (vac_node_get_member_text (section, VAC_ROLE_SECTION_ID),
                                     VAC_SECTION_TIPS);
  guint start = vac_outline_get_n_blocks (self->outline);
  guint n_questions = 0;

  if (!vac_audience_sees (VAC_AUDIENCE_TEAM, self->document, section))
    return 0;

  vac_outline_add_heading (self->outline, level,
                           vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), section);
  if (tips)
    add_tips (self, section);
  else
    add_advice (self, section);
  if (level == 1)
    add_scale (self);
  if (!tips)
    n_questions = add_questions (self, interviewer, section);
  for (guint i = 0; subsections != NULL && i < vac_node_get_n_children (subsections); i++)
    n_questions += add_question_section (self, interviewer, vac_node_get_child (subsections, i),
                                         level + 1);

  if (n_questions == 0 && (!tips || vac_outline_get_n_blocks (self->outline) == start + 1))
    vac_outline_truncate (self->outline, start);

  return n_questions;
}

static void
add_ratings (VacKitBuilder *self)
{
  if (g_strv_equal ((const char *const *) self->requirements,
                    (const char *const *) self->conditions))
    return;

  vac_outline_add_row (self->outline, TRUE, NULL, vac_kit_say (self, VAC_PHRASE_ASKED_FOR),
                       vac_kit_say (self, VAC_PHRASE_GRADE_1),
                       vac_kit_say (self, VAC_PHRASE_GRADE_2),
                       vac_kit_say (self, VAC_PHRASE_GRADE_3),
                       vac_kit_say (self, VAC_PHRASE_GRADE_4), NULL);
  for (guint i = 0; self->requirements[i] != NULL; i++)
    if (!vac_kit_is_condition (self, self->requirements[i]))
      vac_outline_add_row (self->outline, FALSE, NULL, self->requirements[i], BOX, BOX, BOX, BOX,
                           NULL);
}

static void
add_scorecard (VacKitBuilder *self)
{
  if (self->requirements[0] == NULL)
    return;

  vac_outline_add_heading (self->outline, 1, vac_kit_say (self, VAC_PHRASE_SCORECARD), NULL);
  add_ratings (self);
  vac_kit_add_conditions (self);
}

static void
add_criterion (VacKitBuilder *self,
               VacNode       *criterion)
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
add_criteria_header (VacKitBuilder *self,
                     VacNode       *criteria)
{
  g_autofree char *one = g_strconcat ("1 ", vac_kit_say (self, VAC_PHRASE_WEAK), NULL);
  g_autofree char *three = g_strconcat ("3 ", vac_kit_say (self, VAC_PHRASE_GOOD), NULL);
  g_autofree char *four = g_strconcat ("4 ", vac_kit_say (self, VAC_PHRASE_STRONG), NULL);

  vac_outline_add_row (self->outline, TRUE, criteria,
                       vac_kit_say (self, VAC_PHRASE_CRITERION_AND_WEIGHT), one, three, four,
                       vac_kit_say (self, VAC_PHRASE_RATING),
                       vac_kit_say (self, VAC_PHRASE_POINTS), NULL);
}

static void
add_assessment (VacKitBuilder *self,
                VacNode       *assessment)
{
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);

  if (vac_node_get_n_children (criteria) == 0)
    return;

  vac_outline_add_heading (self->outline, 1,
                           vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE),
                           assessment);
  vac_outline_add (self->outline, VAC_BLOCK_PARAGRAPH, vac_kit_say (self, VAC_PHRASE_SCORE_RULE),
                   assessment)->keep = TRUE;
  add_criteria_header (self, criteria);
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    add_criterion (self, vac_node_get_child (criteria, i));
  vac_outline_add_row (self->outline, FALSE, criteria, vac_kit_say (self, VAC_PHRASE_TOTAL), "", "",
                       "", "", "__", NULL);
}

static void
add_interviewer (VacKitBuilder *self,
                 VacNode       *interviewer)
{
  VacNode *name = interviewer != NULL ? vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_NAME)
                                      : NULL;
  VacNode *focus = interviewer != NULL ? vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_FOCUS)
                                       : NULL;
  VacNode *minutes = interviewer != NULL ? vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_MINUTES)
                                         : NULL;

  vac_kit_add_labelled (self, VAC_PHRASE_INTERVIEWER,
                        name != NULL && !vac_node_is_empty (name) ? vac_node_get_text (name)
                                                                  : BLANK, name);
  vac_kit_add_labelled (self, VAC_PHRASE_DATE, BLANK, NULL);
  if (focus != NULL && !vac_node_is_empty (focus))
    vac_kit_add_labelled (self, VAC_PHRASE_FOCUS, vac_node_get_text (focus), focus);
  if (minutes != NULL && !vac_node_is_empty (minutes))
    vac_kit_add_labelled (self, VAC_PHRASE_MINUTES, vac_node_get_text (minutes), minutes);
}

/* Nobody sees what another interviewer wrote: each has a sheet, or sheets, of their own. */
static void
add_sheet (VacKitBuilder *self,
           VacNode       *interviewer)
{
  VacNode *questions = vac_document_find_section (self->document, VAC_SECTION_QUESTIONS);
  VacNode *assessments = vac_document_get (self->document, VAC_ROLE_ASSESSMENTS);

  vac_kit_add_head (self, VAC_PHRASE_INTERVIEW_KIT);
  add_interviewer (self, interviewer);
  if (questions != NULL)
    add_question_section (self, interviewer, questions, 1);
  add_scorecard (self);
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    add_assessment (self, vac_node_get_child (assessments, i));
}

static void
add_sheets (VacKitBuilder *self)
{
  VacNode *plan = vac_document_get (self->document, VAC_ROLE_PLAN);

  vac_outline_set_subject (self->outline, vac_kit_say (self, VAC_PHRASE_INTERVIEW_KIT));
  if (vac_node_get_n_children (plan) == 0)
    add_sheet (self, NULL);
  for (guint i = 0; i < vac_node_get_n_children (plan); i++)
    add_sheet (self, vac_node_get_child (plan, i));
}

/**
 * vac_kit_new:
 * @document: a document
 * @part: which part of the kit
 *
 * Makes what interviewers print: a sheet for each of the plan, or one to fill in with any name. A
 * question stays on one page with the room for notes on it. Questions are those of the section with
 * the id "interview-questions", without what is switched off; the rows of the scorecard are the
 * required qualifications and competencies as a candidate reads them. An exporter writes it when it
 * is given as the outline; JSON formats do not go by an outline.
 *
 * Returns: (transfer full): the kit
 */
VacOutline *
vac_kit_new (VacDocument *document,
             VacKitPart   part)
{
  VacKitBuilder self = { .document = document };
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

  if (part == VAC_KIT_PANEL)
    vac_kit_add_panel (&self);
  else
    add_sheets (&self);

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
        g_str_equal (vac_node_get_member_text (node, VAC_ROLE_SECTION_ID), VAC_SECTION_QUESTIONS))
      return TRUE;

  return FALSE;
}
