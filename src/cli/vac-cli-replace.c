/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-replace"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-batch.h"
#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-quote.h"
#include "vac-shared-library.h"

/* What --in takes. */
static const struct
{
  const char    *name;
  VacSearchScope scope;
} scopes[] = {
  { "headings", VAC_SEARCH_HEADINGS },
  { "text", VAC_SEARCH_TEXTS },
  { "bullets", VAC_SEARCH_BULLETS },
  { "facts", VAC_SEARCH_FACTS },
  { "team", VAC_SEARCH_TEAM },
};

static char *
list_scopes (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", scopes[i].name);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Reads @list, names with commas between them, if there is one. Returns: FALSE after telling that
 * there is no such place */
static gboolean
read_scope (const VacVerb  *verb,
            const char     *list,
            VacSearchScope *scope)
{
  g_auto (GStrv) names = list != NULL ? g_strsplit (list, ",", -1) : NULL;

  *scope = list != NULL ? 0 : VAC_SEARCH_EVERYWHERE;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint j = 0;

      while (j < G_N_ELEMENTS (scopes) && !g_str_equal (scopes[j].name, g_strstrip (names[i])))
        j++;
      if (j == G_N_ELEMENTS (scopes))
        {
          g_autofree char *quoted = vac_quote_shorten (names[i]);
          g_autofree char *all = list_scopes (NULL);

          vac_cli_misuse (verb, _("There is nothing to look in called “%s”, only: %s."), quoted,
                          all);
          return FALSE;
        }
      *scope |= scopes[j].scope;
    }

  return TRUE;
}

static char *
get_name (VacBatchItem *item)
{
  return g_filename_display_name (vac_batch_item_get_path (item));
}

static gboolean
print_hit (const char   *name,
           const VacHit *hit)
{
  g_autofree char *line = NULL;
  g_autofree char *visible = NULL;

  if (hit->reason != NULL)
    {
      vac_cli_tell ("%s:%u:%u: %s%s%s: %s [%s]", name, hit->line, hit->column, hit->before,
                    hit->found, hit->after, hit->reason, hit->place);
      return TRUE;
    }
  line = g_strdup_printf ("%s:%u:%u: %s[-%s-]{+%s+}%s", name, hit->line, hit->column, hit->before,
                          hit->found, hit->becomes, hit->after);
  visible = vac_quote_visible (line, "");

  return vac_cli_print (visible, strlen (visible)) && vac_cli_print ("\n", 1);
}

/* Returns: whether the output could be written */
static gboolean
print_hits (VacBatchItem *item)
{
  g_autofree char *name = get_name (item);
  GPtrArray *hits = vac_batch_item_get_hits (item);
  gboolean printed = TRUE;

  for (guint i = 0; printed && hits != NULL && i < hits->len; i++)
    printed = print_hit (name, g_ptr_array_index (hits, i));

  return printed;
}

static gboolean
print_count (VacBatchItem *item)
{
  g_autofree char *name = get_name (item);
  g_autofree char *visible = vac_quote_visible (name, "");
  g_autofree char *line = g_strdup_printf ("%s: %u\n", visible,
                                           vac_batch_item_get_n_changed (item));

  return vac_batch_item_get_state (item) != VAC_BATCH_CHANGED ||
         vac_cli_print (line, strlen (line));
}

/* A sentence about what is in a file names its place itself. */
static void
tell_reason (VacBatchItem *item)
{
  g_autofree char *name = get_name (item);
  const char *reason = vac_batch_item_get_reason (item);

  if (reason != NULL)
    vac_cli_tell (g_ascii_isdigit (*reason) ? "%s:%s" : "%s: %s", name, reason);
}

/* Tells of all files. Returns: the exit status */
static int
report (GPtrArray *items,
        gboolean   dry)
{
  guint n_failed = 0, n_kept = 0;

  for (guint i = 0; i < items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (items, i);

      if (dry ? !print_hits (item) : !print_count (item))
        return VAC_CLI_MISUSED;
      tell_reason (item);
      n_failed += vac_batch_item_get_state (item) == VAC_BATCH_FAILED &&
                  vac_batch_item_get_n_kept (item) == 0;
      n_kept += vac_batch_item_get_n_kept (item);
    }

  return vac_cli_sum_up (items->len, n_failed, n_kept > 0);
}

static void
spare_locked (VacChange *change)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);
  g_autoptr (GHashTable) ids = vac_shared_library_dup_locked (library);

  vac_change_spare (change, ids);
}

static int
run_replace (const VacVerb    *verb,
             const VacFormats *formats,
             char            **arguments)
{
  gboolean whole = FALSE, match_case = FALSE, dry = FALSE, locked = FALSE;
  g_autofree char *in = NULL;
  VacSearchScope scope;
  const GOptionEntry entries[] = {
    { "word", 'w', 0, G_OPTION_ARG_NONE, &whole, N_("Whole words only"), NULL },
    { "case", 'c', 0, G_OPTION_ARG_NONE, &match_case, N_("Capitals and small letters differ"),
      NULL },
    { "in", 'i', 0, G_OPTION_ARG_STRING, &in,
      N_("Where to look: headings, text, bullets, facts, team; everywhere if not given"),
      N_("WHERE,…") },
    { "locked", 0, 0, G_OPTION_ARG_NONE, &locked,
      N_("In shared texts that are locked, too"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry, N_("Only say what would change"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 3, G_MAXUINT);
  g_autoptr (VacChange) change = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (words == NULL || !read_scope (verb, in, &scope))
    return VAC_CLI_MISUSED;
  if (*words[0] == '\0')
    return vac_cli_misuse (verb, "%s", _("There is nothing to look for."));
  if (!g_utf8_validate (words[0], -1, NULL) || !g_utf8_validate (words[1], -1, NULL))
    return vac_cli_misuse (verb, "%s", _("A value is not valid UTF-8 text."));
  for (guint i = 2; words[i] != NULL; i++)
    if (vac_cli_is_standard (words[i]))
      return vac_cli_misuse (verb, "%s", _("Words are replaced in files only."));

  change = vac_change_new_replace (words[0], words[1],
                                   (whole ? VAC_PATTERN_WHOLE_WORDS : 0) |
                                       (match_case ? VAC_PATTERN_MATCH_CASE : 0), scope);
  if (!locked)
    spare_locked (change);
  items = vac_batch_new_items ((const char *const *) words + 2);
  vac_batch_run (items, change, dry ? VAC_BATCH_LOCATE : VAC_BATCH_APPLY, NULL);

  return report (items, dry);
}

const VacVerb vac_cli_replace = {
  .name = "replace",
  .usage = N_("FIND REPLACEMENT FILE…"),
  .summary = N_("Put words in the place of others in postings."),
  .details = N_("Looks through all texts that the window’s forms show, in any case and within "
                "words unless --case or --word is given. Each file that changes is written as one "
                "step, and the version before goes into its history; one in which nothing is "
                "found is not touched. Standard output has the number of places for each file "
                "that was changed.\n\n"
                "With --dry-run, nothing is written, and every place goes to standard output as "
                "FILE:LINE:COLUMN: with what is taken away in [-…-] and what comes in {+…+}.\n\n"
                "A text that would not be right any more stays as it is, and standard error says "
                "why; the exit status is then 1. So it is where a file could not be read or "
                "written, and 2 if none could."),
  .examples = "  vacancy-cli replace --dry-run --word Acme Globex *.vacancy\n"
              "  vacancy-cli replace --word Acme Globex *.vacancy\n"
              "  vacancy-cli replace --in bullets,text 'must have' 'you have' engineer.vacancy\n",
  .values = (const VacCliValues[]) {
    { "in", VAC_CLI_SOME_OF, .list = list_scopes },
    { NULL, VAC_CLI_ANYTHING },
    { NULL, VAC_CLI_ANYTHING },
    { NULL, VAC_CLI_FILE },
    { NULL }
  },
  .run = run_replace,
};
