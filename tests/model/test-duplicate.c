/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-date.h"
#include "vac-duplicate.h"
#include "vac-status.h"

#define ADDRESS "file:///postings/nurse.vacancy"

static const VacRole emptied[] = {
  VAC_ROLE_REQUISITION, VAC_ROLE_FILL_BY, VAC_ROLE_POSTED, VAC_ROLE_CLOSES, VAC_ROLE_CLOSES_TIME,
  VAC_ROLE_CLOSES_ZONE, VAC_ROLE_START, VAC_ROLE_CONTRACT_ENDS,
};

static VacDocument *
read_original (void)
{
  return support_read_quoted (
      "{'format':'vacancy-posting','version':2,'language':'en','status':'open',"
      "'statusSince':'2025-02-03','job':{'title':'Nurse','employer':{'name':'Harbor'},"
      "'requisition':'RN-1','openings':3,'fillBy':'2025-06-01','contract':{'ends':'2026-06-01'},"
      "'posted':'2025-02-03','closes':'2025-03-03','closesTime':'17:00',"
      "'closesZone':'Europe/Vienna','start':'2025-05-01','x-ours':[1]},"
      "'sections':[{'id':'a','title':'A','text':'x'}],'review':{'ignored':[{'rule':'r'}]}}");
}

static void
assert_text (VacDocument *document,
             VacRole      role,
             const char  *text)
{
  g_assert_cmpstr (vac_document_get_text (document, role), ==, text);
}

static void
assert_empty (VacDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (emptied); i++)
    {
      g_test_message ("%s", vac_schema_get_field (emptied[i])->label);
      assert_text (document, emptied[i], "");
      g_assert_null (vac_node_get_raw (vac_document_get (document, emptied[i])));
    }
}

static void
test_what_belongs_to_one_vacancy_is_left_out (void)
{
  g_autoptr (VacDocument) original = read_original ();
  g_autoptr (VacDocument) duplicate = vac_duplicate (original, ADDRESS);

  assert_empty (duplicate);
  assert_text (original, VAC_ROLE_REQUISITION, "RN-1");
}

static void
test_all_else_is_taken_over (void)
{
  g_autoptr (VacDocument) original = read_original ();
  g_autoptr (VacDocument) duplicate = vac_duplicate (original, ADDRESS);
  VacNode *root = vac_document_get_root (duplicate);

  assert_text (duplicate, VAC_ROLE_JOB_TITLE, "Nurse");
  assert_text (duplicate, VAC_ROLE_EMPLOYER_NAME, "Harbor");
  assert_text (duplicate, VAC_ROLE_OPENINGS, "3");
  g_assert_cmpstr (vac_node_get_text (vac_node_lookup (root, "sections.0.text", NULL)), ==, "x");
  g_assert_cmpstr (vac_node_get_text (vac_node_lookup (root, "review.ignored.0.rule", NULL)), ==,
                   "r");
  g_assert_nonnull (vac_node_lookup (root, "job.x-ours", NULL));
}

static void
test_a_duplicate_is_a_draft_of_today (void)
{
  static const char *const statuses[] = { "open", "draft", "" };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (VacDocument) original = read_original ();
      g_autoptr (VacDocument) duplicate = NULL;
      g_autofree char *day = NULL;
      GDate today;

      vac_document_set_text (original, vac_document_get (original, VAC_ROLE_STATUS), statuses[i]);
      duplicate = vac_duplicate (original, ADDRESS);
      vac_date_today (&today);
      day = vac_date_to_iso (&today);
      assert_text (duplicate, VAC_ROLE_STATUS, VAC_STATUS_DRAFT);
      assert_text (duplicate, VAC_ROLE_STATUS_SINCE, day);
    }
}

static void
test_a_duplicate_says_what_it_is_one_of (void)
{
  g_autoptr (VacDocument) original = read_original ();
  g_autoptr (VacDocument) duplicate = vac_duplicate (original, ADDRESS);
  g_autoptr (VacDocument) unsaved = vac_duplicate (duplicate, NULL);
  g_autoptr (VacDocument) again = vac_duplicate (duplicate, "file:///b.vacancy");

  assert_text (duplicate, VAC_ROLE_DUPLICATE_OF, ADDRESS);
  assert_text (unsaved, VAC_ROLE_DUPLICATE_OF, ADDRESS);
  assert_text (again, VAC_ROLE_DUPLICATE_OF, "file:///b.vacancy");
}

static void
test_values_of_another_type_are_left_out (void)
{
  g_autoptr (VacDocument) original = support_read_quoted (
      "{'format':'vacancy-posting','version':2,'job':{'requisition':17,'closes':{'day':3}}}");
  g_autoptr (VacDocument) duplicate = vac_duplicate (original, NULL);

  assert_empty (duplicate);
}

static void
test_undo_brings_all_of_it_back_at_once (void)
{
  g_autoptr (VacDocument) original = read_original ();
  g_autoptr (VacDocument) duplicate = vac_duplicate (original, ADDRESS);

  g_assert_true (vac_document_get_modified (duplicate));
  vac_document_set_text (duplicate, vac_document_get (duplicate, VAC_ROLE_JOB_TITLE), "Midwife");
  vac_document_undo (duplicate);
  assert_empty (duplicate);
  vac_document_undo (duplicate);
  assert_text (duplicate, VAC_ROLE_CLOSES, "2025-03-03");
  assert_text (duplicate, VAC_ROLE_STATUS, VAC_STATUS_OPEN);
  g_assert_false (vac_document_get_can_undo (duplicate));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duplicate/what-belongs-to-one-vacancy-is-left-out",
                   test_what_belongs_to_one_vacancy_is_left_out);
  g_test_add_func ("/duplicate/all-else-is-taken-over", test_all_else_is_taken_over);
  g_test_add_func ("/duplicate/a-duplicate-is-a-draft-of-today",
                   test_a_duplicate_is_a_draft_of_today);
  g_test_add_func ("/duplicate/a-duplicate-says-what-it-is-one-of",
                   test_a_duplicate_says_what_it_is_one_of);
  g_test_add_func ("/duplicate/values-of-another-type-are-left-out",
                   test_values_of_another_type_are_left_out);
  g_test_add_func ("/duplicate/undo-brings-all-of-it-back-at-once",
                   test_undo_brings_all_of_it_back_at_once);

  return g_test_run ();
}
