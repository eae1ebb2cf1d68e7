/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-part"

#include "config.h"

#include <string.h>

#include "vac-audience.h"
#include "vac-part.h"
#include "vac-table-kind.h"
#include "vac-wording.h"

/* What a part of a document says, without its subsections, which are parts of their own. */

/* Enough to tell a text from what it was; nobody gains by making two that look the same. */
#define DIGEST_LENGTH 16

static gboolean
is_content (VacNode *member)
{
  switch (vac_node_get_role (member))
    {
    case VAC_ROLE_NONE:
    case VAC_ROLE_SECTION_ID:
    case VAC_ROLE_SECTION_AUDIENCE:
    case VAC_ROLE_SECTION_INCLUDE:
    case VAC_ROLE_SUBSECTIONS:
    case VAC_ROLE_REFERENCE:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * vac_part_list_contents:
 * @document: a document
 * @part: the job, a section or a subsection
 *
 * Returns: (transfer container) (element-type VacNode): what makes up what @part says: the job
 *   itself; of a section the members that hold its words, and the tables that it shows. Parts of
 *   the same kind have them in the same order
 */
GPtrArray *
vac_part_list_contents (VacDocument *document,
                        VacNode     *part)
{
  GPtrArray *contents = g_ptr_array_new ();
  VacTableKind kind;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (part), contents);

  if (vac_node_get_role (part) != VAC_ROLE_SECTION)
    {
      g_ptr_array_add (contents, part);
      return contents;
    }

  for (guint i = 0; i < vac_node_get_n_children (part); i++)
    if (is_content (vac_node_get_child (part, i)))
      g_ptr_array_add (contents, vac_node_get_child (part, i));
  kind = vac_table_kind_of_section (part);
  for (guint role = VAC_ROLE_NONE + 1; kind != VAC_TABLE_NONE && role < VAC_N_ROLES; role++)
    if (vac_table_kind_of_role (role) == kind)
      g_ptr_array_add (contents, vac_document_get (document, role));

  return contents;
}

/* What connects an entry with others of its file, or tells where it came from, is not what it
 * says. */
static gboolean
is_said (VacNode *node,
         guint    position)
{
  VacNode *child = vac_node_peek_child (node, position);

  switch (vac_node_get_child_role (node, position))
    {
    case VAC_ROLE_ITEM_ID:
    case VAC_ROLE_ITEM_ORIGIN:
    case VAC_ROLE_ASSESSES:
      return FALSE;
    /* Younger than the digests in some files: there, an entry without it says what it said. */
    case VAC_ROLE_ITEM_LISTEN_FOR:
      return child != NULL && !vac_node_is_empty (child);
    default:
      return TRUE;
    }
}

static void
digest_node (GChecksum *checksum,
             VacNode   *node)
{
  const char *text = vac_node_get_digest_text (node);
  guint32 head[] = { GUINT32_TO_BE ((guint32) strlen (text)), 0 };
  guint n_children = 0;

  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    n_children += is_said (node, i);
  head[1] = GUINT32_TO_BE (n_children);
  g_checksum_update (checksum, (const guchar *) head, sizeof head);
  g_checksum_update (checksum, (const guchar *) text, -1);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (is_said (node, i))
      digest_node (checksum, vac_node_get_child (node, i));
}

/**
 * vac_part_make_digest:
 * @contents: (element-type VacNode): nodes, in their order
 *
 * Returns: (transfer full): a short text that is another one once they say something else
 */
char *
vac_part_make_digest (GPtrArray *contents)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (contents != NULL, NULL);

  for (guint i = 0; i < contents->len; i++)
    digest_node (checksum, g_ptr_array_index (contents, i));

  return g_strndup (g_checksum_get_string (checksum), DIGEST_LENGTH);
}

/* An item may be left out of its section. */
static gboolean
is_printed (VacDocument *document,
            VacNode     *node)
{
  return vac_node_get_role (node) != VAC_ROLE_ITEM ||
         vac_audience_sees_part (VAC_AUDIENCE_TEAM, document, node);
}

/**
 * vac_part_is_blank:
 * @document: a document
 * @part: a section or subsection
 *
 * Returns: whether there is nothing under its heading, so that not even the heading is printed
 */
gboolean
vac_part_is_blank (VacDocument *document,
                   VacNode     *part)
{
  VacNode *items, *parts;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (VAC_IS_NODE (part) && vac_node_get_role (part) == VAC_ROLE_SECTION, FALSE);

  items = vac_node_get (part, VAC_ROLE_SECTION_ITEMS);
  parts = vac_node_get (part, VAC_ROLE_SUBSECTIONS);
  if (*vac_node_get_member_text (part, VAC_ROLE_SECTION_TEXT) != '\0' ||
      *vac_node_get_member_text (part, VAC_ROLE_SECTION_TABLE) != '\0')
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    if (!vac_node_is_empty (vac_node_get_child (items, i)) &&
        is_printed (document, vac_node_get_child (items, i)))
      return FALSE;
  for (guint i = 0; parts != NULL && i < vac_node_get_n_children (parts); i++)
    if (!vac_part_is_blank (document, vac_node_get_child (parts, i)))
      return FALSE;

  return TRUE;
}

/**
 * vac_part_has_unfilled:
 * @document: a document
 * @part: the job, a section or a subsection
 *
 * Returns: whether a placeholder in what is printed of @part has nothing to be filled from
 */
gboolean
vac_part_has_unfilled (VacDocument *document,
                       VacNode     *part)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (part), FALSE);

  if (strstr (vac_node_get_text (part), "{{") != NULL)
    {
      g_autoptr (GPtrArray) unfilled = g_ptr_array_new_with_free_func (g_free);

      g_free (vac_wording_fill (document, vac_node_get_shown_text (part), unfilled));
      if (unfilled->len > 0)
        return TRUE;
    }

  for (guint i = 0; i < vac_node_get_n_children (part); i++)
    {
      VacNode *child = vac_node_get_child_role (part, i) != VAC_ROLE_SUBSECTIONS
                           ? vac_node_peek_holding (part, i, "{{") : NULL;

      if (child != NULL && is_printed (document, child) &&
          vac_part_has_unfilled (document, child))
        return TRUE;
    }

  return FALSE;
}
