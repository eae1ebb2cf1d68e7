/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-measure.h"

G_BEGIN_DECLS

#define VAC_N_MEASURE_LINKS 3

/**
 * VacMeasureLink:
 * @label: what is read there; %NULL where there is no link
 * @uri: the web page
 *
 * Where somebody says how well something is known.
 */
typedef struct
{
  const char *label;
  const char *uri;
} VacMeasureLink;

/**
 * VacMeasureFact:
 * @name: what was measured
 * @value: what was measured, with its unit
 * @remark: (nullable): what is usual, and whether this is
 * @evidence: (nullable): how well what is usual is known
 * @links: where that is read, and where the contrary
 *
 * A measure of a posting as it is shown: all texts are for users.
 */
typedef struct
{
  const char     *name;
  char           *value;
  char           *remark;
  const char     *evidence;
  VacMeasureLink  links[VAC_N_MEASURE_LINKS];
} VacMeasureFact;

GPtrArray *vac_measure_facts_new     (const VacMeasure *measure);
char      *vac_measure_facts_sum_up  (const VacMeasure *measure);

G_END_DECLS
