/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "diff-edits.h"
#include "support.h"
#include "vac-merge.h"
#include "vac-writer.h"

#define N_SEEDS 200

typedef struct
{
  VacDocument *base;
  VacDocument *mine;
  VacDocument *theirs;
} Three;

static void
three_clear (Three *self)
{
  g_clear_object (&self->base);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Three, three_clear)

static Three
load_three (guint seed)
{
  g_auto (GStrv) names = support_list_postings ();
  Three three = { .base = support_load_posting (names[seed % g_strv_length (names)]) };

  three.mine = vac_copy_document (three.base);
  three.theirs = vac_copy_document (three.base);

  return three;
}

static void
edit_all (VacDocument *document,
          guint        seed,
          guint        n_edits)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  diff_edits_make (document, vac_document_get_root (document), random, n_edits);
}

/* Every second section, from one on. */
static void
edit_sections (VacDocument *document,
               guint        first,
               guint        seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  for (guint i = first; i < vac_node_get_n_children (sections); i += 2)
    diff_edits_make (document, vac_node_get_child (sections, i), random, seed % 4);
}

static VacMerge *
merge (const Three *three)
{
  VacMerge *merged = vac_merge_run (three->base, three->mine, three->theirs);
  GPtrArray *conflicts = vac_merge_get_conflicts (merged);

  for (guint i = 0; i < conflicts->len; i++)
    {
      VacConflict *conflict = g_ptr_array_index (conflicts, i);

      g_test_message ("  %s", conflict->sentence);
    }

  return merged;
}

static void
test_merging_the_base_changes_nothing (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_autoptr (VacDocument) before = NULL;
      g_autoptr (VacMerge) merged = NULL;

      edit_all (three.mine, seed, 6);
      before = vac_copy_document (three.mine);
      merged = merge (&three);
      g_assert_cmpuint (vac_merge_get_conflicts (merged)->len, ==, 0);
      g_assert_cmpuint (vac_merge_get_n_taken (merged), ==, 0);
      support_assert_same_documents (three.mine, before);
    }
}

static void
test_merging_into_the_base_gives_theirs (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_autoptr (VacMerge) merged = NULL;

      g_test_message ("seed %u", seed);
      edit_all (three.theirs, seed, 6);
      merged = merge (&three);
      g_assert_cmpuint (vac_merge_get_conflicts (merged)->len, ==, 0);
      support_assert_same_documents (three.mine, three.theirs);
      vac_document_undo (three.mine);
      support_assert_same_documents (three.mine, three.base);
    }
}

static void
test_what_both_did_is_done_once (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_autoptr (VacMerge) merged = NULL;

      g_test_message ("seed %u", seed);
      edit_all (three.mine, seed, 5);
      edit_all (three.theirs, seed, 5);
      merged = merge (&three);
      g_assert_cmpuint (vac_merge_get_conflicts (merged)->len, ==, 0);
      support_assert_same_documents (three.mine, three.theirs);
    }
}

static void
test_edits_in_different_sections_merge_either_way (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_auto (Three) reversed = { 0 };
      g_autoptr (VacMerge) merged = NULL;
      g_autoptr (VacMerge) other = NULL;

      g_test_message ("seed %u", seed);
      edit_sections (three.mine, 0, seed);
      edit_sections (three.theirs, 1, seed + N_SEEDS);
      reversed = (Three) { g_object_ref (three.base), vac_copy_document (three.theirs),
                           vac_copy_document (three.mine) };
      merged = merge (&three);
      other = merge (&reversed);
      g_assert_cmpuint (vac_merge_get_conflicts (merged)->len, ==, 0);
      g_assert_cmpuint (vac_merge_get_conflicts (other)->len, ==, 0);
      support_assert_same_documents (three.mine, reversed.mine);
    }
}

static void
add_words (GHashTable *set,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t\"\\.,;:!?()/@-", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == 'w' && strlen (words[i]) == 9 &&
        strspn (words[i] + 1, "0123456789abcdef") == 8)
      g_hash_table_add (set, g_strdup (words[i]));
}

/* The words that only edits make. */
static GHashTable *
collect_words (VacDocument *document)
{
  g_autofree char *text = support_write_text (document);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_words (set, text);

  return set;
}

static void
collect_items (VacNode    *node,
               GHashTable *texts)
{
  if (vac_node_get_role (node) == VAC_ROLE_ITEM_TEXT && !vac_node_is_empty (node))
    g_hash_table_add (texts, g_strdup (vac_node_get_text (node)));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect_items (vac_node_get_child (node, i), texts);
}

static GHashTable *
list_items (VacDocument *document)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_items (vac_document_get_root (document), texts);

  return texts;
}

static void
assert_contains_all (GHashTable *set,
                     GHashTable *expected,
                     GHashTable *or_else)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (set, key) &&
        (or_else == NULL || !g_hash_table_contains (or_else, key)))
      g_error ("“%s” is lost", (const char *) key);
}

/* What mine says stays, and what theirs says comes in or is shown as a conflict. */
static void
test_nothing_that_was_written_is_lost (void)
{
  guint n_conflicts = 0;

  for (guint seed = 0; seed < 3 * N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_autoptr (GHashTable) mine = NULL;
      g_autoptr (GHashTable) theirs = NULL;
      g_autoptr (GHashTable) merged_words = NULL;
      g_autoptr (GHashTable) disputed =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (VacMerge) merged = NULL;
      GPtrArray *conflicts;

      g_test_message ("seed %u", seed);
      edit_all (three.mine, seed, 12);
      edit_all (three.theirs, seed + 10000, 12);
      mine = collect_words (three.mine);
      theirs = collect_words (three.theirs);
      merged = merge (&three);
      merged_words = collect_words (three.mine);
      assert_contains_all (merged_words, mine, NULL);

      conflicts = vac_merge_get_conflicts (merged);
      n_conflicts += conflicts->len;
      for (guint i = 0; i < conflicts->len; i++)
        {
          VacConflict *conflict = g_ptr_array_index (conflicts, i);
          g_autofree char *value = conflict->theirs != NULL ? vac_write_value (conflict->theirs)
                                                            : g_strdup ("");

          add_words (disputed, value);
        }
      assert_contains_all (merged_words, theirs, disputed);
    }
  g_assert_cmpuint (n_conflicts, >, 20);
}

/* The bullets of the base that the other two have as well. */
static void
test_what_nobody_touched_stays (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_autoptr (GHashTable) base = list_items (three.base);
      g_autoptr (GHashTable) mine = NULL;
      g_autoptr (GHashTable) theirs = NULL;
      g_autoptr (GHashTable) after = NULL;
      g_autoptr (VacMerge) merged = NULL;
      GHashTableIter iter;
      gpointer text;

      edit_all (three.mine, seed, 12);
      edit_all (three.theirs, seed + 10000, 12);
      mine = list_items (three.mine);
      theirs = list_items (three.theirs);
      merged = merge (&three);
      after = list_items (three.mine);
      g_hash_table_iter_init (&iter, base);
      while (g_hash_table_iter_next (&iter, &text, NULL))
        if (g_hash_table_contains (mine, text) && g_hash_table_contains (theirs, text))
          g_assert_true (g_hash_table_contains (after, text));
    }
}

static void
test_conflicts_can_be_decided_for_theirs (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Three) three = load_three (seed);
      g_autoptr (VacMerge) merged = NULL;
      GPtrArray *conflicts;

      edit_all (three.mine, seed, 20);
      edit_all (three.theirs, seed + 10000, 20);
      merged = merge (&three);
      conflicts = vac_merge_get_conflicts (merged);
      for (guint i = 0; i < conflicts->len; i++)
        {
          VacConflict *conflict = g_ptr_array_index (conflicts, i);
          g_autofree char *before = support_write_text (three.mine);
          g_autofree char *undone = NULL;

          if (vac_merge_take_theirs (merged, conflict) == NULL)
            continue;
          g_assert_null (vac_merge_take_theirs (merged, conflict));
          vac_document_undo (three.mine);
          undone = support_write_text (three.mine);
          g_assert_cmpstr (undone, ==, before);
          vac_document_redo (three.mine);
        }
    }
}

#define HEAD "'format':'vacancy-posting','version':2,'language':'en-US'"
#define ITEMS(items) "{" HEAD ",'sections':[{'id':'s','title':'Skills','items':[" items "]}]}"
#define ITEM(text)   "{'text':'" text "'}"

typedef struct
{
  const char *name;
  const char *base;
  const char *mine;
  const char *theirs;
  const char *merged;
  const char *sentence;   /* nullable: of the only conflict */
} Case;

static const Case cases[] = {
  { "words in different places of a text are merged", ITEMS (ITEM ("one two three four five")),
    ITEMS (ITEM ("1 two three four five")), ITEMS (ITEM ("one two three four 5")),
    ITEMS (ITEM ("1 two three four 5")), NULL },
  { "different words for the same one collide", ITEMS (ITEM ("one two three")),
    ITEMS (ITEM ("one 2 three")), ITEMS (ITEM ("one II three")), ITEMS (ITEM ("one 2 three")),
    "Skills, “one 2 three”, Text: here “two” → “2”, there “two” → “II”" },
  { "the same word by both is taken once", ITEMS (ITEM ("one two three")),
    ITEMS (ITEM ("one 2 three")), ITEMS (ITEM ("one 2 three")), ITEMS (ITEM ("one 2 three")),
    NULL },
  { "what was moved here is edited where it is",
    ITEMS (ITEM ("A one") "," ITEM ("B two") "," ITEM ("C one two three")),
    ITEMS (ITEM ("C one two three") "," ITEM ("A one") "," ITEM ("B two")),
    ITEMS (ITEM ("A one") "," ITEM ("B two") "," ITEM ("C one two 3")),
    ITEMS (ITEM ("C one two 3") "," ITEM ("A one") "," ITEM ("B two")), NULL },
  { "what was removed here and edited there collides",
    ITEMS (ITEM ("A one two three") "," ITEM ("B two")), ITEMS (ITEM ("B two")),
    ITEMS (ITEM ("A one two 3") "," ITEM ("B two")), ITEMS (ITEM ("B two")),
    "Skills: “A one two 3” was removed here and changed there" },
  { "what was edited here and removed there collides",
    ITEMS (ITEM ("A one two three") "," ITEM ("B two")),
    ITEMS (ITEM ("A one two 3") "," ITEM ("B two")), ITEMS (ITEM ("B two")),
    ITEMS (ITEM ("A one two 3") "," ITEM ("B two")),
    "Skills: “A one two 3” was changed here and removed there" },
  { "what both have moved elsewhere collides",
    ITEMS (ITEM ("A a") "," ITEM ("B b") "," ITEM ("C c") "," ITEM ("D d") "," ITEM ("E e")),
    ITEMS (ITEM ("B b") "," ITEM ("C c") "," ITEM ("A a") "," ITEM ("D d") "," ITEM ("E e")),
    ITEMS (ITEM ("B b") "," ITEM ("C c") "," ITEM ("D d") "," ITEM ("E e") "," ITEM ("A a")),
    ITEMS (ITEM ("B b") "," ITEM ("C c") "," ITEM ("A a") "," ITEM ("D d") "," ITEM ("E e")),
    "Skills: “A a” was moved to different places" },
  { "what both have added is there, mine first", ITEMS (ITEM ("A one")),
    ITEMS (ITEM ("A one") "," ITEM ("B mine")), ITEMS (ITEM ("A one") "," ITEM ("C theirs")),
    ITEMS (ITEM ("A one") "," ITEM ("B mine") "," ITEM ("C theirs")), NULL },
  { "sections with the same id and other words collide", "{" HEAD "}",
    "{" HEAD ",'sections':[{'id':'x','title':'Here'}]}",
    "{" HEAD ",'sections':[{'id':'x','title':'There'}]}",
    "{" HEAD ",'sections':[{'id':'x','title':'Here'}]}",
    "Sections: “Here” was added here and there, and is not the same" },
  { "members that nobody knows are merged, too", "{" HEAD ",'x':1,'y':1}",
    "{" HEAD ",'x':2,'y':1}", "{" HEAD ",'x':1,'z':3}", "{" HEAD ",'x':2,'z':3}", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_auto (Three) three = { support_read_quoted (row->base), support_read_quoted (row->mine),
                           support_read_quoted (row->theirs) };
  g_autoptr (VacDocument) expected = support_read_quoted (row->merged);
  g_autoptr (VacMerge) merged = merge (&three);
  GPtrArray *conflicts = vac_merge_get_conflicts (merged);

  support_assert_same_documents (three.mine, expected);
  g_assert_cmpuint (conflicts->len, ==, row->sentence != NULL ? 1 : 0);
  if (row->sentence != NULL)
    g_assert_cmpstr (((VacConflict *) g_ptr_array_index (conflicts, 0))->sentence, ==,
                     row->sentence);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/merge/", name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/merge/merging-the-base-changes-nothing",
                   test_merging_the_base_changes_nothing);
  g_test_add_func ("/merge/merging-into-the-base-gives-theirs",
                   test_merging_into_the_base_gives_theirs);
  g_test_add_func ("/merge/what-both-did-is-done-once", test_what_both_did_is_done_once);
  g_test_add_func ("/merge/edits-in-different-sections-merge-either-way",
                   test_edits_in_different_sections_merge_either_way);
  g_test_add_func ("/merge/nothing-that-was-written-is-lost",
                   test_nothing_that_was_written_is_lost);
  g_test_add_func ("/merge/what-nobody-touched-stays", test_what_nobody_touched_stays);
  g_test_add_func ("/merge/conflicts-can-be-decided-for-theirs",
                   test_conflicts_can_be_decided_for_theirs);

  return g_test_run ();
}
