/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-first-pages.h"

G_BEGIN_DECLS

#define VAC_TYPE_RECOVERED_SHELF (vac_recovered_shelf_get_type ())

G_DECLARE_FINAL_TYPE (VacRecoveredShelf, vac_recovered_shelf, VAC, RECOVERED_SHELF, GtkBox)

void     vac_recovered_shelf_stop        (VacRecoveredShelf *self);
void     vac_recovered_shelf_set_up      (VacRecoveredShelf *self,
                                          VacFirstPages     *pages,
                                          AdwToastOverlay   *toasts,
                                          GListStore        *recovered);
gboolean vac_recovered_shelf_focus_first (VacRecoveredShelf *self);
gboolean vac_recovered_shelf_is_needed   (VacRecoveredShelf *self);

G_END_DECLS
