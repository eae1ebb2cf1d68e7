/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

/* All formats and subjects of the layer export. */
extern const VacFormats support_formats;

GBytes *support_export      (VacDocument       *document,
                             const VacExporter *exporter,
                             VacAudience        audience);
GBytes *support_export_as   (VacDocument       *document,
                             const char        *format,
                             VacAudience        audience);
char   *support_export_text (VacDocument       *document,
                             const char        *format,
                             VacAudience        audience);

G_END_DECLS
