/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "salary-fixture.h"
#include "vac-comparison.h"
#include "vac-salary-edit.h"

/* What a comparison comes to, and the order of its places. */

static char *
get_verdict (VacDocument *document,
             const char  *base)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autoptr (GError) error = NULL;

  g_assert_true (vac_comparison_set_base (comparison, base, &error));
  g_assert_no_error (error);

  return vac_comparison_format_verdict (comparison);
}

static void
set_pay (VacDocument *document,
         const char  *minimum,
         const char  *maximum)
{
  salary_fixture_set (document, VAC_ROLE_PAY_MINIMUM, minimum);
  salary_fixture_set (document, VAC_ROLE_PAY_MAXIMUM, maximum);
}

static void
test_verdict_is_a_sentence (void)
{
  static const struct
  {
    const char *minimum;
    const char *maximum;
    const char *base;
    const char *expected;
  } cases[] = {
    { "140000", "160000", "Seattle",
      "Inside 5 of 8 ranges; $20,000 below the midpoint of Seattle" },
    { "145000", "195000", "Seattle", "Inside 1 of 8 ranges; at the midpoint of Seattle" },
    { "160000", "200000", "Seattle",
      "Inside 3 of 8 ranges; $10,000 above the midpoint of Seattle" },
    { "10000", "20000", "Austin",
      "Inside 0 of 8 ranges; $135,000 below the midpoint of Austin" },
    { "140000", "160000", NULL, "Inside 5 of 8 ranges" },
    { "", "", "Seattle", NULL },
    { "160000", "140000", "Seattle", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = salary_fixture_new ();
      g_autofree char *verdict = NULL;

      set_pay (document, cases[i].minimum, cases[i].maximum);
      verdict = get_verdict (document, cases[i].base);
      g_assert_cmpstr (verdict, ==, cases[i].expected);
    }
}

static void
test_one_range_is_no_ranges (void)
{
  static const char *const names[] = { "Seattle", NULL };
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *verdict = NULL;

  g_assert_true (vac_comparison_keep (comparison, names, NULL));
  verdict = vac_comparison_format_verdict (comparison);
  g_assert_cmpstr (verdict, ==, "Inside 0 of 1 range");
}

static void
test_places_without_a_range_do_not_count (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *list = vac_document_get (document, VAC_ROLE_PLACES);
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;

  set_pay (document, "140000", "160000");
  while (vac_node_get_n_children (list) > 0)
    vac_document_remove (document, vac_node_get_child (list, 0));
  salary_fixture_add_place (document, "Half", "100000", "", "", "");
  none = get_verdict (document, NULL);
  g_assert_null (none);

  salary_fixture_add_place (document, "Whole", "100000", "200000", "", "");
  one = get_verdict (document, "Half");
  g_assert_cmpstr (one, ==, "Inside 1 of 1 range");
}

static void
test_hourly_posting_says_its_hours (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  g_autofree char *verdict = NULL;

  set_pay (document, "50", "100");
  salary_fixture_set (document, VAC_ROLE_PAY_PERIOD, "hour");
  verdict = get_verdict (document, "Seattle");
  g_assert_cmpstr (verdict, ==,
                   "Inside 0 of 8 ranges; $14,000 below the midpoint of Seattle, "
                   "at 2,080 hours a year");
}

static char *
join_places (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_PLACES);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    g_string_append_printf (string, "%s%.3s", i > 0 ? " " : "",
                            vac_node_get_member_text (vac_node_get_child (list, i),
                                                      VAC_ROLE_PLACE_NAME));

  return g_string_free (string, FALSE);
}

static void
test_order_is_one_step_and_leaves_the_others (void)
{
  g_autoptr (VacDocument) document = salary_fixture_new ();
  VacNode *places[] = {
    salary_fixture_get_place (document, "Chicago"),
    salary_fixture_get_place (document, "Seattle"),
    salary_fixture_get_place (document, "New York City"),
  };
  g_autofree char *before = join_places (document);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (before, ==, "San New Sea Aus Bos Chi Atl Rem");
  g_assert_true (vac_salary_order_places (document, places, G_N_ELEMENTS (places)));
  after = join_places (document);
  g_assert_cmpstr (after, ==, "San Chi Sea Aus Bos New Atl Rem");
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Reorder Places");
  vac_document_undo (document);
  undone = join_places (document);
  g_assert_cmpstr (undone, ==, before);

  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_salary_order_places (document, places, G_N_ELEMENTS (places)));
}

static void
test_regions_are_read_from_names (void)
{
  static const struct
  {
    const char *place;
    const char *expected;
  } cases[] = {
    { "Seattle-Tacoma-Bellevue, WA", "WA" },
    { "Kansas City, MO-KS", "MO" },
    { "Seattle", "WA" },
    { "Remote", NULL },
    { "Lyon", NULL },
    { "Washington, District", NULL },
    { "Halle, SAXONY", NULL },
    { "Ends, ", NULL },
    { "Ends, A", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *region = vac_salary_find_region (cases[i].place);

      g_assert_cmpstr (region, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/verdict/is-a-sentence", test_verdict_is_a_sentence);
  g_test_add_func ("/verdict/one-range-is-no-ranges", test_one_range_is_no_ranges);
  g_test_add_func ("/verdict/places-without-a-range-do-not-count",
                   test_places_without_a_range_do_not_count);
  g_test_add_func ("/verdict/hourly-posting-says-its-hours", test_hourly_posting_says_its_hours);
  g_test_add_func ("/salary-edit/order-is-one-step-and-leaves-the-others",
                   test_order_is_one_step_and_leaves_the_others);
  g_test_add_func ("/salary-edit/regions-are-read-from-names", test_regions_are_read_from_names);

  return g_test_run ();
}
