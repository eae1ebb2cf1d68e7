/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-merge"

#include "config.h"

#include "vac-library-item.h"
#include "vac-library-merge.h"

/* Makes a list that is shown into a newer one by as few changes as possible, so that the rows that
 * are in view stay there. */

/* A view takes milliseconds for each: with more, the whole list changes at once. */
#define MOST_CHANGES 16

typedef struct
{
  GPtrArray *before;    /* of VacLibraryItem */
  GPtrArray *after;     /* of VacLibraryItem */
  int       *places;    /* of each in @after: its position in @before, -1 for a new one */
  gboolean  *stays;     /* of each in @after: whether it is not moved */
} Merge;

/* Some positions of the list that become others, both counted in the newer list. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} Change;

static void
merge_clear (Merge *self)
{
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self->places);
  g_free (self->stays);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static void
take_before (Merge      *self,
             GListModel *items)
{
  const guint n = g_list_model_get_n_items (items);

  self->before = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->before, g_list_model_get_item (items, i));
}

static void
take_after (Merge      *self,
            GListModel *entries)
{
  const guint n = g_list_model_get_n_items (entries);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->before->len; i++)
    g_hash_table_insert (known,
                         (gpointer) vac_library_item_get_path (self->before->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  self->after = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_new (int, n);
  self->stays = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (entries, i);
      const guint place = GPOINTER_TO_UINT (
          g_hash_table_lookup (known, vac_library_entry_get_path (entry)));

      self->places[i] = (int) place - 1;
      g_ptr_array_add (self->after, place > 0 ? g_object_ref (self->before->pdata[place - 1])
                                              : vac_library_item_new (entry));
    }
}

/* Of the positions that an item of @after had before, the longest sequence that only rises: these
 * items stay where they are, and the others move around them. */
static void
find_staying (Merge *self)
{
  const guint n = self->after->len;
  g_autofree guint *ends = g_new (guint, n + 1);    /* of the best sequence of each length */
  g_autofree int *earlier = g_new (int, n + 1);     /* what comes before each of them */
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (self->places[i] < 0)
        continue;
      while (low < high)
        {
          const guint middle = (low + high) / 2;

          if (self->places[ends[middle]] < self->places[i])
            low = middle + 1;
          else
            high = middle;
        }
      earlier[i] = low > 0 ? (int) ends[low - 1] : -1;
      ends[low] = i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? (int) ends[length - 1] : -1; i >= 0; i = earlier[i])
    self->stays[i] = TRUE;
}

/* Returns: (transfer full): of Change, in their order */
static GArray *
list_changes (Merge *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint from = 0, to = 0;

  while (from < self->before->len || to < self->after->len)
    {
      Change change = { .position = to };
      int next;

      while (to < self->after->len && !self->stays[to])
        to++;
      change.n_added = to - change.position;
      next = to < self->after->len ? self->places[to] : (int) self->before->len;
      change.n_removed = (guint) next - from;
      if (change.n_added > 0 || change.n_removed > 0)
        g_array_append_val (changes, change);
      from = (guint) next + 1;
      to++;
    }

  return changes;
}

static void
apply (Merge      *self,
       GListStore *items)
{
  g_autoptr (GArray) changes = list_changes (self);

  if (changes->len > MOST_CHANGES)
    {
      g_list_store_splice (items, 0, self->before->len, self->after->pdata, self->after->len);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      gpointer *added = change->n_added > 0 ? self->after->pdata + change->position : NULL;

      g_list_store_splice (items, change->position, change->n_removed, added, change->n_added);
    }
}

/* Selecting */

/* Returns: (transfer full): a set of the items that are selected */
static GHashTable *
list_selected (GListModel        *items,
               GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (selection);
  GHashTable *selected = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      g_hash_table_add (selected, g_list_model_get_item (items, position));
    while (gtk_bitset_iter_next (&iter, &position));

  return selected;
}

/* What was moved has lost its selection. */
static void
select_again (Merge             *self,
              GtkSelectionModel *selection,
              GHashTable        *selected)
{
  g_autoptr (GtkBitset) positions = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) now = NULL;
  g_autoptr (GtkBitset) all = NULL;

  if (g_hash_table_size (selected) == 0)
    return;
  for (guint i = 0; i < self->after->len; i++)
    if (g_hash_table_contains (selected, self->after->pdata[i]))
      gtk_bitset_add (positions, i);
  now = gtk_selection_model_get_selection (selection);
  if (gtk_bitset_equals (now, positions))
    return;
  all = gtk_bitset_new_range (0, self->after->len);
  gtk_selection_model_set_selection (selection, positions, all);
}

/**
 * vac_library_merge:
 * @items: of #VacLibraryItem: a list that is shown
 * @selection: what is selected in it
 * @entries: of #VacLibraryEntry: what it is to show
 *
 * Changes @items into a list of @entries. Files that are in both keep their item, and stay
 * selected.
 */
void
vac_library_merge (GListStore        *items,
                   GtkSelectionModel *selection,
                   GListModel        *entries)
{
  g_auto (Merge) self = { 0 };
  g_autoptr (GHashTable) selected = NULL;

  g_return_if_fail (G_IS_LIST_STORE (items) && GTK_IS_SELECTION_MODEL (selection));
  g_return_if_fail (G_IS_LIST_MODEL (entries));

  take_before (&self, G_LIST_MODEL (items));
  take_after (&self, entries);
  find_staying (&self);
  selected = list_selected (G_LIST_MODEL (items), selection);
  apply (&self, items);
  select_again (&self, selection, selected);
  for (guint i = 0; i < self.after->len; i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (entries, i);

      vac_library_item_set_entry (self.after->pdata[i], entry);
    }
}
