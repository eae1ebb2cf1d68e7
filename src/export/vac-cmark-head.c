/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cmark-head"

#include "config.h"

#include "vac-cmark-head.h"
#include "vac-outline-facts.h"
#include "vac-phrase.h"
#include "vac-plain.h"

/* The head of a web page: the employer's name in a line of its own, and the other facts in a line
 * or below captions, as the design has them. */

static cmark_node *
add_element (cmark_node *parent,
             const char *enter,
             const char *leave)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_CUSTOM_BLOCK);

  cmark_node_set_on_enter (node, enter);
  cmark_node_set_on_exit (node, leave);
  cmark_node_append_child (parent, node);

  return node;
}

static void
add_text (cmark_node *parent,
          const char *text)
{
  g_autofree char *line = vac_plain_line (text);
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);

  cmark_node_set_literal (node, line);
  cmark_node_append_child (parent, node);
}

static void
add_line (cmark_node *parent,
          const char *enter,
          const char *text)
{
  cmark_node *paragraph = cmark_node_new (CMARK_NODE_PARAGRAPH);

  cmark_node_append_child (add_element (parent, enter, "</div>"), paragraph);
  add_text (paragraph, text);
}

/* What stands below captions is one part, which may stand beside the text. */
static cmark_node *
enter_side (cmark_node  *header,
            cmark_node **side)
{
  if (*side == NULL)
    *side = add_element (header, "<div class=\"side\">", "</div>");

  return *side;
}

static void
add_term (cmark_node *list,
          const char *term,
          const char *text)
{
  cmark_node *group = add_element (list, "<div>", "</div>");

  if (term != NULL)
    add_text (add_element (group, "<dt>", "</dt>"), term);
  add_text (add_element (group, "<dd>", "</dd>"), text);
}

static void
add_terms (cmark_node *side,
           GArray     *facts,
           guint       first,
           const char *language)
{
  cmark_node *list = add_element (side, "<dl class=\"facts\">", "</dl>");

  for (guint end; first < facts->len; first = end)
    {
      const char *caption = vac_facts_get_caption (facts, first, language);
      g_autofree char *text = NULL;

      end = vac_facts_find_end (facts, first);
      text = vac_facts_join_bare (facts, first, end, language, NULL);
      /* A list of terms wants one for each text. */
      if (caption == NULL)
        add_line (side, "<div class=\"facts\">", text);
      else
        add_term (list, caption, text);
    }
  if (cmark_node_first_child (list) == NULL)
    cmark_node_free (list);
}

static gboolean
add_facts (VacOutline  *outline,
           GArray      *facts,
           cmark_node  *header,
           cmark_node **side)
{
  const char *language = vac_outline_get_language (outline);
  const gboolean columns = vac_outline_get_look (outline)->design->fact_columns > 0;
  const guint first = vac_facts_names_employer (facts) ? 1 : 0;

  if (first == 0 && !columns)
    return FALSE;
  if (first > 0)
    {
      g_autofree char *employer = vac_facts_join_some (facts, 0, 1, language, NULL);

      add_line (header, "<div class=\"employer\">", employer);
    }
  if (first < facts->len && columns)
    add_terms (enter_side (header, side), facts, first, language);
  else if (first < facts->len)
    {
      g_autofree char *rest = vac_facts_join_some (facts, first, facts->len, language, NULL);

      add_line (header, "<div class=\"facts\">", rest);
    }

  return TRUE;
}

/*
 * vac_cmark_add_head:
 * @outline: an outline
 * @block: its facts or its pay
 * @header: takes them
 * @side: (inout): the part of @header that takes what stands below captions, once there is one
 *
 * Returns: whether the design has a place for it; otherwise it is a line like any other
 */
gboolean
vac_cmark_add_head (VacOutline      *outline,
                    const VacBlock  *block,
                    cmark_node      *header,
                    cmark_node     **side)
{
  const char *language = vac_outline_get_language (outline);
  cmark_node *list;

  if (block->kind == VAC_BLOCK_FACTS)
    return add_facts (outline, block->facts, header, side);
  if (vac_outline_get_look (outline)->design->fact_columns == 0)
    return FALSE;

  list = add_element (enter_side (header, side), "<dl class=\"pay-line\">", "</dl>");
  add_term (list, vac_phrase_get (language, VAC_PHRASE_PAY), block->text);

  return TRUE;
}
