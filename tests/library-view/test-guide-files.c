/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "support.h"
#include "vac-error.h"
#include "vac-guide-files.h"
#include "vac-guide-library.h"
#include "waiting.h"

/* The files of the user's guides, as the start page changes them. */

static GAsyncResult *answer;

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_assert_null (answer);
  answer = g_object_ref (result);
}

/* Returns: (transfer full) */
static GAsyncResult *
wait (void)
{
  waiting_until (answer != NULL);

  return g_steal_pointer (&answer);
}

static GFile *
add (const char *title,
     const char *summary)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file;

  vac_guide_files_add_async (document, title, summary, on_done_cb, NULL);
  result = wait ();
  file = vac_guide_files_add_finish (result, &error);
  g_assert_no_error (error);

  return file;
}

static gboolean
describe (GFile       *file,
          const char  *title,
          const char  *summary,
          GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vac_guide_files_describe_async (file, title, summary, on_done_cb, NULL);
  result = wait ();

  return vac_guide_files_describe_finish (result, error);
}

static GBytes *
delete (GFile   *file,
        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vac_guide_files_delete_async (file, on_done_cb, NULL);
  result = wait ();

  return vac_guide_files_delete_finish (result, error);
}

static gboolean
restore (GFile   *file,
         GBytes  *bytes,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vac_guide_files_restore_async (file, bytes, on_done_cb, NULL);
  result = wait ();

  return vac_guide_files_restore_finish (result, error);
}

static void
assert_guide (GFile      *file,
              const char *name,
              const char *summary)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (folder);
  GPtrArray *guides = vac_guide_library_get_guides (library);

  for (guint i = 0; i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);

      if (guide->file == NULL || !g_file_equal (guide->file, file))
        continue;
      g_assert_cmpstr (guide->name, ==, name);
      g_assert_cmpstr (guide->summary, ==, summary);
      return;
    }
  g_assert_null (name);
}

static void
test_one_is_added_described_and_deleted (void)
{
  g_autoptr (GFile) file = add ("Tea Taster", "For those who taste.");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  assert_guide (file, "Tea Taster", "For those who taste.");
  g_assert_true (describe (file, "Coffee & <Taster>", "For others.", &error));
  g_assert_no_error (error);
  assert_guide (file, "Coffee & <Taster>", "For others.");
  bytes = delete (file, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  assert_guide (file, NULL, NULL);
  g_assert_true (restore (file, bytes, &error));
  assert_guide (file, "Coffee & <Taster>", "For others.");
}

/* What another program put there is not written over. */
static void
test_nothing_is_put_back_over_another_file (void)
{
  g_autoptr (GFile) file = add ("Tea Taster", "");
  g_autoptr (GBytes) bytes = delete (file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "theirs", -1, NULL));
  g_assert_false (restore (file, bytes, &error));
  g_assert_error (error, VAC_ERROR, VAC_ERROR_EXISTS);
  g_unlink (g_file_peek_path (file));
}

static void
test_what_cannot_be_changed_stays (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "{ oops", VAC_ERROR_SYNTAX },
    { "{ \"format\": \"vacancy-posting\", \"version\": 99 }\n", VAC_ERROR_READ_ONLY },
  };
  g_autoptr (GFile) file = add ("Tea Taster", "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (g_file_peek_path (file), cases[i].text, -1, NULL));
      g_assert_false (describe (file, "Other", "", &error));
      g_assert_error (error, VAC_ERROR, cases[i].code);
      g_assert_true (g_file_get_contents (g_file_peek_path (file), &after, NULL, NULL));
      g_assert_cmpstr (after, ==, cases[i].text);
    }
  g_unlink (g_file_peek_path (file));
}

static void
test_what_is_gone_is_said (void)
{
  g_autoptr (GFile) file = add ("Tea Taster", "");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_unlink (g_file_peek_path (file));
  bytes = delete (file, &error);
  g_assert_null (bytes);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND);
  g_assert_false (describe (file, "Other", "", &other));
  g_assert_error (other, VAC_ERROR, VAC_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("vacancy-guides-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-files/one-is-added-described-and-deleted",
                   test_one_is_added_described_and_deleted);
  g_test_add_func ("/guide-files/nothing-is-put-back-over-another-file",
                   test_nothing_is_put_back_over_another_file);
  g_test_add_func ("/guide-files/what-cannot-be-changed-stays", test_what_cannot_be_changed_stays);
  g_test_add_func ("/guide-files/what-is-gone-is-said", test_what_is_gone_is_said);

  return g_test_run ();
}
