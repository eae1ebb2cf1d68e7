/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-search"

#include "config.h"

#include "vac-search-private.h"
#include "vac-table-kind.h"

/* Words in a document: in what people write, not in numbers, choices, dates, codes and ids. */

static gboolean
is_for_programs (const VacField *field)
{
  switch (field->role)
    {
    case VAC_ROLE_SECTION_ID:
    case VAC_ROLE_VARIATION_ID:
    case VAC_ROLE_ADDITION_SECTION:
    case VAC_ROLE_SKILL_ID:
    case VAC_ROLE_ITEM_ID:
    case VAC_ROLE_ITEM_ORIGIN:
    case VAC_ROLE_ASSESSED:
    case VAC_ROLE_INTERVIEWER_ASKED:
    case VAC_ROLE_VARIATION_CONFLICT:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_words (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);
  VacCodeKind code;

  return field != NULL && (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_PROSE) &&
         field->syntax != VAC_SYNTAX_TIME && !vac_field_is_code (field, &code) &&
         !is_for_programs (field);
}

/* Where a text of a posting is that is not for the team. */
static VacSearchScope
find_scope (VacNode *leaf)
{
  switch (vac_node_get_role (leaf))
    {
    case VAC_ROLE_JOB_TITLE:
    case VAC_ROLE_SECTION_TITLE:
      return VAC_SEARCH_HEADINGS;
    case VAC_ROLE_SECTION_TEXT:
      return VAC_SEARCH_TEXTS;
    case VAC_ROLE_ITEM_LABEL:
    case VAC_ROLE_ITEM_TEXT:
      return VAC_SEARCH_BULLETS;
    case VAC_ROLE_SECTION_ADVICE:
    case VAC_ROLE_ITEM_LISTEN_FOR:
      return VAC_SEARCH_TEAM;
    default:
      return VAC_SEARCH_FACTS;
    }
}

static gboolean
is_for_team (VacNode *leaf)
{
  VacNode *section = vac_node_get_ancestor (leaf, VAC_ROLE_SECTION);

  if (section != NULL)
    return vac_audience_of_section (section) == VAC_AUDIENCE_TEAM;

  return vac_node_get_ancestor (leaf, VAC_ROLE_JOB) == NULL;
}

static gboolean
is_looked_through (VacSearch *self,
                   VacNode   *node)
{
  return is_words (node) &&
         (self->scope & (is_for_team (node) ? VAC_SEARCH_TEAM : find_scope (node))) != 0;
}

/* Looks for what readers see, and says where that is in the stored text. */
static guint
find_in (VacSearch *self,
         VacNode   *leaf,
         GArray    *passages)
{
  const VacMarkup *markup = vac_node_get_markup (leaf);
  const guint n = vac_pattern_find (self->pattern, vac_node_get_shown_text (leaf), passages);

  for (guint i = 0; markup != NULL && i < n; i++)
    {
      VacPassage *passage = &g_array_index (passages, VacPassage, i);
      const gsize end = vac_markup_to_stored_end (markup, passage->start + passage->length);

      passage->start = vac_markup_to_stored (markup, passage->start);
      passage->length = end - passage->start;
    }

  return n;
}

static void
look_through (VacSearch *self,
              VacNode   *leaf,
              GArray    *matches)
{
  if (!is_looked_through (self, leaf))
    return;
  find_in (self, leaf, self->passages);
  for (guint i = 0; i < self->passages->len; i++)
    {
      const VacPassage *passage = &g_array_index (self->passages, VacPassage, i);
      const VacMatch match = { g_object_ref (leaf), passage->start, passage->length };

      g_array_append_val (matches, match);
    }
}

/* Whether the table that has @node in it is on a page. */
static gboolean
is_shown (VacSearch *self,
          VacNode   *node)
{
  const VacTableKind kind = vac_table_kind_of_role (vac_node_get_role (node));

  if (kind != VAC_TABLE_NONE && kind != VAC_TABLE_PAY && kind != VAC_TABLE_VARIATIONS)
    return vac_table_kind_find_section (kind, self->document) != NULL;
  if (vac_node_get_role (node) == VAC_ROLE_VARIATION)
    return vac_table_kind_find_section (VAC_TABLE_VARIATIONS, self->document) != NULL ||
           vac_document_find_section (
               self->document, vac_node_get_member_text (node, VAC_ROLE_VARIATION_ID)) != NULL;

  return TRUE;
}

static void
walk (VacSearch *self,
      VacNode   *node,
      GArray    *matches)
{
  if (!is_shown (self, node))
    return;
  look_through (self, node, matches);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    walk (self, vac_node_get_child (node, i), matches);
}

static void
clear_match (gpointer data)
{
  g_object_unref (((VacMatch *) data)->node);
}

/**
 * vac_search_new:
 * @document: a posting
 * @words: what to look for in it; valid UTF-8
 * @flags: what counts
 * @scope: where to look
 *
 * Returns: (transfer full): a search, for as long as the posting is in the language that it is in
 */
VacSearch *
vac_search_new (VacDocument     *document,
                const char      *words,
                VacPatternFlags  flags,
                VacSearchScope   scope)
{
  VacSearch *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);

  self = g_new0 (VacSearch, 1);
  self->document = g_object_ref (document);
  self->pattern = vac_pattern_new (words, flags,
                                   vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  self->passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));
  self->scope = scope;

  return self;
}

/**
 * vac_search_free:
 * @self: (transfer full): a search
 */
void
vac_search_free (VacSearch *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->document);
  vac_pattern_free (self->pattern);
  g_array_unref (self->passages);
  g_free (self);
}

/**
 * vac_search_find_all:
 * @self: a search
 *
 * Returns: (transfer full) (element-type VacMatch): all places in the posting as it is now, in its
 *   order. What no form shows is not looked through.
 */
GArray *
vac_search_find_all (VacSearch *self)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (VacMatch));
  VacNode *root;

  g_return_val_if_fail (self != NULL, matches);

  g_array_set_clear_func (matches, clear_match);
  root = vac_document_get_root (self->document);
  for (guint i = 0; i < vac_node_get_n_children (root); i++)
    {
      VacNode *part = vac_node_get_child (root, i);
      const VacRole role = vac_node_get_role (part);

      if (role == VAC_ROLE_JOB || role == VAC_ROLE_SECTIONS ||
          vac_table_kind_of_role (role) != VAC_TABLE_NONE)
        walk (self, part, matches);
    }

  return matches;
}

/**
 * vac_search_find_in:
 * @self: a search
 * @node: a text of the posting
 * @passages: (element-type VacPassage): takes the places in it, in their order, in place of what it
 *   held
 *
 * Returns: how many there are; none in a text that is not looked through
 */
guint
vac_search_find_in (VacSearch *self,
                    VacNode   *node,
                    GArray    *passages)
{
  g_return_val_if_fail (self != NULL && VAC_IS_NODE (node) && passages != NULL, 0);

  g_array_set_size (passages, 0);
  if (!is_looked_through (self, node))
    return 0;

  return find_in (self, node, passages);
}

static guint
get_depth (VacNode *node)
{
  guint depth = 0;

  for (; vac_node_get_parent (node) != NULL; node = vac_node_get_parent (node))
    depth++;

  return depth;
}

/* Returns: as strcmp(), in the order of the document */
static int
compare_nodes (VacNode *a,
               VacNode *b)
{
  const guint of_a = get_depth (a), of_b = get_depth (b);
  int result = (int) of_a - (int) of_b;   /* when one is inside the other */

  for (guint i = of_b; i < of_a; i++)
    a = vac_node_get_parent (a);
  for (guint i = of_a; i < of_b; i++)
    b = vac_node_get_parent (b);
  for (; a != b && a != NULL && b != NULL; a = vac_node_get_parent (a), b = vac_node_get_parent (b))
    result = (int) vac_node_get_position (a) - (int) vac_node_get_position (b);

  return result;
}

/**
 * vac_search_find_from:
 * @matches: (element-type VacMatch): places in a document, as of vac_search_find_all()
 * @node: a node of the document
 * @start: where in its text to begin, in bytes
 *
 * Returns: which of @matches is the first that begins there or comes after it; their number for
 *   none
 */
guint
vac_search_find_from (const GArray *matches,
                      VacNode      *node,
                      gsize         start)
{
  guint first = 0, last;

  g_return_val_if_fail (matches != NULL && VAC_IS_NODE (node), 0);

  last = matches->len;
  while (first < last)
    {
      const guint middle = first + (last - first) / 2;
      const VacMatch *match = &g_array_index (matches, VacMatch, middle);
      const int order = compare_nodes (match->node, node);

      if (order < 0 || (order == 0 && match->start < start))
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}
