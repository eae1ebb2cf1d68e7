/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-private.h"
#include "vac-error.h"

/**
 * vac_comparison_set_candidate:
 * @self: a comparison
 * @candidate: what a candidate is paid or asks for, in the currency and the period of the table; 0
 *   for none
 *
 * Chooses a figure that stands in no document.
 */
void
vac_comparison_set_candidate (VacComparison *self,
                              VacMoney       candidate)
{
  g_return_if_fail (self != NULL && candidate >= 0);

  self->candidate = candidate;
}

/**
 * vac_comparison_set_differences:
 * @self: a comparison
 * @differences: a form
 *
 * Chooses how differences to the base are written.
 */
void
vac_comparison_set_differences (VacComparison  *self,
                                VacDifferences  differences)
{
  g_return_if_fail (self != NULL);

  self->differences = differences;
}

/**
 * vac_comparison_get_differences:
 * @self: a comparison
 *
 * Returns: how differences to the base are written
 */
VacDifferences
vac_comparison_get_differences (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, VAC_DIFFERENCES_BOTH);

  return self->differences;
}

/**
 * vac_comparison_count_sources:
 * @self: a comparison
 *
 * Returns: how many sources the figures of its places come from; where there are several, whatever
 *   shows the figures has to say so
 */
guint
vac_comparison_count_sources (VacComparison *self)
{
  guint64 surveys = 0;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->places->len; i++)
    surveys |= vac_comparison_get_place (self, i)->surveys;
  for (; surveys != 0; surveys &= surveys - 1)
    n++;

  return n;
}

/**
 * vac_comparison_get_n_places:
 * @self: a comparison
 *
 * Returns: how many places are compared
 */
guint
vac_comparison_get_n_places (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

/**
 * vac_comparison_get_place:
 * @self: a comparison
 * @index: which place, in the order shown
 *
 * Returns: (transfer none) (nullable): the place, %NULL when there are fewer
 */
const VacComparedPlace *
vac_comparison_get_place (VacComparison *self,
                          guint          index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->places->len ? g_ptr_array_index (self->places, index) : NULL;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);

  return g_strdup (g_strstrip (folded));
}

/**
 * vac_comparison_find:
 * @self: a comparison
 * @name: a place's name, or how only one name begins; case does not matter
 * @index: (out): which place it is
 * @error: return location for an error
 *
 * Returns: whether there is exactly one such place; %VAC_ERROR_NOT_FOUND otherwise
 */
gboolean
vac_comparison_find (VacComparison  *self,
                     const char     *name,
                     guint          *index,
                     GError        **error)
{
  g_autofree char *wanted = NULL;
  guint n_begins = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && index != NULL, FALSE);

  wanted = fold (name);
  for (guint i = 0; i < self->places->len; i++)
    {
      g_autofree char *candidate = fold (vac_comparison_get_place (self, i)->name);

      if (g_str_equal (candidate, wanted))
        {
          *index = i;
          return TRUE;
        }
      if (*wanted != '\0' && g_str_has_prefix (candidate, wanted) && n_begins++ == 0)
        *index = i;
    }
  if (n_begins == 1)
    return TRUE;

  g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND,
               n_begins > 1 ? _("more than one place begins with “%s”")
                            : _("there is no place “%s”"), name);

  return FALSE;
}

typedef struct
{
  VacComparison *comparison;
  VacFact        fact;
  gboolean       descending;
} SortOrder;

static int
compare_texts (const VacComparedPlace *a,
               const VacComparedPlace *b,
               VacFact                 fact)
{
  const char *text_a = fact == VAC_FACT_NOTE ? a->note : a->name;
  const char *text_b = fact == VAC_FACT_NOTE ? b->note : b->name;

  return g_utf8_collate (text_a, text_b);
}

/* Places without the figure stand last in either direction; equal ones keep their order. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const VacComparedPlace *place_a = *(const VacComparedPlace *const *) a;
  const VacComparedPlace *place_b = *(const VacComparedPlace *const *) b;
  const SortOrder *order = user_data;
  gint64 value_a, value_b;
  gboolean has_a, has_b;
  int sign = order->descending ? -1 : 1;

  if (order->fact == VAC_FACT_NAME || order->fact == VAC_FACT_NOTE)
    return sign * compare_texts (place_a, place_b, order->fact);

  has_a = vac_compared_place_get_value (order->comparison, place_a, order->fact, &value_a);
  has_b = vac_compared_place_get_value (order->comparison, place_b, order->fact, &value_b);
  if (!has_a || !has_b)
    return has_b - has_a;

  return value_a < value_b ? -sign : value_a > value_b ? sign : 0;
}

/**
 * vac_comparison_sort:
 * @self: a comparison
 * @fact: what to sort by
 * @descending: whether the greatest comes first
 *
 * Sorts the places. The sort is stable, and a place that lacks the figure stands last.
 */
void
vac_comparison_sort (VacComparison *self,
                     VacFact        fact,
                     gboolean       descending)
{
  SortOrder order = { self, fact, descending };

  g_return_if_fail (self != NULL);
  g_return_if_fail (fact < VAC_N_FACTS);

  g_ptr_array_sort_with_data (self->places, compare_places, &order);
}

/**
 * vac_comparison_keep:
 * @self: a comparison
 * @names: (array zero-terminated=1): places, as vac_comparison_find() takes them
 * @error: return location for an error
 *
 * Leaves only the named places, in the order of @names; one named twice is kept once.
 *
 * Returns: whether all were found; otherwise nothing changes
 */
gboolean
vac_comparison_keep (VacComparison      *self,
                     const char *const  *names,
                     GError            **error)
{
  g_autoptr (GPtrArray) kept = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (names != NULL, FALSE);

  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_compared_place_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean known = FALSE;
      guint index;

      if (!vac_comparison_find (self, names[i], &index, error))
        return FALSE;
      for (guint j = 0; j < kept->len; j++)
        known |= ((VacComparedPlace *) kept->pdata[j])->node ==
                 vac_comparison_get_place (self, index)->node;
      if (!known)
        g_ptr_array_add (kept, vac_compared_place_copy (vac_comparison_get_place (self, index)));
    }
  g_ptr_array_unref (self->places);
  self->places = g_steal_pointer (&kept);

  return TRUE;
}

static const VacComparedPlace *
find_node (VacComparison *self,
           VacNode       *node)
{
  for (guint i = 0; i < self->places->len; i++)
    if (vac_comparison_get_place (self, i)->node == node)
      return vac_comparison_get_place (self, i);

  return NULL;
}

/**
 * vac_comparison_keep_nodes:
 * @self: a comparison
 * @nodes: (array length=n_nodes): places of the document
 * @n_nodes: how many there are
 *
 * Leaves only these places, in this order, whatever they are called. A node that is not compared
 * is passed over.
 */
void
vac_comparison_keep_nodes (VacComparison  *self,
                           VacNode *const *nodes,
                           guint           n_nodes)
{
  g_autoptr (GHashTable) by_node = g_hash_table_new (NULL, NULL);
  GPtrArray *kept;

  g_return_if_fail (self != NULL);

  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_compared_place_free);
  for (guint i = 0; i < self->places->len; i++)
    g_hash_table_insert (by_node, vac_comparison_get_place (self, i)->node,
                         g_ptr_array_index (self->places, i));
  for (guint i = 0; i < n_nodes; i++)
    {
      const VacComparedPlace *place = g_hash_table_lookup (by_node, nodes[i]);

      if (place != NULL)
        g_ptr_array_add (kept, vac_compared_place_copy (place));
    }
  g_ptr_array_unref (self->places);
  self->places = kept;
}

/**
 * vac_comparison_keep_chosen:
 * @self: a comparison
 * @nodes: (array length=n_nodes): the places that somebody chose, some time ago
 * @n_nodes: how many there are; 0 for no choice
 *
 * Does what vac_comparison_keep_nodes() does, unless none of them is there any more: then all
 * places stay.
 */
void
vac_comparison_keep_chosen (VacComparison  *self,
                            VacNode *const *nodes,
                            guint           n_nodes)
{
  gboolean any = FALSE;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n_nodes; i++)
    any |= find_node (self, nodes[i]) != NULL;
  if (any)
    vac_comparison_keep_nodes (self, nodes, n_nodes);
}

/**
 * vac_comparison_set_base_node:
 * @self: a comparison
 * @node: (nullable): a place of the document; %NULL for none
 *
 * Does what vac_comparison_set_base() does, where several places may share a name.
 *
 * Returns: whether the place is compared; otherwise nothing changes
 */
gboolean
vac_comparison_set_base_node (VacComparison *self,
                              VacNode       *node)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (node != NULL && find_node (self, node) == NULL)
    return FALSE;
  g_clear_pointer (&self->base, vac_compared_place_free);
  if (node != NULL)
    self->base = vac_compared_place_copy (find_node (self, node));

  return TRUE;
}

/**
 * vac_comparison_set_base:
 * @self: a comparison
 * @name: (nullable): a place, as vac_comparison_find() takes it; %NULL for none
 * @error: return location for an error
 *
 * Chooses what the others are compared with. The base stays when vac_comparison_keep() leaves it
 * out.
 *
 * Returns: whether the place was found
 */
gboolean
vac_comparison_set_base (VacComparison  *self,
                         const char     *name,
                         GError        **error)
{
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);

  if (name != NULL && !vac_comparison_find (self, name, &index, error))
    return FALSE;
  g_clear_pointer (&self->base, vac_compared_place_free);
  if (name != NULL)
    self->base = vac_compared_place_copy (vac_comparison_get_place (self, index));

  return TRUE;
}

/**
 * vac_comparison_get_base:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): what the others are compared with
 */
const VacComparedPlace *
vac_comparison_get_base (VacComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base;
}

static void
extend (const VacPayRange *range,
        VacMoney          *minimum,
        VacMoney          *maximum)
{
  if (!vac_pay_range_is_known (range))
    return;
  *minimum = *maximum == 0 ? range->minimum : MIN (*minimum, range->minimum);
  *maximum = MAX (*maximum, range->maximum);
}

/**
 * vac_comparison_get_extent:
 * @self: a comparison
 * @minimum: (out): the least amount of all ranges
 * @maximum: (out): the greatest amount
 *
 * What an axis for the places with their midpoints, the national range and the posting's own range
 * must cover; both 0 when nothing is known.
 */
void
vac_comparison_get_extent (VacComparison *self,
                           VacMoney      *minimum,
                           VacMoney      *maximum)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (minimum != NULL && maximum != NULL);

  *minimum = *maximum = 0;
  extend (&self->national, minimum, maximum);
  extend (&self->posting, minimum, maximum);
  for (guint i = 0; i < self->places->len; i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (self, i);
      const VacMoney middle = vac_compared_place_get_twice_midpoint (place) / 2;

      extend (&place->range, minimum, maximum);
      extend (&(VacPayRange) { middle, middle }, minimum, maximum);
      extend (&(VacPayRange) { place->ends.minimum, place->ends.minimum }, minimum, maximum);
      extend (&(VacPayRange) { place->ends.maximum, place->ends.maximum }, minimum, maximum);
    }
}
