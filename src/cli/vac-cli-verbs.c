/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-verbs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-completion.h"
#include "vac-cli-formats.h"
#include "vac-cli.h"
#include "vac-memory.h"
#include "vac-quote.h"

/* To add a verb, write its file and name it here. */
static const VacVerb *const verbs[] = { &vac_cli_guides,
                                        &vac_cli_new,
                                        &vac_cli_import,
                                        &vac_cli_get,
                                        &vac_cli_set,
                                        &vac_cli_replace,
                                        &vac_cli_export,
                                        &vac_cli_check,
                                        &vac_cli_measure,
                                        &vac_cli_coverage,
                                        &vac_cli_diff,
                                        &vac_cli_merge,
                                        &vac_cli_format,
                                        &vac_cli_history,
                                        &vac_cli_list,
                                        &vac_cli_texts,
                                        &vac_cli_salary,
                                        &vac_cli_schema,
                                        NULL };

static char *
make_help (void)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (
      help, "%s\n  " VAC_CLI_PROGRAM " %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] …"),
      _ ("Makes, changes, checks, and exports job postings without a display."));
  g_string_append_printf (help, "\n%s\n", _ ("Commands:"));
  for (guint i = 0; verbs[i] != NULL; i++)
    g_string_append_printf (help, "  %-8s %s\n", verbs[i]->name, _ (verbs[i]->summary));
  g_string_append_printf (help, "\n%s\n",
                          _ ("“vacancy-cli COMMAND --help” explains a command. A FILE of - is "
                             "standard input or output."));
  g_string_append_printf (help, "%s\n",
                          _ ("Exit status: 0 success, 1 findings or something could not be done, 2 "
                             "wrong usage, unreadable input, or a file that was not written."));

  return g_string_free (help, FALSE);
}

static int
show_help (char **words)
{
  const VacVerb *verb = vac_cli_find_verb (verbs, words[0]);
  g_autofree char *help = NULL;

  if (verb != NULL)
    {
      const char *ask[] = { verb->name, "--help", NULL };

      return verb->run (verb, &vac_cli_formats, (char **) ask);
    }

  help = make_help ();
  g_print ("%s", help);

  return VAC_CLI_FINE;
}

/* The program that has all verbs: see vac-cli-main.c. */
int
main (int argc, char **argv)
{
  char **words = argc > 0 ? argv + 1 : argv;
  const VacVerb *verb = vac_cli_find_verb (verbs, words[0]);
  g_autofree char *quoted = NULL;

  vac_memory_prepare (VAC_CLI_HEAP, VAC_CLI_HEAP);
  vac_memory_share ();
  vac_cli_prepare ();
  if (words[0] == NULL)
    {
      g_autofree char *help = make_help ();

      g_printerr ("%s", help);
      return VAC_CLI_MISUSED;
    }
  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h") ||
      g_str_equal (words[0], "help"))
    return show_help (words + 1);

  if (g_str_equal (words[0], "--completion"))
    return vac_cli_complete (verbs, &vac_cli_formats, words[1]);

  if (verb != NULL)
    return verb->run (verb, &vac_cli_formats, words);

  quoted = vac_quote_shorten (words[0]);
  g_printerr (VAC_CLI_PROGRAM ": ");
  g_printerr (_ ("There is no command “%s”."), quoted);
  g_printerr (" ");
  vac_cli_tell (_ ("“%s --help” shows how to use it."), VAC_CLI_PROGRAM);

  return VAC_CLI_MISUSED;
}
