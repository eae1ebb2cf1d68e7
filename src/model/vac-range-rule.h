/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-survey.h"

G_BEGIN_DECLS

/**
 * VacRangeRule:
 * @target: (nullable): the id of what a range is made of; %NULL for both ends of the range as it is
 * @factor: what it is multiplied by, as a decimal
 * @differential: what it is multiplied by besides, in percent, as a decimal; 0 for nothing
 * @spread: how many percent the range reaches to both sides, as a decimal; of a range as it is, not
 *   at all
 * @rounding: what both ends are multiples of; 0 for no rounding beyond what the table counts in
 *
 * How a range is made of the figures of a place.
 */
typedef struct
{
  const char *target;
  VacMoney    factor;
  VacMoney    differential;
  VacMoney    spread;
  VacMoney    rounding;
} VacRangeRule;

void         vac_range_rule_take     (VacRangeRule          *rule,
                                      VacNode               *record,
                                      const VacRole         *roles);
gboolean     vac_range_rule_read     (VacDocument           *document,
                                      VacRangeRule          *rule);
VacMoney     vac_range_rule_get_level (const VacRangeRule   *rule,
                                      const VacMarketFigure *figure);
VacPayRange  vac_range_rule_apply    (const VacRangeRule    *rule,
                                      const VacMarketFigure *figure,
                                      VacMoney               step);
char        *vac_range_rule_describe (const VacRangeRule    *rule,
                                      VacSurveys            *surveys,
                                      const char            *currency,
                                      const char            *language);

G_END_DECLS
