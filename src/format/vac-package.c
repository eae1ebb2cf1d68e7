/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-package"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-package.h"

/* A zip file of a stranger (APPNOTE.TXT 6.3). libgsf believes what the directory says of sizes,
 * does not tell what is encrypted, and goes down into names as deep as they are; so the directory
 * is read here, and a member is inflated only as far as the limits let it. */

/* A document of a few pages has about twenty. */
#define MAX_ENTRIES 200

/* XML of Word is about a tenth when it is deflated; what comes from less than a hundredth was made
 * to fill a memory. Small members may be anything. */
#define MAX_RATIO 100
#define FREE_SIZE (1024 * 1024)

/* Bytes that are inflated at once, on the stack. */
#define CHUNK (16 * 1024)

#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30
#define MAX_COMMENT 0xffff

/* How a member is stored. */
#define METHOD_PLAIN 0
#define METHOD_DEFLATED 8
#define FLAG_ENCRYPTED 1

/* Stands for a size that is said elsewhere. */
#define UNTOLD 0xffffffffu

typedef struct
{
  guint   flags;
  guint   method;
  guint32 sum;      /* CRC-32 of what is inflated */
  gsize   packed;   /* in bytes, as the directory says */
  gsize   start;    /* of its local header */
} Entry;

struct _VacPackage
{
  GBytes       *bytes;
  const guint8 *data;      /* of @bytes */
  gsize         size;
  GHashTable   *entries;   /* of Entry by name */
  gsize         left;      /* how many bytes may be inflated yet */
};

/**
 * vac_package_set_locked:
 * @error: return location for a sentence that the document is protected by a password
 */
void
vac_package_set_locked (GError **error)
{
  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                       _("The document is protected by a password. Save it without one first."));
}

/**
 * vac_package_set_damaged:
 * @error: return location for a sentence that the file cannot be read
 */
void
vac_package_set_damaged (GError **error)
{
  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                       _("The file is damaged, or not a document of this kind."));
}

static guint
get_16 (const guint8 *data)
{
  return data[0] | ((guint) data[1] << 8);
}

static guint32
get_32 (const guint8 *data)
{
  return get_16 (data) | ((guint32) get_16 (data + 2) << 16);
}

/* Returns: the record at the end of the file that says where the directory is */
static const guint8 *
find_end (VacPackage *self)
{
  const gsize first = self->size > END_SIZE + MAX_COMMENT ? self->size - END_SIZE - MAX_COMMENT
                                                          : 0;

  for (gsize at = self->size - MIN (self->size, END_SIZE - 1); at-- > first;)
    if (memcmp (self->data + at, "PK\5\6", 4) == 0 &&
        at + END_SIZE + get_16 (self->data + at + 20) <= self->size)
      return self->data + at;

  return NULL;
}

/* Absolute names and those that lead out of the package belong to nobody. */
static gboolean
is_sound_name (const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  return *name != '\0' && *name != '/' && strchr (name, '\\') == NULL &&
         !g_strv_contains ((const char *const *) steps, "..");
}

/* Returns: the place after the entry at @at, 0 when it is none */
static gsize
add_entry (VacPackage *self,
           gsize       at,
           gsize       base,
           GError    **error)
{
  const guint8 *data = self->data + at;
  g_autofree Entry *entry = g_new0 (Entry, 1);
  g_autofree char *name = NULL;
  gsize length;

  if (at + ENTRY_SIZE > self->size || memcmp (data, "PK\1\2", 4) != 0 ||
      at + ENTRY_SIZE + get_16 (data + 28) > self->size)
    {
      vac_package_set_damaged (error);
      return 0;
    }
  entry->flags = get_16 (data + 8);
  entry->method = get_16 (data + 10);
  entry->sum = get_32 (data + 16);
  entry->packed = get_32 (data + 20);
  entry->start = base + get_32 (data + 42);
  length = get_16 (data + 28);
  name = g_strndup ((const char *) data + ENTRY_SIZE, length);
  if (g_hash_table_contains (self->entries, name))
    {
      vac_package_set_damaged (error);
      return 0;
    }
  if (strlen (name) == length && is_sound_name (name))
    g_hash_table_insert (self->entries, g_steal_pointer (&name), g_steal_pointer (&entry));

  return at + ENTRY_SIZE + length + get_16 (data + 30) + get_16 (data + 32);
}

static gboolean
read_directory (VacPackage *self,
                GError    **error)
{
  const guint8 *end = self->size >= END_SIZE ? find_end (self) : NULL;
  const guint n_entries = end != NULL ? get_16 (end + 10) : 0;
  gsize size, offset, at;

  if (end == NULL)
    {
      vac_package_set_damaged (error);
      return FALSE;
    }
  if (n_entries > MAX_ENTRIES)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file has more parts than a document can have."));
      return FALSE;
    }
  size = get_32 (end + 12);
  offset = get_32 (end + 16);
  if (size > (gsize) (end - self->data) || offset > (gsize) (end - self->data) - size)
    {
      vac_package_set_damaged (error);
      return FALSE;
    }

  /* Something may stand before the zip file. */
  at = (gsize) (end - self->data) - size;
  for (guint i = 0; i < n_entries; i++)
    {
      at = add_entry (self, at, (gsize) (end - self->data) - size - offset, error);
      if (at == 0)
        return FALSE;
    }

  return TRUE;
}

/* Word encrypts into a file of its older format. */
static gboolean
is_compound_file (VacPackage *self)
{
  static const guint8 magic[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

  return self->size >= sizeof magic && memcmp (self->data, magic, sizeof magic) == 0;
}

/**
 * vac_package_is:
 * @bytes: a file, from anywhere
 *
 * Returns: whether @bytes begin as a zip file does, or as the files that Office encrypts
 */
gboolean
vac_package_is (GBytes *bytes)
{
  VacPackage self = { .bytes = bytes };

  g_return_val_if_fail (bytes != NULL, FALSE);

  self.data = g_bytes_get_data (bytes, &self.size);

  return is_compound_file (&self) || (self.size >= END_SIZE && memcmp (self.data, "PK", 2) == 0 &&
                                      (memcmp (self.data + 2, "\3\4", 2) == 0 ||
                                       memcmp (self.data + 2, "\5\6", 2) == 0));
}

/**
 * vac_package_open:
 * @bytes: a zip file, from anywhere
 * @most: how many bytes may be inflated of it, of all members together
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (nullable): what is in it, none of it inflated yet; %NULL with a
 *   %VAC_ERROR_FORMAT
 */
VacPackage *
vac_package_open (GBytes  *bytes,
                  gsize    most,
                  GError **error)
{
  g_autoptr (VacPackage) self = g_new0 (VacPackage, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->left = most;
  if (is_compound_file (self))
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                           _("The file is protected by a password, or was saved by an old version "
                             "of Word or Excel. Save it without a password as .docx or .xlsx "
                             "first."));
      return NULL;
    }
  if (!read_directory (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * vac_package_free:
 * @self: (transfer full) (nullable): a package
 *
 * Frees @self.
 */
void
vac_package_free (VacPackage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * vac_package_has:
 * @self: a package
 * @name: the path of a member
 *
 * Returns: whether there is one of that name
 */
gboolean
vac_package_has (VacPackage *self,
                 const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return g_hash_table_contains (self->entries, name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * vac_package_list:
 * @self: a package
 *
 * Returns: (transfer container) (element-type utf8): the paths of its members, in their order;
 *   they are @self's
 */
GPtrArray *
vac_package_list (VacPackage *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (self != NULL, names);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* The polynomial of zip files, backwards; four bits at a time. @sum is what came before. */
static guint32
sum_up (guint32       sum,
        const guint8 *data,
        gsize         size)
{
  guint32 table[16];

  for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 4; bit++)
        table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xedb88320u : 0);
    }
  sum = ~sum;
  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];
      sum = (sum >> 4) ^ table[sum & 15];
      sum = (sum >> 4) ^ table[sum & 15];
    }

  return ~sum;
}

static gboolean
is_too_much (VacPackage *self,
             gsize       inflated,
             gsize       packed)
{
  return inflated > self->left || (inflated > FREE_SIZE && inflated / MAX_RATIO > packed);
}

/* A member on its way out. */
typedef struct
{
  VacPackageTaker take;
  gpointer        data;
  guint32         sum;
  gsize           n_bytes;
  gboolean        stopped;   /* the taker has enough */
} Way;

static void
hand_out (Way          *way,
          const guint8 *data,
          gsize         size)
{
  way->sum = sum_up (way->sum, data, size);
  way->n_bytes += size;
  way->stopped = !way->take (way->data, data, size);
}

/* Returns: whether all of it came out, or as much as was wanted; @error is set otherwise */
static gboolean
inflate (VacPackage   *self,
         const guint8 *data,
         gsize         size,
         Way          *way,
         GError      **error)
{
  g_autoptr (GConverter) inflater =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  guint8 chunk[CHUNK];
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize from = 0;

  while (result != G_CONVERTER_FINISHED && !way->stopped)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (inflater, data + from, size - from, chunk, CHUNK,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        {
          vac_package_set_damaged (error);
          return FALSE;
        }
      from += n_read;
      if (is_too_much (self, way->n_bytes + n_written, from))
        {
          g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT,
                               _("Unpacked, the file would be larger than what is read."));
          return FALSE;
        }
      hand_out (way, chunk, n_written);
    }

  return TRUE;
}

/* Returns: whether the bytes of @entry were found; they end with the file at the latest */
static gboolean
find_content (VacPackage    *self,
              const Entry   *entry,
              const guint8 **data,
              gsize         *size)
{
  gsize start = entry->start;

  if (start > self->size || self->size - start < LOCAL_SIZE ||
      memcmp (self->data + start, "PK\3\4", 4) != 0)
    return FALSE;
  start += LOCAL_SIZE + get_16 (self->data + start + 26) + get_16 (self->data + start + 28);
  if (start > self->size)
    return FALSE;
  *data = self->data + start;
  *size = entry->packed != UNTOLD ? entry->packed : self->size - start;

  return *size <= self->size - start;
}

/**
 * vac_package_pass:
 * @self: a package
 * @name: the path of a member
 * @take: (scope call): takes it, a piece at a time
 * @data: for @take
 * @error: return location for a sentence
 *
 * What @take was given is not to be believed before this returns: only the end of a member tells
 * whether it is sound.
 *
 * Returns: whether all of the member, or as much as was wanted, was passed on; %FALSE with a
 *   %VAC_ERROR_FORMAT when there is none, it is damaged or encrypted, or more than may be inflated
 */
gboolean
vac_package_pass (VacPackage      *self,
                  const char      *name,
                  VacPackageTaker  take,
                  gpointer         data,
                  GError         **error)
{
  Way way = { .take = take, .data = data };
  const guint8 *content = NULL;
  const Entry *entry;
  gsize size = 0;

  g_return_val_if_fail (self != NULL && name != NULL && take != NULL, FALSE);

  entry = g_hash_table_lookup (self->entries, name);
  if (entry != NULL && (entry->flags & FLAG_ENCRYPTED) != 0)
    {
      vac_package_set_locked (error);
      return FALSE;
    }
  if (entry == NULL || !find_content (self, entry, &content, &size) ||
      (entry->method != METHOD_PLAIN && entry->method != METHOD_DEFLATED))
    {
      vac_package_set_damaged (error);
      return FALSE;
    }
  if (entry->method == METHOD_PLAIN)
    hand_out (&way, content, MIN (size, self->left));
  else if (!inflate (self, content, size, &way, error))
    return FALSE;
  self->left -= MIN (way.n_bytes, self->left);
  if (!way.stopped && way.sum != entry->sum)
    {
      vac_package_set_damaged (error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
append (gpointer      data,
        const guint8 *bytes,
        gsize         size)
{
  g_byte_array_append (data, bytes, (guint) size);

  return TRUE;
}

/**
 * vac_package_read:
 * @self: a package
 * @name: the path of a member
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (nullable): the whole member, or %NULL as vac_package_pass()
 */
GBytes *
vac_package_read (VacPackage *self,
                  const char *name,
                  GError    **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (!vac_package_pass (self, name, append, out, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
