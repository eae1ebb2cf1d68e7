/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-first-pages"

#include "config.h"

#include "vac-cache.h"
#include "vac-first-page.h"
#include "vac-first-pages.h"
#include "vac-json.h"
#include "vac-reader.h"
#include "vac-safe-file.h"

/* Pictures of first pages, kept from one start to the next. */

#define CACHE "first-pages"

/* Some kilobytes each: far more than anybody sees at once. */
#define MOST_KEPT 400

/**
 * VacFirstPages:
 *
 * Reads and draws in a thread of its own, one posting after the other: a second thread would load
 * all fonts once more.
 */
struct _VacFirstPages
{
  GThreadPool  *pool;
  GCancellable *cancellable;
};

typedef struct
{
  GFile  *file;     /* nullable: to be read */
  GBytes *bytes;    /* nullable: what would be read there */
  int     width;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

/**
 * vac_first_page_free:
 * @self: (transfer full): what vac_first_pages_look_finish() returned
 */
void
vac_first_page_free (VacFirstPage *self)
{
  g_free (self->title);
  g_clear_object (&self->picture);
  g_free (self);
}

/* In the thread */

/* Whatever the picture depends on. */
static char *
make_name (GBytes       *bytes,
           VacPaperSize  size,
           int           width)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *look = g_strdup_printf ("%s %d %d %d ", VAC_VERSION, VAC_FIRST_PAGE_VERSION,
                                           (int) size, width);
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  g_checksum_update (checksum, (const guchar *) look, -1);
  g_checksum_update (checksum, data, (gssize) length);

  return g_strconcat (g_checksum_get_string (checksum), ".png", NULL);
}

/* Returns: (transfer full) (nullable) */
static GdkTexture *
draw (VacDocument  *document,
      VacPaperSize  size,
      int           width)
{
  cairo_surface_t *surface = vac_first_page_render (document, size, width);
  g_autoptr (GBytes) bytes = NULL;
  int stride, height;

  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS || width == 0 || height == 0)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

/* Returns: (transfer full) (nullable): what was kept, or else a new picture, which is kept */
static GdkTexture *
get_picture (VacDocument *document,
             GBytes      *bytes,
             int          width)
{
  const VacPaperSize size = vac_page_setup_get_default (
      vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  g_autofree char *folder = vac_cache_get_folder (CACHE);
  g_autofree char *name = make_name (bytes, size, width);
  g_autoptr (GBytes) kept = vac_cache_load (folder, name);
  GdkTexture *picture = kept != NULL ? gdk_texture_new_from_bytes (kept, NULL) : NULL;

  if (picture != NULL && gdk_texture_get_width (picture) >= width)
    return picture;
  g_clear_object (&picture);
  picture = draw (document, size, width);
  if (picture != NULL)
    {
      g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (picture);

      vac_cache_save (folder, name, png);
      vac_cache_trim (folder, MOST_KEPT);
    }

  return picture;
}

static gint64
get_changed (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 0, NULL,
                                                  NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static VacFirstPage *
look (Job           *job,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GBytes) bytes = job->bytes != NULL ? g_bytes_ref (job->bytes) : NULL;
  g_autoptr (VacDocument) document = NULL;
  VacFirstPage *page;

  if (bytes == NULL)
    bytes = vac_safe_file_load (job->file, VAC_JSON_MAX_BYTES, NULL, cancellable, error);
  document = bytes != NULL ? vac_read_document (bytes, error) : NULL;
  if (document == NULL)
    return NULL;

  page = g_new0 (VacFirstPage, 1);
  page->title = g_strdup (vac_document_get_text (document, VAC_ROLE_JOB_TITLE));
  page->changed = job->file != NULL ? get_changed (job->file) : 0;
  page->picture = get_picture (document, bytes, job->width);

  return page;
}

static void
look_in_thread (gpointer data,
                gpointer user_data)
{
  g_autoptr (GTask) task = data;
  VacFirstPage *page;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  page = look (g_task_get_task_data (task), g_task_get_cancellable (task), &error);
  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) vac_first_page_free);
  else
    g_task_return_error (task, error);
}

/* In this thread */

/**
 * vac_first_pages_new:
 *
 * Returns: (transfer full): something that looks at postings
 */
VacFirstPages *
vac_first_pages_new (void)
{
  VacFirstPages *self = g_new0 (VacFirstPages, 1);

  self->pool = g_thread_pool_new (look_in_thread, NULL, 1, FALSE, NULL);
  self->cancellable = g_cancellable_new ();

  return self;
}

/**
 * vac_first_pages_free:
 * @self: (transfer full): something that looks at postings
 *
 * What it still has to look at is cancelled.
 */
void
vac_first_pages_free (VacFirstPages *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * vac_first_pages_look_async:
 * @self: something that looks at postings
 * @file: (nullable): a posting's file
 * @bytes: (nullable): a posting; %NULL to read it from @file
 * @width: of the picture, in pixels
 * @callback: called in this thread; also when it was cancelled
 * @user_data: for @callback
 *
 * Looks at a posting after all others that were asked about before.
 */
void
vac_first_pages_look_async (VacFirstPages       *self,
                            GFile               *file,
                            GBytes              *bytes,
                            int                  width,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Job *job;
  GTask *task;

  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL || bytes != NULL);
  g_return_if_fail (width > 0);

  job = g_new0 (Job, 1);
  g_set_object (&job->file, file);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->width = width;
  task = g_task_new (NULL, self->cancellable, callback, user_data);
  g_task_set_source_tag (task, vac_first_pages_look_async);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (self->pool, task, NULL);
}

/**
 * vac_first_pages_look_finish:
 * @result: what the callback got
 * @error: return location for a #VacError or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what can be seen of the posting; %NULL if it cannot be read
 */
VacFirstPage *
vac_first_pages_look_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, vac_first_pages_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
