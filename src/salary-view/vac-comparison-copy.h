/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-comparison.h"

G_BEGIN_DECLS

char     *vac_comparison_to_html    (VacComparison *comparison);
void      vac_comparison_copy       (VacComparison *comparison,
                                     GdkClipboard  *clipboard);
GVariant *vac_comparison_get_choice (VacComparison *comparison);
void      vac_comparison_export     (VacComparison *comparison,
                                     GtkWidget     *widget,
                                     const char    *format);

G_END_DECLS
