/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"

#include "support.h"

/* Set to write the golden files anew after an intended change; see build-aux/golden. */
#define REWRITE "VACANCY_REWRITE_GOLDEN"

#define FOLDER "export/golden"

/**
 * support_load_golden:
 * @name: a posting in tests/export/golden, without its ".json"
 *
 * Returns: (transfer full): the posting
 */
VacDocument *
support_load_golden (const char *name)
{
  g_autofree char *path = g_strdup_printf (FOLDER "/%s.json", name);

  return support_load_document (path);
}

/**
 * support_assert_golden:
 * @name: a file in tests/export/golden
 * @text: what the program made
 *
 * Fails unless @text is what the golden file holds.
 */
void
support_assert_golden (const char *name,
                       const char *text)
{
  g_autofree char *path = g_build_filename (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *expected = NULL;

  if (g_getenv (REWRITE) != NULL)
    {
      g_autofree char *file_name = support_make_path (path);

      g_assert_true (g_file_set_contents (file_name, text, -1, NULL));
    }

  bytes = support_load_bytes (path);
  expected = support_bytes_to_text (bytes);
  support_assert_same_lines (text, expected);
}
