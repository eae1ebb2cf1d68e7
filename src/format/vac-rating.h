/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_RATING_EXTENSION "vacancy-rating"

VacDocument *vac_rating_new      (VacDocument *posting);
char        *vac_rating_describe (VacDocument *rating);

G_END_DECLS
