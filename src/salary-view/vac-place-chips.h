/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-node.h"

G_BEGIN_DECLS

#define VAC_TYPE_PLACE_CHIPS (vac_place_chips_get_type ())

G_DECLARE_FINAL_TYPE (VacPlaceChips, vac_place_chips, VAC, PLACE_CHIPS, GtkWidget)

GtkWidget *vac_place_chips_new        (void);
void       vac_place_chips_set_places (VacPlaceChips *self,
                                       GPtrArray     *places,
                                       gboolean       movable);
gboolean   vac_place_chips_focus      (VacPlaceChips *self,
                                       VacNode       *place);

G_END_DECLS
