/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-images"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-page-images.h"

/**
 * VacPageImages:
 *
 * The visible pages, drawn as far as they were seen: scrolling back and edits on other pages redraw
 * nothing, and another scale redraws no more than what is in view.
 */
struct _VacPageImages
{
  GHashTable *images;   /* page → PageImage */
};

/* How many rows of pixels a strip of a page has: only strips in view are drawn, and after an edit
 * only those that it has changed. A line of text is on one or two of them. */
#define STRIP_ROWS 32

typedef struct
{
  cairo_surface_t *surface;   /* NULL until it is in view */
  GskRenderNode   *node;      /* for the renderer that draws in software, or NULL */
} Strip;

typedef struct
{
  guint64          serial;
  double           scale;
  int              n_rows;
  int              n_columns;
  int              left;      /* the columns that the strips have */
  int              right;
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

/* How many of some strips are drawn. */
static guint
count_drawn (PageImage *image,
             guint      first,
             guint      end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += get_strip (image, i)->surface != NULL;

  return n;
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

/* Draws strips; a page that is too large has none. */
static void
draw_rows (PageImage *image,
           VacPaper  *paper,
           guint      page,
           guint      first,
           guint      end)
{
  const int top = (int) first * STRIP_ROWS;
  const cairo_rectangle_int_t part = {
    image->left, top, image->right - image->left,
    MIN ((int) end * STRIP_ROWS, image->n_rows) - top,
  };
  cairo_surface_t *rows = vac_paper_render_part (paper, page, image->scale, &part);

  if (cairo_surface_status (rows) == CAIRO_STATUS_SUCCESS)
    for (guint i = first; i < end; i++)
      get_strip (image, i)->surface = create_strip (rows, (int) (i - first) * STRIP_ROWS);
  else
    g_array_set_size (image->strips, 0);
  cairo_surface_destroy (rows);
}

/* Draws those of some strips that are not drawn. */
static void
draw_strips (PageImage *image,
             VacPaper  *paper,
             guint      page,
             guint      first,
             guint      end)
{
  for (guint next; first < MIN (end, image->strips->len); first = next)
    {
      next = first + 1;
      if (get_strip (image, first)->surface != NULL)
        continue;
      while (next < end && get_strip (image, next)->surface == NULL)
        next++;
      draw_rows (image, paper, page, first, next);
    }
  g_clear_pointer (&image->node, gsk_render_node_unref);
}

static void
forget_strips (PageImage *image)
{
  g_array_set_size (image->strips, 0);
  g_array_set_size (image->strips, (guint) (image->n_rows + STRIP_ROWS - 1) / STRIP_ROWS);
}

/* Forgets strips that would be drawn differently. */
static void
forget_changed (PageImage *image,
                VacPaper  *paper,
                guint      page,
                double     scale)
{
  const guint64 serial = vac_paper_get_page_serial (paper, page);
  int top, bottom;

  g_assert (page < vac_paper_get_n_pages (paper) && scale > 0);

  if (image->serial == serial && image->scale == scale)
    return;

  if (image->strips->len == 0 || image->scale != scale
      || !vac_paper_find_changed_rows (paper, page, scale, image->serial, &top, &bottom))
    {
      vac_paper_get_pixels (paper, scale, &image->n_columns, &image->n_rows);
      forget_strips (image);
    }
  else
    {
      for (int i = top / STRIP_ROWS; i * STRIP_ROWS < bottom; i++)
        clear_strip (get_strip (image, (guint) i));
    }
  g_clear_pointer (&image->node, gsk_render_node_unref);
  image->serial = serial;
  image->scale = scale;
}

/* Sees to it that strips are as wide as what is in view; when other columns of the page are seen
 * than at first, as wide as the page. */
static void
widen_strips (PageImage             *image,
              const graphene_rect_t *seen)
{
  const double column = (double) image->size.width / image->n_columns;
  const int left = (int) CLAMP (floor (seen->origin.x / column), 0, image->n_columns - 1);
  const int right = (int) CLAMP (ceil ((seen->origin.x + seen->size.width) / column), left + 1,
                                 image->n_columns);

  if (count_drawn (image, 0, image->strips->len) == 0)
    {
      image->left = left;
      image->right = right;
    }
  else if (left < image->left || right > image->right)
    {
      forget_strips (image);
      image->left = 0;
      image->right = image->n_columns;
    }
}

/* Draws what is missing in view. A texture would be made anew for every strip that comes into view:
 * when more of it is seen than at first, it gets all of the page. */
static void
draw_seen (PageImage             *image,
           VacPaper              *paper,
           guint                  page,
           const graphene_rect_t *seen,
           gboolean               in_software)
{
  const double n_strips = image->strips->len;
  const double strip = (double) image->size.height / image->n_rows * STRIP_ROWS;
  const guint first = (guint) CLAMP (floor (seen->origin.y / strip), 0, n_strips - 1);
  const guint end = (guint) CLAMP (ceil ((seen->origin.y + seen->size.height) / strip), first + 1,
                                   n_strips);
  const gboolean is_first = count_drawn (image, 0, image->strips->len) == 0;

  widen_strips (image, seen);
  if (count_drawn (image, first, end) == end - first)
    return;

  if (in_software || is_first)
    draw_strips (image, paper, page, first, end);
  else
    draw_strips (image, paper, page, 0, image->strips->len);
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
  const float row = image->size.height / (float) image->n_rows;
  const float column = image->size.width / (float) image->n_columns;
  g_autofree GskRenderNode **nodes = g_new (GskRenderNode *, image->strips->len);
  guint n_nodes = 0;

  for (guint i = 0; i < image->strips->len; i++)
    {
      Strip *strip = get_strip (image, i);

      if (strip->surface == NULL)
        continue;
      if (strip->node == NULL)
        strip->node = create_cairo_node (
            strip->surface,
            &GRAPHENE_RECT_INIT ((float) image->left * column, (float) (i * STRIP_ROWS) * row,
                                 (float) (image->right - image->left) * column,
                                 (float) cairo_image_surface_get_height (strip->surface) * row));
      nodes[n_nodes++] = strip->node;
    }

  return gsk_container_node_new (nodes, n_nodes);
}

/* For all other renderers, which keep what they have made of a texture. */
static GskRenderNode *
create_texture_node (PageImage *image)
{
  const int width = image->right - image->left;
  const float column = image->size.width / (float) image->n_columns;
  const gsize stride = 4 * (gsize) width;
  guint8 *pixels = g_malloc0 (stride * (gsize) image->n_rows);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, stride * (gsize) image->n_rows);
  g_autoptr (GdkTexture) texture = NULL;

  for (guint i = 0; i < image->strips->len; i++)
    {
      cairo_surface_t *strip = get_strip (image, i)->surface;

      /* ARGB32 has no room between its rows. */
      if (strip != NULL)
        memcpy (pixels + stride * STRIP_ROWS * i, cairo_image_surface_get_data (strip),
                stride * (gsize) cairo_image_surface_get_height (strip));
    }
  texture = gdk_memory_texture_new (width, image->n_rows, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (
      texture, &GRAPHENE_RECT_INIT ((float) image->left * column, 0, (float) width * column,
                                    image->size.height));
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
 * @seen: what of that is in view, from its upper left corner
 * @in_software: whether the renderer is the one that draws with cairo
 *
 * Returns: (transfer none) (nullable): at least what is in view of the page drawn on nothing, its
 *   upper left corner at 0, 0; the same node as long as nothing changes. %NULL when it is too large
 */
GskRenderNode *
vac_page_images_get (VacPageImages         *self,
                     VacPaper              *paper,
                     guint                  page,
                     double                 scale,
                     const graphene_size_t *size,
                     const graphene_rect_t *seen,
                     gboolean               in_software)
{
  PageImage *image = g_hash_table_lookup (self->images, GUINT_TO_POINTER (page));

  if (image == NULL)
    {
      image = page_image_new ();
      g_hash_table_insert (self->images, GUINT_TO_POINTER (page), image);
    }

  forget_changed (image, paper, page, scale);
  set_way (image, size, in_software);
  if (image->strips->len > 0)
    draw_seen (image, paper, page, seen, in_software);
  if (image->strips->len == 0)
    return NULL;
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
