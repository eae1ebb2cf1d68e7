/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-window.h"

G_BEGIN_DECLS

void vac_export_dialog_show (VacWindow *window);

G_END_DECLS
