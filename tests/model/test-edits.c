/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* Thousands of random edits on the guide, of every kind and in every mixture, against one
 * promise: undoing all of them gives the bytes that there were, redoing all the final ones. */

#define N_EDITS 4000

static void
collect (VacNode   *node,
         VacKind    kind,
         GPtrArray *found)
{
  VacKind own = vac_node_get_kind (node);

  /* For a text, any leaf. */
  if (own == kind || (kind == VAC_KIND_TEXT && vac_node_get_field (node) != NULL &&
                      vac_field_is_leaf (vac_node_get_field (node))))
    g_ptr_array_add (found, node);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect (vac_node_get_child (node, i), kind, found);
}

static VacNode *
pick (VacDocument *document,
      VacKind      kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (vac_document_get_root (document), kind, found);

  return g_ptr_array_index (found, g_test_rand_int_range (0, (gint32) found->len));
}

/* A list, of those that have elements when there are to be some. */
static VacNode *
pick_list (VacDocument *document,
           gboolean     with_elements)
{
  for (guint i = 0; i < 100; i++)
    {
      VacNode *list = pick (document, VAC_KIND_LIST);

      if (!with_elements || vac_node_get_n_children (list) > 0)
        return list;
    }

  return NULL;
}

/* What somebody does to a text: types at its end or in it, erases, replaces all of it. */
static char *
make_text (const char *old_text)
{
  static const char *const pieces[] = {
    "a", "é", " ", "\n", "word ", "語", "\"", "\\", "{{title}}", "1",
  };
  const char *piece = pieces[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (pieces))];
  glong length = g_utf8_strlen (old_text, -1);
  g_autofree char *start = NULL;
  glong at;

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
    case 1:
      return g_strconcat (old_text, piece, NULL);
    case 2:
      return g_utf8_substring (old_text, 0, MAX (0, length - 1));
    case 3:
      at = g_test_rand_int_range (0, (gint32) length + 1);
      start = g_utf8_substring (old_text, 0, at);
      return g_strconcat (start, piece, g_utf8_offset_to_pointer (old_text, at), NULL);
    default:
      return g_strdup (g_test_rand_bit () ? piece : "");
    }
}

static void
set_something (VacDocument *document)
{
  static VacNode *last;   /* only compared: most typing goes on where it was */
  VacNode *leaf = pick (document, VAC_KIND_TEXT);
  guint runs = (guint) g_test_rand_int_range (1, 6);

  if (leaf == last)
    vac_document_add_barrier (document);
  for (guint i = 0; i < runs; i++)
    {
      g_autofree char *text = make_text (vac_node_get_text (leaf));

      g_assert_true (vac_document_set_text (document, leaf, text));
    }
  last = leaf;
}

static void
insert_something (VacDocument *document)
{
  VacNode *list = pick_list (document, FALSE);
  guint n = vac_node_get_n_children (list);
  g_autoptr (VacNode) node = n > 0 && g_test_rand_bit ()
                             ? vac_node_copy (vac_node_get_child (list, 0))
                             : vac_node_new (vac_node_get_field (list)->element);

  g_assert_true (vac_document_insert (document, list,
                                      (guint) g_test_rand_int_range (0, (gint32) n + 1), node));
}

static void
remove_something (VacDocument *document)
{
  VacNode *list = pick_list (document, TRUE);

  if (list != NULL)
    g_assert_true (vac_document_remove (document, vac_node_get_child (list, (guint)
      g_test_rand_int_range (0, (gint32) vac_node_get_n_children (list)))));
}

static void
move_something (VacDocument *document)
{
  VacNode *list = pick_list (document, TRUE);
  gint32 n = list != NULL ? (gint32) vac_node_get_n_children (list) : 0;

  if (n > 0)
    g_assert_true (vac_document_move (
        document, vac_node_get_child (list, (guint) g_test_rand_int_range (0, n)),
        (guint) g_test_rand_int_range (0, n)));
}

static void
edit_something (VacDocument *document)
{
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      insert_something (document);
      break;
    case 2:
      remove_something (document);
      break;
    case 3:
      move_something (document);
      break;
    default:
      set_something (document);
    }
}

static void
do_something (VacDocument *document)
{
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      for (guint n = (guint) g_test_rand_int_range (1, 4); n > 0; n--)
        vac_document_undo (document);
      break;
    case 1:
      for (guint n = (guint) g_test_rand_int_range (1, 4); n > 0; n--)
        vac_document_redo (document);
      break;
    case 2:
      vac_document_begin_step (document, "Several");
      for (guint n = (guint) g_test_rand_int_range (0, 5); n > 0; n--)
        edit_something (document);
      vac_document_end_step (document);
      break;
    case 3:
      vac_document_add_barrier (document);
      break;
    default:
      edit_something (document);
    }
}

static void
test_undoing_all_gives_the_first_bytes_and_redoing_all_the_last (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) document = vac_read_document (bytes, &error);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;

  g_assert_no_error (error);
  first = vac_write_document (document);
  for (guint i = 0; i < N_EDITS; i++)
    do_something (document);
  while (vac_document_redo (document) != NULL)   /* the last thing may have been an undo */
    ;
  last = vac_write_document (document);
  g_assert_true (vac_document_get_modified (document));
  g_assert_false (g_bytes_equal (first, last));

  while (vac_document_undo (document) != NULL)
    ;
  undone = vac_write_document (document);
  support_assert_same_bytes (undone, first);
  g_assert_false (vac_document_get_modified (document));

  while (vac_document_redo (document) != NULL)
    ;
  redone = vac_write_document (document);
  support_assert_same_bytes (redone, last);
}

/* The same number is the same content: what "modified" and the recovery copies rest on. */
static void
test_a_state_number_stands_for_its_bytes (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);
  g_autoptr (VacDocument) document = vac_read_document (bytes, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < N_EDITS / 10; i++)
    {
      g_autoptr (GBytes) written = vac_write_document (document);
      guint64 state = vac_document_get_state (document);
      char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, written);
      const char *before = g_hash_table_lookup (seen, &state);

      if (before != NULL)
        g_assert_cmpstr (sum, ==, before);
      g_hash_table_insert (seen, g_memdup2 (&state, sizeof state), sum);
      do_something (document);
    }
}

static void
test_whatever_was_edited_is_read_again_as_it_was_written (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes (SUPPORT_GUIDE);
  g_autoptr (VacDocument) document = vac_read_document (bytes, NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (VacDocument) read = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 20; j++)
        {
          /* The two members that make a file a posting are nobody's to change. */
          do_something (document);
          vac_document_set_text (document, vac_document_get (document, VAC_ROLE_FORMAT),
                                 VAC_FORMAT_ID);
          vac_document_set_text (document, vac_document_get (document, VAC_ROLE_VERSION),
                                 G_STRINGIFY (VAC_FORMAT_VERSION));
        }
      written = vac_write_document (document);
      read = vac_read_document (written, &error);
      g_assert_no_error (error);
      again = vac_write_document (read);
      support_assert_same_bytes (again, written);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edits/undoing-all-gives-the-first-bytes-and-redoing-all-the-last",
                   test_undoing_all_gives_the_first_bytes_and_redoing_all_the_last);
  g_test_add_func ("/edits/a-state-number-stands-for-its-bytes",
                   test_a_state_number_stands_for_its_bytes);
  g_test_add_func ("/edits/whatever-was-edited-is-read-again-as-it-was-written",
                   test_whatever_was_edited_is_read_again_as_it_was_written);

  return g_test_run ();
}
