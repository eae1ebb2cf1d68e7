/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-check"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-findings.h"
#include "vac-cli.h"
#include "vac-quote.h"
#include "vac-review.h"

/* One run: what to look for, and whether as one array of JSON. */
typedef struct
{
  VacReviewScope  scope;
  gboolean        errors_only;
  GString        *json;         /* (nullable): what was found so far; %NULL for output as text */
} Run;

/* Returns: how many errors and warnings were found */
static guint
check_file (const Run  *run,
            VacCliFile *file)
{
  g_autoptr (GPtrArray) findings = vac_review_check (file->document, run->scope);

  return vac_cli_findings_write (file, findings, run->errors_only, run->json);
}

static int
check_files (const Run *run,
             char     **files)
{
  guint n_unread = 0, n_findings = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (VacCliFile) file = vac_cli_file_open (files[i]);

      if (file == NULL)
        n_unread++;
      else
        n_findings += check_file (run, file);
    }

  return vac_cli_sum_up (g_strv_length (files), n_unread, n_findings > 0);
}

/* Always a valid array, so that a program can parse the output. */
static int
print_json (const Run *run,
            char     **files)
{
  const int status = check_files (run, files);
  g_autofree char *array = run->json->len > 0 ? g_strdup_printf ("[\n%s\n]\n", run->json->str)
                                              : g_strdup ("[]\n");

  return vac_cli_print (array, strlen (array)) ? status : VAC_CLI_MISUSED;
}

static int
run_check (const VacVerb    *verb,
           const VacFormats *formats,
           char            **arguments)
{
  Run run = { .scope = VAC_REVIEW_POSTING };
  gboolean boards = FALSE;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "errors-only", 'e', 0, G_OPTION_ARG_NONE, &run.errors_only,
      N_("Neither print nor count warnings"), NULL },
    { "boards", 'b', 0, G_OPTION_ARG_NONE, &boards,
      N_("Say what job boards would miss, too"), NULL },
    { "to", 't', 0, G_OPTION_ARG_STRING, &format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  g_autoptr (GString) json = g_string_new (NULL);

  if (words == NULL)
    return VAC_CLI_MISUSED;
  if (boards)
    run.scope |= VAC_REVIEW_BOARDS;
  if (format == NULL || g_str_equal (format, "text"))
    return check_files (&run, words);
  if (!g_str_equal (format, "json"))
    {
      g_autofree char *quoted = vac_quote_shorten (format);

      return vac_cli_misuse (verb, _("There is no format “%s”."), quoted);
    }
  run.json = json;

  return print_json (&run, words);
}

const VacVerb vac_cli_check = {
  .name = "check",
  .usage = N_("FILE…"),
  .summary = N_("Say what is missing or wrong in postings."),
  .details = N_("Findings go to standard error as FILE:LINE:COLUMN: TEXT [PATH]. With --to=json, "
                "an array of them goes to standard output instead. The exit status is 1 if there "
                "are any errors or warnings; hints do not count."),
  .examples = "  vacancy-cli check *.vacancy\n"
              "  vacancy-cli check --errors-only engineer.vacancy && echo ready\n"
              "  vacancy-cli check --boards engineer.vacancy\n"
              "  vacancy-cli check --to json *.vacancy\n",
  .run = run_check,
};
