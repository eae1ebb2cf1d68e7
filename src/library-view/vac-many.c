/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-library-entry.h"
#include "vac-many-progress.h"
#include "vac-many.h"
#include "vac-question.h"

/* Long enough to read what happened and to think again. */
#define TOAST_SECONDS 10

/* So many postings that stay as they are say why; the reasons repeat. */
#define MOST_REASONS 12

/**
 * VacMany:
 *
 * What all actions on many postings share: which are selected, where to say what became of them,
 * and the program around.
 */
struct _VacMany
{
  GObject          parent_instance;

  /* Borrowed */
  GtkWindow       *window;    /* NULL when it is gone */
  AdwToastOverlay *toasts;    /* the same */

  /* Owned */
  GListModel      *entries;   /* of VacLibraryEntry: the selected ones */
  VacManyHost      host;
};

G_DEFINE_FINAL_TYPE (VacMany, vac_many, G_TYPE_OBJECT)

static void
vac_many_finalize (GObject *object)
{
  VacMany *self = VAC_MANY (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->toasts);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (vac_many_parent_class)->finalize (object);
}

static void
vac_many_class_init (VacManyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_many_finalize;
}

static void
vac_many_init (VacMany *self)
{
}

VacMany *
vac_many_new (GtkWindow         *window,
              AdwToastOverlay   *toasts,
              GListModel        *entries,
              const VacManyHost *host)
{
  VacMany *self = g_object_new (VAC_TYPE_MANY, NULL);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->toasts, toasts);
  self->entries = g_object_ref (entries);
  self->host = *host;

  return self;
}

/* Returns: (transfer none) (nullable): the window; %NULL when it is gone */
GtkWindow *
vac_many_get_window (VacMany *self)
{
  return self->window;
}

const VacManyHost *
vac_many_get_host (VacMany *self)
{
  return &self->host;
}

/* Returns: (transfer none): the selected VacLibraryEntry */
/* Returns: (transfer full) (element-type VacBatchItem): the postings that are selected now */
GPtrArray *
vac_many_list_items (VacMany *self)
{
  const guint n = g_list_model_get_n_items (self->entries);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (self->entries, i);

      g_ptr_array_add (paths, g_strdup (vac_library_entry_get_path (entry)));
    }
  g_ptr_array_add (paths, NULL);

  return vac_batch_new_items ((const char *const *) paths->pdata);
}

/* Running */

typedef struct
{
  VacMany      *many;          /* owned */
  GApplication *application;   /* owned, nullable: does not end before all is written */
  VacBatchTask  task;
} Running;

static void
running_free (gpointer data)
{
  Running *self = data;

  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
  g_object_unref (self->many);
  g_free (self);
}

static void
on_run_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Running *running = g_task_get_task_data (task);
  const VacManyHost *host = &running->many->host;
  GError *error = NULL;
  const gboolean done = vac_batch_run_finish (result, &error);

  if (host->changed != NULL &&
      (running->task == VAC_BATCH_APPLY || running->task == VAC_BATCH_UNDO))
    host->changed (host->user_data);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/*
 * vac_many_run_async:
 *
 * As vac_batch_run_async(); what is open now changes in its window. The program lives until it is
 * done. @callback gets a #GTask without a source; vac_batch_run_finish() takes it.
 */
void
vac_many_run_async (VacMany             *self,
                    GPtrArray           *items,
                    VacChange           *change,
                    VacBatchTask         task,
                    VacBatchFunc         tell,
                    gpointer             tell_data,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *answer = g_task_new (NULL, NULL, callback, user_data);
  Running *running = g_new0 (Running, 1);

  running->many = g_object_ref (self);
  running->task = task;
  g_set_object (&running->application, g_application_get_default ());
  if (running->application != NULL)
    g_application_hold (running->application);
  g_task_set_source_tag (answer, vac_many_run_async);
  g_task_set_task_data (answer, running, running_free);
  vac_batch_find_documents (items, self->host.find_document, self->host.user_data);
  vac_batch_run_async (items, change, task, tell, tell_data, cancellable, on_run_cb, answer);
}

/* Saying what became of it */

static guint
count (GPtrArray     *items,
       VacBatchState  state)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += vac_batch_item_get_state (g_ptr_array_index (items, i)) == state;

  return n;
}

/* Those that have to be saved yet. */
static guint
count_open (GPtrArray     *items,
            VacBatchState  state)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (items, i);

      n += vac_batch_item_get_state (item) == state && vac_batch_item_get_document (item) != NULL;
    }

  return n;
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/*
 * vac_many_sum_up:
 * @items: (element-type VacBatchItem): postings that were changed
 *
 * Returns: (transfer full): what became of them, in sentences
 */
char *
vac_many_sum_up (GPtrArray *items)
{
  GString *text = g_string_new (NULL);
  const guint n_undone = count (items, VAC_BATCH_UNDONE);
  const VacBatchState state = n_undone > 0 ? VAC_BATCH_UNDONE : VAC_BATCH_CHANGED;
  const guint n = count (items, state);
  const guint n_failed = count (items, VAC_BATCH_FAILED);
  const guint n_open = count_open (items, state);

  if (n == 0)
    append_sentence (text, g_strdup (_("No posting was changed.")));
  else if (n_undone > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u posting is as it was before.",
                                                      "%u postings are as they were before.", n),
                                            n));
  else
    append_sentence (text, g_strdup_printf (ngettext ("%u posting changed.",
                                                      "%u postings changed.", n), n));
  if (n_open > 0)
    append_sentence (text, g_strdup_printf (
                               ngettext ("%u is open, and is to be saved in its window.",
                                         "%u are open, and are to be saved in their windows.",
                                         n_open), n_open));
  if (n_failed > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u stays as it is.",
                                                      "%u stay as they are.", n_failed),
                                            n_failed));

  return g_string_free (text, FALSE);
}

static void
append_reason (GString      *text,
               VacBatchItem *item)
{
  g_autofree char *name = g_filename_display_basename (vac_batch_item_get_path (item));

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, _("%s: %s"), name, vac_batch_item_get_reason (item));
}

/*
 * vac_many_tell_reasons:
 * @heading: what it is about
 * @items: (element-type VacBatchItem): postings that something was done with
 *
 * Says why that could not be done with some of them, or what is in doubt; nothing where there is
 * nothing to say.
 */
void
vac_many_tell_reasons (VacMany    *self,
                       const char *heading,
                       GPtrArray  *items)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (items, i);

      if (vac_batch_item_get_reason (item) != NULL && n++ < MOST_REASONS)
        append_reason (text, item);
    }
  if (n == 0 || self->window == NULL)
    return;
  if (n > MOST_REASONS)
    g_string_append_printf (text, "\n\n%s", _("There are more."));
  vac_tell (self->window, heading, text->str);
}

static void
add_toast (VacMany  *self,
           AdwToast *toast)
{
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static AdwToast *
create_toast (const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, TOAST_SECONDS);

  return toast;
}

/*
 * vac_many_toast:
 * @sentence: what happened
 */
void
vac_many_toast (VacMany    *self,
                const char *sentence)
{
  add_toast (self, create_toast (sentence));
}

/* All together: with a dialog while it lasts, and a word at its end. */
typedef struct
{
  VacMany         *many;       /* owned */
  GPtrArray       *items;      /* owned */
  VacManyProgress *progress;   /* owned */
  VacBatchTask     task;
} Changing;

static void
changing_free (Changing *self)
{
  g_object_unref (self->many);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->progress, vac_many_progress_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Changing, changing_free)

static void
on_progress_cb (VacBatchItem *item,
                guint         n_done,
                gpointer      user_data)
{
  vac_many_progress_set (((Changing *) user_data)->progress, n_done);
}

static void
on_changed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Changing) self = user_data;
  g_autofree char *sentence = vac_many_sum_up (self->items);

  /* What was cancelled is told as what was done. */
  vac_batch_run_finish (result, NULL);
  g_clear_pointer (&self->progress, vac_many_progress_free);
  if (self->task == VAC_BATCH_APPLY)
    vac_many_offer_undo (self->many, self->items, sentence);
  else
    vac_many_toast (self->many, sentence);
  vac_many_tell_reasons (self->many, count (self->items, VAC_BATCH_FAILED) > 0
                                         ? _("Not All Postings Were Changed")
                                         : _("Look at These Postings"), self->items);
}

static void
run (VacMany      *self,
     GPtrArray    *items,
     VacChange    *change,
     VacBatchTask  task)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Changing *changing = g_new0 (Changing, 1);

  changing->many = g_object_ref (self);
  changing->items = g_ptr_array_ref (items);
  changing->task = task;
  changing->progress = vac_many_progress_new (self->window, task == VAC_BATCH_UNDO
                                                                ? _("Undoing Changes")
                                                                : _("Changing Postings"),
                                              items->len, cancellable);
  vac_many_run_async (self, items, change, task, on_progress_cb, changing, cancellable,
                      on_changed_cb, changing);
}

/* What a toast offers to take back. */
typedef struct
{
  VacMany   *many;
  GPtrArray *items;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *self = data;

  g_object_unref (self->many);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static void
on_undo_clicked_cb (AdwToast *toast,
                    Offer    *self)
{
  vac_many_undo (self->many, self->items);
}

/*
 * vac_many_offer_undo:
 * @items: (element-type VacBatchItem): postings that were changed
 * @sentence: what happened
 *
 * Says it, and offers to take it back if there is anything.
 */
void
vac_many_offer_undo (VacMany    *self,
                     GPtrArray  *items,
                     const char *sentence)
{
  AdwToast *toast = create_toast (sentence);
  Offer *offer;

  if (count (items, VAC_BATCH_CHANGED) > 0)
    {
      offer = g_new0 (Offer, 1);
      offer->many = g_object_ref (self);
      offer->items = g_ptr_array_ref (items);
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), offer,
                             offer_free, 0);
    }
  add_toast (self, toast);
}

/*
 * vac_many_undo:
 * @items: (element-type VacBatchItem): postings that were changed
 *
 * Makes each of them what it was, unless it has changed since.
 */
void
vac_many_undo (VacMany   *self,
               GPtrArray *items)
{
  run (self, items, NULL, VAC_BATCH_UNDO);
}

/*
 * vac_many_change:
 * @change: what is to be done with the postings that are selected now
 *
 * Does it at once.
 */
void
vac_many_change (VacMany   *self,
                 VacChange *change)
{
  g_autoptr (GPtrArray) items = vac_many_list_items (self);

  run (self, items, change, VAC_BATCH_APPLY);
}
