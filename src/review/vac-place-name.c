/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-name"

#include "config.h"

#include <string.h>

#include "vac-place-name.h"
#include "vac-typed.h"

/* The names of places as people write them, and as tables of laws list them. */

/* "U.S.", "us"; "D.C." */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = vac_typed_fold (name);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded != NULL ? folded : ""; *p != '\0'; p++)
    if (*p != '.')
      g_string_append_c (plain, *p);
  g_strstrip (plain->str);

  return g_string_free (plain, FALSE);
}

/*
 * vac_place_name_is_one_of:
 * @name: the name of a place, as somebody wrote it
 * @names: (array zero-terminated=1): names
 *
 * Returns: whether it is one of them, in any case, with or without dots
 */
gboolean
vac_place_name_is_one_of (const char  *name,
                          char       **names)
{
  g_autofree char *folded = fold_name (name);

  for (guint i = 0; *folded != '\0' && names[i] != NULL; i++)
    {
      g_autofree char *other = fold_name (names[i]);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

/*
 * vac_place_name_is_region:
 * @region: a state or province, as somebody wrote it: "NY", "New York", "US-NY"
 * @countries: (array zero-terminated=1): the codes of the countries that it may be in
 * @regions: (array zero-terminated=1): names and codes
 *
 * Returns: whether it is one of @regions
 */
gboolean
vac_place_name_is_region (const char  *region,
                          char       **countries,
                          char       **regions)
{
  for (guint i = 0; countries[i] != NULL; i++)
    {
      const gsize length = strlen (countries[i]);

      if (g_ascii_strncasecmp (region, countries[i], length) == 0 && region[length] == '-')
        return vac_place_name_is_one_of (region + length + 1, regions);
    }

  return vac_place_name_is_one_of (region, regions);
}

/*
 * vac_place_name_split:
 * @text: what is written in the field of a city
 * @city: (out) (transfer full): takes the city
 * @region: (inout) (transfer full): what is written in the field of the region; if that is nothing,
 *   takes what @text says of it, as "Denver, CO" does
 */
void
vac_place_name_split (const char  *text,
                      char       **city,
                      char       **region)
{
  const char *comma = strrchr (text, ',');

  if (**region != '\0' || comma == NULL)
    {
      *city = g_strdup (text);
      return;
    }
  *city = g_strndup (text, (gsize) (comma - text));
  g_free (*region);
  *region = g_strstrip (g_strdup (comma + 1));
}
