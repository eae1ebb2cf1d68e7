/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_MARKER (vac_marker_get_type ())

G_DECLARE_FINAL_TYPE (VacMarker, vac_marker, VAC, MARKER, GObject)

void vac_marker_attach (VacDocument *document,
                        VacNode     *leaf,
                        GtkWidget   *widget);

G_END_DECLS
