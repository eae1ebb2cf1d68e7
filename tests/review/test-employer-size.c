/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-node-build.h"
#include "vac-reviewer.h"

/* When the review has to know how many people work for the employer. */

static VacReviewOptions
make_options (guint n_employees)
{
  VacReviewOptions options = { .n_employees = n_employees };

  g_date_clear (&options.today, 1);
  g_date_set_dmy (&options.today, 15, G_DATE_JUNE, 2026);

  return options;
}

static VacDocument *
make (const char *country,
      const char *region)
{
  VacDocument *document = vac_document_new ();
  g_autoptr (VacNode) location = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_LOCATION), VAC_ROLE_LOCATION_COUNTRY, country,
      VAC_ROLE_LOCATION_REGION, region, VAC_ROLE_LOCATION_CITY, "Springfield", VAC_ROLE_NONE);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "en-US");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_WORKPLACE),
                         VAC_WORKPLACE_ONSITE);
  g_assert_true (vac_document_append (document, vac_document_get (document, VAC_ROLE_LOCATIONS),
                                      location));

  return document;
}

static gboolean
asks_for_size (VacDocument            *document,
               const VacReviewOptions *options)
{
  g_autoptr (VacReviewer) reviewer = vac_reviewer_new (document);

  vac_reviewer_set_options (reviewer, options);

  return vac_reviewer_asks_for_size (reviewer);
}

/* Illinois counts 15, Vermont 5, Austria everybody. */
static void
test_size_decides (void)
{
  static const struct
  {
    const char *country;
    const char *region;
    guint       n_employees;
    gboolean    asks;
  } rows[] = {
    { "US", "IL", 0, TRUE },  { "US", "IL", 3, FALSE }, { "US", "IL", 500, FALSE },
    { "US", "VT", 0, TRUE },  { "AT", "", 0, FALSE },   { "US", "TX", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const VacReviewOptions options = make_options (rows[i].n_employees);
      g_autoptr (VacDocument) document = make (rows[i].country, rows[i].region);

      g_test_message ("%s-%s, %u", rows[i].country, rows[i].region, rows[i].n_employees);
      g_assert_cmpint (asks_for_size (document, &options), ==, rows[i].asks);
    }
}

/* What the posting does is demanded of nobody any more. */
static void
test_nothing_is_missing (void)
{
  const VacReviewOptions options = make_options (0);
  g_autoptr (VacDocument) document = make ("US", "VT");

  g_assert_true (asks_for_size (document, &options));
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "60000");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "90000");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_CURRENCY), "USD");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_PERIOD),
                         VAC_PERIOD_YEAR);
  g_assert_false (asks_for_size (document, &options));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/employer-size/is-asked-for-where-it-decides", test_size_decides);
  g_test_add_func ("/employer-size/is-not-asked-for-where-nothing-is-missing",
                   test_nothing_is_missing);

  return g_test_run ();
}
