/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff-private.h"
#include "vac-sequence.h"

G_BEGIN_DECLS

/* In thousandths: how much alike two elements in the same place have to be. */
#define VAC_ALIKE_HERE 400

struct _VacAligner
{
  VacWordBreak *breaks;
  GHashTable   *profiles;   /* VacNode → GArray, of those that were looked at */
  guint         n_pairs;    /* compared in places so far */
};

/* Elements of both sides, and what is known of them. */
typedef struct
{
  VacAligner *aligner;
  VacNode   **a;
  VacNode   **b;
  guint       n_a;
  guint       n_b;
  guint      *of_a;
  guint      *of_b;
  guint      *gaps_a;     /* nullable: between which elements that stayed it is */
  guint      *gaps_b;
  guint      *numbers_a;  /* nullable: what it says; the same number is the same content */
  guint      *numbers_b;
} VacElements;

static inline void
vac_elements_match (VacElements *self,
                    guint        a,
                    guint        b)
{
  self->of_a[a] = b;
  self->of_b[b] = a;
}

static inline gboolean
vac_elements_is_left_a (const VacElements *self,
                        guint              a)
{
  return self->of_a[a] == VAC_SEQUENCE_NONE;
}

static inline gboolean
vac_elements_is_left_b (const VacElements *self,
                        guint              b)
{
  return self->of_b[b] == VAC_SEQUENCE_NONE;
}

GArray *vac_aligner_get_profile  (VacAligner  *self,
                                  VacNode     *node);
void    vac_elements_match_alike (VacElements *self);

G_END_DECLS
