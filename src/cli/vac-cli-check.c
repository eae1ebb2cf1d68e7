/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-review.h"

static guint
check_file (VacCliFile *file,
            gboolean    errors_only)
{
  g_autoptr (GPtrArray) findings = vac_review_check (file->document);
  guint n_reported = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      VacFinding *finding = g_ptr_array_index (findings, i);

      if (errors_only && finding->severity != VAC_SEVERITY_ERROR)
        continue;
      vac_cli_file_report (file, finding);
      n_reported++;
    }

  return n_reported;
}

static int
run_check (const VacVerb *verb,
           char         **arguments)
{
  gboolean errors_only = FALSE;
  const GOptionEntry entries[] = {
    { "errors-only", 'e', 0, G_OPTION_ARG_NONE, &errors_only, N_("Neither print nor count warnings"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  guint n_unread = 0, n_findings = 0;

  if (words == NULL)
    return VAC_CLI_MISUSED;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (VacCliFile) file = vac_cli_file_open (words[i]);

      if (file == NULL)
        n_unread++;
      else
        n_findings += check_file (file, errors_only);
    }

  return vac_cli_sum_up (g_strv_length (words), n_unread, n_findings > 0);
}

const VacVerb vac_cli_check = {
  .name = "check",
  .usage = N_("FILE…"),
  .summary = N_("Say what is missing or wrong in postings."),
  .details = N_("Findings go to standard error as FILE:LINE:COLUMN: TEXT [PATH]. The exit status is 1 if there are any, warnings included."),
  .examples = "  vacancy-cli check *.vacancy\n"
              "  vacancy-cli check --errors-only engineer.vacancy && echo ready\n",
  .run = run_check,
};
