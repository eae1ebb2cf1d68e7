/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-panes"

#include "config.h"

#include <adwaita.h>

#include "vac-narrow.h"
#include "vac-panes.h"

typedef enum
{
  ROOM_FOR_FOUR,
  ROOM_FOR_THREE,
  ROOM_FOR_TWO,
  ROOM_FOR_ONE,
} Room;

/* What can be beside the form, from the start of a line to its end. */
typedef enum
{
  PANE_SIDEBAR,
  PANE_REVIEW,
  PANE_PREVIEW,
  N_PANES,
  NO_PANE = N_PANES
} Pane;

/**
 * VacPanes:
 *
 * Sidebar, form, review and preview side by side, with what fits: all four in a wide window; in a
 * narrower one either the review or the preview, whichever was asked for last; then two panes, and
 * one in a narrow window. What the user wants to see and what there is room for are kept apart, so
 * a window that is made wide again shows what it showed before. Only the sidebar and the form are
 * always there; a window may do without the others.
 *
 * The widget asks for the width of its form alone, and hides the others when it gets no more.
 */
struct _VacPanes
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *outer;            /* sidebar | inner */

  /* Borrowed: children of the paned widgets */
  GtkWidget *inner;            /* middle | preview */
  GtkWidget *middle;           /* form | review */
  GtkWidget *form;
  GtkWidget *panes[N_PANES];   /* NULL where there is none */

  gboolean   wish[N_PANES];    /* what the user wants where there is room for all */
  Pane       right;            /* of review and preview, where there is room for one of them */
  Room       room;
  gboolean   tight;            /* hardly room for one */
  Pane       beside;           /* what is shown where there is not */
  GtkWidget *last[N_PANES + 1];   /* weak: what had the focus in each pane, the form the last */
  int        widths[N_PANES];
  guint      update_source;
  gboolean   sized;          /* has been given a size */
  gboolean   placed;         /* the separators have been positioned */
};

#define TIGHT_WIDTH  480
#define MEDIUM_WIDTH 1080
#define WIDE_WIDTH   1480

#define LEAST_FORM_WIDTH 300

static void vac_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VacPanes, vac_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, vac_panes_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_REVIEW,
  PROP_SHOW_PREVIEW,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_SIDEBAR_VISIBLE,
  PROP_REVIEW_VISIBLE,
  PROP_PREVIEW_VISIBLE,
  PROP_FORM_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
has_wish (VacPanes *self,
          Pane      pane)
{
  return self->panes[pane] != NULL && self->wish[pane];
}

static gboolean
shows (VacPanes *self,
       Pane      pane)
{
  const Pane other = pane == PANE_REVIEW ? PANE_PREVIEW : PANE_REVIEW;

  if (self->room > ROOM_FOR_THREE)
    return self->beside == pane;
  if (self->room == ROOM_FOR_FOUR || pane == PANE_SIDEBAR)
    return has_wish (self, pane);

  return has_wish (self, pane) && (self->right == pane || !has_wish (self, other));
}

static gboolean
hides_form (VacPanes *self)
{
  return self->room == ROOM_FOR_ONE && self->beside != NO_PANE;
}

static void
update_visible (VacPanes *self)
{
  const gboolean middle = shows (self, PANE_REVIEW) || !hides_form (self);

  for (Pane pane = 0; pane < N_PANES; pane++)
    if (self->panes[pane] != NULL)
      gtk_widget_set_visible (self->panes[pane], shows (self, pane));
  gtk_widget_set_visible (self->form, !hides_form (self));
  gtk_widget_set_visible (self->middle, middle);
  gtk_widget_set_visible (self->inner, shows (self, PANE_PREVIEW) || middle);
}

static void
notify_shown (VacPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM_HIDDEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIGHT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
place_separators (VacPanes *self,
                  int       width)
{
  int left = width - (shows (self, PANE_SIDEBAR) ? self->widths[PANE_SIDEBAR] : 0);

  gtk_paned_set_position (GTK_PANED (self->outer), self->widths[PANE_SIDEBAR]);
  gtk_paned_set_position (GTK_PANED (self->inner),
                          MAX (left - self->widths[PANE_PREVIEW], LEAST_FORM_WIDTH));
  left -= shows (self, PANE_PREVIEW) ? self->widths[PANE_PREVIEW] : 0;
  gtk_paned_set_position (GTK_PANED (self->middle),
                          MAX (left - self->widths[PANE_REVIEW], LEAST_FORM_WIDTH));

  /* One that stays where it is would not hand on that another inside of it has moved. */
  gtk_widget_queue_allocate (self->outer);
  gtk_widget_queue_allocate (self->inner);
  gtk_widget_queue_allocate (self->middle);
}

static gboolean
on_update_cb (gpointer user_data)
{
  VacPanes *self = user_data;

  self->update_source = 0;
  update_visible (self);
  notify_shown (self);
  self->placed = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
queue_update (VacPanes *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_cb, self, NULL);
}

/* A pane that has all the room for itself is as wide as that, not as it was made. */
static void
remember_widths (VacPanes *self)
{
  if (!self->placed || self->room > ROOM_FOR_THREE)
    return;
  for (Pane pane = 0; pane < N_PANES; pane++)
    if (self->panes[pane] != NULL && gtk_widget_get_visible (self->panes[pane]) &&
        gtk_widget_get_width (self->panes[pane]) > 0)
      self->widths[pane] = gtk_widget_get_width (self->panes[pane]);
}

static void
vac_panes_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  VacPanes *self = VAC_PANES (widget);

  gtk_widget_measure (self->outer, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 360);
  *natural = MAX (*natural, *minimum);
}

static void
vac_panes_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  VacPanes *self = VAC_PANES (widget);
  const Room room = width < VAC_NARROW_WIDTH ? ROOM_FOR_ONE
                    : width < MEDIUM_WIDTH   ? ROOM_FOR_TWO
                    : width < WIDE_WIDTH || self->panes[PANE_REVIEW] == NULL ? ROOM_FOR_THREE
                                                                             : ROOM_FOR_FOUR;
  const gboolean tight = width < TIGHT_WIDTH;
  int minimum;

  if (tight != self->tight)
    {
      self->tight = tight;
      queue_update (self);
    }
  if (room != self->room || !self->sized)
    {
      /* A window for one begins with the form, one for two with the outline beside it. */
      self->room = room;
      self->beside = room == ROOM_FOR_TWO && self->wish[PANE_SIDEBAR] ? PANE_SIDEBAR : NO_PANE;

      /* Visibility may not change while sizes are handed out. */
      if (!self->sized)
        place_separators (self, width);
      queue_update (self);
      self->sized = TRUE;
      self->placed = FALSE;
    }

  /* Until the panes that do not fit are hidden, they extend beyond the edge. */
  gtk_widget_measure (self->outer, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->outer, MAX (width, minimum), height, baseline, NULL);
  if (!self->placed && self->update_source == 0)
    {
      /* A separator that is placed before its panes have their new room moves along with that. */
      self->placed = TRUE;
      place_separators (self, width);
      gtk_widget_allocate (self->outer, MAX (width, minimum), height, baseline, NULL);
    }
  if (width >= minimum)
    remember_widths (self);
}

/* From one pane to the next */

static GtkWidget *
get_pane (VacPanes *self,
          guint     i)
{
  return i == N_PANES ? self->form : self->panes[i];
}

static void
on_focus_cb (VacPanes *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL)
    return;
  for (guint i = 0; i <= N_PANES; i++)
    if (get_pane (self, i) != NULL && gtk_widget_is_ancestor (focus, get_pane (self, i)))
      g_set_weak_pointer (&self->last[i], focus);
}

static void
vac_panes_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_panes_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (on_focus_cb), widget, G_CONNECT_SWAPPED);
}

static void
vac_panes_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_cb, widget);

  GTK_WIDGET_CLASS (vac_panes_parent_class)->unroot (widget);
}

/* To where it was, or to what comes first below the header. */
static gboolean
focus_pane (VacPanes *self,
            guint     i)
{
  GtkWidget *pane = get_pane (self, i);

  if (pane == NULL || !gtk_widget_get_mapped (pane))
    return FALSE;
  if (self->last[i] != NULL && gtk_widget_get_mapped (self->last[i]) &&
      gtk_widget_grab_focus (self->last[i]))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (pane); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!ADW_IS_HEADER_BAR (child) && gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
      return TRUE;

  return FALSE;
}

/* What nobody wants to see is neither measured nor mapped before the first size is known. */
static void
begin_with_wishes (VacPanes *self)
{
  for (Pane pane = 0; pane < N_PANES; pane++)
    if (self->panes[pane] != NULL)
      gtk_widget_set_visible (self->panes[pane], self->wish[pane]);
}

static void
vac_panes_add_child (GtkBuildable *buildable,
                     GtkBuilder   *builder,
                     GObject      *child,
                     const char   *type)
{
  VacPanes *self = VAC_PANES (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    {
      self->panes[PANE_SIDEBAR] = GTK_WIDGET (child);
      gtk_paned_set_start_child (GTK_PANED (self->outer), GTK_WIDGET (child));
    }
  else if (g_strcmp0 (type, "form") == 0)
    {
      self->form = GTK_WIDGET (child);
      gtk_paned_set_start_child (GTK_PANED (self->middle), self->form);
    }
  else if (g_strcmp0 (type, "findings") == 0)
    {
      self->panes[PANE_REVIEW] = GTK_WIDGET (child);
      gtk_paned_set_end_child (GTK_PANED (self->middle), GTK_WIDGET (child));
    }
  else if (g_strcmp0 (type, "preview") == 0)
    {
      self->panes[PANE_PREVIEW] = GTK_WIDGET (child);
      gtk_paned_set_end_child (GTK_PANED (self->inner), GTK_WIDGET (child));
    }
  else
    {
      parent_buildable->add_child (buildable, builder, child, type);
    }
  begin_with_wishes (self);
}

static void
vac_panes_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = vac_panes_add_child;
}

static void
vac_panes_dispose (GObject *object)
{
  VacPanes *self = VAC_PANES (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  for (guint i = 0; i <= N_PANES; i++)
    g_clear_weak_pointer (&self->last[i]);
  g_clear_pointer (&self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_panes_parent_class)->dispose (object);
}

static void
vac_panes_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  VacPanes *self = VAC_PANES (object);

  switch (prop_id)
    {
    case PROP_SHOW_SIDEBAR:
    case PROP_SHOW_REVIEW:
    case PROP_SHOW_PREVIEW:
      g_value_set_boolean (value, self->wish[prop_id - PROP_SHOW_SIDEBAR]);
      break;
    case PROP_SIDEBAR_VISIBLE:
    case PROP_REVIEW_VISIBLE:
    case PROP_PREVIEW_VISIBLE:
      g_value_set_boolean (value, shows (self, prop_id - PROP_SIDEBAR_VISIBLE));
      break;
    case PROP_FORM_HIDDEN:
      g_value_set_boolean (value, hides_form (self));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->room == ROOM_FOR_ONE);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_wish (VacPanes *self,
          Pane      pane,
          gboolean  shown)
{
  g_assert (pane < N_PANES);

  if (self->wish[pane] == shown)
    return;
  self->wish[pane] = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR + pane]);
  if (self->sized)
    queue_update (self);
  else
    begin_with_wishes (self);
}

/* Where there is room for all panes, this is what the user wants from now on; where there is not,
 * one pane takes the place of another until there is. */
static void
set_visible_now (VacPanes *self,
                 Pane      pane,
                 gboolean  visible)
{
  g_assert (pane < N_PANES);

  if (shows (self, pane) == visible)
    return;
  queue_update (self);
  if (self->room > ROOM_FOR_THREE)
    {
      self->beside = visible ? pane : NO_PANE;
      return;
    }
  if (visible && pane != PANE_SIDEBAR)
    self->right = pane;
  set_wish (self, pane, visible);
}

static void
vac_panes_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_SIDEBAR:
    case PROP_SHOW_REVIEW:
    case PROP_SHOW_PREVIEW:
      set_wish (VAC_PANES (object), prop_id - PROP_SHOW_SIDEBAR, g_value_get_boolean (value));
      break;
    case PROP_SIDEBAR_VISIBLE:
    case PROP_REVIEW_VISIBLE:
    case PROP_PREVIEW_VISIBLE:
      set_visible_now (VAC_PANES (object), prop_id - PROP_SIDEBAR_VISIBLE,
                       g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_panes_class_init (VacPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vac_panes_dispose;
  object_class->get_property = vac_panes_get_property;
  object_class->set_property = vac_panes_set_property;
  widget_class->measure = vac_panes_measure;
  widget_class->size_allocate = vac_panes_size_allocate;
  widget_class->root = vac_panes_root;
  widget_class->unroot = vac_panes_unroot;

  /**
   * VacPanes:show-sidebar:
   *
   * Whether the user wants to see the sidebar where there is room for it.
   */
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);

  /**
   * VacPanes:show-review:
   *
   * Whether the user wants to see the review where there is room for it.
   */
  properties[PROP_SHOW_REVIEW] = g_param_spec_boolean ("show-review", NULL, NULL, FALSE, flags);

  /**
   * VacPanes:show-preview:
   *
   * Whether the user wants to see the preview where there is room for it.
   */
  properties[PROP_SHOW_PREVIEW] = g_param_spec_boolean ("show-preview", NULL, NULL, TRUE, flags);

  /**
   * VacPanes:sidebar-visible:
   *
   * Whether the sidebar is shown now.
   */
  properties[PROP_SIDEBAR_VISIBLE] = g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE,
                                                           flags);

  /**
   * VacPanes:review-visible:
   *
   * Whether the review is shown now.
   */
  properties[PROP_REVIEW_VISIBLE] = g_param_spec_boolean ("review-visible", NULL, NULL, FALSE,
                                                          flags);

  /**
   * VacPanes:preview-visible:
   *
   * Whether the preview is shown now.
   */
  properties[PROP_PREVIEW_VISIBLE] = g_param_spec_boolean ("preview-visible", NULL, NULL, TRUE,
                                                           flags);

  /**
   * VacPanes:form-hidden:
   *
   * Whether another pane has taken the form's place.
   */
  properties[PROP_FORM_HIDDEN] = g_param_spec_boolean ("form-hidden", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * VacPanes:narrow:
   *
   * Whether there is room for one pane only.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * VacPanes:tight:
   *
   * Whether there is hardly room for one pane.
   */
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "panes");
}

static GtkWidget *
create_paned (void)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);

  return paned;
}

static void
vac_panes_init (VacPanes *self)
{
  self->wish[PANE_SIDEBAR] = self->wish[PANE_PREVIEW] = TRUE;
  self->right = PANE_REVIEW;
  self->beside = NO_PANE;
  self->widths[PANE_SIDEBAR] = 260;
  self->widths[PANE_REVIEW] = 360;
  self->widths[PANE_PREVIEW] = 540;

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->outer = create_paned ();
  self->inner = create_paned ();
  self->middle = create_paned ();
  gtk_paned_set_resize_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_end_child (GTK_PANED (self->outer), self->inner);
  gtk_paned_set_start_child (GTK_PANED (self->inner), self->middle);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

/**
 * vac_panes_set_widths:
 * @self: panes
 * @sidebar: the sidebar's width, in pixels
 * @review: the review's width, in pixels
 * @preview: the preview's width, in pixels
 *
 * To be called before the panes are shown.
 */
void
vac_panes_set_widths (VacPanes *self,
                      int       sidebar,
                      int       review,
                      int       preview)
{
  g_return_if_fail (VAC_IS_PANES (self));

  self->widths[PANE_SIDEBAR] = CLAMP (sidebar, 180, 600);
  self->widths[PANE_REVIEW] = CLAMP (review, 300, 800);
  self->widths[PANE_PREVIEW] = CLAMP (preview, 300, 2000);
}

/**
 * vac_panes_get_widths:
 * @self: panes
 * @sidebar: (out): the sidebar's width when it was last shown, in pixels
 * @review: (out): the review's width when it was last shown, in pixels
 * @preview: (out): the preview's width when it was last shown, in pixels
 */
void
vac_panes_get_widths (VacPanes *self,
                      int      *sidebar,
                      int      *review,
                      int      *preview)
{
  g_return_if_fail (VAC_IS_PANES (self));

  *sidebar = self->widths[PANE_SIDEBAR];
  *review = self->widths[PANE_REVIEW];
  *preview = self->widths[PANE_PREVIEW];
}

/**
 * vac_panes_show_form:
 * @self: panes
 *
 * Brings the form back if another pane has taken its place.
 */
void
vac_panes_show_form (VacPanes *self)
{
  g_return_if_fail (VAC_IS_PANES (self));

  if (!hides_form (self))
    return;
  self->beside = NO_PANE;
  queue_update (self);
}

/**
 * vac_panes_focus_next:
 * @self: panes
 * @direction: 1 for the next pane, -1 for the one before
 *
 * Moves the focus to what is in another pane, past its header: to where it was there.
 *
 * Returns: whether there is a pane to go to
 */
gboolean
vac_panes_focus_next (VacPanes *self,
                      int       direction)
{
  static const guint order[] = { PANE_SIDEBAR, N_PANES, PANE_REVIEW, PANE_PREVIEW };
  GtkWidget *focus;
  int current = -1;

  g_return_val_if_fail (VAC_IS_PANES (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (order); i++)
    if (get_pane (self, order[i]) != NULL &&
        gtk_widget_is_ancestor (focus, get_pane (self, order[i])))
      current = (int) i;
  if (current < 0)
    current = direction > 0 ? -1 : 0;
  for (guint i = 1; i <= G_N_ELEMENTS (order); i++)
    {
      const int n = (int) G_N_ELEMENTS (order);

      if (focus_pane (self, order[((current + direction * (int) i) % n + n) % n]))
        return TRUE;
    }

  return FALSE;
}
