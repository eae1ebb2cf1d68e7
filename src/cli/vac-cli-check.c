/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-review.h"

static guint
check_file (VacCliFile *file,
            gboolean    errors_only,
            gboolean    boards)
{
  const VacReviewScope scope = boards ? VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS : VAC_REVIEW_POSTING;
  g_autoptr (GPtrArray) findings = vac_review_check (file->document, scope);

  return vac_cli_file_report_all (file, findings, errors_only);
}

static int
run_check (const VacVerb    *verb,
           const VacFormats *formats,
           char            **arguments)
{
  gboolean errors_only = FALSE;
  gboolean boards = FALSE;
  const GOptionEntry entries[] = {
    { "errors-only", 'e', 0, G_OPTION_ARG_NONE, &errors_only, N_("Neither print nor count warnings"), NULL },
    { "boards", 'b', 0, G_OPTION_ARG_NONE, &boards, N_("Say what job boards would miss, too"), NULL },
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
        n_findings += check_file (file, errors_only, boards);
    }

  return vac_cli_sum_up (g_strv_length (words), n_unread, n_findings > 0);
}

const VacVerb vac_cli_check = {
  .name = "check",
  .usage = N_("FILE…"),
  .summary = N_("Say what is missing or wrong in postings."),
  .details = N_("Findings go to standard error as FILE:LINE:COLUMN: TEXT [PATH]. The exit status is 1 if there are any, warnings included, hints not."),
  .examples = "  vacancy-cli check *.vacancy\n"
              "  vacancy-cli check --errors-only engineer.vacancy && echo ready\n"
              "  vacancy-cli check --boards engineer.vacancy\n",
  .run = run_check,
};
