/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recovery"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-reader.h"
#include "vac-recovery.h"
#include "vac-writer.h"

/* How old what is kept may be, in microseconds: the longer it takes to write a posting down, the
 * more rarely that is done, so that nobody who types notices. */
#define SHORTEST_PAUSE (2 * G_USEC_PER_SEC)
#define LONGEST_PAUSE  (10 * G_USEC_PER_SEC)
#define PAUSE_PER_COST 100

/* No document ever has a state of this number. */
#define NO_STATE G_MAXUINT64

/**
 * VacRecovery:
 *
 * Keeps what is typed into one open posting, from the first change until it is saved, so that the
 * next start finds it if the program or the machine ends unexpectedly.
 */
struct _VacRecovery
{
  GObject   parent_instance;

  /* Owned */
  VacStore *store;
  VacSlot  *slot;         /* NULL until there is something to keep */
  char     *checksum;     /* of the file, NULL until it is asked for */
  char     *place;
  char     *trouble;      /* why nothing can be kept, NULL if it can */

  guint     source;
  gint64    pause;        /* in microseconds */
  guint64   kept_state;   /* the document's state that needs no keeping any more, or NO_STATE */
  gboolean  recovered;    /* it comes from a slot, and is neither saved nor discarded */
  gboolean  fell_back;    /* the newest that the slot held was damaged */
};

G_DEFINE_FINAL_TYPE (VacRecovery, vac_recovery, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TROUBLE,
  PROP_RECOVERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static VacDocument *
get_document (VacRecovery *self)
{
  return vac_store_get_document (self->store);
}

static void
set_trouble (VacRecovery  *self,
             const GError *error)
{
  const char *trouble = error != NULL ? error->message : NULL;

  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
set_recovered (VacRecovery *self,
               gboolean     recovered)
{
  if (self->recovered == recovered)
    return;
  self->recovered = recovered;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECOVERED]);
}

/* Writing */

static gboolean
is_needed (VacRecovery *self)
{
  return vac_document_get_state (get_document (self)) != self->kept_state &&
         !vac_store_get_safe (self->store);
}

static gboolean
ensure_slot (VacRecovery  *self,
             GError      **error)
{
  g_autofree char *folder = NULL;

  if (self->slot == NULL && (folder = vac_slot_ensure_folder (error)) != NULL)
    self->slot = vac_slot_new (folder, error);

  return self->slot != NULL;
}

/* Returns: (transfer full): the posting as it is now */
static VacSlotContents *
take (VacRecovery *self)
{
  const gint64 start = g_get_monotonic_time ();
  VacSlotContents *contents = g_new0 (VacSlotContents, 1);
  GFile *file = vac_store_get_file (self->store);

  if (self->checksum == NULL)
    self->checksum = vac_store_dup_checksum (self->store);
  contents->sequence = vac_slot_next (self->slot);
  contents->uri = file != NULL ? g_file_get_uri (file) : NULL;
  contents->baseline = g_strdup (self->checksum);
  contents->place = g_strdup (self->place);
  contents->bytes = vac_write_document (get_document (self));
  self->kept_state = vac_document_get_state (get_document (self));
  self->pause = CLAMP (PAUSE_PER_COST * (g_get_monotonic_time () - start), SHORTEST_PAUSE,
                       LONGEST_PAUSE);

  return contents;
}

typedef struct
{
  GWeakRef         recovery;
  VacSlot         *slot;        /* owned */
  VacSlotContents *contents;    /* owned */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_weak_ref_clear (&writing->recovery);
  vac_slot_unref (writing->slot);
  vac_slot_contents_free (writing->contents);
  g_free (writing);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError *error = NULL;

  if (vac_slot_write (writing->slot, writing->contents, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What could not be written is tried again with the next change, or when there is an occasion. */
static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (VacRecovery) self = g_weak_ref_get (&writing->recovery);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self == NULL)
    return;
  set_trouble (self, error);
  if (error != NULL)
    self->kept_state = NO_STATE;
}

static void
cancel (VacRecovery *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * vac_recovery_hurry:
 * @self: a recovery
 *
 * Keeps the posting as it is now without waiting any longer, in another thread.
 */
void
vac_recovery_hurry (VacRecovery *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (VAC_IS_RECOVERY (self));

  cancel (self);
  if (!is_needed (self))
    return;
  if (!ensure_slot (self, &error))
    {
      set_trouble (self, error);
      return;
    }

  writing = g_new0 (Writing, 1);
  g_weak_ref_init (&writing->recovery, self);
  writing->slot = vac_slot_ref (self->slot);
  writing->contents = take (self);
  task = g_task_new (NULL, NULL, on_written_cb, NULL);
  g_task_set_source_tag (task, vac_recovery_hurry);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * vac_recovery_flush:
 * @self: a recovery
 *
 * Keeps the posting as it is now before it returns, because the program may end at once.
 */
void
vac_recovery_flush (VacRecovery *self)
{
  g_autoptr (VacSlotContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (VAC_IS_RECOVERY (self));

  cancel (self);
  /* What another thread is writing may not be safe yet. */
  if (vac_store_get_safe (self->store) || (!is_needed (self) && self->slot == NULL))
    return;
  if (ensure_slot (self, &error))
    {
      contents = take (self);
      vac_slot_write (self->slot, contents, &error);
    }
  set_trouble (self, error);
  if (error != NULL)
    self->kept_state = NO_STATE;
}

static void
on_pause_over_cb (gpointer user_data)
{
  VacRecovery *self = user_data;

  self->source = 0;
  vac_recovery_hurry (self);
}

static void
schedule (VacRecovery *self)
{
  if (self->source == 0 && is_needed (self))
    self->source = g_timeout_add_once (self->pause / 1000, on_pause_over_cb, self);
}

/* Dropping */

static void
drop (VacRecovery *self)
{
  cancel (self);
  if (self->slot != NULL)
    vac_slot_discard (self->slot);
  self->kept_state = vac_document_get_state (get_document (self));
  set_trouble (self, NULL);
  set_recovered (self, FALSE);
}

static void
on_changed_cb (VacDocument *document,
               VacNode     *node,
               VacRecovery *self)
{
  schedule (self);
}

/* Only what is in the file, and confirmed to be, needs no keeping. */
static void
on_fact_cb (GObject     *object,
            GParamSpec  *pspec,
            VacRecovery *self)
{
  g_clear_pointer (&self->checksum, g_free);
  if (vac_store_get_safe (self->store))
    drop (self);
  else
    schedule (self);
}

static void
vac_recovery_dispose (GObject *object)
{
  VacRecovery *self = VAC_RECOVERY (object);

  if (self->store != NULL && is_needed (self))
    vac_recovery_flush (self);
  cancel (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (vac_recovery_parent_class)->dispose (object);
}

static void
vac_recovery_finalize (GObject *object)
{
  VacRecovery *self = VAC_RECOVERY (object);

  g_clear_pointer (&self->slot, vac_slot_unref);
  g_free (self->checksum);
  g_free (self->place);
  g_free (self->trouble);

  G_OBJECT_CLASS (vac_recovery_parent_class)->finalize (object);
}

static void
vac_recovery_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VacRecovery *self = VAC_RECOVERY (object);

  switch (prop_id)
    {
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    case PROP_RECOVERED:
      g_value_set_boolean (value, self->recovered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_recovery_class_init (VacRecoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vac_recovery_dispose;
  object_class->finalize = vac_recovery_finalize;
  object_class->get_property = vac_recovery_get_property;

  /**
   * VacRecovery:trouble:
   *
   * Why changes cannot be kept, %NULL if they can.
   */
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);

  /**
   * VacRecovery:recovered:
   *
   * Whether the posting comes from what was kept, and is neither saved nor discarded yet.
   */
  properties[PROP_RECOVERED] = g_param_spec_boolean ("recovered", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_recovery_init (VacRecovery *self)
{
  self->kept_state = NO_STATE;
  self->pause = SHORTEST_PAUSE;
}

/**
 * vac_recovery_new:
 * @store: an open posting
 *
 * Returns: (transfer full): what keeps its changes
 */
VacRecovery *
vac_recovery_new (VacStore *store)
{
  VacRecovery *self;
  VacDocument *document;

  g_return_val_if_fail (VAC_IS_STORE (store), NULL);

  self = g_object_new (VAC_TYPE_RECOVERY, NULL);
  self->store = g_object_ref (store);
  document = get_document (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed_cb), self, 0);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (on_fact_cb), self, 0);
  g_signal_connect_object (store, "notify", G_CALLBACK (on_fact_cb), self, 0);
  schedule (self);

  return self;
}

/* Restoring */

/**
 * vac_recovery_find_slots:
 *
 * Returns: (transfer full) (element-type VacSlot): what was kept by programs that have ended; empty
 *   also where nothing can be kept
 */
GPtrArray *
vac_recovery_find_slots (void)
{
  g_autofree char *folder = vac_slot_ensure_folder (NULL);

  return folder != NULL ? vac_slot_find_free (folder)
                        : g_ptr_array_new_with_free_func ((GDestroyNotify) vac_slot_unref);
}

typedef struct
{
  VacSlot         *slot;        /* owned */
  VacSlotContents *contents;    /* owned */
  gboolean         fell_back;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  vac_slot_unref (restoring->slot);
  vac_slot_contents_free (restoring->contents);
  g_free (restoring);
}

/* Returns: (transfer full) (nullable) */
static VacDocument *
read_slot (Restoring  *restoring,
           GError    **error)
{
  g_autoptr (GError) cause = NULL;
  VacDocument *document;
  guint n_damaged;

  restoring->contents = vac_slot_read (restoring->slot, &n_damaged);
  restoring->fell_back = n_damaged > 0;
  if (restoring->contents == NULL && n_damaged == 0)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_NOT_FOUND, _("Nothing was kept."));
  else if (restoring->contents == NULL)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_UNREADABLE,
                         _("What was kept of an unsaved posting is damaged. It has been put aside "
                           "in the program’s own folder."));
  if (restoring->contents == NULL)
    return NULL;

  document = vac_read_any (restoring->contents->bytes, &cause);
  if (document == NULL)
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_UNREADABLE,
                   /* Translators: %s is a sentence that says what is wrong */
                   _("What was kept of an unsaved posting cannot be read. It has been put aside in "
                     "the program’s own folder. %s"), cause->message);
      vac_slot_keep_aside (restoring->slot);
    }

  return document;
}

static void
on_restored_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Restoring *restoring = g_task_get_task_data (task);
  g_autoptr (VacStore) store = vac_store_restore_finish (result);
  VacRecovery *self;

  if (vac_store_get_safe (store))
    {
      vac_slot_discard (restoring->slot);
      g_task_return_new_error (task, VAC_ERROR, VAC_ERROR_NOT_FOUND, "%s", _("Nothing was kept."));
      return;
    }

  self = vac_recovery_new (store);
  cancel (self);
  self->slot = vac_slot_ref (restoring->slot);
  self->kept_state = vac_document_get_state (get_document (self));
  self->place = g_strdup (restoring->contents->place);
  self->recovered = TRUE;
  self->fell_back = restoring->fell_back;
  g_task_return_pointer (task, self, g_object_unref);
}

/**
 * vac_recovery_restore_async:
 * @slot: one of vac_recovery_find_slots()
 * @callback: called when done
 * @user_data: for @callback
 *
 * Opens again what a slot holds, as a posting with unsaved changes.
 */
void
vac_recovery_restore_async (VacSlot             *slot,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Restoring *restoring = g_new0 (Restoring, 1);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;

  restoring->slot = vac_slot_ref (slot);
  g_task_set_source_tag (task, vac_recovery_restore_async);
  g_task_set_task_data (task, restoring, restoring_free);
  document = read_slot (restoring, &error);
  if (document == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  if (restoring->contents->uri != NULL)
    file = g_file_new_for_uri (restoring->contents->uri);
  vac_store_restore_async (document, restoring->contents->bytes, file,
                           restoring->contents->baseline, on_restored_cb, task);
}

/**
 * vac_recovery_restore_finish:
 * @result: what the callback got
 * @error: return location; %VAC_ERROR_NOT_FOUND when there was nothing to restore, which needs no
 *   mention, and %VAC_ERROR_UNREADABLE when what was kept cannot be shown
 *
 * Returns: (transfer full) (nullable): what keeps the posting from now on
 */
VacRecovery *
vac_recovery_restore_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_recovery_restore_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vac_recovery_get_store:
 * @self: a recovery
 *
 * Returns: (transfer none): the posting whose changes it keeps
 */
VacStore *
vac_recovery_get_store (VacRecovery *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERY (self), NULL);

  return self->store;
}

/**
 * vac_recovery_get_trouble:
 * @self: a recovery
 *
 * Returns: (transfer none) (nullable): why changes cannot be kept; %NULL if they can
 */
const char *
vac_recovery_get_trouble (VacRecovery *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERY (self), NULL);

  return self->trouble;
}

/**
 * vac_recovery_get_recovered:
 * @self: a recovery
 *
 * Returns: whether the posting comes from what was kept, and is neither saved nor discarded yet
 */
gboolean
vac_recovery_get_recovered (VacRecovery *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERY (self), FALSE);

  return self->recovered;
}

/**
 * vac_recovery_get_fell_back:
 * @self: a recovery
 *
 * Returns: whether the last changes may be missing, because the newest that was kept is damaged
 */
gboolean
vac_recovery_get_fell_back (VacRecovery *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERY (self), FALSE);

  return self->fell_back;
}

/**
 * vac_recovery_get_place:
 * @self: a recovery
 *
 * Returns: (transfer none): what vac_recovery_set_place() said last, also before the crash; may be
 *   empty
 */
const char *
vac_recovery_get_place (VacRecovery *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERY (self), "");

  return self->place != NULL ? self->place : "";
}

/**
 * vac_recovery_set_place:
 * @self: a recovery
 * @place: where in the posting the user is; kept with the next change
 */
void
vac_recovery_set_place (VacRecovery *self,
                        const char  *place)
{
  g_return_if_fail (VAC_IS_RECOVERY (self));

  g_free (self->place);
  self->place = g_strdup (place);
}

/**
 * vac_recovery_discard:
 * @self: a recovery
 *
 * Forgets what was kept, because the user does not want it. The next change is kept again.
 */
void
vac_recovery_discard (VacRecovery *self)
{
  g_return_if_fail (VAC_IS_RECOVERY (self));

  drop (self);
}
