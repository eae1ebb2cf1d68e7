/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-diff"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-diff.h"
#include "vac-cli-file.h"
#include "vac-cli.h"

static char *
write_differences (VacDiff    *diff,
                   const char *format,
                   const char *name_a,
                   const char *name_b)
{
  if (g_strcmp0 (format, "json") == 0)
    return vac_cli_diff_to_json (diff);
  if (g_strcmp0 (format, "html") == 0)
    return vac_cli_diff_to_html (diff, name_a, name_b);

  return vac_cli_diff_to_text (diff);
}

static int
compare (const char *format,
         char      **names)
{
  g_autoptr (VacCliFile) a = vac_cli_file_open (names[0]);
  g_autoptr (VacCliFile) b = a != NULL ? vac_cli_file_open (names[1]) : NULL;
  g_autoptr (VacDiff) diff = NULL;
  g_autofree char *text = NULL;

  if (b == NULL)
    return VAC_CLI_MISUSED;

  diff = vac_diff_new (a->document, b->document);
  text = write_differences (diff, format, a->name, b->name);
  if (!vac_cli_print (text, strlen (text)))
    return VAC_CLI_MISUSED;

  return vac_diff_get_differences (diff)->len > 0 ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}

static int
run_diff (const VacVerb    *verb,
          const VacFormats *formats,
          char            **arguments)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &format, N_("text, json, or html"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 2, 2);

  if (words == NULL || !vac_cli_check_inputs (verb, words) ||
      !vac_cli_check_format (verb, format))
    return VAC_CLI_MISUSED;

  return compare (format, words);
}

const VacVerb vac_cli_diff = {
  .name = "diff",
  .usage = N_("OLD NEW"),
  .summary = N_("Say what differs between two postings."),
  .details = N_("Word by word, without regard to layout. What was removed stands in [-…-], what "
                "was added in {+…+}; an entry that was moved is one change. The exit status is 1 "
                "if anything differs."),
  .examples = "  vacancy-cli diff sent.vacancy returned.vacancy\n"
              "  vacancy-cli diff --to html old.vacancy new.vacancy > changes.html\n"
              "  vacancy-cli new machine-learning-engineer | vacancy-cli diff - engineer.vacancy\n",
  .formats = (const char *const[]) { "text", "json", "html", NULL },
  .run = run_diff,
};
