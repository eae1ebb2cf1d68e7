/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-application-many"

#include "config.h"

#include "vac-application-private.h"
#include "vac-binder.h"
#include "vac-file-dialog.h"

/* What actions on many postings need to know of those that are open. */

static VacDocument *
find_document (const char *path,
               gpointer    user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = vac_application_find_window (VAC_APPLICATION (user_data), file);

  if (window == NULL)
    return NULL;
  vac_binder_settle (GTK_ROOT (window));

  return vac_store_get_document (vac_window_get_store (window));
}

static void
show (const char *path,
      const char *place,
      gpointer    user_data)
{
  VacApplication *self = VAC_APPLICATION (user_data);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = vac_application_find_window (self, file);
  g_autofree char *uri = g_file_get_uri (file);
  VacSessionPosting *posting;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      vac_window_set_place (window, place, 0);
      return;
    }
  posting = vac_session_posting_new (uri, place, 0);
  vac_application_open_file (self, file, NULL, posting);
  vac_session_posting_free (posting);
}

static void
show_new (VacDocument *document,
          gpointer     user_data)
{
  g_autoptr (VacStore) store = vac_store_new (document);
  VacWindow *window = vac_application_make_window (VAC_APPLICATION (user_data), NULL, store);

  gtk_window_present (GTK_WINDOW (window));
  vac_window_show_node (window, vac_document_get (document, VAC_ROLE_JOB_TITLE));
}

static void
choose_folder (GtkWindow        *parent,
               const char       *title,
               const char       *accept,
               VacManyFilesFunc  callback,
               gpointer          callback_data,
               gpointer          user_data)
{
  vac_choose_files (parent, VAC_CHOOSE_FOLDER, title, accept, NULL, NULL, callback, callback_data);
}

/**
 * vac_application_get_many_host:
 * @self: the program
 * @host: (out caller-allocates): takes what actions on many postings need from it; @changed is for
 *   whoever has the list
 */
void
vac_application_get_many_host (VacApplication *self,
                               VacManyHost    *host)
{
  *host = (VacManyHost) {
    .find_document = find_document,
    .show = show,
    .show_new = show_new,
    .choose_folder = choose_folder,
    .formats = vac_application_get_formats (),
    .settings = self->settings,
    .user_data = self,
  };
}
