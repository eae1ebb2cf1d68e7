/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-folder-name"

#include "config.h"

#include <string.h>

#include "vac-folder-name.h"

/**
 * vac_folder_name:
 * @folder: a folder
 *
 * Returns: (transfer full): where it is, as short as people say it
 */
char *
vac_folder_name (GFile *folder)
{
  g_autofree char *name = NULL;
  const char *home = g_get_home_dir ();
  const gsize length = strlen (home);

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  name = g_file_get_parse_name (folder);
  if (length > 1 && g_str_has_prefix (name, home) && strchr ("/", name[length]) != NULL)
    return g_strconcat ("~", name + length, NULL);

  return g_steal_pointer (&name);
}
