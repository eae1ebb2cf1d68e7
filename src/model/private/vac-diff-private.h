/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff-text.h"

G_BEGIN_DECLS

/* Between the files that find, say and take over differences. */

struct _VacDiff
{
  VacDocument *a;
  VacDocument *b;
  guint64      state_a;       /* that the differences are true of */
  guint64      state_b;
  GPtrArray   *differences;   /* of VacDifference, in the order of B */
  GPtrArray   *layout;        /* of VacDifference, not to be shown */
  GHashTable  *counterparts;  /* node of A → node of B, and back */
  GHashTable  *changes;       /* node → VacDifference: what changed */
  GHashTable  *places;        /* node → VacDifference: what was inserted, removed or moved */
  GHashTable  *settled;       /* elements of B whose counterparts stand in their order */
};

VacDiff *vac_diff_new_empty   (VacDocument    *a,
                               VacDocument    *b);
void     vac_diff_pair        (VacDiff        *self,
                               VacNode        *a,
                               VacNode        *b);
void     vac_diff_add         (VacDiff        *self,
                               VacDifference  *difference);

/* Hashing what is compared: FNV-1a (Fowler, Noll, Vo, 1991), with numbers for bytes where they are
 * at hand. */
#define VAC_DIFF_HASH_START 2166136261u

static inline guint
vac_diff_hash_number (guint hash,
                      guint number)
{
  return (hash ^ number) * 16777619u;
}

static inline guint
vac_diff_hash_bytes (guint       hash,
                     const char *bytes,
                     gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = vac_diff_hash_number (hash, (guchar) bytes[i]);

  return hash;
}

/* The words of two texts, and whether they are the same. */
GArray  *vac_diff_text_partners (VacWordBreak *breaks,
                               const char     *a,
                               const char     *b);
gboolean vac_diff_text_equal  (VacWordBreak   *breaks,
                               const char     *a,
                               const char     *b);
gboolean vac_diff_has_words   (const VacField *field);

/* What nodes hold. */
gboolean vac_diff_raw_equal   (const char     *a,
                               const char     *b);
gboolean vac_diff_node_has_words (VacNode     *node);
guint    vac_diff_node_hash   (VacNode        *node);
gboolean vac_diff_node_equal  (VacWordBreak   *breaks,
                               VacNode        *a,
                               VacNode        *b);
VacNode *vac_diff_find_member (VacNode        *record,
                               VacNode        *member);
guint    vac_diff_count_leaves (VacWordBreak  *breaks,
                               VacNode        *a,
                               VacNode        *b,
                               guint           most);

/* Edits that taking over and merging make. */
void     vac_diff_put_value   (VacDocument    *document,
                               VacNode        *node,
                               VacNode        *other);
void     vac_diff_put_element (VacDocument    *document,
                               VacNode        *element,
                               VacNode        *list,
                               guint           place);

char    *vac_diff_name_element (VacDocument   *document,
                               VacNode        *element);

/* How much alike elements are. */
GArray  *vac_profile_new      (VacWordBreak   *breaks,
                               VacNode        *node);
guint    vac_profile_compare  (GArray         *a,
                               GArray         *b);

/**
 * VacAlignment:
 * @n_a: how many elements the list in A has
 * @n_b: how many the list in B has
 * @of_a: by position in A: the position in B, or %VAC_SEQUENCE_NONE
 * @of_b: by position in B: the position in A, or %VAC_SEQUENCE_NONE
 * @settled: by position in B: whether it has kept its place among the others
 */
typedef struct
{
  guint     n_a;
  guint     n_b;
  guint    *of_a;
  guint    *of_b;
  gboolean *settled;
} VacAlignment;

typedef struct _VacAligner VacAligner;

VacAligner   *vac_aligner_new     (VacWordBreak *breaks);
void          vac_aligner_free    (VacAligner   *self);
VacAlignment *vac_aligner_align   (VacAligner   *self,
                                   VacNode      *list_a,
                                   VacNode      *list_b);
void          vac_alignment_free  (VacAlignment *self);

/* Elements that are left over in several lists. */
void          vac_aligner_match_rest (VacAligner *self,
                                   GPtrArray    *a,
                                   GPtrArray    *b,
                                   guint        *of_a);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacAligner, vac_aligner_free)

G_END_DECLS
