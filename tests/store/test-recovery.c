/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store-fixture.h"
#include "support.h"
#include "vac-error.h"
#include "vac-rating.h"
#include "vac-recovery.h"
#include "vac-versions.h"
#include "vac-writer.h"
#include "waiting.h"

/* What becomes of text that was typed and not saved. */

typedef struct
{
  StoreFixture store;
  char        *folder;     /* owned: where slots are */
} Fixture;

static void
fixture_init (Fixture *self)
{
  store_fixture_init (&self->store);
  self->folder = vac_slot_ensure_folder (NULL);
  g_assert_nonnull (self->folder);
}

/* The thread that wrote last may still hold the lock. */
static void
fixture_clear (Fixture *self)
{
  waiting_until (store_count_entries (self->folder) == 0);
  g_free (self->folder);
  store_fixture_clear (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static const char *
get_title (VacRecovery *recovery)
{
  return vac_document_get_text (vac_store_get_document (vac_recovery_get_store (recovery)),
                                VAC_ROLE_JOB_TITLE);
}

static void
set_title (VacStore   *store,
           const char *title)
{
  VacDocument *document = vac_store_get_document (store);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static VacStore *
open_file (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  VacStore *store;

  vac_store_open_async (self->store.file, NULL, keep_result_cb, &result);
  waiting_until (result != NULL);
  store = vac_store_open_finish (result, &error);
  g_assert_no_error (error);

  return store;
}

static void
put_posting (Fixture    *self,
             const char *title)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"vacancy-posting\",\"version\":2,\"job\":{\"title\":\"%s\"}}", title);
  g_autoptr (VacDocument) document = support_read_text (text);
  g_autoptr (GBytes) bytes = vac_write_document (document);
  g_autofree char *written = support_bytes_to_text (bytes);

  store_put (self->store.path, written);
}

static gboolean
save (VacStore  *store,
      GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vac_store_save_async (store, NULL, VAC_WRITE_NONE, NULL, NULL, keep_result_cb, &result);
  waiting_until (result != NULL);

  return vac_store_save_finish (store, result, NULL, NULL, error);
}

/* The only slot that an ended program left, opened again. */
static VacRecovery *
restore (Fixture  *self,
         GError  **error)
{
  g_autoptr (GPtrArray) slots = vac_recovery_find_slots ();
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpuint (slots->len, ==, 1);
  vac_recovery_restore_async (g_ptr_array_index (slots, 0), keep_result_cb, &result);
  waiting_until (result != NULL);

  return vac_recovery_restore_finish (result, error);
}

/* The same, for what can be restored. */
static VacRecovery *
restore_titled (Fixture    *self,
                const char *title)
{
  g_autoptr (GError) error = NULL;
  VacRecovery *recovery = restore (self, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_title (recovery), ==, title);

  return recovery;
}

/* Somebody types into the fixture's file, and the program ends. */
static void
type_and_end (Fixture    *self,
              const char *title)
{
  g_autoptr (VacStore) store = open_file (self);
  g_autoptr (VacRecovery) recovery = vac_recovery_new (store);

  set_title (store, title);
  vac_recovery_set_place (recovery, "job");
  vac_recovery_flush (recovery);
  g_assert_null (vac_recovery_get_trouble (recovery));
}

static void
test_what_was_typed_comes_back_unsaved (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  VacStore *store;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  before = store_describe_folder (fixture.store.folder);
  type_and_end (&fixture, "Typed");
  recovery = restore_titled (&fixture, "Typed");
  store = vac_recovery_get_store (recovery);
  g_assert_true (g_file_equal (vac_store_get_file (store), fixture.store.file));
  g_assert_true (vac_document_get_modified (vac_store_get_document (store)));
  g_assert_true (vac_recovery_get_recovered (recovery));
  g_assert_false (vac_recovery_get_fell_back (recovery));
  g_assert_cmpstr (vac_recovery_get_place (recovery), ==, "job");
  g_assert_cmpint (vac_store_get_disk_state (store), ==, VAC_DISK_SAME);
  {
    g_autofree char *after = store_describe_folder (fixture.store.folder);

    g_assert_cmpstr (after, ==, before);
  }

  g_assert_true (save (store, &error));
  g_assert_no_error (error);
  g_assert_false (vac_recovery_get_recovered (recovery));
  g_clear_object (&recovery);
}

static void
test_a_posting_never_saved_comes_back (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacRecovery) recovery = NULL;

  fixture_init (&fixture);
  {
    g_autoptr (VacDocument) document = vac_document_new ();
    g_autoptr (VacStore) store = vac_store_new (document);
    g_autoptr (VacRecovery) before = vac_recovery_new (store);

    set_title (store, "New");
    vac_recovery_flush (before);
  }
  recovery = restore_titled (&fixture, "New");
  g_assert_null (vac_store_get_file (vac_recovery_get_store (recovery)));
  g_assert_true (vac_document_get_modified (
      vac_store_get_document (vac_recovery_get_store (recovery))));
  vac_recovery_discard (recovery);
}

static void
test_somebody_elses_version_is_not_written_over (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  type_and_end (&fixture, "Typed");
  put_posting (&fixture, "Theirs");
  recovery = restore_titled (&fixture, "Typed");
  g_assert_cmpint (vac_store_get_disk_state (vac_recovery_get_store (recovery)), ==,
                   VAC_DISK_CHANGED);
  g_assert_false (save (vac_recovery_get_store (recovery), &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_CONFLICT);
  vac_recovery_discard (recovery);
}

static void
test_the_text_of_a_deleted_file_comes_back (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacRecovery) recovery = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  type_and_end (&fixture, "Typed");
  g_assert_no_errno (g_remove (fixture.store.path));
  recovery = restore_titled (&fixture, "Typed");
  g_assert_cmpint (vac_store_get_disk_state (vac_recovery_get_store (recovery)), ==,
                   VAC_DISK_DELETED);
  vac_recovery_discard (recovery);
}

/* The program ended between saving and dropping what it had kept. */
static void
test_what_is_in_the_file_is_not_restored (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  type_and_end (&fixture, "Typed");
  put_posting (&fixture, "Typed");
  g_assert_null (restore (&fixture, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
}

/* Nobody flushes here: it is the pause that ends. */
static void
test_typing_is_kept_without_being_asked (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacStore) store = NULL;
  g_autoptr (VacRecovery) recovery = NULL;
  gint64 start;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  store = open_file (&fixture);
  recovery = vac_recovery_new (store);
  g_assert_cmpuint (store_count_entries (fixture.folder), ==, 0);
  start = g_get_monotonic_time ();
  set_title (store, "Typed");
  waiting_until (store_count_entries (fixture.folder) == 2);
  g_test_message ("kept after %.1f s", (g_get_monotonic_time () - start) / 1e6);

  /* What is undone is what the file says. */
  vac_document_undo (vac_store_get_document (store));
  waiting_until (store_count_entries (fixture.folder) <= 1);
}

/* Ratings are kept like postings, and come back as what they are. */
static void
test_ratings_come_back (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacDocument) posting = support_load_document ("data/registered-nurse.vacancy");
  g_autoptr (VacDocument) rating = vac_rating_new (posting);
  g_autoptr (VacRecovery) restored = NULL;
  g_autoptr (GError) error = NULL;
  VacDocument *document;

  fixture_init (&fixture);
  {
    g_autoptr (VacStore) store = vac_store_new (rating);
    g_autoptr (VacRecovery) recovery = vac_recovery_new (store);

    vac_document_set_text (rating, vac_document_get (rating, VAC_ROLE_RATING_CANDIDATE), "A. B.");
    vac_recovery_flush (recovery);
    g_assert_null (vac_recovery_get_trouble (recovery));
  }
  restored = restore (&fixture, &error);
  g_assert_no_error (error);
  document = vac_store_get_document (vac_recovery_get_store (restored));
  g_assert_cmpint (vac_node_get_role (vac_document_get_root (document)), ==, VAC_ROLE_RATING);
  g_assert_cmpstr (vac_document_get_text (document, VAC_ROLE_RATING_CANDIDATE), ==, "A. B.");
  g_assert_true (vac_document_get_modified (document));
  vac_recovery_discard (restored);
}

/* Nobody else may read ratings, and no version of them is kept; who may is up to the user then. */
static void
test_ratings_are_private (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacDocument) posting = support_load_document ("data/registered-nurse.vacancy");
  g_autoptr (VacDocument) rating = vac_rating_new (posting);
  g_autoptr (VacStore) store = vac_store_new (rating);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  fixture_init (&fixture);
  g_unlink (fixture.store.path);
  vac_store_save_async (store, fixture.store.file, VAC_WRITE_NONE, NULL, NULL, keep_result_cb,
                        &result);
  waiting_until (result != NULL);
  g_assert_true (vac_store_save_finish (store, result, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_get_mode (fixture.store.path), ==, 0600);

  g_assert_no_errno (g_chmod (fixture.store.path, 0640));
  vac_document_set_text (rating, vac_document_get (rating, VAC_ROLE_RATING_CANDIDATE), "A. B.");
  g_assert_true (save (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_get_mode (fixture.store.path), ==, 0640);
  versions = vac_versions_list (fixture.store.file, NULL, NULL);
  g_assert_true (versions == NULL || versions->len == 0);
}

static void
test_a_save_ends_the_keeping (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacStore) store = NULL;
  g_autoptr (VacRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  store = open_file (&fixture);
  recovery = vac_recovery_new (store);
  set_title (store, "Typed");
  vac_recovery_hurry (recovery);
  g_assert_true (save (store, &error));
  g_assert_no_error (error);
  waiting_until (store_count_entries (fixture.folder) <= 1);

  set_title (store, "More");
  vac_recovery_flush (recovery);
  g_assert_cmpuint (store_count_entries (fixture.folder), >=, 2);
  vac_recovery_discard (recovery);
}

static void
test_what_cannot_be_read_is_put_aside (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_kept = 0;

  fixture_init (&fixture);
  {
    g_autoptr (VacSlot) slot = vac_slot_new (fixture.folder, NULL);
    VacSlotContents contents = { .sequence = vac_slot_next (slot) };

    contents.bytes = g_bytes_new_static ("no posting", 10);
    g_assert_true (vac_slot_write (slot, &contents, NULL));
    g_bytes_unref (contents.bytes);
  }
  g_assert_null (restore (&fixture, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_UNREADABLE);
  slots = vac_recovery_find_slots ();
  g_assert_cmpuint (slots->len, ==, 0);

  dir = g_dir_open (fixture.folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture.folder, name, NULL);

      n_kept += g_str_has_suffix (name, ".damaged");
      g_assert_no_errno (g_remove (path));
    }
  g_assert_cmpuint (n_kept, ==, 1);
}

/* A file where the folder should be is as bad as a disk that is full. */
static void
test_no_folder_is_said_and_stops_nothing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (VacStore) store = NULL;
  g_autoptr (VacRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  put_posting (&fixture, "Saved");
  store = open_file (&fixture);
  recovery = vac_recovery_new (store);
  g_assert_no_errno (g_rmdir (fixture.folder));
  store_put (fixture.folder, "");

  set_title (store, "Typed");
  vac_recovery_flush (recovery);
  g_assert_nonnull (vac_recovery_get_trouble (recovery));
  g_assert_true (save (store, &error));
  g_assert_no_error (error);
  g_assert_null (vac_recovery_get_trouble (recovery));

  set_title (store, "More");
  vac_recovery_flush (recovery);
  g_assert_nonnull (vac_recovery_get_trouble (recovery));
  g_assert_no_errno (g_remove (fixture.folder));
  vac_recovery_flush (recovery);
  g_assert_null (vac_recovery_get_trouble (recovery));
  vac_recovery_discard (recovery);
}

int
main (int    argc,
      char **argv)
{
  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recovery/what-was-typed-comes-back-unsaved",
                   test_what_was_typed_comes_back_unsaved);
  g_test_add_func ("/recovery/a-posting-never-saved-comes-back",
                   test_a_posting_never_saved_comes_back);
  g_test_add_func ("/recovery/somebody-elses-version-is-not-written-over",
                   test_somebody_elses_version_is_not_written_over);
  g_test_add_func ("/recovery/the-text-of-a-deleted-file-comes-back",
                   test_the_text_of_a_deleted_file_comes_back);
  g_test_add_func ("/recovery/what-is-in-the-file-is-not-restored",
                   test_what_is_in_the_file_is_not_restored);
  g_test_add_func ("/recovery/typing-is-kept-without-being-asked",
                   test_typing_is_kept_without_being_asked);
  g_test_add_func ("/recovery/ratings-come-back", test_ratings_come_back);
  g_test_add_func ("/recovery/ratings-are-private", test_ratings_are_private);
  g_test_add_func ("/recovery/a-save-ends-the-keeping", test_a_save_ends_the_keeping);
  g_test_add_func ("/recovery/what-cannot-be-read-is-put-aside",
                   test_what_cannot_be_read_is_put_aside);
  g_test_add_func ("/recovery/no-folder-is-said-and-stops-nothing",
                   test_no_folder_is_said_and_stops_nothing);

  return g_test_run ();
}
