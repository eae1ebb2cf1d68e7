/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-many.h"

G_BEGIN_DECLS

void vac_many_duplicate (VacMany *many);

G_END_DECLS
