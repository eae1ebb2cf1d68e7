/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacAxis:
 * @lower: the first tick
 * @upper: the last tick; greater than @lower
 * @step: the distance from one tick to the next; divides @upper − @lower
 *
 * A scale of amounts, in whole units of a currency. It begins and ends on a tick.
 */
typedef struct
{
  gint64 lower;
  gint64 upper;
  gint64 step;
} VacAxis;

VacAxis  vac_axis_fit          (gint64         minimum,
                                gint64         maximum,
                                double         length,
                                double         label_length);
guint    vac_axis_get_n_ticks  (const VacAxis *axis);
gint64   vac_axis_get_tick     (const VacAxis *axis,
                                guint          index);
char    *vac_axis_format_tick  (const VacAxis *axis,
                                guint          index,
                                const char    *currency,
                                const char    *language);
double   vac_axis_get_position (const VacAxis *axis,
                                gint64         amount,
                                double         length);
gint64   vac_axis_get_amount   (const VacAxis *axis,
                                double         position,
                                double         length);

G_END_DECLS
