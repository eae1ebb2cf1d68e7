/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-parts"

#include "config.h"

#include "vac-outline-parts.h"
#include "vac-parts.h"
#include "vac-wording.h"
#include "vac-phrase.h"
#include "vac-plain.h"

/* The short ids are for whoever writes a posting by hand. */
static const char *const part_ids[][4] = {
  [VAC_PART_RESPONSIBILITIES] = { VAC_SECTION_RESPONSIBILITIES, "responsibilities" },
  [VAC_PART_QUALIFICATIONS] = { VAC_SECTION_REQUIRED, "qualifications" },
  [VAC_PART_SKILLS] = { VAC_SECTION_SKILLS, VAC_SECTION_MORE_SKILLS, "skills" },
  [VAC_PART_BENEFITS] = { VAC_SECTION_BENEFITS, "benefits" },
  [VAC_PART_EDUCATION] = { VAC_SECTION_EDUCATION },
};

/**
 * vac_parts_contain:
 * @part: a part
 * @node: (nullable): a node of a document
 *
 * Returns: whether @node stands in a section that is that part of a posting
 */
gboolean
vac_parts_contain (VacPart  part,
                   VacNode *node)
{
  for (; node != NULL; node = vac_node_get_parent (node))
    {
      if (vac_node_get_role (node) != VAC_ROLE_SECTION)
        continue;
      if (g_strv_contains (part_ids[part], vac_node_get_member_text (node, VAC_ROLE_SECTION_ID)))
        return TRUE;
    }

  return FALSE;
}

static char *
join_label (const VacBlock *block,
            const char     *language)
{
  g_autofree char *label = vac_plain_line (block->label != NULL ? block->label : "");
  g_autofree char *spelled = block->text != NULL ? vac_block_spell_links (block) : g_strdup ("");
  g_autofree char *text = vac_plain_line (spelled);
  g_autofree char *run_in = vac_phrase_run_in (language, label);

  return g_strconcat (*label != '\0' && *text != '\0' ? run_in : label, text, NULL);
}

/* Whether a block is about pay, which job boards read from fields of their own. */
static gboolean
is_about_pay (const VacBlock *block)
{
  const char *text = "";

  if (vac_node_get_role (block->node) == VAC_ROLE_ITEM)
    text = vac_node_get_member_text (block->node, VAC_ROLE_ITEM_TEXT);
  else if (vac_node_get_role (block->node) == VAC_ROLE_SECTION_TEXT)
    text = vac_node_get_text (block->node);

  return vac_wording_needs_pay (text) ||
         vac_node_get_ancestor (block->node, VAC_ROLE_PAY) != NULL ||
         vac_node_get_ancestor (block->node, VAC_ROLE_LEVEL) != NULL;
}

/**
 * vac_parts_collect:
 * @outline: an outline
 * @part: which part
 *
 * Benefits are without pay.
 *
 * Returns: (transfer full): the part's bullets and paragraphs as they are read, placeholders
 *   filled, one line each; %NULL-ended, empty when the posting has no such part
 */
char **
vac_parts_collect (VacOutline *outline,
                   VacPart     part)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (outline != NULL, NULL);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);
      g_autofree char *line = NULL;

      if ((block->kind != VAC_BLOCK_BULLET && block->kind != VAC_BLOCK_PARAGRAPH) ||
          !vac_parts_contain (part, block->node) ||
          (part == VAC_PART_BENEFITS && is_about_pay (block)))
        continue;
      line = join_label (block, vac_outline_get_language (outline));
      if (*line != '\0')
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }

  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}
