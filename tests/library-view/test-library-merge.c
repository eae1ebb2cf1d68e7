/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "vac-library-item.h"
#include "vac-library-merge.h"

/* A list that is shown becomes a newer one: letters stand for files. */

typedef struct
{
  GListStore        *items;
  GtkSelectionModel *selection;
  guint              n_changes;   /* how often rows were told that they are others */
} Shown;

static void
on_items_changed_cb (GListModel *items,
                     guint       position,
                     guint       n_removed,
                     guint       n_added,
                     Shown      *self)
{
  self->n_changes++;
}

static void
shown_init (Shown *self)
{
  self->items = g_list_store_new (VAC_TYPE_LIBRARY_ITEM);
  self->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  g_signal_connect (self->items, "items-changed", G_CALLBACK (on_items_changed_cb), self);
}

static void
shown_clear (Shown *self)
{
  g_object_unref (self->selection);
  g_object_unref (self->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static VacLibraryEntry *
entry_new (char  letter,
           guint n_findings)
{
  const char path[] = { '/', letter, '\0' };
  VacLibraryFacts facts = {
    .title = g_strdup (path), .employer = g_strdup (""), .place = g_strdup (""),
    .pay = g_strdup (""), .status = g_strdup ("draft"), .since = g_strdup (""),
    .closes = g_strdup (""), .n_findings = n_findings,
  };

  return vac_library_entry_new (path, 0, &facts);
}

static void
show (Shown      *self,
      const char *letters,
      guint       n_findings)
{
  g_autoptr (GListStore) entries = g_list_store_new (VAC_TYPE_LIBRARY_ENTRY);

  for (const char *c = letters; *c != '\0'; c++)
    {
      g_autoptr (VacLibraryEntry) entry = entry_new (*c, n_findings);

      g_list_store_append (entries, entry);
    }
  self->n_changes = 0;
  vac_library_merge (self->items, self->selection, G_LIST_MODEL (entries));
}

static VacLibraryItem *
peek (Shown *self,
      guint  position)
{
  g_autoptr (VacLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

static void
assert_shown (Shown      *self,
              const char *letters)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    g_string_append (text, vac_library_item_get_path (peek (self, i)) + 1);
  g_assert_cmpstr (text->str, ==, letters);
}

static void
test_few_rows_change (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint       n_changes;
  } cases[] = {
    { "", "abc", 1 },          { "abc", "abc", 0 },       { "abc", "", 1 },
    { "abc", "abxc", 1 },      { "abc", "ac", 1 },        { "abc", "xabcy", 2 },
    { "abcdef", "bcdefa", 2 }, { "abcdef", "fabcde", 2 }, { "abc", "xyz", 1 },
    { "abcdef", "axcyef", 2 }, { "abcd", "dcba", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Shown) self = { 0 };

      g_test_message ("%s becomes %s", cases[i].before, cases[i].after);
      shown_init (&self);
      show (&self, cases[i].before, 0);
      assert_shown (&self, cases[i].before);
      show (&self, cases[i].after, 0);
      assert_shown (&self, cases[i].after);
      g_assert_cmpuint (self.n_changes, ==, cases[i].n_changes);
    }
}

static void
on_notify_cb (GObject    *item,
              GParamSpec *pspec,
              gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_a_file_keeps_its_item (void)
{
  g_auto (Shown) self = { 0 };
  g_autoptr (VacLibraryItem) item = NULL;
  guint n_notified = 0;

  shown_init (&self);
  show (&self, "abc", 0);
  item = g_object_ref (peek (&self, 1));
  g_signal_connect (item, "notify::entry", G_CALLBACK (on_notify_cb), &n_notified);
  show (&self, "xacby", 0);
  g_assert_true (peek (&self, 3) == item);
  g_assert_cmpuint (n_notified, ==, 0);
  show (&self, "xacby", 7);
  g_assert_cmpuint (self.n_changes, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (vac_library_entry_get_facts (vac_library_item_get_entry (item))->n_findings, ==,
                    7);
}

static void
assert_selected (Shown      *self,
                 const char *letters)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    if (gtk_selection_model_is_selected (self->selection, i))
      g_string_append (text, vac_library_item_get_path (peek (self, i)) + 1);
  g_assert_cmpstr (text->str, ==, letters);
}

static void
test_the_selection_stays (void)
{
  g_auto (Shown) self = { 0 };

  shown_init (&self);
  show (&self, "abcdef", 0);
  gtk_selection_model_select_item (self.selection, 1, FALSE);
  gtk_selection_model_select_item (self.selection, 4, FALSE);
  assert_selected (&self, "be");
  show (&self, "xabcdef", 0);
  assert_selected (&self, "be");
  show (&self, "efdcba", 0);
  assert_selected (&self, "eb");
  show (&self, "acdf", 0);
  assert_selected (&self, "");
  gtk_selection_model_select_item (self.selection, 0, FALSE);
  show (&self, "fca", 0);
  assert_selected (&self, "a");
}

static char *
make_letters (GRand *random)
{
  GString *letters = g_string_new (NULL);

  for (char c = 'A'; c <= 'z'; c++)
    if (g_rand_boolean (random))
      g_string_insert_c (letters, g_rand_int_range (random, 0, (gint32) letters->len + 1), c);

  return g_string_free (letters, FALSE);
}

static void
test_any_list_becomes_any_other (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_auto (Shown) self = { 0 };

  shown_init (&self);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *letters = make_letters (random);

      show (&self, letters, 0);
      assert_shown (&self, letters);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-merge/few-rows-change", test_few_rows_change);
  g_test_add_func ("/library-merge/a-file-keeps-its-item", test_a_file_keeps_its_item);
  g_test_add_func ("/library-merge/the-selection-stays", test_the_selection_stays);
  g_test_add_func ("/library-merge/any-list-becomes-any-other", test_any_list_becomes_any_other);

  return g_test_run ();
}
