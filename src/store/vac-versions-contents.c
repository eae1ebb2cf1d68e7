/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-contents"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vac-state-folder.h"
#include "vac-versions-contents.h"
#include "vac-versions-index.h"

/* What versions held: one compressed file for each content, named after its SHA-256, so that equal
 * contents are kept once and damage is noticed. */

#define STORED  ".gz"
#define DAMAGED ".damaged"
#define CHUNK_SIZE (64 * 1024)

static char *
make_path (const char *folder,
           const char *hash,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (hash, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

static GBytes *
compress (GBytes *bytes)
{
  g_autoptr (GConverter) converter = G_CONVERTER (
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Returns: (nullable): %NULL if it is not what a compressor wrote, or suspiciously much */
static GBytes *
decompress (GBytes *stored)
{
  g_autoptr (GConverter) converter = G_CONVERTER (
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (stored);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  gssize got;

  while ((got = g_input_stream_read (stream, chunk, CHUNK_SIZE, NULL, NULL)) > 0)
    {
      if (array->len + (gsize) got > VAC_VERSIONS_LARGEST)
        return NULL;
      g_byte_array_append (array, chunk, (guint) got);
    }

  return got == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&array)) : NULL;
}

static gboolean
has_hash (GBytes     *bytes,
          const char *hash)
{
  g_autofree char *own = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)
                                       : NULL;

  return own != NULL && g_str_equal (own, hash);
}

/* Returns: (transfer full) (nullable): where what is left of it is; %NULL if nothing is */
static char *
put_aside (const char *folder,
           const char *hash)
{
  g_autofree char *stored = make_path (folder, hash, STORED);
  g_autofree char *aside = make_path (folder, hash, DAMAGED);

  if (g_rename (stored, aside) == 0 || g_file_test (aside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&aside);

  return g_file_test (stored, G_FILE_TEST_EXISTS) ? g_steal_pointer (&stored) : NULL;
}

/*
 * vac_versions_contents_read:
 * @folder: where a file's versions are
 * @hash: of one of them
 * @aside: (out) (optional): for damaged ones, where what is left of it is kept; %NULL if nothing is
 *
 * Returns: (transfer full) (nullable): exactly what has been kept; %NULL if nobody can tell
 */
GBytes *
vac_versions_contents_read (const char *folder,
                            const char *hash,
                            char      **aside)
{
  g_autofree char *path = make_path (folder, hash, STORED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) stored = vac_state_file_read (path, 2 * VAC_VERSIONS_LARGEST, &error);
  g_autoptr (GBytes) bytes = stored != NULL ? decompress (stored) : NULL;

  if (has_hash (bytes, hash))
    return g_steal_pointer (&bytes);
  if (aside != NULL)
    *aside = put_aside (folder, hash);

  return NULL;
}

gboolean
vac_versions_contents_has (const char *folder,
                           const char *hash)
{
  g_autofree char *path = make_path (folder, hash, STORED);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/*
 * vac_versions_contents_write:
 * @folder: where a file's versions are
 * @hash: of @bytes
 * @bytes: a content
 * @error: return location for a #VacError
 *
 * Keeps a content, if it is not there already, and sound.
 *
 * Returns: whether it is there, and will outlast a power cut
 */
gboolean
vac_versions_contents_write (const char *folder,
                             const char *hash,
                             GBytes     *bytes,
                             GError    **error)
{
  g_autofree char *path = make_path (folder, hash, STORED);
  g_autofree char *aside = NULL;
  g_autoptr (GBytes) present = vac_versions_contents_read (folder, hash, &aside);
  g_autoptr (GBytes) stored = NULL;

  if (present != NULL)
    return TRUE;
  stored = compress (bytes);
  g_assert (stored != NULL);

  return vac_state_file_write (path, stored, error);
}

void
vac_versions_contents_drop (const char *folder,
                            const char *hash)
{
  g_autofree char *stored = make_path (folder, hash, STORED);
  g_autofree char *aside = make_path (folder, hash, DAMAGED);

  g_unlink (stored);
  g_unlink (aside);
}

/*
 * vac_versions_contents_each:
 * @folder: where a file's versions are
 * @func: called with the hash of each content, the space that it takes, and when it was kept
 * @user_data: for @func
 */
void
vac_versions_contents_each (const char    *folder,
                            VacContentFunc func,
                            gpointer       user_data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *hash = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (!g_str_has_suffix (name, STORED))
        continue;
      hash = g_strndup (name, strlen (name) - strlen (STORED));
      if (vac_versions_is_hash (hash) && g_lstat (path, &status) == 0 && S_ISREG (status.st_mode))
        func (hash, (guint64) status.st_size, status.st_mtime, user_data);
    }
}
