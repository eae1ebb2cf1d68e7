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
  guint64          serial;
  double           scale;
  cairo_surface_t *surface;
  GskRenderNode   *node;      /* what was last asked for, or NULL */
  gboolean         in_software;
  float            width;
  float            height;
} PageImage;

static void
page_image_free (gpointer data)
{
  PageImage *image = data;

  g_clear_pointer (&image->node, gsk_render_node_unref);
  g_clear_pointer (&image->surface, cairo_surface_destroy);
  g_free (image);
}

static void
update_surface (PageImage *image,
                VacPaper  *paper,
                guint      page,
                double     scale)
{
  const guint64 serial = vac_paper_get_page_serial (paper, page);
  cairo_surface_t *surface;

  g_assert (page < vac_paper_get_n_pages (paper) && scale > 0);

  if (image->serial == serial && image->scale == scale)
    return;

  surface = image->surface != NULL && image->scale == scale
                ? vac_paper_render_changes (paper, page, scale, image->surface, image->serial)
                : vac_paper_render_page (paper, page, scale);
  g_clear_pointer (&image->node, gsk_render_node_unref);
  g_clear_pointer (&image->surface, cairo_surface_destroy);
  image->surface = surface;
  image->serial = serial;
  image->scale = scale;
}

/* The renderer that draws in software takes over the picture as it is; a texture it would copy and
 * convert at each frame. */
static GskRenderNode *
create_cairo_node (cairo_surface_t       *surface,
                   const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, (double) bounds->size.width / cairo_image_surface_get_width (surface),
               (double) bounds->size.height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

/* For all other renderers, which keep what they have made of a texture. */
static GskRenderNode *
create_texture_node (cairo_surface_t       *surface,
                     const graphene_rect_t *bounds)
{
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                                           height, GDK_MEMORY_DEFAULT, bytes,
                                                           stride);

  return gsk_texture_node_new (texture, bounds);
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
 * @size: of the page in the widget
 * @in_software: whether the renderer is the one that draws with cairo
 *
 * Returns: (transfer none) (nullable): the page drawn on nothing, its upper left corner at 0, 0; the
 *   same node as long as nothing changes. %NULL when it is too large
 */
GskRenderNode *
vac_page_images_get (VacPageImages         *self,
                     VacPaper              *paper,
                     guint                  page,
                     double                 scale,
                     const graphene_size_t *size,
                     gboolean               in_software)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, size->width, size->height);
  PageImage *image = g_hash_table_lookup (self->images, GUINT_TO_POINTER (page));

  if (image == NULL)
    {
      image = g_new0 (PageImage, 1);
      g_hash_table_insert (self->images, GUINT_TO_POINTER (page), image);
    }

  update_surface (image, paper, page, scale);
  if (cairo_surface_status (image->surface) != CAIRO_STATUS_SUCCESS)
    return NULL;
  if (image->node == NULL || image->in_software != in_software || image->width != size->width
      || image->height != size->height)
    {
      g_clear_pointer (&image->node, gsk_render_node_unref);
      image->node = in_software ? create_cairo_node (image->surface, &bounds)
                                : create_texture_node (image->surface, &bounds);
      image->in_software = in_software;
      image->width = size->width;
      image->height = size->height;
    }

  return image->node;
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
