/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-side-by-side-private.h"

G_BEGIN_DECLS

#define VAC_TYPE_PLACE_ROWS (vac_place_rows_get_type ())

G_DECLARE_FINAL_TYPE (VacPlaceRows, vac_place_rows, VAC, PLACE_ROWS, GtkWidget)

GtkWidget *vac_place_rows_new    (const VacSides *sides);
void       vac_place_rows_update (VacPlaceRows   *self,
                                  gboolean        stacked);
void       vac_place_rows_find   (VacPlaceRows   *self);

G_END_DECLS
