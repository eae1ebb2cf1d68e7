/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-file"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-file-name.h"
#include "vac-json.h"
#include "vac-original.h"
#include "vac-quote.h"
#include "vac-reader.h"
#include "vac-writer.h"

#define CHUNK_SIZE (64 * 1024)

/* Reads one byte more than is accepted, so that the excess can be reported. */
static GBytes *
read_standard_input (gsize    most,
                     GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);

  while (array->len <= most)
    {
      gsize got = fread (chunk, 1, CHUNK_SIZE, stdin);

      g_byte_array_append (array, chunk, (guint) got);
      if (got < CHUNK_SIZE)
        break;
    }
  if (ferror (stdin))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * vac_cli_read:
 * @argument: a file's name, or "-"
 * @most: how many bytes are accepted
 * @name: (out): what messages call it
 * @baseline: (out) (nullable): what the file was; %NULL for standard input
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (nullable): what it holds; of standard input, at most one byte more than
 *   @most
 */
GBytes *
vac_cli_read (const char   *argument,
              gsize         most,
              char        **name,
              VacBaseline **baseline,
              GError      **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (argument, VAC_CLI_STANDARD))
    {
      *name = g_strdup ("<stdin>");
      return read_standard_input (most, error);
    }
  *name = g_filename_display_name (argument);
  file = g_file_new_for_commandline_arg (argument);

  return vac_safe_file_load (file, most, baseline, NULL, error);
}

/**
 * vac_cli_file_open:
 * @argument: a file's name, or "-"
 *
 * Returns: (transfer full) (nullable): the file with its posting; %NULL when it cannot be read,
 *   which has been reported
 */
VacCliFile *
vac_cli_file_open (const char *argument)
{
  g_autoptr (VacCliFile) self = g_new0 (VacCliFile, 1);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (argument, VAC_CLI_STANDARD))
    self->file = g_file_new_for_commandline_arg (argument);
  self->bytes = vac_cli_read (argument, VAC_JSON_MAX_BYTES, &self->name, &self->baseline, &error);
  if (self->bytes != NULL)
    self->json = vac_json_parse (self->bytes, &error);
  if (self->json != NULL)
    self->document = vac_read_parsed (self->json, &error);
  if (self->document != NULL)
    {
      /* Nothing that is written tells where an original lies. */
      self->original = vac_original_mend (&self->document, self->file);
      return g_steal_pointer (&self);
    }

  vac_cli_tell_error (self->name, error);

  return NULL;
}

/**
 * vac_cli_file_free:
 * @self: (transfer full): a file
 */
void
vac_cli_file_free (VacCliFile *self)
{
  g_free (self->name);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->baseline, vac_baseline_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->json, vac_json_unref);
  g_clear_object (&self->original);
  g_free (self);
}

/**
 * vac_cli_file_leave:
 * @self: (transfer full) (nullable): the last file of a program that ends now
 *
 * Leaves it to the end of the process, which is faster than to take a posting apart.
 */
void
vac_cli_file_leave (VacCliFile *self)
{
  /* Held, so that it is not taken for a leak. */
  static GSList *left;

  left = g_slist_prepend (left, self);
}

/**
 * vac_cli_file_find:
 * @self: a file
 * @path: a path in its posting
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 *
 * Does what vac_read_position() does, without reading the file again.
 */
void
vac_cli_file_find (VacCliFile *self, const char *path, guint *line, guint *column)
{
  vac_read_position_in (self->json, path, line, column);
}

/**
 * vac_cli_file_make_bytes:
 * @self: a file
 *
 * Returns: (transfer full) (nullable): the content of a file with the posting as it is now; %NULL
 *   when that could not be read again, which has been reported
 */
GBytes *
vac_cli_file_make_bytes (VacCliFile *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = vac_write_readable (self->document, &error);

  if (bytes == NULL)
    vac_cli_tell_error (self->name, error);
  else if (self->original != NULL)
    vac_original_remember (vac_document_get_text (self->document, VAC_ROLE_DUPLICATE_OF),
                           self->original);

  return bytes;
}

/**
 * vac_cli_write_file:
 * @file: where to write
 * @name: what messages call it
 * @bytes: what to write
 * @expected: (nullable): what is there, see vac_safe_file_write()
 * @flags: what may happen to it
 *
 * Returns: whether it could be written; a failure has been reported, and doubts about a success
 */
gboolean
vac_cli_write_file (GFile             *file,
                    const char        *name,
                    GBytes            *bytes,
                    const VacBaseline *expected,
                    VacWriteFlags      flags)
{
  g_autoptr (VacBaseline) written = NULL;
  g_autoptr (GError) error = NULL;

  if (!vac_safe_file_write (file, bytes, expected, flags, &written, NULL, &error))
    {
      vac_cli_tell_error (name, error);
      return FALSE;
    }
  if (!vac_baseline_is_confirmed (written))
    vac_cli_tell ("%s: %s", name, _("Written, but the disk did not confirm it."));
  if (vac_baseline_get_unkept (written) != NULL)
    vac_cli_tell (_("%s: Written, but the version before could not be kept: %s"), name,
                  vac_baseline_get_unkept (written));

  return TRUE;
}

/* On a terminal, control characters are made visible; bytes that are not text are meant for another
 * program and stay as they are. Returns: (nullable): what to write in place of @data. */
static char *
make_fit_for_terminal (const char *data,
                       gsize       length)
{
  g_autofree char *text = NULL;

  if (!isatty (STDOUT_FILENO) || !g_utf8_validate (data, (gssize) length, NULL))
    return NULL;
  text = g_strndup (data, length);

  return vac_quote_visible (text, "\n\t");
}

/**
 * vac_cli_print:
 * @data: bytes
 * @length: how many
 *
 * Writes to standard output: unchanged into a file or a pipe, without locale or translation, and on
 * a terminal with control characters spelled out.
 *
 * Returns: whether all of it could be written; a failure has been reported
 */
gboolean
vac_cli_print (const char *data,
               gsize       length)
{
  g_autofree char *shown = make_fit_for_terminal (data, length);

  if (shown != NULL)
    {
      data = shown;
      length = strlen (shown);
    }
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  vac_cli_tell ("<stdout>: %s", g_strerror (errno));

  return FALSE;
}

/**
 * vac_cli_file_save:
 * @self: a file
 *
 * Writes the posting back to where it came from, and keeps what it replaces as a version, or to
 * standard output. A file that would not change is not touched, and one that another program
 * changed meanwhile is not overwritten.
 *
 * Returns: whether that could be done; a failure has been reported
 */
gboolean
vac_cli_file_save (VacCliFile *self)
{
  g_autoptr (GBytes) bytes = vac_cli_file_make_bytes (self);

  if (bytes == NULL)
    return FALSE;
  if (self->file == NULL)
    return vac_cli_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_bytes_equal (bytes, self->bytes))
    return TRUE;

  return vac_cli_write_file (self->file, self->name, bytes, self->baseline,
                             VAC_WRITE_KEEP_VERSION);
}

/**
 * vac_cli_write_with:
 * @target: a file's name, or "-"
 * @bytes: what to write
 * @flags: what may happen to a file that is there, see vac_safe_file_write()
 *
 * Returns: whether it could be written; a failure has been reported
 */
gboolean
vac_cli_write_with (const char    *target,
                    GBytes        *bytes,
                    VacWriteFlags  flags)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (g_str_equal (target, VAC_CLI_STANDARD))
    return vac_cli_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  file = g_file_new_for_commandline_arg (target);
  name = g_filename_display_name (target);

  return vac_cli_write_file (file, name, bytes, NULL, flags);
}

/**
 * vac_cli_write:
 * @target: a file's name, or "-"
 * @bytes: what to write
 * @force: whether it may replace a file
 *
 * Returns: whether it could be written; a failure has been reported
 */
gboolean
vac_cli_write (const char *target,
               GBytes     *bytes,
               gboolean    force)
{
  return vac_cli_write_with (target, bytes, force ? VAC_WRITE_OVERWRITE : VAC_WRITE_NONE);
}

/**
 * vac_cli_join:
 * @target: where to write, as the user gave it
 * @name: a file name to use when that is a folder
 *
 * Returns: (transfer full): the file to write
 */
char *
vac_cli_join (const char *target,
              const char *name)
{
  return g_file_test (target, G_FILE_TEST_IS_DIR) ? g_build_filename (target, name, NULL)
                                                  : g_strdup (target);
}

/**
 * vac_cli_is_standard:
 * @name: (nullable): where to write
 *
 * Returns: whether that is standard output, as it is where nothing is said
 */
gboolean
vac_cli_is_standard (const char *name)
{
  return name == NULL || g_str_equal (name, VAC_CLI_STANDARD);
}

/**
 * vac_cli_prepare_output:
 * @verb: the verb
 * @several: whether several files are written
 * @output: (inout): where to write
 * @into_folder: (out): whether that is a folder; one that is not there is made
 *
 * Returns: whether files can be written there; a sentence says why not
 */
gboolean
vac_cli_prepare_output (const VacVerb *verb,
                        gboolean       several,
                        const char   **output,
                        gboolean      *into_folder)
{
  *into_folder = FALSE;
  if (vac_cli_is_standard (*output))
    {
      *output = VAC_CLI_STANDARD;
      return TRUE;
    }
  *into_folder = several || g_str_has_suffix (*output, G_DIR_SEPARATOR_S) ||
                 g_file_test (*output, G_FILE_TEST_IS_DIR);
  if (!*into_folder || g_mkdir_with_parents (*output, 0777) == 0)
    return TRUE;
  vac_cli_misuse (verb, _("The folder “%s” cannot be made: %s"), *output, g_strerror (errno));

  return FALSE;
}

/**
 * vac_cli_name_file:
 * @used: (element-type utf8 uint): the file names of this run, and how many files wanted each
 * @title: the title of a posting
 * @extension: of the file
 *
 * Two postings of one run may have the same title; the second one gets a number.
 *
 * Returns: (transfer full): a file name that the run has not used
 */
char *
vac_cli_name_file (GHashTable *used,
                   const char *title,
                   const char *extension)
{
  g_autofree char *base = vac_file_name_propose (title, NULL);
  g_autofree char *first = g_strdup_printf ("%s.%s", base, extension);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (used, first));
  char *name = g_strdup (first);

  while (g_hash_table_contains (used, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s %u.%s", base, ++n, extension);
    }
  g_hash_table_insert (used, g_strdup (name), GUINT_TO_POINTER (1));
  if (n > 0)
    g_hash_table_insert (used, g_steal_pointer (&first), GUINT_TO_POINTER (n));

  return name;
}

/**
 * vac_cli_sum_up:
 * @n_files: how many files there were
 * @n_unread: how many of them could not be read
 * @partly: whether something else was found or could not be done
 *
 * Returns: the exit status
 */
int
vac_cli_sum_up (guint    n_files,
                guint    n_unread,
                gboolean partly)
{
  if (n_files > 0 && n_unread == n_files)
    return VAC_CLI_MISUSED;

  return n_unread > 0 || partly ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}
