/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

char *vac_export_html_fragment (VacOutline *outline);

G_END_DECLS
