/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-images"

#include "config.h"

#include <string.h>

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

/* How many rows of pixels a strip of a page has: after an edit, only strips that it has changed are
 * drawn and shown anew. A line of text is on one or two of them. */
#define STRIP_ROWS 32

typedef struct
{
  cairo_surface_t *surface;
  GskRenderNode   *node;      /* for the renderer that draws in software, or NULL */
} Strip;

typedef struct
{
  guint64          serial;
  double           scale;
  GArray          *strips;    /* of Strip, from the top; none if the page is too large */
  GskRenderNode   *node;      /* what was last asked for, or NULL */
  gboolean         in_software;
  graphene_size_t  size;      /* of @node */
} PageImage;

static void
clear_strip (gpointer data)
{
  Strip *strip = data;

  g_clear_pointer (&strip->node, gsk_render_node_unref);
  g_clear_pointer (&strip->surface, cairo_surface_destroy);
}

static PageImage *
page_image_new (void)
{
  PageImage *image = g_new0 (PageImage, 1);

  image->strips = g_array_new (FALSE, TRUE, sizeof (Strip));
  g_array_set_clear_func (image->strips, clear_strip);

  return image;
}

static void
page_image_free (gpointer data)
{
  PageImage *image = data;

  g_clear_pointer (&image->node, gsk_render_node_unref);
  g_array_unref (image->strips);
  g_free (image);
}

static Strip *
get_strip (PageImage *image,
           guint      i)
{
  return &g_array_index (image->strips, Strip, i);
}

/* All strips but the last are of the same height. */
static int
count_rows (PageImage *image)
{
  const Strip *last = get_strip (image, image->strips->len - 1);

  return (int) (image->strips->len - 1) * STRIP_ROWS
         + cairo_image_surface_get_height (last->surface);
}

/* A part of @rows, without a copy. */
static cairo_surface_t *
create_strip (cairo_surface_t *rows,
              int              top)
{
  static const cairo_user_data_key_t key;
  const int stride = cairo_image_surface_get_stride (rows);
  cairo_surface_t *strip = cairo_image_surface_create_for_data (
      cairo_image_surface_get_data (rows) + (gsize) top * (gsize) stride, CAIRO_FORMAT_ARGB32,
      cairo_image_surface_get_width (rows),
      MIN (STRIP_ROWS, cairo_image_surface_get_height (rows) - top), stride);

  cairo_surface_set_user_data (strip, &key, cairo_surface_reference (rows),
                               (cairo_destroy_func_t) cairo_surface_destroy);

  return strip;
}

/* Takes strips from rows that were drawn; where the page had none, it gets them. */
static void
take_rows (PageImage       *image,
           cairo_surface_t *rows,
           guint            first)
{
  if (cairo_surface_status (rows) != CAIRO_STATUS_SUCCESS)
    {
      g_array_set_size (image->strips, 0);
      return;
    }

  for (int top = 0; top < cairo_image_surface_get_height (rows); top += STRIP_ROWS, first++)
    {
      if (first == image->strips->len)
        g_array_set_size (image->strips, first + 1);
      clear_strip (get_strip (image, first));
      get_strip (image, first)->surface = create_strip (rows, top);
    }
}

static void
update_strips (PageImage *image,
               VacPaper  *paper,
               guint      page,
               double     scale)
{
  const guint64 serial = vac_paper_get_page_serial (paper, page);
  cairo_surface_t *rows = NULL;
  int top = 0, bottom;

  g_assert (page < vac_paper_get_n_pages (paper) && scale > 0);

  if (image->serial == serial && image->scale == scale)
    return;

  if (image->strips->len == 0 || image->scale != scale
      || !vac_paper_find_changed_rows (paper, page, scale, image->serial, &top, &bottom))
    {
      g_array_set_size (image->strips, 0);
      top = 0;
      rows = vac_paper_render_page (paper, page, scale);
    }
  else if (top < bottom)
    {
      top -= top % STRIP_ROWS;
      bottom = MIN ((bottom + STRIP_ROWS - 1) / STRIP_ROWS * STRIP_ROWS, count_rows (image));
      rows = vac_paper_render_rows (paper, page, scale, top, bottom - top);
    }
  if (rows != NULL)
    take_rows (image, rows, (guint) (top / STRIP_ROWS));
  g_clear_pointer (&rows, cairo_surface_destroy);
  g_clear_pointer (&image->node, gsk_render_node_unref);
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

  cairo_translate (cr, (double) bounds->origin.x, (double) bounds->origin.y);
  cairo_scale (cr, (double) bounds->size.width / cairo_image_surface_get_width (surface),
               (double) bounds->size.height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

/* It compares nodes, and draws where they are not the same. */
static GskRenderNode *
create_strips_node (PageImage *image)
{
  const float row = image->size.height / (float) count_rows (image);
  g_autofree GskRenderNode **nodes = g_new (GskRenderNode *, image->strips->len);

  for (guint i = 0; i < image->strips->len; i++)
    {
      Strip *strip = get_strip (image, i);

      if (strip->node == NULL)
        strip->node = create_cairo_node (
            strip->surface,
            &GRAPHENE_RECT_INIT (0, (float) (i * STRIP_ROWS) * row, image->size.width,
                                 (float) cairo_image_surface_get_height (strip->surface) * row));
      nodes[i] = strip->node;
    }

  return gsk_container_node_new (nodes, image->strips->len);
}

/* For all other renderers, which keep what they have made of a texture. */
static GskRenderNode *
create_texture_node (PageImage *image)
{
  cairo_surface_t *first = get_strip (image, 0)->surface;
  const int width = cairo_image_surface_get_width (first);
  const gsize stride = (gsize) cairo_image_surface_get_stride (first);
  const int height = count_rows (image);
  guint8 *pixels = g_malloc (stride * (gsize) height);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, stride * (gsize) height);
  g_autoptr (GdkTexture) texture = NULL;

  for (guint i = 0; i < image->strips->len; i++)
    {
      cairo_surface_t *strip = get_strip (image, i)->surface;

      memcpy (pixels + stride * STRIP_ROWS * i, cairo_image_surface_get_data (strip),
              stride * (gsize) cairo_image_surface_get_height (strip));
    }
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture,
                               &GRAPHENE_RECT_INIT (0, 0, image->size.width, image->size.height));
}

static void
set_way (PageImage             *image,
         const graphene_size_t *size,
         gboolean               in_software)
{
  if (image->in_software == in_software && graphene_size_equal (&image->size, size))
    return;

  for (guint i = 0; i < image->strips->len; i++)
    g_clear_pointer (&get_strip (image, i)->node, gsk_render_node_unref);
  g_clear_pointer (&image->node, gsk_render_node_unref);
  image->in_software = in_software;
  image->size = *size;
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
 * Returns: (transfer none) (nullable): the page drawn on nothing, its upper left corner at 0, 0;
 *   the same node as long as nothing changes. %NULL when it is too large
 */
GskRenderNode *
vac_page_images_get (VacPageImages         *self,
                     VacPaper              *paper,
                     guint                  page,
                     double                 scale,
                     const graphene_size_t *size,
                     gboolean               in_software)
{
  PageImage *image = g_hash_table_lookup (self->images, GUINT_TO_POINTER (page));

  if (image == NULL)
    {
      image = page_image_new ();
      g_hash_table_insert (self->images, GUINT_TO_POINTER (page), image);
    }

  update_strips (image, paper, page, scale);
  if (image->strips->len == 0)
    return NULL;
  set_way (image, size, in_software);
  if (image->node == NULL)
    image->node = in_software ? create_strips_node (image) : create_texture_node (image);

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
