/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-node"

#include "config.h"

#include "vac-diff-private.h"

/* Whether two nodes say the same, whatever white space is between the words. */

static gboolean
is_json_white (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The next byte that counts. In a string all do. */
static const char *
skip_json_white (const char *p,
                 gboolean    in_string)
{
  while (!in_string && is_json_white (*p))
    p++;

  return p;
}

/*
 * vac_diff_raw_equal:
 * @a: (nullable): JSON that is kept verbatim
 * @b: (nullable): the same of another node
 *
 * Returns: whether they are the same but for their layout
 */
gboolean
vac_diff_raw_equal (const char *a,
                    const char *b)
{
  gboolean in_string = FALSE;

  if (a == NULL || b == NULL)
    return a == b;

  for (;; a++, b++)
    {
      a = skip_json_white (a, in_string);
      b = skip_json_white (b, in_string);
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
      if (*a == '"')
        in_string = !in_string;
      else if (in_string && *a == '\\' && a[1] != '\0' && a[1] == b[1])
        a++, b++;
    }
}

static guint
add_text (guint       hash,
          const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        hash = vac_diff_hash_number (hash, c);
    }

  return hash;
}

static guint
add_node (guint    hash,
          VacNode *node)
{
  const char *name = vac_node_get_kind (node) == VAC_KIND_OPAQUE ? vac_node_get_name (node) : NULL;
  guint members = 0;

  if (name != NULL)
    hash = add_text (hash, name);
  if (vac_node_get_raw (node) != NULL)
    hash = add_text (hash, vac_node_get_raw (node));
  if (vac_node_get_kind (node) == VAC_KIND_TOGGLE)
    return vac_diff_hash_number (hash, (guint) vac_node_get_toggle (node));
  if (vac_node_get_kind (node) != VAC_KIND_RECORD)
    hash = add_text (hash, vac_node_get_text (node));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_get_child (node, i);

      /* Members may stand in any order; elements may not. */
      if (vac_node_get_kind (node) != VAC_KIND_RECORD)
        hash = vac_diff_hash_number (add_node (hash, child), i);
      else if (!vac_node_is_empty (child) || vac_node_get_kind (child) == VAC_KIND_TOGGLE)
        members += add_node (g_str_hash (vac_node_get_name (child)), child);
    }

  return vac_diff_hash_number (hash, members);
}

/*
 * vac_diff_node_hash:
 *
 * Returns: a number that is the same for nodes that vac_diff_node_equal() finds equal
 */
guint
vac_diff_node_hash (VacNode *node)
{
  return add_node (VAC_DIFF_HASH_START, node);
}

/*
 * vac_diff_find_member:
 * @record: a record
 * @member: a member of another record of the same field
 *
 * Returns: (transfer none) (nullable): the same member of @record
 */
VacNode *
vac_diff_find_member (VacNode *record,
                      VacNode *member)
{
  const VacField *field = vac_node_get_field (member);

  for (guint i = 0; i < vac_node_get_n_children (record); i++)
    {
      VacNode *child = vac_node_get_child (record, i);

      if (vac_node_get_field (child) == field &&
          (field != NULL || g_str_equal (vac_node_get_name (child), vac_node_get_name (member))))
        return child;
    }

  return NULL;
}

static gboolean
are_values_equal (VacWordBreak *breaks,
                  VacNode      *a,
                  VacNode      *b)
{
  const VacField *field = vac_node_get_field (a);

  if (!vac_diff_raw_equal (vac_node_get_raw (a), vac_node_get_raw (b)))
    return FALSE;
  if (field == NULL || !vac_field_is_leaf (field))
    return TRUE;
  if (field->kind == VAC_KIND_TOGGLE)
    return vac_node_get_toggle (a) == vac_node_get_toggle (b);

  return vac_diff_has_words (field)
             ? vac_diff_text_equal (breaks, vac_node_get_text (a), vac_node_get_text (b))
             : g_str_equal (vac_node_get_text (a), vac_node_get_text (b));
}

/*
 * vac_diff_node_has_words:
 * @node: a node
 *
 * Returns: whether it holds a text as vac_diff_has_words(), and no JSON in its place
 */
gboolean
vac_diff_node_has_words (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);

  return field != NULL && vac_diff_has_words (field) && vac_node_get_raw (node) == NULL;
}

static guint
count_opaque (VacNode *record)
{
  guint n = 0;

  for (guint i = 0; i < vac_node_get_n_children (record); i++)
    n += vac_node_get_kind (vac_node_get_child (record, i)) == VAC_KIND_OPAQUE;

  return n;
}

/*
 * vac_diff_node_equal:
 * @breaks: what parts texts into words
 * @a: a node
 * @b: a node of the same field
 *
 * Returns: whether both say the same: all words are the same in the same order
 */
gboolean
vac_diff_node_equal (VacWordBreak *breaks,
                     VacNode      *a,
                     VacNode      *b)
{
  const gboolean record = vac_node_get_kind (a) == VAC_KIND_RECORD;

  if (!are_values_equal (breaks, a, b))
    return FALSE;
  if (record ? count_opaque (a) != count_opaque (b)
             : vac_node_get_n_children (a) != vac_node_get_n_children (b))
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (b); i++)
    {
      VacNode *child = vac_node_get_child (b, i);
      VacNode *other = record ? vac_diff_find_member (a, child) : vac_node_get_child (a, i);

      if (other == NULL || !vac_diff_node_equal (breaks, other, child))
        return FALSE;
    }

  return TRUE;
}

/*
 * vac_diff_count_leaves:
 * @breaks: what parts texts into words
 * @a: a node
 * @b: a node of the same field
 * @most: when to stop
 *
 * A list whose elements are not all the same counts as @most: it has to be aligned first.
 *
 * Returns: how many leaves differ between the two; at most @most
 */
guint
vac_diff_count_leaves (VacWordBreak *breaks,
                       VacNode      *a,
                       VacNode      *b,
                       guint         most)
{
  guint n = are_values_equal (breaks, a, b) ? 0 : 1;

  if (vac_node_get_kind (a) == VAC_KIND_LIST)
    return vac_diff_node_equal (breaks, a, b) ? n : most;
  for (guint i = 0; i < vac_node_get_n_children (b) && n < most; i++)
    {
      VacNode *child = vac_node_get_child (b, i);
      VacNode *other = vac_diff_find_member (a, child);

      n += other != NULL ? vac_diff_count_leaves (breaks, other, child, most - n) : 1;
    }
  n += MAX (count_opaque (a), count_opaque (b)) - count_opaque (b);

  return MIN (n, most);
}
