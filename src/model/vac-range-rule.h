/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-survey.h"

G_BEGIN_DECLS

/**
 * VacRangeRule:
 * @target: the id of what a range is made of
 * @factor: what it is multiplied by, as a decimal
 * @spread: how many percent the range reaches to both sides, as a decimal
 * @rounding: what both ends are multiples of; 0 for no rounding beyond what the table counts in
 *
 * How a range is made of the figures of a place.
 */
typedef struct
{
  const char *target;
  VacMoney    factor;
  VacMoney    spread;
  VacMoney    rounding;
} VacRangeRule;

gboolean     vac_range_rule_read     (VacDocument           *document,
                                      VacRangeRule          *rule);
VacPayRange  vac_range_rule_apply    (const VacRangeRule    *rule,
                                      const VacMarketFigure *figure,
                                      VacMoney               step);
char        *vac_range_rule_describe (const VacRangeRule    *rule,
                                      VacSurveys            *surveys,
                                      const char            *currency,
                                      const char            *language);

G_END_DECLS
