/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"
#include "vac-error.h"
#include "vac-shared-files.h"
#include "vac-shared.h"
#include "waiting.h"

/* The files of the user's shared texts. */

static GAsyncResult *answer;

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_assert_null (answer);
  answer = g_object_ref (result);
}

static VacSharedText *
save (const VacSharedText *before,
      VacDocument         *document,
      GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vac_shared_files_save_async (before, document, on_done_cb, NULL);
  waiting_until (answer != NULL);
  result = g_steal_pointer (&answer);

  return vac_shared_files_save_finish (result, error);
}

static VacDocument *
make_document (const char *id,
               const char *words)
{
  g_autofree char *quoted = g_strdup_printf (
      "{'format':'vacancy-posting','version':2,'language':'en','sharedText':{'id':'%s'},"
      "'sections':[{'id':'s','title':'S','text':'%s'}]}", id, words);

  return support_read_quoted (quoted);
}

static VacSharedText *
read_version (const char *id,
              gint64      version)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);

  return vac_shared_library_read_version (library, id, version, NULL);
}

static void
test_every_version_is_kept (void)
{
  g_autoptr (VacDocument) document = make_document ("kept", "One.");
  g_autoptr (VacSharedText) first = save (NULL, document, NULL);
  g_autoptr (VacDocument) changed = vac_shared_text_open (first, NULL);
  g_autoptr (VacSharedText) second = NULL, older = NULL, newest = NULL;
  g_autofree char *prose = NULL;

  g_assert_cmpint (first->version, ==, 1);
  vac_document_set_text (changed, vac_node_get (vac_shared_get_section (changed),
                                                VAC_ROLE_SECTION_TEXT), "Two.");
  second = save (first, changed, NULL);
  g_assert_cmpint (second->version, ==, 2);
  older = read_version ("kept", 1);
  newest = read_version ("kept", 2);
  g_assert_true (g_bytes_equal (older->bytes, first->bytes));
  prose = vac_shared_text_dup_prose (newest);
  g_assert_cmpstr (prose, ==, "S\n\nTwo.");
}

static void
test_what_another_program_wrote_is_not_overwritten (void)
{
  g_autoptr (VacDocument) document = make_document ("shared", "One.");
  g_autoptr (VacSharedText) first = save (NULL, document, NULL);
  g_autoptr (VacDocument) theirs = make_document ("shared", "Theirs.");
  g_autoptr (VacDocument) mine = make_document ("shared", "Mine.");
  g_autoptr (VacSharedText) second = save (first, theirs, NULL);
  g_autoptr (VacSharedText) refused = NULL, now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (second);
  refused = save (first, mine, &error);
  g_assert_null (refused);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_CONFLICT);
  now = read_version ("shared", 2);
  g_assert_true (g_bytes_equal (now->bytes, second->bytes));
}

static void
test_a_new_text_takes_no_other_s_place (void)
{
  g_autoptr (VacDocument) document = make_document ("taken", "One.");
  g_autoptr (VacSharedText) first = save (NULL, document, NULL);
  g_autoptr (VacSharedText) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (first);
  again = save (NULL, document, &error);
  g_assert_null (again);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_EXISTS);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("vacancy-texts-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shared-files/every-version-is-kept", test_every_version_is_kept);
  g_test_add_func ("/shared-files/what-another-program-wrote-is-not-overwritten",
                   test_what_another_program_wrote_is_not_overwritten);
  g_test_add_func ("/shared-files/a-new-text-takes-no-other-s-place",
                   test_a_new_text_takes_no_other_s_place);

  return g_test_run ();
}
