/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-index"

#include "config.h"

#include <string.h>

#include "vac-versions-index.h"

/* The list of a file's versions, as text. Each line has a checksum of its own, so that damage costs
 * a line and not the list; the last one counts them, so that none is missed.
 *
 *   vacancy-versions 1
 *   file  URI, device, inode, born, volume, hash, time, who
 *   kept  number, when it was saved, when it was replaced, size, hash, who, name
 *   end   how many versions
 *
 * Words are separated by tabs, the checksum is the last one, and names are escaped like URIs. */

#define FIRST "vacancy-versions 1"
#define N_HASH_DIGITS 64
#define N_CHECK_DIGITS 16

/* What dates can say wherever one lives, and what JSON can carry without loss. */
#define LATEST_TIME G_GINT64_CONSTANT (253402000000)
#define LARGEST_NUMBER (G_GUINT64_CONSTANT (1) << 53)

G_DEFINE_BOXED_TYPE (VacVersion, vac_version, vac_version_copy, vac_version_free)

/**
 * vac_version_copy:
 * @self: a version
 *
 * Returns: (transfer full): a copy
 */
VacVersion *
vac_version_copy (const VacVersion *self)
{
  VacVersion *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->hash = g_strdup (self->hash);
  copy->who = g_strdup (self->who);
  copy->name = g_strdup (self->name);

  return copy;
}

/**
 * vac_version_free:
 * @self: (transfer full) (nullable): a version
 */
void
vac_version_free (VacVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->hash);
  g_free (self->who);
  g_free (self->name);
  g_free (self);
}

void
vac_versions_index_init (VacVersionsIndex *self)
{
  *self = (VacVersionsIndex) {
    .versions = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_version_free)
  };
}

void
vac_versions_index_clear (VacVersionsIndex *self)
{
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
}

/* Hexadecimal digits and nothing else: it becomes the name of a file. */
gboolean
vac_versions_is_hash (const char *text)
{
  return strlen (text) == N_HASH_DIGITS && strspn (text, "0123456789abcdef") == N_HASH_DIGITS;
}

gboolean
vac_versions_have (GPtrArray  *versions,
                   const char *hash)
{
  for (guint i = 0; i < versions->len; i++)
    if (g_str_equal (((VacVersion *) g_ptr_array_index (versions, i))->hash, hash))
      return TRUE;

  return FALSE;
}

/* Returns: the nearest time that an index can hold, in seconds since 1970; a file may say any */
gint64
vac_versions_clamp_time (gint64 time)
{
  return CLAMP (time, 0, LATEST_TIME);
}

/* Takes @version and gives it the next number. No file is saved so often that the numbers end; if
 * an index says that they do, they begin anew. */
void
vac_versions_index_add (VacVersionsIndex *self,
                        VacVersion       *version)
{
  const guint n = self->versions->len;
  const VacVersion *newest = n > 0 ? g_ptr_array_index (self->versions, n - 1) : NULL;

  version->time = vac_versions_clamp_time (version->time);
  version->kept = vac_versions_clamp_time (version->kept);
  version->number = newest != NULL ? newest->number + 1 : 1;
  g_ptr_array_add (self->versions, version);
  if (version->number > LARGEST_NUMBER)
    for (guint i = 0; i <= n; i++)
      ((VacVersion *) g_ptr_array_index (self->versions, i))->number = i + 1;
}

static char *
make_check (const char *line,
            gsize       length)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) line,
                                                      length);

  return g_strndup (sum, N_CHECK_DIGITS);
}

static void
end_line (GString *out,
          gsize    start)
{
  g_autofree char *check = make_check (out->str + start, out->len - start);

  g_string_append_printf (out, "\t%s\n", check);
}

static char *
escape (const char *text)
{
  return g_uri_escape_string (text != NULL ? text : "", " ", TRUE);
}

static void
write_file_line (GString                *out,
                 const VacVersionsIndex *self)
{
  const gsize start = out->len;
  const VacFileMark *mark = &self->mark;
  g_autofree char *uri = escape (self->uri);
  g_autofree char *who = escape (self->who);

  g_string_append_printf (out, "file\t%s\t%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%"
                          G_GINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT "\t%s",
                          uri, mark->device, mark->inode, mark->born, mark->volume,
                          self->hash != NULL ? self->hash : "", self->time, who);
  end_line (out, start);
}

static void
write_version_line (GString          *out,
                    const VacVersion *version)
{
  const gsize start = out->len;
  g_autofree char *who = escape (version->who);
  g_autofree char *name = escape (version->name);

  g_string_append_printf (out, "kept\t%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%"
                          G_GINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%s\t%s\t%s",
                          version->number, version->time, version->kept, version->size,
                          version->hash, who, name);
  end_line (out, start);
}

GBytes *
vac_versions_index_write (const VacVersionsIndex *self)
{
  g_autoptr (GString) out = g_string_new (FIRST "\n");
  gsize start;

  write_file_line (out, self);
  for (guint i = 0; i < self->versions->len; i++)
    write_version_line (out, g_ptr_array_index (self->versions, i));
  start = out->len;
  g_string_append_printf (out, "end\t%u", self->versions->len);
  end_line (out, start);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static gboolean
read_time (const char *word,
           gint64     *time)
{
  return g_ascii_string_to_signed (word, 10, 0, LATEST_TIME, time, NULL);
}

static gboolean
read_text (const char *word,
           char      **text)
{
  *text = g_uri_unescape_string (word, NULL);

  return *text != NULL && g_utf8_validate (*text, -1, NULL);
}

static gboolean
read_file_words (VacVersionsIndex *self,
                 char            **words)
{
  g_autofree char *uri = NULL;
  g_autofree char *who = NULL;
  VacFileMark mark = { 0 };
  gint64 time;

  if (g_strv_length (words) != 9 ||
      !read_text (words[1], &uri) ||
      !g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXUINT64, &mark.device, NULL) ||
      !g_ascii_string_to_unsigned (words[3], 10, 0, G_MAXUINT64, &mark.inode, NULL) ||
      !g_ascii_string_to_signed (words[4], 10, 0, G_MAXINT64, &mark.born, NULL) ||
      !g_ascii_string_to_unsigned (words[5], 10, 0, G_MAXUINT64, &mark.volume, NULL) ||
      (*words[6] != '\0' && !vac_versions_is_hash (words[6])) ||
      !read_time (words[7], &time) || !read_text (words[8], &who))
    return FALSE;

  g_free (self->uri);
  g_free (self->hash);
  g_free (self->who);
  self->uri = g_steal_pointer (&uri);
  self->mark = mark;
  self->hash = *words[6] != '\0' ? g_strdup (words[6]) : NULL;
  self->time = time;
  self->who = g_steal_pointer (&who);

  return TRUE;
}

static gboolean
read_version_words (VacVersionsIndex *self,
                    char            **words)
{
  const guint n = self->versions->len;
  const VacVersion *before = n > 0 ? g_ptr_array_index (self->versions, n - 1) : NULL;
  const guint64 smallest = before != NULL ? before->number + 1 : 1;
  g_autoptr (VacVersion) version = g_new0 (VacVersion, 1);

  if (g_strv_length (words) != 8 ||
      !g_ascii_string_to_unsigned (words[1], 10, MIN (smallest, LARGEST_NUMBER), LARGEST_NUMBER,
                                   &version->number, NULL) ||
      version->number < smallest ||
      !read_time (words[2], &version->time) || !read_time (words[3], &version->kept) ||
      !g_ascii_string_to_unsigned (words[4], 10, 0, LARGEST_NUMBER, &version->size, NULL) ||
      !vac_versions_is_hash (words[5]) ||
      !read_text (words[6], &version->who) || !read_text (words[7], &version->name))
    return FALSE;
  version->hash = g_strdup (words[5]);
  g_ptr_array_add (self->versions, g_steal_pointer (&version));

  return TRUE;
}

/* Returns: (transfer full) (nullable): the words of a line; %NULL if its checksum is not right */
static char **
split_line (const char *line,
            gsize       length)
{
  const char *tab = memrchr (line, '\t', length);
  g_autofree char *check = NULL;
  g_autofree char *text = NULL;

  if (tab == NULL || memchr (line, '\0', length) != NULL)
    return NULL;
  check = make_check (line, (gsize) (tab - line));
  if (length - (gsize) (tab - line) - 1 != N_CHECK_DIGITS ||
      memcmp (tab + 1, check, N_CHECK_DIGITS) != 0)
    return NULL;
  text = g_strndup (line, (gsize) (tab - line));

  return g_strsplit (text, "\t", -1);
}

typedef enum
{
  LINE_BAD,
  LINE_FILE,
  LINE_VERSION,
  LINE_END,
} Line;

static Line
read_line (VacVersionsIndex *self,
           const char       *line,
           gsize             length)
{
  g_auto (GStrv) words = split_line (line, length);
  guint64 count;

  if (words == NULL || words[0] == NULL)
    return LINE_BAD;
  if (g_str_equal (words[0], "file") && read_file_words (self, words))
    return LINE_FILE;
  if (g_str_equal (words[0], "kept") && read_version_words (self, words))
    return LINE_VERSION;
  if (g_str_equal (words[0], "end") && g_strv_length (words) == 2 &&
      g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXUINT, &count, NULL) &&
      count == self->versions->len)
    return LINE_END;

  return LINE_BAD;
}

/* Takes the next line off the text. Returns: (nullable): its first byte; %NULL without a whole
 * line */
static const char *
take_line (const char **data,
           gsize       *left,
           gsize       *length)
{
  const char *line = *data;
  const char *end = *left > 0 ? memchr (line, '\n', *left) : NULL;

  if (end == NULL)
    return NULL;
  *length = (gsize) (end - line);
  *left -= *length + 1;
  *data = end + 1;

  return line;
}

static gboolean
is_first_line (const char *line,
               gsize       length)
{
  return line != NULL && length == strlen (FIRST) && memcmp (line, FIRST, length) == 0;
}

/* Fills @self, fresh from vac_versions_index_init(), with all that is sound. Returns: whether that
 * is all there ever was */
gboolean
vac_versions_index_read (VacVersionsIndex *self,
                         const char       *data,
                         gsize             length)
{
  gsize line_length;
  const char *line = take_line (&data, &length, &line_length);
  gboolean sound = is_first_line (line, line_length);
  gboolean ended = FALSE;

  /* A first line that is damaged may hide nothing else. */
  for (guint i = 0; (line = take_line (&data, &length, &line_length)) != NULL; i++)
    {
      const Line kind = read_line (self, line, line_length);

      sound = sound && !ended && kind != LINE_BAD && (kind == LINE_FILE) == (i == 0);
      ended = ended || kind == LINE_END;
    }

  return sound && ended && length == 0;
}

/* Reads what is said about the file itself, and nothing about its versions: @data may end after
 * that. Returns: whether it is sound */
gboolean
vac_versions_index_read_file (VacVersionsIndex *self,
                              const char       *data,
                              gsize             length)
{
  gsize line_length;
  const char *line = take_line (&data, &length, &line_length);

  if (!is_first_line (line, line_length))
    return FALSE;
  line = take_line (&data, &length, &line_length);

  return line != NULL && read_line (self, line, line_length) == LINE_FILE;
}
