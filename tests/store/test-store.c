/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "support.h"
#include "vac-error.h"
#include "vac-reader.h"
#include "vac-store.h"
#include "waiting.h"

/* One open posting and its saves, which overlap. */
typedef struct
{
  char        *folder;
  GFile       *file;
  GFile       *other;
  VacDocument *document;
  VacStore    *store;
  guint        n_done;
  guint        n_failed;
  GArray      *inodes;      /* of guint64: of the posting's file after each save */
  int          code;        /* of the last error */
  VacBaseline *found;       /* with it */
} Fixture;

static void
set_title (Fixture    *self,
           const char *title)
{
  g_assert_true (vac_document_set_text (
      self->document, vac_document_get (self->document, VAC_ROLE_JOB_TITLE), title));
}

static void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("vacancy-store-XXXXXX", NULL);
  self->file = g_file_new_build_filename (self->folder, "one.vacancy", NULL);
  self->other = g_file_new_build_filename (self->folder, "two.vacancy", NULL);
  self->document = vac_document_new ();
  self->store = vac_store_new (self->document);
  self->inodes = g_array_new (FALSE, FALSE, sizeof (guint64));
  set_title (self, "First");
}

static void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_file_delete (self->file, NULL, NULL);
  g_file_delete (self->other, NULL, NULL);
  g_rmdir (self->folder);
  g_clear_object (&self->store);
  g_object_unref (self->document);
  g_object_unref (self->file);
  g_object_unref (self->other);
  vac_baseline_free (self->found);
  g_array_unref (self->inodes);
  g_free (self->folder);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;
  GStatBuf status = { 0 };
  GFile *file = vac_store_get_file (VAC_STORE (source));
  guint64 inode;

  self->n_done++;
  g_clear_pointer (&self->found, vac_baseline_free);
  if (!vac_store_save_finish (VAC_STORE (source), result, NULL, &self->found, &error))
    {
      self->n_failed++;
      self->code = error->code;
    }
  if (file != NULL)
    g_stat (g_file_peek_path (file), &status);
  inode = status.st_ino;
  g_array_append_val (self->inodes, inode);
}

static void
save (Fixture       *self,
      GFile         *file,
      VacWriteFlags  flags)
{
  vac_store_save_async (self->store, file, flags, NULL, NULL, on_saved_cb, self);
}

static void
wait_for (Fixture *self,
          guint    n_done)
{
  waiting_until (self->n_done >= n_done);
}

static char *
read_title (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr (VacDocument) document = NULL;

  g_assert_no_error (error);
  document = vac_read_document (bytes, &error);
  g_assert_no_error (error);

  return g_strdup (vac_document_get_text (document, VAC_ROLE_JOB_TITLE));
}

static void
assert_title (GFile      *file,
              const char *title)
{
  g_autofree char *actual = read_title (file);

  g_assert_cmpstr (actual, ==, title);
}

static void
test_edit_while_saving (Fixture       *self,
                        gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  g_assert_true (vac_store_get_saving (self->store));
  set_title (self, "Second");
  wait_for (self, 1);

  assert_title (self->file, "First");
  g_assert_true (vac_document_get_modified (self->document));
  vac_document_undo (self->document);
  g_assert_false (vac_document_get_modified (self->document));
}

static void
test_later_saves (Fixture       *self,
                  gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  save (self, self->file, VAC_WRITE_NONE);
  set_title (self, "Second");
  save (self, self->file, VAC_WRITE_NONE);
  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 4);

  g_assert_cmpuint (self->n_failed, ==, 0);
  assert_title (self->file, "Second");
  g_assert_false (vac_document_get_modified (self->document));
  g_assert_false (vac_store_get_saving (self->store));
  /* Those that waited share one write: the file was replaced once after the first. */
  g_assert_cmpuint (g_array_index (self->inodes, guint64, 1), ==,
                    g_array_index (self->inodes, guint64, 2));
  g_assert_cmpuint (g_array_index (self->inodes, guint64, 1), ==,
                    g_array_index (self->inodes, guint64, 3));
}

/* "Save" means the file that the posting has once it is its turn. */
static void
test_save_after_save_as (Fixture       *self,
                         gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);

  set_title (self, "Second");
  save (self, NULL, VAC_WRITE_NONE);
  save (self, self->other, VAC_WRITE_OVERWRITE);
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 3);
  set_title (self, "Third");
  wait_for (self, 4);
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 5);

  g_assert_cmpuint (self->n_failed, ==, 0);
  assert_title (self->file, "Second");
  assert_title (self->other, "Third");
  g_assert_true (g_file_equal (vac_store_get_file (self->store), self->other));
}

static void
on_saving_cb (VacStore   *store,
              GParamSpec *pspec,
              Fixture    *self)
{
  if (vac_store_get_saving (store))
    return;
  g_signal_handlers_disconnect_by_func (store, on_saving_cb, self);
  set_title (self, "From a handler");
  save (self, NULL, VAC_WRITE_NONE);
}

static void
test_save_from_a_handler (Fixture       *self,
                          gconstpointer  data)
{
  g_signal_connect (self->store, "notify::saving", G_CALLBACK (on_saving_cb), self);
  save (self, self->file, VAC_WRITE_NONE);
  save (self, self->other, VAC_WRITE_NONE);
  wait_for (self, 3);

  g_assert_cmpuint (self->n_failed, ==, 0);
  assert_title (self->file, "First");
  assert_title (self->other, "From a handler");
  g_assert_false (vac_document_get_modified (self->document));
}

static void
test_store_let_go (Fixture       *self,
                   gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  save (self, self->other, VAC_WRITE_NONE);
  g_clear_object (&self->store);
  wait_for (self, 2);

  g_assert_cmpuint (self->n_failed, ==, 0);
  assert_title (self->file, "First");
  assert_title (self->other, "First");
}

static void
test_failed_save_as (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GFile) nowhere = g_file_new_build_filename (self->folder, "no", "such.vacancy", NULL);

  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  set_title (self, "Second");
  save (self, nowhere, VAC_WRITE_OVERWRITE);
  wait_for (self, 2);

  g_assert_cmpuint (self->n_failed, ==, 1);
  g_assert_cmpint (self->code, ==, VAC_ERROR_NOT_FOUND);
  g_assert_true (g_file_equal (vac_store_get_file (self->store), self->file));
  g_assert_true (vac_document_get_modified (self->document));
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 3);
  g_assert_cmpuint (self->n_failed, ==, 1);
  assert_title (self->file, "Second");
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), "theirs", -1, NULL));
  vac_store_look (self->store);
  g_assert_cmpint (vac_store_get_disk_state (self->store), ==, VAC_DISK_CHANGED);

  set_title (self, "Second");
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 2);
  g_assert_cmpint (self->code, ==, VAC_ERROR_CONFLICT);
  g_assert_true (vac_document_get_modified (self->document));

  save (self, NULL, VAC_WRITE_OVERWRITE);
  wait_for (self, 3);
  set_title (self, "Third");
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 4);
  g_assert_cmpuint (self->n_failed, ==, 1);
  vac_store_look (self->store);
  g_assert_cmpint (vac_store_get_disk_state (self->store), ==, VAC_DISK_SAME);
  assert_title (self->file, "Third");
}

static void
put (Fixture    *self,
     const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), text, -1, NULL));
}

static void
assert_holds (Fixture    *self,
              const char *text)
{
  g_autofree char *actual = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &actual, NULL, NULL));
  g_assert_cmpstr (actual, ==, text);
}

/* The user agrees to write over the second version while a third one comes. */
static void
test_third_version (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (VacBaseline) agreed = NULL;

  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  put (self, "theirs");
  set_title (self, "Ours");
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 2);
  g_assert_cmpint (self->code, ==, VAC_ERROR_CONFLICT);

  put (self, "theirs, later");
  agreed = vac_baseline_copy (self->found);
  vac_store_save_async (self->store, NULL, VAC_WRITE_NONE, agreed, NULL, on_saved_cb, self);
  wait_for (self, 3);
  g_assert_cmpuint (self->n_failed, ==, 2);
  g_assert_cmpint (self->code, ==, VAC_ERROR_CONFLICT);
  assert_holds (self, "theirs, later");

  g_clear_pointer (&agreed, vac_baseline_free);
  agreed = vac_baseline_copy (self->found);
  vac_store_save_async (self->store, NULL, VAC_WRITE_NONE, agreed, NULL, on_saved_cb, self);
  wait_for (self, 4);
  g_assert_cmpuint (self->n_failed, ==, 2);
  assert_title (self->file, "Ours");
}

static void
test_deleted (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *text = NULL;

  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &text, NULL, NULL));
  g_assert_false (vac_document_get_modified (self->document));

  g_assert_cmpint (g_unlink (g_file_peek_path (self->file)), ==, 0);
  waiting_until (vac_store_get_disk_state (self->store) == VAC_DISK_DELETED);
  g_assert_true (vac_document_get_modified (self->document));

  put (self, text);
  waiting_until (vac_store_get_disk_state (self->store) == VAC_DISK_SAME);
  g_assert_false (vac_document_get_modified (self->document));
}

/* Kept against the second version; the third is a conflict again. */
static void
test_keep (Fixture       *self,
           gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  put (self, "theirs");
  vac_store_look (self->store);
  vac_store_keep (self->store);
  g_assert_cmpint (vac_store_get_disk_state (self->store), ==, VAC_DISK_SAME);
  g_assert_true (vac_document_get_modified (self->document));
  assert_holds (self, "theirs");

  put (self, "theirs, later");
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 2);
  g_assert_cmpint (self->code, ==, VAC_ERROR_CONFLICT);
  vac_store_keep (self->store);
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 3);
  g_assert_cmpuint (self->n_failed, ==, 1);
  assert_title (self->file, "First");
  g_assert_false (vac_document_get_modified (self->document));
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  g_assert_null (vac_store_get_trouble (self->store));
  g_assert_cmpint (g_chmod (g_file_peek_path (self->file), 0444), ==, 0);
  waiting_until (vac_store_get_trouble (self->store) != NULL);
  g_assert_nonnull (strstr (vac_store_get_trouble (self->store), "read-only"));
  g_assert_false (vac_document_get_modified (self->document));
  g_assert_cmpint (g_chmod (g_file_peek_path (self->file), 0644), ==, 0);
  waiting_until (vac_store_get_trouble (self->store) == NULL);
}

/* What the reader would refuse is not written, and the next save is not held up. */
static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *long_title = g_strnfill (17 * 1024 * 1024, 'x');

  save (self, self->file, VAC_WRITE_NONE);
  wait_for (self, 1);
  set_title (self, long_title);
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 2);
  g_assert_cmpint (self->code, ==, VAC_ERROR_UNREADABLE);
  assert_title (self->file, "First");
  g_assert_true (vac_document_get_modified (self->document));
  g_assert_false (vac_store_get_saving (self->store));
  set_title (self, "Short");
  save (self, NULL, VAC_WRITE_NONE);
  wait_for (self, 3);
  g_assert_cmpuint (self->n_failed, ==, 1);
  assert_title (self->file, "Short");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/what-is-typed-while-saving-stays-unsaved", test_edit_while_saving },
    { "/store/saves-that-wait-share-one-write", test_later_saves },
    { "/store/save-follows-the-posting-to-its-new-file", test_save_after_save_as },
    { "/store/one-save-at-a-time-even-from-a-handler", test_save_from_a_handler },
    { "/store/a-store-let-go-of-finishes-its-saves", test_store_let_go },
    { "/store/a-failed-save-as-changes-nothing", test_failed_save_as },
    { "/store/a-conflict-is-over-once-overruled", test_conflict },
    { "/store/agreement-covers-no-third-version", test_third_version },
    { "/store/a-posting-whose-file-is-deleted-is-not-saved", test_deleted },
    { "/store/what-is-kept-replaces-what-was-seen", test_keep },
    { "/store/a-read-only-file-is-known-before-the-save", test_read_only },
    { "/store/what-cannot-be-read-again-is-not-written", test_unreadable },
  };

  support_use_own_state ();
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);

  return g_test_run ();
}
