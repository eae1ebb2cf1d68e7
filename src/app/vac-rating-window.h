/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_RATING_WINDOW (vac_rating_window_get_type ())

G_DECLARE_FINAL_TYPE (VacRatingWindow, vac_rating_window, VAC, RATING_WINDOW, AdwWindow)

VacRatingWindow *vac_rating_window_new      (GtkApplication  *application,
                                             VacDocument     *rating);
VacDocument     *vac_rating_window_get_rating (VacRatingWindow *self);
void             vac_rating_window_open     (GtkApplication  *application,
                                             GFile           *file);
gboolean         vac_rating_window_is_for   (GFile           *file);

G_END_DECLS
