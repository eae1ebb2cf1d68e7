/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-error.h"
#include "vac-process.h"
#include "vac-quote.h"

static GOptionContext *
make_context (const VacVerb      *verb,
              const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (_(verb->usage));
  g_autofree char *program = g_strdup_printf (VAC_CLI_PROGRAM " %s", verb->name);
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
  vac_cli_tell (VAC_CLI_PROGRAM " %s: %s", verb->name, sentence);
  vac_cli_tell (_ ("“%s --help” shows how to use it."), VAC_CLI_PROGRAM);

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

/* Returns: whether @word begins with a short option that takes a value, or is a long one */
static gboolean
takes_value (const GOptionEntry *entries,
             const char         *word)
{
  if (word[0] != '-')
    return FALSE;

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (entry->arg != G_OPTION_ARG_NONE
        && (word[1] == '-' ? g_str_equal (word + 2, entry->long_name)
                           : word[1] != '\0' && word[1] == entry->short_name))
      return TRUE;

  return FALSE;
}

/* GOption does not know “-j4”, which is “-j 4” in other programs.
 *
 * Returns: (transfer full): @arguments with such words in two */
static char **
part_short_options (const GOptionEntry *entries,
                    char              **arguments)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean is_value = FALSE;

  for (; *arguments != NULL && (is_value || !g_str_equal (*arguments, "--")); arguments++)
    if (!is_value && takes_value (entries, *arguments))
      {
        const gboolean has_value = (*arguments)[1] != '-' && (*arguments)[2] != '\0';
        g_autofree char *option = has_value ? g_strndup (*arguments, 2) : g_strdup (*arguments);

        g_strv_builder_add (words, option);
        if (has_value)
          g_strv_builder_add (words, *arguments + 2);
        is_value = !has_value;
      }
    else
      {
        g_strv_builder_add (words, *arguments);
        is_value = FALSE;
      }
  g_strv_builder_addv (words, (const char **) arguments);

  return g_strv_builder_end (words);
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
  g_auto (GStrv) words = part_short_options (entries, arguments);
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

/* Each part of a locale is a file to open. The others say how people write names, addresses,
 * telephone numbers and money, which postings do as their own language does. */
static void
set_locale (void)
{
  static const int parts[] = {
    LC_CTYPE, LC_MESSAGES, LC_COLLATE, LC_NUMERIC, LC_TIME,
#ifdef LC_PAPER
    LC_PAPER,
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    setlocale (parts[i], "");
}

/**
 * vac_cli_prepare:
 *
 * Languages and standard streams of the program.
 */
void
vac_cli_prepare (void)
{
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, VAC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* For plurals: ngettext () names no domain. */
  textdomain (GETTEXT_PACKAGE);

  vac_process_prepare (VAC_CLI_MISUSED);
  g_set_printerr_handler (on_error_printed);
}

/**
 * vac_cli_find_verb:
 * @verbs: verbs, ended by %NULL
 * @name: (nullable): the first word of a command line
 *
 * Returns: (nullable): the verb of this name
 */
const VacVerb *
vac_cli_find_verb (const VacVerb *const *verbs, const char *name)
{
  for (guint i = 0; name != NULL && verbs[i] != NULL; i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];

  return NULL;
}
