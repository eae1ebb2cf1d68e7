/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VacSalaryLocation:
 * @city: a city, "" for none
 * @region: a state, "" for none
 * @country: ISO 3166-1 alpha-2, "" for none
 * @remote: whether the place is no place: the work is done from anywhere
 */
typedef struct
{
  const char *city;
  const char *region;
  const char *country;
  gboolean    remote;
} VacSalaryLocation;

gboolean vac_salary_find_location (const char              *place,
                                   VacSalaryLocation       *location);
char    *vac_salary_find_region   (const char              *place);
gboolean vac_salary_is_located    (VacDocument             *document,
                                   const VacSalaryLocation *location);
gboolean vac_salary_get_offer     (VacDocument             *document,
                                   VacNode                 *place,
                                   VacPayRange             *range);
VacNode *vac_salary_find_own_pay  (VacDocument             *document,
                                   const char              *place);
gboolean vac_salary_set_pay       (VacDocument             *document,
                                   VacNode                 *location,
                                   const VacPayRange       *range);
VacPayRange vac_salary_round      (const VacPayRange       *range,
                                   VacMoney                 rounding);
gboolean vac_salary_use_range_at  (VacDocument             *document,
                                   VacNode                 *place,
                                   VacNode                 *work,
                                   VacMoney                 rounding,
                                   const VacSalaryLocation *location);
gboolean vac_salary_use_range     (VacDocument             *document,
                                   VacNode                 *place,
                                   const VacSalaryLocation *location);
gboolean vac_salary_order_places  (VacDocument             *document,
                                   VacNode *const          *places,
                                   guint                    n_places);
VacNode *vac_salary_find_place    (VacDocument             *document,
                                   const char              *name);

G_END_DECLS
