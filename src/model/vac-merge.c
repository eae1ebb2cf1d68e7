/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-merge"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-merge-private.h"

/* Merging: what they did to the base is done to mine where it does not collide with what was done
 * here. Nodes of three documents meet: those of the base are what the other two have in common. */

static void
conflict_free (gpointer data)
{
  VacConflict *self = data;

  g_clear_object (&self->base);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  g_clear_object (&self->place);
  g_free (self->sentence);
  g_free (self);
}

/* One conflict about a node of the base is enough, however much they did in it. */
static void
add_conflict (VacMerge       *self,
              VacConflictKind kind,
              VacNode        *base,
              VacNode        *mine,
              VacNode        *theirs,
              VacNode        *place)
{
  VacConflict *conflict;

  if (base != NULL && !g_hash_table_add (self->disputed, base))
    return;

  conflict = g_new0 (VacConflict, 1);
  conflict->kind = kind;
  conflict->base = base != NULL ? g_object_ref (base) : NULL;
  conflict->mine = mine != NULL ? g_object_ref (mine) : NULL;
  conflict->theirs = theirs != NULL ? g_object_ref (theirs) : NULL;
  conflict->place = g_object_ref (place);
  conflict->sentence = vac_merge_describe (self, conflict);
  g_ptr_array_add (self->conflicts, conflict);
}

/* Returns: (nullable): what a node of the base became in mine */
static VacNode *
get_mine (VacMerge *self,
          VacNode  *base)
{
  return vac_diff_get_counterpart (self->here, base);
}

/* Returns: (nullable): what a node of theirs is in mine */
static VacNode *
find_mine (VacMerge *self,
           VacNode  *theirs)
{
  VacNode *arrived = g_hash_table_lookup (self->arrived, theirs);
  VacNode *base = vac_diff_get_counterpart (self->there, theirs);

  return arrived == NULL && base != NULL ? get_mine (self, base) : arrived;
}

/* Whether an element stands where others can be placed beside it, in mine as in theirs. */
static gboolean
is_anchor (VacMerge *self,
           VacNode  *mine,
           VacNode  *theirs)
{
  if (g_hash_table_contains (self->arrived, theirs) ||
      g_hash_table_contains (self->settled, theirs))
    return TRUE;

  return g_hash_table_contains (self->there->settled, theirs) &&
         g_hash_table_contains (self->here->settled, mine);
}

static gboolean
is_new_here (VacMerge *self,
             VacNode  *mine)
{
  return mine != NULL && vac_diff_find (self->here, mine, VAC_DIFFERENCE_INSERTED) != NULL &&
         !g_hash_table_contains (self->claimed, mine);
}

/* Where in a list of mine an element of theirs belongs: behind what it follows there, and behind
 * what was added in the same place here. */
static guint
find_place (VacMerge *self,
            VacNode  *list,
            VacNode  *theirs)
{
  VacNode *their_list = vac_node_get_parent (theirs);
  guint place = 0;

  for (guint i = vac_node_get_position (theirs); i > 0 && place == 0; i--)
    {
      VacNode *before = vac_node_get_child (their_list, i - 1);
      VacNode *mine = find_mine (self, before);

      if (mine != NULL && vac_node_get_parent (mine) == list &&
          (vac_node_get_kind (list) == VAC_KIND_RECORD || is_anchor (self, mine, before)))
        place = vac_node_get_position (mine) + 1;
    }
  while (is_new_here (self, vac_node_get_child (list, place)))
    place++;

  return place;
}

/* The outermost element around a node of the base that was removed here. */
static VacNode *
find_removed (VacMerge *self,
              VacNode  *base)
{
  VacNode *removed = base;

  for (VacNode *node = base; node != NULL && get_mine (self, node) == NULL;
       node = vac_node_get_parent (node))
    removed = node;

  return removed;
}

/* They did something in an element that is not here any more. */
static void
dispute_removal (VacMerge *self,
                 VacNode  *base)
{
  VacNode *removed = find_removed (self, base);
  VacNode *list = get_mine (self, vac_node_get_parent (removed));

  add_conflict (self, VAC_CONFLICT_REMOVED_HERE, removed, NULL,
                vac_diff_get_counterpart (self->there, removed), list);
}

static gboolean
have_same_value (VacNode *a,
                 VacNode *b)
{
  return g_str_equal (vac_node_get_text (a), vac_node_get_text (b)) &&
         vac_diff_raw_equal (vac_node_get_raw (a), vac_node_get_raw (b));
}

static gboolean
has_value (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);

  return field == NULL || vac_field_is_leaf (field);
}

static void
take_value (VacMerge *self,
            VacNode  *mine,
            VacNode  *theirs)
{
  vac_diff_put_value (self->mine, mine, theirs);
  self->n_taken++;
}

/* Whether nobody has changed a value here, or what is kept in the place of a list or a record and
 * shows only while that is empty. A switch that says what it would say anyway is no change. */
static gboolean
is_untouched (VacMerge *self,
              VacNode  *base,
              VacNode  *mine)
{
  if (!has_value (base) && g_hash_table_contains (self->touched, base))
    return FALSE;

  return have_same_value (mine, base) ||
         (vac_node_get_kind (base) == VAC_KIND_TOGGLE &&
          vac_diff_find (self->here, base, VAC_DIFFERENCE_CHANGED) == NULL);
}

static void
take_change (VacMerge      *self,
             VacDifference *difference)
{
  VacNode *base = difference->a, *theirs = difference->b, *mine = get_mine (self, base);
  g_autofree char *merged = NULL;

  if (mine == NULL)
    {
      if (difference->kind != VAC_DIFFERENCE_LAYOUT)
        dispute_removal (self, base);
      return;
    }
  if (have_same_value (mine, theirs))
    return;
  if (is_untouched (self, base, mine))
    {
      take_value (self, mine, theirs);
      return;
    }

  if (vac_diff_node_has_words (base) && vac_diff_node_has_words (mine) &&
      vac_diff_node_has_words (theirs))
    merged = vac_merge_text (self->breaks, vac_node_get_text (base), vac_node_get_text (mine),
                             vac_node_get_text (theirs));
  if (merged != NULL && g_str_equal (merged, vac_node_get_text (mine)))
    return;
  if (merged != NULL)
    {
      vac_document_set_text (self->mine, mine, merged);
      self->n_taken++;
    }
  else if (difference->kind != VAC_DIFFERENCE_LAYOUT)
    add_conflict (self, VAC_CONFLICT_CHANGED, base, mine, theirs, mine);
}

/* Returns: (nullable): an element that was added here, too, and says the same */
static VacNode *
find_twin (VacMerge *self,
           VacNode  *list,
           VacNode  *theirs)
{
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *mine = vac_node_get_child (list, i);

      if (is_new_here (self, mine) && vac_diff_node_equal (self->breaks, mine, theirs))
        return mine;
    }

  return NULL;
}

/* Returns: (nullable): what was added here under the same name or id, and is not the same */
static VacNode *
find_rival (VacMerge *self,
            VacNode  *list,
            VacNode  *theirs)
{
  const VacField *field = vac_node_get_field (theirs);
  const VacRole role = field != NULL ? vac_field_get_id_role (field) : VAC_ROLE_NONE;
  const char *id = role != VAC_ROLE_NONE ? vac_node_get_member_text (theirs, role) : NULL;

  if (field == NULL)
    return vac_diff_find_member (list, theirs);

  for (guint i = 0; id != NULL && *id != '\0' && i < vac_node_get_n_children (list); i++)
    {
      VacNode *mine = vac_node_get_child (list, i);

      if (is_new_here (self, mine) && g_str_equal (vac_node_get_member_text (mine, role), id))
        return mine;
    }

  return NULL;
}

static void
insert_copy (VacMerge *self,
             VacNode  *list,
             VacNode  *theirs)
{
  g_autoptr (VacNode) copy = vac_node_copy (theirs);

  vac_document_insert (self->mine, list, find_place (self, list, theirs), copy);
  g_hash_table_insert (self->arrived, theirs, copy);
  self->n_taken++;
}

static void
take_insertion (VacMerge      *self,
                VacDifference *difference)
{
  VacNode *theirs = difference->b;
  VacNode *list = get_mine (self, difference->list_a);
  VacNode *twin, *rival;

  if (list == NULL)
    {
      dispute_removal (self, difference->list_a);
      return;
    }
  twin = vac_node_get_field (theirs) != NULL ? find_twin (self, list, theirs) : NULL;
  rival = twin == NULL ? find_rival (self, list, theirs) : NULL;
  if (twin != NULL)
    {
      g_hash_table_add (self->claimed, twin);
      g_hash_table_insert (self->arrived, theirs, twin);
    }
  else if (rival == NULL)
    insert_copy (self, list, theirs);
  else if (!vac_diff_node_equal (self->breaks, rival, theirs))
    add_conflict (self, VAC_CONFLICT_INSERTED, NULL, rival, theirs, rival);
}

static void
move_to (VacMerge *self,
         VacNode  *mine,
         VacNode  *list,
         VacNode  *theirs)
{
  vac_diff_put_element (self->mine, mine, list, find_place (self, list, theirs));
  g_hash_table_add (self->settled, theirs);
  self->n_taken++;
}

/* Returns: (nullable): the element of the base that another one follows in a version of it */
static VacNode *
find_base_before (VacDiff *diff,
                  VacNode *element)
{
  VacNode *list = vac_node_get_parent (element);

  for (guint i = vac_node_get_position (element); i > 0; i--)
    {
      VacNode *before = vac_node_get_child (list, i - 1);

      if (g_hash_table_contains (diff->settled, before))
        return vac_diff_get_counterpart (diff, before);
    }

  return NULL;
}

/* Whether both have moved an element to the same list, and behind the same other one. */
static gboolean
is_same_move (VacMerge *self,
              VacNode  *mine,
              VacNode  *theirs)
{
  return vac_diff_get_counterpart (self->here, vac_node_get_parent (mine)) ==
             vac_diff_get_counterpart (self->there, vac_node_get_parent (theirs)) &&
         find_base_before (self->here, mine) == find_base_before (self->there, theirs);
}

static void
take_move (VacMerge      *self,
           VacDifference *difference)
{
  VacNode *base = difference->a, *theirs = difference->b, *mine = get_mine (self, base);
  VacNode *list = get_mine (self, vac_diff_get_counterpart (self->there, difference->list_b));
  VacDifference *moved = mine != NULL ? vac_diff_find (self->here, mine, VAC_DIFFERENCE_MOVED)
                                      : NULL;

  if (list == NULL)
    dispute_removal (self, vac_diff_get_counterpart (self->there, difference->list_b));
  else if (mine == NULL && vac_diff_find (self->here, base, VAC_DIFFERENCE_REMOVED) == NULL)
    insert_copy (self, list, theirs);   /* out of what was removed here as a whole */
  else if (mine == NULL)
    return;
  else if (moved == NULL)
    move_to (self, mine, list, theirs);
  else if (is_same_move (self, mine, theirs))
    g_hash_table_add (self->settled, theirs);
  else
    add_conflict (self, VAC_CONFLICT_MOVED, base, mine, theirs, mine);
}

static void
take_removal (VacMerge      *self,
              VacDifference *difference)
{
  VacNode *base = difference->a, *mine = get_mine (self, base);

  if (mine == NULL)
    return;
  if (g_hash_table_contains (self->touched, base))
    {
      add_conflict (self, VAC_CONFLICT_REMOVED_THERE, base, mine, NULL, mine);
      return;
    }
  vac_document_remove (self->mine, mine);
  self->n_taken++;
}

static void
take (VacMerge      *self,
      VacDifference *difference)
{
  switch (difference->kind)
    {
    case VAC_DIFFERENCE_INSERTED:
      take_insertion (self, difference);
      break;
    case VAC_DIFFERENCE_MOVED:
      take_move (self, difference);
      break;
    case VAC_DIFFERENCE_REMOVED:
      take_removal (self, difference);
      break;
    case VAC_DIFFERENCE_CHANGED:
    case VAC_DIFFERENCE_LAYOUT:
    default:
      take_change (self, difference);
    }
}

static void
touch (VacMerge *self,
       VacNode  *base)
{
  for (VacNode *node = base; node != NULL; node = vac_node_get_parent (node))
    if (!g_hash_table_add (self->touched, node))
      return;
}

/* What was changed or added here must not go with what they remove. */
static void
note_touched (VacMerge *self)
{
  GPtrArray *differences = vac_diff_get_differences (self->here);

  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);
      VacNode *into = difference->list_b != NULL
                          ? vac_diff_get_counterpart (self->here, difference->list_b) : NULL;

      if (difference->kind == VAC_DIFFERENCE_CHANGED)
        touch (self, difference->a);
      else if (difference->kind == VAC_DIFFERENCE_INSERTED ||
               (difference->kind == VAC_DIFFERENCE_MOVED && into != difference->list_a))
        touch (self, into);
    }
}

/* Removals come last: until then, everything has its neighbors. */
static void
take_each (VacMerge  *self,
           GPtrArray *differences,
           gboolean   removals)
{
  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);

      if ((difference->kind == VAC_DIFFERENCE_REMOVED) == removals)
        take (self, difference);
    }
}

/**
 * vac_merge_run:
 * @base: what both began with
 * @mine: what became of it here
 * @theirs: what became of it there
 *
 * Does to @mine what they did to the base, as one step that can be undone: words of one text that
 * both have edited in different places are merged, what both did is done once, and what was moved
 * here and edited there is both. What collides stays as it is in @mine and is a conflict.
 *
 * Returns: (transfer full) (nullable): what could not be merged; %NULL when @mine is read-only
 */
VacMerge *
vac_merge_run (VacDocument *base,
               VacDocument *mine,
               VacDocument *theirs)
{
  VacMerge *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (base), NULL);
  g_return_val_if_fail (VAC_IS_DOCUMENT (mine) && VAC_IS_DOCUMENT (theirs), NULL);

  if (vac_document_get_read_only (mine))
    return NULL;

  self = g_new0 (VacMerge, 1);
  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  self->here = vac_diff_new (base, mine);
  self->there = vac_diff_new (base, theirs);
  self->breaks = vac_word_break_new (vac_document_get_text (mine, VAC_ROLE_LANGUAGE));
  self->touched = g_hash_table_new (NULL, NULL);
  self->arrived = g_hash_table_new (NULL, NULL);
  self->claimed = g_hash_table_new (NULL, NULL);
  self->settled = g_hash_table_new (NULL, NULL);
  self->disputed = g_hash_table_new (NULL, NULL);
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);

  note_touched (self);
  vac_document_begin_step (mine, _("Merge Changes"));
  take_each (self, self->there->differences, FALSE);
  take_each (self, self->there->layout, FALSE);
  take_each (self, self->there->differences, TRUE);
  vac_document_end_step (mine);

  return self;
}

/**
 * vac_merge_free:
 * @self: (transfer full): a merge
 */
void
vac_merge_free (VacMerge *self)
{
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->disputed, g_hash_table_unref);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->arrived, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->breaks, vac_word_break_free);
  g_clear_pointer (&self->there, vac_diff_free);
  g_clear_pointer (&self->here, vac_diff_free);
  g_clear_object (&self->theirs);
  g_clear_object (&self->mine);
  g_free (self);
}

/**
 * vac_merge_get_n_taken:
 * @self: a merge
 *
 * Returns: how many of their changes are in mine now that were not before
 */
guint
vac_merge_get_n_taken (VacMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_taken;
}

/**
 * vac_merge_get_conflicts:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type VacConflict): what a person has to decide; empty for none
 */
GPtrArray *
vac_merge_get_conflicts (VacMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->conflicts;
}

/* What both have added under one id: theirs takes the place of mine. */
static VacNode *
replace (VacMerge    *self,
         VacConflict *conflict)
{
  VacNode *list = vac_node_get_parent (conflict->mine);
  const guint position = vac_node_get_position (conflict->mine);
  g_autoptr (VacNode) copy = vac_node_copy (conflict->theirs);

  vac_document_remove (self->mine, conflict->mine);
  vac_document_insert (self->mine, list, position, copy);
  g_hash_table_insert (self->arrived, conflict->theirs, copy);

  return copy;   /* the document holds it */
}

static gboolean
is_in_mine (VacMerge *self,
            VacNode  *node)
{
  return vac_node_get_root (node) == vac_document_get_root (self->mine);
}

static VacNode *
decide (VacMerge    *self,
        VacConflict *conflict)
{
  VacNode *list;

  switch (conflict->kind)
    {
    case VAC_CONFLICT_REMOVED_HERE:
      insert_copy (self, conflict->place, conflict->theirs);
      return find_mine (self, conflict->theirs);
    case VAC_CONFLICT_REMOVED_THERE:
      list = vac_node_get_parent (conflict->mine);
      vac_document_remove (self->mine, conflict->mine);
      return list;
    case VAC_CONFLICT_MOVED:
      list = find_mine (self, vac_node_get_parent (conflict->theirs));
      if (list == NULL || !is_in_mine (self, list))
        return NULL;
      move_to (self, conflict->mine, list, conflict->theirs);
      return conflict->mine;
    case VAC_CONFLICT_INSERTED:
      return replace (self, conflict);
    case VAC_CONFLICT_CHANGED:
    default:
      take_value (self, conflict->mine, conflict->theirs);
      return conflict->mine;
    }
}

/**
 * vac_merge_take_theirs:
 * @self: a merge
 * @conflict: one of its conflicts
 *
 * Decides a conflict for their version, as one step that can be undone.
 *
 * Returns: (transfer none) (nullable): the node in mine to show; %NULL when nothing was taken
 *   because mine is read-only, or what @conflict is about has gone since, or was decided before
 */
VacNode *
vac_merge_take_theirs (VacMerge    *self,
                       VacConflict *conflict)
{
  VacNode *node;

  g_return_val_if_fail (self != NULL && conflict != NULL, NULL);

  if (conflict->taken || vac_document_get_read_only (self->mine) ||
      !is_in_mine (self, conflict->place))
    return NULL;

  vac_document_begin_step (self->mine, _("Take Over Change"));
  node = decide (self, conflict);
  vac_document_end_step (self->mine);
  conflict->taken = node != NULL;

  return node;
}
