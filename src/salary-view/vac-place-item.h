/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-comparison.h"

G_BEGIN_DECLS

#define VAC_TYPE_PLACE_ITEM (vac_place_item_get_type ())

G_DECLARE_FINAL_TYPE (VacPlaceItem, vac_place_item, VAC, PLACE_ITEM, GObject)

VacPlaceItem           *vac_place_item_new          (VacNode                *node);
VacNode                *vac_place_item_get_node     (VacPlaceItem           *self);
gboolean                vac_place_item_is_national  (VacPlaceItem           *self);
const VacComparedPlace *vac_place_item_get_place    (VacPlaceItem           *self);
void                    vac_place_item_set_place    (VacPlaceItem           *self,
                                                     const VacComparedPlace *place);
gboolean                vac_place_item_get_compared (VacPlaceItem           *self);
void                    vac_place_item_set_compared (VacPlaceItem           *self,
                                                     gboolean                compared);
void                    vac_place_item_changed      (VacPlaceItem           *self);

G_END_DECLS
