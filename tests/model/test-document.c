/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-document.h"
#include "vac-node-private.h"

/* What a person does to one text field: what stands in it after each change, with the things
 * that end a run of typing between them. */
#define BARRIER "\001"   /* focus-out */
#define SAVE    "\002"
#define UNDO    "\003"
#define MOST    16

typedef struct
{
  const char *name;
  const char *typed[MOST];    /* ended by NULL */
  const char *undone[MOST];   /* what stands there after each undo, until there is no more */
} MergeCase;

static const MergeCase merge_cases[] = {
  { "letters-of-a-word-are-one-step",
    { "a", "ab", "abc" }, { "" } },
  { "every-word-is-a-step",
    { "a", "ab", "ab ", "ab c", "ab cd" }, { "ab ", "" } },
  { "blanks-belong-to-the-word-before",
    { "a", "a ", "a  ", "a  b" }, { "a  ", "" } },
  { "a-line-break-begins-a-step",
    { "a", "ab", "ab\n", "ab\nc" }, { "ab\n", "ab", "" } },
  { "a-run-of-backspace-is-one-step",
    { "abc", BARRIER, "ab", "a", "" }, { "abc", "" } },
  { "a-run-of-delete-is-one-step",
    { "abc", BARRIER, "bc", "c", "" }, { "abc", "" } },
  { "backspace-after-typing-is-another-step",
    { "a", "ab", "abc", "ab", "a" }, { "abc", "" } },
  { "typing-after-backspace-is-another-step",
    { "abcd", BARRIER, "abc", "ab", "abx", "abxy" }, { "ab", "abcd", "" } },
  { "replace-selection-is-one-step",
    { "one two three", BARRIER, "one  three", "one 2 three", "one 22 three" },
    { "one two three", "" } },
  { "replace-selection-of-one-letter-is-one-step",
    { "cat", BARRIER, "ct", "cut" }, { "cat", "" } },
  { "typing-over-a-selection-at-once-is-one-step",
    { "one two", BARRIER, "one 2", "one 23" }, { "one two", "" } },
  { "typing-elsewhere-is-another-step",
    { "ab", BARRIER, "abc", "xabc" }, { "abc", "ab", "" } },
  { "focus-out-is-a-barrier",
    { "a", "ab", BARRIER, "abc" }, { "ab", "" } },
  { "save-is-a-barrier",
    { "a", "ab", SAVE, "abc" }, { "ab", "" } },
  { "undo-is-a-barrier",
    { "ab", BARRIER, "abc", UNDO, "abd" }, { "ab", "" } },
  { "two-selections-deleted-are-two-steps",
    { "abcdef", BARRIER, "abef", "ab" }, { "abef", "abcdef", "" } },
  { "accents-are-typed-like-letters",
    { "é", "éü", "éü語" }, { "" } },
  { "what-changes-nothing-is-no-step",
    { "a", "a", "a" }, { "" } },
};

static void
type (VacDocument *document,
      VacNode     *leaf,
      const char  *text)
{
  if (g_str_equal (text, BARRIER))
    vac_document_add_barrier (document);
  else if (g_str_equal (text, SAVE))
    vac_document_mark_saved (document, vac_document_get_state (document));
  else if (g_str_equal (text, UNDO))
    g_assert_true (vac_document_undo (document) == leaf);
  else
    g_assert_true (vac_document_set_text (document, leaf, text));
}

static void
test_merge (gconstpointer data)
{
  const MergeCase *row = data;
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *leaf = vac_document_get (document, VAC_ROLE_EMPLOYER_ABOUT);
  g_autofree char *final = NULL;
  guint n_steps = 0;

  for (guint i = 0; row->typed[i] != NULL; i++)
    type (document, leaf, row->typed[i]);
  final = g_strdup (vac_node_get_text (leaf));

  for (; row->undone[n_steps] != NULL; n_steps++)
    {
      g_assert_true (vac_document_undo (document) == leaf);
      g_assert_cmpstr (vac_node_get_text (leaf), ==, row->undone[n_steps]);
    }
  g_assert_false (vac_document_get_can_undo (document));
  g_assert_null (vac_document_undo (document));

  for (guint i = 0; i < n_steps; i++)
    g_assert_true (vac_document_redo (document) == leaf);
  g_assert_false (vac_document_get_can_redo (document));
  g_assert_cmpstr (vac_node_get_text (leaf), ==, final);
}

static VacNode *
append_line (VacDocument *document,
             const char  *text)
{
  VacNode *factors = vac_document_get (document, VAC_ROLE_FACTORS);
  g_autoptr (VacNode) line = vac_node_new_leaf (vac_schema_get_field (VAC_ROLE_FACTOR), text);

  g_assert_true (vac_document_append (document, factors, line));

  return line;
}

static char *
join_lines (VacDocument *document)
{
  VacNode *factors = vac_document_get (document, VAC_ROLE_FACTORS);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (factors); i++)
    g_string_append (joined, vac_node_get_text (vac_node_get_child (factors, i)));

  return g_string_free (joined, FALSE);
}

#define assert_lines(document, expected) \
  G_STMT_START { \
    g_autofree char *lines_ = join_lines (document); \
    g_assert_cmpstr (lines_, ==, (expected)); \
  } G_STMT_END

static void
test_undo_back_to_the_saved_state_is_clean (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);

  g_assert_false (vac_document_get_modified (document));
  vac_document_set_text (document, title, "Engineer");
  g_assert_true (vac_document_get_modified (document));
  vac_document_undo (document);
  g_assert_false (vac_document_get_modified (document));
  vac_document_redo (document);
  g_assert_true (vac_document_get_modified (document));

  vac_document_mark_saved (document, vac_document_get_state (document));
  g_assert_false (vac_document_get_modified (document));
  vac_document_set_text (document, title, "Engineers");
  g_assert_true (vac_document_get_modified (document));
  vac_document_undo (document);
  g_assert_cmpstr (vac_node_get_text (title), ==, "Engineer");
  g_assert_false (vac_document_get_modified (document));
}

/* The bytes were taken before the last key press, the disk was done after it. */
static void
test_typing_while_saving_leaves_the_document_modified (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);
  guint64 written;

  vac_document_set_text (document, title, "a");
  written = vac_document_get_state (document);
  vac_document_set_text (document, title, "ab");
  vac_document_mark_saved (document, written);
  g_assert_true (vac_document_get_modified (document));
}

static void
test_a_saved_state_that_was_overwritten_is_never_reached_again (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);

  vac_document_set_text (document, title, "saved");
  vac_document_mark_saved (document, vac_document_get_state (document));
  vac_document_undo (document);
  vac_document_set_text (document, title, "other");
  g_assert_true (vac_document_get_modified (document));
  g_assert_false (vac_document_get_can_redo (document));
  vac_document_undo (document);
  g_assert_true (vac_document_get_modified (document));
}

static void
test_a_compound_step_is_one (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *second;

  append_line (document, "0");
  vac_document_begin_step (document, "Paste");
  append_line (document, "1");
  second = append_line (document, "2");
  vac_document_move (document, second, 0);
  vac_document_remove (document,
                       vac_node_get_child (vac_document_get (document, VAC_ROLE_FACTORS), 1));
  vac_document_set_text (document, second, "two");
  g_assert_true (vac_document_get_can_undo (document));
  g_assert_null (vac_document_undo (document));
  vac_document_end_step (document);

  assert_lines (document, "two1");
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Paste");
  vac_document_undo (document);
  assert_lines (document, "0");
  g_assert_cmpstr (vac_document_get_redo_label (document), ==, "Paste");
  g_assert_null (vac_document_get_undo_label (document));
  vac_document_redo (document);
  assert_lines (document, "two1");
}

static void
test_nested_steps_are_one_with_the_outer_label (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_begin_step (document, "Outer");
  append_line (document, "1");
  vac_document_begin_step (document, "Inner");
  append_line (document, "2");
  vac_document_end_step (document);
  append_line (document, "3");
  vac_document_end_step (document);

  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Outer");
  vac_document_undo (document);
  assert_lines (document, "");
  g_assert_false (vac_document_get_can_undo (document));
}

static void
test_a_step_without_edits_leaves_no_trace (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_begin_step (document, "Nothing");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "");
  vac_document_end_step (document);
  g_assert_false (vac_document_get_can_undo (document));
  g_assert_false (vac_document_get_modified (document));

  append_line (document, "1");
  g_assert_null (vac_document_get_undo_label (document));
}

static void
test_an_empty_step_does_not_part_what_is_typed (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);

  vac_document_set_text (document, title, "a");
  vac_document_begin_step (document, "Nothing");
  vac_document_end_step (document);
  vac_document_set_text (document, title, "ab");
  vac_document_undo (document);
  g_assert_cmpstr (vac_node_get_text (title), ==, "");
}

static void
test_typing_after_a_compound_step_is_another_step (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);

  vac_document_begin_step (document, "Use");
  vac_document_set_text (document, title, "a");
  vac_document_end_step (document);
  vac_document_set_text (document, title, "ab");
  vac_document_undo (document);
  g_assert_cmpstr (vac_node_get_text (title), ==, "a");
}

static void
test_undo_shows_what_came_back (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *factors = vac_document_get (document, VAC_ROLE_FACTORS);
  VacNode *line = append_line (document, "1");

  g_assert_true (vac_document_undo (document) == factors);
  g_assert_true (vac_document_redo (document) == line);
  vac_document_remove (document, line);
  g_assert_true (vac_document_undo (document) == line);
  g_assert_true (vac_document_redo (document) == factors);
}

static void
test_a_read_only_document_refuses_edits (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *line = append_line (document, "1");

  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_document_set_text (document, line, "2"));
  g_assert_false (vac_document_remove (document, line));
  g_assert_false (vac_document_get_can_undo (document));
  g_assert_null (vac_document_undo (document));
  assert_lines (document, "1");
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_every_edit_is_told_once (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);
  VacNode *factors = vac_document_get (document, VAC_ROLE_FACTORS);
  guint n_changed = 0, n_texts = 0, n_items = 0, n_modified = 0;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (document, "notify::modified", G_CALLBACK (count), &n_modified);
  g_signal_connect_swapped (title, "notify::text", G_CALLBACK (count), &n_texts);
  g_signal_connect_swapped (factors, "items-changed", G_CALLBACK (count), &n_items);

  vac_document_set_text (document, title, "a");
  vac_document_set_text (document, title, "a");
  append_line (document, "1");
  vac_document_move (document, append_line (document, "2"), 0);
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_cmpuint (n_texts, ==, 1);
  g_assert_cmpuint (n_items, ==, 3);
  while (vac_document_get_can_undo (document))
    vac_document_undo (document);
  g_assert_cmpuint (n_changed, ==, 8);
  g_assert_cmpuint (n_texts, ==, 2);
  g_assert_cmpuint (n_items, ==, 6);
  g_assert_cmpuint (n_modified, ==, 2);
}

/* What a listener hears, in order, as letters. */
typedef struct
{
  GString *heard;
  VacNode *title;
} Listener;

static void
on_changed_cb (VacDocument *document,
               VacNode     *node,
               Listener    *listener)
{
  g_string_append_c (listener->heard, node == listener->title ? 't' : 'f');
  /* Who asks while being told hears what is true now. */
  g_assert_cmpint (vac_document_get_can_undo (document), !=, vac_document_get_can_redo (document));
  g_assert_cmpint (vac_document_get_modified (document), ==, vac_document_get_can_undo (document));
  g_assert_true (vac_node_get_root (node) == vac_document_get_root (document));
}

static void
on_notify_cb (VacDocument *document,
              GParamSpec  *pspec,
              Listener    *listener)
{
  static const struct
  {
    const char *property;
    char        letter;
  } letters[] = {
    { "can-undo", 'U' }, { "can-redo", 'R' }, { "undo-label", 'u' }, { "redo-label", 'r' },
    { "modified", 'M' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_equal (pspec->name, letters[i].property))
      g_string_append_c (listener->heard, letters[i].letter);
}

#define assert_heard(listener, expected) \
  G_STMT_START { \
    g_assert_cmpstr ((listener)->heard->str, ==, (expected)); \
    g_string_truncate ((listener)->heard, 0); \
  } G_STMT_END

static void
paste_lines (VacDocument *document)
{
  vac_document_begin_step (document, "Paste");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "a");
  append_line (document, "1");
  vac_document_begin_step (document, "Inner");
  vac_document_set_text (document, append_line (document, "2"), "3");
  vac_document_remove (document, append_line (document, "4"));
  vac_document_end_step (document);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "ab");
}

/* The inserted leaf whose text was set is the second f; the one that is gone is not spoken of. */
static void
test_a_step_is_told_once_at_its_end (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  Listener listener = { g_string_new (NULL), vac_document_get (document, VAC_ROLE_JOB_TITLE) };

  g_signal_connect (document, "changed", G_CALLBACK (on_changed_cb), &listener);
  g_signal_connect (document, "notify", G_CALLBACK (on_notify_cb), &listener);

  paste_lines (document);
  assert_heard (&listener, "");
  vac_document_end_step (document);
  assert_heard (&listener, "tffUuM");
  vac_document_undo (document);
  assert_heard (&listener, "tfURurM");
  vac_document_redo (document);
  assert_heard (&listener, "tffURurM");

  /* A second step: nothing but the labels is different. */
  vac_document_begin_step (document, "Apply");
  append_line (document, "5");
  vac_document_end_step (document);
  assert_heard (&listener, "fu");
  vac_document_begin_step (document, "Nothing");
  vac_document_set_text (document, listener.title, "ab");
  vac_document_end_step (document);
  assert_heard (&listener, "");

  g_string_free (listener.heard, TRUE);
}

static void
test_read_only_is_told_with_what_follows_from_it (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  guint n_told = 0;

  append_line (document, "1");
  g_signal_connect_swapped (document, "notify::can-undo", G_CALLBACK (count), &n_told);
  vac_document_set_read_only (document, TRUE);
  g_assert_cmpuint (n_told, ==, 1);
  vac_document_set_read_only (document, FALSE);
  g_assert_cmpuint (n_told, ==, 2);
}

static void
test_several_elements_are_inserted_as_one_edit (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *factors = vac_document_get (document, VAC_ROLE_FACTORS);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = 0, n_changed = 0;

  append_line (document, "0");
  append_line (document, "9");
  for (const char *const *text = (const char *const[]){ "1", "2", "3", NULL }; *text != NULL;
       text++)
    g_ptr_array_add (nodes, vac_node_new_leaf (vac_schema_get_field (VAC_ROLE_FACTOR), *text));
  g_signal_connect_swapped (factors, "items-changed", G_CALLBACK (count), &n_items);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (count), &n_changed);

  g_assert_true (vac_document_insert_all (document, factors, 1, nodes));
  assert_lines (document, "01239");
  g_assert_true (vac_document_undo (document) == factors);
  assert_lines (document, "09");
  g_assert_null (vac_node_get_parent (g_ptr_array_index (nodes, 1)));
  g_assert_true (vac_document_redo (document) == g_ptr_array_index (nodes, 0));
  assert_lines (document, "01239");
  g_assert_cmpuint (n_items, ==, 3);
  g_assert_cmpuint (n_changed, ==, 3);

  g_ptr_array_set_size (nodes, 0);
  g_assert_true (vac_document_insert_all (document, factors, 0, nodes));
  g_assert_cmpuint (n_changed, ==, 3);
}

static void
test_a_toggle_set_to_its_default_is_left_out (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *disclose = vac_document_get (document, VAC_ROLE_PAY_DISCLOSE);

  g_assert_true (vac_document_set_toggle (document, disclose, TRUE));
  g_assert_false (vac_document_get_modified (document));
  g_assert_true (vac_document_set_toggle (document, disclose, FALSE));
  g_assert_cmpstr (vac_node_get_text (disclose), ==, "false");
  g_assert_true (vac_document_set_toggle (document, disclose, TRUE));
  g_assert_true (vac_node_is_empty (disclose));
}

/* "disclose": "no" hides the pay, as nobody can tell what was meant. */
static void
test_a_switch_that_is_neither_is_off_until_it_is_set (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *disclose = vac_document_get (document, VAC_ROLE_PAY_DISCLOSE);

  vac_node_set_raw (disclose, "\"no\"");
  g_assert_false (vac_node_get_toggle (disclose));
  g_assert_true (vac_document_set_toggle (document, disclose, TRUE));
  g_assert_true (vac_node_get_toggle (disclose));
  g_assert_null (vac_node_get_raw (disclose));
  vac_document_undo (document);
  g_assert_cmpstr (vac_node_get_raw (disclose), ==, "\"no\"");
  g_assert_false (vac_node_get_toggle (disclose));
}

static void
test_sections_are_found_on_both_levels (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  g_autoptr (VacNode) outer = vac_node_new_record (vac_node_get_field (sections)->element,
                                                   VAC_ROLE_SECTION_ID, "outer", VAC_ROLE_NONE);
  VacNode *subsections = vac_node_get (outer, VAC_ROLE_SUBSECTIONS);
  g_autoptr (VacNode) inner = vac_node_new_record (vac_node_get_field (subsections)->element,
                                                   VAC_ROLE_SECTION_ID, "inner", VAC_ROLE_NONE);

  vac_document_append (document, sections, outer);
  vac_document_append (document, subsections, inner);
  g_assert_true (vac_document_find_section (document, "outer") == outer);
  g_assert_true (vac_document_find_section (document, "inner") == inner);
  g_assert_null (vac_document_find_section (document, "neither"));
  g_assert_null (vac_document_find_section (document, ""));
}

/* Its role is the same, but what it holds is not. */
static void
test_a_section_does_not_become_a_subsection (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  g_autoptr (VacNode) outer = vac_node_new (vac_node_get_field (sections)->element);
  g_autoptr (VacNode) other = vac_node_new (vac_node_get_field (sections)->element);

  vac_document_append (document, sections, outer);
  g_test_expect_message ("vac-document", G_LOG_LEVEL_CRITICAL, "*is_possible*");
  g_assert_false (
      vac_document_append (document, vac_node_get (outer, VAC_ROLE_SUBSECTIONS), other));
  g_test_assert_expected_messages ();
  g_assert_cmpuint (vac_node_get_n_children (vac_node_get (outer, VAC_ROLE_SUBSECTIONS)), ==, 0);
}

static void
test_join (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  VacNode *minimum = vac_document_get (document, VAC_ROLE_PAY_MINIMUM);
  VacNode *currency = vac_document_get (document, VAC_ROLE_PAY_CURRENCY);
  guint64 state;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Engineer");
  state = vac_document_get_state (document);
  vac_document_set_text (document, minimum, "£5");
  vac_document_add_barrier (document);
  vac_document_set_text (document, currency, "GBP");
  vac_document_set_text (document, minimum, "5");
  vac_document_join_steps (document, state);
  vac_document_undo (document);
  g_assert_cmpstr (vac_node_get_text (minimum), ==, "");
  g_assert_cmpstr (vac_node_get_text (currency), ==, "");
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
  vac_document_join_steps (document, 0);
  vac_document_redo (document);
  g_assert_cmpstr (vac_node_get_text (minimum), ==, "5");
  g_assert_cmpstr (vac_node_get_text (currency), ==, "GBP");
  g_assert_false (vac_document_get_can_redo (document));

  /* A saved state stays one that undo leads to; a state that is gone joins nothing. */
  vac_document_mark_saved (document, vac_document_get_state (document));
  vac_document_set_text (document, minimum, "6");
  vac_document_join_steps (document, state);
  vac_document_join_steps (document, 12345);
  vac_document_undo (document);
  g_assert_false (vac_document_get_modified (document));
  g_assert_cmpstr (vac_node_get_text (minimum), ==, "5");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (merge_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/undo/%s", merge_cases[i].name);

      g_test_add_data_func (path, &merge_cases[i], test_merge);
    }
  g_test_add_func ("/document/undo/back-to-the-saved-state-is-clean",
                   test_undo_back_to_the_saved_state_is_clean);
  g_test_add_func ("/document/undo/typing-while-saving-leaves-the-document-modified",
                   test_typing_while_saving_leaves_the_document_modified);
  g_test_add_func ("/document/undo/a-saved-state-that-was-overwritten-is-never-reached-again",
                   test_a_saved_state_that_was_overwritten_is_never_reached_again);
  g_test_add_func ("/document/undo/a-compound-step-is-one", test_a_compound_step_is_one);
  g_test_add_func ("/document/undo/nested-steps-are-one-with-the-outer-label",
                   test_nested_steps_are_one_with_the_outer_label);
  g_test_add_func ("/document/undo/a-step-without-edits-leaves-no-trace",
                   test_a_step_without_edits_leaves_no_trace);
  g_test_add_func ("/document/undo/an-empty-step-does-not-part-what-is-typed",
                   test_an_empty_step_does_not_part_what_is_typed);
  g_test_add_func ("/document/undo/typing-after-a-compound-step-is-another-step",
                   test_typing_after_a_compound_step_is_another_step);
  g_test_add_func ("/document/undo/shows-what-came-back", test_undo_shows_what_came_back);
  g_test_add_func ("/document/a-read-only-one-refuses-edits",
                   test_a_read_only_document_refuses_edits);
  g_test_add_func ("/document/undo/what-one-entry-led-to-is-one-step", test_join);
  g_test_add_func ("/document/every-edit-is-told-once", test_every_edit_is_told_once);
  g_test_add_func ("/document/a-step-is-told-once-at-its-end", test_a_step_is_told_once_at_its_end);
  g_test_add_func ("/document/read-only-is-told-with-what-follows-from-it",
                   test_read_only_is_told_with_what_follows_from_it);
  g_test_add_func ("/document/several-elements-are-inserted-as-one-edit",
                   test_several_elements_are_inserted_as_one_edit);
  g_test_add_func ("/document/a-toggle-set-to-its-default-is-left-out",
                   test_a_toggle_set_to_its_default_is_left_out);
  g_test_add_func ("/document/a-switch-that-is-neither-is-off-until-it-is-set",
                   test_a_switch_that_is_neither_is_off_until_it_is_set);
  g_test_add_func ("/document/a-section-does-not-become-a-subsection",
                   test_a_section_does_not_become_a_subsection);
  g_test_add_func ("/document/sections-are-found-on-both-levels",
                   test_sections_are_found_on_both_levels);

  return g_test_run ();
}
