/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "diff-edits.h"
#include "support.h"
#include "vac-diff-outline.h"
#include "vac-export-text.h"
#include "vac-exporters.h"
#include "vac-outline-marks.h"
#include "vac-writer.h"

/* Two documents, the second of which was edited. */
typedef struct
{
  VacDocument  *a;
  VacDocument  *b;
  VacDiff      *diff;
  VacDiffSides  sides;
} Pair;

static void
pair_compare (Pair *pair)
{
  g_clear_pointer (&pair->diff, vac_diff_free);
  pair->diff = vac_diff_new (pair->a, pair->b);
  pair->sides = (VacDiffSides) { .diff = pair->diff, .earlier = pair->a, .later = pair->b };
}

static void
pair_clear (Pair *pair)
{
  g_clear_pointer (&pair->diff, vac_diff_free);
  g_clear_object (&pair->a);
  g_clear_object (&pair->b);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static Pair
pair_new (VacDocument *document)
{
  Pair pair = { .a = g_object_ref (document), .b = vac_copy_document (document) };

  return pair;
}

/* The letters of a text that remain without those of a mark. A blank that parts what was removed
 * from what was added is in neither document. */
static void
append_words (GString        *words,
              const VacBlock *block,
              int             part,
              const char     *text,
              int             without)
{
  g_autofree char *left = g_strdup (text != NULL ? text : "");
  g_auto (GStrv) split = NULL;

  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++)
    {
      const VacMark *mark = &g_array_index (block->marks, VacMark, i);

      if (mark->part == part && (int) mark->kind == without)
        memset (left + mark->start, ' ', mark->end - mark->start);
    }
  split = g_strsplit_set (left, " \t\n", -1);
  for (guint i = 0; split[i] != NULL; i++)
    g_string_append (words, split[i]);
}

static char *
read_words (VacOutline *outline,
            int         without)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      append_words (words, block, VAC_PART_LABEL, block->label, without);
      append_words (words, block, VAC_PART_TEXT, block->text, without);
      for (guint j = 0; block->facts != NULL && j < block->facts->len; j++)
        append_words (words, block, (int) j, vac_facts_get (block->facts, j)->text, without);
      for (guint j = 0; block->cells != NULL && block->cells[j] != NULL; j++)
        append_words (words, block, (int) j, block->cells[j], without);
    }

  return g_string_free (words, FALSE);
}

/* Shows the place where two readings part, not all of both. */
static void
assert_same_words (const char *words,
                   const char *expected,
                   gboolean    begins)
{
  gsize same = 0;

  while (words[same] != '\0' && words[same] == expected[same])
    same++;
  if (expected[same] != '\0' || (!begins && words[same] != '\0'))
    g_error ("“%.60s” instead of “%.60s” after “%.*s”", words + same, expected + same, 40,
             words + (same > 40 ? same - 40 : 0));
}

static void
assert_reads_as (const Pair *pair)
{
  g_autoptr (VacOutline) a = vac_outline_new (pair->a, VAC_AUDIENCE_TEAM);
  g_autoptr (VacOutline) b = vac_outline_new (pair->b, VAC_AUDIENCE_TEAM);
  g_autoptr (VacOutline) earlier = vac_diff_make_outline (&pair->sides, VAC_DIFF_EARLIER);
  g_autoptr (VacOutline) later = vac_diff_make_outline (&pair->sides, VAC_DIFF_LATER);
  g_autoptr (VacOutline) both = vac_diff_make_outline (&pair->sides, VAC_DIFF_INLINE);
  g_autofree char *words_a = read_words (a, -1);
  g_autofree char *words_b = read_words (b, -1);
  g_autofree char *words_earlier = read_words (earlier, -1);
  g_autofree char *words_later = read_words (later, -1);
  g_autofree char *words_both = read_words (both, VAC_MARK_REMOVED);

  assert_same_words (words_earlier, words_a, FALSE);
  /* What no page shows follows. */
  assert_same_words (words_later, words_b, TRUE);
  assert_same_words (words_both, words_later, FALSE);
}

/* The node of the block that shows a difference, or says it at the end. */
static VacNode *
get_block_node (VacOutline          *both,
                const VacDifference *difference)
{
  VacNode *shown = vac_diff_find_shown (both, difference);

  return shown != NULL ? shown : difference->b != NULL ? difference->b : difference->a;
}

static void
assert_says_all (const Pair *pair)
{
  g_autoptr (VacOutline) both = vac_diff_make_outline (&pair->sides, VAC_DIFF_INLINE);
  g_autofree char *text = vac_outline_to_text_wrapped (both, 0);
  GPtrArray *differences = vac_diff_get_differences (pair->diff);

  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *sentence = vac_diff_describe (pair->diff, difference);
      VacNode *node = get_block_node (both, difference);
      const guint found = vac_diff_find_at (both, pair->diff, node);

      if (vac_diff_find_shown (both, difference) == NULL)
        g_assert_nonnull (strstr (text, "Not on the Page"));
      g_assert_cmpuint (found, <, differences->len);
      g_assert_true (get_block_node (both, g_ptr_array_index (differences, found)) == node);
      g_assert_cmpuint (strlen (sentence), >, 0);
    }
  if (differences->len == 0)
    g_assert_false (vac_outline_has_marks (both));
}

static void
test_random_edits (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint n_edits = 0; n_edits <= 27; n_edits = 3 * n_edits + 1)
      {
        g_autoptr (VacDocument) document = support_load_posting (names[i]);
        g_autoptr (GRand) random = g_rand_new_with_seed (i * 31 + n_edits);
        g_auto (Pair) pair = pair_new (document);

        diff_edits_make (pair.b, vac_document_get_root (pair.b), random, n_edits);
        pair_compare (&pair);
        g_test_message ("%s, %u edits", names[i], n_edits);
        assert_reads_as (&pair);
        assert_says_all (&pair);
      }
}

/* Postings that have nothing in common. */
static void
test_strangers (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL && names[i + 1] != NULL; i++)
    {
      g_auto (Pair) pair = { support_load_posting (names[i]),
                             support_load_posting (names[i + 1]) };

      pair_compare (&pair);
      assert_reads_as (&pair);
      assert_says_all (&pair);
    }
}

static VacNode *
get_section (VacDocument *document,
             guint        position)
{
  return vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), position);
}

static VacDocument *
make_posting (void)
{
  VacDocument *document = support_read_quoted (
      "{'format': 'vacancy-posting', 'version': 2, 'job': {'title': 'Engineer', 'employer':"
      " {'name': 'Acme'}}, 'sections': [{'id': 'tasks', 'title': 'Tasks', 'text':"
      " 'One two.\\n\\nThree four.', 'items': [{'text': 'Write code'}, {'text':"
      " 'Read much code'}, {'text': 'Drink tea'}]}]}");

  return document;
}

static char *
spell (Pair *pair)
{
  g_autoptr (VacOutline) outline = NULL;

  pair_compare (pair);
  outline = vac_diff_make_outline (&pair->sides, VAC_DIFF_INLINE);

  return vac_outline_to_text_wrapped (outline, 0);
}

static void
change_words (VacDocument *document)
{
  VacNode *items = vac_node_get (get_section (document, 0), VAC_ROLE_SECTION_ITEMS);

  vac_document_set_text (document,
                         vac_node_get (vac_node_get_child (items, 1), VAC_ROLE_ITEM_TEXT),
                         "Read little code");
}

static void
remove_item (VacDocument *document)
{
  VacNode *items = vac_node_get (get_section (document, 0), VAC_ROLE_SECTION_ITEMS);

  vac_document_remove (document, vac_node_get_child (items, 1));
}

static void
move_item (VacDocument *document)
{
  VacNode *items = vac_node_get (get_section (document, 0), VAC_ROLE_SECTION_ITEMS);

  vac_document_move (document, vac_node_get_child (items, 2), 0);
}

static void
insert_paragraph (VacDocument *document)
{
  vac_document_set_text (document, vac_node_get (get_section (document, 0), VAC_ROLE_SECTION_TEXT),
                         "Zero.\n\nOne two.\n\nThree four.");
}

static void
change_layout (VacDocument *document)
{
  vac_document_set_text (document, vac_node_get (get_section (document, 0), VAC_ROLE_SECTION_TEXT),
                         "One  two.\n\n\nThree four. ");
}

static void
change_facts (VacDocument *document)
{
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Acme Works");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_WORKPLACE), "remote");
}

static void
change_hidden (VacDocument *document)
{
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_GUIDE_TITLE), "Guide");
}

static void
test_examples (void)
{
  static const struct
  {
    const char  *name;
    void       (*edit) (VacDocument *document);
    const char  *says;
    gboolean     marked;
  } cases[] = {
    { "words", change_words, "• Read [-much-] {+little+} code\n", TRUE },
    { "removed", remove_item, "• Write code\n• [-Read much code-]\n• Drink tea\n", TRUE },
    { "moved", move_item, "• ↕ Drink tea\n• Write code\n• Read much code\n", TRUE },
    { "paragraph", insert_paragraph, "{+Zero.+}\n\nOne two.\n\nThree four.\n", TRUE },
    { "layout", change_layout, "One two.\n\nThree four.\n", FALSE },
    { "facts", change_facts, "Acme {+Works+} · {+", TRUE },
    { "hidden", change_hidden, "Not on the Page\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = make_posting ();
      g_auto (Pair) pair = pair_new (document);
      g_autofree char *text = NULL;

      cases[i].edit (pair.b);
      text = spell (&pair);
      if (strstr (text, cases[i].says) == NULL)
        g_error ("%s: “%s” is not in\n%s", cases[i].name, cases[i].says, text);
      g_assert_cmpint (strstr (text, "{+") != NULL || strstr (text, "[-") != NULL ||
                       strstr (text, "↕") != NULL, ==, cases[i].marked);
    }
}

static void
test_names (void)
{
  g_autoptr (VacDocument) document = make_posting ();
  g_auto (Pair) pair = pair_new (document);
  g_autoptr (VacOutline) outline = NULL;
  g_autofree char *text = NULL;

  change_words (pair.b);
  pair_compare (&pair);
  pair.sides.earlier_name = "the old one";
  pair.sides.later_name = "the new one";
  outline = vac_diff_make_outline (&pair.sides, VAC_DIFF_INLINE);
  text = vac_outline_to_text_wrapped (outline, 0);
  g_assert_nonnull (strstr (text, "[-Only in the old one-]\n{+Only in the new one+}\n"));
}

/* A page has room for one logo, and no way to mark it. */
static void
test_logos (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *shown;   /* nullable */
    const char *says;    /* nullable */
  } cases[] = {
    { SUPPORT_PICTURE, SUPPORT_PICTURE, SUPPORT_PICTURE, NULL },
    { "", SUPPORT_PICTURE, SUPPORT_PICTURE, "Employer, Logo: " },
    { SUPPORT_PICTURE, "", NULL, "Employer, Logo: " },
    { SUPPORT_PICTURE, SUPPORT_OTHER_PICTURE, SUPPORT_OTHER_PICTURE, "Employer, Logo: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Pair) pair = { make_posting (), make_posting () };
      g_autoptr (VacOutline) outline = NULL;
      g_autoptr (GBytes) html = NULL;
      g_autofree char *text = NULL;
      const VacExportOptions options = vac_export_defaults;
      const VacBlock *first;

      vac_document_set_text (pair.a, vac_document_get (pair.a, VAC_ROLE_EMPLOYER_LOGO), cases[i].a);
      vac_document_set_text (pair.b, vac_document_get (pair.b, VAC_ROLE_EMPLOYER_LOGO), cases[i].b);
      pair_compare (&pair);
      pair.sides.earlier_name = "the old one";
      pair.sides.later_name = "the new one";
      outline = vac_diff_make_outline (&pair.sides, VAC_DIFF_INLINE);
      first = vac_outline_get_block (outline, 0);
      g_assert_cmpint (first->kind, ==, cases[i].shown != NULL ? VAC_BLOCK_PICTURE
                                                               : VAC_BLOCK_TITLE);
      if (cases[i].shown != NULL)
        g_assert_cmpstr (vac_picture_get_uri (first->picture), ==, cases[i].shown);
      g_assert_null (first->marks);
      g_assert_cmpint (vac_outline_get_block (outline, cases[i].shown != NULL)->kind, ==,
                       VAC_BLOCK_TITLE);
      text = vac_outline_to_text_wrapped (outline, 0);
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (text, cases[i].says));
      else
        g_assert_null (strstr (text, "Logo"));
      g_assert_null (strstr (text, "data:"));
      html = vac_html_exporter.write (pair.b, outline, &options, NULL);
      g_assert_cmpint (g_strstr_len (g_bytes_get_data (html, NULL),
                                     (gssize) g_bytes_get_size (html), "<img ") != NULL, ==,
                       cases[i].shown != NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff-outline/marks-hide-nothing-of-either-document", test_random_edits);
  g_test_add_func ("/diff-outline/postings-with-nothing-in-common-are-shown", test_strangers);
  g_test_add_func ("/diff-outline/what-differs-is-marked-where-it-is", test_examples);
  g_test_add_func ("/diff-outline/names-say-what-the-marks-mean", test_names);

  g_test_add_func ("/diff-outline/a-changed-logo-is-said-in-words", test_logos);

  return g_test_run ();
}
