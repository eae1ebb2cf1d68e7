/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-untouched"

#include "config.h"

#include "vac-part.h"
#include "vac-untouched.h"

/* Whether a part of a posting is still what its guide says: known by what it says, so that undoing
 * a change, or typing the same words again, leaves no trace. */

static gboolean
is_same (VacNode *node,
         VacNode *twin)
{
  const gboolean is_list = vac_node_get_kind (node) == VAC_KIND_LIST;

  if (!g_str_equal (vac_node_get_text (node), vac_node_get_text (twin)) ||
      (is_list && vac_node_get_n_children (node) != vac_node_get_n_children (twin)))
    return FALSE;

  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_get_child (node, i);
      VacNode *other = vac_node_get_field (child) == NULL ? NULL
                       : is_list ? vac_node_get_child (twin, i)
                                 : vac_node_get (twin, vac_node_get_role (child));

      if (other != NULL && !is_same (child, other))
        return FALSE;
    }

  return TRUE;
}

/* Most are where they were. */
static gboolean
has_item (VacNode *list,
          VacNode *item)
{
  VacNode *there = vac_node_get_child (list, vac_node_get_position (item));

  if (is_same (item, there))
    return TRUE;
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (is_same (item, vac_node_get_child (list, i)))
      return TRUE;

  return FALSE;
}

/* Another order of the same lines is nobody's own text. */
static gboolean
has_same_items (VacNode *list,
                VacNode *twin)
{
  if (vac_node_get_n_children (list) != vac_node_get_n_children (twin))
    return FALSE;

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (!has_item (twin, vac_node_get_child (list, i)) ||
        !has_item (list, vac_node_get_child (twin, i)))
      return FALSE;

  return TRUE;
}

/**
 * vac_untouched_is:
 * @document: a posting
 * @part: its job, a section or a subsection
 * @guide: the edition of a guide that @document was made from; see vac_edition_open_source()
 *
 * Returns: whether @part says what it says in @guide, and nothing else; without its subsections
 */
gboolean
vac_untouched_is (VacDocument *document,
                  VacNode     *part,
                  VacDocument *guide)
{
  g_autoptr (GPtrArray) contents = NULL;
  g_autoptr (GPtrArray) others = NULL;
  VacNode *twin;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_DOCUMENT (guide), FALSE);
  g_return_val_if_fail (VAC_IS_NODE (part), FALSE);

  twin = vac_node_get_role (part) == VAC_ROLE_SECTION
             ? vac_document_find_section (guide, vac_node_get_member_text (part,
                                                                           VAC_ROLE_SECTION_ID))
             : vac_document_get (guide, vac_node_get_role (part));
  if (twin == NULL)
    return FALSE;

  contents = vac_part_list_contents (document, part);
  others = vac_part_list_contents (guide, twin);
  if (contents->len != others->len)
    return FALSE;
  for (guint i = 0; i < contents->len; i++)
    {
      VacNode *node = g_ptr_array_index (contents, i);
      VacNode *other = g_ptr_array_index (others, i);

      if (vac_node_get_role (node) != vac_node_get_role (other) ||
          !(vac_node_get_role (node) == VAC_ROLE_SECTION_ITEMS ? has_same_items (node, other)
                                                               : is_same (node, other)))
        return FALSE;
    }

  return TRUE;
}
