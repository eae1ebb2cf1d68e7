/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff"

#include "config.h"

#include "vac-diff-private.h"

/* The differences between two documents: keeping and finding them. */

static void
difference_free (gpointer data)
{
  VacDifference *self = data;

  g_clear_object (&self->a);
  g_clear_object (&self->b);
  g_clear_object (&self->list_a);
  g_clear_object (&self->list_b);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self->text_a);
  g_free (self->text_b);
  g_free (self);
}

/*
 * vac_diff_new_empty:
 *
 * Returns: (transfer full): one without any differences yet
 */
VacDiff *
vac_diff_new_empty (VacDocument *a,
                    VacDocument *b)
{
  VacDiff *self = g_new0 (VacDiff, 1);

  self->a = g_object_ref (a);
  self->b = g_object_ref (b);
  self->state_a = vac_document_get_state (a);
  self->state_b = vac_document_get_state (b);
  self->differences = g_ptr_array_new_with_free_func (difference_free);
  self->layout = g_ptr_array_new_with_free_func (difference_free);
  self->counterparts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->changes = g_hash_table_new (NULL, NULL);
  self->places = g_hash_table_new (NULL, NULL);
  self->settled = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * vac_diff_free:
 * @self: (transfer full): differences
 */
void
vac_diff_free (VacDiff *self)
{
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->counterparts, g_hash_table_unref);
  g_clear_pointer (&self->layout, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->a);
  g_clear_object (&self->b);
  g_free (self);
}

/*
 * vac_diff_pair:
 * @a: a node in A
 * @b: the node in B that it became
 */
void
vac_diff_pair (VacDiff *self,
               VacNode *a,
               VacNode *b)
{
  /* Each node is a key of its own, so that all of them stay while they can be found. */
  g_hash_table_insert (self->counterparts, g_object_ref (a), b);
  g_hash_table_insert (self->counterparts, g_object_ref (b), a);
}

static void
index_difference (GHashTable    *table,
                  VacDifference *difference)
{
  if (difference->a != NULL)
    g_hash_table_insert (table, difference->a, difference);
  if (difference->b != NULL)
    g_hash_table_insert (table, difference->b, difference);
}

/*
 * vac_diff_add:
 * @difference: (transfer full): the next one in the order of B
 */
void
vac_diff_add (VacDiff       *self,
              VacDifference *difference)
{
  g_ptr_array_add (difference->kind == VAC_DIFFERENCE_LAYOUT ? self->layout : self->differences,
                   difference);
  index_difference (difference->kind == VAC_DIFFERENCE_CHANGED ||
                            difference->kind == VAC_DIFFERENCE_LAYOUT
                        ? self->changes
                        : self->places,
                    difference);
}

/**
 * vac_diff_get_a:
 * @self: differences
 *
 * Returns: (transfer none): the document that they lead from
 */
VacDocument *
vac_diff_get_a (VacDiff *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->a;
}

/**
 * vac_diff_get_b:
 * @self: differences
 *
 * Returns: (transfer none): the document that they lead to
 */
VacDocument *
vac_diff_get_b (VacDiff *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->b;
}

/**
 * vac_diff_get_differences:
 * @self: differences
 *
 * In the order of B, from the first to the last place; what was removed is where it would stand
 * there. An element that was moved comes before what changed in it.
 *
 * Returns: (transfer none) (element-type VacDifference): what differs, but for the layout of texts;
 *   empty when nothing does
 */
GPtrArray *
vac_diff_get_differences (VacDiff *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->differences;
}

/**
 * vac_diff_find:
 * @self: differences
 * @node: a node in A or B
 * @kind: what to look for
 *
 * Returns: (transfer none) (nullable): the difference of that kind that is about @node itself
 */
VacDifference *
vac_diff_find (VacDiff           *self,
               VacNode           *node,
               VacDifferenceKind  kind)
{
  VacDifference *found;

  g_return_val_if_fail (self != NULL && VAC_IS_NODE (node), NULL);

  found = g_hash_table_lookup (self->changes, node);
  if (found == NULL || found->kind != kind)
    found = g_hash_table_lookup (self->places, node);

  return found != NULL && found->kind == kind ? found : NULL;
}

/**
 * vac_diff_get_counterpart:
 * @self: differences
 * @node: a node in A or B
 *
 * Returns: (transfer none) (nullable): the node of the other document that it is the same as,
 *   changed or not; %NULL for what is in one document alone
 */
VacNode *
vac_diff_get_counterpart (VacDiff *self,
                          VacNode *node)
{
  g_return_val_if_fail (self != NULL && VAC_IS_NODE (node), NULL);

  return g_hash_table_lookup (self->counterparts, node);
}

/**
 * vac_diff_is_current:
 * @self: differences
 *
 * The differences are those of the states that the documents were in. What is taken over through
 * them they follow; after anything else, undo included, find them anew.
 *
 * Returns: whether both documents are in the state that the differences are true of
 */
gboolean
vac_diff_is_current (VacDiff *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return vac_document_get_state (self->a) == self->state_a &&
         vac_document_get_state (self->b) == self->state_b;
}
