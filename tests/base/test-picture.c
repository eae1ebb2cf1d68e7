/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "support.h"
#include "vac-error.h"
#include "vac-picture.h"

/* Strangers' pictures: what is taken in, what is refused, and what is left of it. */

#define N_DAMAGED 300

#define SVG(size, content) \
  "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " size ">" \
  content "<rect width='100' height='40' fill='blue'/></svg>"

static void
append_number (GByteArray *out,
               guint32     number)
{
  const guint32 ordered = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &ordered, sizeof ordered);
}

/* The check value of ISO/IEC 15948, Annex D, a bit at a time. */
static guint32
sum_up (const guint8 *data,
        gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }

  return ~sum;
}

static void
append_chunk (GByteArray *out,
              const char *type,
              const void *content,
              gsize       length)
{
  const guint start = out->len + 4;

  append_number (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) type, 4);
  g_byte_array_append (out, content, (guint) length);
  append_number (out, sum_up (out->data + start, out->len - start));
}

static GBytes *
deflate (const guint8 *data,
         gsize         length)
{
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) length,
                                                                        NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                                           NULL), >, 0);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* A PNG with what a hostile hand may change in it. */
typedef struct
{
  guint32     width, height;     /* as the header says */
  guint8      depth, color;
  gsize       n_pixels;          /* bytes of pixels, with filters */
  guint8      fill;
  const char *comment;
  gboolean    no_end;
  gboolean    wrong_sum;
} Png;

static GBytes *
make_png (const Png *png)
{
  GByteArray *out = g_byte_array_new ();
  g_autofree guint8 *pixels = g_malloc (png->n_pixels + 1);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GByteArray) header = g_byte_array_new ();
  const guint8 rest[] = { png->depth, png->color, 0, 0, 0 };

  memset (pixels, png->fill, png->n_pixels);
  packed = deflate (pixels, png->n_pixels);
  append_number (header, png->width);
  append_number (header, png->height);
  g_byte_array_append (header, rest, sizeof rest);

  g_byte_array_append (out, (const guint8 *) "\211PNG\r\n\032\n", 8);
  append_chunk (out, "IHDR", header->data, header->len);
  if (png->wrong_sum)
    out->data[out->len - 1] ^= 1;
  if (png->comment != NULL)
    append_chunk (out, "tEXt", png->comment, strlen (png->comment));
  append_chunk (out, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  if (!png->no_end)
    append_chunk (out, "IEND", "", 0);

  return g_byte_array_free_to_bytes (out);
}

static char *
make_uri (GBytes *png)
{
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));

  return g_strconcat (VAC_PICTURE_PREFIX, base64, NULL);
}

static void
assert_is_refused_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacPicture) picture = vac_picture_new (text, &error);

  g_assert_null (picture);
  g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
}

static void
test_a_stored_picture_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacPicture) picture = vac_picture_new (SUPPORT_PICTURE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (vac_picture_get_width (picture), ==, 2);
  g_assert_cmpuint (vac_picture_get_height (picture), ==, 1);
  g_assert_cmpstr (vac_picture_get_uri (picture), ==, SUPPORT_PICTURE);
}

static void
test_a_text_that_is_no_stored_picture_is_refused (void)
{
  static const char *const texts[] = {
    "", "x", "data:", VAC_PICTURE_PREFIX, "http://example.com/logo.png", "@logo.png",
    "data:image/svg+xml;base64,PHN2Zy8+", "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
    VAC_PICTURE_PREFIX "iVBORw0KGgo=", VAC_PICTURE_PREFIX "====", VAC_PICTURE_PREFIX "a",
    SUPPORT_PICTURE " ", SUPPORT_PICTURE "\n", SUPPORT_PICTURE "\" onload=\"alert(1)",
    SUPPORT_PICTURE "AAAA",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_is_refused_text (texts[i]);
}

static void
test_a_text_of_any_size_is_refused (void)
{
  g_autofree char *letters = g_strnfill (4 * 1024 * 1024, 'A');
  g_autofree char *text = g_strconcat (VAC_PICTURE_PREFIX, letters, NULL);

  assert_is_refused_text (text);
}

/* One that decodes, beside what was done to it. */
static const struct
{
  Png      png;
  gboolean good;
} stored[] = {
  { { 3, 2, 8, 6, 2 * 13 }, TRUE },
  { { 3, 2, 8, 2, 2 * 10 }, TRUE },
  { { 1024, 1024, 8, 6, 1024 * 4097 }, TRUE },
  { { 3, 2, 8, 6, 2 * 13 - 1 }, FALSE },              /* a byte is missing */
  { { 3, 2, 8, 6, 2 * 13 + 1 }, FALSE },              /* a byte too many */
  { { 3, 2, 8, 6, 40 * 1000 * 1000 }, FALSE },        /* swells */
  { { 3, 2, 8, 6, 2 * 13, .fill = 9 }, FALSE },       /* no such filter */
  { { 30000, 30000, 8, 6, 2 * 13 }, FALSE },
  { { 1025, 1, 8, 6, 4101 }, FALSE },
  { { 0, 2, 8, 6, 2 }, FALSE },
  { { G_MAXUINT32, G_MAXUINT32, 8, 6, 2 }, FALSE },
  { { 3, 2, 16, 6, 2 * 25 }, FALSE },
  { { 3, 2, 8, 3, 2 * 4 }, FALSE },                   /* a palette, which is not there */
  { { 3, 2, 8, 6, 2 * 13, .comment = "Place" }, FALSE },
  { { 3, 2, 8, 6, 2 * 13, .no_end = TRUE }, FALSE },
  { { 3, 2, 8, 6, 2 * 13, .wrong_sum = TRUE }, FALSE },
};

static void
test_a_stored_picture_that_does_not_decode_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      g_autoptr (GBytes) png = make_png (&stored[i].png);
      g_autofree char *uri = make_uri (png);
      g_autoptr (VacPicture) picture = vac_picture_new (uri, NULL);

      g_test_message ("picture %u", i);
      g_assert_cmpint (picture != NULL, ==, stored[i].good);
    }
}

/* Every shorter file, and every one with a byte changed: never more than a refusal. */
static void
test_a_damaged_picture_is_refused (void)
{
  g_autoptr (VacPicture) whole = vac_picture_new (SUPPORT_PICTURE, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (vac_picture_get_png (whole), &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) shorter = g_bytes_new (data, i);
      g_autofree guint8 *bytes = g_memdup2 (data, length);
      g_autoptr (GBytes) changed = NULL;
      g_autofree char *short_uri = make_uri (shorter);
      g_autofree char *changed_uri = NULL;

      bytes[i] ^= 0x10;
      changed = g_bytes_new (bytes, length);
      changed_uri = make_uri (changed);
      assert_is_refused_text (short_uri);
      assert_is_refused_text (changed_uri);
    }
}

static char *
take_in (const char *content,
         gsize       length,
         GError    **error)
{
  g_autoptr (GBytes) file = g_bytes_new (content, length);

  return vac_picture_take_in (file, error);
}

/* Returns: (transfer full): what a posting holds of it; there is one */
static VacPicture *
take_in_good (const char *content,
              gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = take_in (content, length, &error);
  VacPicture *picture;

  g_assert_no_error (error);
  picture = vac_picture_new (uri, &error);
  g_assert_no_error (error);

  return picture;
}

static gboolean
can_draw (void)
{
  g_autoptr (GSList) formats = gdk_pixbuf_get_formats ();

  for (GSList *l = formats; l != NULL; l = l->next)
    {
      g_autofree char *name = gdk_pixbuf_format_get_name (l->data);

      if (g_str_equal (name, "svg"))
        return TRUE;
    }
  g_test_skip ("gdk-pixbuf has no loader for SVG");

  return FALSE;
}

static void
test_a_file_that_is_no_picture_is_refused (void)
{
  static const struct
  {
    const char *content;
    const char *sentence;
  } files[] = {
    { "", "empty" },
    { "This is a text.\n", "not a PNG" },
    { "GIF89a\1", "not a PNG" },
    { "\211PNG\r\n\032\n", "not a PNG" },
    { "\211PNG\r\n\032\nxxxxxxxxxxxxxxxxxxxx", "damaged" },
    { "\377\330\377\340 no more", "damaged" },
    { "<html><body>x</body></html>", "not an SVG" },
    { "<svg", "not an SVG" },
    { "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>",
      "not an SVG" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = take_in (files[i].content, strlen (files[i].content), &error);

      g_test_message ("file %u", i);
      g_assert_null (uri);
      g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
      g_assert_nonnull (strstr (error->message, files[i].sentence));
    }
}

static void
test_half_a_png_is_refused (void)
{
  const Png whole = { 60, 20, 8, 6, 20 * 241, .fill = 1 };
  g_autoptr (GBytes) png = make_png (&whole);
  gsize length;
  const char *data = g_bytes_get_data (png, &length);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = take_in (data, length - 20, &error);

  g_assert_null (uri);
  g_assert_nonnull (strstr (error->message, "incomplete"));
}

static void
test_too_many_pixels_are_refused_before_they_are_decoded (void)
{
  const Png bomb = { 30000, 30000, 8, 6, 1000 };
  g_autoptr (GBytes) png = make_png (&bomb);
  gsize length;
  const char *data = g_bytes_get_data (png, &length);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = take_in (data, length, &error);

  g_assert_null (uri);
  g_assert_nonnull (strstr (error->message, "30000 × 30000"));
}

static void
test_a_file_that_is_too_large_is_refused (void)
{
  g_autofree char *data = g_malloc0 (VAC_PICTURE_MAX_INPUT + 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  memcpy (data, "\211PNG\r\n\032\n", 8);
  uri = take_in (data, VAC_PICTURE_MAX_INPUT + 1, &error);

  g_assert_null (uri);
  g_assert_nonnull (strstr (error->message, "8 MiB"));
}

static void
test_nothing_but_pixels_is_left_of_a_png (void)
{
  const Png with_comment = { 60, 20, 8, 6, 20 * 241, .comment = "Comment\t51.5, -0.1" };
  g_autoptr (GBytes) png = make_png (&with_comment);
  g_autoptr (VacPicture) picture = take_in_good (g_bytes_get_data (png, NULL),
                                                 g_bytes_get_size (png));
  gsize length;
  const char *data = g_bytes_get_data (vac_picture_get_png (picture), &length);

  g_assert_cmpuint (vac_picture_get_width (picture), ==, 60);
  g_assert_cmpuint (vac_picture_get_height (picture), ==, 20);
  g_assert_null (memmem (data, length, "tEXt", 4));
  g_assert_null (memmem (data, length, "51.5", 4));
}

/* Noise, of which no byte can be saved. */
static void
test_a_large_picture_becomes_small (void)
{
  g_autoptr (GdkPixbuf) noise = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 2000, 500);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint8 *pixels = gdk_pixbuf_get_pixels (noise);
  g_autofree char *jpeg = NULL;
  g_autoptr (VacPicture) picture = NULL;
  gsize length;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (noise); i++)
    pixels[i] = (guint8) g_rand_int (random);
  g_assert_true (gdk_pixbuf_save_to_buffer (noise, &jpeg, &length, "jpeg", NULL, NULL));
  picture = take_in_good (jpeg, length);

  g_assert_cmpuint (g_bytes_get_size (vac_picture_get_png (picture)), <=, VAC_PICTURE_MAX_BYTES);
  g_assert_cmpuint (vac_picture_get_width (picture), <=, VAC_PICTURE_MAX_SIDE);
  g_assert_cmpfloat_with_epsilon (
      (double) vac_picture_get_width (picture) / vac_picture_get_height (picture), 4, 0.1);
}

static void
test_a_drawing_becomes_pixels (void)
{
  static const char drawing[] = SVG ("width='100' height='40'", "");
  g_autoptr (VacPicture) picture = NULL;

  if (!can_draw ())
    return;
  picture = take_in_good (drawing, strlen (drawing));
  g_assert_cmpuint (vac_picture_get_width (picture), ==, 709);
  g_assert_cmpuint (vac_picture_get_height (picture), ==, 284);
}

/* What is hostile in a drawing is as if it were not there. */
static void
test_a_drawing_loads_and_runs_nothing (void)
{
  static const char plain[] = SVG ("width='100' height='40'", "");
  static const char *const hostile[] = {
    SVG ("width='100' height='40' onload='alert(1)'", ""),
    SVG ("width='100' height='40'", "<script>alert(1)</script>"),
    SVG ("width='100' height='40'", "<image width='90' height='9' href='file:///dev/zero'/>"),
    SVG ("width='100' height='40'", "<image width='90' height='9' xlink:href='http://x.test/a'/>"),
    SVG ("width='100' height='40'",
         "<image width='90' height='9' href='" SUPPORT_PICTURE "'/>"),
    SVG ("width='100' height='40'", "<use xlink:href='http://x.test/a.svg#b'/>"),
    SVG ("width='100' height='40'", "<foreignObject><p>text</p></foreignObject>"),
    SVG ("width='100' height='40'",
         "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/>"),
    SVG ("width='100' height='40'", "<style>@import url(http://x.test/a.css);</style>"),
  };
  g_autoptr (VacPicture) expected = NULL;

  if (!can_draw ())
    return;
  expected = take_in_good (plain, strlen (plain));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (VacPicture) picture = take_in_good (hostile[i], strlen (hostile[i]));

      g_test_message ("drawing %u", i);
      g_assert_cmpstr (vac_picture_get_uri (picture), ==, vac_picture_get_uri (expected));
    }
}

static void
test_a_drawing_without_an_end_to_its_depth_is_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("<svg xmlns='http://www.w3.org/2000/svg'>");
  g_autofree char *uri = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<g>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "</g>");
  g_string_append (deep, "</svg>");
  uri = take_in (deep->str, deep->len, NULL);

  g_assert_null (uri);
}

/* The same damage every time. What is refused is refused; what is taken in can be read. */
static void
test_a_damaged_file_does_no_harm (void)
{
  static const char drawing[] = SVG ("width='100' height='40' viewBox='0 0 100 40'",
                                     "<style>rect { opacity: .5 }</style><g id='a'><path "
                                     "d='M0 0L9 9Z'/></g><use xlink:href='#a' x='9'/>");
  const Png whole = { 60, 20, 8, 6, 20 * 241, .fill = 1, .comment = "Comment" };
  g_autoptr (GBytes) png = make_png (&whole);
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 64, 32);
  g_autofree char *jpeg = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gsize length;
  GBytes *files[3];

  gdk_pixbuf_fill (pixels, 0x2060a0ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixels, &jpeg, &length, "jpeg", NULL, NULL));
  files[0] = g_bytes_ref (png);
  files[1] = g_bytes_new (jpeg, length);
  files[2] = g_bytes_new_static (drawing, strlen (drawing));

  for (guint round = 0; round < N_DAMAGED; round++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (files[round % G_N_ELEMENTS (files)], &size);
      g_autofree guint8 *damaged = g_memdup2 (data, size);
      g_autofree char *uri = NULL;
      g_autoptr (VacPicture) picture = NULL;

      for (guint i = 0; i < 1 + round % 4; i++)
        damaged[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
      if (round % 5 == 0)
        size = (gsize) g_rand_int_range (random, 1, (gint32) size);
      uri = take_in ((const char *) damaged, size, NULL);
      picture = uri != NULL ? vac_picture_new (uri, NULL) : NULL;
      g_assert_true ((uri != NULL) == (picture != NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_bytes_unref (files[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/a-stored-picture-is-read", test_a_stored_picture_is_read);
  g_test_add_func ("/picture/a-text-that-is-no-stored-picture-is-refused",
                   test_a_text_that_is_no_stored_picture_is_refused);
  g_test_add_func ("/picture/a-text-of-any-size-is-refused", test_a_text_of_any_size_is_refused);
  g_test_add_func ("/picture/a-stored-picture-that-does-not-decode-is-refused",
                   test_a_stored_picture_that_does_not_decode_is_refused);
  g_test_add_func ("/picture/a-damaged-picture-is-refused", test_a_damaged_picture_is_refused);
  g_test_add_func ("/picture/a-file-that-is-no-picture-is-refused",
                   test_a_file_that_is_no_picture_is_refused);
  g_test_add_func ("/picture/half-a-png-is-refused", test_half_a_png_is_refused);
  g_test_add_func ("/picture/too-many-pixels-are-refused-before-they-are-decoded",
                   test_too_many_pixels_are_refused_before_they_are_decoded);
  g_test_add_func ("/picture/a-file-that-is-too-large-is-refused",
                   test_a_file_that_is_too_large_is_refused);
  g_test_add_func ("/picture/nothing-but-pixels-is-left-of-a-png",
                   test_nothing_but_pixels_is_left_of_a_png);
  g_test_add_func ("/picture/a-large-picture-becomes-small", test_a_large_picture_becomes_small);
  g_test_add_func ("/picture/a-drawing-becomes-pixels", test_a_drawing_becomes_pixels);
  g_test_add_func ("/picture/a-drawing-loads-and-runs-nothing",
                   test_a_drawing_loads_and_runs_nothing);
  g_test_add_func ("/picture/a-drawing-without-an-end-to-its-depth-is-refused",
                   test_a_drawing_without_an_end_to_its_depth_is_refused);

  g_test_add_func ("/picture/a-damaged-file-does-no-harm", test_a_damaged_file_does_no_harm);

  return g_test_run ();
}
