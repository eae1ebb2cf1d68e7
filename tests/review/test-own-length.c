/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-own-length.h"

static VacOwnPosting *
make (const char *language,
      const char *title,
      guint       n_words)
{
  const VacMeasure measure = { .words = n_words };
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);

  return vac_own_posting_new (document, &measure);
}

static void
test_families (void)
{
  static const struct
  {
    const char *language;
    const char *title;
    const char *family;
    const char *occupation;
  } rows[] = {
    { "en-US", "Senior Machine Learning Engineer", "en engineer", "Engineer" },
    { "en-GB", "SOFTWARE ENGINEER II", "en engineer", "ENGINEER" },
    { "en", "Engineer – Platform", "en engineer", "Engineer" },
    { "en", "Engineer - Platform", "en engineer", "Engineer" },
    { "en", "Front-End Engineer (Remote)", "en engineer", "Engineer" },
    { "en", "Nurse, Night Shift", "en nurse", "Nurse" },
    { "de-DE", "Softwareentwickler/in (m/w/d)", "de softwareentwickler", "Softwareentwickler" },
    { "de-AT", "Softwareentwickler:in", "de softwareentwickler", "Softwareentwickler" },
    { "de", "Engineer", "de engineer", "Engineer" },
    { "en", "", "", "" },
    { "en", "(m/w/d)", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VacOwnPosting) posting = make (rows[i].language, rows[i].title, 300);

      g_test_message ("%s", rows[i].title);
      g_assert_cmpstr (posting->family, ==, rows[i].family);
      g_assert_cmpstr (posting->occupation, ==, rows[i].occupation);
    }
}

/* Of 100, 200 … words, each with a longer title. */
static GPtrArray *
make_others (guint n)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_own_posting_unref);
  g_autoptr (GString) title = g_string_new ("Engineer");

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (others, make ("en-US", title->str, (i + 1) * 100));
      g_string_prepend (title, "Big ");
    }

  return others;
}

static void
test_others (void)
{
  g_autoptr (GPtrArray) others = make_others (12);
  g_autoptr (VacOwnPosting) posting = make ("en-GB", "Big Big Engineer", 1150);
  VacOwnComparison comparison;

  g_ptr_array_add (others, make ("en-US", "Nurse", 5));
  g_ptr_array_add (others, make ("de-DE", "Engineer", 5));
  g_assert_true (vac_own_posting_compare (posting, others, &comparison));
  g_assert_cmpuint (comparison.n_postings, ==, 12);
  g_assert_cmpuint (comparison.n_shorter, ==, 11);
  g_assert_cmpuint (comparison.n_longer, ==, 1);
  g_assert_cmpuint (comparison.n_shorter_titles, ==, 2);
  g_assert_cmpuint (comparison.n_longer_titles, ==, 9);
}

static void
test_too_few (void)
{
  g_autoptr (GPtrArray) nine = make_others (9);
  g_autoptr (GPtrArray) ten = make_others (10);
  g_autoptr (VacOwnPosting) posting = make ("en", "Engineer", 300);
  g_autoptr (VacOwnPosting) untitled = make ("en", "", 300);
  VacOwnComparison comparison;

  g_assert_false (vac_own_posting_compare (posting, nine, &comparison));
  g_assert_true (vac_own_posting_compare (posting, ten, &comparison));
  g_assert_false (vac_own_posting_compare (untitled, ten, &comparison));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-length/a-family-is-what-somebody-is", test_families);
  g_test_add_func ("/own-length/only-those-of-the-family-count", test_others);
  g_test_add_func ("/own-length/nine-others-say-nothing", test_too_few);

  return g_test_run ();
}
