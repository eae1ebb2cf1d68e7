/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-completion"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "vac-cli-completion.h"
#include "vac-cli-file.h"
#include "vac-quote.h"

/* What GOption adds to each verb by itself. */
#define OWN_OPTIONS "--help --version --completion"

typedef struct _Shell Shell;

/* A script that is being written. */
typedef struct
{
  const Shell          *shell;
  const VacFormats     *formats;
  const VacVerb *const *verbs;
  GString              *out;
} Script;

struct _Shell
{
  const char *name;
  void      (*begin)      (Script             *script);
  void      (*write_verb) (Script             *script,
                           const VacVerb      *verb,
                           const GOptionEntry *entries);
  const char *end;
};

/* What is known of a place on the command line. */
typedef struct
{
  VacCliTakes takes;
  char       *words;   /* with spaces between */
} Place;

static void
place_clear (Place *self)
{
  g_free (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static Place
read_values (const Script       *script,
             const VacCliValues *values)
{
  g_autofree char *made = values->list != NULL ? values->list (script->formats) : NULL;
  g_auto (GStrv) words = g_strsplit (made != NULL ? made : values->words != NULL ? values->words
                                                                                : "", ", ", -1);

  return (Place) { values->takes, g_strjoinv (" ", words) };
}

/* Returns: what the option takes; nothing if it is a switch */
static Place
read_option (const Script       *script,
             const VacVerb      *verb,
             const GOptionEntry *entry)
{
  if (entry->arg == G_OPTION_ARG_NONE)
    return (Place) { VAC_CLI_NOTHING };
  for (const VacCliValues *values = verb->values;
       values != NULL && values->takes != VAC_CLI_NOTHING; values++)
    if (g_strcmp0 (values->option, entry->long_name) == 0)
      return read_values (script, values);
  if (g_str_equal (entry->long_name, "to") && verb->formats != NULL)
    return (Place) { VAC_CLI_ONE_OF, g_strjoinv (" ", (char **) verb->formats) };
  if (entry->arg == G_OPTION_ARG_FILENAME || entry->arg == G_OPTION_ARG_FILENAME_ARRAY)
    return (Place) { VAC_CLI_FILE };

  return (Place) { VAC_CLI_ANYTHING };
}

/* Reads what the word @n that is no option is, or the last before if there is no such. Returns:
 * whether it is not the same as the one before */
static gboolean
read_operand (const Script  *script,
              const VacVerb *verb,
              guint          n,
              Place         *place)
{
  const VacCliValues *found = NULL;
  guint i = 0;

  for (const VacCliValues *values = verb->values;
       values != NULL && values->takes != VAC_CLI_NOTHING; values++)
    if (values->option == NULL && i++ <= n)
      found = values;
  *place = found != NULL ? read_values (script, found)
                         : (Place) { *verb->usage != '\0' ? VAC_CLI_FILE : VAC_CLI_ANYTHING };

  return n == 0 || n < i;
}

static const char *
describe (const GOptionEntry *entry)
{
  return entry->description != NULL ? _(entry->description) : "";
}

/* Returns: (transfer full): @text with a backslash before each of @special, for single quotes */
static char *
escape (const char *text,
        const char *special)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\'')
        g_string_append (out, "'\\''");
      else
        g_string_append_printf (out, "%s%c", strchr (special, *c) != NULL ? "\\" : "", *c);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* bash */

static void
begin_bash (Script *script)
{
  g_string_append (script->out,
                   "_vacancy_cli ()\n"
                   "{\n"
                   "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
                   "  local verb=${COMP_WORDS[1]} options= valued= takes= words= before= i n=0\n"
                   "  local -a operands=()\n"
                   "  COMPREPLY=()\n"
                   "  # An equals sign is a word of its own here.\n"
                   "  if [[ $cur == = ]]; then\n"
                   "    cur=\n"
                   "  elif [[ $prev == = ]]; then\n"
                   "    prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
                   "  fi\n"
                   "  if ((COMP_CWORD == 1)); then\n"
                   "    verb=\n"
                   "  fi\n"
                   "  case $verb in\n"
                   "    '' | help) options='" OWN_OPTIONS "' takes=one words='help");
  for (guint i = 0; script->verbs[i] != NULL; i++)
    g_string_append_printf (script->out, " %s", script->verbs[i]->name);
  g_string_append (script->out, "' ;;\n");
}

static void
put_bash_place (GString     *out,
                const Place *place)
{
  static const char *const names[] = {
    [VAC_CLI_NOTHING] = "none", [VAC_CLI_ANYTHING] = "none", [VAC_CLI_FILE] = "file",
    [VAC_CLI_FOLDER] = "folder", [VAC_CLI_ONE_OF] = "one", [VAC_CLI_SOME_OF] = "some",
    [VAC_CLI_LISTED] = "listed", [VAC_CLI_LISTED_OR_FILE] = "either",
  };

  g_string_append_printf (out, "takes=%s", names[place->takes]);
  if (place->words != NULL && *place->words != '\0')
    g_string_append_printf (out, " words='%s'", place->words);
}

static void
write_bash_options (Script             *script,
                    const VacVerb      *verb,
                    const GOptionEntry *entries)
{
  g_autoptr (GString) valued = g_string_new (" ");
  g_autoptr (GString) cases = g_string_new (NULL);

  g_string_append (script->out, "      options='--help");
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_auto (Place) place = read_option (script, verb, entry);

      g_string_append_printf (script->out, " --%s", entry->long_name);
      if (place.takes == VAC_CLI_NOTHING)
        continue;
      g_string_append_printf (valued, "--%s ", entry->long_name);
      g_string_append_printf (cases, "        --%s", entry->long_name);
      if (entry->short_name != 0)
        {
          g_string_append_printf (valued, "-%c ", entry->short_name);
          g_string_append_printf (cases, " | -%c", entry->short_name);
        }
      g_string_append (cases, ") ");
      put_bash_place (cases, &place);
      g_string_append (cases, " ;;\n");
    }
  g_string_append_printf (script->out, "' valued='%s'\n", valued->str);
  if (cases->len > 0)
    g_string_append_printf (script->out, "      case $prev in\n%s      esac\n", cases->str);
}

static void
write_bash_verb (Script             *script,
                 const VacVerb      *verb,
                 const GOptionEntry *entries)
{
  g_string_append_printf (script->out, "    %s)\n", verb->name);
  write_bash_options (script, verb, entries);
  g_string_append (script->out, "      operands=(");
  for (guint n = 0;; n++)
    {
      g_auto (Place) place = { 0 };

      if (!read_operand (script, verb, n, &place))
        break;
      g_string_append_printf (script->out, "%s\"", n > 0 ? " " : "");
      put_bash_place (script->out, &place);
      g_string_append_c (script->out, '"');
    }
  g_string_append (script->out, ")\n      ;;\n");
}

static const char bash_end[] =
  "  esac\n"
  "  if [[ -z $takes && $cur == -?* || $cur == --* && -z $verb ]]; then\n"
  "    takes=one words=$options\n"
  "  fi\n"
  "  if [[ -z $takes && ${#operands[@]} -gt 0 ]]; then\n"
  "    for ((i = 2; i < COMP_CWORD; i++)); do\n"
  "      if [[ $valued == *\" ${COMP_WORDS[i]} \"* ]]; then\n"
  "        [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))\n"
  "        ((i++))\n"
  "      elif [[ ${COMP_WORDS[i]} != -?* ]]; then\n"
  "        ((n++))\n"
  "      fi\n"
  "    done\n"
  "    ((n < ${#operands[@]})) || ((n = ${#operands[@]} - 1))\n"
  "    eval \"${operands[n]}\"\n"
  "  fi\n"
  "  if [[ $takes == listed || $takes == either ]]; then\n"
  "    words=$(\"${COMP_WORDS[0]}\" \"$words\" 2>/dev/null | cut -f 1)\n"
  "  fi\n"
  "  if [[ $takes == some && $cur == *,* ]]; then\n"
  "    before=${cur%,*},\n"
  "  fi\n"
  "  case $takes in\n"
  "    one | listed | some | either)\n"
  "      mapfile -t COMPREPLY < <(compgen -P \"$before\" -W \"$words\" -- \"${cur#\"$before\"}\")\n"
  "      ;;\n"
  "    folder)\n"
  "      compopt -o filenames 2>/dev/null\n"
  "      mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")\n"
  "      ;;\n"
  "  esac\n"
  "  case $takes in\n"
  "    file | either)\n"
  "      compopt -o filenames 2>/dev/null\n"
  "      mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$cur\")\n"
  "      ;;\n"
  "    some) compopt -o nospace 2>/dev/null ;;\n"
  "  esac\n"
  "}\n"
  "complete -F _vacancy_cli vacancy-cli\n";

/* zsh */

static void
begin_zsh (Script *script)
{
  g_string_append (script->out,
                   "_vacancy_cli_listed ()\n"
                   "{\n"
                   "  local -a ids\n"
                   "  ids=(${(f)\"$($program ${@[-1]} 2>/dev/null | cut -f 1)\"})\n"
                   "  compadd \"${@[1,-2]}\" -a ids\n"
                   "}\n\n"
                   "_vacancy_cli ()\n"
                   "{\n"
                   "  local program=${(Q)words[1]} verb\n"
                   "  local -a verbs\n"
                   "  verbs=(\n"
                   "    'help'\n");
  for (guint i = 0; script->verbs[i] != NULL; i++)
    {
      g_autofree char *summary = escape (_(script->verbs[i]->summary), ":");

      g_string_append_printf (script->out, "    '%s:%s'\n", script->verbs[i]->name, summary);
    }
  g_string_append (script->out,
                   "  )\n"
                   "  if (( CURRENT == 2 )); then\n"
                   "    if [[ $PREFIX == -* ]]; then\n"
                   "      compadd -- " OWN_OPTIONS "\n"
                   "    else\n"
                   "      _describe -t commands command verbs\n"
                   "    fi\n"
                   "    return\n"
                   "  fi\n"
                   "  shift words\n"
                   "  (( CURRENT-- ))\n"
                   "  case $words[1] in\n"
                   "    help) _describe -t commands command verbs ;;\n");
}

/* Returns: (transfer full): a message and an action of _arguments */
static char *
make_zsh_action (const char  *name,
                 const Place *place)
{
  g_autofree char *message = escape (name, ":[]");

  switch (place->takes)
    {
    case VAC_CLI_NOTHING:
      return g_strdup ("");
    case VAC_CLI_ANYTHING:
      return g_strdup_printf (":%s: ", message);
    case VAC_CLI_FILE:
      return g_strdup_printf (":%s:_files", message);
    case VAC_CLI_FOLDER:
      return g_strdup_printf (":%s:_files -/", message);
    case VAC_CLI_ONE_OF:
      return g_strdup_printf (":%s:(%s)", message, place->words);
    case VAC_CLI_SOME_OF:
      return g_strdup_printf (":%s:{_values -s , \"%s\" %s}", message, message, place->words);
    case VAC_CLI_LISTED:
      return g_strdup_printf (":%s:_vacancy_cli_listed %s", message, place->words);
    case VAC_CLI_LISTED_OR_FILE:
      return g_strdup_printf (":%s:{_alternative \"ids:id:_vacancy_cli_listed %s\" "
                              "\"files:file:_files\"}", message, place->words);
    }

  g_return_val_if_reached (NULL);
}

static void
put_zsh_option (Script             *script,
                const GOptionEntry *entry,
                const Place        *place)
{
  const gboolean again = entry->arg == G_OPTION_ARG_STRING_ARRAY ||
                         entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
  const gboolean valued = place->takes != VAC_CLI_NOTHING;
  g_autofree char *about = escape (describe (entry), "[]:");
  g_autofree char *action = make_zsh_action (
      entry->arg_description != NULL ? _(entry->arg_description) : "", place);

  if (entry->short_name != 0)
    g_string_append_printf (script->out, " \\\n        '%s'{-%c%s,--%s%s}'[%s]%s'",
                            again ? "*" : "", entry->short_name, valued ? "+" : "",
                            entry->long_name, valued ? "=" : "", about, action);
  else
    g_string_append_printf (script->out, " \\\n        '%s--%s%s[%s]%s'", again ? "*" : "",
                            entry->long_name, valued ? "=" : "", about, action);
}

static void
write_zsh_verb (Script             *script,
                const VacVerb      *verb,
                const GOptionEntry *entries)
{
  Place place;
  guint n = 0;

  g_string_append_printf (script->out, "    %s)\n      _arguments -s -S", verb->name);
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_auto (Place) option = read_option (script, verb, entry);

      put_zsh_option (script, entry, &option);
    }
  g_string_append_printf (script->out, " \\\n        '(- *)'{-h,--help}'[%s]'",
                          _("Show help options"));
  for (; *verb->usage != '\0' && read_operand (script, verb, n, &place); n++)
    {
      g_autofree char *action = make_zsh_action (_("word"), &place);

      g_string_append_printf (script->out, " \\\n        '%u%s'", n + 1, action);
      place_clear (&place);
    }
  if (*verb->usage != '\0')
    {
      g_autofree char *action = make_zsh_action (_("word"), &place);

      g_string_append_printf (script->out, " \\\n        '*%s'", action);
      place_clear (&place);
    }
  g_string_append (script->out, "\n      ;;\n");
}

static const char zsh_end[] =
  "  esac\n"
  "}\n\n"
  "if [[ $funcstack[1] == _vacancy-cli ]]; then\n"
  "  _vacancy_cli \"$@\"\n"
  "else\n"
  "  compdef _vacancy_cli vacancy-cli\n"
  "fi\n";

/* fish */

static void
begin_fish (Script *script)
{
  g_string_append (script->out,
                   "function __vacancy_cli_verb\n"
                   "    set -l words (commandline -opc)\n"
                   "    test (count $words) -gt 1; and test \"$words[2]\" = $argv[1]\n"
                   "end\n"
                   "function __vacancy_cli_first\n"
                   "    test (count (commandline -opc)) -eq 1\n"
                   "end\n"
                   "function __vacancy_cli_listed\n"
                   "    set -l words (commandline -opc)\n"
                   "    command $words[1] $argv 2>/dev/null | cut -f 1,2\n"
                   "end\n"
                   "complete -c vacancy-cli -f\n"
                   "complete -c vacancy-cli -n __vacancy_cli_first -l help -s h\n"
                   "complete -c vacancy-cli -n __vacancy_cli_first -l version\n"
                   "complete -c vacancy-cli -n __vacancy_cli_first -l completion -x "
                   "-a 'bash fish zsh'\n"
                   "complete -c vacancy-cli -n __vacancy_cli_first -a help\n");
  for (guint i = 0; script->verbs[i] != NULL; i++)
    {
      const VacVerb *verb = script->verbs[i];
      g_autofree char *summary = escape (_(verb->summary), "\\");

      g_string_append_printf (script->out,
                              "complete -c vacancy-cli -n __vacancy_cli_first -a %s -d '%s'\n"
                              "complete -c vacancy-cli -n '__vacancy_cli_verb help' -a %s\n",
                              verb->name, summary, verb->name);
    }
}

static void
put_fish_place (GString     *out,
                const Place *place)
{
  switch (place->takes)
    {
    case VAC_CLI_NOTHING:
      break;
    case VAC_CLI_ANYTHING:
      g_string_append (out, " -x");
      break;
    case VAC_CLI_FILE:
      g_string_append (out, " -r -F");
      break;
    case VAC_CLI_FOLDER:
      g_string_append (out, " -x -a '(__fish_complete_directories)'");
      break;
    case VAC_CLI_ONE_OF:
      g_string_append_printf (out, " -x -a '%s'", place->words);
      break;
    case VAC_CLI_SOME_OF:
      g_string_append_printf (out, " -x -a '(__fish_append , %s)'", place->words);
      break;
    case VAC_CLI_LISTED:
    case VAC_CLI_LISTED_OR_FILE:
      g_string_append_printf (out, " %s -a '(__vacancy_cli_listed %s)'",
                              place->takes == VAC_CLI_LISTED ? "-x" : "-r -F", place->words);
      break;
    }
}

static void
write_fish_verb (Script             *script,
                 const VacVerb      *verb,
                 const GOptionEntry *entries)
{
  g_autofree char *choice = NULL;

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_auto (Place) place = read_option (script, verb, entry);
      g_autofree char *about = escape (describe (entry), "\\");

      g_string_append_printf (script->out, "complete -c vacancy-cli -n '__vacancy_cli_verb %s'",
                              verb->name);
      if (entry->short_name != 0)
        g_string_append_printf (script->out, " -s %c", entry->short_name);
      g_string_append_printf (script->out, " -l %s", entry->long_name);
      put_fish_place (script->out, &place);
      g_string_append_printf (script->out, " -d '%s'\n", about);
    }
  for (guint n = 0;; n++)
    {
      g_auto (Place) place = { 0 };

      if (!read_operand (script, verb, n, &place))
        break;
      if (place.takes == VAC_CLI_ANYTHING)
        continue;
      g_string_append_printf (script->out, "complete -c vacancy-cli -n '__vacancy_cli_verb %s",
                              verb->name);
      if (place.takes == VAC_CLI_ONE_OF)
        g_string_append_printf (script->out, "; and not __fish_seen_subcommand_from %s",
                                place.words);
      else if (choice != NULL)
        g_string_append_printf (script->out, "; and __fish_seen_subcommand_from %s", choice);
      g_string_append (script->out, "'");
      put_fish_place (script->out, &place);
      g_string_append_c (script->out, '\n');
      if (place.takes == VAC_CLI_ONE_OF)
        choice = g_strdup (place.words);
    }
}

static const Shell shells[] = {
  { "bash", begin_bash, write_bash_verb, bash_end },
  { "fish", begin_fish, write_fish_verb, "" },
  { "zsh", begin_zsh, write_zsh_verb, zsh_end },
};

static void
on_entries_seen (const VacVerb      *verb,
                 const GOptionEntry *entries,
                 gpointer            user_data)
{
  Script *script = user_data;

  script->shell->write_verb (script, verb, entries);
}

static const Shell *
find_shell (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (shells); i++)
    if (g_strcmp0 (shells[i].name, name) == 0)
      return &shells[i];

  return NULL;
}

/**
 * vac_cli_complete:
 * @verbs: all verbs, ended by %NULL
 * @formats: what the program can export
 * @shell: (nullable): the name of a shell
 *
 * Prints a script with which @shell completes command lines: verbs, options, and what they take,
 * all from the tables that the verbs themselves read.
 *
 * Returns: the exit status
 */
int
vac_cli_complete (const VacVerb *const *verbs, const VacFormats *formats, const char *shell)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Script script = { find_shell (shell), formats, verbs, out };

  if (script.shell == NULL)
    {
      g_autofree char *quoted = vac_quote_shorten (shell != NULL ? shell : "");

      vac_cli_tell (_("There is no completion for “%s”, only for: %s."), quoted,
                    "bash, fish, zsh");
      return VAC_CLI_MISUSED;
    }

  g_string_append_printf (out, "%s# Completion for %s, made by: vacancy-cli --completion %s\n\n",
                          g_str_equal (shell, "zsh") ? "#compdef vacancy-cli\n" : "", shell, shell);
  script.shell->begin (&script);
  for (guint i = 0; verbs[i] != NULL; i++)
    {
      VacVerb asked = *verbs[i];
      char *words[] = { (char *) asked.name, NULL };

      asked.seen = on_entries_seen;
      asked.seen_data = &script;
      asked.run (&asked, formats, words);
    }
  g_string_append (out, script.shell->end);

  return vac_cli_print (out->str, out->len) ? VAC_CLI_FINE : VAC_CLI_MISUSED;
}
