/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"
#include "vac-document.h"
#include "vac-export.h"

G_BEGIN_DECLS

GPtrArray  *vac_market_find_places  (VacDocument            *document,
                                     GVariant               *positions);
VacOutline *vac_market_make_outline (VacDocument            *document,
                                     const VacExportOptions *options,
                                     GVariant               *choice);
void        vac_market_export       (GtkWindow     *parent,
                                     VacCloseGuard *guard,
                                     VacDocument   *document,
                                     const char    *format,
                                     GVariant      *choice);
void        vac_market_export_page  (GtkWindow              *parent,
                                     VacCloseGuard          *guard,
                                     VacDocument            *document,
                                     const VacExportOptions *options,
                                     const VacExporter      *exporter,
                                     GVariant               *choice);

G_END_DECLS
