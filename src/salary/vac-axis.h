/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money.h"

G_BEGIN_DECLS

/**
 * VacAxis:
 * @lower: the first tick
 * @upper: the last tick; greater than @lower
 * @step: the distance from one tick to the next; divides @upper − @lower
 *
 * A scale of amounts. It begins and ends on a tick.
 */
typedef struct
{
  VacMoney lower;
  VacMoney upper;
  VacMoney step;
} VacAxis;

VacAxis  vac_axis_fit          (VacMoney       minimum,
                                VacMoney       maximum,
                                double         length,
                                double         label_length);
guint    vac_axis_get_n_ticks  (const VacAxis *axis);
VacMoney vac_axis_get_tick     (const VacAxis *axis,
                                guint          index);
char    *vac_axis_format_tick  (const VacAxis *axis,
                                guint          index,
                                const char    *currency,
                                const char    *language);
double   vac_axis_get_position (const VacAxis *axis,
                                VacMoney       amount,
                                double         length);

G_END_DECLS
