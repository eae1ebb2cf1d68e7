/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "support.h"
#include "vac-error.h"
#include "vac-rating.h"
#include "vac-reader.h"
#include "vac-score.h"
#include "vac-writer.h"

static VacNode *
get_criterion (VacDocument *rating,
               guint        assessment,
               guint        criterion)
{
  VacNode *list = vac_document_get (rating, VAC_ROLE_ASSESSMENTS);

  return vac_node_get_child (vac_node_get (vac_node_get_child (list, assessment),
                                           VAC_ROLE_CRITERIA), criterion);
}

static void
rate (VacDocument *rating,
      VacNode     *criterion,
      gint64       grade)
{
  g_assert_true (vac_document_set_integer (rating,
                                           vac_node_get (criterion, VAC_ROLE_CRITERION_RATING),
                                           grade));
}

static void
test_ratings_are_a_file_of_their_own (void)
{
  g_autoptr (VacDocument) posting = support_load_guide ();
  g_autoptr (GBytes) before = vac_write_document (posting);
  g_autoptr (VacDocument) rating = vac_rating_new (posting);
  g_autoptr (VacDocument) again = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VacNode *criterion = get_criterion (rating, 0, 1);

  g_assert_false (vac_document_get_modified (rating));
  g_assert_false (vac_document_get_can_undo (rating));
  g_assert_cmpstr (vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE), ==,
                   "System design");
  vac_document_set_text (rating, vac_document_get (rating, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  rate (rating, criterion, 3);
  g_assert_true (vac_document_get_modified (rating));

  after = vac_write_document (posting);
  g_assert_true (g_bytes_equal (before, after));
  bytes = vac_write_readable (rating, &error);
  g_assert_no_error (error);
  again = vac_read_rating (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vac_score_get_rating (get_criterion (again, 0, 1)), ==, 3);
  g_assert_cmpstr (vac_document_get_text (again, VAC_ROLE_RATING_CANDIDATE), ==, "A. B.");

  /* Neither is taken for the other. */
  g_assert_null (vac_read_document (bytes, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (vac_read_rating (before, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_FORMAT);
  g_clear_error (&error);

  vac_document_undo (rating);
  vac_document_undo (rating);
  g_assert_false (vac_document_get_modified (rating));
}

static void
test_ratings_are_summed (void)
{
  g_autoptr (VacDocument) posting = support_load_guide ();
  g_autoptr (VacDocument) rating = vac_rating_new (posting);
  VacNode *first = vac_node_get_child (vac_document_get (rating, VAC_ROLE_ASSESSMENTS), 0);
  g_autofree char *text = NULL;
  guint hundredths = 0;

  g_assert_false (vac_score_sum (first, &hundredths));
  rate (rating, get_criterion (rating, 0, 0), 4);
  rate (rating, get_criterion (rating, 0, 1), 2);
  g_assert_true (vac_score_sum (first, &hundredths));
  g_assert_cmpuint (hundredths, ==, 7500);

  vac_document_set_text (rating, vac_document_get (rating, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  vac_document_set_text (rating, vac_document_get (rating, VAC_ROLE_RATING_DATE), "2026-12-01");
  vac_document_set_text (rating, vac_node_get (get_criterion (rating, 0, 0),
                                               VAC_ROLE_CRITERION_EVIDENCE), "Named the leak");
  text = vac_rating_describe (rating);
  g_assert_true (g_str_has_prefix (text, "Machine Learning Engineer\nCandidate: A. B.\n"
                                         "Date: December 1, 2026\n\nSkills Assessment\n"
                                         "• ML fundamentals (20): 4 · Named the leak\n"
                                         "• System design (20): 2\n"));
  g_assert_nonnull (strstr (text, "\nPoints out of 100: 75\n"));
  g_assert_nonnull (strstr (text, "• Communication and judgment (10): –\n"));
}

static void
test_damaged_files_are_refused_or_kept (void)
{
  static const struct
  {
    const char *json;
    gboolean    read;
    gboolean    read_only;
  } cases[] = {
    { "{", FALSE, FALSE },
    { "[]", FALSE, FALSE },
    { "{}", FALSE, FALSE },
    { "{\"format\": \"vacancy-rating\"}", FALSE, FALSE },
    { "{\"format\": \"vacancy-rating\", \"version\": 0}", FALSE, FALSE },
    { "{\"format\": \"vacancy-rating\", \"version\": 1}", TRUE, FALSE },
    { "{\"format\": \"vacancy-rating\", \"version\": 2}", TRUE, TRUE },
    { "{\"format\": \"vacancy-rating\", \"version\": 1, \"assessments\": 3}", TRUE, FALSE },
    { "{\"format\": \"vacancy-rating\", \"version\": 1, \"mine\": [1]}", TRUE, FALSE },
    { "{\"format\": \"vacancy-rating\", \"version\": 1, \"assessments\": [{\"criteria\": "
      "[{\"title\": \"A\", \"weight\": 50, \"rating\": 9}]}]}", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;
      g_autoptr (VacDocument) rating = vac_read_rating (bytes, &error);

      g_test_message ("%s", cases[i].json);
      g_assert_cmpint (rating != NULL, ==, cases[i].read);
      if (rating != NULL)
        {
          g_autofree char *text = vac_rating_describe (rating);
          g_autoptr (GBytes) written = vac_write_readable (rating, &error);

          g_assert_no_error (error);
          g_assert_nonnull (text);
          g_assert_cmpint (vac_document_get_read_only (rating), ==, cases[i].read_only);
          g_assert_true (strstr (cases[i].json, "mine") == NULL ||
                         g_strstr_len (g_bytes_get_data (written, NULL),
                                       (gssize) g_bytes_get_size (written), "\"mine\"") != NULL);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rating/is-a-file-of-its-own", test_ratings_are_a_file_of_their_own);
  g_test_add_func ("/rating/is-summed-and-described", test_ratings_are_summed);
  g_test_add_func ("/rating/damaged-files-are-refused-or-kept",
                   test_damaged_files_are_refused_or_kept);

  return g_test_run ();
}
