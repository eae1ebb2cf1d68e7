/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"
#include "vac-findings.h"
#include "vac-store.h"
#include "vac-export.h"

G_BEGIN_DECLS

void vac_export_dialog_show (GtkWindow              *parent,
                             VacStore               *store,
                             VacCloseGuard          *guard,
                             GSettings              *settings,
                             const VacFormats       *formats,
                             const VacExportOptions *options,
                             const VacSubject       *subject,
                             GPtrArray              *findings,
                             VacShowSpanFunc         show);

G_END_DECLS
