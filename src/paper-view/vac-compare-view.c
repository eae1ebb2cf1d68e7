/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-compare-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-compare-rows.h"
#include "vac-compare-view-private.h"
#include "vac-narrow.h"
#include "vac-shrink.h"
#include "vac-wrap-layout.h"

/* From this width on, one page as wide as the view would be larger than anybody reads. */
#define LARGE_WIDTH 1200
#define LARGE_ZOOM 1.1

/* Of the list: beside the page, and below it, with what is between them. */
#define LIST_WIDTH 340
#define LIST_HEIGHT 180
#define LIST_ROOM (LIST_HEIGHT + 12)

/**
 * VacCompareView:
 *
 * Two postings compared: their pages with what differs marked, as one or side by side, and a list
 * of the differences, each of which can be taken over into the one that is being edited. The window
 * must have the actions win.compare-close, win.compare-export, win.print and win.undo.
 */
G_DEFINE_FINAL_TYPE (VacCompareView, vac_compare_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDE_BY_SIDE,
  PROP_SWAPPED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_position (VacCompareView *self)
{
  const guint n = vac_compare_view_get_differences (self)->len;
  g_autofree char *position = n > 0 ? g_strdup_printf (_("%u of %u"), self->current + 1, n) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_label (self->position_label, position != NULL ? position : "");
  gtk_widget_action_set_enabled (widget, "compare.next", self->current + 1 < n);
  gtk_widget_action_set_enabled (widget, "compare.previous", self->current > 0);
  gtk_widget_action_set_enabled (widget, "compare.take",
                                 n > 0 && !vac_document_get_read_only (self->mine));
}

static gboolean
is_list_shown (VacCompareView *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->list_stack));
}

static void
select_row (VacCompareView *self,
            gboolean        focus)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) self->current);

  if (row == NULL || !gtk_list_box_row_get_selectable (row))
    {
      gtk_list_box_unselect_all (self->list);
      return;
    }
  gtk_list_box_select_row (self->list, row);
  if (focus)
    gtk_widget_grab_focus (is_list_shown (self) ? GTK_WIDGET (row)
                                                : GTK_WIDGET (self->pages[VAC_DIFF_INLINE]));
}

static gboolean
has_focus_inside (VacCompareView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* What @of is in @diff, which may be read the other way round. */
static VacDifference *
find_same (VacDiff             *diff,
           const VacDifference *of,
           gboolean             reversed)
{
  static const VacDifferenceKind reversed_kinds[] = {
    [VAC_DIFFERENCE_CHANGED] = VAC_DIFFERENCE_CHANGED,
    [VAC_DIFFERENCE_INSERTED] = VAC_DIFFERENCE_REMOVED,
    [VAC_DIFFERENCE_REMOVED] = VAC_DIFFERENCE_INSERTED,
    [VAC_DIFFERENCE_MOVED] = VAC_DIFFERENCE_MOVED,
    [VAC_DIFFERENCE_LAYOUT] = VAC_DIFFERENCE_LAYOUT,
  };

  return vac_diff_find (diff, of->b != NULL ? of->b : of->a,
                        reversed ? reversed_kinds[of->kind] : of->kind);
}

/* Whoever looks at a difference still does when others came or went; once it is gone itself, at the
 * one that has its place. */
static guint
find_position (VacCompareView *self,
               VacDiff        *before)
{
  GPtrArray *differences = vac_compare_view_get_differences (self);
  GPtrArray *earlier = before != NULL ? vac_diff_get_differences (before) : NULL;
  VacDifference *same = NULL;
  guint position;

  if (earlier != NULL && self->current < earlier->len)
    same = find_same (self->diff, g_ptr_array_index (earlier, self->current),
                      vac_diff_get_a (before) != vac_diff_get_a (self->diff));
  if (same != NULL && g_ptr_array_find (differences, same, &position))
    return position;

  return differences->len > 0 ? MIN (self->current, differences->len - 1) : 0;
}

static void
refresh (VacCompareView *self)
{
  const gboolean focused = has_focus_inside (self);
  const gboolean earlier = vac_compare_view_other_is_earlier (self);
  g_autoptr (VacDiff) before = g_steal_pointer (&self->diff);
  guint n;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->taken, vac_diff_free);
  self->diff = earlier ? vac_diff_new (self->other, self->mine)
                       : vac_diff_new (self->mine, self->other);

  n = vac_compare_view_get_differences (self)->len;
  self->current = find_position (self, before);
  self->filling = TRUE;
  vac_compare_rows_fill (self->list, self->diff);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "list" : "none");
  vac_compare_view_update_names (self);
  update_position (self);
  vac_compare_view_show_pages (self);
  select_row (self, focused);
}

static gboolean
on_refresh_cb (gpointer user_data)
{
  VacCompareView *self = user_data;

  self->refresh_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_document_changed_cb (VacDocument    *document,
                        VacNode        *node,
                        VacCompareView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (on_refresh_cb, self);
}

/* What the user does */

static void
go_to (VacCompareView *self,
       guint           position)
{
  self->current = position;
  update_position (self);
  vac_compare_view_reveal_current (self);
}

static void
on_row_selected_cb (GtkListBox     *list,
                    GtkListBoxRow  *row,
                    VacCompareView *self)
{
  const guint position = row != NULL ? (guint) gtk_list_box_row_get_index (row) : self->current;

  if (!self->filling && row != NULL && position != self->current)
    go_to (self, position);
}

static void
step (VacCompareView *self,
      int             direction)
{
  const gboolean focused = has_focus_inside (self);
  g_autofree char *sentence = NULL;

  go_to (self, (guint) ((int) self->current + direction));
  select_row (self, focused);
  if (focused)
    return;
  sentence = vac_diff_describe (self->diff, vac_compare_view_get_current (self));
  vac_announce (GTK_WIDGET (self), sentence);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  step (VAC_COMPARE_VIEW (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  step (VAC_COMPARE_VIEW (widget), -1);
}

/* The same difference, as it is read from mine to the other one. */
static VacDifference *
find_to_take (VacCompareView      *self,
              const VacDifference *shown)
{
  if (self->taken == NULL)
    self->taken = vac_diff_new (self->mine, self->other);

  return find_same (self->taken, shown, TRUE);
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacCompareView *self = VAC_COMPARE_VIEW (widget);
  VacDifference *current = vac_compare_view_get_current (self);
  VacDiff *diff = self->diff;

  if (current == NULL || vac_document_get_read_only (self->mine))
    return;
  if (vac_compare_view_other_is_earlier (self))
    {
      current = find_to_take (self, current);
      diff = self->taken;
    }
  if (current != NULL)
    vac_diff_take (diff, current);
  refresh (self);
  vac_compare_view_focus (self);
}

static void
on_node_activated_cb (VacPageView    *view,
                      VacNode        *node,
                      VacCompareView *self)
{
  guint position = VAC_DIFF_NOWHERE;

  for (guint i = 0; i < VAC_COMPARE_N_VIEWS; i++)
    if (self->outlines[i] != NULL)
      position = MIN (position, vac_diff_find_at (self->outlines[i], self->diff, node));
  if (position == VAC_DIFF_NOWHERE)
    return;

  go_to (self, position);
  select_row (self, TRUE);
}

/* The widget */

static gboolean
on_room_cb (gpointer user_data)
{
  VacCompareView *self = user_data;
  const gboolean narrow = self->narrow;
  const gboolean focused = has_focus_inside (self);

  self->room_source = 0;
  gtk_widget_set_visible (self->side_button, !narrow);
  vac_narrow_set_header (self->header, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), narrow
                                  ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->list_stack), narrow ? -1 : LIST_WIDTH,
                               narrow ? LIST_HEIGHT : -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list_stack), !self->low);
  select_row (self, focused && self->low);
  g_object_set (self->paned, "position-set", FALSE, NULL);
  vac_page_view_set_zoom (self->pages[VAC_DIFF_INLINE], self->large ? LARGE_ZOOM : 0);
  if (self->side_by_side)
    vac_compare_view_show_pages (self);

  return G_SOURCE_REMOVE;
}

static void
vac_compare_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  VacCompareView *self = VAC_COMPARE_VIEW (widget);

  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  /* As large as two panes ask for, a window could never become smaller. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 360);
  else if (self->narrow && is_list_shown (self))
    *minimum -= LIST_HEIGHT;
}

static void
vac_compare_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  VacCompareView *self = VAC_COMPARE_VIEW (widget);
  const gboolean narrow = width < VAC_NARROW_WIDTH, large = width >= LARGE_WIDTH;
  int least[2];
  gboolean low;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least[0], NULL, NULL, NULL);
  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, MAX (width, least[0]), &least[1],
                      NULL, NULL, NULL);
  gtk_widget_allocate (self->content, MAX (width, least[0]), MAX (height, least[1]), baseline,
                       NULL);
  low = narrow && height < least[1] + (is_list_shown (self) ? 0 : LIST_ROOM);
  if (narrow == self->narrow && large == self->large && low == self->low)
    return;
  self->narrow = narrow;
  self->large = large;
  self->low = low;
  /* What is shown must not change during an allocation. */
  if (self->room_source == 0)
    self->room_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_room_cb, self, NULL);
}

static void
set_side_by_side (VacCompareView *self,
                  gboolean        side_by_side)
{
  if (self->side_by_side == side_by_side)
    return;
  self->side_by_side = side_by_side;
  if (self->diff != NULL)
    vac_compare_view_show_pages (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_BY_SIDE]);
}

static void
set_swapped (VacCompareView *self,
             gboolean        swapped)
{
  const VacCompareOrder order = swapped ? VAC_COMPARE_OTHER_EARLIER : VAC_COMPARE_OTHER_LATER;

  if (self->order == order)
    return;
  self->order = order;
  if (self->diff != NULL)
    refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SWAPPED]);
}

static void
vac_compare_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VacCompareView *self = VAC_COMPARE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDE_BY_SIDE:
      g_value_set_boolean (value, self->side_by_side);
      break;
    case PROP_SWAPPED:
      g_value_set_boolean (value, vac_compare_view_other_is_earlier (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_compare_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VacCompareView *self = VAC_COMPARE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDE_BY_SIDE:
      set_side_by_side (self, g_value_get_boolean (value));
      break;
    case PROP_SWAPPED:
      set_swapped (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_compare_view_dispose (GObject *object)
{
  VacCompareView *self = VAC_COMPARE_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->room_source, g_source_remove);
  for (guint i = 0; i < VAC_COMPARE_N_VIEWS; i++)
    g_clear_pointer (&self->outlines[i], vac_outline_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->diff, vac_diff_free);
  g_clear_pointer (&self->taken, vac_diff_free);
  g_clear_object (&self->mine);
  g_clear_object (&self->other);
  g_clear_pointer (&self->mine_name, g_free);
  g_clear_pointer (&self->other_name, g_free);

  G_OBJECT_CLASS (vac_compare_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *scroller;
    const char *pages;
  } views[VAC_COMPARE_N_VIEWS] = {
    [VAC_DIFF_INLINE] = { "inline_scroller", "inline_view" },
    [VAC_DIFF_EARLIER] = { "earlier_scroller", "earlier_view" },
    [VAC_DIFF_LATER] = { "later_scroller", "later_view" },
  };

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/paper-view/vac-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, content);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, header);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, title);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, side_button);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, paned);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, earlier_label);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, later_label);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, position_label);
  gtk_widget_class_bind_template_child (widget_class, VacCompareView, take_button);
  for (guint i = 0; i < VAC_COMPARE_N_VIEWS; i++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, views[i].scroller, FALSE,
                                                 G_STRUCT_OFFSET (VacCompareView, scrollers[i]));
      gtk_widget_class_bind_template_child_full (widget_class, views[i].pages, FALSE,
                                                 G_STRUCT_OFFSET (VacCompareView, pages[i]));
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Page_Down, GDK_ALT_MASK, "compare.next" },
    { GDK_KEY_KP_Page_Down, GDK_ALT_MASK, "compare.next" },
    { GDK_KEY_Page_Up, GDK_ALT_MASK, "compare.previous" },
    { GDK_KEY_KP_Page_Up, GDK_ALT_MASK, "compare.previous" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "compare.take" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "compare.take" },
    { GDK_KEY_Escape, 0, "win.compare-close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
vac_compare_view_class_init (VacCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vac_compare_view_dispose;
  object_class->get_property = vac_compare_view_get_property;
  object_class->set_property = vac_compare_view_set_property;
  widget_class->measure = vac_compare_view_measure;
  widget_class->size_allocate = vac_compare_view_size_allocate;

  /**
   * VacCompareView:side-by-side:
   *
   * Whether both postings are shown beside each other where there is room.
   */
  properties[PROP_SIDE_BY_SIDE] = g_param_spec_boolean ("side-by-side", NULL, NULL, FALSE, flags);

  /**
   * VacCompareView:swapped:
   *
   * Whether the other posting is read as the earlier one.
   */
  properties[PROP_SWAPPED] = g_param_spec_boolean ("swapped", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VAC_TYPE_PAGE_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "compare.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "compare.take", NULL, take_action);
  gtk_widget_class_install_property_action (widget_class, "compare.side-by-side", "side-by-side");
  gtk_widget_class_install_property_action (widget_class, "compare.swapped", "swapped");
  add_keys (widget_class);
}

static void
vac_compare_view_init (VacCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (GTK_WIDGET (self->menu_button));
  vac_let_wrap (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->take_button))));

  self->order = VAC_COMPARE_OTHER_LATER;
  vac_compare_rows_set_up (self->list);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected_cb), self, 0);
  for (guint i = 0; i < VAC_COMPARE_N_VIEWS; i++)
    g_signal_connect_object (self->pages[i], "node-activated", G_CALLBACK (on_node_activated_cb),
                             self, 0);
}

/**
 * vac_compare_view_new:
 * @mine: the posting that is being edited, which takes over
 * @mine_name: what a reader calls it
 * @other: the one that it is compared with
 * @other_name: what a reader calls that
 * @order: which of them is read as the earlier one
 *
 * Returns: (transfer floating): a view, which follows what becomes of @mine
 */
GtkWidget *
vac_compare_view_new (VacDocument     *mine,
                      const char      *mine_name,
                      VacDocument     *other,
                      const char      *other_name,
                      VacCompareOrder  order)
{
  VacCompareView *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (mine) && VAC_IS_DOCUMENT (other), NULL);
  g_return_val_if_fail (mine_name != NULL && other_name != NULL, NULL);

  self = g_object_new (VAC_TYPE_COMPARE_VIEW, NULL);
  self->mine = g_object_ref (mine);
  self->other = g_object_ref (other);
  self->mine_name = g_strdup (mine_name);
  self->other_name = g_strdup (other_name);
  self->order = order;
  g_signal_connect_object (mine, "changed", G_CALLBACK (on_document_changed_cb), self, 0);
  refresh (self);

  return GTK_WIDGET (self);
}

/**
 * vac_compare_view_set_setup:
 * @self: a view
 * @setup: the sheet that both are shown on
 */
void
vac_compare_view_set_setup (VacCompareView     *self,
                            const VacPageSetup *setup)
{
  g_return_if_fail (VAC_IS_COMPARE_VIEW (self) && setup != NULL);

  for (guint i = 0; i < VAC_COMPARE_N_VIEWS; i++)
    vac_page_view_set_setup (self->pages[i], setup);
}

/**
 * vac_compare_view_get_n_differences:
 * @self: a view
 *
 * Returns: how many there are
 */
guint
vac_compare_view_get_n_differences (VacCompareView *self)
{
  g_return_val_if_fail (VAC_IS_COMPARE_VIEW (self), 0);

  return vac_compare_view_get_differences (self)->len;
}

/**
 * vac_compare_view_make_outline:
 * @self: a view
 *
 * Returns: (transfer full): what is printed and exported: both as one, and what the marks mean
 */
VacOutline *
vac_compare_view_make_outline (VacCompareView *self)
{
  VacDiffSides sides;

  g_return_val_if_fail (VAC_IS_COMPARE_VIEW (self), NULL);

  sides = vac_compare_view_get_sides (self);
  sides.earlier_name = vac_compare_view_get_name (self, TRUE);
  sides.later_name = vac_compare_view_get_name (self, FALSE);

  return vac_diff_make_outline (&sides, VAC_DIFF_INLINE);
}

/**
 * vac_compare_view_zoom:
 * @self: a view
 * @direction: see vac_page_view_zoom()
 */
void
vac_compare_view_zoom (VacCompareView *self,
                       int             direction)
{
  g_return_if_fail (VAC_IS_COMPARE_VIEW (self));

  for (guint i = 0; i < VAC_COMPARE_N_VIEWS; i++)
    vac_page_view_zoom (self->pages[i], direction);
}

/**
 * vac_compare_view_focus:
 * @self: a view
 *
 * Puts the focus on the difference that is looked at.
 */
void
vac_compare_view_focus (VacCompareView *self)
{
  g_return_if_fail (VAC_IS_COMPARE_VIEW (self));

  if (vac_compare_view_get_differences (self)->len == 0)
    gtk_widget_grab_focus (self->menu_button);
  else
    select_row (self, TRUE);
}
