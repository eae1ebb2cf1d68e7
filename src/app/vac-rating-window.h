/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-recovery.h"

G_BEGIN_DECLS

#define VAC_TYPE_RATING_WINDOW (vac_rating_window_get_type ())

G_DECLARE_FINAL_TYPE (VacRatingWindow, vac_rating_window, VAC, RATING_WINDOW, AdwWindow)

VacRatingWindow *vac_rating_window_new      (GtkApplication  *application,
                                             VacRecovery     *recovery);
VacRecovery     *vac_rating_window_get_recovery (VacRatingWindow *self);
gboolean         vac_rating_window_is_of    (VacRecovery     *recovery);
VacDocument     *vac_rating_window_get_rating (VacRatingWindow *self);
void             vac_rating_window_open     (GtkApplication  *application,
                                             GFile           *file);
gboolean         vac_rating_window_is_for   (GFile           *file);

G_END_DECLS
