/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-placeholder"

#include "config.h"

#include <string.h>

#include "vac-placeholder.h"

/**
 * vac_placeholder_next:
 * @text: a text of a document
 * @from: where to begin, in bytes
 * @placeholder: (out caller-allocates): the first placeholder from there on
 *
 * A placeholder is one word between double braces, as in "{{employer}}".
 *
 * Returns: whether there is one
 */
gboolean
vac_placeholder_next (const char     *text,
                      gsize           from,
                      VacPlaceholder *placeholder)
{
  const char *open;

  g_return_val_if_fail (text != NULL && placeholder != NULL, FALSE);

  for (open = strstr (text + from, "{{"); open != NULL; open = strstr (open + 1, "{{"))
    {
      const char *name = open + 2 + strspn (open + 2, " ");
      gsize length = strcspn (name, " {}\n\t");
      const char *close = name + length + strspn (name + length, " ");

      if (length == 0 || !g_str_has_prefix (close, "}}"))
        continue;

      *placeholder = (VacPlaceholder) {
        .start = (gsize) (open - text),
        .end = (gsize) (close + 2 - text),
        .name = name,
        .name_length = length,
        .field = vac_schema_find_placeholder (name, length),
      };
      return TRUE;
    }

  return FALSE;
}
