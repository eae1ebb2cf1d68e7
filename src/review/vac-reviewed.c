/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-reviewed"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-part.h"
#include "vac-reviewed.h"

/* Which parts of a posting somebody has marked as reviewed. The posting keeps them with a digest of
 * what the part said: the mark is gone once it says something else, and back when that is undone,
 * and no key press looks at it. */

static char *
make_digest (VacDocument *document,
             VacNode     *part)
{
  g_autoptr (GPtrArray) contents = vac_part_list_contents (document, part);

  return vac_part_make_digest (contents);
}

static const char *
get_id (VacNode *part)
{
  return vac_node_get_role (part) == VAC_ROLE_SECTION
             ? vac_node_get_member_text (part, VAC_ROLE_SECTION_ID) : "";
}

static gboolean
is_about (VacNode *entry,
          VacNode *part)
{
  return g_str_equal (vac_node_get_member_text (entry, VAC_ROLE_REVIEWED_SECTION), get_id (part));
}

/**
 * vac_reviewed_can_set:
 * @part: the job of a posting, a section or a subsection
 *
 * Returns: whether @part can be marked: a section that has no id cannot be named
 */
gboolean
vac_reviewed_can_set (VacNode *part)
{
  g_return_val_if_fail (VAC_IS_NODE (part), FALSE);

  return vac_node_get_role (part) == VAC_ROLE_JOB || *get_id (part) != '\0';
}

/**
 * vac_reviewed_has:
 * @document: a posting
 * @part: its job, a section or a subsection
 *
 * Returns: whether somebody marked @part as reviewed, and it still says what it said then
 */
gboolean
vac_reviewed_has (VacDocument *document,
                  VacNode     *part)
{
  g_autofree char *digest = NULL;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (part), FALSE);

  list = vac_document_get (document, VAC_ROLE_REVIEWED);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *entry = vac_node_get_child (list, i);

      if (!is_about (entry, part))
        continue;
      if (digest == NULL)
        digest = make_digest (document, part);
      if (g_str_equal (vac_node_get_member_text (entry, VAC_ROLE_REVIEWED_DIGEST), digest))
        return TRUE;
    }

  return FALSE;
}

/**
 * vac_reviewed_set:
 * @document: a posting
 * @part: its job, a section or a subsection, which vac_reviewed_can_set()
 * @reviewed: whether it is reviewed as it is now
 *
 * Notes that, as one step.
 *
 * Returns: whether the posting says something else than before
 */
gboolean
vac_reviewed_set (VacDocument *document,
                  VacNode     *part,
                  gboolean     reviewed)
{
  gboolean done = FALSE;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (part), FALSE);

  if (!vac_reviewed_can_set (part) || vac_reviewed_has (document, part) == reviewed)
    return FALSE;

  list = vac_document_get (document, VAC_ROLE_REVIEWED);
  vac_document_begin_step (document, reviewed ? _("Mark as Reviewed") : _("Mark as Not Reviewed"));
  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    {
      VacNode *entry = vac_node_get_child (list, i - 1);

      if (is_about (entry, part))
        done = vac_document_remove (document, entry) || done;
    }
  if (reviewed)
    {
      g_autofree char *digest = make_digest (document, part);
      g_autoptr (VacNode) entry = vac_node_new_record (
          vac_schema_get_field (VAC_ROLE_REVIEWED_PART), VAC_ROLE_REVIEWED_SECTION, get_id (part),
          VAC_ROLE_REVIEWED_DIGEST, digest, VAC_ROLE_NONE);

      done = vac_document_append (document, list, entry) || done;
    }
  vac_document_end_step (document);

  return done;
}
