/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-beside"

#include "config.h"

#include <unistd.h>

#include "vac-cli-beside.h"

/*
 * vac_cli_find_beside:
 * @name: of a program or module that belongs to this program
 *
 * Returns: (transfer full): its path: beside this program as in the build, or where it is
 *   installed
 */
char *
vac_cli_find_beside (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (program != NULL ? program : "");
  g_autofree char *beside = g_build_filename (folder, name, NULL);

  if (program != NULL && access (beside, R_OK) == 0)
    return g_steal_pointer (&beside);

  return g_build_filename (VAC_PROGRAM_DIR, name, NULL);
}
