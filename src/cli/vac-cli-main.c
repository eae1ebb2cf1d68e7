/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-main"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "vac-cli.h"
#include "vac-comparison-outline.h"
#include "vac-exporters.h"
#include "vac-pdf.h"
#include "vac-process.h"

static const VacFormats formats = {
  .exporters = (const VacExporter *const[]) { &vac_pdf_exporter, VAC_EXPORTERS, NULL },
  .subjects = (const VacSubject *const[]) { VAC_SUBJECTS, &vac_comparison_subject, NULL },
};

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VAC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* For plurals: ngettext () names no domain. */
  textdomain (GETTEXT_PACKAGE);

  vac_process_prepare (VAC_CLI_MISUSED);

  return vac_cli_run (&formats, argc, argv);
}
