/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-index"

#include "config.h"

#include <string.h>

#include "vac-place-index.h"

/* Where a place's name may end for the rest of it to be left out. */
#define NAME_ENDS " ,-/("
/* No city has a longer name, in bytes. */
#define LONGEST_CITY 200

/* Borrowed nodes: an index does not outlive the next change of its document. */
struct _VacPlaceIndex
{
  GHashTable *whole;     /* name in lower case → VacNode */
  GHashTable *begins;    /* what a name begins with → VacNode, %NULL where several names do */
};

static void
add_name (VacPlaceIndex *self,
          VacNode       *place)
{
  const char *own = vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME);
  g_autofree char *name = g_ascii_strdown (own, -1);
  const char *end = name;

  if (!g_hash_table_contains (self->whole, name))
    g_hash_table_insert (self->whole, g_strdup (name), place);
  while (*end != '\0' && end - name < LONGEST_CITY)
    {
      char *part;

      end += 1 + strcspn (end + 1, NAME_ENDS);
      part = g_strndup (name, (gsize) (end - name));
      if (g_hash_table_contains (self->begins, part))
        g_hash_table_insert (self->begins, part, NULL);
      else
        g_hash_table_insert (self->begins, part, place);
    }
}

/**
 * vac_place_index_new:
 * @document: a posting
 *
 * Returns: (transfer full): the places of its salary table by name
 */
VacPlaceIndex *
vac_place_index_new (VacDocument *document)
{
  VacPlaceIndex *self;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  list = vac_document_get (document, VAC_ROLE_PLACES);
  self = g_new (VacPlaceIndex, 1);
  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->begins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *place = vac_node_get_child (list, i);

      if (vac_node_get_kind (place) == VAC_KIND_RECORD)
        add_name (self, place);
    }

  return self;
}

/**
 * vac_place_index_free:
 * @self: (transfer full) (nullable): an index
 *
 * Frees @self.
 */
void
vac_place_index_free (VacPlaceIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->whole);
  g_hash_table_unref (self->begins);
  g_free (self);
}

/**
 * vac_place_index_find:
 * @self: an index
 * @name: a place in a table from elsewhere
 *
 * Proposes which place is meant: the one with that name, else the only one that begins with the
 * first city of a metro area's official name, so that "New York-Newark-Jersey City, NY-NJ" finds
 * "New York City". A person confirms it.
 *
 * Returns: (transfer none) (nullable): the place, %NULL when none or several fit
 */
VacNode *
vac_place_index_find (const VacPlaceIndex *self,
                      const char          *name)
{
  g_autofree char *lower = NULL;
  VacNode *place;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  lower = g_ascii_strdown (name, -1);
  place = g_hash_table_lookup (self->whole, lower);
  if (place != NULL)
    return place;
  lower[strcspn (lower, "-,/(")] = '\0';
  g_strchomp (lower);

  return *lower != '\0' ? g_hash_table_lookup (self->begins, lower) : NULL;
}
