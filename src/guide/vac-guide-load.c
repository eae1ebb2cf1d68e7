/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-load"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-guide-library.h"
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

static void
problem_free (gpointer data)
{
  VacGuideProblem *problem = data;

  g_object_unref (problem->file);
  g_error_free (problem->error);
  g_free (problem);
}

static gboolean
has_suffix (const char        *name,
            const char *const *suffixes)
{
  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (name, *suffixes))
      return TRUE;

  return FALSE;
}

static void
load_file (GFile       *file,
           const char  *name,
           VacGuideTake take,
           gpointer     user_data,
           GPtrArray   *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_guide_load (file, &error);
  VacGuideProblem *problem;

  if (bytes != NULL && take (name, file, bytes, user_data, &error))
    return;
  problem = g_new0 (VacGuideProblem, 1);
  problem->file = g_object_ref (file);
  problem->error = g_steal_pointer (&error);
  g_ptr_array_add (problems, problem);
}

/**
 * vac_guide_load_folder:
 * @folder: (nullable): one of the user's folders; need not exist
 * @suffixes: how the names of its files end
 * @take: takes each file that could be read
 * @user_data: for @take
 *
 * Returns: (transfer full) (element-type VacGuideProblem): the files that could not be read, or not
 *   taken
 */
GPtrArray *
vac_guide_load_folder (const char        *folder,
                       const char *const *suffixes,
                       VacGuideTake       take,
                       gpointer           user_data)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);
  g_autoptr (GDir) names = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (*name != '.' && has_suffix (name, suffixes) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        load_file (file, name, take, user_data, problems);
    }

  return problems;
}
