/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export-json.h"
#include "vac-export-text.h"
#include "vac-export.h"

G_BEGIN_DECLS

/* Formats of this layer that offer nothing but the writing of a file. */
extern const VacExporter vac_docx_exporter;
extern const VacExporter vac_html_exporter;
extern const VacExporter vac_jobposting_exporter;
extern const VacExporter vac_jsonresume_exporter;
extern const VacExporter vac_markdown_exporter;

/* All formats of this layer, in the order in which they are offered, for the table of a program.
 * Adding a format is writing its exporter and naming it here. */
#define VAC_EXPORTERS      \
  &vac_text_exporter,      \
  &vac_html_exporter,      \
  &vac_docx_exporter,      \
  &vac_markdown_exporter,  \
  &vac_json_exporter,      \
  &vac_jobposting_exporter, \
  &vac_jsonresume_exporter

/* All that this layer can write of a document, for the table of a program. */
#define VAC_SUBJECTS       \
  &vac_posting_subject,    \
  &vac_guide_subject,      \
  &vac_interview_subject,  \
  &vac_panel_subject

G_END_DECLS
