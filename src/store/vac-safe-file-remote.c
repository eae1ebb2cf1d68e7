/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-safe-file"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-baseline-private.h"
#include "vac-error.h"
#include "vac-safe-file-private.h"
#include "vac-versions-contents.h"
#include "vac-versions-keep.h"

/* The way to a file without a local path, through GIO. It is as safe as the other end makes it:
 * a change is found with the entity tag and, where there is none, with the bytes. */

#define CHUNK_SIZE (64 * 1024)

static gboolean
is_refusal (const GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
translate_read_error (GError      **error,
                      const char   *name,
                      const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” cannot be read: %s"), name,
                 cause->message);
}

static void
translate_write_error (GError      **error,
                       const char   *name,
                       const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_EXISTS))
    vac_set_error_exists (error, name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    vac_set_error_conflict (error, name);
  else if (is_refusal (cause))
    g_set_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY,
                 _("“%s” cannot be written there: %s"), name, cause->message);
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” could not be saved: %s"), name,
                 cause->message);
}

static gboolean
check_regular (GFileInfo  *info,
               const char *name,
               GError    **error)
{
  GFileType type = g_file_info_get_file_type (info);

  /* Some backends do not know; a folder they always do. */
  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN)
    return TRUE;
  vac_set_error_bad_target (error, name, type == G_FILE_TYPE_DIRECTORY);

  return FALSE;
}

static GBytes *
read_stream (GInputStream *stream,
             gsize         limit,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);

  while (array->len < limit)
    {
      gssize got = g_input_stream_read (stream, chunk, MIN (CHUNK_SIZE, limit - array->len),
                                        cancellable, error);

      if (got < 0)
        return NULL;
      if (got == 0)
        break;
      g_byte_array_append (array, chunk, got);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/* The tag is asked for before the bytes are read: a change in between then shows later. */
GBytes *
vac_safe_file_load_remote (GFile        *file,
                           gsize         limit,
                           VacBaseline **baseline,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_autofree char *name = vac_safe_file_get_name (file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_ETAG_VALUE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info != NULL && !check_regular (info, name, error))
    return NULL;
  if (info != NULL)
    stream = g_file_read (file, cancellable, &cause);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), limit < G_MAXSIZE ? limit + 1 : limit,
                         cancellable, &cause);
  if (bytes == NULL)
    {
      translate_read_error (error, name, cause);
      return NULL;
    }
  if (baseline != NULL)
    *baseline = vac_baseline_new_remote (g_file_info_get_etag (info), bytes);

  return g_steal_pointer (&bytes);
}

static gboolean
is_as_expected (const VacBaseline *expected,
                const VacBaseline *present,
                GBytes            *bytes)
{
  const char *etag = vac_baseline_get_etag (expected);

  if (vac_baseline_is_too_large (expected))
    return etag != NULL && g_strcmp0 (etag, vac_baseline_get_etag (present)) == 0;

  return vac_baseline_has_bytes (expected, bytes);
}

/* Compares the file with what is expected. Sets @etag to the tag under which it may be replaced
 * and @old to what would be replaced, to %NULL if there is no file. Only a version that is kept
 * needs it whole. */
static gboolean
check_expected (GFile             *file,
                const char        *name,
                const VacBaseline *expected,
                VacWriteFlags      flags,
                char             **etag,
                GBytes           **old,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr (VacBaseline) present = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean overwrite = (flags & VAC_WRITE_OVERWRITE) != 0;
  const gboolean expects_file = expected != NULL && !vac_baseline_is_absent (expected);
  gsize limit = (flags & VAC_WRITE_KEEP_VERSION) != 0 ? VAC_VERSIONS_LARGEST
                : expects_file ? vac_baseline_get_size (expected) : 0;

  bytes = vac_safe_file_load_remote (file, limit, &present, cancellable, &cause);
  if (bytes == NULL && !g_error_matches (cause, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (bytes == NULL && expects_file && !overwrite)
    vac_set_error_deleted (error, name);
  else if (bytes != NULL && !expects_file && !overwrite)
    vac_set_error_exists (error, name);
  else if (bytes != NULL && expects_file && !overwrite &&
           !is_as_expected (expected, present, bytes))
    vac_set_error_conflict (error, name);
  else
    {
      *etag = present != NULL ? g_strdup (vac_baseline_get_etag (present)) : NULL;
      *old = g_steal_pointer (&bytes);
      return TRUE;
    }

  return FALSE;
}

/* Closing renames the half-written temporary over the good file even after an error, unless the
 * close is cancelled; only then is the temporary dropped. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static GFileOutputStream *
open_output (GFile           *file,
             gboolean         exists,
             GFileCreateFlags flags,
             const char      *etag,
             GCancellable    *cancellable,
             GError         **error)
{
  if (exists)
    return g_file_replace (file, etag, FALSE, flags, cancellable, error);

  return g_file_create (file, flags, cancellable, error);
}

static gboolean
write_stream (GFile           *file,
              GBytes          *bytes,
              gboolean         exists,
              GFileCreateFlags flags,
              const char      *etag,
              char           **new_etag,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GFileOutputStream) stream =
    open_output (file, exists, flags, etag, cancellable, error);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    {
      *new_etag = g_file_output_stream_get_etag (stream);
      return TRUE;
    }

  abandon (G_OUTPUT_STREAM (stream));
  /* A new file has no old bytes to go back to, and half of the new ones are worth nothing. */
  if (!exists)
    g_file_delete (file, NULL, NULL);

  return FALSE;
}

/* Without a tag there is no sign that the close did what it said, so the bytes are read back. */
static gboolean
verify (GFile             *file,
        const char        *name,
        const VacBaseline *written,
        GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (vac_baseline_get_etag (written) != NULL)
    return TRUE;
  bytes = vac_safe_file_load_remote (file, vac_baseline_get_size (written), NULL, NULL, NULL);
  if (bytes != NULL && vac_baseline_has_bytes (written, bytes))
    return TRUE;
  g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED,
               _("“%s” could not be saved: it does not hold what was written."), name);

  return FALSE;
}

/* An error that comes after the renaming, of the last close for example, changes nothing any more:
 * to say that nothing was saved would be wrong then, but it is not confirmed either.
 *
 * Returns: (transfer full) (nullable) */
static VacBaseline *
find_written (GFile  *file,
              GBytes *bytes)
{
  g_autoptr (VacBaseline) found = NULL;
  g_autoptr (GBytes) present = vac_safe_file_load_remote (file, g_bytes_get_size (bytes), &found,
                                                          NULL, NULL);

  if (present == NULL || !g_bytes_equal (present, bytes))
    return NULL;
  vac_baseline_set_confirmed (found, FALSE);

  return g_steal_pointer (&found);
}

/* Returns: (transfer full) (nullable): why what is replaced could not be kept */
static char *
keep_version (GFile  *file,
              GBytes *old,
              GBytes *bytes)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_OWNER_USER_REAL,
      G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) written = info != NULL ? g_file_info_get_modification_date_time (info)
                                               : NULL;
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  const VacKeeping what = {
    .uri = uri,
    .old = old,
    .bytes = bytes,
    .time = written != NULL ? g_date_time_to_unix (written) : now,
    .who = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_OWNER_USER_REAL)
                        : NULL,
    .now = now,
    .most = VAC_VERSIONS_MOST,
  };

  return vac_versions_keep (&what, &error) ? NULL : g_strdup (error->message);
}

/* The readers of another file that is replaced are not to be those of one about a person. */
static GFileCreateFlags
get_create_flags (VacWriteFlags      flags,
                  const VacBaseline *expected)
{
  if ((flags & VAC_WRITE_PRIVATE) == 0)
    return G_FILE_CREATE_NONE;

  return expected != NULL ? G_FILE_CREATE_PRIVATE
                          : G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION;
}

VacBaseline *
vac_safe_file_write_remote (GFile             *file,
                            GBytes            *bytes,
                            const VacBaseline *expected,
                            VacWriteFlags      flags,
                            GCancellable      *cancellable,
                            GError           **error)
{
  g_autofree char *name = vac_safe_file_get_name (file);
  g_autofree char *etag = NULL;
  g_autofree char *new_etag = NULL;
  g_autoptr (VacBaseline) written = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autofree char *unkept = NULL;
  g_autoptr (GError) cause = NULL;

  if (!check_expected (file, name, expected, flags, &etag, &old, cancellable, error))
    return NULL;
  if ((flags & VAC_WRITE_KEEP_VERSION) != 0)
    unkept = keep_version (file, old, bytes);
  if (!write_stream (file, bytes, old != NULL, get_create_flags (flags, expected), etag, &new_etag,
                     cancellable, &cause))
    {
      written = find_written (file, bytes);
      if (written == NULL)
        translate_write_error (error, name, cause);
      else
        vac_baseline_set_unkept (written, unkept);
      return g_steal_pointer (&written);
    }
  written = vac_baseline_new_remote (new_etag, bytes);
  vac_baseline_set_unkept (written, unkept);
  if (!verify (file, name, written, error))
    return NULL;

  return g_steal_pointer (&written);
}
