/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-design.h"

G_BEGIN_DECLS

char *vac_html_write_style (const VacLook *look);

G_END_DECLS
