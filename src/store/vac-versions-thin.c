/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-thin"

#include "config.h"

#include "vac-versions-index.h"
#include "vac-versions-thin.h"

/* Which versions are worth their space. Named ones and the newest always are. */

#define HOUR (60 * 60)
#define DAY  (24 * HOUR)
#define WEEK (7 * DAY)
#define YEAR (365 * DAY)

/* Versions up to this age: one for each @span is kept, or all where that is 0. In seconds. */
typedef struct
{
  gint64 age;
  gint64 span;
} Rule;

static const Rule rules[] = {
  { DAY, 0 },
  { WEEK, HOUR },
  { YEAR, DAY },
};

static const Rule *
find_rule (gint64 age)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (age < rules[i].age)
      return &rules[i];

  return NULL;
}

static gboolean
is_named (const VacVersion *version)
{
  return *version->name != '\0';
}

/*
 * vac_versions_thin:
 * @versions: (element-type VacVersion): the versions of a file, oldest first
 * @now: in seconds since 1970
 *
 * Removes what is too old for its distance from the next: of the last day all are kept, one an hour
 * of the last week, one a day of the last year. Hours and days are those of the clock in Greenwich,
 * so that the last of each stays the one that is kept, however often this is done.
 */
void
vac_versions_thin (GPtrArray *versions,
                   gint64     now)
{
  const Rule *last_rule = NULL;
  gint64 last_span = 0;

  for (guint i = versions->len; i-- > 0;)
    {
      const VacVersion *version = g_ptr_array_index (versions, i);
      const Rule *rule = find_rule (now - version->kept);
      const gint64 span = rule != NULL && rule->span > 0 ? version->kept / rule->span : 0;

      if (is_named (version) || i == versions->len - 1 || (rule != NULL && rule->span == 0))
        continue;
      if (rule == NULL || (rule == last_rule && span == last_span))
        {
          g_ptr_array_remove_index (versions, i);
          continue;
        }
      last_rule = rule;
      last_span = span;
    }
}

/* Looks up every content once, however many versions have it. */
static guint64
add_up (GPtrArray  *versions,
        GHashTable *sizes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 total = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      const VacVersion *version = g_ptr_array_index (versions, i);

      if (g_hash_table_add (seen, version->hash))
        total += GPOINTER_TO_SIZE (g_hash_table_lookup (sizes, version->hash));
    }

  return total;
}

/*
 * vac_versions_fit:
 * @versions: (element-type VacVersion): the versions of a file, oldest first
 * @sizes: the space that each content takes, in bytes: numbers by hash
 * @most: how much they may take together
 *
 * Removes the oldest until the rest fits, or until only named ones and the newest are left.
 */
void
vac_versions_fit (GPtrArray  *versions,
                  GHashTable *sizes,
                  guint64     most)
{
  guint64 total = add_up (versions, sizes);

  for (guint i = 0; total > most && i + 1 < versions->len;)
    {
      const VacVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *hash = NULL;

      if (is_named (version))
        {
          i++;
          continue;
        }
      hash = g_strdup (version->hash);
      g_ptr_array_remove_index (versions, i);
      if (!vac_versions_have (versions, hash))
        total -= GPOINTER_TO_SIZE (g_hash_table_lookup (sizes, hash));
    }
}
