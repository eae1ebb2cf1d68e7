/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-history"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-file.h"
#include "vac-cli-json.h"
#include "vac-cli.h"
#include "vac-quote.h"
#include "vac-versions-summary.h"
#include "vac-versions.h"

/* The file whose versions they are, with those versions. */
typedef struct
{
  char      *name;
  GFile     *file;
  GPtrArray *versions;    /* of VacVersion, newest first */
} History;

/* What the command line asks for; all are NULL for the list. */
typedef struct
{
  char    *show;
  char    *restore;
  char    *rename;
  char    *output;
  char    *format;
  gboolean force;
} Wish;

static void
history_clear (History *self)
{
  g_free (self->name);
  g_clear_object (&self->file);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static void
wish_clear (Wish *self)
{
  g_free (self->show);
  g_free (self->restore);
  g_free (self->rename);
  g_free (self->output);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* Returns: whether it could be read; a failure has been reported */
static gboolean
history_open (History    *self,
              const char *argument)
{
  g_autoptr (GError) error = NULL;
  gboolean rebuilt;

  self->name = g_filename_display_name (argument);
  self->file = g_file_new_for_commandline_arg (argument);
  self->versions = vac_versions_list (self->file, &rebuilt, &error);
  if (self->versions == NULL)
    {
      vac_cli_tell_error (self->name, error);
      return FALSE;
    }
  if (self->versions->len == 0 && !g_file_query_exists (self->file, NULL))
    {
      vac_cli_tell ("%s: %s", self->name,
                    _("There is no such file, and no version of it has been kept."));
      return FALSE;
    }
  if (rebuilt)
    vac_cli_tell ("%s: %s", self->name,
                  _("The list of versions was damaged. It has been made anew from what was kept; "
                    "names and times may be missing."));

  return TRUE;
}

static GBytes *
load (const History *history,
      guint          i)
{
  return i < history->versions->len
             ? vac_versions_load (history->file, g_ptr_array_index (history->versions, i), NULL)
             : NULL;
}

static void
append_line (GString          *out,
             const VacVersion *version,
             const char       *summary)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (version->time);
  g_autofree char *time = g_date_time_format (local, "%Y-%m-%d %H:%M:%S");
  g_autofree char *who = vac_quote_visible (version->who, "");
  g_autofree char *name = vac_quote_visible (version->name, "");
  g_autofree char *shown = vac_quote_visible (summary, "");

  g_string_append_printf (out, "%" G_GUINT64_FORMAT "\t%s\t%s\t%s\t%s\n", version->number, time,
                          who, name, shown);
}

static void
append_object (GString          *out,
               const VacVersion *version,
               const char       *summary)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (version->time);
  g_autofree char *time = g_date_time_format_iso8601 (utc);

  g_string_append (out, out->len > 0 ? ",\n  {" : "  {");
  vac_cli_json_append_number (out, "number", version->number);
  vac_cli_json_append_text (out, "time", time);
  vac_cli_json_append_text (out, "who", version->who);
  vac_cli_json_append_text (out, "name", version->name);
  vac_cli_json_append_number (out, "size", version->size);
  vac_cli_json_append_text (out, "sha256", version->hash);
  vac_cli_json_append_name (out, "damaged");
  g_string_append (out, version->damaged ? "true" : "false");
  vac_cli_json_append_text (out, "summary", summary);
  g_string_append (out, "\n  }");
}

/* Returns: whether all versions could be read */
static gboolean
append_versions (GString       *out,
                 const History *history,
                 gboolean       json)
{
  g_autoptr (GBytes) bytes = load (history, 0);
  gboolean sound = TRUE;

  for (guint i = 0; i < history->versions->len; i++)
    {
      VacVersion *version = g_ptr_array_index (history->versions, i);
      g_autoptr (GBytes) before = load (history, i + 1);
      g_autofree char *summary = bytes != NULL ? vac_versions_summarize (before, bytes)
                                               : g_strdup (_("Damaged"));

      version->damaged = bytes == NULL;
      sound = sound && !version->damaged;
      if (json)
        append_object (out, version, summary);
      else
        append_line (out, version, summary);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_steal_pointer (&before);
    }

  return sound;
}

static int
print_list (const History *history,
            gboolean       json)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const gboolean sound = append_versions (out, history, json);
  g_autofree char *array = out->len > 0 ? g_strdup_printf ("[\n%s\n]\n", out->str)
                                        : g_strdup ("[]\n");
  const char *text = json ? array : out->str;

  if (!vac_cli_print (text, strlen (text)))
    return VAC_CLI_MISUSED;

  return sound ? VAC_CLI_FINE : VAC_CLI_PARTLY;
}

/* Returns: (transfer none) (nullable): the version that is asked for; %NULL if there is none, which
 * has been reported */
static const VacVersion *
find_version (const History *history,
              const char    *number)
{
  g_autofree char *quoted = vac_quote_shorten (number);
  guint64 wanted;

  if (g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT64, &wanted, NULL))
    for (guint i = 0; i < history->versions->len; i++)
      {
        const VacVersion *version = g_ptr_array_index (history->versions, i);

        if (version->number == wanted)
          return version;
      }
  vac_cli_tell (_("%s: There is no version %s."), history->name, quoted);

  return NULL;
}

static GBytes *
load_version (const History *history,
              const char    *number)
{
  const VacVersion *version = find_version (history, number);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = version != NULL ? vac_versions_load (history->file, version, &error) : NULL;

  if (error != NULL)
    vac_cli_tell_error (history->name, error);

  return bytes;
}

/* In place of the file itself nobody has to be asked: what it holds becomes a version. */
static gboolean
write_version (const History *history,
               GBytes        *bytes,
               const char    *target,
               gboolean       force)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (target);
  g_autofree char *name = g_filename_display_name (target);
  g_autoptr (VacBaseline) present = NULL;

  if (g_str_equal (target, VAC_CLI_STANDARD))
    return vac_cli_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (vac_safe_file_is_same (history->file, file))
    present = vac_safe_file_inspect (file);

  return vac_cli_write_file (file, name, bytes, present,
                             VAC_WRITE_KEEP_VERSION |
                                 (force ? VAC_WRITE_OVERWRITE : VAC_WRITE_NONE));
}

static gboolean
is_one_line (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

static int
name_version (const VacVerb *verb,
              const History *history,
              const char    *assignment)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *number = NULL;
  const VacVersion *version;
  g_autoptr (GError) error = NULL;

  if (equals == NULL || !g_utf8_validate (assignment, -1, NULL) || !is_one_line (equals + 1))
    {
      g_autofree char *quoted = vac_quote_shorten (assignment);

      return vac_cli_misuse (verb, _("“%s” is not N=TEXT."), quoted);
    }
  number = g_strndup (assignment, (gsize) (equals - assignment));
  version = find_version (history, number);
  if (version == NULL)
    return VAC_CLI_MISUSED;
  if (vac_versions_name (history->file, version->number, equals + 1, &error))
    return VAC_CLI_FINE;
  vac_cli_tell_error (history->name, error);

  return VAC_CLI_MISUSED;
}

/* Returns: (nullable): what is wrong with the command line */
static const char *
find_mistake (const Wish *wish)
{
  const int n_wishes = (wish->show != NULL) + (wish->restore != NULL) + (wish->rename != NULL) +
                       (wish->format != NULL);

  if (n_wishes > 1)
    return _("Only one of --show, --restore, --name, and --to can be done at once.");
  if (wish->restore != NULL && wish->output == NULL)
    return _("--restore needs --output.");
  if (wish->restore == NULL && (wish->output != NULL || wish->force))
    return _("--output and --force belong to --restore.");

  return NULL;
}

static int
fulfil (const VacVerb *verb,
        const Wish    *wish,
        const History *history)
{
  const char *number = wish->show != NULL ? wish->show : wish->restore;
  g_autoptr (GBytes) bytes = NULL;

  if (wish->rename != NULL)
    return name_version (verb, history, wish->rename);
  if (number == NULL)
    return print_list (history, g_strcmp0 (wish->format, "json") == 0);

  bytes = load_version (history, number);
  if (bytes == NULL)
    return VAC_CLI_MISUSED;

  return write_version (history, bytes, wish->show != NULL ? VAC_CLI_STANDARD : wish->output,
                        wish->force)
             ? VAC_CLI_FINE : VAC_CLI_MISUSED;
}

static int
run_history (const VacVerb    *verb,
             const VacFormats *formats,
             char            **arguments)
{
  g_auto (Wish) wish = { 0 };
  g_auto (History) history = { 0 };
  const GOptionEntry entries[] = {
    { "show", 's', 0, G_OPTION_ARG_STRING, &wish.show, N_("Print a version"), N_("N") },
    { "restore", 'r', 0, G_OPTION_ARG_STRING, &wish.restore, N_("Write a version to --output"),
      N_("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.output, N_("Where to write it; may be FILE"),
      N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &wish.force, N_("Replace an existing file"), NULL },
    { "name", 'n', 0, G_OPTION_ARG_STRING, &wish.rename,
      N_("Name a version and keep it for good; empty for no name"), N_("N=TEXT") },
    { "to", 't', 0, G_OPTION_ARG_STRING, &wish.format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, 1);

  if (words == NULL)
    return VAC_CLI_MISUSED;
  if (find_mistake (&wish) != NULL)
    return vac_cli_misuse (verb, "%s", find_mistake (&wish));
  if (!vac_cli_check_format (verb, wish.format))
    return VAC_CLI_MISUSED;
  if (g_str_equal (words[0], VAC_CLI_STANDARD))
    return vac_cli_misuse (verb, "%s", _("Only files have versions."));
  if (!history_open (&history, words[0]))
    return VAC_CLI_MISUSED;

  return fulfil (verb, &wish, &history);
}

const VacVerb vac_cli_history = {
  .name = "history",
  .usage = N_("FILE"),
  .summary = N_("List, print, name, or restore earlier versions of a posting."),
  .details = N_("Each save of a posting keeps what it replaces, in your state folder, also for "
                "files that were renamed, moved, or deleted since. Without options, the versions "
                "are listed, newest first: number, tab, when it was saved, tab, by whom, tab, "
                "name, tab, what changed in it.\n\n"
                "All versions of the last day are kept, one an hour of the last week, one a day of "
                "the last year, and all that have a name. Restoring to FILE itself keeps what it "
                "holds as a version, too."),
  .examples = "  vacancy-cli history engineer.vacancy\n"
              "  vacancy-cli history engineer.vacancy --name '3=sent to legal'\n"
              "  vacancy-cli history engineer.vacancy --show 3\n"
              "  vacancy-cli history engineer.vacancy --restore 3 -o engineer.vacancy\n",
  .formats = (const char *const[]) { "text", "json", NULL },
  .run = run_history,
};
