/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper-exports"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-chart-picture.h"
#include "vac-pdf.h"

/* What programs list, apart from what it takes to draw it: see src/cli/vac-cli-paper.c. */

const VacExporter vac_pdf_exporter = {
  .id = "pdf",
  .extension = "pdf",
  .mime_type = "application/pdf",
  .label = N_("PDF"),
  .purpose = N_("To email and print: the pages of the preview"),
  .from_outline = TRUE,
  .write = vac_pdf_write,
};

const VacExportOptions vac_paper_export_defaults = {
  .columns = VAC_EXPORT_MAIL_COLUMNS, .draw_chart = vac_chart_draw_png,
};
