/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support.h"
#include "vac-original.h"
#include "vac-state-list.h"

/* What a duplicate says of its original, to whom. */

static void
test_a_reference_finds_its_original_again (void)
{
  static const char *const paths[] = {
    "/home/mona/Postings/Nurse.vacancy", "/home/mona/50 % & more #2.vacancy",
    "/home/mona/ärzte.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) original = g_file_new_for_path (paths[i]);
      g_autoptr (GFile) folder = g_file_new_for_path ("/srv/inbox");
      g_autofree char *reference = vac_original_make_reference (original);
      g_autofree char *other = vac_original_make_reference (original);
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autoptr (GFile) before = vac_original_find (reference);
      g_autoptr (GFile) found = NULL;
      g_autoptr (GFile) unknown = NULL;
      g_autoptr (GFile) beside = vac_original_find_beside (reference, folder);
      g_autoptr (GFile) expected = g_file_get_child (folder, name);

      g_test_message ("%s", reference);
      g_assert_null (strstr (reference, "mona"));
      g_assert_null (strchr (reference, '/'));
      g_assert_null (before);
      vac_original_remember (reference, original);
      found = vac_original_find (reference);
      unknown = vac_original_find (other);
      g_assert_true (g_file_equal (found, original));
      g_assert_null (unknown);
      g_assert_true (g_file_equal (beside, expected));
    }
}

/* A file that somebody has sent leads to no other folder. */
static void
test_a_hostile_reference_leads_nowhere (void)
{
  static const char *const references[] = {
    "", "#", "..", ".#0123456789abcdef", "..%2f..%2fetc%2fpasswd#0123456789abcdef", "../secret",
    "%00", "#0123456789abcde", "a#0123456789abcdeg",
  };
  g_autoptr (GFile) folder = g_file_new_for_path ("/srv/inbox");

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (GFile) found = vac_original_find (references[i]);
      g_autoptr (GFile) beside = vac_original_find_beside (references[i], folder);
      g_autoptr (GFile) parent = beside != NULL ? g_file_get_parent (beside) : NULL;

      g_test_message ("%s", references[i]);
      g_assert_null (found);
      g_assert_true (beside == NULL || g_file_equal (parent, folder));
    }
}

static void
test_an_address_becomes_a_reference (void)
{
  static const struct
  {
    const char *address;
    const char *name;
    gboolean    is_remembered;
  } cases[] = {
    { "file:///home/mona/Nurse%20A.vacancy", "Nurse A.vacancy#", TRUE },
    { "/home/mona/Nurse.vacancy", "Nurse.vacancy#", TRUE },
    { "http://example.com/mona/Nurse.vacancy", "Nurse.vacancy#", FALSE },
  };
  g_autoptr (GFile) file = g_file_new_for_path ("/srv/inbox/copy.vacancy");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = vac_document_new ();
      g_autoptr (GFile) original = NULL;
      g_autoptr (GFile) again = NULL;

      g_test_message ("%s", cases[i].address);
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_DUPLICATE_OF),
                             cases[i].address);
      original = vac_original_mend (&document, file);
      g_assert_cmpint (original != NULL, ==, cases[i].is_remembered);
      g_assert_true (g_str_has_prefix (vac_document_get_text (document, VAC_ROLE_DUPLICATE_OF),
                                       cases[i].name));
      g_assert_false (vac_document_get_can_undo (document));
      again = vac_original_mend (&document, file);
      g_assert_null (again);
    }
}

static void
test_a_list_keeps_its_newest_lines (void)
{
  static const char *const lines[] = { "one", "two", "two", "three", "four" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) added = g_ptr_array_new ();

      g_ptr_array_add (added, (gpointer) lines[i]);
      vac_state_list_add ("numbers", added, 3);
    }
  g_autoptr (GPtrArray) kept = vac_state_list_load ("numbers");
  g_assert_cmpuint (kept->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (kept, 0), ==, "two");
  g_assert_cmpstr (g_ptr_array_index (kept, 2), ==, "four");
}

int
main (int   argc,
      char *argv[])
{
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/original/a-reference-finds-its-original-again",
                   test_a_reference_finds_its_original_again);
  g_test_add_func ("/original/a-hostile-reference-leads-nowhere",
                   test_a_hostile_reference_leads_nowhere);
  g_test_add_func ("/original/an-address-becomes-a-reference",
                   test_an_address_becomes_a_reference);
  g_test_add_func ("/original/a-list-keeps-its-newest-lines", test_a_list_keeps_its_newest_lines);

  return g_test_run ();
}
