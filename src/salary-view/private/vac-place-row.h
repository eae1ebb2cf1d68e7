/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-side-by-side-private.h"

G_BEGIN_DECLS

#define VAC_TYPE_PLACE_ROW (vac_place_row_get_type ())

G_DECLARE_FINAL_TYPE (VacPlaceRow, vac_place_row, VAC, PLACE_ROW, GtkWidget)

GtkWidget *vac_place_row_new          (void);
void       vac_place_row_show_place   (VacPlaceRow    *self,
                                       const VacSides *sides,
                                       const VacAxis  *axis,
                                       guint           index);
void       vac_place_row_show_posting (VacPlaceRow    *self,
                                       const VacSides *sides,
                                       const VacAxis  *axis);
void       vac_place_row_show_axis    (VacPlaceRow    *self,
                                       const VacSides *sides,
                                       const VacAxis  *axis);
void       vac_place_row_set_heading  (VacPlaceRow    *self,
                                       const char     *heading);
void       vac_place_row_set_stacked  (VacPlaceRow    *self,
                                       gboolean        stacked);
void       vac_place_row_set_most     (VacPlaceRow    *self,
                                       gint64          most);
guint      vac_place_row_get_turn     (VacPlaceRow    *self);
void       vac_place_row_set_turn     (VacPlaceRow    *self,
                                       guint           turn);

G_END_DECLS
