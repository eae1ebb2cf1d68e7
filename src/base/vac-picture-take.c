/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-picture-take"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-picture-private.h"
#include "vac-picture.h"

/* Makes a picture of a stranger's file. gdk-pixbuf is where GTK is and needs no GTK; cairo, which
 * could read PNG as well, knows neither JPEG nor SVG. Only these three of its loaders are ever
 * asked, by name, and what they make is written anew: nothing but pixels is left of the file. */

/* The most pixels that are decoded, a photo of 24 megapixels: 100 MB of memory. */
#define MAX_PIXELS (25 * 1000 * 1000)

/* The pixels of a drawing's longer side, which has none of its own: the 60 millimeters that a logo
 * has on paper, at 300 to the inch. */
#define DRAWING_SIDE 709

/* How much smaller a picture is made that takes too many bytes, as often as it takes. */
#define SHRINK 0.8

typedef struct
{
  gboolean is_drawing;
  int      width;        /* of what is in the file */
  int      height;
  gboolean too_large;
} Reading;

/* Is told the size before there is memory for pixels; a size of nothing ends the reading. */
static void
on_size_prepared_cb (GdkPixbufLoader *loader,
                     int              width,
                     int              height,
                     Reading         *reading)
{
  const int side = reading->is_drawing ? DRAWING_SIDE : VAC_PICTURE_MAX_SIDE;
  const double factor = (double) side / MAX (MAX (width, height), 1);

  reading->width = width;
  reading->height = height;
  reading->too_large = !reading->is_drawing && (gint64) width * height > MAX_PIXELS;
  if (reading->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (reading->is_drawing || factor < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * factor + 0.5), 1),
                                MAX ((int) (height * factor + 0.5), 1));
}

static GdkPixbuf *
decode (const char    *type,
        const guint8  *data,
        gsize          length,
        GError       **error)
{
  Reading reading = { .is_drawing = g_str_equal (type, "svg") };
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  gboolean done;

  if (loader == NULL)
    {
      vac_error_refuse (error,
                        _("Pictures of this kind cannot be read on this computer. Use PNG."));
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), &reading);
  done = gdk_pixbuf_loader_write (loader, data, length, NULL);
  done = gdk_pixbuf_loader_close (loader, NULL) && done;
  if (reading.too_large)
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("The picture has %d × %d pixels, which is more than can be taken in."),
                   reading.width, reading.height);
      return NULL;
    }
  if (!done || gdk_pixbuf_loader_get_pixbuf (loader) == NULL ||
      (g_str_equal (type, "png") && !vac_png_is_whole (data, length)))
    {
      vac_error_refuse (error, _("The picture is damaged or incomplete."));
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
}

static GdkPixbuf *
decode_drawing (const guint8 *data,
                gsize         length,
                GError      **error)
{
  g_autofree char *clean = vac_svg_clean (data, length);

  if (clean == NULL)
    {
      vac_error_refuse (error,
                        _("This is not an SVG drawing, or one that cannot be taken in. Save it as "
                           "PNG."));
      return NULL;
    }

  return decode ("svg", (const guint8 *) clean, strlen (clean), error);
}

static GdkPixbuf *
decode_file (const guint8 *data,
             gsize         length,
             GError      **error)
{
  static const struct
  {
    const char *start;
    const char *type;
  } kinds[] = { { VAC_PNG_SIGNATURE, "png" }, { "\377\330\377", "jpeg" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length > strlen (kinds[i].start) &&
        memcmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return decode (kinds[i].type, data, length, error);
  if (vac_svg_recognize (data, length))
    return decode_drawing (data, length, error);
  vac_error_refuse (error, _("This is not a PNG, SVG, or JPEG picture."));

  return NULL;
}

static GBytes *
write_png (GdkPixbuf *pixels)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (pixels, &data, &length, "png", NULL, "compression", "9", NULL))
    return NULL;

  return vac_png_strip ((const guint8 *) data, length);
}

/* Writes @pixels as large as they may be. */
static GBytes *
write_small (GdkPixbuf *pixels)
{
  g_autoptr (GdkPixbuf) scaled = NULL;
  int width = gdk_pixbuf_get_width (pixels);
  int height = gdk_pixbuf_get_height (pixels);
  double factor = MIN ((double) VAC_PICTURE_MAX_SIDE / MAX (width, height), 1);

  for (;; factor *= SHRINK)
    {
      g_autoptr (GBytes) png = NULL;

      g_clear_object (&scaled);
      scaled = factor < 1 ? gdk_pixbuf_scale_simple (pixels, MAX ((int) (width * factor + 0.5), 1),
                                                     MAX ((int) (height * factor + 0.5), 1),
                                                     GDK_INTERP_BILINEAR)
                          : g_object_ref (pixels);
      png = scaled != NULL ? write_png (scaled) : NULL;
      if (png == NULL || g_bytes_get_size (png) <= VAC_PICTURE_MAX_BYTES)
        return g_steal_pointer (&png);
    }
}

/**
 * vac_picture_take_in:
 * @file: what a picture's file holds: PNG, SVG or JPEG
 * @error: return location for a sentence that does not name the file
 *
 * Decodes a picture, scales it down to what a posting may hold, and writes it as PNG. Comments,
 * profiles, places, further frames and scripts are gone afterwards. Takes as long as decoding does:
 * call it in another thread where somebody waits.
 *
 * Returns: (transfer full) (nullable): what a posting holds of it, which vac_picture_new() takes;
 *   otherwise the error is %VAC_ERROR_INVALID_VALUE
 */
char *
vac_picture_take_in (GBytes  *file,
                     GError **error)
{
  g_autoptr (GdkPixbuf) pixels = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *base64 = NULL;
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (file != NULL, NULL);

  data = g_bytes_get_data (file, &length);
  if (length == 0)
    {
      vac_error_refuse (error, _("The file is empty."));
      return NULL;
    }
  if (length > VAC_PICTURE_MAX_INPUT)
    {
      vac_error_refuse (error,
                        _("The picture’s file is larger than 8 MiB. Make a smaller one of it."));
      return NULL;
    }
  pixels = decode_file (data, length, error);
  if (pixels == NULL)
    return NULL;
  png = write_small (pixels);
  if (png == NULL)
    {
      vac_error_refuse (error, _("The picture cannot be written as PNG."));
      return NULL;
    }
  base64 = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));

  return g_strconcat (VAC_PICTURE_PREFIX, base64, NULL);
}
