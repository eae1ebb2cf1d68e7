/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-block"

#include "config.h"

#include "vac-outline-builder.h"

/**
 * vac_block_is_masthead:
 * @kind: what a block is
 *
 * Returns: whether it stands at the head of a posting, before the first section
 */
gboolean
vac_block_is_masthead (VacBlockKind kind)
{
  return kind == VAC_BLOCK_PICTURE || kind == VAC_BLOCK_TITLE || kind == VAC_BLOCK_FACTS ||
         kind == VAC_BLOCK_PAY;
}

/**
 * vac_block_get_box:
 * @heading: a heading of the first level
 *
 * Returns: what sets it off, with all that follows up to the next one, in a design with boxes
 */
VacBox
vac_block_get_box (const VacBlock *heading)
{
  g_return_val_if_fail (heading != NULL, VAC_BOX_NONE);

  switch (heading->node != NULL ? vac_node_get_role (heading->node) : VAC_ROLE_NONE)
    {
    case VAC_ROLE_APPLY:
      return VAC_BOX_APPLY;
    case VAC_ROLE_EMPLOYER_ABOUT:
    case VAC_ROLE_EQUAL_OPPORTUNITY:
    case VAC_ROLE_ACCOMMODATION:
      return VAC_BOX_CLOSING;
    default:
      return VAC_BOX_NONE;
    }
}

/*
 * vac_block_copy:
 * @block: a block
 *
 * Returns: (transfer full): one that holds the same, for vac_outline_take_block()
 */
VacBlock
vac_block_copy (const VacBlock *block)
{
  VacBlock copy = *block;

  copy.label = g_strdup (block->label);
  copy.text = g_strdup (block->text);
  copy.parts = vac_emphasis_array_copy (block->parts);
  copy.facts = block->facts != NULL ? vac_facts_new () : NULL;
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    {
      const VacBlockFact *fact = vac_facts_get (block->facts, i);

      vac_facts_add (copy.facts, fact->label, fact->text, fact->node);
    }
  copy.cells = g_strdupv (block->cells);
  copy.link = g_strdup (block->link);
  copy.picture = block->picture != NULL ? vac_picture_ref (block->picture) : NULL;
  copy.chart = block->chart != NULL ? vac_chart_ref (block->chart) : NULL;
  copy.marks = block->marks != NULL ? g_array_copy (block->marks) : NULL;
  copy.node = block->node != NULL ? g_object_ref (block->node) : NULL;

  return copy;
}
