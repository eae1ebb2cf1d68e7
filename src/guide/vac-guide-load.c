/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-load"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-guide-load.h"
#include "vac-json.h"

/**
 * vac_guide_load:
 * @file: a file in one of the user's folders, and no pipe or device
 * @error: return location for a #VacError or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL also for more than is read as a
 *   document
 */
GBytes *
vac_guide_load (GFile   *file,
                GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL,
                                                  error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > VAC_JSON_MAX_BYTES)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_SYNTAX,
                           _("The file is too large to be read."));
      return NULL;
    }

  return g_file_load_bytes (file, NULL, NULL, error);
}
