/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper-own-fonts"

#include "config.h"

#include "vac-outline-facts.h"
#include "vac-paper-own-fonts.h"
#include "vac-type-own.h"

static gboolean
has_block (const VacBlock *block)
{
  /* A chart writes what is in tables, but in its own way. */
  if (block->kind == VAC_BLOCK_CHART || !vac_type_own_has (block->label) ||
      !vac_type_own_has (block->text))
    return FALSE;
  for (guint i = 0; block->facts != NULL && i < block->facts->len; i++)
    if (!vac_type_own_has (vac_facts_get (block->facts, i)->label) ||
        !vac_type_own_has (vac_facts_get (block->facts, i)->text))
      return FALSE;
  for (guint i = 0; block->cells != NULL && block->cells[i] != NULL; i++)
    if (!vac_type_own_has (block->cells[i]))
      return FALSE;

  return TRUE;
}

/* What the pages add to the texts of the outline is punctuation of the language. */
static gboolean
is_in_latin_letters (const char *language)
{
  return language != NULL &&
         pango_language_includes_script (pango_language_from_string (language),
                                         PANGO_SCRIPT_LATIN);
}

static gboolean
has_typeface (const VacTypePair *pair)
{
#ifdef VAC_TYPE_FAMILY
  return g_str_has_prefix (pair->text, VAC_TYPE_FAMILY ",") &&
         g_str_has_prefix (pair->heading, VAC_TYPE_FAMILY ",");
#else
  return FALSE;
#endif
}

/*
 * vac_paper_suits_own_fonts:
 * @outline: an outline
 *
 * Returns: whether it is laid out in the same way with vac_type_own_get_map() as with all fonts of
 *   the machine; %FALSE when that is not in use
 */
gboolean
vac_paper_suits_own_fonts (VacOutline *outline)
{
  if (vac_type_own_get_map () == NULL || vac_outline_has_marks (outline) ||
      !has_typeface (vac_outline_get_look (outline)->pair) ||
      !is_in_latin_letters (vac_outline_get_language (outline)) ||
      !vac_type_own_has (vac_outline_get_name (outline)) ||
      !vac_type_own_has (vac_outline_get_author (outline)))
    return FALSE;
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    if (!has_block (vac_outline_get_block (outline, i)))
      return FALSE;

  return TRUE;
}
