/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "vac-error.h"
#include "support.h"
#include "vac-guide-family.h"
#include "vac-guide-library.h"
#include "vac-review.h"
#include "vac-writer.h"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vacancy-guides-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_built_in_guides_are_canonical (void)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  GPtrArray *guides = vac_guide_library_get_guides (library);

  g_assert_cmpuint (guides->len, >=, 2);
  for (guint i = 0; i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacDocument) document = vac_guide_open (guide, &error);
      g_autoptr (GBytes) written = NULL;

      g_assert_no_error (error);
      g_assert_false (vac_document_get_modified (document));
      written = vac_write_document (document);
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                       g_bytes_get_data (guide->bytes, NULL), g_bytes_get_size (guide->bytes));
    }
}

static void
test_the_first_guide_comes_first (void)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  const VacGuide *first = g_ptr_array_index (vac_guide_library_get_guides (library), 0);

  g_assert_cmpstr (first->id, ==, "machine-learning-engineer");
  g_assert_cmpstr (first->title, ==, "Machine Learning Engineer, 2025");
  g_assert_null (first->file);
}

/* Guides of roles are in the order of their titles between the first guide and the blank one. */
static void
test_the_blank_guide_comes_last (void)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  GPtrArray *guides = vac_guide_library_get_guides (library);
  const VacGuide *last = g_ptr_array_index (guides, guides->len - 1);
  const VacGuide *before = NULL;
  gboolean blank_comes = FALSE;

  g_assert_cmpstr (last->edition_of, ==, "blank");
  for (guint i = 0; i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);

      blank_comes = blank_comes || g_str_equal (guide->edition_of, "blank");
      g_assert_cmpint (g_str_equal (guide->edition_of, "blank"), ==, blank_comes);
      if (blank_comes || g_str_equal (guide->edition_of, "machine-learning-engineer"))
        continue;
      if (before != NULL)
        g_assert_cmpint (g_utf8_collate (before->title, guide->title), <=, 0);
      before = guide;
    }
  g_assert_nonnull (before);
}

/* What is found in a guide is what only the employer can fill in: facts of the job, and never its
 * text. */
static void
check_guide_lacks_facts_only (const VacGuide *guide)
{
  g_autoptr (VacDocument) document = vac_guide_open (guide, NULL);
  g_autoptr (GPtrArray) findings = vac_review_check (
      document, VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS | VAC_REVIEW_UNSHOWN | VAC_REVIEW_TEXTS);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s %s", guide->id, finding->id, finding->sentence);
      if (finding->severity == VAC_SEVERITY_HINT ||
          g_str_equal (finding->id, "structure.placeholder-unfilled"))
        continue;
      g_assert_nonnull (vac_node_get_ancestor (finding->node, VAC_ROLE_JOB));
    }
}

static void
test_guides_of_roles_lack_facts_only (void)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  GPtrArray *guides = vac_guide_library_get_guides (library);

  for (guint i = 0; i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);

      if (!g_str_equal (guide->edition_of, "blank"))
        check_guide_lacks_facts_only (guide);
    }
}

static void
test_an_edition_is_found_by_its_language (void)
{
  static const struct
  {
    const char *guide;
    const char *language;
    const char *expected;
  } cases[] = {
    { "machine-learning-engineer", "en-US", "machine-learning-engineer" },
    { "machine-learning-engineer", "en-GB", "machine-learning-engineer" },
    { "machine-learning-engineer", "de", "machine-learning-engineer.de" },
    { "machine-learning-engineer", "de-AT", "machine-learning-engineer.de" },
    { "machine-learning-engineer", "fr", "machine-learning-engineer.fr" },
    { "machine-learning-engineer", "fr-CA", "machine-learning-engineer.fr" },
    { "machine-learning-engineer", "it", NULL },
    { "machine-learning-engineer", "", NULL },
    { "machine-learning-engineer.de", "de", NULL },
    { "blank", "en-GB", "blank" },
    { "blank", "de-CH", "blank.de" },
    { "blank", "fr-CA", "blank.fr" },
    { "blank", "it", NULL },
  };
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const VacGuide *guide = vac_guide_library_find_edition (library, cases[i].guide,
                                                              cases[i].language);

      g_assert_cmpstr (guide != NULL ? guide->id : NULL, ==, cases[i].expected);
    }
}

static void
test_the_users_edition_comes_before_the_built_in_one (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (VacGuideLibrary) library = NULL;

  write_file (folder, "ours.json",
              "{ \"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"de\", "
              "\"guide\": { \"id\": \"machine-learning-engineer\" } }");
  library = vac_guide_library_new (folder);
  g_assert_cmpstr (
      vac_guide_library_find_edition (library, "machine-learning-engineer", "de")->id, ==, "ours");

  remove_file (folder, "ours.json");
  g_rmdir (folder);
}

static void
assert_order (GPtrArray         *family,
              const char        *guide,
              const char *const *endings)
{
  g_assert_cmpuint (family->len, ==, 3);
  for (guint n = 0; n < family->len; n++)
    {
      g_autofree char *expected = g_strconcat (guide, endings[n], NULL);

      g_assert_cmpstr (((const VacGuide *) g_ptr_array_index (family, n))->id, ==, expected);
    }
  g_assert_cmpuint (vac_guide_family_prefer (family, ""), ==, 0);
}

/* That edition, then English, then the others; the first is the one that is opened. The child has
 * the languages of its own. */
static void
test_the_edition_in_ones_own_language_comes_first (void)
{
  static const struct { const char *locale, *endings[3]; } rows[] = {
    { "de_DE.UTF-8", { ".de", "", ".fr" } },
    { "fr_FR.UTF-8", { ".fr", "", ".de" } },
    { "fr_CA.UTF-8", { ".fr", "", ".de" } },
    { "it_IT.UTF-8", { "", ".de", ".fr" } },
  };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VacGuideLibrary) library = NULL;
      g_autoptr (GPtrArray) families = NULL;

      g_setenv ("LC_ALL", rows[i].locale, TRUE);
      library = vac_guide_library_new (NULL);
      families = vac_guide_families_new (library);
      assert_order (g_ptr_array_index (families, 0), "machine-learning-engineer",
                    rows[i].endings);
      assert_order (g_ptr_array_index (families, families->len - 1), "blank", rows[i].endings);
    }
}

static void
test_a_saved_guide_is_found_again (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (VacGuideLibrary) before = vac_guide_library_new (folder);
  g_autoptr (VacDocument) posting = vac_guide_open (vac_guide_library_find (before, "blank"), NULL);
  g_autofree char *id = NULL;
  g_autoptr (GFile) file = vac_guide_propose_file (folder, "Data Engineer / Berlin", &id);
  g_autoptr (VacDocument) guide = vac_guide_make (posting, id, "Data Engineer / Berlin");
  g_autoptr (GBytes) bytes = vac_write_document (guide);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (VacGuideLibrary) after = NULL;

  g_assert_cmpstr (name, ==, "data-engineer-berlin.vacancy");
  write_file (folder, name, g_bytes_get_data (bytes, NULL));

  after = vac_guide_library_new (folder);
  g_assert_cmpuint (vac_guide_library_get_guides (after)->len, ==,
                    vac_guide_library_get_guides (before)->len + 1);
  g_assert_nonnull (vac_guide_library_find (after, id));
  g_assert_cmpstr (vac_guide_library_find (after, id)->title, ==, "Data Engineer / Berlin");

  remove_file (folder, name);
  g_rmdir (folder);
}

static void
test_a_guide_begins_as_a_draft (void)
{
  g_autoptr (VacDocument) posting = support_read_quoted (
      "{'format':'vacancy-posting','version':2,'status':'open','statusSince':'2026-01-02',"
      "'duplicateOf':'file:///a.vacancy'}");
  g_autoptr (VacDocument) guide = vac_guide_make (posting, "id", "Title");
  static const VacRole roles[] = {
    VAC_ROLE_STATUS, VAC_ROLE_STATUS_SINCE, VAC_ROLE_DUPLICATE_OF,
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpstr (vac_document_get_text (guide, roles[i]), ==, "");
}

static void
test_a_second_guide_of_a_name_gets_another_file (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *id = NULL;
  g_autoptr (GFile) file = NULL;

  write_file (folder, "nurse.vacancy", "{}");
  file = vac_guide_propose_file (folder, "Nurse", &id);
  g_assert_cmpstr (id, ==, "nurse-2");

  remove_file (folder, "nurse.vacancy");
  g_rmdir (folder);
}

static void
test_a_broken_guide_is_a_problem_and_hides_no_other (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (VacGuideLibrary) library = NULL;
  const VacGuideProblem *problem;
  guint line;

  write_file (folder, "broken.json", "{ \"format\": ");
  write_file (folder, "notes.txt", "not looked at");
  library = vac_guide_library_new (folder);

  g_assert_cmpuint (vac_guide_library_get_problems (library)->len, ==, 1);
  problem = g_ptr_array_index (vac_guide_library_get_problems (library), 0);
  g_assert_true (vac_error_get_place (problem->error, &line, NULL));
  g_assert_cmpuint (line, ==, 1);
  g_assert_nonnull (vac_guide_library_find (library, "blank"));

  remove_file (folder, "broken.json");
  remove_file (folder, "notes.txt");
  g_rmdir (folder);
}

/* What a card shows: each guide once, the user's own first and by themselves, the blank one
 * last. */
static void
test_editions_are_one_family (void)
{
  static const struct { const char *first; guint n; gboolean own; } expected[] = {
    { "ours", 2, TRUE }, { "machine-learning-engineer", 3, FALSE }, { "data-scientist", 1, FALSE },
  };
  g_autofree char *folder = make_folder ();
  g_autoptr (VacGuideLibrary) library = NULL;
  g_autoptr (GPtrArray) families = NULL;

  write_file (folder, "ours.json",
              "{ \"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"fr\", "
              "\"guide\": { \"id\": \"machine-learning-engineer\", \"title\": \"A\" } }");
  write_file (folder, "others.json",
              "{ \"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"en\", "
              "\"guide\": { \"id\": \"machine-learning-engineer\", \"title\": \"B\" } }");
  library = vac_guide_library_new (folder);
  families = vac_guide_families_new (library);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GPtrArray *family = g_ptr_array_index (families, i);
      const VacGuide *first = g_ptr_array_index (family, 0);

      g_assert_cmpstr (first->id, ==, expected[i].first);
      g_assert_cmpuint (family->len, ==, expected[i].n);
      g_assert_cmpint (first->file != NULL, ==, expected[i].own);
    }
  g_assert_cmpstr (((const VacGuide *) g_ptr_array_index (
                       (GPtrArray *) g_ptr_array_index (families, families->len - 1), 0))->id,
                   ==, "blank");
  /* Who has not asked for French, but reads English, gets that, wherever it stands. */
  g_assert_cmpuint (vac_guide_family_prefer (g_ptr_array_index (families, 0), ""), ==, 1);
  /* Unless postings are wanted in it. */
  g_assert_cmpuint (vac_guide_family_prefer (g_ptr_array_index (families, 0), "fr-CA"), ==, 0);

  remove_file (folder, "ours.json");
  remove_file (folder, "others.json");
  g_rmdir (folder);
}

static void
test_a_guide_without_a_summary_has_its_first_words (void)
{
  static const struct { const char *members; const char *expected; } cases[] = {
    { "", "" },
    { ", \"guide\": { \"summary\": \"Mine.\" }", "Mine." },
    { ", \"sections\": [ { \"audience\": \"team\", \"text\": \"Inside.\" }, "
      "{ \"audience\": \"candidate\", \"text\": \"One.\\n\\nTwo.\" } ]", "One." },
    { ", \"sections\": [ { \"text\": \"For {{employer}}.\" }, { \"sections\": [ "
      "{ \"text\": \"Below.\" } ] } ]", "Below." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *text = g_strdup_printf (
          "{ \"format\": \"vacancy-posting\", \"version\": 2%s }", cases[i].members);
      g_autoptr (VacGuideLibrary) library = NULL;

      write_file (folder, "one.json", text);
      library = vac_guide_library_new (folder);
      g_assert_cmpstr (vac_guide_library_find (library, "one")->summary, ==, cases[i].expected);
      remove_file (folder, "one.json");
      g_rmdir (folder);
    }
}

static void
test_every_guide_says_what_it_is_for (void)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  GPtrArray *guides = vac_guide_library_get_guides (library);

  for (guint i = 0; i < guides->len; i++)
    g_assert_cmpstr (((const VacGuide *) g_ptr_array_index (guides, i))->summary, !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/built-in-guides-are-canonical", test_built_in_guides_are_canonical);
  g_test_add_func ("/guide/the-first-guide-comes-first", test_the_first_guide_comes_first);
  g_test_add_func ("/guide/the-blank-guide-comes-last", test_the_blank_guide_comes_last);
  g_test_add_func ("/guide/guides-of-roles-lack-facts-only", test_guides_of_roles_lack_facts_only);
  g_test_add_func ("/guide/an-edition-is-found-by-its-language",
                   test_an_edition_is_found_by_its_language);
  g_test_add_func ("/guide/the-users-edition-comes-before-the-built-in-one",
                   test_the_users_edition_comes_before_the_built_in_one);
  g_test_add_func ("/guide/the-edition-in-ones-own-language-comes-first",
                   test_the_edition_in_ones_own_language_comes_first);
  g_test_add_func ("/guide/a-saved-guide-is-found-again", test_a_saved_guide_is_found_again);
  g_test_add_func ("/guide/a-guide-begins-as-a-draft", test_a_guide_begins_as_a_draft);
  g_test_add_func ("/guide/a-second-guide-of-a-name-gets-another-file",
                   test_a_second_guide_of_a_name_gets_another_file);
  g_test_add_func ("/guide/a-broken-guide-is-a-problem-and-hides-no-other",
                   test_a_broken_guide_is_a_problem_and_hides_no_other);

  g_test_add_func ("/guide/editions-are-one-family", test_editions_are_one_family);
  g_test_add_func ("/guide/a-guide-without-a-summary-has-its-first-words",
                   test_a_guide_without_a_summary_has_its_first_words);
  g_test_add_func ("/guide/every-guide-says-what-it-is-for", test_every_guide_says_what_it_is_for);

  return g_test_run ();
}
