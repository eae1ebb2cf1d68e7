/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacCoverage:
 * @qualifications: (element-type VacNode): entries that are required, as candidates find them
 * @means: (element-type VacNode): what shows something of a candidate: questions, then criteria
 *
 * What a posting asks for beside what its interviews assess, at one moment.
 */
typedef struct
{
  GPtrArray *qualifications;
  GPtrArray *means;

  /*< private >*/
  VacDocument *document;
  GPtrArray   *words;      /* sets of the beginnings of words: of qualifications, then means */
  GHashTable  *frequent;   /* those that too many share to tell anything */
} VacCoverage;

VacCoverage *vac_coverage_new        (VacDocument *document);
void         vac_coverage_free       (VacCoverage *self);
guint        vac_coverage_count      (VacCoverage *self,
                                      VacNode     *node);
gboolean     vac_coverage_is_offered (VacCoverage *self,
                                      guint        means,
                                      guint        qualification);

char        *vac_coverage_dup_name   (VacDocument *document,
                                      VacNode     *node);
gboolean     vac_coverage_has        (VacNode     *means,
                                      VacNode     *qualification);
void         vac_coverage_set        (VacDocument *document,
                                      VacNode     *means,
                                      VacNode     *qualification,
                                      gboolean     assessed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacCoverage, vac_coverage_free)

G_END_DECLS
