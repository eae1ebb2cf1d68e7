/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support.h"
#include "vac-shared.h"

/* Copies of shared texts in postings. */

static VacDocument *
read_text (const char *version,
           const char *section)
{
  g_autofree char *quoted = g_strdup_printf (
      "{'format':'vacancy-posting','version':2,'language':'en',"
      "'sections':[%s],'sharedText':{'id':'fair','title':'Fair','version':%s}}", section, version);

  return support_read_quoted (quoted);
}

static VacDocument *
read_first (void)
{
  return read_text ("1", "{'id':'fair','title':'Fair','advice':'Check it.','text':'All at "
                         "{{employer}}.','items':[{'text':'a'},{'text':'b'}],"
                         "'sections':[{'id':'part','title':'Part','text':'p'}]}");
}

static VacDocument *
read_second (void)
{
  return read_text ("2", "{'id':'fair','title':'Fair to all','text':'Everybody.',"
                         "'items':[{'text':'a'},{'text':'c'},{'label':'L','text':'d'}]}");
}

static VacDocument *
read_posting (void)
{
  return support_read_quoted (
      "{'format':'vacancy-posting','version':2,'language':'en','job':{'title':'Nurse'},"
      "'sections':[{'id':'one','title':'One','text':'x'},{'id':'part','title':'Other','text':'y',"
      "'sections':[{'id':'sub','title':'Sub','text':'z'}]}]}");
}

static void
assert_reference (VacNode  *section,
                  gint64    version,
                  gboolean  edited)
{
  VacReference reference;

  g_assert_true (vac_shared_get_reference (section, &reference));
  g_assert_cmpstr (reference.id, ==, "fair");
  g_assert_cmpint (reference.version, ==, version);
  g_assert_cmpint (reference.edited, ==, edited);
}

static void
assert_member (VacNode    *section,
               VacRole     role,
               const char *text)
{
  g_assert_cmpstr (vac_node_get_member_text (section, role), ==, text);
}

static void
test_a_posting_has_a_full_copy (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) before = read_posting ();
  g_autoptr (VacDocument) text = read_first ();
  VacNode *section = vac_shared_insert (posting, text, 1);
  VacNode *part;

  g_assert_nonnull (section);
  g_assert_cmpuint (vac_node_get_position (section), ==, 1);
  g_clear_object (&text);
  assert_reference (section, 1, FALSE);
  assert_member (section, VAC_ROLE_SECTION_ID, "fair");
  assert_member (section, VAC_ROLE_SECTION_TITLE, "Fair");
  assert_member (section, VAC_ROLE_SECTION_TEXT, "All at {{employer}}.");
  assert_member (section, VAC_ROLE_SECTION_ADVICE, "Check it.");
  g_assert_cmpuint (vac_node_get_n_children (vac_node_get (section, VAC_ROLE_SECTION_ITEMS)), ==,
                    2);
  part = vac_node_get_child (vac_node_get (section, VAC_ROLE_SUBSECTIONS), 0);
  /* The posting has another part of that id. */
  assert_member (part, VAC_ROLE_SECTION_ID, "part-2");
  assert_member (part, VAC_ROLE_SECTION_TEXT, "p");

  /* It was one step. */
  g_assert_nonnull (vac_document_undo (posting));
  g_assert_false (vac_document_get_can_undo (posting));
  support_assert_same_documents (posting, before);
}

/* What the file does not spell out is the same after it was read again. */
static void
test_a_copy_is_one_after_it_was_written_and_read (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) text = read_first ();
  g_autoptr (VacDocument) again = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  vac_shared_insert (posting, text, G_MAXUINT);
  written = support_write_text (posting);
  again = support_read_text (written);
  copies = vac_shared_list (again, "fair");
  g_assert_cmpuint (copies->len, ==, 1);
  assert_reference (g_ptr_array_index (copies, 0), 1, FALSE);
}

static void
test_an_edited_copy_says_so_until_that_is_undone (void)
{
  static const VacRole roles[] = { VAC_ROLE_SECTION_TITLE, VAC_ROLE_SECTION_TEXT };
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) text = read_first ();
  VacNode *section = vac_shared_insert (posting, text, 0);
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      vac_document_set_text (posting, vac_node_get (section, roles[i]), "mine");
      assert_reference (section, 1, TRUE);
      vac_document_undo (posting);
      assert_reference (section, 1, FALSE);
    }
  vac_document_remove (posting, vac_node_get_child (items, 0));
  assert_reference (section, 1, TRUE);
  vac_document_undo (posting);
  /* Whether it is printed is the posting's own business, and what an entry is connected with. */
  vac_document_set_text (posting, vac_node_get (vac_node_get_child (items, 0), VAC_ROLE_ITEM_ID),
                         "q1");
  assert_reference (section, 1, FALSE);
  vac_document_set_toggle (posting, vac_node_get (section, VAC_ROLE_SECTION_INCLUDE), FALSE);
  assert_reference (section, 1, FALSE);
}

static void
test_an_update_is_one_step (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) first = read_first ();
  g_autoptr (VacDocument) second = read_second ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  VacNode *section = vac_shared_insert (posting, first, 0);
  VacNode *item;
  guint n_edited;

  item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 1);
  vac_document_set_text (posting, vac_node_get (item, VAC_ROLE_ITEM_ID), "q1");
  before = support_write_text (posting);
  g_assert_cmpuint (vac_shared_update (posting, second, FALSE, &n_edited), ==, 1);
  assert_member (item, VAC_ROLE_ITEM_TEXT, "c");
  assert_member (item, VAC_ROLE_ITEM_ID, "q1");
  g_assert_cmpuint (n_edited, ==, 0);
  assert_reference (section, 2, FALSE);
  assert_member (section, VAC_ROLE_SECTION_TITLE, "Fair to all");
  g_assert_cmpuint (vac_node_get_n_children (vac_node_get (section, VAC_ROLE_SECTION_ITEMS)), ==,
                    3);
  g_assert_cmpuint (vac_node_get_n_children (vac_node_get (section, VAC_ROLE_SUBSECTIONS)), ==, 0);
  g_assert_cmpstr (vac_document_get_undo_label (posting), ==, "Update Shared Text");
  /* There is nothing to do the second time, nor with an older one. */
  g_assert_cmpuint (vac_shared_update (posting, second, TRUE, NULL), ==, 0);
  g_assert_cmpuint (vac_shared_update (posting, first, TRUE, NULL), ==, 0);
  vac_document_undo (posting);
  after = support_write_text (posting);
  g_assert_cmpstr (after, ==, before);
}

static void
test_what_was_edited_is_not_replaced_unasked (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) first = read_first ();
  g_autoptr (VacDocument) second = read_second ();
  VacNode *section = vac_shared_insert (posting, first, 0);
  guint n_edited;

  vac_document_set_text (posting, vac_node_get (section, VAC_ROLE_SECTION_TEXT), "mine");
  g_assert_cmpuint (vac_shared_update (posting, second, FALSE, &n_edited), ==, 0);
  g_assert_cmpuint (n_edited, ==, 1);
  assert_reference (section, 1, TRUE);
  assert_member (section, VAC_ROLE_SECTION_TEXT, "mine");
  g_assert_cmpuint (vac_shared_update (posting, second, TRUE, &n_edited), ==, 1);
  assert_reference (section, 2, FALSE);
}

static void
test_a_detached_copy_is_left_alone (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) first = read_first ();
  g_autoptr (VacDocument) second = read_second ();
  g_autofree char *written = NULL;
  VacNode *section = vac_shared_insert (posting, first, 0);
  VacReference reference;

  g_assert_true (vac_shared_detach (posting, section));
  g_assert_false (vac_shared_get_reference (section, &reference));
  g_assert_cmpuint (vac_shared_update (posting, second, TRUE, NULL), ==, 0);
  assert_member (section, VAC_ROLE_SECTION_TITLE, "Fair");
  written = support_write_text (posting);
  g_assert_null (strstr (written, "sharedText"));
  vac_document_undo (posting);
  assert_reference (section, 1, FALSE);
}

static void
test_a_subsection_can_be_a_copy (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) first = read_first ();
  g_autoptr (VacDocument) second = read_second ();
  VacNode *section = vac_document_find_section (posting, "sub");

  g_assert_true (vac_shared_put (posting, section, first));
  assert_reference (section, 1, FALSE);
  assert_member (section, VAC_ROLE_SECTION_ID, "sub");
  g_assert_cmpuint (vac_shared_update (posting, second, FALSE, NULL), ==, 1);
  assert_reference (section, 2, FALSE);
}

static void
test_a_section_of_the_same_id_is_the_place (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) text = read_first ();
  g_autoptr (VacDocument) other = read_text ("1", "{'id':'one','title':'T'}");
  VacNode *section;

  g_assert_null (vac_shared_find_place (posting, text));
  g_assert_true (vac_shared_find_place (posting, other) ==
                 vac_document_find_section (posting, "one"));
  section = vac_shared_insert (posting, text, 0);
  g_assert_true (vac_shared_find_place (posting, text) == section);
}

static void
test_a_text_is_made_from_a_section (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) first = read_first ();
  VacNode *section = vac_shared_insert (posting, first, 0);
  g_autoptr (VacDocument) made = vac_shared_make (posting, section);
  VacNode *copy = vac_shared_get_section (made);
  g_autofree char *digest = vac_shared_make_digest (section);
  g_autofree char *other = vac_shared_make_digest (copy);
  VacReference reference;

  g_assert_cmpstr (digest, ==, other);
  g_assert_false (vac_shared_get_reference (copy, &reference));
  g_assert_cmpstr (vac_document_get_text (made, VAC_ROLE_LANGUAGE), ==, "en");
  g_assert_cmpstr (vac_document_get_text (made, VAC_ROLE_SHARED_ID), ==, "");
}

/* Files come from anywhere. */
static void
test_what_refers_to_nothing_is_no_copy (void)
{
  static const char *const references[] = {
    "{}",
    "{'id':'fair'}",
    "{'version':1}",
    "{'id':'','version':1}",
    "{'id':'../fair','version':1}",
    "{'id':'Fair','version':1}",
    "{'id':'-fair','version':1}",
    "{'id':7,'version':1}",
    "{'id':'fair','version':'1'}",
    "{'id':'fair','version':1.5}",
    "[]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *quoted = g_strdup_printf (
          "{'format':'vacancy-posting','version':2,'sections':[{'id':'a','title':'A',"
          "'sharedText':%s}]}", references[i]);
      g_autoptr (VacDocument) posting = support_read_quoted (quoted);
      g_autoptr (GPtrArray) copies = vac_shared_list (posting, NULL);

      g_test_message ("%s", references[i]);
      g_assert_cmpuint (copies->len, ==, 0);
    }
}

static void
test_a_read_only_posting_stays (void)
{
  g_autoptr (VacDocument) posting = read_posting ();
  g_autoptr (VacDocument) first = read_first ();

  vac_document_set_read_only (posting, TRUE);
  g_assert_null (vac_shared_insert (posting, first, 0));
  g_assert_false (vac_shared_put (posting, vac_document_find_section (posting, "one"), first));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shared/a-posting-has-a-full-copy", test_a_posting_has_a_full_copy);
  g_test_add_func ("/shared/a-copy-is-one-after-it-was-written-and-read",
                   test_a_copy_is_one_after_it_was_written_and_read);
  g_test_add_func ("/shared/an-edited-copy-says-so-until-that-is-undone",
                   test_an_edited_copy_says_so_until_that_is_undone);
  g_test_add_func ("/shared/an-update-is-one-step", test_an_update_is_one_step);
  g_test_add_func ("/shared/what-was-edited-is-not-replaced-unasked",
                   test_what_was_edited_is_not_replaced_unasked);
  g_test_add_func ("/shared/a-detached-copy-is-left-alone", test_a_detached_copy_is_left_alone);
  g_test_add_func ("/shared/a-subsection-can-be-a-copy", test_a_subsection_can_be_a_copy);
  g_test_add_func ("/shared/a-section-of-the-same-id-is-the-place",
                   test_a_section_of_the_same_id_is_the_place);
  g_test_add_func ("/shared/a-text-is-made-from-a-section", test_a_text_is_made_from_a_section);
  g_test_add_func ("/shared/what-refers-to-nothing-is-no-copy",
                   test_what_refers_to_nothing_is_no_copy);
  g_test_add_func ("/shared/a-read-only-posting-stays", test_a_read_only_posting_stays);

  return g_test_run ();
}
