/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-design.h"
#include "vac-paper.h"

G_BEGIN_DECLS

/**
 * VacFitWay:
 * @VAC_FIT_BULLETS: the longest bullets are left out
 * @VAC_FIT_DESIGN: another design
 * @VAC_FIT_TYPE: other typefaces
 * @VAC_FIT_PAPER: A4 in place of Letter, or the other way round
 *
 * How a page is spared that holds a few lines only.
 */
typedef enum
{
  VAC_FIT_BULLETS,
  VAC_FIT_DESIGN,
  VAC_FIT_TYPE,
  VAC_FIT_PAPER,
  VAC_N_FIT_WAYS
} VacFitWay;

/**
 * VacFit:
 * @n_lines: how many lines are on the last page, where it is used by a third at most; 0 otherwise
 * @n_pages: how many pages there would be without it
 * @n_bullets: how many of the longest bullets would have to be left out; 0 if none help
 * @design: (nullable): the first of the designs that spares the page
 * @pair: (nullable): likewise of the typefaces
 * @paper: whether other paper spares it
 * @size: which
 *
 * What would spare a page; each of these ways is enough by itself. A value; both pointers are
 * constant.
 */
typedef struct
{
  guint              n_lines;
  guint              n_pages;
  guint              n_bullets;
  const VacDesign   *design;
  const VacTypePair *pair;
  gboolean           paper;
  VacPaperSize       size;
} VacFit;

guint vac_fit_count_lines (VacPaper     *paper);
void  vac_fit_find        (VacFit       *self,
                           VacPaper     *paper);
char *vac_fit_say_lines   (const VacFit *self);
char *vac_fit_say         (const VacFit *self,
                           VacFitWay     way);

G_END_DECLS
