/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-parts"

#include "config.h"

#include "vac-parts.h"
#include "vac-plain.h"

/* Ids of sections in guides; a heading can be renamed and translated, the id stays. */
static const char *const part_ids[][4] = {
  [VAC_PART_RESPONSIBILITIES] = { "key-responsibilities", "responsibilities" },
  [VAC_PART_QUALIFICATIONS] = { "required-qualifications", "qualifications" },
  [VAC_PART_SKILLS] = { "technical-skills", "advanced-technical-skills", "skills" },
  [VAC_PART_BENEFITS] = { "what-we-offer", "benefits" },
  [VAC_PART_EDUCATION] = { "education-experience" },
};

static gboolean
is_in_part (VacNode *node,
            VacPart  part)
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
join_label (const VacBlock *block)
{
  g_autofree char *label = vac_plain_line (block->label != NULL ? block->label : "");
  g_autofree char *text = vac_plain_line (block->text != NULL ? block->text : "");

  if (*label == '\0' || *text == '\0')
    return g_strconcat (label, text, NULL);

  return g_strconcat (label, g_str_has_suffix (label, "?") ? " " : ": ", text, NULL);
}

/**
 * vac_parts_collect:
 * @outline: an outline
 * @part: which part
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
          !is_in_part (block->node, part))
        continue;
      line = join_label (block);
      if (*line != '\0')
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }

  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}

/* A sentence that says what is not needed, or only welcome, requires nothing. */
static gboolean
is_requirement (const char *line)
{
  static gsize initialised;
  static GRegex *optional;

  if (g_once_init_enter (&initialised))
    {
      optional = g_regex_new ("\\b(no|not|without|preferred|plus|ideally|optional|instead of|"
                              "equivalent|kein\\w*|nicht|ohne|sans|sin)\\b",
                              G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&initialised, 1);
    }

  return !g_regex_match (optional, line, 0, NULL);
}

static guint
find_months (const char *line)
{
  static gsize initialised;
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *years = NULL;

  if (g_once_init_enter (&initialised))
    {
      regex = g_regex_new ("(?<![\\d.,])(\\d{1,2})(?:\\s*(?:–|—|-|to|bis|à|a)\\s*\\d{1,2})?\\s*\\+?\\s*"
                           "(?:or more )?(?:years?|Jahren?|ans|años)\\b",
                           G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&initialised, 1);
    }
  if (!g_regex_match (regex, line, 0, &match))
    return 0;

  years = g_match_info_fetch (match, 1);
  return 12 * (guint) g_ascii_strtoull (years, NULL, 10);
}

/**
 * vac_parts_find_experience:
 * @lines: what is required, as from vac_parts_collect()
 *
 * Reads "3–5 years", "5+ years" and the same in the other languages that we speak.
 *
 * Returns: the least experience in months; 0 when none is stated
 */
guint
vac_parts_find_experience (const char *const *lines)
{
  g_return_val_if_fail (lines != NULL, 0);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint months = is_requirement (lines[i]) ? find_months (lines[i]) : 0;

      if (months > 0)
        return months;
    }

  return 0;
}

/**
 * vac_parts_find_credential:
 * @lines: what is required, as from vac_parts_collect()
 *
 * Returns: (transfer none) (nullable): the lowest degree that is named, in the words of Google's
 *   `credentialCategory` (Job posting structured data, "Education and experience properties")
 */
const char *
vac_parts_find_credential (const char *const *lines)
{
  static const struct
  {
    const char *pattern;
    const char *category;
  } degrees[] = {
    { "\\bhigh[- ]school\\b", "high school" },
    { "\\bassociate(’s|'s)?\\s+degree\\b", "associate degree" },
    { "\\bbachelor", "bachelor degree" },
    { "\\b(master(’s|'s)\\b|master\\s+degree|postgraduate|ph\\.?\\s?d\\b|doctora)", "postgraduate degree" },
  };

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    for (guint j = 0; lines[j] != NULL; j++)
      if (is_requirement (lines[j]) &&
          g_regex_match_simple (degrees[i].pattern, lines[j], G_REGEX_CASELESS, 0))
        return degrees[i].category;

  return NULL;
}
