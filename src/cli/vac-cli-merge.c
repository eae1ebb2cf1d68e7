/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-merge"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-merge.h"

static void
tell_conflicts (VacMerge   *merge,
                const char *name)
{
  GPtrArray *conflicts = vac_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    {
      VacConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *path = vac_node_get_path (conflict->place);

      vac_cli_tell ("%s:%s: %s", name, path, conflict->sentence);
    }
}

static int
merge_files (const char *target,
             gboolean    force,
             char      **names)
{
  g_autoptr (VacCliFile) base = vac_cli_file_open (names[0]);
  g_autoptr (VacCliFile) mine = base != NULL ? vac_cli_file_open (names[1]) : NULL;
  g_autoptr (VacCliFile) theirs = mine != NULL ? vac_cli_file_open (names[2]) : NULL;
  g_autoptr (VacMerge) merge = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (theirs == NULL)
    return VAC_CLI_MISUSED;

  merge = vac_merge_run (base->document, mine->document, theirs->document);
  if (merge == NULL)
    {
      vac_cli_tell ("%s: %s", mine->name,
                    _("This posting was made by a newer version of the program and is not "
                      "changed."));
      return VAC_CLI_MISUSED;
    }
  bytes = vac_cli_file_make_bytes (mine);
  if (bytes == NULL || !vac_cli_write (target, bytes, force))
    return VAC_CLI_MISUSED;
  tell_conflicts (merge, g_str_equal (target, VAC_CLI_STANDARD) ? "<stdout>" : target);

  return vac_merge_get_conflicts (merge)->len > 0 ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}

static int
run_merge (const VacVerb    *verb,
           const VacFormats *formats,
           char            **arguments)
{
  g_autofree char *output = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to FILE"), N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_("Replace an existing file"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 3, 3);

  if (words == NULL || !vac_cli_check_inputs (verb, words))
    return VAC_CLI_MISUSED;

  return merge_files (output != NULL ? output : VAC_CLI_STANDARD, force, words);
}

const VacVerb vac_cli_merge = {
  .name = "merge",
  .usage = N_("BASE MINE THEIRS"),
  .summary = N_("Merge a copy that somebody else has edited."),
  .details = N_("BASE is what both began with. What was changed in THEIRS is done to MINE, and the "
                "result goes to standard output. Where both have changed the same words, MINE "
                "stays, and a message says so as FILE:PATH: TEXT; the exit status is 1 then."),
  .examples = "  vacancy-cli merge sent.vacancy mine.vacancy returned.vacancy -o merged.vacancy\n",
  .run = run_merge,
};
