/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/* No position in a list. */
#define VAC_DIFF_NOWHERE G_MAXUINT

/**
 * VacDifferenceKind:
 * @VAC_DIFFERENCE_CHANGED: a leaf has another value, or something that this version does not know
 *   is another
 * @VAC_DIFFERENCE_INSERTED: an element, or a member that the schema does not know, is only in B
 * @VAC_DIFFERENCE_REMOVED: it is only in A
 * @VAC_DIFFERENCE_MOVED: an element is elsewhere in its list, or in another list; what changed in
 *   it are differences of their own
 * @VAC_DIFFERENCE_LAYOUT: the same words with other white space, or a switch that says what it
 *   would say anyway; never among those that are shown
 */
typedef enum
{
  VAC_DIFFERENCE_CHANGED,
  VAC_DIFFERENCE_INSERTED,
  VAC_DIFFERENCE_REMOVED,
  VAC_DIFFERENCE_MOVED,
  VAC_DIFFERENCE_LAYOUT,
} VacDifferenceKind;

/**
 * VacDiffSpanKind:
 * @VAC_DIFF_KEPT: words of both texts; the white space between them may differ
 * @VAC_DIFF_REMOVED: words of the text in A alone
 * @VAC_DIFF_ADDED: words of the text in B alone
 */
typedef enum
{
  VAC_DIFF_KEPT,
  VAC_DIFF_REMOVED,
  VAC_DIFF_ADDED,
} VacDiffSpanKind;

/**
 * VacDiffSpan:
 * @kind: what happened to it
 * @start_a: where it begins in A's text, in bytes; for what was added, where it would stand
 * @length_a: how many bytes of A's text it is; 0 for what was added
 * @start_b: where it begins in B's text, in bytes; for what was removed, where it would stand
 * @length_b: how many bytes of B's text it is; 0 for what was removed
 *
 * The spans of a difference follow one another without a gap and cover both texts. What was removed
 * comes before what was added in its place. They begin and end where words do.
 */
typedef struct
{
  VacDiffSpanKind kind;
  gsize           start_a;
  gsize           length_a;
  gsize           start_b;
  gsize           length_b;
} VacDiffSpan;

/**
 * VacDifference:
 * @kind: what differs
 * @a: (nullable): the node in A; %NULL for what was inserted
 * @b: (nullable): the node in B; %NULL for what was removed
 * @list_a: (nullable): the list in A that @a is an element of, or that @b would come into; for a
 *   member that the schema does not know, its record; %NULL for what changed and is no element
 * @list_b: (nullable): the list in B that @b is an element of, or that @a would have been in
 * @position_a: where in @list_a @a is, or before which element @b would stand;
 *   %VAC_DIFF_NOWHERE for what changed and is no element
 * @position_b: where in @list_b @b is, or before which element @a would stand
 * @text_a: (nullable): for what changed: the value in A, as vac_node_get_text(), or the JSON that
 *   is kept in its place
 * @text_b: (nullable): for what changed: the value in B
 * @spans: (nullable) (element-type VacDiffSpan): for what changed: what became of @text_a and what
 *   made @text_b. A value that is no text of words is removed and added as a whole.
 * @taken: whether vac_diff_take() has taken it over
 *
 * One difference between two documents. It is the #VacDiff's own; the nodes are references.
 */
typedef struct
{
  VacDifferenceKind kind;
  VacNode          *a;
  VacNode          *b;
  VacNode          *list_a;
  VacNode          *list_b;
  guint             position_a;
  guint             position_b;
  char             *text_a;
  char             *text_b;
  GArray           *spans;
  gboolean          taken;
} VacDifference;

typedef struct _VacDiff VacDiff;

/* Finding the differences. */
VacDiff       *vac_diff_new             (VacDocument       *a,
                                         VacDocument       *b);
void           vac_diff_free            (VacDiff           *self);

/* Reading them. */
VacDocument   *vac_diff_get_a           (VacDiff           *self);
VacDocument   *vac_diff_get_b           (VacDiff           *self);
GPtrArray     *vac_diff_get_differences (VacDiff           *self);
VacDifference *vac_diff_find            (VacDiff           *self,
                                         VacNode           *node,
                                         VacDifferenceKind  kind);
VacNode       *vac_diff_get_counterpart (VacDiff           *self,
                                         VacNode           *node);
gboolean       vac_diff_is_current      (VacDiff           *self);

/* Saying them. */
char          *vac_diff_describe        (VacDiff           *self,
                                         VacDifference     *difference);
VacNode       *vac_diff_get_part        (VacDiff           *self,
                                         VacDifference     *difference);
char          *vac_diff_get_heading     (VacDiff           *self,
                                         VacDifference     *difference);
char          *vac_diff_get_label       (VacDiff           *self,
                                         VacDifference     *difference);
gboolean       vac_difference_has_words (VacDifference     *self);
char          *vac_diff_get_before      (VacDiff           *self,
                                         VacDifference     *difference);
char          *vac_diff_get_after       (VacDiff           *self,
                                         VacDifference     *difference);
char          *vac_diff_get_message     (VacDiff           *self,
                                         VacDifference     *difference);
char          *vac_diff_summarize       (VacDiff           *self);
char          *vac_diff_say_value       (VacDocument       *document,
                                         VacNode           *leaf,
                                         const char        *text);
char          *vac_diff_name_place      (VacDocument       *document,
                                         VacNode           *node,
                                         VacNode           *within);

/* Taking them over. */
VacNode       *vac_diff_take            (VacDiff           *self,
                                         VacDifference     *difference);
gboolean       vac_diff_take_all        (VacDiff           *self,
                                         const char        *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacDiff, vac_diff_free)

G_END_DECLS
