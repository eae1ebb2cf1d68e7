/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contrast.h"

#include <math.h>

#include "audit.h"

/* A stroke is this much wider than on the screen, so that it has pixels of its own color. */
#define ENLARGED 3

static double
get_luminance (guint32 pixel)
{
  static const double shares[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const double value = (pixel >> (8 * i) & 0xff) / 255.0;

      luminance += shares[i] *
                   (value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }

  return luminance;
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  const double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* The contrast of a text with what is behind it: of the color that most pixels have, and the one
 * that differs most from that. */
static double
measure_contrast (cairo_surface_t       *surface,
                  const graphene_rect_t *bounds)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const int stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 behind = 0;
  guint most = 0;
  double contrast = 1;
  GHashTableIter iter;
  gpointer pixel;

  for (int y = (int) (bounds->origin.y * ENLARGED);
       y < (int) ((bounds->origin.y + bounds->size.height) * ENLARGED); y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (data + y * stride);
      const int end = (int) ((bounds->origin.x + bounds->size.width) * ENLARGED);
      int next;

      /* One look-up for all of one color that are side by side. */
      for (int x = (int) (bounds->origin.x * ENLARGED); x < end; x = next)
        {
          const guint32 color = row[x] & 0xffffff;
          guint count;

          for (next = x + 1; next < end && (row[next] & 0xffffff) == color;)
            next++;
          count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (color + 1))) +
                  (guint) (next - x);
          g_hash_table_insert (counts, GUINT_TO_POINTER (color + 1), GUINT_TO_POINTER (count));
          if (count > most)
            {
              most = count;
              behind = color;
            }
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, NULL))
    contrast = MAX (contrast, get_contrast (GPOINTER_TO_UINT (pixel) - 1, behind));

  return contrast;
}

/* The colors on the accent and of an answer that destroys are the toolkit's, and what cannot be
 * used is not meant to be read. */
static gboolean
is_to_be_read (GtkWidget *label)
{
  if (!gtk_widget_get_mapped (label) || !gtk_widget_is_sensitive (label))
    return FALSE;
  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_has_css_class (widget, "suggested-action") ||
        gtk_widget_has_css_class (widget, "destructive-action") ||
        gtk_widget_get_opacity (widget) < 1)
      return FALSE;

  return TRUE;
}

/* Whether all of @widget is in view in @root. */
static gboolean
is_in_sight (GtkWidget       *widget,
             GtkWidget       *root,
             graphene_rect_t *bounds)
{
  if (!gtk_widget_compute_bounds (widget, root, bounds))
    return FALSE;
  for (GtkWidget *parent = widget == root ? NULL : gtk_widget_get_parent (widget); parent != NULL;
       parent = parent == root ? NULL : gtk_widget_get_parent (parent))
    {
      graphene_rect_t around;

      if (!gtk_widget_compute_bounds (parent, root, &around) ||
          ((GTK_IS_SCROLLABLE (parent) || GTK_IS_SCROLLED_WINDOW (parent) || parent == root) &&
           !graphene_rect_contains_rect (&around, bounds)))
        return FALSE;
    }

  return TRUE;
}

/* Large is what has 18 points, or 14 in bold. */
static gboolean
is_large (GtkLabel *label)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (label));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double points = pango_font_description_get_size_is_absolute (font)
                            ? pango_font_description_get_size (font) * 72.0 / 96 / PANGO_SCALE
                            : pango_font_description_get_size (font) * 1.0 / PANGO_SCALE;

  return points >= 18 ||
         (points >= 14 && pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD);
}

/* What a drawing has to stand out by; nothing for what is said beside it. */
static double
get_needed (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) == '\0' ? 0
           : is_large (GTK_LABEL (widget))                  ? CONTRAST_OF_LARGE
                                                            : CONTRAST_OF_TEXT;
  /* A switch shows its state by where it is; what it draws in high contrast is the toolkit's. */
  if (GTK_IS_IMAGE (widget) && !GTK_IS_SWITCH (gtk_widget_get_parent (widget)) &&
      gtk_image_get_storage_type (GTK_IMAGE (widget)) == GTK_IMAGE_ICON_NAME)
    return CONTRAST_OF_LARGE;

  return 0;
}

static void
check (GtkWidget       *widget,
       GtkWidget       *root,
       cairo_surface_t *surface,
       GPtrArray       *faults,
       double          *least)
{
  const double needed = get_needed (widget);
  graphene_rect_t bounds;

  if (needed > 0 && is_to_be_read (widget) && is_in_sight (widget, root, &bounds))
    {
      const double contrast = measure_contrast (surface, &bounds);

      if (GTK_IS_LABEL (widget))
        *least = MIN (*least, contrast);
      if (contrast < needed)
        {
          g_autofree char *where = audit_describe (widget);

          g_ptr_array_add (faults, g_strdup_printf ("%.2f : 1, less than %.1f: %s", contrast,
                                                    needed, where));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check (child, root, surface, faults, least);
}

/* Adds to @faults what can hardly be told from what is behind it, of all texts and icons that are
 * in sight in @window. Returns the least contrast of a text. */
double
contrast_check (GtkWidget *window,
                GPtrArray *faults)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  const int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * ENLARGED,
                                                         height * ENLARGED);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;
  double least = 21;

  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  cairo_scale (cr, ENLARGED, ENLARGED);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  check (window, window, surface, faults, &least);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return least;
}
