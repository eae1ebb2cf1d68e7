/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-page"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-editor.h"
#include "vac-focus.h"
#include "vac-item-list.h"
#include "vac-item-row.h"
#include "vac-page.h"

#define SCROLL_MARGIN 24

/* How many frames a target is followed, at least and at most. */
#define LEAST_TICKS 4
#define MOST_TICKS  60

/**
 * VacPage:
 *
 * A scrolled column of forms, clamped to a readable width. It knows which widget stands for which
 * node: it can bring a node into view, and says which one the user has gone to.
 */
typedef struct
{
  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkBox            *column;

  /* Borrowed */
  GtkRoot           *root;
  GtkWidget         *target;        /* what to scroll to; a weak pointer */
  GtkWidget         *selected;      /* where words were selected; a weak pointer */

  graphene_rect_t    bounds;        /* where it was in the last frame */
  gboolean           to_top;        /* and not just into sight */
  gboolean           to_words;      /* that are selected in it */
  double             offset;        /* of the page's own top, when that is the target */
  guint              tick_id;
  guint              ticks;

  VacPageAddFunc     add_next;      /* of what was left for later; NULL when all is there */
  guint              add_source;
} VacPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (VacPage, vac_page, ADW_TYPE_BIN)

enum
{
  NODE_FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static VacPagePrivate *
get_private (VacPage *self)
{
  return vac_page_get_instance_private (self);
}

static void
on_root_notify_focus_widget_cb (VacPage *self)
{
  GtkWidget *focus = vac_focus_find (GTK_WIDGET (self));
  VacNode *node = NULL;

  if (focus != NULL)
    node = vac_editor_find_node (focus, GTK_WIDGET (self));
  if (node != NULL)
    g_signal_emit (self, signals[NODE_FOCUSED], 0, node);
}

/* The last parts of a page scroll to its top as the others do: below them, the space for that is
 * left free. */
static void
make_room (VacPage *self,
           double   top)
{
  VacPagePrivate *priv = get_private (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (priv->scroller);
  const double missing = top - (gtk_adjustment_get_upper (adjustment) -
                                gtk_adjustment_get_page_size (adjustment));

  if (missing > 0)
    gtk_widget_set_margin_bottom (GTK_WIDGET (priv->column),
                                  gtk_widget_get_margin_bottom (GTK_WIDGET (priv->column)) +
                                      (int) ceil (missing));
}

/* A text may be longer than what is seen of a page. */
static void
narrow_to_caret (GtkWidget       *target,
                 graphene_rect_t *bounds)
{
  GdkRectangle caret;
  int x, y;

  if (!GTK_IS_TEXT_VIEW (target))
    return;
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (target), NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (target), GTK_TEXT_WINDOW_WIDGET, caret.x,
                                         caret.y, &x, &y);
  bounds->origin.y += (float) y;
  bounds->size.height = (float) caret.height;
}

static void
scroll_to_target (VacPage *self)
{
  VacPagePrivate *priv = get_private (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (priv->scroller);
  GtkWidget *viewport = gtk_scrolled_window_get_child (priv->scroller);
  graphene_rect_t bounds;
  double top, bottom;

  if (!gtk_widget_compute_bounds (priv->target, viewport, &bounds))
    return;
  if (priv->to_words)
    narrow_to_caret (priv->target, &bounds);

  top = priv->target == GTK_WIDGET (self)
            ? priv->offset
            : gtk_adjustment_get_value (adjustment) + bounds.origin.y - SCROLL_MARGIN;
  bottom = top + bounds.size.height + 2 * SCROLL_MARGIN;
  if (priv->to_top && priv->target != GTK_WIDGET (self))
    make_room (self, top);
  if (priv->to_top || bottom - top > gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, top);
  else
    gtk_adjustment_clamp_page (adjustment, top, bottom);
}

/* Whether the target is where it was in the previous frame. */
static gboolean
is_settled (VacPage *self)
{
  VacPagePrivate *priv = get_private (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  const gboolean placed = gtk_widget_get_height (GTK_WIDGET (self)) > 0 &&
                          gtk_widget_compute_bounds (priv->target, GTK_WIDGET (self), &bounds);
  const gboolean settled = placed && graphene_rect_equal (&bounds, &priv->bounds);

  priv->bounds = bounds;

  return settled;
}

/* A page that was just made settles over a few frames: texts ask for another height once they know
 * their width. The target is followed until it stays where it is. */
static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  VacPage *self = VAC_PAGE (widget);
  VacPagePrivate *priv = get_private (self);

  if (priv->target != NULL && ++priv->ticks < MOST_TICKS)
    {
      const gboolean settled = is_settled (self);

      if (priv->ticks > 1)
        scroll_to_target (self);
      if (!settled || priv->ticks < LEAST_TICKS)
        return G_SOURCE_CONTINUE;
    }

  priv->tick_id = 0;
  g_clear_weak_pointer (&priv->target);

  return G_SOURCE_REMOVE;
}

static void
queue_scroll (VacPage   *self,
              GtkWidget *target,
              gboolean   to_top)
{
  VacPagePrivate *priv = get_private (self);

  priv->offset = 0;
  g_set_weak_pointer (&priv->target, target);
  priv->to_top = to_top;
  priv->to_words = FALSE;
  priv->ticks = 0;
  if (priv->tick_id == 0)
    priv->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static gboolean
on_add_cb (gpointer user_data)
{
  VacPage *self = VAC_PAGE (user_data);
  VacPagePrivate *priv = get_private (self);

  if (priv->add_next (self))
    return G_SOURCE_CONTINUE;

  priv->add_source = 0;
  priv->add_next = NULL;
  vac_editor_make_deferred (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The frame that begins now shows what is there already. */
static gboolean
on_first_tick_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  VacPagePrivate *priv = get_private (VAC_PAGE (widget));

  if (priv->add_next != NULL && priv->add_source == 0)
    priv->add_source = g_idle_add (on_add_cb, widget);

  return G_SOURCE_REMOVE;
}

static void
add_rest (GtkWidget *widget)
{
  VacPage *self = VAC_PAGE (widget);
  VacPagePrivate *priv = get_private (self);

  g_clear_handle_id (&priv->add_source, g_source_remove);
  while (priv->add_next != NULL && priv->add_next (self))
    continue;
  priv->add_next = NULL;
}

/* Nothing is left out on the way from one widget to the next. */
static gboolean
vac_page_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  vac_editor_make_deferred (widget);

  return GTK_WIDGET_CLASS (vac_page_parent_class)->focus (widget, direction);
}

static void
vac_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_page_parent_class)->map (widget);

  if (get_private (VAC_PAGE (widget))->add_next != NULL)
    gtk_widget_add_tick_callback (widget, on_first_tick_cb, NULL, NULL);
}

static void
vac_page_root (GtkWidget *widget)
{
  VacPage *self = VAC_PAGE (widget);

  GTK_WIDGET_CLASS (vac_page_parent_class)->root (widget);

  get_private (self)->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (get_private (self)->root, "notify::focus-widget",
                            G_CALLBACK (on_root_notify_focus_widget_cb), self);
}

static void
vac_page_unroot (GtkWidget *widget)
{
  VacPage *self = VAC_PAGE (widget);

  g_signal_handlers_disconnect_by_func (get_private (self)->root,
                                        on_root_notify_focus_widget_cb, self);
  get_private (self)->root = NULL;

  GTK_WIDGET_CLASS (vac_page_parent_class)->unroot (widget);
}

static void
vac_page_dispose (GObject *object)
{
  VacPagePrivate *priv = get_private (VAC_PAGE (object));

  if (priv->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (object), priv->tick_id);
  priv->tick_id = 0;
  g_clear_handle_id (&priv->add_source, g_source_remove);
  priv->add_next = NULL;
  g_clear_weak_pointer (&priv->target);
  g_clear_weak_pointer (&priv->selected);

  G_OBJECT_CLASS (vac_page_parent_class)->dispose (object);
}

static void
vac_page_class_init (VacPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_page_dispose;
  widget_class->focus = vac_page_focus;
  widget_class->map = vac_page_map;
  widget_class->root = vac_page_root;
  widget_class->unroot = vac_page_unroot;

  /**
   * VacPage::node-focused:
   * @node: the node whose widget got the focus
   */
  signals[NODE_FOCUSED] = g_signal_new ("node-focused", VAC_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_NODE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, VacPage, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, VacPage, column);
}

static void
vac_page_init (VacPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vac_page_add:
 * @self: a page
 * @child: a widget, which goes below the others
 */
void
vac_page_add (VacPage   *self,
              GtkWidget *child)
{
  g_return_if_fail (VAC_IS_PAGE (self));

  gtk_box_append (get_private (self)->column, child);
}

/**
 * vac_page_defer:
 * @self: a page that is not shown yet
 * @nodes: (element-type VacNode): what will have widgets on it
 * @add_next: adds the next of them below the others, in the order of the page
 *
 * Leaves it for later to add what the first frame need not show: it is added piece by piece once
 * that has been painted, or all at once before when somebody scrolls, moves the focus, or looks for
 * the widget of one of @nodes.
 */
void
vac_page_defer (VacPage        *self,
                GPtrArray      *nodes,
                VacPageAddFunc  add_next)
{
  VacPagePrivate *priv;

  g_return_if_fail (VAC_IS_PAGE (self) && nodes != NULL && add_next != NULL);
  g_return_if_fail (!gtk_widget_get_mapped (GTK_WIDGET (self)));

  priv = get_private (self);
  priv->add_next = add_next;
  vac_editor_defer (GTK_WIDGET (self), nodes, add_rest);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (priv->scroller), "value-changed",
                           G_CALLBACK (vac_editor_make_deferred), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
find_target (VacPage *self,
             VacNode *node)
{
  for (; node != NULL; node = vac_node_get_parent (node))
    {
      VacNode *parent = vac_node_get_parent (node);
      GtkWidget *list = parent != NULL ? vac_editor_find_widget (GTK_WIDGET (self), parent) : NULL;
      GtkWidget *target;

      if (VAC_IS_ITEM_LIST (list))
        vac_item_list_show_item (VAC_ITEM_LIST (list), node);
      target = vac_editor_find_widget (GTK_WIDGET (self), node);
      if (target != NULL)
        return target;
    }

  return NULL;
}

static void
open_around (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_EXPANDER (widget))
      gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
    else if (ADW_IS_EXPANDER_ROW (widget))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
}

/* What has the focus, if it stands for @node: a node may have several widgets. */
static GtkWidget *
find_focused (VacPage *self,
              VacNode *node)
{
  GtkWidget *focus = vac_focus_find (GTK_WIDGET (self));

  return focus != NULL && vac_editor_get_node (focus) == node ? focus : NULL;
}

/**
 * vac_page_reveal:
 * @self: a page
 * @node: a node of the document
 *
 * Scrolls to the widget of @node, or of the nearest thing that it is in, and gives it the focus.
 *
 * Returns: whether the page has such a widget
 */
gboolean
vac_page_reveal (VacPage *self,
                 VacNode *node)
{
  GtkWidget *target;

  g_return_val_if_fail (VAC_IS_PAGE (self), FALSE);
  g_return_val_if_fail (VAC_IS_NODE (node), FALSE);

  target = find_focused (self, node);
  if (target == NULL)
    target = find_target (self, node);
  if (target == NULL)
    return FALSE;

  open_around (target);
  if (VAC_IS_ITEM_ROW (target))
    vac_item_row_focus_first (VAC_ITEM_ROW (target));
  else if (!gtk_widget_get_focusable (target) || !gtk_widget_grab_focus (target))
    gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);

  queue_scroll (self, target, FALSE);

  return TRUE;
}

static void
select_characters (GtkWidget *widget,
                   int        from,
                   int        to)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
      gtk_text_buffer_select_range (buffer, &end, &start);
    }
  else if (GTK_IS_EDITABLE (widget))
    gtk_editable_select_region (GTK_EDITABLE (widget), from, to);
}

/* Returns: whether @widget has a text, of which something may be selected */
static gboolean
get_selection (GtkWidget *widget,
               int       *from,
               int       *to)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;

      gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
      *from = gtk_text_iter_get_offset (&start);
      *to = gtk_text_iter_get_offset (&end);
      return TRUE;
    }
  if (!GTK_IS_EDITABLE (widget))
    return FALSE;
  if (!gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), from, to))
    *from = *to = gtk_editable_get_position (GTK_EDITABLE (widget));

  return TRUE;
}

/* Only after something else has been selected: to X, what was given up last before that would seem
 * to be what is selected now. */
static void
forget_selection (GtkWidget *widget)
{
  int from, to;

  if (get_selection (widget, &from, &to) && from < to)
    select_characters (widget, to, to);
}

/* A field may show its text otherwise than it is. */
static gboolean
shows_text (GtkWidget *widget,
            VacNode   *node)
{
  g_autofree char *text = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  else if (GTK_IS_EDITABLE (widget))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  return g_strcmp0 (text, vac_node_get_text (node)) == 0;
}

/* Selects a part of @leaf where its form shows it as it is, and scrolls to that. */
static void
select_words (VacPage *self,
              VacNode *leaf,
              gsize    start,
              gsize    length)
{
  VacPagePrivate *priv = get_private (self);
  const char *text = vac_node_get_text (leaf);
  GtkWidget *widget = vac_editor_find_widget (GTK_WIDGET (self), leaf);
  glong from, to;

  /* It may have changed since somebody found something in it. */
  if (widget == NULL || start + length > strlen (text))
    return;

  from = g_utf8_strlen (text, (gssize) start);
  to = from + g_utf8_strlen (text + start, (gssize) length);
  select_characters (widget, (int) from, (int) to);
  g_set_weak_pointer (&priv->selected, widget);
  queue_scroll (self, widget, FALSE);
  priv->to_words = TRUE;
}

/**
 * vac_page_select:
 * @self: a page
 * @leaf: a text of the document, which was revealed
 * @start: where in it to begin, in bytes
 * @length: of how many bytes
 *
 * Selects a part of the text where its form shows it as it is.
 */
void
vac_page_select (VacPage *self,
                 VacNode *leaf,
                 gsize    start,
                 gsize    length)
{
  g_return_if_fail (VAC_IS_PAGE (self));
  g_return_if_fail (VAC_IS_NODE (leaf));

  select_words (self, leaf, start, length);
}

/**
 * vac_page_show_words:
 * @self: a page
 * @leaf: a text of the document
 * @start: where in it to begin, in bytes
 * @length: of how many bytes
 *
 * Does what vac_page_reveal() and vac_page_select() do, and leaves the focus where it is. What was
 * selected before in this way is no longer.
 *
 * Returns: whether the page has a widget for @leaf, or for the nearest thing that it is in
 */
gboolean
vac_page_show_words (VacPage *self,
                     VacNode *leaf,
                     gsize    start,
                     gsize    length)
{
  GtkWidget *target, *before;

  g_return_val_if_fail (VAC_IS_PAGE (self), FALSE);
  g_return_val_if_fail (VAC_IS_NODE (leaf), FALSE);

  before = get_private (self)->selected;
  target = find_target (self, leaf);
  if (target == NULL)
    return FALSE;
  open_around (target);
  queue_scroll (self, target, FALSE);
  select_words (self, leaf, start, length);
  if (before != NULL && before != get_private (self)->selected)
    forget_selection (before);

  return TRUE;
}

/**
 * vac_page_forget_words:
 * @self: a page
 *
 * Lets the words go that were selected last; the caret stays behind them.
 */
void
vac_page_forget_words (VacPage *self)
{
  VacPagePrivate *priv;

  g_return_if_fail (VAC_IS_PAGE (self));

  priv = get_private (self);
  if (priv->selected == NULL)
    return;
  forget_selection (priv->selected);
  g_clear_weak_pointer (&priv->selected);
}

/**
 * vac_page_get_place:
 * @self: a page
 * @focus: (nullable): a widget
 * @start: (out): where in the text of the node the caret is or the selection begins, in bytes
 * @length: (out): how much is selected, in bytes
 *
 * Returns: (transfer none) (nullable): the node that @focus stands for on the page
 */
VacNode *
vac_page_get_place (VacPage   *self,
                    GtkWidget *focus,
                    gsize     *start,
                    gsize     *length)
{
  VacNode *node;
  int from, to;

  g_return_val_if_fail (VAC_IS_PAGE (self) && start != NULL && length != NULL, NULL);

  *start = *length = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  node = vac_editor_find_node (focus, GTK_WIDGET (self));
  if (node != NULL && shows_text (focus, node) && get_selection (focus, &from, &to))
    {
      const char *text = vac_node_get_text (node);

      *start = (gsize) (g_utf8_offset_to_pointer (text, from) - text);
      *length = (gsize) (g_utf8_offset_to_pointer (text, to) - text) - *start;
    }

  return node;
}

/**
 * vac_page_scroll_to:
 * @self: a page
 * @node: a node of the document
 *
 * Scrolls until the widget of @node is at the top of the page, and leaves the focus where it is.
 */
void
vac_page_scroll_to (VacPage *self,
                    VacNode *node)
{
  GtkWidget *target;

  g_return_if_fail (VAC_IS_PAGE (self));
  g_return_if_fail (VAC_IS_NODE (node));

  target = find_target (self, node);
  if (target != NULL)
    queue_scroll (self, target, TRUE);
}

/**
 * vac_page_get_scroll:
 * @self: a page
 *
 * Returns: how much of it is above what is seen, in pixels
 */
double
vac_page_get_scroll (VacPage *self)
{
  g_return_val_if_fail (VAC_IS_PAGE (self), 0);

  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (get_private (self)->scroller));
}

/**
 * vac_page_set_scroll:
 * @self: a page, which may not be shown yet
 * @above: how much of it shall be above what is seen, in pixels
 */
void
vac_page_set_scroll (VacPage *self,
                     double   above)
{
  g_return_if_fail (VAC_IS_PAGE (self));

  vac_editor_make_deferred (GTK_WIDGET (self));
  queue_scroll (self, GTK_WIDGET (self), TRUE);
  get_private (self)->offset = above;
}
