/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-own-postings"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-measure-facts.h"
#include "vac-own-postings.h"
#include "vac-reader.h"
#include "vac-safe-file.h"

/* How many files are read at most, and up to which size in bytes. */
#define MOST_FILES 200
#define MOST_BYTES (1024 * 1024)

/* Nine in ten are longer, or shorter. */
#define MOST_OF 9
#define OF_ALL  10

/**
 * VacOwnPostings:
 *
 * Other postings of the user: those that were open last, and those in the folder of the present
 * one. They are read in another thread, and again only when they have changed.
 */
struct _VacOwnPostings
{
  GObject        parent_instance;

  /* Owned */
  VacRecentList *recent;
  GFile         *file;      /* nullable: the present one, which is no other */
  GHashTable    *known;     /* GFile → Known */

  gboolean       looking;
  gboolean       again;     /* what is looked for has changed meanwhile */
};

G_DEFINE_FINAL_TYPE (VacOwnPostings, vac_own_postings, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a file held when it was read. */
typedef struct
{
  char          *etag;
  VacOwnPosting *posting;   /* nullable: it is no posting that can be read */
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->etag);
  g_clear_pointer (&known->posting, vac_own_posting_unref);
  g_free (known);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref,
                                known_free);
}

/* In another thread */

typedef struct
{
  GPtrArray  *files;    /* of GFile: those that were open last */
  GFile      *folder;   /* nullable */
  GHashTable *before;   /* as it was; nobody changes it */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->files);
  g_clear_object (&job->folder);
  g_hash_table_unref (job->before);
  g_free (job);
}

static VacOwnPosting *
read_posting (GFile *file)
{
  g_autoptr (GBytes) bytes = vac_safe_file_load (file, MOST_BYTES, NULL, NULL, NULL);
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (VacMeasure) measure = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) > MOST_BYTES)
    return NULL;
  document = vac_read_document (bytes, NULL);
  if (document == NULL)
    return NULL;
  measure = vac_measure_new (document);

  return vac_own_posting_new (document, measure);
}

static void
take_file (Job        *job,
           GHashTable *found,
           GFile      *file)
{
  g_autoptr (GFileInfo) info = NULL;
  const Known *before = g_hash_table_lookup (job->before, file);
  const char *etag;
  Known *known;

  if (g_hash_table_size (found) >= MOST_FILES || g_hash_table_contains (found, file))
    return;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  etag = info != NULL ? g_file_info_get_etag (info) : NULL;
  if (etag == NULL)
    return;
  known = g_new0 (Known, 1);
  known->etag = g_strdup (etag);
  if (before == NULL || !g_str_equal (before->etag, etag))
    known->posting = read_posting (file);
  else if (before->posting != NULL)
    known->posting = vac_own_posting_ref (before->posting);
  g_hash_table_insert (found, g_object_ref (file), known);
}

static void
take_folder (Job        *job,
             GHashTable *found)
{
  g_autoptr (GFileEnumerator) enumerator =
    g_file_enumerate_children (job->folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                               G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;
  GFile *file;

  while (enumerator != NULL &&
         g_file_enumerator_iterate (enumerator, &info, &file, NULL, NULL) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), ".vacancy"))
      take_file (job, found, file);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GHashTable *found = table_new ();

  if (job->folder != NULL)
    take_folder (job, found);
  for (guint i = 0; i < job->files->len; i++)
    take_file (job, found, g_ptr_array_index (job->files, i));
  g_task_return_pointer (task, found, (GDestroyNotify) g_hash_table_unref);
}

/* In this thread */

static void start (VacOwnPostings *self);

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  VacOwnPostings *self = VAC_OWN_POSTINGS (source);

  g_hash_table_unref (self->known);
  self->known = g_task_propagate_pointer (G_TASK (result), NULL);
  self->looking = FALSE;
  if (self->again)
    start (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is far away may take for ever. */
static gboolean
is_near (GFile *file)
{
  return g_file_is_native (file);
}

static void
start (VacOwnPostings *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_looked_cb, NULL);
  g_autoptr (GPtrArray) recent = vac_recent_list_list_files (self->recent);
  Job *job = g_new0 (Job, 1);

  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < recent->len; i++)
    if (is_near (g_ptr_array_index (recent, i)))
      g_ptr_array_add (job->files, g_object_ref (g_ptr_array_index (recent, i)));
  if (self->file != NULL && is_near (self->file))
    job->folder = g_file_get_parent (self->file);
  job->before = g_hash_table_ref (self->known);
  self->looking = TRUE;
  self->again = FALSE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
vac_own_postings_finalize (GObject *object)
{
  VacOwnPostings *self = VAC_OWN_POSTINGS (object);

  g_clear_object (&self->recent);
  g_clear_object (&self->file);
  g_hash_table_unref (self->known);

  G_OBJECT_CLASS (vac_own_postings_parent_class)->finalize (object);
}

static void
vac_own_postings_class_init (VacOwnPostingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_own_postings_finalize;

  /**
   * VacOwnPostings::changed:
   *
   * Emitted when the postings have been looked at.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_OWN_POSTINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_own_postings_init (VacOwnPostings *self)
{
  self->known = table_new ();
}

/**
 * vac_own_postings_new:
 * @recent: what was open last
 *
 * Returns: (transfer full): the postings of the user, none of which has been looked at
 */
VacOwnPostings *
vac_own_postings_new (VacRecentList *recent)
{
  VacOwnPostings *self;

  g_return_val_if_fail (VAC_IS_RECENT_LIST (recent), NULL);

  self = g_object_new (VAC_TYPE_OWN_POSTINGS, NULL);
  self->recent = g_object_ref (recent);

  return self;
}

/**
 * vac_own_postings_look:
 * @self: the postings of the user
 * @file: (nullable): the file of the present one
 *
 * Looks at the others in another thread. The signal tells when that is done.
 */
void
vac_own_postings_look (VacOwnPostings *self,
                       GFile          *file)
{
  g_return_if_fail (VAC_IS_OWN_POSTINGS (self));

  g_set_object (&self->file, file);
  self->again = self->looking;
  if (!self->looking)
    start (self);
}

static GPtrArray *
list_others (VacOwnPostings *self)
{
  GPtrArray *others = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer file, value;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &file, &value))
    if (((Known *) value)->posting != NULL &&
        (self->file == NULL || !g_file_equal (file, self->file)))
      g_ptr_array_add (others, ((Known *) value)->posting);

  return others;
}

static VacMeasureFact *
add (GPtrArray  *measures,
     const char *name,
     guint       n_shorter,
     guint       n_postings)
{
  VacMeasureFact *fact = g_new0 (VacMeasureFact, 1);

  fact->name = name;
  /* Translators: how many of all are shorter */
  fact->value = g_strdup_printf (_("%u of %u shorter"), n_shorter, n_postings);
  g_ptr_array_add (measures, fact);

  return fact;
}

/* Returns: which of three sentences holds, each with room for the occupation */
static const char *
pick (guint       n_shorter,
      guint       n_longer,
      guint       n_postings,
      const char *longer,
      const char *shorter,
      const char *usual)
{
  if (n_shorter * OF_ALL >= n_postings * MOST_OF)
    return longer;

  return n_longer * OF_ALL >= n_postings * MOST_OF ? shorter : usual;
}

static char *
fill (const char *sentence,
      const char *occupation)
{
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "%s", occupation, 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * vac_own_postings_add:
 * @self: the postings of the user
 * @document: the present one
 * @measure: its measures
 * @measures: (element-type VacMeasureFact): takes how long it is beside the others, at its end
 *
 * Adds nothing while there are too few others of the same family.
 */
void
vac_own_postings_add (VacOwnPostings   *self,
                      VacDocument      *document,
                      const VacMeasure *measure,
                      GPtrArray        *measures)
{
  g_autoptr (VacOwnPosting) posting = NULL;
  g_autoptr (GPtrArray) others = NULL;
  VacOwnComparison found;
  VacMeasureFact *fact;

  g_return_if_fail (VAC_IS_OWN_POSTINGS (self));

  posting = vac_own_posting_new (document, measure);
  others = list_others (self);
  if (!vac_own_posting_compare (posting, others, &found))
    return;
  fact = add (measures, _("Length beside your own"), found.n_shorter, found.n_postings);
  fact->remark = fill (pick (found.n_shorter, found.n_longer, found.n_postings,
                             /* Translators: %s is an occupation */
                             _("Longer than nine in ten of your own postings for “%s”."),
                             _("Shorter than nine in ten of your own postings for “%s”."),
                             _("As long as your own postings for “%s” usually are.")),
                       posting->occupation);
  fact->evidence = _("For information: it says what you usually do, not what is best.");
  fact = add (measures, _("Title beside your own"), found.n_shorter_titles, found.n_postings);
  fact->remark = fill (pick (found.n_shorter_titles, found.n_longer_titles, found.n_postings,
                             _("The title is longer than nine in ten of your own for “%s”."),
                             _("The title is shorter than nine in ten of your own for “%s”."),
                             _("The title is as long as your own for “%s” usually are.")),
                       posting->occupation);
}
