/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-file"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-error.h"
#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-question.h"
#include "vac-window-private.h"

/* Opening and saving what a window shows. */

/* A save that was asked for, and what follows once it is done. */
typedef struct
{
  VacWindow     *window;
  GFile         *file;     /* NULL: the file that the posting has */
  VacBaseline   *found;    /* nullable: what the user is asked about, or agreed to write over */
  VacWindowFunc  then;     /* nullable */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_clear_object (&saving->file);
  vac_baseline_free (saving->found);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (VacWindow     *window,
            GFile         *file,
            VacWindowFunc  then)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  g_set_object (&saving->file, file);
  saving->then = then;

  return saving;
}

static void start_saving (Saving        *saving,
                          VacWriteFlags  flags);

static void
on_conflict_answer_cb (const char *answer,
                       gpointer    user_data)
{
  g_autoptr (Saving) saving = user_data;

  if (g_str_equal (answer, "overwrite"))
    start_saving (g_steal_pointer (&saving), VAC_WRITE_NONE);
  else if (g_str_equal (answer, "save-as"))
    vac_window_save_as (saving->window, saving->then);
  else if (g_str_equal (answer, "reload"))
    vac_window_reload (saving->window);
  else if (g_str_equal (answer, "compare"))
    vac_window_compare_disk (saving->window);
}

/* What to ask and which answers to offer, by the code of the error. */
typedef struct
{
  int         code;
  const char *heading;
  const char *overwrite;
  gboolean    offers_reload;
} Conflict;

static const Conflict conflicts[] = {
  { VAC_ERROR_CONFLICT, N_("Overwrite the Changed File?"), N_("_Overwrite"), TRUE },
  { VAC_ERROR_EXISTS, N_("Replace the Existing File?"), N_("_Replace"), FALSE },
  { VAC_ERROR_DELETED, N_("Save the Deleted File Again?"), N_("Save _Again"), FALSE },
};

static const Conflict *
find_conflict (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (conflicts); i++)
    if (g_error_matches (error, VAC_ERROR, conflicts[i].code))
      return &conflicts[i];

  return NULL;
}

/* The answer applies to what was found when the question was asked. */
static void
ask_about_conflict (Saving         *saving,
                    const Conflict *conflict,
                    const GError   *error)
{
  const gboolean offers_reload = conflict->offers_reload && saving->file == NULL;
  const VacAnswer overwrite = { "overwrite", _(conflict->overwrite), ADW_RESPONSE_DESTRUCTIVE };
  const VacAnswer reload = { "reload", _("_Reload"), ADW_RESPONSE_DEFAULT };
  const VacAnswer compare = { "compare", _("Co_mpare"), ADW_RESPONSE_DEFAULT };
  const VacAnswer none = { NULL };
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save-as", _("Save _As…"), ADW_RESPONSE_DEFAULT },
    offers_reload ? compare : overwrite,
    offers_reload ? reload : none,
    overwrite,
    { NULL }
  };

  vac_ask (GTK_WINDOW (saving->window), _(conflict->heading), error->message, answers, NULL,
           on_conflict_answer_cb, saving);
}

static void
on_failure_answer_cb (const char *answer,
                      gpointer    user_data)
{
  g_autoptr (Saving) saving = user_data;

  if (g_str_equal (answer, "save-as"))
    vac_window_save_as (saving->window, saving->then);
}

static void
tell_about_failure (Saving       *saving,
                    const GError *error)
{
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save-as", _("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  /* A file that could not be read again is no better under another name. */
  if (g_error_matches (error, VAC_ERROR, VAC_ERROR_UNREADABLE))
    {
      vac_tell (GTK_WINDOW (saving->window), _("Could Not Save Posting"), error->message);
      saving_free (saving);
      return;
    }
  vac_ask (GTK_WINDOW (saving->window), _("Could Not Save Posting"), error->message,
           answers, "save-as", on_failure_answer_cb, saving);
}

/* Once, until it works again: the posting itself is safe. */
static void
tell_about_version (VacWindow *self,
                    gboolean   unkept)
{
  if (unkept && !self->told_unkept)
    vac_window_show_toast (self, _("Saved, but the version before could not be kept."));
  self->told_unkept = unkept;
}

static void
finish_saving (Saving   *saving,
               VacStore *store,
               gboolean  confirmed)
{
  VacWindow *self = saving->window;

  /* By now the window may show another one. */
  vac_recent_list_remember (self->recent, vac_store_get_file (store));
  if (!confirmed)
    vac_window_show_toast (
        self, _("Saved, but the disk did not confirm that it would outlast a power cut."));
  else
    /* The line below the title, which says so, is no place where a screen reader looks. */
    vac_announce (GTK_WIDGET (self->toast_overlay), _("Saved"));
  tell_about_version (self, vac_store_get_unkept (store) != NULL);
  if (self->store == store)
    vac_window_ask_about_guide (self);
  if (saving->then != NULL)
    saving->then (self);
}

static void
on_save_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (VacBaseline) found = NULL;
  g_autoptr (GError) error = NULL;
  const Conflict *conflict;
  gboolean confirmed;
  gboolean saved = vac_store_save_finish (VAC_STORE (source), result, &confirmed, &found, &error);

  vac_close_guard_end_writing (saving->window->guard, saved);
  conflict = found != NULL ? find_conflict (error) : NULL;
  if (saved)
    {
      finish_saving (saving, VAC_STORE (source), confirmed);
      return;
    }
  if (conflict == NULL)
    {
      tell_about_failure (g_steal_pointer (&saving), error);
      return;
    }
  vac_baseline_free (saving->found);
  saving->found = g_steal_pointer (&found);
  ask_about_conflict (g_steal_pointer (&saving), conflict, error);
}

static void
start_saving (Saving        *saving,
              VacWriteFlags  flags)
{
  g_assert (saving->window->store != NULL);

  vac_close_guard_begin_writing (saving->window->guard);
  vac_store_save_async (saving->window->store, saving->file, flags, saving->found, NULL,
                        on_save_ready_cb, saving);
}

/**
 * vac_window_save_again:
 * @self: a window whose posting's file is gone
 *
 * Saves to where the file was. If another file is there by now, asks first.
 */
void
vac_window_save_again (VacWindow *self)
{
  Saving *saving = saving_new (self, NULL, NULL);

  saving->found = vac_baseline_new_absent ();
  start_saving (saving, VAC_WRITE_NONE);
}

/**
 * vac_window_save:
 * @self: a window with a posting
 * @then: (nullable): called when the posting is saved, and not otherwise
 *
 * Saves to the posting's file, or asks for one. Says what went wrong, if something does.
 */
void
vac_window_save (VacWindow     *self,
                 VacWindowFunc  then)
{
  if (vac_store_get_file (self->store) == NULL)
    vac_window_save_as (self, then);
  else
    start_saving (saving_new (self, NULL, then), VAC_WRITE_NONE);
}

static void
on_save_as_chosen_cb (GListModel *files,
                      gpointer    user_data)
{
  g_autoptr (Saving) saving = user_data;
  VacWriteFlags flags;

  if (files == NULL || g_list_model_get_n_items (files) == 0)
    return;

  saving->file = g_list_model_get_item (files, 0);
  flags = vac_chosen_file_get_flags (saving->file);
  start_saving (g_steal_pointer (&saving), flags);
}

/**
 * vac_window_save_as:
 * @self: a window with a posting
 * @then: (nullable): called when the posting is saved, and not otherwise
 *
 * Asks where to save; the posting lives there from then on.
 */
void
vac_window_save_as (VacWindow     *self,
                    VacWindowFunc  then)
{
  VacDocument *document = vac_window_get_document (self);
  g_autoptr (GFile) folder = vac_window_dup_folder (self);
  g_autofree char *name = vac_file_name_propose (
      vac_document_get_text (document, VAC_ROLE_JOB_TITLE), "vacancy");

  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_SAVE, _("Save Posting"), _("_Save"), name, folder,
                    on_save_as_chosen_cb, saving_new (self, NULL, then));
}

/* Opening */

/**
 * vac_window_open_files:
 * @self: where they were chosen
 * @files: (array length=n_files): what to open
 * @n_files: how many
 *
 * Opens each in a window of its own; if @self shows an error, one takes its place.
 */
void
vac_window_open_files (VacWindow  *self,
                       GFile     **files,
                       guint       n_files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const guint id = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self));
  g_autofree char *hint = g_strdup_printf ("%u", id);

  if (application != NULL)
    g_application_open (G_APPLICATION (application), files, (int) n_files, hint);
}

static void
on_open_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (array->len > 0)
    vac_window_open_files (self, (GFile **) array->pdata, array->len);
}

/**
 * vac_window_open:
 * @self: a window
 *
 * Asks for files and opens them, each in a window of its own.
 */
void
vac_window_open (VacWindow *self)
{
  g_autoptr (GFile) folder = vac_window_dup_folder (self);

  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_OPEN, _("Open Posting"), _("_Open"), NULL, folder,
                    on_open_chosen_cb, g_object_ref (self));
}

/* A file that is being read again, to take the place of a document in a certain state. */
typedef struct
{
  VacWindow *window;
  VacStore  *store;
  guint64    state;
} Reloading;

static void
reloading_free (Reloading *reloading)
{
  g_object_unref (reloading->window);
  g_object_unref (reloading->store);
  g_free (reloading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reloading, reloading_free)

static void
on_reloaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Reloading) reloading = user_data;
  VacWindow *self = reloading->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacStore) store = vac_store_open_finish (result, &error);

  if (store == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vac_tell (GTK_WINDOW (self), _("Could Not Open File"), error->message);
  /* A save that has started meanwhile asks by itself if it finds another version. */
  if (store == NULL || self->store != reloading->store || vac_store_get_saving (self->store))
    return;
  /* If something was typed while the file was read, ask about it. */
  if (vac_document_get_state (vac_store_get_document (self->store)) == reloading->state)
    vac_window_set_store (self, store);
  else
    vac_window_reload (self);
}

static void
on_reload_answer_cb (const char *answer,
                     gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;
  Reloading *reloading;

  if (!g_str_equal (answer, "reload"))
    return;
  reloading = g_new0 (Reloading, 1);
  reloading->window = g_object_ref (self);
  reloading->store = g_object_ref (self->store);
  reloading->state = vac_document_get_state (vac_store_get_document (self->store));
  vac_store_open_async (vac_store_get_file (self->store), self->cancellable, on_reloaded_cb,
                        reloading);
}

/**
 * vac_window_reload:
 * @self: a window whose posting has a file
 *
 * Shows what is on disk now; asks first where that would lose edits.
 */
void
vac_window_reload (VacWindow *self)
{
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "reload", _("_Reload"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL }
  };

  if (vac_document_get_modified (vac_window_get_document (self)))
    vac_ask (GTK_WINDOW (self), _("Reload and Lose Your Changes?"),
             _("Everything you have changed since the last save will be lost."),
             answers, NULL, on_reload_answer_cb, g_object_ref (self));
  else
    on_reload_answer_cb ("reload", g_object_ref (self));
}

/**
 * vac_window_check_disk:
 * @self: a window
 *
 * Checks what has become of the posting's file, see vac_window_update_disk_bars().
 */
void
vac_window_check_disk (VacWindow *self)
{
  if (self->store != NULL)
    vac_store_look (self->store);
}
