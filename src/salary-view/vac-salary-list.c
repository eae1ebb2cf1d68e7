/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-salary-list.h"

/**
 * VacSalaryList:
 *
 * The rows of the salary table in the order shown: the national range first, then the places as
 * they are sorted. It follows the document, once per turn of the main loop however many edits
 * there were.
 */
struct _VacSalaryList
{
  GObject           parent_instance;

  /* Owned */
  VacDocument      *document;
  VacComparison    *comparison;
  GPtrArray        *items;         /* VacPlaceItem, in the order shown */
  GHashTable       *by_node;       /* borrowed VacNode → borrowed VacPlaceItem */
  VacComparedPlace  national;      /* its texts and node are borrowed */

  VacMoney          candidate;     /* 0 for none */
  VacFact           fact;
  gboolean          sorted;
  gboolean          descending;
  gboolean          frozen;
  gboolean          choosing;      /* several are checked or unchecked at once */
  guint             update_source;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VacSalaryList, vac_salary_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_item_notify_compared_cb (VacSalaryList *self)
{
  if (self->choosing)
    return;
  vac_salary_list_tell_rows (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* Rows keep what they are checked for only while they are there. */
static VacPlaceItem *
ref_item (VacSalaryList          *self,
          const VacComparedPlace *place)
{
  VacPlaceItem *item = g_hash_table_lookup (self->by_node, place->node);

  if (item != NULL)
    g_object_ref (item);
  else
    {
      item = vac_place_item_new (place->node);
      g_signal_connect_object (item, "notify::compared", G_CALLBACK (on_item_notify_compared_cb),
                               self, G_CONNECT_SWAPPED);
    }
  vac_place_item_set_place (item, place);

  return item;
}

static void
read_national (VacSalaryList *self)
{
  self->national = (VacComparedPlace) {
    .node = vac_document_get (self->document, VAC_ROLE_NATIONAL),
    .name = (char *) C_("place", "National"),
    .note = (char *) "",
    .range = *vac_comparison_get_national (self->comparison),
    .twice_midpoint = vac_comparison_get_national_twice_midpoint (self->comparison),
    .price_index = VAC_PRICE_INDEX_NATIONAL,
  };
  self->national.placement =
    vac_pay_range_place (vac_comparison_get_posting (self->comparison), &self->national.range);
}

static GPtrArray *
make_items (VacSalaryList *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, ref_item (self, &self->national));
  for (guint i = 0; i < vac_comparison_get_n_places (self->comparison); i++)
    g_ptr_array_add (items, ref_item (self, vac_comparison_get_place (self->comparison, i)));

  return items;
}

/* A row does not move while it is being edited. */
static gboolean
keep_order (VacSalaryList *self,
            GPtrArray     *items)
{
  g_autoptr (GHashTable) present = NULL;

  if (!self->frozen || items->len != self->items->len)
    return FALSE;
  present = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (present, g_ptr_array_index (items, i));
  for (guint i = 0; i < self->items->len; i++)
    if (!g_hash_table_contains (present, g_ptr_array_index (self->items, i)))
      return FALSE;

  return TRUE;
}

static void
replace_items (VacSalaryList *self,
               GPtrArray     *items)
{
  g_autoptr (GPtrArray) old_items = self->items;
  guint shortest = MIN (old_items->len, items->len);
  guint start = 0, end = 0;

  while (start < shortest && old_items->pdata[start] == items->pdata[start])
    start++;
  while (end < shortest - start &&
         old_items->pdata[old_items->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;

  self->items = items;
  g_hash_table_remove_all (self->by_node);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->by_node, vac_place_item_get_node (items->pdata[i]), items->pdata[i]);
  if (old_items->len - start - end > 0 || items->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old_items->len - start - end,
                                items->len - start - end);
}

static void
refresh (VacSalaryList *self)
{
  GPtrArray *items;

  if (self->sorted)
    vac_comparison_sort (self->comparison, self->fact, self->descending);
  items = make_items (self);
  if (keep_order (self, items))
    g_ptr_array_unref (items);
  else
    replace_items (self, items);
  vac_salary_list_tell_rows (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* The places of a removed row go with the old comparison. */
static void
read_document (VacSalaryList *self)
{
  VacComparison *old_comparison = self->comparison;

  for (guint i = 0; i < self->items->len; i++)
    vac_place_item_set_place (g_ptr_array_index (self->items, i), NULL);
  self->comparison = vac_comparison_new (self->document);
  vac_comparison_set_candidate (self->comparison, self->candidate);
  read_national (self);
  refresh (self);
  vac_comparison_free (old_comparison);
}

static gboolean
on_update_cb (gpointer user_data)
{
  VacSalaryList *self = user_data;

  self->update_source = 0;
  read_document (self);

  return G_SOURCE_REMOVE;
}

static void
on_document_changed_cb (VacSalaryList *self,
                        VacNode       *node)
{
  if (self->update_source != 0)
    return;
  if (vac_node_get_ancestor (node, VAC_ROLE_SALARIES) != NULL ||
      vac_node_get_ancestor (node, VAC_ROLE_PAY) != NULL ||
      vac_node_get_ancestor (node, VAC_ROLE_LEVELS) != NULL ||
      vac_node_get_role (node) == VAC_ROLE_LANGUAGE)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_cb, self, NULL);
}

static GType
vac_salary_list_get_item_type (GListModel *model)
{
  return VAC_TYPE_PLACE_ITEM;
}

static guint
vac_salary_list_get_n_items (GListModel *model)
{
  return VAC_SALARY_LIST (model)->items->len;
}

static gpointer
vac_salary_list_get_item (GListModel *model,
                          guint       position)
{
  VacSalaryList *self = VAC_SALARY_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vac_salary_list_get_item_type;
  iface->get_n_items = vac_salary_list_get_n_items;
  iface->get_item = vac_salary_list_get_item;
}

static void
vac_salary_list_finalize (GObject *object)
{
  VacSalaryList *self = VAC_SALARY_LIST (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  for (guint i = 0; i < self->items->len; i++)
    vac_place_item_set_place (g_ptr_array_index (self->items, i), NULL);
  g_clear_pointer (&self->by_node, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->comparison, vac_comparison_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_salary_list_parent_class)->finalize (object);
}

static void
vac_salary_list_class_init (VacSalaryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_salary_list_finalize;

  /**
   * VacSalaryList::updated:
   *
   * Figures, order or choice may be others; what is drawn from them is to be drawn again.
   */
  signals[UPDATED] = g_signal_new ("updated", VAC_TYPE_SALARY_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_salary_list_init (VacSalaryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_node = g_hash_table_new (NULL, NULL);
}

/**
 * vac_salary_list_new:
 * @document: the document
 *
 * Returns: (transfer full): the rows of its salary table
 */
VacSalaryList *
vac_salary_list_new (VacDocument *document)
{
  VacSalaryList *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_SALARY_LIST, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_document (self);

  return self;
}

VacDocument *
vac_salary_list_get_document (VacSalaryList *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), NULL);

  return self->document;
}

/**
 * vac_salary_list_get_comparison:
 * @self: a list
 *
 * Returns: (transfer none): what the rows show; another one after every update
 */
VacComparison *
vac_salary_list_get_comparison (VacSalaryList *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), NULL);

  return self->comparison;
}

/**
 * vac_salary_list_get_n_places:
 * @self: a list
 *
 * Returns: how many places there are, without the national range
 */
guint
vac_salary_list_get_n_places (VacSalaryList *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), 0);

  return self->items->len - 1;
}

/**
 * vac_salary_list_find:
 * @self: a list
 * @node: a place of the document
 *
 * Returns: the position of its row; %G_MAXUINT when it has none
 */
guint
vac_salary_list_find (VacSalaryList *self,
                      VacNode       *node)
{
  guint position;
  VacPlaceItem *item;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), G_MAXUINT);

  item = g_hash_table_lookup (self->by_node, node);

  return item != NULL && g_ptr_array_find (self->items, item, &position) ? position : G_MAXUINT;
}

/**
 * vac_salary_list_sort:
 * @self: a list
 * @fact: what to sort by
 * @descending: whether the greatest comes first
 *
 * Sorts the places; the national range stays above them.
 */
void
vac_salary_list_sort (VacSalaryList *self,
                      VacFact        fact,
                      gboolean       descending)
{
  g_return_if_fail (VAC_IS_SALARY_LIST (self) && fact < VAC_N_FACTS);

  self->sorted = TRUE;
  self->fact = fact;
  self->descending = descending;
  vac_salary_list_update (self);
}

/**
 * vac_salary_list_unsort:
 * @self: a list
 *
 * Shows the places in the order of the document.
 */
void
vac_salary_list_unsort (VacSalaryList *self)
{
  g_return_if_fail (VAC_IS_SALARY_LIST (self));

  self->sorted = FALSE;
  vac_salary_list_update (self);
}

gboolean
vac_salary_list_get_sorted (VacSalaryList *self)
{
  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), FALSE);

  return self->sorted;
}

/**
 * vac_salary_list_set_frozen:
 * @self: a list
 * @frozen: whether rows stay where they are although their figures change
 */
void
vac_salary_list_set_frozen (VacSalaryList *self,
                            gboolean       frozen)
{
  g_return_if_fail (VAC_IS_SALARY_LIST (self));

  if (self->frozen == frozen)
    return;
  self->frozen = frozen;
  if (!frozen)
    vac_salary_list_update (self);
}

/**
 * vac_salary_list_update:
 * @self: a list
 *
 * Takes in edits now rather than in the next turn of the main loop.
 */
void
vac_salary_list_update (VacSalaryList *self)
{
  g_return_if_fail (VAC_IS_SALARY_LIST (self));

  g_clear_handle_id (&self->update_source, g_source_remove);
  read_document (self);
}

/**
 * vac_salary_list_set_candidate:
 * @self: a list
 * @candidate: what a candidate is paid or asks for, as the table counts; 0 for none
 *
 * Compares ranges with a figure that stands in no document.
 */
void
vac_salary_list_set_candidate (VacSalaryList *self,
                               VacMoney       candidate)
{
  g_return_if_fail (VAC_IS_SALARY_LIST (self) && candidate >= 0);

  if (self->candidate == candidate)
    return;
  self->candidate = candidate;
  vac_salary_list_update (self);
}

/**
 * vac_salary_list_get_compared:
 * @self: a list
 *
 * Returns: (transfer container) (element-type VacNode): the places to put side by side, in the
 *   order shown
 */
GPtrArray *
vac_salary_list_get_compared (VacSalaryList *self)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), nodes);

  for (guint i = 0; i < self->items->len; i++)
    if (vac_place_item_get_compared (self->items->pdata[i]))
      g_ptr_array_add (nodes, g_object_ref (vac_place_item_get_node (self->items->pdata[i])));

  return nodes;
}

/**
 * vac_salary_list_set_compared:
 * @self: a list
 * @nodes: (element-type VacNode): the places to put side by side, and no others
 *
 * Checks them all at once, and says so once.
 */
void
vac_salary_list_set_compared (VacSalaryList *self,
                              GPtrArray     *nodes)
{
  g_autoptr (GHashTable) chosen = NULL;

  g_return_if_fail (VAC_IS_SALARY_LIST (self) && nodes != NULL);

  chosen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (chosen, g_ptr_array_index (nodes, i));
  self->choosing = TRUE;
  for (guint i = 0; i < self->items->len; i++)
    {
      VacPlaceItem *item = g_ptr_array_index (self->items, i);

      vac_place_item_set_compared (item, g_hash_table_contains (chosen,
                                                                vac_place_item_get_node (item)));
    }
  self->choosing = FALSE;
  on_item_notify_compared_cb (self);
}

/**
 * vac_salary_list_tell_rows:
 * @self: a list
 *
 * Has each row say anew what it shows.
 */
void
vac_salary_list_tell_rows (VacSalaryList *self)
{
  g_return_if_fail (VAC_IS_SALARY_LIST (self));

  for (guint i = 0; i < self->items->len; i++)
    vac_place_item_changed (g_ptr_array_index (self->items, i));
}

/**
 * vac_salary_list_format:
 * @self: a list
 * @item: a row of it
 * @fact: what is asked
 *
 * Returns: (transfer full): the text of the cell. The national range compared with itself, and a
 *   reference no posting is measured by, are left blank.
 */
char *
vac_salary_list_format (VacSalaryList *self,
                        VacPlaceItem  *item,
                        VacFact        fact)
{
  const VacComparedPlace *place;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (self) && VAC_IS_PLACE_ITEM (item), NULL);

  place = vac_place_item_get_place (item);
  if (place == NULL ||
      (place == &self->national &&
       (fact == VAC_FACT_OVER_NATIONAL || fact == VAC_FACT_OVER_NATIONAL_SHARE)))
    return g_strdup ("");

  return vac_compared_place_format (self->comparison, place, fact);
}

/**
 * vac_salary_list_compare:
 * @self: a list
 * @nodes: (element-type VacNode): places
 * @base: (nullable): what the others are compared with
 *
 * Returns: (transfer full): the comparison of just these places
 */
VacComparison *
vac_salary_list_compare (VacSalaryList *self,
                         GPtrArray     *nodes,
                         VacNode       *base)
{
  VacComparison *comparison;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (self), NULL);

  comparison = vac_comparison_new (self->document);
  vac_comparison_set_candidate (comparison, self->candidate);
  vac_comparison_set_base_node (comparison, base);
  vac_comparison_keep_nodes (comparison, (VacNode *const *) nodes->pdata, nodes->len);

  return comparison;
}
