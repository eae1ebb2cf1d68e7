/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-draft-match"

#include "config.h"

#include <string.h>

#include "vac-draft-match.h"

/* Which part of a draft became which text of a posting. They are found by their words: what is said
 * twice is found where it stands first. */

#define NO_PART G_MAXUINT

static const char *
get_words (VacNode *leaf)
{
  switch (vac_node_get_kind (leaf))
    {
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
      return vac_node_get_text (leaf);
    default:
      return "";
    }
}

/* Returns: (nullable): the leaf below @node whose text has @text in it */
static VacNode *
find_text (VacNode    *node,
           const char *text)
{
  if (vac_node_get_n_children (node) == 0)
    return strstr (get_words (node), text) != NULL ? node : NULL;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *found = find_text (vac_node_get_child (node, i), text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const VacFoundFact *
find_fact (VacRecognition *recognition,
           guint           part)
{
  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);

      if (fact->part == part && fact->taken)
        return fact;
    }

  return NULL;
}

/**
 * vac_draft_find_node:
 * @recognition: what was understood of a draft
 * @part: a part of it
 * @document: what was made of it
 *
 * Returns: (transfer none) (nullable): where the words of @part are
 */
VacNode *
vac_draft_find_node (VacRecognition *recognition,
                     guint           part,
                     VacDocument    *document)
{
  g_autofree char *text = vac_recognition_dup_text (recognition, part);
  const VacFoundFact *fact = find_fact (recognition, part);
  VacNode *root = vac_document_get_root (document);
  VacNode *found = NULL;

  if (*text != '\0')
    found = find_text (vac_document_get (document, VAC_ROLE_SECTIONS), text);
  if (found == NULL && *text != '\0')
    found = find_text (root, text);
  if (found == NULL && fact != NULL && *fact->value != '\0')
    found = find_text (vac_document_get (document, VAC_ROLE_JOB), fact->value);

  return found;
}

static gboolean
has_words_of (VacNode    *node,
              const char *text)
{
  return *text != '\0' && find_text (node, text) != NULL;
}

/**
 * vac_draft_find_part:
 * @recognition: what was understood of a draft
 * @node: a text of what was made of it, or what has texts
 *
 * Returns: the part of the draft whose words are in @node; %G_MAXUINT for none
 */
guint
vac_draft_find_part (VacRecognition *recognition,
                     VacNode        *node)
{
  VacDraft *draft = vac_recognition_get_draft (recognition);

  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    {
      g_autofree char *text = vac_recognition_dup_text (recognition, i);

      if (vac_draft_get_part (draft, i)->kind != VAC_DRAFT_FACT && has_words_of (node, text))
        return i;
    }
  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);

      if (fact->taken && has_words_of (node, fact->value))
        return fact->part;
    }

  return NO_PART;
}
