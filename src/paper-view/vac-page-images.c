/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-images"

#include "config.h"

#include "vac-page-images.h"

/**
 * VacPageImages:
 *
 * The visible pages, drawn: scrolling and edits on other pages redraw nothing.
 */
struct _VacPageImages
{
  GHashTable *images;   /* page → PageImage */
};

typedef struct
{
  guint64     serial;
  double      scale;
  GdkTexture *texture;
} PageImage;

static void
page_image_free (gpointer data)
{
  PageImage *image = data;

  g_clear_object (&image->texture);
  g_free (image);
}

static GdkTexture *
create_texture (VacPaper *paper,
                guint     page,
                double    scale)
{
  cairo_surface_t *surface;
  int width;
  int height;
  gsize stride;
  g_autoptr (GBytes) bytes = NULL;

  g_assert (page < vac_paper_get_n_pages (paper) && scale > 0);

  surface = vac_paper_render_page (paper, page, scale);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS || width == 0)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * vac_page_images_new:
 *
 * Returns: (transfer full): no images yet
 */
VacPageImages *
vac_page_images_new (void)
{
  VacPageImages *self = g_new0 (VacPageImages, 1);

  self->images = g_hash_table_new_full (NULL, NULL, NULL, page_image_free);
  return self;
}

/**
 * vac_page_images_free:
 * @self: (transfer full): images
 */
void
vac_page_images_free (VacPageImages *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->images);
  g_free (self);
}

/**
 * vac_page_images_get:
 * @self: images
 * @paper: pages
 * @page: which page
 * @scale: device pixels per point
 *
 * Returns: (transfer none) (nullable): the page drawn on nothing; %NULL when it is too large
 */
GdkTexture *
vac_page_images_get (VacPageImages *self,
                     VacPaper      *paper,
                     guint          page,
                     double         scale)
{
  guint64 serial = vac_paper_get_page_serial (paper, page);
  PageImage *image = g_hash_table_lookup (self->images, GUINT_TO_POINTER (page));

  if (image == NULL)
    {
      image = g_new0 (PageImage, 1);
      g_hash_table_insert (self->images, GUINT_TO_POINTER (page), image);
    }
  if (image->serial != serial || image->scale != scale)
    {
      g_clear_object (&image->texture);
      image->texture = create_texture (paper, page, scale);
      image->serial = serial;
      image->scale = scale;
    }

  return image->texture;
}

/**
 * vac_page_images_keep:
 * @self: images
 * @first: a page
 * @last: the same or a later one
 *
 * Forgets all but a range of pages and its neighbours.
 */
void
vac_page_images_keep (VacPageImages *self,
                      guint          first,
                      guint          last)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (GPOINTER_TO_UINT (key) + 1 < first || GPOINTER_TO_UINT (key) > last + 1)
      g_hash_table_iter_remove (&iter);
}
