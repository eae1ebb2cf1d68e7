/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VacPayLevel:
 * @node: (nullable): the level in the document; %NULL for one of the default split
 * @name: its name
 * @range: what it pays; not known when the range it is a share of is not
 * @is_share: whether it is a share of the range and not an amount
 * @include: whether it is printed in the posting
 */
typedef struct
{
  VacNode     *node;
  char        *name;
  VacPayRange  range;
  gboolean     is_share;
  gboolean     include;
} VacPayLevel;

GPtrArray *vac_pay_levels_new         (VacDocument       *document,
                                       const VacPayRange *range,
                                       VacMoney           step);
gboolean   vac_pay_levels_get_progression (GPtrArray     *levels,
                                       guint              index,
                                       gint64            *tenths);
const char *vac_pay_levels_get_progression_title (void);
char      *vac_pay_levels_explain_progression (void);
gboolean   vac_pay_levels_are_default (VacDocument       *document);
gboolean   vac_pay_levels_define      (VacDocument       *document);

G_END_DECLS
