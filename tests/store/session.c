/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-reader.h"
#include "vac-recovery.h"
#include "vac-safe-file-private.h"
#include "vac-state-folder.h"
#include "vac-writer.h"

/* session edit FILE TITLE: what a window does with a file when somebody types and saves, without
 * the window. It says what it told the user, as it goes.
 * session type FILE TITLE: the same without saving.
 * session remote FILE TITLE: saves as to a file without a local path.
 * session start: what a start shows of the programs before. */

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static int
edit (const char *path,
      const char *title,
      gboolean    saves)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacStore) store = NULL;
  g_autoptr (VacRecovery) recovery = NULL;
  VacDocument *document;

  vac_store_open_async (file, NULL, keep_result_cb, &opened);
  wait_for (&opened);
  store = vac_store_open_finish (opened, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  recovery = vac_recovery_new (store);
  document = vac_store_get_document (store);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);
  vac_recovery_flush (recovery);
  if (vac_recovery_get_trouble (recovery) == NULL)
    g_print ("kept\n");
  else
    g_print ("not kept: %s\n", vac_recovery_get_trouble (recovery));
  if (!saves)
    return EXIT_SUCCESS;

  vac_store_save_async (store, NULL, VAC_WRITE_NONE, NULL, NULL, keep_result_cb, &saved);
  wait_for (&saved);
  if (!vac_store_save_finish (store, saved, NULL, NULL, &error))
    {
      g_print ("not saved: %s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("saved\n");

  return EXIT_SUCCESS;
}

static int
edit_remotely (const char *path,
               const char *title)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (VacBaseline) expected = NULL;
  g_autoptr (VacBaseline) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) old = vac_safe_file_load_remote (file, G_MAXINT, &expected, NULL, &error);
  g_autoptr (VacDocument) document = old != NULL ? vac_read_document (old, &error) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (document != NULL)
    {
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), title);
      bytes = vac_write_document (document);
      written = vac_safe_file_write_remote (file, bytes, expected, VAC_WRITE_NONE, NULL, &error);
    }
  if (written == NULL)
    {
      g_print ("not saved: %s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("saved\n");

  return EXIT_SUCCESS;
}

static int
start (void)
{
  g_autoptr (GPtrArray) slots = vac_recovery_find_slots ();

  for (guint i = 0; i < slots->len; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VacRecovery) recovery = NULL;

      vac_recovery_restore_async (g_ptr_array_index (slots, i), keep_result_cb, &result);
      wait_for (&result);
      recovery = vac_recovery_restore_finish (result, &error);
      if (recovery != NULL)
        {
          VacStore *store = vac_recovery_get_store (recovery);

          g_print ("restored: %s\n", vac_document_get_text (vac_store_get_document (store),
                                                            VAC_ROLE_JOB_TITLE));
          vac_recovery_discard (recovery);
        }
      else if (!g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
        g_print ("not restored: %s\n", error->message);
    }
  vac_state_folder_sweep ();

  return EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && strcmp (argv[1], "edit") == 0)
    return edit (argv[2], argv[3], TRUE);
  if (argc == 4 && strcmp (argv[1], "type") == 0)
    return edit (argv[2], argv[3], FALSE);
  if (argc == 4 && strcmp (argv[1], "remote") == 0)
    return edit_remotely (argv[2], argv[3]);
  if (argc == 2 && strcmp (argv[1], "start") == 0)
    return start ();

  return EXIT_FAILURE;
}
