/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "vac-library-words.h"

/* What is found by what is typed, by SQLite itself. */

typedef struct
{
  const char *text;
  const char *typed;
  gboolean    found;
} Case;

static const Case cases[] = {
  { "Registered Nurse", "nurse", TRUE },
  { "Registered Nurse", "NUR", TRUE },
  { "Registered Nurse", "nurse reg", TRUE },
  { "Registered Nurse", "urse", FALSE },
  { "Registered Nurse", "nurse doctor", FALSE },
  { "Registered Nurse", "  nurse\t ", TRUE },

  /* Between quotation marks a word is whole, and a row of words is that row. */
  { "Registered Nurse", "\"registered nurse\"", TRUE },
  { "Registered Nurse", "\"nurse registered\"", FALSE },
  { "Registered Nurse", "\"regis\"", FALSE },
  { "Registered Nurse", "\"registered nur", TRUE },
  { "Registered Nurse", "\"\" nurse", TRUE },

  /* What means something to FTS5 is nothing but what was typed. */
  { "Registered Nurse", "nurse*", TRUE },
  { "Registered Nurse", "nurse)", TRUE },
  { "Registered Nurse", "body:nurse", FALSE },
  { "Nurse or doctor", "nurse OR", TRUE },
  { "Registered Nurse", "nurse NOT registered", FALSE },
  { "Registered Nurse", "NEAR(nurse)", FALSE },
  { "Registered Nurse", "-doctor", FALSE },
  { "it's O'Reilly's", "o'reilly", TRUE },
  { "data-driven work", "data-dri", TRUE },
  { "data-driven work", "driven", TRUE },

  /* Case and accents, in any form. */
  { "Contrôleur de gestion", "controleur", TRUE },
  { "Controleur de gestion", "CONTRÔLEUR", TRUE },
  { "Contro\u0302leur", "contrôleur", TRUE },
  { "Straße", "STRASSE", TRUE },
  { "Łódź", "łódź", TRUE },
  { "Старший инженер", "ИНЖ", TRUE },
  { "ΟΔΟΣ", "οδος", TRUE },
  { "Soft\u00adware", "software", TRUE },
  { "ﬁnance", "finance", TRUE },
  { "Ｃｈｅｆ", "chef", TRUE },
  { "½ day, 10²", "day", TRUE },

  /* Scripts without spaces: any characters in a row, also one and two. */
  { "法人営業の経験", "営業", TRUE },
  { "法人営業の経験", "営", TRUE },
  { "法人営業の経験", "業営", FALSE },
  { "法人営業の経験", "法人 経験", TRUE },
  { "法人営業の経験", "法人　経験", TRUE },
  { "データ分析", "ータ", TRUE },
  { "高级软件工程师", "工程", TRUE },
  { "AI開発エンジニア", "ai開", TRUE },
  { "AI開発エンジニア", "開発", TRUE },
  { "พนักงานขายประจำ", "ขาย", TRUE },
  { "소프트웨어 개발자", "개발", TRUE },
  { "مهندس مدني", "مهند", TRUE },
  { "सॉफ्टवेयर इंजीनियर", "इंजी", TRUE },

  /* Languages of programs. */
  { "C++, Java", "c++", TRUE },
  { "C, Java", "c++", FALSE },
  { "C++, Java", "c", TRUE },
  { "C#/.NET", "c#", TRUE },
  { "C++/Java", "c#", FALSE },
  { "C#/.NET", ".net", TRUE },
  { "Python+SQL", "sql", TRUE },
};

static gboolean
find (sqlite3    *db,
      const char *text,
      const char *match)
{
  g_autofree char *folded = vac_library_words_fold (text);
  sqlite3_stmt *statement = NULL;
  gboolean found;

  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM words", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO words VALUES (?)", -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, folded, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT 1 FROM words WHERE words MATCH ?", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  found = sqlite3_step (statement) == SQLITE_ROW;
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);

  return found;
}

static sqlite3 *
open_db (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE VIRTUAL TABLE words USING fts5 (body, tokenize=\""
                                     VAC_LIBRARY_TOKENS "\")", NULL, NULL, NULL),
                   ==, SQLITE_OK);

  return db;
}

static void
test_what_is_typed_is_found (void)
{
  sqlite3 *db = open_db ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = vac_library_words_match (cases[i].typed);

      g_test_message ("%s in %s: %s", cases[i].typed, cases[i].text, match);
      g_assert_nonnull (match);
      g_assert_cmpint (find (db, cases[i].text, match), ==, cases[i].found);
    }
  sqlite3_close (db);
}

static void
test_nothing_to_look_for_is_no_query (void)
{
  static const char *const typed[] = { "", " ", "\"", "\"\"", "&", "— …", "*", "()", "+" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i]);
      g_assert_null (vac_library_words_match (typed[i]));
    }
}

/* Whatever it is, SQLite understands it. */
static void
test_any_text_is_a_query (void)
{
  static const char *const pieces[] = {
    "\"", "'", "*", "(", ")", "a", "AND", "OR", "NOT", "NEAR", ":", "-", "^", "+", "{", "}", " ",
    "\\", "\xff", "é", "営", ",", "%", ";", "--", "\n",
  };
  sqlite3 *db = open_db ();
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *match = NULL;

      for (int j = g_rand_int_range (random, 1, 12); j > 0; j--)
        g_string_append (typed, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      match = vac_library_words_match (typed->str);
      if (match != NULL)
        find (db, typed->str, match);
    }
  sqlite3_close (db);
}

static void
test_a_whole_page_is_a_query (void)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autofree char *match = NULL;
  sqlite3 *db = open_db ();

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (typed, "word%u ", i);
  match = vac_library_words_match (typed->str);
  g_assert_true (find (db, typed->str, match));
  sqlite3_close (db);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-words/what-is-typed-is-found", test_what_is_typed_is_found);
  g_test_add_func ("/library-words/nothing-to-look-for-is-no-query",
                   test_nothing_to_look_for_is_no_query);
  g_test_add_func ("/library-words/any-text-is-a-query", test_any_text_is_a_query);
  g_test_add_func ("/library-words/a-whole-page-is-a-query", test_a_whole_page_is_a_query);

  return g_test_run ();
}
