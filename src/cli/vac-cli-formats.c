/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-formats"

#include "config.h"

#include "vac-cli-formats.h"
#include "vac-comparison-outline.h"
#include "vac-exporters.h"
#include "vac-pdf.h"

/* What the programs of the command line can export. */
const VacFormats vac_cli_formats = {
  .exporters = (const VacExporter *const[]){ &vac_pdf_exporter, VAC_EXPORTERS, NULL },
  .subjects = (const VacSubject *const[]){ VAC_SUBJECTS, &vac_comparison_subject, NULL },
};
