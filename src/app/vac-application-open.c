/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-application-open"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-application-private.h"
#include "vac-error.h"
#include "vac-question.h"
#include "vac-rating-window.h"
#include "vac-safe-file.h"

/* Opening files, and what was not saved when the program ended. */

typedef struct
{
  VacApplication *application;
  GFile          *file;
  GWeakRef        origin;    /* the window in which it was chosen */
  char *place;               /* nullable: of the node to show */
  double scroll;             /* see vac_window_set_place() */
} Opening;

/* Returns: (nullable): a window with an error that is out of date: because the same file was opened
 * once more, or because the user turned from there to another one */
static VacWindow *
find_outdated_error (Opening *opening)
{
  g_autoptr (VacWindow) origin = g_weak_ref_get (&opening->origin);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (opening->application));

  if (origin != NULL && vac_window_get_failed_file (origin) != NULL)
    return origin;
  for (GList *l = windows; l != NULL; l = l->next)
    {
      GFile *failed = VAC_IS_WINDOW (l->data) ? vac_window_get_failed_file (l->data) : NULL;

      if (failed != NULL && g_file_equal (failed, opening->file))
        return l->data;
    }

  return NULL;
}

static VacWindow *
find_place (Opening  *opening,
            VacStore *store)
{
  g_autoptr (VacWindow) origin = g_weak_ref_get (&opening->origin);
  VacWindow *window = find_outdated_error (opening);

  /* What went wrong is said where the file was chosen, unless that hides a posting. */
  if (window == NULL && origin != NULL && vac_window_shows_start (origin) &&
      vac_window_is_pristine (origin))
    window = origin;
  if (window == NULL)
    return vac_application_make_window (opening->application, GTK_WINDOW (origin), store);
  if (store != NULL)
    vac_window_set_store (window, store);

  return window;
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->application);
  g_object_unref (opening->file);
  g_free (opening->place);
  g_weak_ref_clear (&opening->origin);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* What is imported is a posting that is not saved. */
static void
on_make_posting_cb (VacDraftDialog *dialog,
                    VacDocument    *document,
                    VacApplication *self)
{
  GtkWindow *origin = vac_dialog_get_window (VAC_DIALOG (dialog));
  g_autoptr (VacStore) store = vac_store_new (document);
  VacWindow *window;

  if (VAC_IS_WINDOW (origin) && vac_window_get_failed_file (VAC_WINDOW (origin)) != NULL)
    {
      window = VAC_WINDOW (origin);
      vac_window_set_store (window, store);
    }
  else
    {
      window = vac_application_make_window (self, origin, store);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* What is no posting of ours may be one of another program. What is named as ours is damaged. */
static gboolean
may_be_source (GFile        *file,
               const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (folded, ".vacancy"))
    return FALSE;

  return g_error_matches (error, VAC_ERROR, VAC_ERROR_FORMAT) ||
         (g_error_matches (error, VAC_ERROR, VAC_ERROR_SYNTAX) &&
          !g_str_has_suffix (folded, ".json"));
}

/* In the window where it was chosen, or else on a start page. */
static void
import_file (Opening *opening)
{
  VacApplication *self = opening->application;
  g_autoptr (VacWindow) origin = g_weak_ref_get (&opening->origin);
  VacWindow *window = origin != NULL ? origin : vac_application_find_room (self, NULL);
  VacDraftDialog *dialog;

  if (window == NULL)
    window = vac_application_show_start (self, NULL);
  gtk_window_present (GTK_WINDOW (window));
  dialog = vac_window_import_file (window, opening->file);
  g_signal_connect_object (dialog, "make-posting", G_CALLBACK (on_make_posting_cb), self, 0);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacStore) store = vac_store_open_finish (result, &error);
  VacWindow *window = vac_application_find_window (opening->application, opening->file);

  g_application_release (G_APPLICATION (opening->application));
  if (store == NULL && may_be_source (opening->file, error))
    {
      import_file (opening);
      return;
    }

  /* The file was requested twice before the first request was answered. */
  if (window == NULL || store == NULL)
    window = find_place (opening, store);
  if (store == NULL)
    vac_window_show_error (window, opening->file, error);
  else if (opening->place != NULL)
    vac_window_set_place (window, opening->place, opening->scroll);
  gtk_window_present (GTK_WINDOW (window));
}

/* Returns: whether the file has changes that wait to be opened, and are shown now */
static gboolean
open_recovered (VacApplication *self,
                GFile          *file,
                GtkWindow      *origin)
{
  GListModel *recovered = G_LIST_MODEL (self->recovered);

  for (guint i = 0; i < g_list_model_get_n_items (recovered); i++)
    {
      g_autoptr (VacRecovery) recovery = g_list_model_get_item (recovered, i);
      GFile *other = vac_store_get_file (vac_recovery_get_store (recovery));

      if (other == NULL || !vac_safe_file_is_same (other, file))
        continue;
      g_list_store_remove (self->recovered, i);
      vac_application_show_recovered (self, origin, recovery);
      return TRUE;
    }

  return FALSE;
}

/**
 * vac_application_open_file:
 * @self: the program
 * @file: what to open
 * @origin: (nullable): the window in which it was chosen
 * @session: (nullable): where in it the user was
 *
 * Shows a posting with the changes to it that were not saved, if there are any, or whatever else
 * the file is.
 */
void
vac_application_open_file (VacApplication          *self,
                           GFile                   *file,
                           GtkWindow               *origin,
                           const VacSessionPosting *session)
{
  VacWindow *window = vac_application_find_window (self, file);
  Opening *opening;

  if (vac_rating_window_is_for (file))
    {
      vac_rating_window_open (GTK_APPLICATION (self), file);
      return;
    }
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  if (open_recovered (self, file, origin))
    return;

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->file = g_object_ref (file);
  opening->place = session != NULL ? g_strdup (session->place) : NULL;
  opening->scroll = session != NULL ? session->scroll : 0;
  g_weak_ref_init (&opening->origin, VAC_IS_WINDOW (origin) ? origin : NULL);
  g_application_hold (G_APPLICATION (self));
  vac_store_open_async (file, NULL, on_opened_cb, opening);
}

/* Restoring */

/* It waits on the start page, unless the program was started to open something, or has opened the
 * very file meanwhile. Ratings do not, where everybody would see of whom they are. */
static void
take_in (VacApplication *self,
         VacRecovery    *recovery)
{
  GFile *file = vac_store_get_file (vac_recovery_get_store (recovery));

  if (vac_rating_window_is_of (recovery))
    gtk_window_present (GTK_WINDOW (vac_rating_window_new (GTK_APPLICATION (self), recovery)));
  else if (self->opens_restored ||
           (file != NULL && vac_application_find_window (self, file) != NULL))
    vac_application_show_recovered (self, NULL, recovery);
  else
    g_list_store_append (self->recovered, recovery);
}

/* What came back must not be overlooked. */
static void
present_ratings (VacApplication *self)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (VAC_IS_RATING_WINDOW (l->data))
      gtk_window_present (l->data);
}

static void
on_restored_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (VacApplication) self = VAC_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacRecovery) recovery = vac_recovery_restore_finish (result, &error);
  GtkWindow *window;

  g_application_release (G_APPLICATION (self));
  self->n_restoring--;
  if (recovery != NULL)
    take_in (self, recovery);
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  /* Ratings that come back are not all that the program was started for. */
  if (self->n_restoring == 0 &&
      (window == NULL || (VAC_IS_RATING_WINDOW (window) && !self->opens_restored) ||
       g_list_model_get_n_items (G_LIST_MODEL (self->recovered)) > 0))
    window = GTK_WINDOW (vac_application_show_start (self, NULL));
  if (self->n_restoring == 0)
    present_ratings (self);
  if (error != NULL && !g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    vac_tell (window, _("Could Not Restore Changes"), error->message);
}

/**
 * vac_application_restore:
 * @self: the program
 * @open: whether to open at once what was not saved; otherwise it waits on the start page
 *
 * Finds what programs before this one could not save. Once, when the program starts.
 */
void
vac_application_restore (VacApplication *self,
                         gboolean        open)
{
  g_autoptr (GPtrArray) slots = NULL;

  if (self->has_restored)
    return;
  self->has_restored = TRUE;
  self->opens_restored = open;
  slots = vac_recovery_find_slots ();
  self->n_restoring = slots->len;
  for (guint i = 0; i < slots->len; i++)
    {
      g_application_hold (G_APPLICATION (self));
      vac_recovery_restore_async (g_ptr_array_index (slots, i), on_restored_cb,
                                  g_object_ref (self));
    }
}
