/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vac-batch.h"
#include "vac-reader.h"
#include "vac-status.h"
#include "vac-versions.h"

#define NOBODY 65534

#define TITLE "\"job\": {\"title\": \"Engineer at Acme\"}"

/* Postings in a folder of their own. */
typedef struct
{
  char      *folder;
  GPtrArray *paths;   /* of char *, with NULL at the end while there are items */
  GPtrArray *items;   /* of VacBatchItem; NULL before make_items () */
} Fixture;

static void
fixture_init (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("vacancy-batch-XXXXXX", &error);
  g_assert_no_error (error);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->items = NULL;
}

static void
fixture_clear (Fixture *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    if (g_ptr_array_index (self->paths, i) != NULL)
      g_unlink (g_ptr_array_index (self->paths, i));
  g_chmod (self->folder, 0700);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_ptr_array_unref (self->paths);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static const char *
get_path (Fixture *self,
          guint    i)
{
  return g_ptr_array_index (self->paths, i);
}

static void
overwrite (Fixture    *self,
           guint       i,
           const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (get_path (self, i), contents, -1, &error);
  g_assert_no_error (error);
}

static void
put (Fixture    *self,
     const char *name,
     const char *contents)
{
  g_ptr_array_add (self->paths, g_build_filename (self->folder, name, NULL));
  overwrite (self, self->paths->len - 1, contents);
}

static void
put_posting (Fixture    *self,
             const char *name,
             guint       version,
             const char *members)
{
  g_autofree char *json =
    g_strdup_printf ("{\"format\": \"vacancy-posting\", \"version\": %u, \"language\": \"en\", %s}",
                     version, members);

  put (self, name, json);
}

static void
make_items (Fixture *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_ptr_array_add (self->paths, NULL);
  self->items = vac_batch_new_items ((const char *const *) self->paths->pdata);
  g_ptr_array_set_size (self->paths, (int) self->paths->len - 1);
}

static VacBatchItem *
get_item (Fixture *self,
          guint    i)
{
  g_assert_cmpuint (i, <, self->items->len);

  return g_ptr_array_index (self->items, i);
}

static char *
read_file (Fixture *self,
           guint    i)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (get_path (self, i), &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static void
assert_contents (Fixture    *self,
                 guint       i,
                 const char *expected)
{
  g_autofree char *contents = read_file (self, i);

  g_assert_cmpstr (contents, ==, expected);
}

static void
assert_says (Fixture    *self,
             guint       i,
             const char *words)
{
  g_autofree char *contents = read_file (self, i);

  g_assert_nonnull (strstr (contents, words));
}

static void
assert_outcome (Fixture       *self,
                guint          i,
                VacBatchState  state,
                guint          n_changed,
                const char    *reason)
{
  VacBatchItem *item = get_item (self, i);

  g_assert_cmpint (vac_batch_item_get_state (item), ==, state);
  g_assert_cmpuint (vac_batch_item_get_n_changed (item), ==, n_changed);
  if (reason == NULL)
    g_assert_cmpstr (vac_batch_item_get_reason (item), ==, NULL);
  else if (strstr (vac_batch_item_get_reason (item), reason) == NULL)
    g_assert_cmpstr (vac_batch_item_get_reason (item), ==, reason);
}

static VacChange *
make_change (void)
{
  return vac_change_new_replace ("Acme", "Globex", VAC_PATTERN_WHOLE_WORDS, VAC_SEARCH_EVERYWHERE);
}

static void
run (Fixture      *self,
     VacBatchTask  task)
{
  g_autoptr (VacChange) change = make_change ();

  vac_batch_run (self->items, change, task, NULL);
}

static void
test_looking_changes_nothing_and_says_what_would (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *before = NULL;
  const VacHit *hit;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE ", \"sections\": [{\"id\": \"a\", \"title\": "
               "\"About {{employer}} Acme\", \"text\": \"Acme.\\n\\nacme, Acmeton\"}]");
  before = read_file (&fixture, 0);
  make_items (&fixture);
  run (&fixture, VAC_BATCH_LOCATE);
  assert_outcome (&fixture, 0, VAC_BATCH_CHANGED, 4, NULL);
  assert_contents (&fixture, 0, before);
  g_assert_cmpstr (vac_batch_item_get_title (get_item (&fixture, 0)), ==, "Engineer at Acme");
  hit = g_ptr_array_index (vac_batch_item_get_hits (get_item (&fixture, 0)), 0);
  g_assert_cmpstr (hit->place, ==, "job.title");
  g_assert_cmpstr (hit->before, ==, "Engineer at ");
  g_assert_cmpstr (hit->found, ==, "Acme");
  g_assert_cmpstr (hit->becomes, ==, "Globex");
  g_assert_cmpuint (hit->line, ==, 1);
  g_assert_cmpuint (hit->column, >, 1);
  hit = g_ptr_array_index (vac_batch_item_get_hits (get_item (&fixture, 0)), 2);
  g_assert_cmpstr (hit->found, ==, "Acme");
  g_assert_cmpstr (hit->after, ==, ".  acme, Acmeton");
}

static void
test_only_chosen_hits_change (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, "\"job\": {\"title\": \"Acme, Acme and Acme\"}");
  make_items (&fixture);
  run (&fixture, VAC_BATCH_LOOK);
  vac_batch_item_choose (get_item (&fixture, 0), 1, FALSE);
  g_assert_false (vac_batch_item_get_chosen (get_item (&fixture, 0), 1));
  g_assert_true (vac_batch_item_get_chosen (get_item (&fixture, 0), 2));
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_CHANGED, 2, NULL);
  assert_says (&fixture, 0, "\"Globex, Acme and Globex\"");
}

static void
test_what_changed_meanwhile_stays (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *now = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  put_posting (&fixture, "b.vacancy", 2, TITLE);
  make_items (&fixture);
  run (&fixture, VAC_BATCH_LOOK);
  overwrite (&fixture, 0, "{\"format\": \"vacancy-posting\", \"version\": 2, "
             "\"job\": {\"title\": \"Other at Acme\"}}");
  now = read_file (&fixture, 0);
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 0, "has changed since");
  assert_contents (&fixture, 0, now);
  assert_outcome (&fixture, 1, VAC_BATCH_CHANGED, 1, NULL);
}

static void
test_each_refusal_has_a_reason_and_leaves_the_file (void)
{
  const struct
  {
    const char *contents;
    const char *reason;
  } cases[] = {
    { "{\"format\": \"vacancy-posting\", \"version\": 2, \"job\": {\"title\": \"Ac", "1:" },
    { "", "" },
    { "[1]", "" },
    { "{\"job\": {\"title\": \"Acme\"}}", "" },
    { "{\"format\": \"vacancy-posting\", \"version\": 99, " TITLE "}", "newer version" },
    { "{\"format\": \"vacancy-posting\", \"version\": 2, \"job\": {\"title\": \"Acme\"},"
      " \"job\": {}}", "" },
    { "\xff\xfe", "" },
  };
  g_auto (Fixture) fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.vacancy", i);

      put (&fixture, name, cases[i].contents);
    }
  make_items (&fixture);
  for (guint j = 0; j < 2; j++)
    {
      run (&fixture, j == 0 ? VAC_BATCH_LOOK : VAC_BATCH_APPLY);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          assert_outcome (&fixture, i, VAC_BATCH_FAILED, j == 0 && i == 4 ? 1 : 0,
                          cases[i].reason);
          assert_contents (&fixture, i, cases[i].contents);
        }
      make_items (&fixture);
    }
}

static void
test_a_missing_file_and_a_folder_are_refused (void)
{
  g_auto (Fixture) fixture;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  g_unlink (get_path (&fixture, 0));
  g_ptr_array_add (fixture.paths, g_strdup (fixture.folder));
  make_items (&fixture);
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 0, "");
  assert_outcome (&fixture, 1, VAC_BATCH_FAILED, 0, "");
  g_ptr_array_set_size (fixture.paths, 1);
}

/* An administrator may write everything, and becomes somebody who may not. */
static void
test_a_read_only_file_stays (void)
{
  const gboolean is_administrator = geteuid () == 0;
  g_auto (Fixture) fixture;
  g_autofree char *before = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  before = read_file (&fixture, 0);
  g_assert_cmpint (g_chmod (get_path (&fixture, 0), 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture.folder, 0755), ==, 0);
  if (is_administrator)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  make_items (&fixture);
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 0, "");
  make_items (&fixture);
  run (&fixture, VAC_BATCH_LOOK);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 1, "");
  if (is_administrator)
    g_assert_cmpint (seteuid (0), ==, 0);
  assert_contents (&fixture, 0, before);
}

/* Not a byte, and not the time of the last change. */
static void
test_where_nothing_matches_no_file_is_touched (void)
{
  g_auto (Fixture) fixture;
  struct stat before, after;
  g_autofree char *contents = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "old.vacancy", 1, "\"job\": {\"title\": \"Cook\"}");
  contents = read_file (&fixture, 0);
  g_assert_cmpint (stat (get_path (&fixture, 0), &before), ==, 0);
  make_items (&fixture);
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_UNCHANGED, 0, NULL);
  assert_contents (&fixture, 0, contents);
  g_assert_cmpint (stat (get_path (&fixture, 0), &after), ==, 0);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

static void
test_a_run_can_be_undone_byte_for_byte (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *first = NULL, *second = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "old.vacancy", 1, TITLE ", \"own\": [1,  2]");
  put_posting (&fixture, "new.vacancy", 2, TITLE);
  put_posting (&fixture, "none.vacancy", 2, "\"job\": {\"title\": \"Cook\"}");
  first = read_file (&fixture, 0);
  make_items (&fixture);
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_CHANGED, 1, NULL);
  assert_says (&fixture, 0, "Globex");
  assert_says (&fixture, 0, "\"own\"");
  overwrite (&fixture, 1, "{}");
  second = read_file (&fixture, 1);
  vac_batch_run (fixture.items, NULL, VAC_BATCH_UNDO, NULL);
  assert_outcome (&fixture, 0, VAC_BATCH_UNDONE, 0, NULL);
  assert_contents (&fixture, 0, first);
  assert_outcome (&fixture, 1, VAC_BATCH_FAILED, 0, "changed again since");
  assert_contents (&fixture, 1, second);
  assert_outcome (&fixture, 2, VAC_BATCH_UNCHANGED, 0, NULL);
}

static void
test_the_version_before_is_in_the_history (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *before = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  before = read_file (&fixture, 0);
  make_items (&fixture);
  run (&fixture, VAC_BATCH_APPLY);
  file = g_file_new_for_path (get_path (&fixture, 0));
  versions = vac_versions_list (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 1);
  bytes = vac_versions_load (file, g_ptr_array_index (versions, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), before,
                   strlen (before));
}

static void
test_paths_to_one_file_are_one_posting (void)
{
  g_auto (Fixture) fixture;
  g_autofree char *link = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  link = g_build_filename (fixture.folder, "link.vacancy", NULL);
  g_assert_cmpint (symlink ("a.vacancy", link), ==, 0);
  g_ptr_array_insert (fixture.paths, 0, g_steal_pointer (&link));
  g_ptr_array_add (fixture.paths, g_strdup (get_path (&fixture, 1)));
  make_items (&fixture);
  g_ptr_array_set_size (fixture.paths, 2);
  g_assert_cmpuint (fixture.items->len, ==, 1);
  run (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_CHANGED, 1, NULL);
  assert_says (&fixture, 1, "Globex");
  g_assert_true (g_file_test (get_path (&fixture, 0), G_FILE_TEST_IS_SYMLINK));
}

/* Forms */

static VacDocument *
find_first (const char *path,
            gpointer    user_data)
{
  return g_str_has_suffix (path, "a.vacancy") ? user_data : NULL;
}

static VacDocument *
open_document (void)
{
  VacDocument *document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE),
                         "Unsaved at Acme");

  return document;
}

static void
on_finished_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  vac_batch_run_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
run_beside (Fixture      *self,
            VacBatchTask  task)
{
  g_autoptr (VacChange) change = make_change ();
  gboolean done = FALSE;

  vac_batch_run_async (self->items, task != VAC_BATCH_UNDO ? change : NULL, task, NULL, NULL, NULL,
                       on_finished_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_an_open_posting_changes_in_its_window (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (VacDocument) document = open_document ();
  g_autofree char *file = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  put_posting (&fixture, "b.vacancy", 2, TITLE);
  file = read_file (&fixture, 0);
  make_items (&fixture);
  vac_batch_find_documents (fixture.items, find_first, document);
  run_beside (&fixture, VAC_BATCH_LOOK);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_JOB_TITLE), ==, "Unsaved at Acme");
  run_beside (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_CHANGED, 1, NULL);
  assert_outcome (&fixture, 1, VAC_BATCH_CHANGED, 1, NULL);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_JOB_TITLE), ==, "Unsaved at Globex");
  assert_contents (&fixture, 0, file);
  run_beside (&fixture, VAC_BATCH_UNDO);
  assert_outcome (&fixture, 0, VAC_BATCH_UNDONE, 0, NULL);
  assert_outcome (&fixture, 1, VAC_BATCH_UNDONE, 0, NULL);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_JOB_TITLE), ==, "Unsaved at Acme");
  assert_contents (&fixture, 0, file);
}

static void
test_typing_after_a_look_or_a_change_is_kept (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (VacDocument) document = open_document ();
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  make_items (&fixture);
  vac_batch_find_documents (fixture.items, find_first, document);
  run_beside (&fixture, VAC_BATCH_LOOK);
  vac_document_set_text (document, title, "Typed at Acme");
  run_beside (&fixture, VAC_BATCH_APPLY);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 0, "changed since");
  run_beside (&fixture, VAC_BATCH_LOOK);
  run_beside (&fixture, VAC_BATCH_APPLY);
  g_assert_cmpstr (vac_node_get_text (title), ==, "Typed at Globex");
  vac_document_set_text (document, title, "Typed at Globex again");
  run_beside (&fixture, VAC_BATCH_UNDO);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 0, "changed again in its window");
  g_assert_cmpstr (vac_node_get_text (title), ==, "Typed at Globex again");
}

static void
test_what_was_opened_or_closed_since_stays (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (VacDocument) document = open_document ();
  g_autofree char *after = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  make_items (&fixture);
  run_beside (&fixture, VAC_BATCH_APPLY);
  after = read_file (&fixture, 0);
  vac_batch_find_documents (fixture.items, find_first, document);
  run_beside (&fixture, VAC_BATCH_UNDO);
  assert_outcome (&fixture, 0, VAC_BATCH_FAILED, 0, "opened or closed since");
  assert_contents (&fixture, 0, after);
}

/* Cancelling */

static void
cancel_after_three (VacBatchItem *item,
                    guint         n_done,
                    gpointer      user_data)
{
  if (n_done == 3)
    g_cancellable_cancel (user_data);
}

static void
on_cancelled_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vac_batch_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
test_a_cancelled_run_says_truly_what_it_did (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (VacChange) change = make_change ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;
  guint n_changed = 0, n_waiting = 0;

  fixture_init (&fixture);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.vacancy", i);

      put_posting (&fixture, name, 2, TITLE);
    }
  make_items (&fixture);
  vac_batch_run_async (fixture.items, change, VAC_BATCH_APPLY, cancel_after_three, cancellable,
                       cancellable, on_cancelled_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < fixture.items->len; i++)
    {
      const VacBatchState state = vac_batch_item_get_state (get_item (&fixture, i));
      g_autofree char *contents = read_file (&fixture, i);

      n_changed += state == VAC_BATCH_CHANGED;
      n_waiting += state == VAC_BATCH_WAITING;
      g_assert_cmpint (strstr (contents, "Globex") != NULL, ==, state == VAC_BATCH_CHANGED);
    }
  g_assert_cmpuint (n_changed, >=, 3);
  g_assert_cmpuint (n_waiting, >, 0);
  g_assert_cmpuint (n_changed + n_waiting, ==, 200);
}

static void
test_a_cancelled_run_begins_nothing (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (VacChange) change = make_change ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, TITLE);
  make_items (&fixture);
  g_cancellable_cancel (cancellable);
  vac_batch_run (fixture.items, change, VAC_BATCH_APPLY, cancellable);
  assert_outcome (&fixture, 0, VAC_BATCH_WAITING, 0, NULL);
  assert_says (&fixture, 0, "Acme");
}

/* Fields */

static void
test_fields_are_understood_as_in_forms (void)
{
  const struct
  {
    const char *path;
    const char *value;
    const char *members;   /* of the posting */
    const char *written;   /* nullable: refused or the same */
    const char *reason;    /* nullable */
  } cases[] = {
    { "job.closes", "12/24/2099", "", "\"closes\": \"2099-12-24\"", NULL },
    { "job.closes", "someday", "", NULL, "" },
    { "job.employer.name", "Globex", "", "\"name\": \"Globex\"", NULL },
    { "job.pay.minimum", "180k", "", "\"minimum\": 180000", NULL },
    { "job.pay.minimum", "plenty", "", NULL, "" },
    { "job.pay.period", "hour", "", "\"period\": \"hour\"", NULL },
    { "job.pay.period", "now and then", "", NULL, "" },
    { "job.closes", "", ", \"job\": {\"closes\": \"2099-12-24\"}", "", NULL },
    { "job.employer.name", "Acme", ", \"job\": {\"employer\": {\"name\": \"Acme\"}}", NULL, NULL },
    { "status", "archived", "", "\"statusSince\"", NULL },
    { "version", "3", "", NULL, "cannot be set" },
    { "sections", "3", "", NULL, "cannot be set" },
    { "job.nothing", "3", "", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture;
      g_autofree char *members = g_strdup_printf ("\"own\": 1%s", cases[i].members);
      g_autoptr (VacChange) change = vac_change_new_field (cases[i].path, cases[i].value);
      const gboolean changes = cases[i].written != NULL;
      g_autofree char *before = NULL;

      fixture_init (&fixture);
      put_posting (&fixture, "a.vacancy", 2, members);
      before = read_file (&fixture, 0);
      make_items (&fixture);
      vac_batch_run (fixture.items, change, VAC_BATCH_LOOK, NULL);
      g_assert_cmpuint (vac_batch_item_get_hits (get_item (&fixture, 0))->len, ==,
                        changes || cases[i].reason != NULL);
      assert_contents (&fixture, 0, before);
      vac_batch_run (fixture.items, change, VAC_BATCH_APPLY, NULL);
      if (changes)
        assert_says (&fixture, 0, cases[i].written);
      else
        assert_contents (&fixture, 0, before);
      assert_outcome (&fixture, 0,
                      changes ? VAC_BATCH_CHANGED
                              : cases[i].reason != NULL ? VAC_BATCH_FAILED : VAC_BATCH_UNCHANGED,
                      changes, cases[i].reason);
    }
}

static void
test_a_field_says_what_it_was_and_becomes (void)
{
  g_auto (Fixture) fixture;
  g_autoptr (VacChange) change = vac_change_new_status ("in-review");
  const VacHit *hit;

  fixture_init (&fixture);
  put_posting (&fixture, "a.vacancy", 2, "\"status\": \"open\"");
  make_items (&fixture);
  vac_batch_run (fixture.items, change, VAC_BATCH_LOOK, NULL);
  hit = g_ptr_array_index (vac_batch_item_get_hits (get_item (&fixture, 0)), 0);
  g_assert_cmpstr (hit->found, ==, vac_status_describe ("open"));
  g_assert_cmpstr (hit->becomes, ==, vac_status_describe ("in-review"));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*function) (void);
  } tests[] = {
    { "looking-changes-nothing-and-says-what-would",
      test_looking_changes_nothing_and_says_what_would },
    { "only-chosen-hits-change", test_only_chosen_hits_change },
    { "what-changed-meanwhile-stays", test_what_changed_meanwhile_stays },
    { "each-refusal-has-a-reason-and-leaves-the-file",
      test_each_refusal_has_a_reason_and_leaves_the_file },
    { "a-missing-file-and-a-folder-are-refused", test_a_missing_file_and_a_folder_are_refused },
    { "a-read-only-file-stays", test_a_read_only_file_stays },
    { "where-nothing-matches-no-file-is-touched", test_where_nothing_matches_no_file_is_touched },
    { "a-run-can-be-undone-byte-for-byte", test_a_run_can_be_undone_byte_for_byte },
    { "the-version-before-is-in-the-history", test_the_version_before_is_in_the_history },
    { "paths-to-one-file-are-one-posting", test_paths_to_one_file_are_one_posting },
    { "an-open-posting-changes-in-its-window", test_an_open_posting_changes_in_its_window },
    { "typing-after-a-look-or-a-change-is-kept", test_typing_after_a_look_or_a_change_is_kept },
    { "what-was-opened-or-closed-since-stays", test_what_was_opened_or_closed_since_stays },
    { "a-cancelled-run-says-truly-what-it-did", test_a_cancelled_run_says_truly_what_it_did },
    { "a-cancelled-run-begins-nothing", test_a_cancelled_run_begins_nothing },
    { "fields-are-understood-as-in-forms", test_fields_are_understood_as_in_forms },
    { "a-field-says-what-it-was-and-becomes", test_a_field_says_what_it_was_and_becomes },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/batch/%s", tests[i].path);

      g_test_add_func (path, tests[i].function);
    }

  return g_test_run ();
}
