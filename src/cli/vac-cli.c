/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "vac-cli-completion.h"
#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-error.h"
#include "vac-quote.h"

#define PROGRAM "vacancy-cli"

/* To add a verb, write its file and name it here. */
static const VacVerb *const verbs[] = {
  &vac_cli_guides,
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
};

static const VacVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];

  return NULL;
}

static char *
make_help (void)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (
      help, "%s\n  " PROGRAM " %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] …"),
      _("Makes, changes, checks, and exports job postings without a display."));
  g_string_append_printf (help, "\n%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (help, "  %-8s %s\n", verbs[i]->name, _(verbs[i]->summary));
  g_string_append_printf (help, "\n%s\n",
                          _("“vacancy-cli COMMAND --help” explains a command. A FILE of - is "
                            "standard input or output."));
  g_string_append_printf (help, "%s\n",
                          _("Exit status: 0 success, 1 findings or something could not be done, 2 "
                            "wrong usage, unreadable input, or a file that was not written."));

  return g_string_free (help, FALSE);
}

static GOptionContext *
make_context (const VacVerb      *verb,
              const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (_(verb->usage));
  g_autofree char *program = g_strdup_printf (PROGRAM " %s", verb->name);
  g_autofree char *summary = verb->details == NULL ? g_strdup (_(verb->summary))
                             : g_strdup_printf ("%s\n\n%s", _(verb->summary), _(verb->details));
  g_autofree char *examples = g_strdup_printf ("%s\n%s", _("Examples:"), verb->examples);

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, examples);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

static void
write_error (const char *text)
{
  const char *charset;
  g_autofree char *converted = g_get_charset (&charset)
                                   ? NULL
                                   : g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL,
                                                              NULL, NULL);

  fputs (converted != NULL ? converted : text, stderr);
  fflush (stderr);
}

/* Whatever code prints a message, control characters in it are made visible to the terminal. */
static void
on_error_printed (const char *text)
{
  g_autofree char *visible = vac_quote_visible (text, "\n\t");

  write_error (visible);
}

/* What this thread has told and holds back; NULL where it is told at once. */
static GPrivate held = G_PRIVATE_INIT (NULL);

/**
 * vac_cli_hold_messages:
 *
 * Keeps what this thread tells until vac_cli_take_messages().
 */
void
vac_cli_hold_messages (void)
{
  g_private_set (&held, g_string_new (NULL));
}

/**
 * vac_cli_take_messages:
 *
 * Returns: (transfer full): what this thread has told since vac_cli_hold_messages()
 */
char *
vac_cli_take_messages (void)
{
  GString *messages = g_private_get (&held);

  g_private_set (&held, NULL);

  return g_string_free (messages, FALSE);
}

/**
 * vac_cli_tell:
 * @format: a printf format for one message, translated, without a line end
 * @...: for @format
 *
 * Writes a message to standard error, as one line whatever names and texts it quotes.
 */
void
vac_cli_tell (const char *format,
              ...)
{
  g_autofree char *message = NULL;
  g_autofree char *visible = NULL;
  GString *messages = g_private_get (&held);
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  visible = vac_quote_visible (message, "");
  if (messages != NULL)
    g_string_append_printf (messages, "%s\n", visible);
  else
    g_printerr ("%s\n", visible);
}

/**
 * vac_cli_tell_error:
 * @name: the file or guide that it is about
 * @error: what went wrong
 *
 * Writes it to standard error, with its place if it has one.
 */
void
vac_cli_tell_error (const char   *name,
                    const GError *error)
{
  g_autofree char *text = vac_error_describe (error, name);

  vac_cli_tell ("%s", text);
}

/**
 * vac_cli_append_column:
 * @out: a line of a table
 * @text: one of its values
 *
 * Appends @text, on one line whatever it holds, and a tab.
 */
void
vac_cli_append_column (GString    *out,
                       const char *text)
{
  g_autofree char *shown = vac_quote_visible (text, "");

  g_string_append_printf (out, "%s\t", shown);
}

/**
 * vac_cli_misuse:
 * @verb: a verb
 * @format: a printf format for a translated sentence
 * @...: for @format
 *
 * Reports what is wrong with the command line and how to get help.
 *
 * Returns: the exit status for it
 */
int
vac_cli_misuse (const VacVerb *verb,
                const char    *format,
                ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  vac_cli_tell (PROGRAM " %s: %s", verb->name, sentence);
  vac_cli_tell (_("“%s --help” shows how to use it."), PROGRAM);

  return VAC_CLI_MISUSED;
}

/**
 * vac_cli_check_format:
 * @verb: a verb
 * @format: (nullable): the format that is asked for
 *
 * Returns: whether @verb has it, or none is asked for; another one has been reported
 */
gboolean
vac_cli_check_format (const VacVerb *verb,
                      const char    *format)
{
  g_autofree char *quoted = NULL;

  if (format == NULL || g_strv_contains (verb->formats, format))
    return TRUE;

  quoted = vac_quote_shorten (format);
  vac_cli_misuse (verb, _("There is no format “%s”."), quoted);

  return FALSE;
}

/**
 * vac_cli_check_inputs:
 * @verb: a verb
 * @names: the names of the files that it reads, each to its end
 *
 * Returns: whether at most one of them is standard input; more have been reported
 */
gboolean
vac_cli_check_inputs (const VacVerb *verb,
                      char         **names)
{
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    n += g_str_equal (names[i], VAC_CLI_STANDARD);
  if (n > 1)
    vac_cli_misuse (verb, "%s", _("Only one of the files can be standard input."));

  return n <= 1;
}

/**
 * vac_cli_parse:
 * @verb: the verb that runs
 * @entries: its options, ended by %NULL
 * @arguments: the words of the command line, the verb first
 * @fewest: how many words there must be besides verb and options
 * @most: how many there may be
 *
 * Takes the options off the command line. `--help` ends the program here.
 *
 * Returns: (transfer full) (nullable): the words that are left, without the verb; %NULL on wrong
 *   usage, which has been reported, and where only the options were asked for
 */
char **
vac_cli_parse (const VacVerb      *verb,
               const GOptionEntry *entries,
               char              **arguments,
               guint               fewest,
               guint               most)
{
  g_autoptr (GOptionContext) context = NULL;
  g_auto (GStrv) words = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;
  guint n_words;

  if (verb->seen != NULL)
    {
      verb->seen (verb, entries, verb->seen_data);
      return NULL;
    }

  context = make_context (verb, entries);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      vac_cli_misuse (verb, "%s", error->message);
      return NULL;
    }

  /* GOption leaves the “--” that ends the options in place. */
  if (words[1] != NULL && g_str_equal (words[1], "--"))
    {
      g_free (words[1]);
      for (guint i = 1; words[i] != NULL; i++)
        words[i] = words[i + 1];
    }

  n_words = g_strv_length (words) - 1;
  if (n_words >= fewest && n_words <= most)
    return g_strdupv (words + 1);

  if (n_words < fewest)
    vac_cli_misuse (verb, _("Something is missing: %s."), _(verb->usage));
  else
    {
      g_autofree char *quoted = vac_quote_shorten (words[most + 1]);

      vac_cli_misuse (verb, _("“%s” is one too many."), quoted);
    }

  return NULL;
}

static int
show_help (const VacFormats *formats,
           char            **words)
{
  const VacVerb *verb = words[0] != NULL ? find_verb (words[0]) : NULL;
  g_autofree char *help = NULL;

  if (verb != NULL)
    {
      const char *ask[] = { verb->name, "--help", NULL };

      return verb->run (verb, formats, (char **) ask);
    }

  help = make_help ();
  g_print ("%s", help);

  return VAC_CLI_FINE;
}

/**
 * vac_cli_run:
 * @formats: what the program can export
 * @argc: how many words the command line has
 * @argv: the words, the program's name first
 *
 * Returns: the exit status
 */
int
vac_cli_run (const VacFormats *formats,
             int               argc,
             char            **argv)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const VacVerb *verb;
  g_autofree char *quoted = NULL;

  g_set_printerr_handler (on_error_printed);
  if (word == NULL)
    {
      g_autofree char *help = make_help ();

      g_printerr ("%s", help);
      return VAC_CLI_MISUSED;
    }
  if (g_str_equal (word, "--version"))
    {
      g_print (PROGRAM " " VAC_VERSION "\n");
      return VAC_CLI_FINE;
    }
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help"))
    return show_help (formats, argv + 2);

  if (g_str_equal (word, "--completion"))
    return vac_cli_complete (verbs, G_N_ELEMENTS (verbs), formats, argv[2]);

  verb = find_verb (word);
  if (verb != NULL)
    return verb->run (verb, formats, argv + 1);

  quoted = vac_quote_shorten (word);
  g_printerr (PROGRAM ": ");
  g_printerr (_("There is no command “%s”."), quoted);
  g_printerr (" ");
  vac_cli_tell (_("“%s --help” shows how to use it."), PROGRAM);

  return VAC_CLI_MISUSED;
}
