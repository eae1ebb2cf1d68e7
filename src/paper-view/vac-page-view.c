/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page-view"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vac-page-view-private.h"
#include "vac-paper-words.h"

#define PIXELS_PER_POINT VAC_PAGE_VIEW_PIXELS_PER_POINT

#define LEAST_ZOOM VAC_PAGE_VIEW_LEAST_ZOOM
#define MOST_ZOOM 4.0

static const double zoom_steps[] = {
  0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0,
};

/**
 * VacPageView:
 *
 * Shows the pages of a posting one below the other, as they print, and says which part of the
 * document was clicked. Put it in a #GtkScrolledWindow. Changes of the outline are laid out at most
 * once a frame, and only pages in view are drawn.
 */
enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_PERCENT,
  PROP_N_PAGES,
  PROP_CURRENT_PAGE,
  N_PROPS,

  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  NODE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (VacPageView, vac_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

VacNode *
vac_page_view_find_node (VacPageView *self,
                         double       x,
                         double       y)
{
  guint page = vac_page_view_find_page (self, y);
  double origin_x;
  double origin_y;

  vac_page_view_get_page_origin (self, page, &origin_x, &origin_y);
  return vac_paper_find_node_at (self->paper, page, (x - origin_x) / self->scale,
                                 (y - origin_y) / self->scale);
}

static guint
find_current_page (VacPageView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value;

  if (adjustment == NULL)
    return 1;

  value = gtk_adjustment_get_value (adjustment);
  if (value > 0 && value >= gtk_adjustment_get_upper (adjustment)
                            - gtk_adjustment_get_page_size (adjustment) - 1)
    return vac_paper_get_n_pages (self->paper);

  return vac_page_view_find_page (self, gtk_adjustment_get_page_size (adjustment) / 3) + 1;
}

void
vac_page_view_update_state (VacPageView *self)
{
  guint n_pages = vac_paper_get_n_pages (self->paper);
  guint current_page = find_current_page (self);
  guint percent = (guint) (self->scale / PIXELS_PER_POINT * 100 + 0.5);

  if (n_pages != self->n_pages || current_page != self->current_page)
    {
      gboolean more = n_pages != self->n_pages;
      gboolean moved = current_page != self->current_page;

      self->n_pages = n_pages;
      self->current_page = current_page;
      vac_page_view_update_label (self);
      if (more)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
      if (moved)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_PAGE]);
    }
  if (percent != self->percent)
    {
      self->percent = percent;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERCENT]);
    }
}

static void
update_block (VacPageView *self)
{
  self->block = VAC_PAPER_NONE;
  if (self->node != NULL && self->words_end > self->words)
    self->block = vac_paper_find_words (self->paper, self->node, self->words, self->words_end);
  if (self->node != NULL && self->block == VAC_PAPER_NONE)
    self->block = vac_paper_find_block (self->paper, self->node);
}

/* Lays out what was set while the view was not mapped. */
static void
apply_pending (VacPageView *self)
{
  g_autoptr (VacOutline) outline = g_steal_pointer (&self->pending);

  if (!self->has_pending)
    return;

  self->has_pending = FALSE;
  vac_paper_set_outline (self->paper, outline);
  update_block (self);
  vac_page_view_update_geometry (self);
  self->reveal_pending = self->reveal_pending || self->block != VAC_PAPER_NONE;
}

/* The view keeps its size whatever it shows, so no new allocation is needed. Requesting one during
 * an allocation gets lost, and the view would be drawn without a size. A view that has no size yet
 * waits for it. */
static void
update_now (VacPageView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return;

  apply_pending (self);
  if (self->reveal_pending)
    vac_page_view_reveal_block (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_adjustment_value_changed_cb (GtkAdjustment *adjustment,
                                VacPageView   *self)
{
  vac_page_view_update_state (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (VacPageView    *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;

  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation],
                                          on_adjustment_value_changed_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_adjustment_value_changed_cb), self);
  vac_page_view_update_geometry (self);
}

void
vac_page_view_set_zoom_around (VacPageView *self,
                               double       zoom,
                               double       x,
                               double       y)
{
  if (zoom > 0)
    zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  if (zoom == self->zoom)
    return;

  vac_page_view_stop_animation (self);
  self->zoom = zoom;
  vac_page_view_update_geometry_around (self, x, y);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* The next step in a direction, 1 or -1; where there is none, the zoom as it is. */
static double
get_next_zoom (VacPageView *self,
               int          direction)
{
  double zoom = self->scale / PIXELS_PER_POINT;

  for (guint i = 0; i < G_N_ELEMENTS (zoom_steps); i++)
    {
      double step = zoom_steps[direction > 0 ? i : G_N_ELEMENTS (zoom_steps) - 1 - i];

      if (direction > 0 ? step > zoom * 1.01 : step < zoom * 0.99)
        return step;
    }

  return zoom;
}

static void
vac_page_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 520 : 680;
}

static gboolean
on_allocated_cb (gpointer user_data)
{
  VacPageView *self = user_data;

  self->notify_source = 0;
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

/* Whoever is told may be a label: changed while widgets are given their place, it would have none
 * in this frame. */
static void
notify_later (VacPageView *self)
{
  if (self->notify_source != 0)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->notify_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_allocated_cb, self, NULL);
}

static void
vac_page_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  VacPageView *self = VAC_PAGE_VIEW (widget);

  notify_later (self);
  apply_pending (self);
  vac_page_view_update_geometry (self);
  if (self->reveal_pending)
    vac_page_view_reveal_block (self);
}

static void
vac_page_view_map (GtkWidget *widget)
{
  apply_pending (VAC_PAGE_VIEW (widget));
  GTK_WIDGET_CLASS (vac_page_view_parent_class)->map (widget);
}

static void
vac_page_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VacPageView *self = VAC_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_PERCENT:
      g_value_set_uint (value, self->percent);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, self->n_pages);
      break;
    case PROP_CURRENT_PAGE:
      g_value_set_uint (value, self->current_page);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vac_page_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VacPageView *self = VAC_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_ZOOM:
      vac_page_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vac_page_view_dispose (GObject *object)
{
  VacPageView *self = VAC_PAGE_VIEW (object);

  vac_page_view_stop_animation (self);
  if (self->notify_source != 0)
    {
      g_clear_handle_id (&self->notify_source, g_source_remove);
      g_object_thaw_notify (object);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_func (self->adjustments[i],
                                              on_adjustment_value_changed_cb, self);
        g_clear_object (&self->adjustments[i]);
      }
  g_clear_object (&self->node);
  g_clear_pointer (&self->pending, vac_outline_unref);

  G_OBJECT_CLASS (vac_page_view_parent_class)->dispose (object);
}

static void
vac_page_view_finalize (GObject *object)
{
  VacPageView *self = VAC_PAGE_VIEW (object);

  g_free (self->title);
  g_clear_pointer (&self->images, vac_page_images_free);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (vac_page_view_parent_class)->finalize (object);
}

static void
vac_page_view_class_init (VacPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                               | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = vac_page_view_dispose;
  object_class->finalize = vac_page_view_finalize;
  object_class->get_property = vac_page_view_get_property;
  object_class->set_property = vac_page_view_set_property;
  widget_class->map = vac_page_view_map;
  widget_class->measure = vac_page_view_measure;
  widget_class->size_allocate = vac_page_view_size_allocate;
  widget_class->snapshot = vac_page_view_snapshot;

  /**
   * VacPageView:zoom:
   *
   * 1 shows a page at its size on paper; 0, the default, at the width of the view.
   */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MOST_ZOOM, 0, writable);

  /**
   * VacPageView:percent:
   *
   * How large a page is, in percent of its size on paper.
   */
  properties[PROP_PERCENT] = g_param_spec_uint ("percent", NULL, NULL, 0, G_MAXUINT, 0, readable);

  /**
   * VacPageView:n-pages:
   *
   * How many pages there are.
   */
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 1, G_MAXUINT, 1, readable);

  /**
   * VacPageView:current-page:
   *
   * The page that is read now, from 1.
   */
  properties[PROP_CURRENT_PAGE] = g_param_spec_uint ("current-page", NULL, NULL, 1, G_MAXUINT, 1,
                                                     readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * VacPageView::node-activated:
   * @self: the view
   * @node: the node whose text was clicked
   */
  signals[NODE_ACTIVATED] = g_signal_new ("node-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, VAC_TYPE_NODE);

  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  vac_page_view_add_bindings (widget_class);
}

static void
vac_page_view_init (VacPageView *self)
{
  VacPageSetup setup;

  vac_page_setup_init (&setup, vac_page_setup_get_default (NULL));
  self->paper = vac_paper_new (&setup);
  self->images = vac_page_images_new ();
  self->scale = PIXELS_PER_POINT;
  self->block = VAC_PAPER_NONE;
  self->n_pages = 1;
  self->current_page = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  vac_page_view_add_controllers (self);
  vac_page_view_update_label (self);
}

void
vac_page_view_activate_node (VacPageView *self,
                             VacNode     *node)
{
  g_signal_emit (self, signals[NODE_ACTIVATED], 0, node);
}

/**
 * vac_page_view_new:
 *
 * Returns: (transfer floating): a view of an empty page
 */
GtkWidget *
vac_page_view_new (void)
{
  return g_object_new (VAC_TYPE_PAGE_VIEW, NULL);
}

/**
 * vac_page_view_get_paper:
 * @self: a view
 *
 * Returns: (transfer none): the pages shown, with the last outline laid out
 */
VacPaper *
vac_page_view_get_paper (VacPageView *self)
{
  g_return_val_if_fail (VAC_IS_PAGE_VIEW (self), NULL);

  apply_pending (self);
  return self->paper;
}

/**
 * vac_page_view_set_outline:
 * @self: a view
 * @outline: (nullable): what to show
 *
 * Lays an outline out, which is shown from the next frame on. Callers must combine several changes
 * within a frame. The block of the node last revealed stays in view.
 */
void
vac_page_view_set_outline (VacPageView *self,
                           VacOutline  *outline)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));

  if (outline != NULL)
    vac_outline_ref (outline);
  g_clear_pointer (&self->pending, vac_outline_unref);
  self->pending = outline;
  self->has_pending = TRUE;
  update_now (self);
}

/**
 * vac_page_view_set_setup:
 * @self: a view
 * @setup: another sheet
 *
 * Shows the posting on another sheet of paper.
 */
void
vac_page_view_set_setup (VacPageView        *self,
                         const VacPageSetup *setup)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));
  g_return_if_fail (setup != NULL);

  vac_paper_set_setup (self->paper, setup);
  vac_page_view_update_geometry (self);
}

static void
reveal (VacPageView *self,
        VacNode     *node,
        gsize        start,
        gsize        length)
{
  g_set_object (&self->node, node);
  self->words = start;
  self->words_end = start + length;
  update_block (self);
  self->reveal_pending = node != NULL;
  update_now (self);
}

/**
 * vac_page_view_reveal_node:
 * @self: a view
 * @node: (nullable): what is being edited
 *
 * Marks the block that shows a node, as of vac_paper_find_block(), and scrolls to it if it is not
 * in view, gently if the user likes animations.
 */
void
vac_page_view_reveal_node (VacPageView *self,
                           VacNode     *node)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));
  g_return_if_fail (node == NULL || VAC_IS_NODE (node));

  reveal (self, node, 0, 0);
}

/**
 * vac_page_view_reveal_words:
 * @self: a view
 * @node: a text of the document
 * @start: where in it the words begin, in bytes
 * @length: how many bytes they have
 *
 * Does what vac_page_view_reveal_node() does, in a text of several paragraphs with the one that has
 * the words in it.
 */
void
vac_page_view_reveal_words (VacPageView *self,
                            VacNode     *node,
                            gsize        start,
                            gsize        length)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));
  g_return_if_fail (VAC_IS_NODE (node));

  reveal (self, node, start, length);
}

/**
 * vac_page_view_get_zoom:
 * @self: a view
 *
 * Returns: see #VacPageView:zoom
 */
double
vac_page_view_get_zoom (VacPageView *self)
{
  g_return_val_if_fail (VAC_IS_PAGE_VIEW (self), 0);

  return self->zoom;
}

/**
 * vac_page_view_set_zoom:
 * @self: a view
 * @zoom: 1 for the size on paper, 0 for the width of the view
 *
 * Changes how large pages are; what is in the middle stays there.
 */
void
vac_page_view_set_zoom (VacPageView *self,
                        double       zoom)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (VAC_IS_PAGE_VIEW (self));

  vac_page_view_set_zoom_around (self, zoom, gtk_widget_get_width (widget) / 2.0,
                                 gtk_widget_get_height (widget) / 2.0);
}

/**
 * vac_page_view_zoom:
 * @self: a view
 * @direction: 1 for pages that are larger by a step, −1 for smaller ones, 0 for pages as wide as
 *   the view
 */
void
vac_page_view_zoom (VacPageView *self,
                    int          direction)
{
  g_return_if_fail (VAC_IS_PAGE_VIEW (self));

  vac_page_view_set_zoom (self, direction != 0 ? get_next_zoom (self, direction) : 0);
}

/**
 * vac_page_view_get_percent:
 * @self: a view
 *
 * Returns: see #VacPageView:percent
 */
guint
vac_page_view_get_percent (VacPageView *self)
{
  g_return_val_if_fail (VAC_IS_PAGE_VIEW (self), 0);

  return self->percent;
}

/**
 * vac_page_view_get_n_pages:
 * @self: a view
 *
 * Returns: see #VacPageView:n-pages
 */
guint
vac_page_view_get_n_pages (VacPageView *self)
{
  g_return_val_if_fail (VAC_IS_PAGE_VIEW (self), 0);

  return self->n_pages;
}

/**
 * vac_page_view_get_current_page:
 * @self: a view
 *
 * Returns: see #VacPageView:current-page
 */
guint
vac_page_view_get_current_page (VacPageView *self)
{
  g_return_val_if_fail (VAC_IS_PAGE_VIEW (self), 0);

  return self->current_page;
}
