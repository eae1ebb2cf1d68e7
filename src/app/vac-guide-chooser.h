/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-application.h"

G_BEGIN_DECLS

void vac_guide_chooser_show (VacApplication *application,
                             VacWindow      *parent);

G_END_DECLS
