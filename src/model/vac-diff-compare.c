/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-compare"

#include "config.h"

#include <string.h>

#include "vac-diff-private.h"
#include "vac-sequence.h"

/* Finding the differences: first which element became which, in all lists; then what left one list
 * for another; then what differs, in the order of B. */

typedef struct
{
  VacDiff      *diff;
  VacWordBreak *breaks;
  VacAligner   *aligner;
  GHashTable   *alignments;   /* list of B → VacAlignment */
  GPtrArray    *only_a;       /* elements that are in one document alone so far */
  GPtrArray    *only_b;
} Comparison;

static void align_nodes   (Comparison *self,
                           VacNode    *a,
                           VacNode    *b);
static void compare_nodes (Comparison *self,
                           VacNode    *a,
                           VacNode    *b);

static void
align_lists (Comparison *self,
             VacNode    *list_a,
             VacNode    *list_b)
{
  VacAlignment *alignment = vac_aligner_align (self->aligner, list_a, list_b);

  g_hash_table_insert (self->alignments, list_b, alignment);
  for (guint i = 0; i < alignment->n_a; i++)
    if (alignment->of_a[i] == VAC_SEQUENCE_NONE)
      g_ptr_array_add (self->only_a, vac_node_get_child (list_a, i));
  for (guint j = 0; j < alignment->n_b; j++)
    {
      VacNode *b = vac_node_get_child (list_b, j);

      if (alignment->of_b[j] == VAC_SEQUENCE_NONE)
        g_ptr_array_add (self->only_b, b);
      else
        align_nodes (self, vac_node_get_child (list_a, alignment->of_b[j]), b);
    }
}

static void
align_nodes (Comparison *self,
             VacNode    *a,
             VacNode    *b)
{
  vac_diff_pair (self->diff, a, b);
  if (vac_node_get_kind (b) == VAC_KIND_LIST)
    {
      align_lists (self, a, b);
      return;
    }

  for (guint i = 0; i < vac_node_get_n_children (b); i++)
    {
      VacNode *member = vac_node_get_child (b, i);
      VacNode *other = vac_diff_find_member (a, member);

      if (other != NULL)
        align_nodes (self, other, member);
    }
}

static GPtrArray *
take_of_field (GPtrArray      *nodes,
               const VacField *field)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (vac_node_get_field (g_ptr_array_index (nodes, i)) == field)
      g_ptr_array_add (taken, g_ptr_array_index (nodes, i));

  return taken;
}

/* Elements that are left over in one list and not in the other are looked for in all lists of the
 * same kind. What arrives may hold lists that leave over elements of another kind in turn, never of
 * its own. */
static void
align_rest (Comparison *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->only_b->len; i++)
    {
      const VacField *field = vac_node_get_field (g_ptr_array_index (self->only_b, i));
      g_autoptr (GPtrArray) a = NULL;
      g_autoptr (GPtrArray) b = NULL;
      g_autofree guint *of_a = NULL;

      if (!g_hash_table_add (done, (gpointer) field))
        continue;
      a = take_of_field (self->only_a, field);
      b = take_of_field (self->only_b, field);
      of_a = g_new (guint, a->len + 1);
      vac_aligner_match_rest (self->aligner, a, b, of_a);
      for (guint k = 0; k < a->len; k++)
        if (of_a[k] != VAC_SEQUENCE_NONE)
          align_nodes (self, g_ptr_array_index (a, k), g_ptr_array_index (b, of_a[k]));
    }
}

static VacDifference *
add (Comparison        *self,
     VacDifferenceKind  kind,
     VacNode           *a,
     VacNode           *b)
{
  VacDifference *difference = g_new0 (VacDifference, 1);

  difference->kind = kind;
  difference->a = a != NULL ? g_object_ref (a) : NULL;
  difference->b = b != NULL ? g_object_ref (b) : NULL;
  difference->position_a = difference->position_b = VAC_DIFF_NOWHERE;
  vac_diff_add (self->diff, difference);

  return difference;
}

static void
add_place (Comparison        *self,
           VacDifferenceKind  kind,
           VacNode           *list_a,
           VacNode           *a,
           guint              position_a,
           VacNode           *list_b,
           VacNode           *b,
           guint              position_b)
{
  VacDifference *difference = add (self, kind, a, b);

  difference->list_a = g_object_ref (list_a);
  difference->list_b = g_object_ref (list_b);
  difference->position_a = position_a;
  difference->position_b = position_b;
}

static const char *
get_value (VacNode *node)
{
  const char *text = vac_node_get_text (node);

  return *text == '\0' && vac_node_get_raw (node) != NULL ? vac_node_get_raw (node) : text;
}

static GArray *
make_whole_spans (const char *a,
                  const char *b)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (VacDiffSpan));
  const VacDiffSpan removed = { VAC_DIFF_REMOVED, .length_a = strlen (a) };
  const VacDiffSpan added = { VAC_DIFF_ADDED, .start_a = strlen (a), .length_b = strlen (b) };

  if (removed.length_a > 0)
    g_array_append_val (spans, removed);
  if (added.length_b > 0)
    g_array_append_val (spans, added);

  return spans;
}

static void
add_change (Comparison *self,
            VacNode    *a,
            VacNode    *b)
{
  VacDifference *difference = add (self, VAC_DIFFERENCE_CHANGED, a, b);

  difference->text_a = g_strdup (get_value (a));
  difference->text_b = g_strdup (get_value (b));
  difference->spans = vac_diff_node_has_words (a) && vac_diff_node_has_words (b)
                          ? vac_diff_text_spans (self->breaks, difference->text_a,
                                                 difference->text_b)
                          : make_whole_spans (difference->text_a, difference->text_b);
}

static void
compare_leaves (Comparison *self,
                VacNode    *a,
                VacNode    *b)
{
  const char *text_a = vac_node_get_text (a), *text_b = vac_node_get_text (b);
  const gboolean same_raw = vac_diff_raw_equal (vac_node_get_raw (a), vac_node_get_raw (b));

  if (same_raw && g_str_equal (text_a, text_b))
    return;
  /* That one of the two is a duplicate of the other is why they are compared. */
  if (vac_node_get_role (b) == VAC_ROLE_DUPLICATE_OF)
    add (self, VAC_DIFFERENCE_LAYOUT, a, b);
  else if (vac_node_get_kind (b) == VAC_KIND_TOGGLE && same_raw &&
      vac_node_get_toggle (a) == vac_node_get_toggle (b))
    add (self, VAC_DIFFERENCE_LAYOUT, a, b);
  else if (vac_diff_node_has_words (a) && vac_diff_node_has_words (b) &&
           vac_diff_text_equal (self->breaks, text_a, text_b))
    add (self, VAC_DIFFERENCE_LAYOUT, a, b);
  else
    add_change (self, a, b);
}

static void
compare_members (Comparison *self,
                 VacNode    *a,
                 VacNode    *b)
{
  for (guint i = 0; i < vac_node_get_n_children (b); i++)
    {
      VacNode *member = vac_node_get_child (b, i);
      VacNode *other = vac_diff_find_member (a, member);

      if (other != NULL)
        compare_nodes (self, other, member);
      else
        add_place (self, VAC_DIFFERENCE_INSERTED, a, NULL, vac_node_get_n_children (a), b, member,
                   i);
    }
  for (guint i = 0; i < vac_node_get_n_children (a); i++)
    {
      VacNode *member = vac_node_get_child (a, i);

      if (vac_diff_find_member (b, member) == NULL)
        add_place (self, VAC_DIFFERENCE_REMOVED, a, member, i, b, NULL,
                   vac_node_get_n_children (b));
    }
}

static void
add_removals (Comparison *self,
              VacNode    *list_a,
              guint       first,
              guint       end,
              VacNode    *list_b,
              guint       position_b)
{
  for (guint i = first; i < end; i++)
    {
      VacNode *a = vac_node_get_child (list_a, i);

      if (vac_diff_get_counterpart (self->diff, a) == NULL)
        add_place (self, VAC_DIFFERENCE_REMOVED, list_a, a, i, list_b, NULL, position_b);
    }
}

static void
compare_elements (Comparison *self,
                  gboolean    settled,
                  VacNode    *list_a,
                  guint       next_a,
                  VacNode    *list_b,
                  guint       position_b)
{
  VacNode *b = vac_node_get_child (list_b, position_b);
  VacNode *a = vac_diff_get_counterpart (self->diff, b);

  if (settled)
    g_hash_table_add (self->diff->settled, b);
  else if (a != NULL)
    add_place (self, VAC_DIFFERENCE_MOVED, vac_node_get_parent (a), a, vac_node_get_position (a),
               list_b, b, position_b);
  else
    add_place (self, VAC_DIFFERENCE_INSERTED, list_a, NULL, next_a, list_b, b, position_b);
  if (a != NULL)
    compare_nodes (self, a, b);
}

static void
compare_lists (Comparison *self,
               VacNode    *list_a,
               VacNode    *list_b)
{
  const VacAlignment *alignment = g_hash_table_lookup (self->alignments, list_b);
  guint next_a = 0;

  for (guint j = 0; j < alignment->n_b; j++)
    {
      if (alignment->settled[j])
        {
          add_removals (self, list_a, next_a, alignment->of_b[j], list_b, j);
          next_a = alignment->of_b[j] + 1;
        }
      compare_elements (self, alignment->settled[j], list_a, next_a, list_b, j);
    }
  add_removals (self, list_a, next_a, alignment->n_a, list_b, alignment->n_b);
}

static void
compare_nodes (Comparison *self,
               VacNode    *a,
               VacNode    *b)
{
  const VacField *field = vac_node_get_field (b);

  if (field != NULL && vac_field_is_leaf (field))
    {
      compare_leaves (self, a, b);
      return;
    }
  if (!vac_diff_raw_equal (vac_node_get_raw (a), vac_node_get_raw (b)))
    add_change (self, a, b);
  if (vac_node_get_kind (b) == VAC_KIND_LIST)
    compare_lists (self, a, b);
  else
    compare_members (self, a, b);
}

static void
compare (VacDiff *diff)
{
  g_autoptr (VacWordBreak) breaks = vac_word_break_new (vac_document_get_text (diff->b,
                                                                               VAC_ROLE_LANGUAGE));
  g_autoptr (VacAligner) aligner = vac_aligner_new (breaks);
  g_autoptr (GHashTable) alignments =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) vac_alignment_free);
  g_autoptr (GPtrArray) only_a = g_ptr_array_new ();
  g_autoptr (GPtrArray) only_b = g_ptr_array_new ();
  Comparison comparison = { diff, breaks, aligner, alignments, only_a, only_b };
  VacNode *a = vac_document_get_root (diff->a), *b = vac_document_get_root (diff->b);

  align_nodes (&comparison, a, b);
  align_rest (&comparison);
  compare_nodes (&comparison, a, b);
}

/**
 * vac_diff_new:
 * @a: a document: the older one, or one's own
 * @b: another, or the same as it became
 *
 * Compares two documents on their trees, word by word and without regard to layout. Elements of
 * lists are recognized by their ids, by what they say, and by being like what they were, so that
 * what was moved is moved, and edited where it was edited.
 *
 * Returns: (transfer full): their differences; neither document is changed
 */
VacDiff *
vac_diff_new (VacDocument *a,
              VacDocument *b)
{
  VacDiff *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (a) && VAC_IS_DOCUMENT (b), NULL);

  self = vac_diff_new_empty (a, b);
  compare (self);

  return self;
}
