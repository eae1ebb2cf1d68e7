/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-update"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-guide-facts.h"
#include "vac-guide-update.h"

/* What a posting says in place of its guide, for a guide that shall say so too.
 *
 * The texts are compared as a guide would say them: what a placeholder stands for is the
 * placeholder again. The details of the job, pay, and what is shown of which part are the posting's
 * own and are not looked at. */

struct _VacGuideUpdate
{
  VacDiff       *diff;      /* from the guide to the posting as a guide */
  VacGuideFacts *facts;
  VacDocument   *posting;   /* that as a guide */
  GPtrArray     *changes;   /* of VacGuideChange */
};

static void
change_free (gpointer data)
{
  VacGuideChange *change = data;

  g_free (change->digest);
  g_free (change->obstacle);
  g_free (change);
}

/* What guides have in words. */
static gboolean
is_of_guide (VacNode *node)
{
  for (; node != NULL; node = vac_node_get_parent (node))
    switch ((guint) vac_node_get_role (node))
      {
      case VAC_ROLE_SECTIONS:
      case VAC_ROLE_VARIATIONS:
      case VAC_ROLE_INDUSTRIES:
      case VAC_ROLE_ASSESSMENTS:
        return TRUE;
      default:
        break;
      }

  return FALSE;
}

static gboolean
is_id (VacNode *node)
{
  switch ((guint) vac_node_get_role (node))
    {
    case VAC_ROLE_SECTION_ID:
    case VAC_ROLE_VARIATION_ID:
    case VAC_ROLE_ADDITION_SECTION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_text (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);

  return field != NULL && (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_PROSE) &&
         field->syntax == VAC_SYNTAX_ANY && !is_id (node);
}

static gboolean
is_change (VacDifference *difference)
{
  switch (difference->kind)
    {
    case VAC_DIFFERENCE_CHANGED:
      return vac_difference_has_words (difference) && !is_id (difference->b) &&
             is_of_guide (difference->b);
    case VAC_DIFFERENCE_INSERTED:
      return vac_node_get_field (difference->b) != NULL && is_of_guide (difference->b);
    case VAC_DIFFERENCE_REMOVED:
      return vac_node_get_field (difference->a) != NULL && is_of_guide (difference->a);
    case VAC_DIFFERENCE_MOVED:
    case VAC_DIFFERENCE_LAYOUT:
    default:
      return FALSE;
    }
}

/* Returns: what the guide says where @node is in the posting; empty for nothing */
static const char *
get_before (VacDiff *diff,
            VacNode *node)
{
  VacNode *twin = vac_diff_get_counterpart (diff, node);

  return twin != NULL ? vac_node_get_text (twin) : "";
}

static void
hide_facts (VacGuideUpdate *self,
            VacDiff        *diff,
            VacNode        *node)
{
  const char *before = is_text (node) ? get_before (diff, node) : NULL;

  if (before != NULL && !g_str_equal (before, vac_node_get_text (node)))
    {
      g_autofree char *hidden = vac_guide_facts_hide (self->facts, vac_node_get_text (node),
                                                      before);

      vac_document_set_text (self->posting, node, hidden);
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    hide_facts (self, diff, vac_node_get_child (node, i));
}

static void
hide_all_facts (VacGuideUpdate *self,
                VacDiff        *diff)
{
  VacNode *root = vac_document_get_root (self->posting);

  for (guint i = 0; i < vac_node_get_n_children (root); i++)
    if (is_of_guide (vac_node_get_child (root, i)))
      hide_facts (self, diff, vac_node_get_child (root, i));
}

/* Returns: (transfer full) (nullable): as vac_guide_facts_find(), in all texts of @node */
static char *
find_facts (VacGuideUpdate *self,
            VacNode        *node)
{
  char *found = is_text (node) ? vac_guide_facts_find (self->facts, vac_node_get_text (node),
                                                       get_before (self->diff, node))
                               : NULL;

  for (guint i = 0; found == NULL && i < vac_node_get_n_children (node); i++)
    found = find_facts (self, vac_node_get_child (node, i));

  return found;
}

static char *
describe_obstacle (VacGuideUpdate *self,
                   VacDifference  *difference)
{
  g_autofree char *found = difference->kind != VAC_DIFFERENCE_REMOVED
                               ? find_facts (self, difference->b) : NULL;

  if (found == NULL)
    return NULL;

  return *found == '\0'
             ? g_strdup (_("Not for the guide: it names an amount of pay."))
             : g_strdup_printf (_("Not for the guide: “%s” is true of this posting alone."), found);
}

static void
digest_text (GChecksum  *checksum,
             const char *text)
{
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
digest_node (GChecksum *checksum,
             VacNode   *node)
{
  digest_text (checksum, vac_node_get_digest_text (node));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    digest_node (checksum, vac_node_get_child (node, i));
}

/* Where it is goes by what it is in: other bullets may come and go. */
static void
digest_place (GChecksum *checksum,
              VacNode   *node)
{
  for (; node != NULL; node = vac_node_get_parent (node))
    {
      g_autofree char *role = g_strdup_printf ("%d", vac_node_get_role (node));

      digest_text (checksum, role);
      if (vac_node_get_role (node) == VAC_ROLE_SECTION)
        digest_text (checksum, vac_node_get_member_text (node, VAC_ROLE_SECTION_ID));
    }
}

static char *
make_digest (VacGuideUpdate *self,
             VacDifference  *difference)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_text (checksum, vac_document_get_text (self->posting, VAC_ROLE_GUIDE_ID));
  digest_text (checksum, vac_document_get_text (self->posting, VAC_ROLE_LANGUAGE));
  digest_place (checksum, difference->b != NULL ? difference->b : difference->a);
  if (difference->a != NULL)
    digest_node (checksum, difference->a);
  digest_text (checksum, "→");
  if (difference->b != NULL)
    digest_node (checksum, difference->b);

  return g_strdup (g_checksum_get_string (checksum));
}

static void
add_change (VacGuideUpdate *self,
            VacDifference  *difference)
{
  VacGuideChange *change = g_new0 (VacGuideChange, 1);

  change->difference = difference;
  change->digest = make_digest (self, difference);
  change->obstacle = describe_obstacle (self, difference);
  change->own_text = difference->kind == VAC_DIFFERENCE_CHANGED && *difference->text_a != '\0' &&
                     *difference->text_b != '\0';
  g_ptr_array_add (self->changes, change);
}

/* Whether an entry was written anew, with so few of its words left that it counts as another. */
static gboolean
is_in_place_of (const VacDifference *inserted,
                const VacDifference *removed)
{
  return inserted->kind == VAC_DIFFERENCE_INSERTED && removed->kind == VAC_DIFFERENCE_REMOVED &&
         inserted->list_a == removed->list_a &&
         vac_node_get_role (inserted->b) == VAC_ROLE_ITEM &&
         (inserted->position_a == removed->position_a ||
          inserted->position_a == removed->position_a + 1);
}

static void
join_rewritten (VacGuideUpdate *self)
{
  for (guint i = 1; i < self->changes->len; i++)
    {
      VacGuideChange *before = g_ptr_array_index (self->changes, i - 1);
      VacGuideChange *change = g_ptr_array_index (self->changes, i);

      if (is_in_place_of (before->difference, change->difference) ||
          is_in_place_of (change->difference, before->difference))
        before->own_text = change->own_text = TRUE;
    }
}

/**
 * vac_guide_update_new:
 * @guide: a guide
 * @posting: what was made from it
 *
 * Finds what @posting says in place of @guide. Neither is changed.
 *
 * Returns: (transfer full): the changes
 */
VacGuideUpdate *
vac_guide_update_new (VacDocument *guide,
                      VacDocument *posting)
{
  VacGuideUpdate *self;
  g_autoptr (VacNode) root = NULL;
  GPtrArray *differences;

  g_return_val_if_fail (VAC_IS_DOCUMENT (guide) && VAC_IS_DOCUMENT (posting), NULL);

  self = g_new0 (VacGuideUpdate, 1);
  root = vac_node_copy (vac_document_get_root (posting));
  self->posting = vac_document_new_for_root (root);
  self->facts = vac_guide_facts_new (guide, self->posting);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->diff = vac_diff_new (guide, self->posting);
  hide_all_facts (self, self->diff);
  if (!vac_diff_is_current (self->diff))
    {
      vac_diff_free (self->diff);
      self->diff = vac_diff_new (guide, self->posting);
    }

  differences = vac_diff_get_differences (self->diff);
  for (guint i = 0; i < differences->len; i++)
    if (is_change (g_ptr_array_index (differences, i)))
      add_change (self, g_ptr_array_index (differences, i));
  join_rewritten (self);

  return self;
}

/**
 * vac_guide_update_free:
 * @self: (transfer full): changes
 */
void
vac_guide_update_free (VacGuideUpdate *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->changes);
  vac_diff_free (self->diff);
  vac_guide_facts_free (self->facts);
  g_object_unref (self->posting);
  g_free (self);
}

/**
 * vac_guide_update_get_diff:
 * @self: changes
 *
 * Returns: (transfer none): what their differences are of, to describe these
 */
VacDiff *
vac_guide_update_get_diff (VacGuideUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diff;
}

/**
 * vac_guide_update_get_changes:
 * @self: changes
 *
 * Returns: (transfer none) (element-type VacGuideChange): all of them, in the order of the posting
 */
GPtrArray *
vac_guide_update_get_changes (VacGuideUpdate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

/**
 * vac_guide_update_list_open:
 * @self: changes
 * @answered: (element-type utf8): the digests of changes that somebody has decided on
 *
 * Returns: (transfer full) (element-type utf8): the digests of texts of the guide's own that are
 *   otherwise, could go into the guide, and that nobody has decided on
 */
GHashTable *
vac_guide_update_list_open (VacGuideUpdate *self,
                            GHashTable     *answered)
{
  GHashTable *open;

  g_return_val_if_fail (self != NULL && answered != NULL, NULL);

  open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const VacGuideChange *change = g_ptr_array_index (self->changes, i);

      if (change->own_text && change->obstacle == NULL &&
          change->difference->kind != VAC_DIFFERENCE_REMOVED &&
          !g_hash_table_contains (answered, change->digest))
        g_hash_table_add (open, g_strdup (change->digest));
    }

  return open;
}

/**
 * vac_guide_update_take:
 * @self: changes
 * @chosen: (element-type utf8): the digests of those that the guide shall have
 *
 * Makes the guide say what the posting does, as one step that can be undone. A change that is not
 * among those of @self is left: the guide says something else by now.
 *
 * Returns: how many were taken; 0 for a guide that is read-only
 */
guint
vac_guide_update_take (VacGuideUpdate *self,
                       GHashTable     *chosen)
{
  VacDocument *guide;
  guint n = 0;

  g_return_val_if_fail (self != NULL && chosen != NULL, 0);

  guide = vac_diff_get_a (self->diff);
  vac_document_begin_step (guide, _("Update Guide"));
  for (guint i = 0; i < self->changes->len; i++)
    {
      const VacGuideChange *change = g_ptr_array_index (self->changes, i);

      if (change->obstacle == NULL && g_hash_table_contains (chosen, change->digest))
        n += vac_diff_take (self->diff, change->difference) != NULL;
    }
  vac_document_end_step (guide);

  return n;
}
