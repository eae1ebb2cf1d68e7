/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-file.h"
#include "vac-cli-json.h"
#include "vac-cli.h"
#include "vac-library.h"
#include "vac-quote.h"
#include "vac-schema.h"

/* The postings of whole folders. */

/* Where they are looked for when nothing is said. */
static const char *const here[] = { ".", NULL };

/* What the command line asks for. */
typedef struct
{
  char  *status;
  char  *search;
  char  *format;
  int    days;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->status);
  g_free (self->search);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* Output */

/* As it would be typed: what was asked for in the working directory is told from there.
 *
 * Returns: (transfer full): the path, valid UTF-8 */
static char *
name_file (VacLibraryEntry   *entry,
           const char *const *folders)
{
  const char *path = vac_library_entry_get_path (entry);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *absolute = g_canonicalize_filename (folders[i], NULL);
      const gsize length = strlen (absolute);
      g_autofree char *joined = NULL;

      if (!g_str_has_prefix (path, absolute) || path[length] != '/')
        continue;
      joined = g_str_equal (folders[i], ".") ? g_strdup (path + length + 1)
                                             : g_build_filename (folders[i], path + length, NULL);

      return g_filename_display_name (joined);
    }

  return g_filename_display_name (path);
}

static void
append_line (GString               *out,
             const VacLibraryFacts *facts,
             const char            *file)
{
  g_autofree char *shown = vac_quote_visible (file, "");

  vac_cli_append_column (out, facts->status);
  vac_cli_append_column (out, facts->closes);
  g_string_append_printf (out, "%u\t", facts->n_findings);
  vac_cli_append_column (out, facts->title);
  vac_cli_append_column (out, facts->employer);
  vac_cli_append_column (out, facts->place);
  vac_cli_append_column (out, facts->pay);
  g_string_append_printf (out, "%s\n", shown);
}

static void
append_object (GString         *out,
               VacLibraryEntry *entry,
               const char      *file)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);
  const gboolean known = facts->error == NULL;
  g_autoptr (GDateTime) utc =
    g_date_time_new_from_unix_utc (vac_library_entry_get_changed (entry));
  g_autofree char *changed = utc != NULL ? g_date_time_format_iso8601 (utc) : NULL;

  g_string_append (out, out->len > 0 ? ",\n  {" : "  {");
  vac_cli_json_append_text (out, "file", file);
  vac_cli_json_append_text (out, "title", known ? facts->title : NULL);
  vac_cli_json_append_text (out, "employer", known ? facts->employer : NULL);
  vac_cli_json_append_text (out, "place", known ? facts->place : NULL);
  vac_cli_json_append_text (out, "pay", known ? facts->pay : NULL);
  vac_cli_json_append_text (out, "status", known ? facts->status : NULL);
  vac_cli_json_append_text (out, "statusSince", *facts->since != '\0' ? facts->since : NULL);
  vac_cli_json_append_text (out, "closes", *facts->closes != '\0' ? facts->closes : NULL);
  vac_cli_json_append_text (out, "changed", changed);
  if (known)
    vac_cli_json_append_number (out, "findings", facts->n_findings);
  vac_cli_json_append_text (out, "error", facts->error);
  g_string_append (out, "\n  }");
}

/* Returns: how many files could not be read, which is reported */
static guint
append_entries (GString           *out,
                GListModel        *entries,
                const char *const *folders,
                gboolean           json)
{
  guint n_unread = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (entries, i);
      const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);
      g_autofree char *file = name_file (entry, folders);

      if (facts->error != NULL)
        {
          n_unread++;
          vac_cli_tell ("%s: %s", file, facts->error);
        }
      if (json)
        append_object (out, entry, file);
      else if (facts->error == NULL)
        append_line (out, facts, file);
    }

  return n_unread;
}

/* Folders */

/* Returns: how many of @folders themselves could not be looked through; all that could not is
 * reported */
static guint
report_problems (const VacLibraryReport *report,
                 const char *const      *folders)
{
  guint n = 0;

  for (guint i = 0; i < report->problems->len; i++)
    {
      const VacLibraryProblem *problem = g_ptr_array_index (report->problems, i);
      g_autofree char *name = g_filename_display_name (problem->path);

      vac_cli_tell ("%s: %s", name, problem->sentence);
      for (guint j = 0; folders[j] != NULL; j++)
        {
          g_autofree char *absolute = g_canonicalize_filename (folders[j], NULL);

          n += g_str_equal (absolute, problem->path);
        }
    }

  return n;
}

static int
list (const Wish        *wish,
      const char *const *statuses,
      const char *const *folders)
{
  const gboolean json = g_strcmp0 (wish->format, "json") == 0;
  g_autofree char *path = vac_library_dup_path ();
  g_autoptr (VacLibrary) library = vac_library_new (path);
  const VacLibraryQuery query = {
    .folders = folders, .text = wish->search, .statuses = statuses, .closes = wish->days >= 0,
    .days = (guint) MAX (wish->days, 0), .sort = VAC_LIBRARY_SORT_TITLE,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VacLibraryReport) report = vac_library_scan (library, folders, NULL, &error);
  g_autoptr (GListModel) entries = report != NULL
                                       ? vac_library_find (library, &query, NULL, &error) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *array = NULL;
  guint n_unread;

  if (entries == NULL)
    {
      vac_cli_tell_error (NULL, error);
      return VAC_CLI_MISUSED;
    }
  n_unread = append_entries (out, entries, folders, json);
  array = out->len > 0 ? g_strdup_printf ("[\n%s\n]\n", out->str) : g_strdup ("[]\n");
  if (!vac_cli_print (json ? array : out->str, strlen (json ? array : out->str)))
    return VAC_CLI_MISUSED;

  return vac_cli_sum_up (g_strv_length ((char **) folders), report_problems (report, folders),
                         n_unread > 0 || report->problems->len > 0);
}

static char *
list_statuses (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (const VacChoice *choice = vac_schema_get_field (VAC_ROLE_STATUS)->choices;
       choice->id != NULL; choice++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", choice->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Reads @list, ids of statuses with commas between them. Returns: FALSE after telling that there is
 * no such status */
static gboolean
read_statuses (const VacVerb *verb,
               const char    *list,
               GStrv         *statuses)
{
  const VacField *field = vac_schema_get_field (VAC_ROLE_STATUS);

  *statuses = list != NULL ? g_strsplit (list, ",", -1) : NULL;
  for (guint i = 0; *statuses != NULL && (*statuses)[i] != NULL; i++)
    if (vac_field_find_choice (field, g_strstrip ((*statuses)[i])) == NULL)
      {
        g_autofree char *quoted = vac_quote_shorten ((*statuses)[i]);
        g_autofree char *all = list_statuses (NULL);

        vac_cli_misuse (verb, _("There is no status “%s”, only: %s."), quoted, all);
        return FALSE;
      }

  return TRUE;
}

static int
run_list (const VacVerb    *verb,
          const VacFormats *formats,
          char            **arguments)
{
  g_auto (Wish) wish = { .days = -1 };
  g_autofree char *closing = NULL;
  g_auto (GStrv) statuses = NULL;
  guint64 days;
  const GOptionEntry entries[] = {
    { "status", 's', 0, G_OPTION_ARG_STRING, &wish.status,
      N_("Only postings with this status, or one of several: draft,in-review"), N_("STATUS,…") },
    { "closing", 'c', 0, G_OPTION_ARG_STRING, &closing,
      N_("Only those that can be applied to until a day in the next DAYS"), N_("DAYS") },
    { "search", 'q', 0, G_OPTION_ARG_STRING, &wish.search,
      N_("Only those with words that begin so"), N_("TEXT") },
    { "to", 't', 0, G_OPTION_ARG_STRING, &wish.format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 0, G_MAXUINT);

  if (words == NULL ||
      !vac_cli_check_format (verb, wish.format) ||
      !read_statuses (verb, wish.status, &statuses))
    return VAC_CLI_MISUSED;
  if (closing != NULL && !g_ascii_string_to_unsigned (closing, 10, 0, G_MAXINT, &days, NULL))
    return vac_cli_misuse (verb, _("“%s” is not a number of days."), closing);
  if (closing != NULL)
    wish.days = (int) days;
  if (words[0] != NULL && vac_cli_is_standard (words[0]))
    return vac_cli_misuse (verb, "%s", _("Only folders can be listed."));

  return list (&wish, (const char *const *) statuses,
               words[0] != NULL ? (const char *const *) words : here);
}

const VacVerb vac_cli_list = {
  .name = "list",
  .usage = N_("[DIR…]"),
  .summary = N_("List all postings in folders, or search them."),
  .details = N_("Lists what is in each DIR and the folders in it, or in the working directory, "
                "sorted by title: status, tab, last day to apply, tab, number of findings that are "
                "not hints, tab, title, tab, employer, tab, place, tab, pay, tab, file. With "
                "--to=json, an array goes to standard output.\n\n"
                "--search finds postings that have words beginning with all of those in TEXT, in "
                "any order and whatever the case and accents; words in double quotes stand for "
                "themselves.\n\n"
                "What was read is kept in an index in your cache folder, which can be deleted at "
                "any time; only files that have changed since are read again. Hidden files and "
                "folders are left out."),
  .examples = "  vacancy-cli list\n"
              "  vacancy-cli list --status open --closing 14 ~/Postings\n"
              "  vacancy-cli list --search 'nurse \"night shift\"' ~/Postings\n"
              "  vacancy-cli list --status draft,in-review --to json\n",
  .formats = (const char *const[]) { "text", "json", NULL },
  .values = (const VacCliValues[]) {
    { "status", VAC_CLI_SOME_OF, .list = list_statuses },
    { NULL, VAC_CLI_FOLDER },
    { NULL }
  },
  .run = run_list,
};
