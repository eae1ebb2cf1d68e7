/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-panes"

#include "config.h"

#include "vac-panes.h"

typedef enum
{
  ROOM_FOR_THREE,
  ROOM_FOR_TWO,
  ROOM_FOR_ONE,
} Room;

typedef enum
{
  BESIDE_NOTHING,
  BESIDE_SIDEBAR,
  BESIDE_PREVIEW,
} Beside;

/**
 * VacPanes:
 *
 * Sidebar, form and preview side by side, with what fits: all three in a wide window, two in a
 * narrower one, one in a narrow one. What the user wants to see and what there is room for are
 * kept apart, so a window that is made wide again shows what it showed before.
 *
 * The widget asks for the width of its form alone, and hides the others when it gets no more.
 */
struct _VacPanes
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *outer;          /* sidebar | inner */
  GtkWidget *inner;          /* form | preview */

  /* Borrowed: children of the paned widgets */
  GtkWidget *sidebar;
  GtkWidget *form;
  GtkWidget *preview;

  gboolean   show_sidebar;   /* what the user wants where there is room for all */
  gboolean   show_preview;
  Room       room;
  gboolean   tight;          /* hardly room for one */
  Beside     beside;         /* what is shown where there is not */
  int        sidebar_width;
  int        preview_width;
  guint      update_source;
  gboolean   sized;          /* has been given a size */
  gboolean   placed;         /* the separators have been positioned */
};

#define TIGHT_WIDTH  480
#define NARROW_WIDTH 720
#define MEDIUM_WIDTH 1080

static void vac_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VacPanes, vac_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, vac_panes_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_PREVIEW,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_SIDEBAR_VISIBLE,
  PROP_PREVIEW_VISIBLE,
  PROP_FORM_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
shows_sidebar (VacPanes *self)
{
  return self->room == ROOM_FOR_THREE ? self->show_sidebar : self->beside == BESIDE_SIDEBAR;
}

static gboolean
shows_preview (VacPanes *self)
{
  return self->room == ROOM_FOR_THREE ? self->show_preview : self->beside == BESIDE_PREVIEW;
}

static gboolean
hides_form (VacPanes *self)
{
  return self->room == ROOM_FOR_ONE && self->beside != BESIDE_NOTHING;
}

static void
update_visible (VacPanes *self)
{
  gtk_widget_set_visible (self->sidebar, shows_sidebar (self));
  gtk_widget_set_visible (self->preview, shows_preview (self));
  gtk_widget_set_visible (self->form, !hides_form (self));
  gtk_widget_set_visible (self->inner, shows_preview (self) || !hides_form (self));
}

static void
notify_shown (VacPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM_HIDDEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIGHT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
place_separators (VacPanes *self,
                  int       width)
{
  int sidebar = gtk_widget_get_visible (self->sidebar) ? self->sidebar_width : 0;

  gtk_paned_set_position (GTK_PANED (self->outer), self->sidebar_width);
  gtk_paned_set_position (GTK_PANED (self->inner),
                          MAX (width - sidebar - self->preview_width, 300));
}

static gboolean
on_update_cb (gpointer user_data)
{
  VacPanes *self = user_data;

  self->update_source = 0;
  update_visible (self);
  notify_shown (self);
  place_separators (self, gtk_widget_get_width (GTK_WIDGET (self)));
  self->placed = TRUE;

  return G_SOURCE_REMOVE;
}

static void
queue_update (VacPanes *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_cb, self, NULL);
}

static void
remember_widths (VacPanes *self)
{
  if (!self->placed || self->room != ROOM_FOR_THREE)
    return;
  if (gtk_widget_get_visible (self->sidebar) && gtk_widget_get_width (self->sidebar) > 0)
    self->sidebar_width = gtk_widget_get_width (self->sidebar);
  if (gtk_widget_get_visible (self->preview) && gtk_widget_get_visible (self->form) &&
      gtk_widget_get_width (self->preview) > 0)
    self->preview_width = gtk_widget_get_width (self->preview);
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
  const Room room = width < NARROW_WIDTH   ? ROOM_FOR_ONE
                    : width < MEDIUM_WIDTH ? ROOM_FOR_TWO
                                           : ROOM_FOR_THREE;
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
      self->beside = room == ROOM_FOR_TWO && self->show_sidebar ? BESIDE_SIDEBAR : BESIDE_NOTHING;

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
  if (width >= minimum)
    remember_widths (self);
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
      self->sidebar = GTK_WIDGET (child);
      gtk_paned_set_start_child (GTK_PANED (self->outer), self->sidebar);
    }
  else if (g_strcmp0 (type, "form") == 0)
    {
      self->form = GTK_WIDGET (child);
      gtk_paned_set_start_child (GTK_PANED (self->inner), self->form);
    }
  else if (g_strcmp0 (type, "preview") == 0)
    {
      self->preview = GTK_WIDGET (child);
      gtk_paned_set_end_child (GTK_PANED (self->inner), self->preview);
    }
  else
    {
      parent_buildable->add_child (buildable, builder, child, type);
    }
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
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_SHOW_PREVIEW:
      g_value_set_boolean (value, self->show_preview);
      break;
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, shows_sidebar (self));
      break;
    case PROP_PREVIEW_VISIBLE:
      g_value_set_boolean (value, shows_preview (self));
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
          guint     prop_id,
          gboolean  shown)
{
  gboolean *mine = prop_id == PROP_SHOW_SIDEBAR ? &self->show_sidebar : &self->show_preview;

  g_assert (prop_id == PROP_SHOW_SIDEBAR || prop_id == PROP_SHOW_PREVIEW);

  if (*mine == shown)
    return;
  *mine = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  if (self->sized)
    queue_update (self);
}

/* Where there is room for all panes, this is what the user wants from now on; where there is not,
 * one pane takes the place of another until there is. */
static void
set_visible_now (VacPanes *self,
                 Beside    pane,
                 gboolean  visible)
{
  g_assert (pane != BESIDE_NOTHING);

  if (self->room == ROOM_FOR_THREE)
    {
      set_wish (self, pane == BESIDE_SIDEBAR ? PROP_SHOW_SIDEBAR : PROP_SHOW_PREVIEW, visible);
      return;
    }
  if ((self->beside == pane) == visible)
    return;
  self->beside = visible ? pane : BESIDE_NOTHING;
  queue_update (self);
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
    case PROP_SHOW_PREVIEW:
      set_wish (VAC_PANES (object), prop_id, g_value_get_boolean (value));
      break;
    case PROP_SIDEBAR_VISIBLE:
      set_visible_now (VAC_PANES (object), BESIDE_SIDEBAR, g_value_get_boolean (value));
      break;
    case PROP_PREVIEW_VISIBLE:
      set_visible_now (VAC_PANES (object), BESIDE_PREVIEW, g_value_get_boolean (value));
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

  /**
   * VacPanes:show-sidebar:
   *
   * Whether the user wants to see the sidebar where there is room for it.
   */
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);

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

static void
vac_panes_init (VacPanes *self)
{
  self->show_sidebar = self->show_preview = TRUE;
  self->sidebar_width = 260;
  self->preview_width = 540;

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_end_child (GTK_PANED (self->outer), self->inner);
  gtk_paned_set_resize_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->inner), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->inner), FALSE);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

/**
 * vac_panes_set_widths:
 * @self: panes
 * @sidebar: the sidebar's width, in pixels
 * @preview: the preview's width, in pixels
 *
 * To be called before the panes are shown.
 */
void
vac_panes_set_widths (VacPanes *self,
                      int       sidebar,
                      int       preview)
{
  g_return_if_fail (VAC_IS_PANES (self));

  self->sidebar_width = CLAMP (sidebar, 180, 600);
  self->preview_width = CLAMP (preview, 300, 2000);
}

/**
 * vac_panes_get_widths:
 * @self: panes
 * @sidebar: (out): the sidebar's width when it was last shown, in pixels
 * @preview: (out): the preview's width when it was last shown, in pixels
 */
void
vac_panes_get_widths (VacPanes *self,
                      int      *sidebar,
                      int      *preview)
{
  g_return_if_fail (VAC_IS_PANES (self));

  *sidebar = self->sidebar_width;
  *preview = self->preview_width;
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
  self->beside = BESIDE_NOTHING;
  queue_update (self);
}
