/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fuzz.h"
#include "support.h"
#include "vac-date.h"
#include "vac-error.h"
#include "vac-review.h"
#include "vac-shared-library.h"
#include "vac-shared.h"
#include "vac-writer.h"

/* The shared texts that are built in, and those in a folder of the user. */

#define TEXT(id, version, text) \
  "{'format':'vacancy-posting','version':2,'language':'en','sharedText':{'id':'" id "'," \
  "'title':'T','topic':'perks','version':" version "}," \
  "'sections':[{'id':'s','title':'S','text':'" text "'}]}"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vacancy-texts-XXXXXX", &error);
  g_autofree char *older = g_build_filename (folder, "older", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (older, 0700), ==, 0);

  return folder;
}

static void
write_file (const char *folder,
            const char *name,
            const char *quoted)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = support_quoted_bytes (quoted);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-r", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

/* Built in */

/* Returns: how a note in @language begins; the advice has the same word */
static const char *
get_word_for_draft (const char *language)
{
  if (g_str_has_prefix (language, "de"))
    return "Entwurf";

  return g_str_has_prefix (language, "fr") ? "Brouillon" : "Draft";
}

static void
test_built_in_texts_are_dated_drafts (void)
{
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (NULL);
  GPtrArray *texts = vac_shared_library_get_texts (library);

  g_assert_cmpuint (texts->len, >=, 15);
  for (guint i = 0; i < texts->len; i++)
    {
      const VacSharedText *text = g_ptr_array_index (texts, i);
      g_autoptr (VacDocument) document = vac_shared_text_open (text, NULL);
      g_autoptr (GBytes) written = vac_write_document (document);
      VacNode *section = vac_shared_get_section (document);
      const char *draft = get_word_for_draft (text->language);
      g_autofree char *advice = g_utf8_casefold (
          vac_node_get_member_text (section, VAC_ROLE_SECTION_ADVICE), -1);
      g_autofree char *draft_in_advice = g_utf8_casefold (draft, -1);

      g_test_message ("%s", text->id);
      g_assert_null (text->file);
      g_assert_cmpint (text->version, ==, 1);
      g_assert_cmpuint (strlen (text->changed), ==, strlen ("2026-11-29"));
      g_assert_cmpstr (vac_shared_kind_describe (text->kind), !=, text->kind);
      g_assert_true (g_str_has_prefix (text->note, draft));
      g_assert_nonnull (strstr (advice, draft_in_advice));
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                       g_bytes_get_data (text->bytes, NULL), g_bytes_get_size (text->bytes));
    }
}

static void
assert_nothing_found (VacDocument *posting,
                      VacNode     *section)
{
  g_autoptr (GPtrArray) findings =
    vac_review_check (posting, VAC_REVIEW_POSTING | VAC_REVIEW_TEXTS | VAC_REVIEW_PAY_RULES);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", finding->id, finding->sentence);
      g_assert_true (vac_node_get_ancestor (finding->node, VAC_ROLE_SECTION) != section);
    }
}

/* In a posting that has the facts that it speaks of, a text leaves nothing to be mended. */
static void
test_built_in_texts_have_no_findings (void)
{
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (NULL);
  GPtrArray *texts = vac_shared_library_get_texts (library);

  for (guint i = 0; i < texts->len; i++)
    {
      const VacSharedText *text = g_ptr_array_index (texts, i);
      g_autoptr (VacDocument) document = vac_shared_text_open (text, NULL);
      g_autofree char *quoted = g_strdup_printf (
          "{'format':'vacancy-posting','version':2,'language':'%s','job':{'title':'Nurse',"
          "'employer':{'name':'Harbor'},'department':'Care','reportsTo':'the head nurse'},"
          "'sections':[]}", text->language);
      g_autoptr (VacDocument) posting = support_read_quoted (quoted);

      g_test_message ("%s", text->id);
      assert_nothing_found (posting, vac_shared_insert (posting, document, 0));
    }
}

static void
test_texts_suit_postings_of_their_language_and_country (void)
{
  static const struct
  {
    const char *language;
    const char *country;
    const char *order[6];
  } rows[] = {
    { "en-US", "CA", { "equal-opportunity-ca", "equal-opportunity-us", "application-en",
                       "equal-opportunity-gb", "equal-opportunity-de" } },
    { "fr", "CA", { "equal-opportunity-ca-fr", "equal-opportunity-fr", "application-fr",
                    "equal-opportunity-ca" } },
    { "fr-CA", "BE", { "equal-opportunity-ca-fr", "application-fr", "equal-opportunity-fr",
                       "equal-opportunity-ca" } },
  };
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quoted = g_strdup_printf (
          "{'format':'vacancy-posting','version':2,'language':'%s',"
          "'job':{'locations':[{'country':'%s'}]}}", rows[i].language, rows[i].country);
      g_autoptr (VacDocument) posting = support_read_quoted (quoted);
      guint last = 0;

      for (guint n = 0; rows[i].order[n] != NULL; n++)
        {
          const VacSharedText *text = vac_shared_library_find (library, rows[i].order[n]);
          const guint rank = vac_shared_text_rank (text, posting);

          g_test_message ("%s %s: %s", rows[i].language, rows[i].country, rows[i].order[n]);
          g_assert_true (n == 0 || rank > last);
          last = rank;
        }
      g_assert_cmpuint (last, ==, G_MAXUINT);
    }
}

/* The user's */

static void
test_the_user_s_text_takes_the_place_of_one_built_in (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (VacSharedLibrary) plain = vac_shared_library_new (folder);
  g_autoptr (VacSharedLibrary) library = NULL;
  const VacSharedText *text;

  write_file (folder, "benefits-us.json", TEXT ("benefits-us", "2", "Ours."));
  write_file (folder, "own.json", TEXT ("own", "1", "Own."));
  library = vac_shared_library_new (folder);
  g_assert_cmpuint (vac_shared_library_get_problems (library)->len, ==, 0);
  g_assert_cmpuint (vac_shared_library_get_texts (library)->len, ==,
                    vac_shared_library_get_texts (plain)->len + 1);
  text = vac_shared_library_find (library, "benefits-us");
  g_assert_cmpint (text->version, ==, 2);
  g_assert_nonnull (text->file);
  text = vac_shared_library_find (library, "own");
  g_assert_cmpstr (vac_shared_kind_describe (text->kind), ==, "perks");
  g_assert_null (vac_shared_library_find (library, "nothing"));
  remove_folder (folder);
}

static void
test_older_versions_can_be_read (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (VacSharedLibrary) library = NULL;
  g_autoptr (VacSharedText) second = NULL, built_in = NULL, none = NULL;
  g_autoptr (GArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  write_file (folder, "benefits-us.json", TEXT ("benefits-us", "4", "Four."));
  write_file (folder, "older/benefits-us.2.json", TEXT ("benefits-us", "2", "Two."));
  /* Not what its name says. */
  write_file (folder, "older/benefits-us.3.json", TEXT ("benefits-us", "2", "Two."));
  library = vac_shared_library_new (folder);
  second = vac_shared_library_read_version (library, "benefits-us", 2, NULL);
  g_assert_nonnull (second);
  built_in = vac_shared_library_read_version (library, "benefits-us", 1, NULL);
  g_assert_nonnull (built_in);
  none = vac_shared_library_read_version (library, "benefits-us", 3, &error);
  g_assert_null (none);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
  versions = vac_shared_library_list_versions (library, "benefits-us");
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpint (g_array_index (versions, gint64, 0), ==, 4);
  g_assert_cmpint (g_array_index (versions, gint64, 2), ==, 1);
  g_clear_error (&error);
  g_assert_null (vac_shared_library_read_version (library, "../own", 1, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
  remove_folder (folder);
}

static void
test_damage_is_told_with_its_place (void)
{
  static const struct
  {
    const char *name;
    const char *quoted;
    const char *sentence;
  } rows[] = {
    { "a.json", "{'format':'vacancy-posting','version':2,'sharedText':{'id':'A b','version':1},"
      "'sections':[{'id':'s'}]}", "a.json:1:60: *letters*" },
    { "b.json", "{'format':'vacancy-posting','version':2,'sharedText':{'id':'b'},"
      "'sections':[{'id':'s'}]}", "b.json:1:*version*" },
    { "c.json", "{'format':'vacancy-posting','version':2,'sharedText':{'id':'c','version':0},"
      "'sections':[{'id':'s'}]}", "c.json:1:*version*" },
    { "d.json", "{'format':'vacancy-posting','version':2,'sharedText':{'id':'d','version':1}}",
      "d.json:1:*section*" },
    { "e.json", "{'format':'vacancy-posting','version':2,'sections':[{'id':'s'}]}",
      "e.json:1:1: *posting*" },
    { "f.json", "{'format':'vacancy-posting',\n  ]", "f.json:2:3: *" },
    { "g.json", TEXT ("other", "1", ""), "g.json: *other.json*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autoptr (VacSharedLibrary) library = NULL;
      const VacGuideProblem *problem;
      g_autofree char *sentence = NULL;

      write_file (folder, rows[i].name, rows[i].quoted);
      library = vac_shared_library_new (folder);
      g_assert_cmpuint (vac_shared_library_get_problems (library)->len, ==, 1);
      problem = g_ptr_array_index (vac_shared_library_get_problems (library), 0);
      sentence = vac_error_describe (problem->error, rows[i].name);
      g_test_message ("%s", sentence);
      g_assert_true (g_pattern_match_simple (rows[i].sentence, sentence));
      remove_folder (folder);
    }
}

static void
test_damaged_files_are_refused_or_read (void)
{
  static const char *seeds[] = {
    "../data/shared-texts/benefits-us.json", "../data/shared-texts/equal-opportunity-de.json", NULL
  };
  g_autoptr (VacDocument) posting = support_load_guide ();
  Fuzz fuzz;
  guint n_read = 0;

  fuzz_init (&fuzz, seeds);
  for (guint i = 0; i < 2 * fuzz_n_rounds (); i++)
    {
      g_autoptr (GBytes) bytes = fuzz_make_bytes (&fuzz, i % 2 == 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacSharedText) text = vac_shared_text_read (bytes, NULL, &error);
      g_autoptr (VacDocument) document = NULL, next = NULL;
      g_autofree char *prose = NULL;

      if (text == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      n_read++;
      prose = vac_shared_text_dup_prose (text);
      document = vac_shared_text_open (text, NULL);
      next = vac_shared_text_make_next (text, document);
      if (vac_shared_insert (posting, document, 0) != NULL)
        vac_document_undo (posting);
      vac_shared_update (posting, next, TRUE, NULL);
    }
  g_test_message ("%u were read", n_read);
  g_assert_cmpuint (n_read, >, 0);
  fuzz_clear (&fuzz);
}

/* Changing */

static gint64
get_version (VacDocument *document)
{
  gint64 version = 0;

  vac_node_get_integer (vac_document_get (document, VAC_ROLE_SHARED_VERSION), &version);

  return version;
}

static void
test_only_another_text_is_another_version (void)
{
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (NULL);
  const VacSharedText *text = vac_shared_library_find (library, "benefits-us");
  g_autoptr (VacDocument) document = vac_shared_text_open (text, NULL);
  g_autoptr (VacDocument) same = NULL, renamed = NULL, next = NULL, first = NULL;
  g_autofree char *day = NULL;
  GDate today;

  vac_date_today (&today);
  day = vac_date_to_iso (&today);
  same = vac_shared_text_make_next (text, document);
  g_assert_cmpint (get_version (same), ==, 1);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SHARED_TITLE), "Other");
  vac_document_set_toggle (document, vac_document_get (document, VAC_ROLE_SHARED_LOCKED), TRUE);
  renamed = vac_shared_text_make_next (text, document);
  g_assert_cmpint (get_version (renamed), ==, 1);
  vac_document_set_text (document, vac_node_get (vac_shared_get_section (document),
                                                 VAC_ROLE_SECTION_TEXT), "Other.");
  next = vac_shared_text_make_next (text, document);
  g_assert_cmpint (get_version (next), ==, 2);
  g_assert_cmpstr (vac_document_get_text (next, VAC_ROLE_SHARED_CHANGED), ==, day);
  first = vac_shared_text_make_next (NULL, document);
  g_assert_cmpint (get_version (first), ==, 1);
}

static void
test_ids_are_made_of_titles (void)
{
  static const struct { const char *title, *id; } rows[] = {
    { "Our Perks!", "our-perks" },
    { "  Über uns  ", "uber-uns" },
    { "福利", "text" },
    { "Benefits US", "benefits-us-2" },
  };
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = vac_shared_library_propose_id (library, rows[i].title);

      g_assert_true (vac_shared_is_id (id));
      if (g_str_is_ascii (rows[i].title))
        g_assert_cmpstr (id, ==, rows[i].id);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shared-texts/built-in-texts-are-dated-drafts",
                   test_built_in_texts_are_dated_drafts);
  g_test_add_func ("/shared-texts/built-in-texts-have-no-findings",
                   test_built_in_texts_have_no_findings);
  g_test_add_func ("/shared-texts/texts-suit-postings-of-their-language-and-country",
                   test_texts_suit_postings_of_their_language_and_country);
  g_test_add_func ("/shared-texts/the-user-s-text-takes-the-place-of-one-built-in",
                   test_the_user_s_text_takes_the_place_of_one_built_in);
  g_test_add_func ("/shared-texts/older-versions-can-be-read", test_older_versions_can_be_read);
  g_test_add_func ("/shared-texts/damage-is-told-with-its-place",
                   test_damage_is_told_with_its_place);
  g_test_add_func ("/shared-texts/damaged-files-are-refused-or-read",
                   test_damaged_files_are_refused_or_read);
  g_test_add_func ("/shared-texts/only-another-text-is-another-version",
                   test_only_another_text_is_another_version);
  g_test_add_func ("/shared-texts/ids-are-made-of-titles", test_ids_are_made_of_titles);

  return g_test_run ();
}
