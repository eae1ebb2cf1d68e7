/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"
#include "vac-paper.h"

G_BEGIN_DECLS

/**
 * vac_pdf_exporter:
 *
 * Writes the pages of a posting as PDF, on the paper of the options. Programs add it to their
 * #VacFormats: the exporters are in a layer below the pages and cannot know it.
 */
extern const VacExporter vac_pdf_exporter;

GBytes *vac_pdf_write       (VacDocument             *document,
                             VacOutline              *outline,
                             const VacExportOptions  *options,
                             GError                 **error);
GBytes *vac_paper_write_pdf (VacPaper    *self,
                             const char  *created,
                             GError     **error);

G_END_DECLS
