/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-json.h"
#include "vac-reader.h"
#include "vac-store.h"
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
  VacBaseline *baseline;    /* NULL with it */
  GQueue       waiting;     /* of GTask: saves asked for while one is under way */
  GTask       *running;
};

G_DEFINE_FINAL_TYPE (VacStore, vac_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_SAVING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GFile         *file;      /* NULL until the save begins: the file that the posting has then */
  VacWriteFlags  flags;
  guint64        state;
  gboolean       confirmed;
} Save;

static void start_save (VacStore *self,
                        GTask    *task);

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_object (&save->file);
  g_free (save);
}

static void
vac_store_finalize (GObject *object)
{
  VacStore *self = VAC_STORE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
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

static void
on_load_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VacStore *self;

  bytes = vac_safe_file_load_finish (G_FILE (source), result, &baseline, &error);
  if (bytes != NULL)
    document = vac_read_document (bytes, &error);
  if (document == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = vac_store_new (document);
  self->file = g_object_ref (G_FILE (source));
  self->baseline = g_steal_pointer (&baseline);
  g_task_return_pointer (task, self, g_object_unref);
}

/**
 * vac_store_open_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads a posting without keeping the main thread from its work.
 */
void
vac_store_open_async (GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_store_open_async);
  vac_safe_file_load_async (file, VAC_JSON_MAX_BYTES, cancellable, on_load_ready_cb, task);
}

/**
 * vac_store_open_finish:
 * @result: what the callback got
 * @error: return location for an error; when the file's contents are at fault, its message begins
 *   with "LINE:COLUMN: "
 *
 * Returns: (transfer full) (nullable): the open posting
 */
VacStore *
vac_store_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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
 * vac_store_has_changed_on_disk:
 * @self: an open posting
 *
 * Returns: whether somebody else changed or removed the file since we last read or wrote it
 */
gboolean
vac_store_has_changed_on_disk (VacStore *self)
{
  g_return_val_if_fail (VAC_IS_STORE (self), FALSE);

  return self->file != NULL && self->running == NULL &&
         vac_safe_file_has_changed (self->file, self->baseline);
}

static void
set_file (VacStore *self,
          GFile    *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
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
on_write_ready_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VacStore *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  VacBaseline *baseline = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) answered = NULL;
  gboolean written = vac_safe_file_write_finish (G_FILE (source), result, &baseline, &error);

  if (written)
    {
      g_clear_pointer (&self->baseline, vac_baseline_free);
      self->baseline = baseline;
      save->confirmed = vac_baseline_is_confirmed (baseline);
      set_file (self, save->file);
      vac_document_mark_saved (self->document, save->state);
    }

  answered = written ? take_answered (self, save) : NULL;
  if (g_queue_is_empty (&self->waiting))
    set_running (self, NULL);
  else
    start_save (self, g_queue_pop_head (&self->waiting));

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  for (guint i = 0; answered != NULL && i < answered->len; i++)
    g_task_return_boolean (g_ptr_array_index (answered, i), TRUE);
}

/* Bytes and state number are taken together, so typing that goes on while they are written is
 * not mistaken for saved. */
static void
start_save (VacStore *self,
            GTask    *task)
{
  Save *save = g_task_get_task_data (task);
  g_autoptr (GBytes) bytes = vac_write_document (self->document);
  gboolean same_file;

  if (save->file == NULL)
    save->file = g_object_ref (self->file);
  same_file = self->file != NULL && g_file_equal (self->file, save->file);
  save->state = vac_document_get_state (self->document);
  vac_document_add_barrier (self->document);
  set_running (self, task);
  vac_safe_file_write_async (save->file, bytes, same_file ? self->baseline : NULL, save->flags,
                             g_task_get_cancellable (task), on_write_ready_cb, task);
}

/**
 * vac_store_save_async:
 * @self: an open posting
 * @file: (nullable): where to; %NULL for the file that it has when this save begins
 * @flags: whether the user agreed to write over what is there
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
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_store_save_async);
  /* What is written is written, even if somebody cancelled a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, save, save_free);

  if (vac_document_get_read_only (self->document))
    {
      g_task_return_new_error (task, VAC_ERROR, VAC_ERROR_READ_ONLY, "%s",
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
 * @error: return location for a #VacError
 *
 * Returns: whether the state that was saved is on disk
 */
gboolean
vac_store_save_finish (VacStore      *self,
                       GAsyncResult  *result,
                       gboolean      *confirmed,
                       GError       **error)
{
  Save *save;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  save = g_task_get_task_data (G_TASK (result));
  if (confirmed != NULL)
    *confirmed = save->confirmed;

  return g_task_propagate_boolean (G_TASK (result), error);
}
