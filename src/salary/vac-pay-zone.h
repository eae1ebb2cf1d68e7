/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-range-rule.h"

G_BEGIN_DECLS

/**
 * VacZoneStep:
 * @up_to: the highest level of pay that the step holds for; 0 for all above
 * @percent: what the zone pays in percent of the base, as a decimal
 *
 * A differential of a zone.
 */
typedef struct
{
  VacMoney up_to;
  VacMoney percent;
} VacZoneStep;

/**
 * VacPayZone:
 * @node: the zone in the document
 * @name: what it is called, or its number
 * @explanation: why its places are paid alike
 * @places: (array zero-terminated=1): their names, as they were written
 * @steps: (element-type VacZoneStep): its differentials, the one for the lowest pay first
 *
 * Places that are paid alike.
 */
typedef struct
{
  VacNode     *node;
  char        *name;
  char        *explanation;
  char       **places;
  GArray      *steps;
} VacPayZone;

typedef struct _VacPayZones VacPayZones;

VacPayZones      *vac_pay_zones_new            (VacDocument        *document);
void              vac_pay_zones_free           (VacPayZones        *self);
guint             vac_pay_zones_get_n          (VacPayZones        *self);
const VacPayZone *vac_pay_zones_get            (VacPayZones        *self,
                                                guint               index);
const VacPayZone *vac_pay_zones_find           (VacPayZones        *self,
                                                const char         *place);
const VacPayZone *vac_pay_zones_find_called    (VacPayZones        *self,
                                                const char         *name);
VacNode          *vac_pay_zones_find_place     (VacPayZones        *self,
                                                const char         *name);
VacNode          *vac_pay_zones_get_base       (VacPayZones        *self);
gboolean          vac_pay_zones_get_range      (VacPayZones        *self,
                                                const VacPayZone   *zone,
                                                VacSurveys         *surveys,
                                                const VacRangeRule *rule,
                                                VacMoney            step,
                                                VacPayRange        *range,
                                                VacMoney           *percent);
const char       *vac_pay_zones_get_base_name  (VacPayZones        *self);
char             *vac_pay_zone_describe_steps  (const VacPayZone   *zone,
                                                const char         *currency,
                                                const char         *language);
char            **vac_pay_zones_list_remarks   (VacPayZones        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPayZones, vac_pay_zones_free)

G_END_DECLS
