/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-known"

#include "config.h"

#include "vac-import-data.h"
#include "vac-import-words.h"

/* What is known of places and occupations in tables, all of it from the data file. */

static GStrv
get_list (const char *group,
          const char *key)
{
  return g_key_file_get_string_list (vac_import_get_data ()->file, group, key, NULL, NULL);
}

/**
 * vac_import_tables_is_unchecked:
 * @code: the number of an area that vac_import_tables_get_area() knows
 *
 * Returns: whether nobody has compared its name with what is published
 */
gboolean
vac_import_tables_is_unchecked (const char *code)
{
  g_auto (GStrv) codes = get_list ("areas", "unchecked");

  return codes != NULL && g_strv_contains ((const char *const *) codes, code);
}

/**
 * vac_import_is_nation:
 * @name: the name of a place
 * @table: (nullable): the official table that it is in
 *
 * Returns: whether the row is of a nation as a whole
 */
gboolean
vac_import_is_nation (const char           *name,
                      const VacImportTable *table)
{
  g_autofree char *simple = NULL;

  if (table != NULL)
    {
      for (guint i = 0; table->nations != NULL && table->nations[i] != NULL; i++)
        if (g_ascii_strcasecmp (name, table->nations[i]) == 0)
          return TRUE;
      return FALSE;
    }
  simple = vac_import_simplify (name);

  return g_hash_table_contains (vac_import_get_data ()->nations, simple);
}

/**
 * vac_import_get_titles:
 * @key: what columns hold that is nothing to choose
 *
 * Returns: (transfer full) (nullable): the titles of such columns
 */
GStrv
vac_import_get_titles (const char *key)
{
  return get_list ("further columns", key);
}

/**
 * vac_import_is_without_index:
 * @name: the name of a place
 *
 * Returns: whether no official price index covers the place
 */
gboolean
vac_import_is_without_index (const char *name)
{
  g_auto (GStrv) endings = get_list ("no price index", "endings");

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
contains_words (GStrv words,
                GStrv part)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n = 0;

      while (part[n] != NULL && words[i + n] != NULL && g_str_equal (words[i + n], part[n]))
        n++;
      if (part[n] == NULL)
        return n > 0;
    }

  return FALSE;
}

/**
 * vac_import_get_job_codes:
 * @job_title: what a job is called
 *
 * Returns: (transfer full): the codes of occupations that people with that job have
 */
GStrv
vac_import_get_job_codes (const char *job_title)
{
  GKeyFile *file = vac_import_get_data ()->file;
  g_auto (GStrv) words = vac_import_split_words (job_title);
  g_auto (GStrv) codes = g_key_file_get_keys (file, "occupations", NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_auto (GStrv) phrases = get_list ("occupations", codes[i]);

      for (guint j = 0; phrases[j] != NULL; j++)
        {
          g_auto (GStrv) part = vac_import_split_words (phrases[j]);

          if (!contains_words (words, part))
            continue;
          g_ptr_array_add (found, g_strdup (codes[i]));
          break;
        }
    }
  g_ptr_array_add (found, NULL);

  return (GStrv) g_ptr_array_free (found, FALSE);
}
