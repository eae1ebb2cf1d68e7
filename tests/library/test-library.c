/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "vac-date.h"
#include "vac-error.h"
#include "vac-library.h"

#define ODD_NAME "caf\xe9 'x' \"y\" %s.vacancy"
#define LARGE (17 * 1024 * 1024)

/* A folder of postings, and an index beside it. */
typedef struct
{
  char       *folder;
  char       *index;
  VacLibrary *library;
} Fixture;

static void
fixture_init (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_dir_make_tmp ("vacancy-library-XXXXXX", &error);

  g_assert_no_error (error);
  self->folder = g_build_filename (base, "postings", NULL);
  self->index = g_build_filename (base, "cache", "library.db", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  self->library = vac_library_new (self->index);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
fixture_clear (Fixture *self)
{
  g_autofree char *base = g_path_get_dirname (self->folder);

  g_clear_object (&self->library);
  remove_all (base);
  g_free (self->folder);
  g_free (self->index);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static char *
make_path (Fixture    *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
put (Fixture    *self,
     const char *name,
     const char *contents)
{
  g_autofree char *path = make_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  /* Long enough ago to be told apart from the next change. */
  g_assert_cmpint (utime (path, &(struct utimbuf) { 1700000000, 1700000000 }), ==, 0);
}

/* Single quotation marks stand for double ones. */
static void
put_posting (Fixture    *self,
             const char *name,
             const char *members)
{
  g_autofree char *json =
    g_strdup_printf ("{'format':'vacancy-posting','version':2,'language':'en'%s%s}",
                     *members != '\0' ? "," : "", members);

  g_strdelimit (json, "'", '"');
  put (self, name, json);
}

static VacLibraryReport *
scan (Fixture *self)
{
  const char *folders[] = { self->folder, NULL };
  g_autoptr (GError) error = NULL;
  VacLibraryReport *report = vac_library_scan (self->library, folders, NULL, &error);

  g_assert_no_error (error);

  return report;
}

static void
assert_scan (Fixture *self,
             guint    n_files,
             guint    n_read,
             guint    n_removed)
{
  g_autoptr (VacLibraryReport) report = scan (self);

  g_assert_cmpuint (report->n_files, ==, n_files);
  g_assert_cmpuint (report->n_read, ==, n_read);
  g_assert_cmpuint (report->n_removed, ==, n_removed);
}

static GListModel *
find (Fixture               *self,
      const VacLibraryQuery *query)
{
  g_autoptr (GError) error = NULL;
  GListModel *list = vac_library_find (self->library, query, NULL, &error);

  g_assert_no_error (error);

  return list;
}

static VacLibraryEntry *
find_only (Fixture *self)
{
  g_autoptr (GListModel) list = find (self, &(VacLibraryQuery) { 0 });

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);

  return g_list_model_get_item (list, 0);
}

/* The names of what is found, each followed by a space. */
static char *
name_found (Fixture               *self,
            const VacLibraryQuery *query)
{
  g_autoptr (GListModel) list = find (self, query);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (list, i);
      g_autofree char *name = g_path_get_basename (vac_library_entry_get_path (entry));

      g_string_append_printf (names, "%.*s ", (int) strcspn (name, "."), name);
    }

  return g_string_free (names, FALSE);
}

static void
assert_found (Fixture               *self,
              const VacLibraryQuery *query,
              const char            *expected)
{
  g_autofree char *names = name_found (self, query);

  g_assert_cmpstr (names, ==, expected);
}

static void
assert_all (Fixture    *self,
            const char *expected)
{
  assert_found (self, &(VacLibraryQuery) { .sort = VAC_LIBRARY_SORT_TITLE }, expected);
}

/* Facts */

static void
test_a_list_shows_the_facts (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (VacLibraryEntry) entry = NULL;
  const VacLibraryFacts *facts;
  g_autofree char *title = NULL;

  fixture_init (&self);
  put_posting (&self, "a.vacancy",
               "'status':'open','statusSince':'2026-01-02','job':{'title':'Nurse',"
               "'employer':{'name':'Harbor'},'locations':[{'city':'Reno','region':'NV',"
               "'country':'US'}],'closes':'2031-05-06','pay':{'disclose':false,'minimum':40,"
               "'maximum':45,'currency':'USD','period':'hour'}},"
               "'sections':[{'id':'s','title':'S','text':'We looked for {{nobody}}'}]");
  assert_scan (&self, 1, 1, 0);
  entry = find_only (&self);
  facts = vac_library_entry_get_facts (entry);
  g_assert_cmpstr (facts->title, ==, "Nurse");
  g_assert_cmpstr (facts->employer, ==, "Harbor");
  g_assert_cmpstr (facts->place, ==, "Reno, NV");
  g_assert_cmpstr (facts->pay, ==, "$40 – $45 per hour");
  g_assert_cmpstr (facts->status, ==, "open");
  g_assert_cmpstr (facts->since, ==, "2026-01-02");
  g_assert_cmpstr (facts->closes, ==, "2031-05-06");
  g_assert_cmpuint (facts->n_findings, >, 0);
  g_assert_null (facts->error);
  g_assert_cmpint (vac_library_entry_get_changed (entry), ==, 1700000000);
  g_object_get (entry, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Nurse");
}

static void
test_what_is_not_said_is_empty (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (VacLibraryEntry) entry = NULL;
  const VacLibraryFacts *facts;

  fixture_init (&self);
  put_posting (&self, "a.vacancy", "'job':{'closes':'soon','workplace':'remote'}");
  assert_scan (&self, 1, 1, 0);
  entry = find_only (&self);
  facts = vac_library_entry_get_facts (entry);
  g_assert_cmpstr (facts->title, ==, "");
  g_assert_cmpstr (facts->place, ==, "Remote");
  g_assert_cmpstr (facts->pay, ==, "");
  g_assert_cmpstr (facts->status, ==, "draft");
  g_assert_cmpstr (facts->closes, ==, "");
}

static void
test_what_is_ignored_does_not_count (void)
{
  static const char text[] = "'sections':[{'id':'s','title':'S','text':'Be a rockstar.'}]";
  g_auto (Fixture) self = { 0 };
  g_autofree char *ignored =
    g_strconcat (text, ",'review':{'ignored':[{'rule':'wording.tit.rockstar'}]}", NULL);
  guint counts[2];

  fixture_init (&self);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VacLibraryEntry) entry = NULL;

      put_posting (&self, "a.vacancy", i == 0 ? text : ignored);
      assert_scan (&self, 1, 1, 0);
      entry = find_only (&self);
      counts[i] = vac_library_entry_get_facts (entry)->n_findings;
    }
  g_assert_cmpuint (counts[0], ==, counts[1] + 1);
}

/* Scanning */

static void
test_only_what_has_changed_is_read (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *a = NULL, *c = NULL;

  fixture_init (&self);
  a = make_path (&self, "a.vacancy");
  c = make_path (&self, "c.vacancy");
  put_posting (&self, "a.vacancy", "'job':{'title':'A'}");
  put_posting (&self, "sub/folder/b.VACANCY", "'job':{'title':'B'}");
  assert_scan (&self, 2, 2, 0);
  assert_scan (&self, 2, 0, 0);
  /* Of the same size and time. */
  put_posting (&self, "a.vacancy", "'job':{'title':'Z'}");
  assert_scan (&self, 2, 1, 0);
  assert_all (&self, "b a ");
  g_assert_cmpint (g_rename (a, c), ==, 0);
  assert_scan (&self, 2, 1, 1);
  assert_all (&self, "b c ");
  g_assert_cmpint (g_unlink (c), ==, 0);
  assert_scan (&self, 1, 0, 1);
  assert_all (&self, "b ");
}

/* The next write may have the same time. On a busy machine that was not just now any more. */
static void
test_what_changed_just_now_is_read_again (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *path = NULL;
  gint64 start;
  guint n_read;

  fixture_init (&self);
  path = make_path (&self, "a.vacancy");
  put_posting (&self, "a.vacancy", "");
  /* As long from now as any test may take. */
  g_assert_cmpint (utime (path, &(struct utimbuf) { 4000000000, 4000000000 }), ==, 0);
  assert_scan (&self, 1, 1, 0);
  assert_scan (&self, 1, 0, 0);
  do
    {
      g_autoptr (VacLibraryReport) report = NULL;

      start = g_get_monotonic_time ();
      g_assert_cmpint (utime (path, NULL), ==, 0);
      assert_scan (&self, 1, 1, 0);
      report = scan (&self);
      n_read = report->n_read;
    }
  while (g_get_monotonic_time () - start > G_USEC_PER_SEC);
  g_assert_cmpuint (n_read, ==, 1);
}

static void
assert_error (Fixture    *self,
              const char *part)
{
  g_autoptr (VacLibraryEntry) entry = find_only (self);
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);

  g_assert_nonnull (facts->error);
  g_test_message ("%s", facts->error);
  g_assert_nonnull (strstr (facts->error, part));
  g_assert_cmpstr (facts->title, ==, "");
}

static void
test_what_cannot_be_read_says_why (void)
{
  static const struct
  {
    const char *name;
    const char *contents;
    const char *error;    /* NULL for what is not listed */
  } cases[] = {
    { "a.vacancy", "{ \"format\": \"vacancy-posting\",", "1:" },
    { "a.vacancy", "", "1:1" },
    { "a.vacancy", "\x89PNG", "1:1" },
    { "a.vacancy", "[]", "" },
    { "a.vacancy", "{\"format\":\"other\"}", "" },
    { "a.json", "{\"format\": \"vacancy-posting\", \"version\": 2, ", "1:" },
    { "a.json", "{\"name\": \"a package\"}", NULL },
    { "a.json", "[1, 2", NULL },
    { "a.txt", "{\"format\":\"vacancy-posting\",\"version\":2}", NULL },
    { ".a.vacancy", "{", NULL },
    { ".hidden/a.vacancy", "{", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) self = { 0 };

      g_test_message ("%u: %s", i, cases[i].name);
      fixture_init (&self);
      put (&self, cases[i].name, cases[i].contents);
      vac_library_report_free (scan (&self));
      if (cases[i].error != NULL)
        assert_error (&self, cases[i].error);
      else
        assert_all (&self, "");
      {
        /* What is no posting is not read each time either. */
        g_autoptr (VacLibraryReport) report = scan (&self);

        g_assert_cmpuint (report->n_read, ==, 0);
      }
    }
}

static void
test_a_large_file_is_skipped (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *path = NULL;

  fixture_init (&self);
  path = make_path (&self, "a.vacancy");
  put (&self, "a.vacancy", "{");
  g_assert_cmpint (truncate (path, LARGE), ==, 0);
  vac_library_report_free (scan (&self));
  assert_error (&self, "larger than 16.0");
}

static void
test_what_is_no_file_does_not_block (void)
{
  static const char *const sorts[] = { "pipe", "link to nothing", "link to itself" };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_auto (Fixture) self = { 0 };
      g_autofree char *path = NULL;

      g_test_message ("%s", sorts[i]);
      fixture_init (&self);
      path = make_path (&self, "a.vacancy");
      if (i == 0)
        g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      else
        g_assert_cmpint (symlink (i == 1 ? "nowhere" : "a.vacancy", path), ==, 0);
      assert_scan (&self, 1, 1, 0);
      assert_error (&self, "");
    }
}

static void
test_links_make_no_circles (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *loop = NULL, *aside = NULL;
  g_autoptr (VacLibraryEntry) entry = NULL;

  fixture_init (&self);
  put_posting (&self, "z/a.vacancy", "");
  loop = make_path (&self, "z/loop");
  aside = make_path (&self, "aside");
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (symlink ("z", aside), ==, 0);
  assert_scan (&self, 1, 1, 0);
  entry = find_only (&self);
  /* By the folder and not by the link to it. */
  g_assert_true (g_str_has_suffix (vac_library_entry_get_path (entry), "/z/a.vacancy"));
}

static void
test_folders_in_folders_are_listed_once (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *inner = NULL, *crooked = NULL;

  fixture_init (&self);
  put_posting (&self, "inner/a.vacancy", "");
  put_posting (&self, "inner2/b.vacancy", "");
  inner = make_path (&self, "inner");
  crooked = make_path (&self, "inner/../inner/");
  {
    const char *folders[] = { inner, self.folder, crooked, NULL };
    const char *one[] = { crooked, NULL };
    g_autoptr (VacLibraryReport) report = vac_library_scan (self.library, folders, NULL, NULL);

    g_assert_cmpuint (report->n_files, ==, 2);
    assert_found (&self, &(VacLibraryQuery) { .folders = folders }, "a b ");
    assert_found (&self, &(VacLibraryQuery) { .folders = one }, "a ");
  }
}

static void
test_what_is_elsewhere_stays (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *one = NULL;

  fixture_init (&self);
  put_posting (&self, "one/a.vacancy", "");
  put_posting (&self, "two/b.vacancy", "");
  assert_scan (&self, 2, 2, 0);
  one = make_path (&self, "one");
  {
    const char *folders[] = { one, NULL };
    g_autoptr (VacLibraryReport) report = NULL;

    remove_all (one);
    report = vac_library_scan (self.library, folders, NULL, NULL);
    g_assert_cmpuint (report->problems->len, ==, 1);
    g_assert_cmpuint (report->n_removed, ==, 1);
    assert_all (&self, "b ");
  }
}

static void
test_names_need_not_be_text (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (VacLibraryEntry) entry = NULL;

  fixture_init (&self);
  put_posting (&self, ODD_NAME, "'job':{'title':'A'}");
  assert_scan (&self, 1, 1, 0);
  assert_scan (&self, 1, 0, 0);
  entry = find_only (&self);
  g_assert_true (g_str_has_suffix (vac_library_entry_get_path (entry), ODD_NAME));
}

/* Lists */

static void
put_four (Fixture *self)
{
  g_autofree char *soon = NULL, *later = NULL;
  g_autofree char *a = NULL, *b = NULL;
  GDate day;

  vac_date_today (&day);
  soon = vac_date_to_iso (&day);
  g_date_add_days (&day, 10);
  later = vac_date_to_iso (&day);
  a = g_strdup_printf ("'status':'open','job':{'title':'nurse','employer':{'name':'Zeta'},"
                       "'locations':[{'city':'Reno'}],'closes':'%s'}", later);
  b = g_strdup_printf ("'status':'closed','job':{'title':'acrobat','employer':{'name':'Beta'},"
                       "'locations':[{'city':'Wien'},{'city':'Graz'}],'closes':'%s'}", soon);
  put_posting (self, "a.vacancy", a);
  put_posting (self, "b.vacancy", b);
  put_posting (self, "c.vacancy", "'job':{'title':'Baker','employer':{'name':'alpha'}}");
  put (self, "d.vacancy", "{");
  vac_library_report_free (scan (self));
}

static void
test_lists_are_filtered (void)
{
  static const char *const open[] = { "open", NULL };
  static const char *const both[] = { "closed", "draft", NULL };
  static const char *const unknown[] = { "on-hold", NULL };
  static const struct
  {
    VacLibraryQuery query;
    const char     *expected;
  } cases[] = {
    { { 0 }, "b c a d " },
    { { .statuses = open }, "a " },
    { { .statuses = both }, "b c " },
    { { .statuses = unknown }, "" },
    { { .place = "GRAZ" }, "b " },
    { { .place = "re" }, "a " },
    { { .closes = TRUE, .days = 9 }, "" },
    { { .closes = TRUE, .days = 10 }, "a " },
    { { .closes = TRUE, .days = G_MAXUINT }, "a " },
    { { .has_findings = TRUE }, "b c a " },
    { { .text = "bak" }, "c " },
    { { .text = "vacancy" }, "b c a d " },
    { { .text = "nur", .statuses = both }, "" },
    { { .text = "wien", .place = "wien", .has_findings = TRUE }, "b " },
  };
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  put_four (&self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacLibraryQuery query = cases[i].query;

      g_test_message ("%u", i);
      query.sort = VAC_LIBRARY_SORT_TITLE;
      assert_found (&self, &query, cases[i].expected);
    }
}

static void
test_copies_of_shared_texts_are_known (void)
{
  g_auto (Fixture) self = { 0 };
  const VacLibraryQuery query = { .copy_of = "perks" };
  g_autoptr (VacLibraryReport) report = NULL;
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (VacLibraryEntry) entry = NULL;
  const VacLibraryFacts *facts;
  gint64 version;
  gboolean edited;

  fixture_init (&self);
  put_posting (&self, "with.vacancy",
               "'sections':[{'title':'A','sharedText':{'id':'perks','version':3,'digest':'x'}},"
               "{'title':'B','sections':[{'title':'C','sharedText':{'id':'perks','version':2}}]},"
               "{'title':'D','sharedText':{'id':'other','version':1}}]");
  put_posting (&self, "without.vacancy", "'sections':[{'title':'perks 1 0'}]");
  put_posting (&self, "alike.vacancy",
               "'sections':[{'title':'A','sharedText':{'id':'perks-2','version':1}},"
               "{'title':'B','sharedText':{'id':'no-perks','version':1}}]");
  report = scan (&self);
  entries = vac_library_find (self.library, &query, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  entry = g_list_model_get_item (entries, 0);
  facts = vac_library_entry_get_facts (entry);
  g_assert_true (vac_library_facts_find_copy (facts, "perks", &version, &edited));
  g_assert_cmpint (version, ==, 2);
  g_assert_true (edited);
  g_assert_true (vac_library_facts_find_copy (facts, "other", &version, &edited));
  g_assert_cmpint (version, ==, 1);
  g_assert_false (vac_library_facts_find_copy (facts, "perk", &version, &edited));
}

static void
test_lists_are_sorted (void)
{
  static const struct
  {
    VacLibrarySort sort;
    const char    *up;
    const char    *down;
  } cases[] = {
    { VAC_LIBRARY_SORT_TITLE, "b c a d ", "a c b d " },
    { VAC_LIBRARY_SORT_EMPLOYER, "c b a d ", "a b c d " },
    { VAC_LIBRARY_SORT_STATUS, "c a b d ", "b a c d " },
    { VAC_LIBRARY_SORT_CLOSES, "b a d c ", "a b d c " },
  };
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  put_four (&self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d", cases[i].sort);
      assert_found (&self, &(VacLibraryQuery) { .sort = cases[i].sort }, cases[i].up);
      assert_found (&self, &(VacLibraryQuery) { .sort = cases[i].sort, .descending = TRUE },
                    cases[i].down);
    }
}

static void
test_all_text_is_searched (void)
{
  static const struct
  {
    const char *typed;
    gboolean    found;
  } cases[] = {
    { "nurse", TRUE }, { "harbor", TRUE }, { "reno", TRUE }, { "bandages", TRUE },
    { "secret", TRUE }, { "RN-4W", TRUE }, { "a.vac", TRUE }, { "works at harbor", TRUE },
    { "about-id", FALSE }, { "tit.rockstar", FALSE }, { "vacancy-posting", FALSE },
  };
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  put_posting (&self, "a.vacancy",
               "'job':{'title':'Nurse','employer':{'name':'Harbor'},'requisition':'RN-4W',"
               "'locations':[{'city':'Reno'}]},'sections':[{'id':'about-id','title':'A',"
               "'text':'Works at {{employer}}','items':[{'text':'Bandages'}]},"
               "{'id':'t','title':'T','audience':'team','include':false,'text':'secret'}],"
               "'review':{'ignored':[{'rule':'wording.tit.rockstar'}]}");
  assert_scan (&self, 1, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      assert_found (&self, &(VacLibraryQuery) { .text = cases[i].typed },
                    cases[i].found ? "a " : "");
    }
}

/* The index */

static void
change_stamp (Fixture *self)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (self->index, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE stamp SET value = '0 of another version'", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
write_garbage (Fixture *self)
{
  g_assert_true (g_file_set_contents (self->index, "no database at all", -1, NULL));
}

/* All pages but the first. */
static void
damage_pages (Fixture *self)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (self->index, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 4096);
  memset (contents + 4096, 0xa5, length - 4096);
  g_assert_true (g_file_set_contents (self->index, contents, (gssize) length, NULL));
}

static void
cut_off (Fixture *self)
{
  g_assert_cmpint (truncate (self->index, 5000), ==, 0);
}

static void
make_other_tables (Fixture *self)
{
  sqlite3 *db = NULL;

  g_unlink (self->index);
  g_assert_cmpint (sqlite3_open (self->index, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE other (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
delete_index (Fixture *self)
{
  g_assert_cmpint (g_unlink (self->index), ==, 0);
}

typedef void (*Accident) (Fixture *self);

static void
test_an_index_of_no_use_begins_again (void)
{
  static const Accident accidents[] = {
    change_stamp, write_garbage, damage_pages, cut_off, make_other_tables, delete_index,
  };

  for (guint i = 0; i < G_N_ELEMENTS (accidents); i++)
    for (guint list_first = 0; list_first < 2; list_first++)
      {
        g_auto (Fixture) self = { 0 };
        Accident happen;

        g_test_message ("%u", i);
        fixture_init (&self);
        put_posting (&self, "a.vacancy", "'job':{'title':'A'}");
        assert_scan (&self, 1, 1, 0);
        g_clear_object (&self.library);
        happen = accidents[i];
        happen (&self);
        self.library = vac_library_new (self.index);
        if (list_first)
          assert_all (&self, "");
        assert_scan (&self, 1, 1, 0);
        assert_all (&self, "a ");
        assert_scan (&self, 1, 0, 0);
      }
}

static void
test_an_index_is_deleted_while_it_is_open (void)
{
  g_auto (Fixture) self = { 0 };

  fixture_init (&self);
  put_posting (&self, "a.vacancy", "");
  assert_scan (&self, 1, 1, 0);
  delete_index (&self);
  assert_all (&self, "");
  assert_scan (&self, 1, 1, 0);
  assert_all (&self, "a ");
  g_assert_true (g_file_test (self.index, G_FILE_TEST_IS_REGULAR));
}

static void
test_an_index_that_cannot_be_written_is_in_memory (void)
{
  g_auto (Fixture) self = { 0 };
  g_autofree char *path = NULL;

  fixture_init (&self);
  put_posting (&self, "a.vacancy", "");
  /* A folder cannot be in a file. */
  path = g_build_filename (self.folder, "a.vacancy", "library.db", NULL);
  g_object_unref (self.library);
  self.library = vac_library_new (path);
  assert_scan (&self, 1, 1, 0);
  assert_scan (&self, 1, 0, 0);
  assert_all (&self, "a ");
}

static void
test_nobody_else_reads_the_index (void)
{
  g_auto (Fixture) self = { 0 };
  struct stat status;

  fixture_init (&self);
  assert_scan (&self, 0, 0, 0);
  g_assert_cmpint (stat (self.index, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

#define N_PROGRAMS 4
#define N_POSTINGS 60

static gpointer
scan_in_thread (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (VacLibrary) library = vac_library_new (fixture->index);
  const char *folders[] = { fixture->folder, NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (VacLibraryReport) report = vac_library_scan (library, folders, NULL, &error);
      g_autoptr (GListModel) list = NULL;

      g_assert_no_error (error);
      list = vac_library_find (library, &(VacLibraryQuery) { .text = "title" }, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_POSTINGS);
      g_assert_nonnull (report);
    }

  return NULL;
}

static void
test_programs_share_an_index (void)
{
  g_auto (Fixture) self = { 0 };
  GThread *threads[N_PROGRAMS];

  fixture_init (&self);
  for (guint i = 0; i < N_POSTINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.vacancy", i);
      g_autofree char *members = g_strdup_printf ("'job':{'title':'Title %u'}", i);

      put_posting (&self, name, members);
    }
  for (guint i = 0; i < N_PROGRAMS; i++)
    threads[i] = g_thread_new ("program", scan_in_thread, &self);
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_thread_join (threads[i]);
  assert_scan (&self, N_POSTINGS, 0, 0);
}

/* Not in this thread */

typedef struct
{
  GMainLoop        *loop;
  VacLibraryReport *report;
  GListModel       *list;
  GError           *error;
  guint             n_changed;
  guint             n_done;
  guint             n_all;
} Wait;

static void
wait_clear (Wait *self)
{
  g_main_loop_unref (self->loop);
  g_clear_pointer (&self->report, vac_library_report_free);
  g_clear_object (&self->list);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wait, wait_clear)

static void
on_changed_cb (VacLibrary *library,
               Wait       *wait)
{
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  wait->n_changed++;
}

static void
on_progress_cb (VacLibrary *library,
                guint       n_done,
                guint       n_all,
                Wait       *wait)
{
  g_assert_cmpuint (n_done, >=, wait->n_done);
  g_assert_cmpuint (n_done, <=, n_all);
  wait->n_done = n_done;
  wait->n_all = n_all;
}

static void
on_scanned_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Wait *wait = user_data;

  wait->report = vac_library_scan_finish (VAC_LIBRARY (source), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Wait *wait = user_data;

  wait->list = vac_library_find_finish (VAC_LIBRARY (source), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
test_a_scan_tells_how_far_it_is (void)
{
  g_auto (Fixture) self = { 0 };
  g_auto (Wait) wait = { .loop = g_main_loop_new (NULL, FALSE) };

  fixture_init (&self);
  put_posting (&self, "a.vacancy", "");
  put_posting (&self, "b.vacancy", "");
  g_signal_connect (self.library, "changed", G_CALLBACK (on_changed_cb), &wait);
  g_signal_connect (self.library, "progress", G_CALLBACK (on_progress_cb), &wait);
  {
    const char *folders[] = { self.folder, NULL };

    vac_library_scan_async (self.library, folders, NULL, on_scanned_cb, &wait);
  }
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.report->n_read, ==, 2);
  g_assert_cmpuint (wait.n_changed, >, 0);
  g_assert_cmpuint (wait.n_done, ==, 2);
  g_assert_cmpuint (wait.n_all, ==, 2);

  vac_library_find_async (self.library, &(VacLibraryQuery) { .text = "a.vac" }, NULL, on_found_cb,
                          &wait);
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (g_list_model_get_n_items (wait.list), ==, 1);
}

static void
test_a_scan_is_cancelled (void)
{
  g_auto (Fixture) self = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture_init (&self);
  put_posting (&self, "a.vacancy", "");
  assert_scan (&self, 1, 1, 0);
  g_cancellable_cancel (cancellable);
  {
    const char *folders[] = { self.folder, NULL };

    g_assert_null (vac_library_scan (self.library, folders, cancellable, &error));
  }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (vac_library_find (self.library, &(VacLibraryQuery) { 0 }, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Nothing was taken out because it was not seen. */
  assert_all (&self, "a ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/facts/a-list-shows-the-facts", test_a_list_shows_the_facts);
  g_test_add_func ("/library/facts/what-is-not-said-is-empty", test_what_is_not_said_is_empty);
  g_test_add_func ("/library/facts/what-is-ignored-does-not-count",
                   test_what_is_ignored_does_not_count);

  g_test_add_func ("/library/scan/only-what-has-changed-is-read",
                   test_only_what_has_changed_is_read);
  g_test_add_func ("/library/scan/what-changed-just-now-is-read-again",
                   test_what_changed_just_now_is_read_again);
  g_test_add_func ("/library/scan/what-cannot-be-read-says-why",
                   test_what_cannot_be_read_says_why);
  g_test_add_func ("/library/scan/a-large-file-is-skipped", test_a_large_file_is_skipped);
  g_test_add_func ("/library/scan/what-is-no-file-does-not-block",
                   test_what_is_no_file_does_not_block);
  g_test_add_func ("/library/scan/links-make-no-circles", test_links_make_no_circles);
  g_test_add_func ("/library/scan/folders-in-folders-are-listed-once",
                   test_folders_in_folders_are_listed_once);
  g_test_add_func ("/library/scan/what-is-elsewhere-stays", test_what_is_elsewhere_stays);
  g_test_add_func ("/library/scan/names-need-not-be-text", test_names_need_not_be_text);
  g_test_add_func ("/library/scan/a-scan-tells-how-far-it-is", test_a_scan_tells_how_far_it_is);
  g_test_add_func ("/library/scan/a-scan-is-cancelled", test_a_scan_is_cancelled);

  g_test_add_func ("/library/find/lists-are-filtered", test_lists_are_filtered);
  g_test_add_func ("/library/copies-of-shared-texts-are-known",
                   test_copies_of_shared_texts_are_known);
  g_test_add_func ("/library/find/lists-are-sorted", test_lists_are_sorted);
  g_test_add_func ("/library/find/all-text-is-searched", test_all_text_is_searched);

  g_test_add_func ("/library/index/an-index-of-no-use-begins-again",
                   test_an_index_of_no_use_begins_again);
  g_test_add_func ("/library/index/an-index-is-deleted-while-it-is-open",
                   test_an_index_is_deleted_while_it_is_open);
  g_test_add_func ("/library/index/an-index-that-cannot-be-written-is-in-memory",
                   test_an_index_that_cannot_be_written_is_in_memory);
  g_test_add_func ("/library/index/nobody-else-reads-the-index", test_nobody_else_reads_the_index);
  g_test_add_func ("/library/index/programs-share-an-index", test_programs_share_an_index);

  return g_test_run ();
}
