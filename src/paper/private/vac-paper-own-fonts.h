/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

gboolean vac_paper_suits_own_fonts (VacOutline *outline);

G_END_DECLS
