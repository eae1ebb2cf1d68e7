/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-diff"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-diff.h"
#include "vac-cli.h"
#include "vac-quote.h"

/* Returns: (transfer full) (nullable): %NULL when there is no such format */
static char *
write_differences (VacDiff    *diff,
                   const char *format,
                   VacCliFile *a,
                   VacCliFile *b)
{
  if (g_str_equal (format, "text"))
    return vac_cli_diff_to_text (diff);
  if (g_str_equal (format, "json"))
    return vac_cli_diff_to_json (diff);

  return g_str_equal (format, "html") ? vac_cli_diff_to_html (diff, a->name, b) : NULL;
}

static int
compare (const VacVerb *verb,
         const char    *format,
         char         **names)
{
  g_autoptr (VacCliFile) a = vac_cli_file_open (names[0]);
  g_autoptr (VacCliFile) b = a != NULL ? vac_cli_file_open (names[1]) : NULL;
  g_autoptr (VacDiff) diff = NULL;
  g_autofree char *text = NULL;

  if (b == NULL)
    return VAC_CLI_MISUSED;

  diff = vac_diff_new (a->document, b->document);
  text = write_differences (diff, format, a, b);
  if (text == NULL)
    {
      g_autofree char *quoted = vac_quote_shorten (format);

      return vac_cli_misuse (verb, _("There is no format “%s”."), quoted);
    }
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

  if (words == NULL)
    return VAC_CLI_MISUSED;
  if (g_str_equal (words[0], VAC_CLI_STANDARD) && g_str_equal (words[1], VAC_CLI_STANDARD))
    return vac_cli_misuse (verb, _("Only one of the files can be standard input."));

  return compare (verb, format != NULL ? format : "text", words);
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
  .run = run_diff,
};
