/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"
#include "vac-document.h"
#include "vac-outline.h"

G_BEGIN_DECLS

VacOutline *vac_market_make_outline (VacDocument   *document,
                                     GVariant      *choice);
void        vac_market_export       (GtkWindow     *parent,
                                     VacCloseGuard *guard,
                                     VacDocument   *document,
                                     const char    *format,
                                     GVariant      *choice);
void        vac_market_export_page  (GtkWindow     *parent,
                                     VacCloseGuard *guard,
                                     VacDocument   *document,
                                     const char    *format,
                                     GVariant      *choice);
void        vac_market_import       (GtkWindow     *parent,
                                     VacDocument   *document);

G_END_DECLS
