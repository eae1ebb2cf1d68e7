/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-main"

#include "config.h"

#include <errno.h>
#include <unistd.h>

#include "vac-cli.h"

/*
 * Scripts ask for the version and for single fields by the thousand, and what draws pages, reads
 * Word files or checks spelling takes longer to load than that takes to answer. So this program has
 * what needs GLib alone, and becomes another one, which has all verbs, for the rest.
 */

#define ALL_VERBS "vacancy-cli-verbs"

/* To add a verb, see vac-cli-verbs.c. Here are those of which no code needs another library. */
static const VacVerb *const own_verbs[] = { &vac_cli_get, NULL };

/* Returns: (transfer full): the other program, beside this one where that is not installed */
static char *
find_all_verbs (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (program != NULL ? program : "");
  g_autofree char *beside = g_build_filename (folder, ALL_VERBS, NULL);

  if (program != NULL && access (beside, X_OK) == 0)
    return g_steal_pointer (&beside);

  return g_build_filename (VAC_PROGRAM_DIR, ALL_VERBS, NULL);
}

/* Returns: the exit status where that fails, which has been reported */
static int
become_all_verbs (char **argv)
{
  g_autofree char *path = find_all_verbs ();

  execv (path, argv);
  vac_cli_tell ("%s: %s", path, g_strerror (errno));

  return VAC_CLI_MISUSED;
}

int
main (int    argc,
      char **argv)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const VacVerb *verb = vac_cli_find_verb (own_verbs, word);
  const gboolean asks_version = g_strcmp0 (word, "--version") == 0;

  if (verb == NULL && !asks_version)
    return become_all_verbs (argv);

  vac_cli_prepare ();
  if (verb != NULL)
    return verb->run (verb, NULL, argv + 1);

  g_print (VAC_CLI_PROGRAM " " VAC_VERSION "\n");

  return VAC_CLI_FINE;
}
