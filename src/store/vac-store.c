/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-baseline-private.h"
#include "vac-error.h"
#include "vac-original.h"
#include "vac-store-private.h"
#include "vac-writer.h"

/**
 * VacStore:
 *
 * One open posting: its document, the file that it came from or goes to, and what that file was
 * when we last read or wrote it.
 */
struct _VacStore
{
  GObject      parent_instance;

  /* Owned */
  VacDocument *document;
  GFile       *file;        /* NULL until the posting is saved for the first time */
  GFile       *original;    /* what it is a duplicate of, nullable */
  gboolean     told_original;  /* the program has been told for good what that is */
  VacBaseline *baseline;    /* NULL with it */
  GFileMonitor *monitor;    /* NULL with it, and where nobody can watch */
  char        *trouble;     /* why the file cannot be written, NULL if it can */
  GQueue       waiting;     /* of GTask: saves asked for while one is under way */
  GTask       *running;

  VacDiskState disk;
  guint64      disk_state;  /* the document's state that the baseline shows, or NO_STATE */
};

/* No document ever has a state of this number. */
#define NO_STATE G_MAXUINT64


G_DEFINE_FINAL_TYPE (VacStore, vac_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_SAVING,
  PROP_DISK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GFile         *file;      /* NULL until the save begins: the file that the posting has then */
  VacWriteFlags  flags;
  VacBaseline   *agreed;    /* NULL: what the file was when we last read or wrote it */
  VacBaseline   *found;     /* what stood in the way, NULL if nothing did */
  guint64        state;
  gboolean       confirmed;
} Save;

static void start_save (VacStore *self,
                        GTask    *task);
static void set_file   (VacStore *self,
                        GFile    *file);

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_object (&save->file);
  vac_baseline_free (save->agreed);
  vac_baseline_free (save->found);
  g_free (save);
}

static void
vac_store_finalize (GObject *object)
{
  VacStore *self = VAC_STORE (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_object (&self->original);
  g_free (self->trouble);
  g_clear_pointer (&self->baseline, vac_baseline_free);

  G_OBJECT_CLASS (vac_store_parent_class)->finalize (object);
}

static void
vac_store_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  VacStore *self = VAC_STORE (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, vac_store_get_saving (self));
      break;
    case PROP_DISK:
      g_value_set_int (value, self->disk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_store_class_init (VacStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vac_store_finalize;
  object_class->get_property = vac_store_get_property;

  /**
   * VacStore:file:
   *
   * Where the posting is kept; %NULL until it is saved for the first time.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);

  /**
   * VacStore:saving:
   *
   * Whether a save is under way.
   */
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);

  /**
   * VacStore:disk:
   *
   * A #VacDiskState: what has become of the file. Also notified when the file becomes or ceases to
   * be writable, see vac_store_get_trouble().
   */
  properties[PROP_DISK] = g_param_spec_int ("disk", NULL, NULL, VAC_DISK_SAME, VAC_DISK_DELETED,
                                            VAC_DISK_SAME, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_store_init (VacStore *self)
{
  g_queue_init (&self->waiting);
}

/**
 * vac_store_new:
 * @document: a document
 *
 * Returns: (transfer full): a posting that has no file yet
 */
VacStore *
vac_store_new (VacDocument *document)
{
  VacStore *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_STORE, NULL);
  self->document = g_object_ref (document);

  return self;
}

gboolean
vac_store_is_rating (VacDocument *document)
{
  return vac_node_get_role (vac_document_get_root (document)) == VAC_ROLE_RATING;
}

VacStore *
vac_store_new_for_file (VacDocument *document,
                        GFile       *file,
                        VacBaseline *baseline,
                        gboolean     is_saved)
{
  VacStore *self = vac_store_new (document);

  self->baseline = baseline;
  self->disk_state = is_saved ? vac_document_get_state (document) : NO_STATE;
  vac_document_mark_saved (document, self->disk_state);
  if (file != NULL)
    {
      set_file (self, file);
      vac_store_look (self);
    }

  return self;
}

/**
 * vac_store_get_document:
 * @self: an open posting
 *
 * Returns: (transfer none): its document
 */
VacDocument *
vac_store_get_document (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  return self->document;
}

/**
 * vac_store_get_file:
 * @self: an open posting
 *
 * Returns: (transfer none) (nullable): where it is kept
 */
GFile *
vac_store_get_file (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  return self->file;
}

/**
 * vac_store_dup_name:
 * @self: an open posting
 *
 * Returns: (transfer full) (nullable): the name of its file as people read it, %NULL without one
 */
char *
vac_store_dup_name (VacStore *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  if (self->file == NULL)
    return NULL;
  base = g_file_get_basename (self->file);

  return g_filename_display_name (base);
}

/**
 * vac_store_get_original:
 * @self: an open posting
 *
 * Returns: (transfer none) (nullable): the file that it is a duplicate of, if somebody has said so
 *   since it is open; see vac_original_find() for others
 */
GFile *
vac_store_get_original (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  return self->original;
}

/**
 * vac_store_set_original:
 * @self: an open posting whose document has a reference to its original
 * @original: for what that stands
 *
 * It is remembered on this machine as soon as the posting is saved.
 */
void
vac_store_set_original (VacStore *self,
                        GFile    *original)
{
  g_return_if_fail (VAC_IS_STORE (self) && G_IS_FILE (original));

  g_set_object (&self->original, original);
  self->told_original = FALSE;
}

/**
 * vac_store_get_saving:
 * @self: an open posting
 *
 * Returns: whether a save is under way
 */
gboolean
vac_store_get_saving (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), FALSE);

  return self->running != NULL;
}

/**
 * vac_store_get_disk_state:
 * @self: an open posting
 *
 * Returns: what had become of the file when somebody last looked
 */
VacDiskState
vac_store_get_disk_state (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), VAC_DISK_SAME);

  return self->disk;
}

/**
 * vac_store_get_safe:
 * @self: an open posting
 *
 * Returns: whether the document as it is now is in the file, and the disk confirmed it
 */
gboolean
vac_store_get_safe (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), FALSE);

  return !vac_document_get_modified (self->document) &&
         (self->baseline == NULL || vac_baseline_is_confirmed (self->baseline));
}

/**
 * vac_store_dup_checksum:
 * @self: an open posting
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the file when we last read or wrote it, in
 *   hexadecimal; %NULL for a posting that has no file yet
 */
char *
vac_store_dup_checksum (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  return self->baseline != NULL ? vac_baseline_dup_checksum (self->baseline) : NULL;
}

/**
 * vac_store_get_trouble:
 * @self: an open posting
 *
 * Returns: (transfer none) (nullable): why the file cannot be written, as a sentence; %NULL if it
 *   can
 */
const char *
vac_store_get_trouble (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  return self->trouble;
}

/* While the file is gone, no state of the document is saved; one that cannot be saved stays as it
 * was. */
static void
set_disk (VacStore     *self,
          VacDiskState  disk,
          const char   *trouble)
{
  const gboolean is_lost = disk == VAC_DISK_DELETED &&
                           !vac_document_get_read_only (self->document);
  const guint64 saved = is_lost ? NO_STATE : self->disk_state;

  if (saved != vac_document_get_saved_state (self->document))
    vac_document_mark_saved (self->document, saved);
  if (self->disk == disk && g_strcmp0 (self->trouble, trouble) == 0)
    return;
  self->disk = disk;
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISK]);
}

/**
 * vac_store_look:
 * @self: an open posting
 *
 * Looks at what has become of the file, see #VacStore:disk. Its changes are watched, but not where
 * a file system cannot report them, and not those of its folder: look when there is an occasion.
 */
void
vac_store_look (VacStore *self)
{
  g_autoptr (GError) error = NULL;
  VacDiskState disk;

  g_return_if_fail (VAC_IS_STORE (self));

  if (self->file == NULL || self->running != NULL)
    return;
  disk = vac_safe_file_compare (self->file, self->baseline);
  if (disk != VAC_DISK_DELETED)
    vac_safe_file_check_writable (self->file, &error);
  set_disk (self, disk, error != NULL ? error->message : NULL);
}

/**
 * vac_store_keep:
 * @self: an open posting whose file somebody else changed
 *
 * The user has seen that and wants the document to take the place of what is there now: the next
 * save replaces that version, and no later one, without asking.
 */
void
vac_store_keep (VacStore *self)
{
  VacBaseline *found;

  g_return_if_fail (VAC_IS_STORE (self));
  g_return_if_fail (self->file != NULL);

  found = self->running == NULL ? vac_safe_file_inspect (self->file) : NULL;
  if (found == NULL)
    return;
  vac_baseline_free (self->baseline);
  self->baseline = found;
  self->disk_state = NO_STATE;
  vac_store_look (self);
}

static void
on_file_changed_cb (GFileMonitor      *monitor,
                    GFile             *file,
                    GFile             *other,
                    GFileMonitorEvent  event,
                    VacStore          *self)
{
  vac_store_look (self);
}

static void
watch (VacStore *self)
{
  g_clear_object (&self->monitor);
  if (g_file_peek_path (self->file) != NULL)
    self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_changed_cb), self, 0);
}

static void
set_file (VacStore *self,
          GFile    *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  watch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
set_running (VacStore *self,
             GTask    *task)
{
  const gboolean was_saving = self->running != NULL;

  self->running = task;
  if (was_saving != (task != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

/* Returns: (transfer container): the saves that waited for what has just been written: for the same
 * file, and nothing has changed since. */
static GPtrArray *
take_answered (VacStore   *self,
               const Save *done)
{
  GPtrArray *answered = g_ptr_array_new_with_free_func (g_object_unref);
  GTask *task;

  while (vac_document_get_state (self->document) == done->state &&
         (task = g_queue_peek_head (&self->waiting)) != NULL)
    {
      Save *save = g_task_get_task_data (task);

      if (save->file != NULL && !g_file_equal (save->file, done->file))
        break;
      save->confirmed = done->confirmed;
      g_ptr_array_add (answered, g_queue_pop_head (&self->waiting));
    }

  return answered;
}

static void
finish_save (VacStore *self,
             GTask    *task,
             GError   *error)
{
  Save *save = g_task_get_task_data (task);
  g_autoptr (GPtrArray) answered = error == NULL ? take_answered (self, save) : NULL;

  g_assert (task == self->running);

  if (g_queue_is_empty (&self->waiting))
    {
      set_running (self, NULL);
      vac_store_look (self);
    }
  else
    start_save (self, g_queue_pop_head (&self->waiting));

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  for (guint i = 0; answered != NULL && i < answered->len; i++)
    g_task_return_boolean (g_ptr_array_index (answered, i), TRUE);
  g_object_unref (task);
}

/**
 * vac_store_get_unkept:
 * @self: an open posting
 *
 * Returns: (transfer none) (nullable): after a save, why what it replaced could not be kept as a
 *   version; %NULL if nothing got lost
 */
const char *
vac_store_get_unkept (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), NULL);

  return self->baseline != NULL ? vac_baseline_get_unkept (self->baseline) : NULL;
}

static void
tell_original (VacStore *self)
{
  if (self->original == NULL || self->told_original)
    return;
  vac_original_remember_later (vac_document_get_text (self->document, VAC_ROLE_DUPLICATE_OF),
                               self->original);
  self->told_original = TRUE;
}

static void
on_write_ready_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask *task = user_data;
  VacStore *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  VacBaseline *baseline = NULL;
  GError *error = NULL;

  if (vac_safe_file_write_finish (G_FILE (source), result, &baseline, &error))
    {
      g_clear_pointer (&self->baseline, vac_baseline_free);
      self->baseline = baseline;
      self->disk_state = save->state;
      save->confirmed = vac_baseline_is_confirmed (baseline);
      set_file (self, save->file);
      vac_document_mark_saved (self->document, save->state);
      tell_original (self);
    }
  else
    save->found = vac_safe_file_write_dup_found (result);
  finish_save (self, task, error);
}

static const VacBaseline *
get_expected (VacStore *self,
              Save     *save)
{
  if (save->agreed != NULL)
    return save->agreed;

  return self->file != NULL && g_file_equal (self->file, save->file) ? self->baseline : NULL;
}

/* Bytes and state number are taken together, so typing that goes on while they are written is
 * not mistaken for saved. */
static void
start_save (VacStore *self,
            GTask    *task)
{
  Save *save = g_task_get_task_data (task);
  const VacWriteFlags kind = vac_store_is_rating (self->document) ? VAC_WRITE_PRIVATE
                                                                  : VAC_WRITE_KEEP_VERSION;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  g_assert (save->file != NULL || self->file != NULL);

  if (save->file == NULL)
    save->file = g_object_ref (self->file);
  bytes = vac_write_readable (self->document, &error);
  save->state = vac_document_get_state (self->document);
  vac_document_add_barrier (self->document);
  set_running (self, task);
  if (bytes == NULL)
    finish_save (self, task, error);
  else
    vac_safe_file_write_async (save->file, bytes, get_expected (self, save),
                               save->flags | kind,
                               g_task_get_cancellable (task), on_write_ready_cb, task);
}

/**
 * vac_store_save_async:
 * @self: an open posting
 * @file: (nullable): where to; %NULL for the file that it has when this save begins
 * @flags: whether the user agreed to write over what is there
 * @agreed: (nullable): what the user agreed to write over, from vac_store_save_finish(); %NULL for
 *   what the file was when we last read or wrote it
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Saves the document as it is now. One save runs at a time; one asked for meanwhile follows with
 * the state that the document has then, or is answered by the one before if nothing has changed.
 */
void
vac_store_save_async (VacStore            *self,
                      GFile               *file,
                      VacWriteFlags        flags,
                      const VacBaseline   *agreed,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;
  Save *save;

  g_return_if_fail (VAC_IS_STORE (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  save = g_new0 (Save, 1);
  g_set_object (&save->file, file);
  save->flags = flags;
  save->agreed = agreed != NULL ? vac_baseline_copy (agreed) : NULL;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_store_save_async);
  /* What is written is written, even if somebody cancelled a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, save, save_free);

  if (vac_document_get_read_only (self->document))
    {
      g_task_return_new_error (
          task, VAC_ERROR, VAC_ERROR_READ_ONLY, "%s",
          _("The posting was written by a newer version of Vacancy and can only be read."));
      g_object_unref (task);
      return;
    }
  if (self->running != NULL)
    g_queue_push_tail (&self->waiting, task);
  else
    start_save (self, task);
}

/**
 * vac_store_save_finish:
 * @self: an open posting
 * @result: what the callback got
 * @confirmed: (out) (optional): whether the disk confirmed that the save will outlive a power cut
 * @found: (out) (optional) (transfer full) (nullable): after %VAC_ERROR_EXISTS, %VAC_ERROR_CONFLICT
 *   or %VAC_ERROR_DELETED what is there, for the question whether to write over it
 * @error: return location for a #VacError
 *
 * Returns: whether the state that was saved is on disk
 */
gboolean
vac_store_save_finish (VacStore      *self,
                       GAsyncResult  *result,
                       gboolean      *confirmed,
                       VacBaseline  **found,
                       GError       **error)
{
  Save *save;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  save = g_task_get_task_data (G_TASK (result));
  if (confirmed != NULL)
    *confirmed = save->confirmed;
  if (found != NULL)
    *found = g_steal_pointer (&save->found);

  return g_task_propagate_boolean (G_TASK (result), error);
}
