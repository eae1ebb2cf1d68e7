/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

char *vac_export_html_fragment (VacOutline *outline);
char *vac_export_html_description (VacOutline *outline);
char *vac_export_html_page     (const char *language,
                                const char *title,
                                const char *more_style,
                                const char *body);

G_END_DECLS
