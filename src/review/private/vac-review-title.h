/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-review.h"

G_BEGIN_DECLS

char *vac_review_title_mask (VacNode *title);

G_END_DECLS
