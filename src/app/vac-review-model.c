/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-model"

#include "config.h"

#include <gtk/gtk.h>

#include "vac-review-model.h"

/* The list of findings by group, each group under its heading. A row that says what it said before
 * stays the same object, so that what is chosen stays so. */

/* Returns: (transfer full): a key that no other finding of the list has: the same words with the
 * same fault are told apart by their order */
static char *
make_key (GHashTable       *known,
          const VacFinding *finding)
{
  g_autofree char *key = vac_review_item_make_key (finding);
  g_autofree char *unique = g_strdup (key);

  for (guint n = 2; g_hash_table_contains (known, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s\n%u", key, n);
    }

  return g_steal_pointer (&unique);
}

static char *
make_heading_key (VacFindingGroup group)
{
  return g_strdup (vac_finding_group_get_id (group));
}

/* Returns: (transfer full): rows by their keys */
static GHashTable *
index_rows (GListModel *model)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (VacReviewItem) item = g_list_model_get_item (model, i);
      const VacFinding *finding = vac_review_item_get_finding (item);
      char *key = finding != NULL ? make_key (known, finding)
                                  : make_heading_key (vac_review_item_get_group (item));

      g_hash_table_insert (known, key, g_steal_pointer (&item));
    }

  return known;
}

typedef struct
{
  VacDocument *document;
  GHashTable  *before;     /* rows by their keys */
  GHashTable  *used;       /* keys of the rows so far */
  GPtrArray   *rows;
} Builder;

static VacReviewItem *
take_row (Builder          *self,
          char             *key,
          VacFindingGroup   group,
          const VacFinding *finding)
{
  VacReviewItem *row = g_hash_table_lookup (self->before, key);

  if (row != NULL)
    g_object_ref (row);
  else if (finding != NULL)
    row = vac_review_item_new (self->document, finding);
  else
    row = vac_review_item_new_heading (group);
  g_hash_table_add (self->used, key);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
add_group (Builder         *self,
           GPtrArray       *findings,
           VacFindingGroup  group)
{
  VacReviewItem *heading = NULL;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      VacReviewItem *row;

      if (finding->group != group)
        continue;
      if (n++ == 0)
        heading = take_row (self, make_heading_key (group), group, NULL);
      row = take_row (self, make_key (self->used, finding), group, finding);
      vac_review_item_set_span (row, finding->start, finding->length);
    }
  if (heading != NULL)
    vac_review_item_set_count (heading, n);
}

/* Says of @store only what changes. */
static void
replace_rows (GListStore *store,
              GPtrArray  *rows)
{
  GListModel *model = G_LIST_MODEL (store);
  const guint n_before = g_list_model_get_n_items (model);
  guint same = 0, same_end = 0;

  for (; same < MIN (n_before, rows->len); same++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, same);

      if (row != g_ptr_array_index (rows, same))
        break;
    }
  for (; same + same_end < MIN (n_before, rows->len); same_end++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, n_before - same_end - 1);

      if (row != g_ptr_array_index (rows, rows->len - same_end - 1))
        break;
    }
  if (same + same_end < MAX (n_before, rows->len))
    g_list_store_splice (store, same, n_before - same - same_end,
                         rows->pdata + same, rows->len - same - same_end);
}

/**
 * vac_review_model_update:
 * @store: a list of #VacReviewItem
 * @document: a posting
 * @findings: (element-type VacFinding): what was found in it
 * @group: which group to list, or %VAC_REVIEW_ALL_GROUPS
 *
 * Makes @store the list of @findings.
 */
void
vac_review_model_update (GListStore  *store,
                         VacDocument *document,
                         GPtrArray   *findings,
                         int          group)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) used = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  Builder builder;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (findings != NULL);

  before = index_rows (G_LIST_MODEL (store));
  used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  builder = (Builder) { document, before, used, rows };
  for (VacFindingGroup each = 0; each < VAC_N_FINDING_GROUPS; each++)
    if (group == VAC_REVIEW_ALL_GROUPS || (int) each == group)
      add_group (&builder, findings, each);
  replace_rows (store, rows);
}

/**
 * vac_review_model_find:
 * @model: a list of #VacReviewItem
 * @from: where to begin
 * @direction: 1 for the next finding, -1 for the one before
 *
 * Returns: the position of the first finding from @from on, which itself may be one; beyond the end
 *   the list begins anew; %GTK_INVALID_LIST_POSITION when there is none
 */
guint
vac_review_model_find (GListModel *model,
                       guint       from,
                       int         direction)
{
  const guint n_rows = g_list_model_get_n_items (model);

  g_return_val_if_fail (direction == 1 || direction == -1, GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < n_rows; i++)
    {
      const guint position = direction > 0 ? (from + i) % n_rows
                                           : (from + 2 * n_rows - i) % n_rows;
      g_autoptr (VacReviewItem) item = g_list_model_get_item (model, position);

      if (vac_review_item_get_finding (item) != NULL)
        return position;
    }

  return GTK_INVALID_LIST_POSITION;
}
