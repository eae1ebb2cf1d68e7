/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-interview"

#include "config.h"

#include "vac-audience.h"
#include "vac-interview.h"

/* What is asked in interviews: the entries of the section with questions, but for the tips. */

static gboolean
has_id (VacNode    *section,
        const char *id)
{
  return g_str_equal (vac_node_get_member_text (section, VAC_ROLE_SECTION_ID), id);
}

/**
 * vac_interview_is_question:
 * @node: a node of a document
 *
 * Returns: whether it is an entry that is put to candidates as a question
 */
gboolean
vac_interview_is_question (VacNode *node)
{
  gboolean asked = FALSE;

  g_return_val_if_fail (VAC_IS_NODE (node), FALSE);

  if (vac_node_get_role (node) != VAC_ROLE_ITEM)
    return FALSE;
  for (node = vac_node_get_parent (node); node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION)
      {
        if (has_id (node, VAC_SECTION_TIPS))
          return FALSE;
        asked |= has_id (node, VAC_SECTION_QUESTIONS);
      }

  return asked;
}

static void
list_parts (VacDocument *document,
            VacNode     *section,
            GPtrArray   *parts)
{
  VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

  if (!vac_audience_sees (VAC_AUDIENCE_TEAM, document, section) ||
      has_id (section, VAC_SECTION_TIPS))
    return;
  if (vac_node_get_n_children (vac_node_get (section, VAC_ROLE_SECTION_ITEMS)) > 0)
    g_ptr_array_add (parts, section);
  for (guint i = 0; subsections != NULL && i < vac_node_get_n_children (subsections); i++)
    list_parts (document, vac_node_get_child (subsections, i), parts);
}

/**
 * vac_interview_list_parts:
 * @document: a document
 *
 * Returns: (transfer container) (element-type VacNode): the sections and subsections whose entries
 *   are questions, without what is switched off
 */
GPtrArray *
vac_interview_list_parts (VacDocument *document)
{
  GPtrArray *parts = g_ptr_array_new ();
  VacNode *questions;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  questions = vac_document_find_section (document, VAC_SECTION_QUESTIONS);
  if (questions != NULL)
    list_parts (document, questions, parts);

  return parts;
}

/**
 * vac_interview_asks:
 * @interviewer: (nullable): an interview of the plan; %NULL where there is no plan
 * @part: a section or subsection with questions
 *
 * Returns: whether its questions are asked then: they are unless the plan names only others
 */
gboolean
vac_interview_asks (VacNode *interviewer,
                    VacNode *part)
{
  const char *id = vac_node_get_member_text (part, VAC_ROLE_SECTION_ID);
  VacNode *asks = interviewer != NULL ? vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS)
                                      : NULL;

  if (asks == NULL || vac_node_get_n_children (asks) == 0)
    return TRUE;
  for (guint i = 0; i < vac_node_get_n_children (asks); i++)
    if (g_str_equal (vac_node_get_text (vac_node_get_child (asks, i)), id))
      return TRUE;

  return FALSE;
}
