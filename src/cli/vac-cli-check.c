/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-check"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-batch.h"
#include "vac-cli-findings.h"
#include "vac-cli.h"
#include "vac-date.h"
#include "vac-ignored.h"
#include "vac-json.h"
#include "vac-review.h"

/* The ids of severities, for messages and shells. */
#define LEVELS "error, legal, warning, hint"

/* One run: what to look for, from which level on, and where to write it for programs. */
typedef struct
{
  char              **files;
  VacReviewOptions    options;
  VacSeverity         level;
  const VacCliReport *report;       /* (nullable): %NULL for output as text */
  GString            *out;          /* what is written of @report so far */
  int                 jobs;
  guint               n_unread;
  guint               n_findings;   /* that are not hints */
} Run;

/* What the user knows of laws on pay, beside what is built in or in place of it.
 *
 * Returns: (nullable): %NULL without it, or when it is damaged: what is built in holds */
static VacPayLaw *
read_law (void)
{
  g_autofree char *path = vac_pay_law_dup_overlay_path ();
  g_autofree char *name = NULL;
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VacPayLaw *law = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  bytes = vac_cli_read (path, VAC_JSON_MAX_BYTES, &name, &baseline, &error);
  if (bytes != NULL)
    law = vac_pay_law_new (bytes, &error);
  if (law == NULL)
    vac_cli_tell_error (name, error);

  return law;
}

/* What somebody has decided to ignore in a posting is ignored by all who check it. */
static void
leave_out_ignored (VacDocument *document,
                   GPtrArray   *findings)
{
  for (guint i = findings->len; i > 0; i--)
    if (vac_ignored_has (document, g_ptr_array_index (findings, i - 1)))
      g_ptr_array_remove_index (findings, i - 1);
}

/* What was found in one file. */
typedef struct
{
  gboolean is_read;
  guint    n_findings;   /* that are not hints */
  GString *elements;     /* of the report */
} Checked;

static gpointer
check_cb (guint    index,
          gpointer user_data)
{
  const Run *run = user_data;
  g_autoptr (VacCliFile) file = vac_cli_file_open (run->files[index]);
  g_autoptr (GPtrArray) findings = NULL;
  Checked *checked = g_new0 (Checked, 1);

  checked->elements = g_string_new (NULL);
  checked->is_read = file != NULL;
  if (file == NULL)
    return checked;
  findings = vac_review_check_for (file->document, &run->options);
  leave_out_ignored (file->document, findings);
  checked->n_findings = vac_cli_findings_write (file, findings, run->level, run->report,
                                                checked->elements);
  if (run->files[1] == NULL)
    vac_cli_file_leave (g_steal_pointer (&file));

  return checked;
}

static void
take_cb (guint    index,
         gpointer result,
         gpointer user_data)
{
  Run *run = user_data;
  g_autofree Checked *checked = result;

  run->n_unread += !checked->is_read;
  run->n_findings += checked->n_findings;
  if (checked->elements->len > 0)
    g_string_append_printf (run->out, "%s%s", run->out->len > 0 ? "," : "", checked->elements->str);
  g_string_free (checked->elements, TRUE);
}

/* A report is always valid, so that a program can parse the output. */
static int
check_files (Run *run)
{
  const guint n = g_strv_length (run->files);
  g_autofree char *whole = NULL;

  vac_cli_batch (n, run->jobs, &(const VacInOrder) { .work = check_cb, .take = take_cb }, run);
  if (run->report != NULL)
    {
      whole = vac_cli_report_finish (run->report, run->out);
      if (!vac_cli_print (whole, strlen (whole)))
        return VAC_CLI_MISUSED;
    }

  return vac_cli_sum_up (n, run->n_unread, run->n_findings > 0);
}

static char *
list_rules (VacPayLaw *laws)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < vac_pay_law_get_n_rules (laws); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", vac_pay_law_get_rule (laws, i)->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_places (const VacFormats *formats)
{
  return list_rules (vac_pay_law_get_built_in ());
}

/* Reads @list, ids of laws with commas between them, if there is one. Returns: FALSE after telling
 * that an id is of none */
static gboolean
read_places (const VacVerb *verb,
             const char    *list,
             VacPayLaw     *law,
             GStrv         *places)
{
  VacPayLaw *laws = law != NULL ? law : vac_pay_law_get_built_in ();
  g_autofree char *all = list_rules (laws);

  *places = list != NULL ? g_strsplit (list, ",", -1) : NULL;
  for (guint i = 0; *places != NULL && (*places)[i] != NULL; i++)
    if (vac_pay_law_find (laws, g_strstrip ((*places)[i])) == NULL)
      {
        vac_cli_misuse (verb, _("There are no rules on pay of “%s”, only of: %s."), (*places)[i],
                        all);
        return FALSE;
      }

  return TRUE;
}

static int
run_check (const VacVerb    *verb,
           const VacFormats *formats,
           char            **arguments)
{
  Run run = {
    .options = { .scope = VAC_REVIEW_POSTING | VAC_REVIEW_TEXTS | VAC_REVIEW_PAY_RULES },
    .level = VAC_SEVERITY_WARNING,
  };
  gboolean boards = FALSE;
  gboolean spelling = FALSE;
  int employees = 0;
  g_autoptr (VacPayLaw) law = NULL;
  g_autofree char *level = NULL;
  g_autofree char *format = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) places = NULL;
  const GOptionEntry entries[] = {
    { "level", 'l', 0, G_OPTION_ARG_STRING, &level,
      N_("Say what is as bad as this: error, legal, warning (if not given), or hint"),
      N_("LEVEL") },
    { "boards", 'b', 0, G_OPTION_ARG_NONE, &boards,
      N_("Say what job boards would miss, too"), NULL },
    { "spelling", 's', 0, G_OPTION_ARG_NONE, &spelling,
      N_("Look words up in the dictionary of the posting’s language, too"), NULL },
    { "employees", 'n', 0, G_OPTION_ARG_INT, &employees,
      N_("How many people the employer has, for rules on pay that ask"), N_("NUMBER") },
    { "places", 'p', 0, G_OPTION_ARG_STRING, &list,
      N_("Hold postings to the rules on pay of these places, too: us-co,ca-on"), N_("PLACE,…") },
    { "to", 't', 0, G_OPTION_ARG_STRING, &format, N_("text, json, or sarif"), N_("FORMAT") },
    VAC_CLI_JOBS_ENTRY (&run.jobs),
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  g_autoptr (GString) out = g_string_new (NULL);

  if (words == NULL || !vac_cli_check_batch (verb, words, run.jobs) ||
      !vac_cli_check_format (verb, format))
    return VAC_CLI_MISUSED;
  if (level != NULL && !vac_severity_find (level, &run.level))
    return vac_cli_misuse (verb, _("There is no level “%s”, only: %s."), level,
                           LEVELS);
  if (employees < 0)
    return vac_cli_misuse (verb, "%s", _("An employer has no negative number of people."));
  law = read_law ();
  run.options.law = law;
  if (!read_places (verb, list, law, &places))
    return VAC_CLI_MISUSED;
  run.options.places = (const char *const *) places;
  vac_date_today (&run.options.today);
  run.options.n_employees = (guint) employees;
  if (boards)
    run.options.scope |= VAC_REVIEW_BOARDS;
  if (spelling)
    run.options.scope |= VAC_REVIEW_SPELLING;
  if (format != NULL && !g_str_equal (format, "text"))
    run.report = g_str_equal (format, "json") ? &vac_cli_report_json : &vac_cli_report_sarif;
  run.out = out;
  run.files = words;

  return check_files (&run);
}

const VacVerb vac_cli_check = {
  .name = "check",
  .usage = N_("FILE…"),
  .summary = N_("Say what is missing or wrong in postings."),
  .details = N_("Findings go to standard error as FILE:LINE:COLUMN: TEXT [PATH]. With --to=json, "
                "an array of them goes to standard output instead, with --to=sarif a log that "
                "editors and code hosts show. The exit status is 1 if there are any errors, legal "
                "findings, or warnings; hints do not count. No finding is legal advice."),
  .examples = "  vacancy-cli check *.vacancy\n"
              "  vacancy-cli check --level error engineer.vacancy && echo ready\n"
              "  vacancy-cli check --boards engineer.vacancy\n"
              "  vacancy-cli check --places us-co,us-ny --employees 120 remote.vacancy\n"
              "  vacancy-cli check --to json *.vacancy\n",
  .formats = (const char *const[]) { "text", "json", "sarif", NULL },
  .values = (const VacCliValues[]) {
    { "level", VAC_CLI_ONE_OF, LEVELS },
    { "places", VAC_CLI_SOME_OF, .list = list_places },
    { NULL }
  },
  .run = run_check,
};
