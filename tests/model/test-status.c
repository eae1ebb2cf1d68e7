/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-date.h"
#include "vac-status.h"

static VacDocument *
read_with (const char *members)
{
  g_autofree char *quoted = g_strdup_printf ("{'format':'vacancy-posting','version':2%s}", members);

  return support_read_quoted (quoted);
}

static char *
dup_today (void)
{
  GDate today;

  vac_date_today (&today);

  return vac_date_to_iso (&today);
}

static void
assert_status (VacDocument *document,
               const char  *status,
               const char  *since)
{
  g_assert_cmpstr (vac_status_get (document), ==, status);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_STATUS_SINCE), ==, since);
}

typedef struct
{
  const char *members;
  const char *status;
} StatusCase;

static void
test_a_document_that_does_not_say_is_a_draft (void)
{
  static const StatusCase cases[] = {
    { "", "draft" },
    { ",'status':''", "draft" },
    { ",'status':7", "draft" },
    { ",'status':'archived'", "archived" },
    { ",'status':'on-hold'", "on-hold" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = read_with (cases[i].members);

      assert_status (document, cases[i].status, "");
    }
}

static void
test_a_status_brings_its_day (void)
{
  g_autoptr (VacDocument) document = read_with ("");
  g_autofree char *today = dup_today ();

  g_assert_true (vac_status_set (document, VAC_STATUS_OPEN));
  assert_status (document, VAC_STATUS_OPEN, today);
}

static void
test_the_same_status_keeps_its_day (void)
{
  g_autoptr (VacDocument) document = read_with (",'status':'open','statusSince':'2026-01-02'");

  g_assert_true (vac_status_set (document, VAC_STATUS_OPEN));
  assert_status (document, VAC_STATUS_OPEN, "2026-01-02");
  g_assert_false (vac_document_get_modified (document));
}

static void
test_no_status_has_no_day (void)
{
  g_autoptr (VacDocument) document = read_with (",'status':'open','statusSince':'2026-01-02'");

  g_assert_true (vac_status_set (document, ""));
  assert_status (document, VAC_STATUS_DRAFT, "");
}

static void
test_a_value_of_another_type_is_replaced (void)
{
  g_autoptr (VacDocument) document = read_with (",'status':7");
  g_autofree char *today = dup_today ();

  g_assert_true (vac_status_set (document, VAC_STATUS_CLOSED));
  assert_status (document, VAC_STATUS_CLOSED, today);
}

static void
test_one_undo_takes_both_back (void)
{
  g_autoptr (VacDocument) document = read_with (",'status':'open','statusSince':'2026-01-02'");

  vac_status_set (document, VAC_STATUS_CLOSED);
  vac_document_undo (document);
  assert_status (document, VAC_STATUS_OPEN, "2026-01-02");
  g_assert_false (vac_document_get_can_undo (document));
  g_assert_false (vac_document_get_modified (document));
}

static void
test_a_read_only_document_keeps_its_status (void)
{
  g_autoptr (VacDocument) document = read_with (",'status':'open'");

  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_status_set (document, VAC_STATUS_CLOSED));
  assert_status (document, VAC_STATUS_OPEN, "");
}

static void
test_people_read_a_label (void)
{
  g_assert_cmpstr (vac_status_describe (VAC_STATUS_IN_REVIEW), ==, "In review");
  g_assert_cmpstr (vac_status_describe ("on-hold"), ==, "on-hold");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status/a-document-that-does-not-say-is-a-draft",
                   test_a_document_that_does_not_say_is_a_draft);
  g_test_add_func ("/status/a-status-brings-its-day", test_a_status_brings_its_day);
  g_test_add_func ("/status/the-same-status-keeps-its-day", test_the_same_status_keeps_its_day);
  g_test_add_func ("/status/no-status-has-no-day", test_no_status_has_no_day);
  g_test_add_func ("/status/a-value-of-another-type-is-replaced",
                   test_a_value_of_another_type_is_replaced);
  g_test_add_func ("/status/one-undo-takes-both-back", test_one_undo_takes_both_back);
  g_test_add_func ("/status/a-read-only-document-keeps-its-status",
                   test_a_read_only_document_keeps_its_status);
  g_test_add_func ("/status/people-read-a-label", test_people_read_a_label);

  return g_test_run ();
}
