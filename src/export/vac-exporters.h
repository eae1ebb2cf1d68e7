/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

/* Formats of this layer that offer nothing but the writing of a file. */
extern const VacExporter vac_docx_exporter;
extern const VacExporter vac_html_exporter;
extern const VacExporter vac_jobposting_exporter;
extern const VacExporter vac_jsonresume_exporter;
extern const VacExporter vac_markdown_exporter;

G_END_DECLS
