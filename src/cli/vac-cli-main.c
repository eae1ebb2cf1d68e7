/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-main"

#include "config.h"

#include <errno.h>
#include <unistd.h>

#include "vac-cli-beside.h"
#include "vac-cli-formats.h"
#include "vac-cli.h"
#include "vac-memory.h"

/*
 * Scripts ask for the version and for single fields by the thousand, and check and export postings
 * one by one; what reads Word files, web pages and pictures or keeps the index takes longer to load
 * than that takes. So this program has what they ask for, and becomes another one, which has all
 * verbs, for the rest.
 */

#define ALL_VERBS "vacancy-cli-verbs"

/* To add a verb, see vac-cli-verbs.c. Here are those whose code needs none of these libraries. */
static const VacVerb *const own_verbs[] = { &vac_cli_get, &vac_cli_export, &vac_cli_check,
                                            &vac_cli_measure, &vac_cli_format, NULL };

/* Returns: the exit status where that fails, which has been reported */
static int
become_all_verbs (char **argv)
{
  g_autofree char *path = vac_cli_find_beside (ALL_VERBS);

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

  if (verb != NULL)
    {
      vac_memory_prepare (VAC_CLI_HEAP, VAC_CLI_HEAP);
      vac_memory_share ();
    }
  vac_cli_prepare ();
  if (verb != NULL)
    return verb->run (verb, &vac_cli_formats, argv + 1);

  g_print (VAC_CLI_PROGRAM " " VAC_VERSION "\n");

  return VAC_CLI_FINE;
}
