/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-picture-png"

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "vac-picture-private.h"
#include "vac-picture.h"

/* PNG (ISO/IEC 15948) of the only sort that postings hold: 8 bits a channel, colors or colors and
 * transparency, not interlaced, and without any chunk that a picture can be drawn without. So
 * little of the format is left that all of it can be checked, and without memory for the pixels. */

#define N_SIGNATURE     8
#define N_CHUNK         12       /* bytes of a chunk without its content */
#define N_HEADER        13
#define COLORS          2
#define COLORS_AND_ALPHA 6
#define N_FILTERS       5
#define N_BUFFER        (32 * 1024)

typedef struct
{
  char          type[5];
  const guint8 *content;
  guint32       length;
  const guint8 *start;    /* of the chunk as a whole */
} Chunk;

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* The check value of a chunk, four bits at a time (Annex D). */
static guint32
sum_up (const guint8 *data,
        gsize         length)
{
  static const guint32 table[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum = table[(sum ^ data[i]) & 15] ^ (sum >> 4);
      sum = table[(sum ^ (data[i] >> 4)) & 15] ^ (sum >> 4);
    }

  return ~sum;
}

/* Finds the chunk at @at, and moves on to the next. */
static gboolean
find_chunk (const guint8 **at,
            const guint8  *end,
            Chunk         *chunk)
{
  const gsize left = (gsize) (end - *at);

  if (left < N_CHUNK || read_number (*at) > left - N_CHUNK)
    return FALSE;

  chunk->start = *at;
  chunk->length = read_number (*at);
  chunk->content = *at + 8;
  memcpy (chunk->type, *at + 4, 4);
  chunk->type[4] = '\0';
  *at += chunk->length + N_CHUNK;

  return TRUE;
}

/* Takes a chunk that is as it was written. */
static gboolean
next_chunk (const guint8 **at,
            const guint8  *end,
            Chunk         *chunk)
{
  return find_chunk (at, end, chunk) &&
         sum_up (chunk->start + 4, chunk->length + 4) ==
             read_number (chunk->content + chunk->length);
}

/* Returns: how many bytes a row of pixels has with its filter, or 0 */
static gsize
read_header (const Chunk *chunk,
             guint       *width,
             guint       *height)
{
  const guint8 *content = chunk->content;
  guint32 color;

  if (!g_str_equal (chunk->type, "IHDR") || chunk->length != N_HEADER)
    return 0;
  *width = read_number (content);
  *height = read_number (content + 4);
  color = content[9];
  if (*width < 1 || *width > VAC_PICTURE_MAX_SIDE || *height < 1 ||
      *height > VAC_PICTURE_MAX_SIDE || content[8] != 8 ||
      (color != COLORS && color != COLORS_AND_ALPHA) ||
      content[10] != 0 || content[11] != 0 || content[12] != 0)
    return 0;

  return 1 + (gsize) *width * (color == COLORS ? 3 : 4);
}

/* Whether @packed are rows of pixels, as many as there must be and no byte more. Never holds more
 * than a buffer of them, whatever they swell to. */
static gboolean
check_rows (GByteArray *packed,
            gsize       row,
            gsize       n_rows)
{
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree guint8 *buffer = g_malloc (N_BUFFER);
  gsize used = 0;
  gsize made = 0;
  GConverterResult result;

  do
    {
      gsize n_read, n_written;

      result = g_converter_convert (converter, packed->data + used, packed->len - used, buffer,
                                    N_BUFFER, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || made + n_written > row * n_rows)
        return FALSE;
      for (gsize at = (row - made % row) % row; at < n_written; at += row)
        if (buffer[at] >= N_FILTERS)
          return FALSE;
      used += n_read;
      made += n_written;
    }
  while (result != G_CONVERTER_FINISHED);

  return made == row * n_rows && used == packed->len;
}

/*
 * vac_png_check:
 * @width: (out): of the picture, in pixels
 * @height: (out): of the picture, in pixels
 *
 * Returns: whether @data is a PNG as postings hold it, and whole
 */
gboolean
vac_png_check (const guint8 *data,
               gsize         length,
               guint        *width,
               guint        *height)
{
  const guint8 *at = data + N_SIGNATURE;
  const guint8 *end = data + length;
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  gboolean taken;
  Chunk chunk;
  gsize row;

  if (length < N_SIGNATURE || memcmp (data, VAC_PNG_SIGNATURE, N_SIGNATURE) != 0 ||
      !next_chunk (&at, end, &chunk))
    return FALSE;
  row = read_header (&chunk, width, height);
  if (row == 0)
    return FALSE;

  while ((taken = next_chunk (&at, end, &chunk)) && g_str_equal (chunk.type, "IDAT"))
    g_byte_array_append (packed, chunk.content, chunk.length);

  return taken && g_str_equal (chunk.type, "IEND") && chunk.length == 0 && at == end &&
         check_rows (packed, row, *height);
}

/*
 * vac_png_is_whole:
 *
 * Decoders make what they can of half a file.
 *
 * Returns: whether @data, a PNG of any sort, has an end
 */
gboolean
vac_png_is_whole (const guint8 *data,
                  gsize         length)
{
  const guint8 *at = data + N_SIGNATURE;
  Chunk chunk;

  if (length < N_SIGNATURE)
    return FALSE;
  while (find_chunk (&at, data + length, &chunk))
    if (g_str_equal (chunk.type, "IEND"))
      return TRUE;

  return FALSE;
}

/*
 * vac_png_strip:
 *
 * Returns: (transfer full) (nullable): the PNG without what it can be drawn without; %NULL if it is
 *   damaged
 */
GBytes *
vac_png_strip (const guint8 *data,
               gsize         length)
{
  const guint8 *at = data + N_SIGNATURE;
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  Chunk chunk;

  if (length < N_SIGNATURE)
    return NULL;
  g_byte_array_append (kept, data, N_SIGNATURE);
  do
    {
      if (!next_chunk (&at, data + length, &chunk))
        return NULL;
      if (g_ascii_isupper (chunk.type[0]))
        g_byte_array_append (kept, chunk.start, chunk.length + N_CHUNK);
    }
  while (!g_str_equal (chunk.type, "IEND"));

  return g_byte_array_free_to_bytes (g_steal_pointer (&kept));
}
