/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-panes"

#include "config.h"

#include "vac-panes.h"

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

  gboolean   show_sidebar;   /* what the user wants */
  gboolean   show_preview;
  gboolean   narrow;         /* room for one */
  gboolean   medium;         /* room for two */
  int        sidebar_width;
  int        preview_width;
  guint      update_source;
  gboolean   sized;          /* has been given a size */
  gboolean   placed;         /* the separators stand where they should */
};

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
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* With room for two the form stands beside whichever was asked for last; with room for one, what
 * was asked for stands alone. */
static void
update_visible (VacPanes *self)
{
  const gboolean crowded = self->medium || self->narrow;
  const gboolean preview = self->show_preview;
  const gboolean sidebar = self->show_sidebar && !(crowded && preview);

  gtk_widget_set_visible (self->sidebar, sidebar);
  gtk_widget_set_visible (self->preview, preview);
  gtk_widget_set_visible (self->form, !(self->narrow && (preview || sidebar)));
  gtk_widget_set_visible (self->inner, preview || gtk_widget_get_visible (self->form));
  gtk_widget_set_hexpand (self->sidebar, self->narrow && sidebar);
}

static void
place_separators (VacPanes *self,
                  int       width)
{
  int sidebar = gtk_widget_get_visible (self->sidebar) ? self->sidebar_width : 0;

  gtk_paned_set_position (GTK_PANED (self->outer), self->sidebar_width);
  gtk_paned_set_position (GTK_PANED (self->inner), MAX (width - sidebar - self->preview_width, 300));
}

static gboolean
on_update_cb (gpointer user_data)
{
  VacPanes *self = user_data;

  self->update_source = 0;
  update_visible (self);
  place_separators (self, gtk_widget_get_width (GTK_WIDGET (self)));
  self->placed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);

  return G_SOURCE_REMOVE;
}

static void
remember_widths (VacPanes *self)
{
  if (!self->placed || self->medium || self->narrow)
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
  const gboolean narrow = width < NARROW_WIDTH;
  const gboolean medium = !narrow && width < MEDIUM_WIDTH;
  int minimum;

  if (narrow != self->narrow || medium != self->medium || !self->sized)
    {
      self->narrow = narrow;
      self->medium = medium;

      /* A narrow window begins with the form. */
      if (narrow && self->sized)
        g_object_set (self, "show-sidebar", FALSE, "show-preview", FALSE, NULL);
      else if (medium && self->sized && self->show_preview && self->show_sidebar)
        g_object_set (self, "show-preview", FALSE, NULL);

      /* Visibility may not change while sizes are handed out. */
      if (!self->sized)
        place_separators (self, width);
      if (self->update_source == 0)
        self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_cb, self, NULL);
      self->sized = TRUE;
      self->placed = FALSE;
    }

  /* Until the panes that do not fit are hidden, they reach over the edge. */
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
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_shown (VacPanes *self,
           guint     prop_id,
           gboolean  shown)
{
  gboolean *mine = prop_id == PROP_SHOW_SIDEBAR ? &self->show_sidebar : &self->show_preview;

  if (*mine == shown)
    return;
  *mine = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);

  /* Where there is no room for both, the one asked for takes the other's place. */
  if (shown && (self->medium || self->narrow))
    set_shown (self, prop_id == PROP_SHOW_SIDEBAR ? PROP_SHOW_PREVIEW : PROP_SHOW_SIDEBAR, FALSE);
  if (self->sized && self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_cb, self, NULL);
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
      set_shown (VAC_PANES (object), prop_id, g_value_get_boolean (value));
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
   * Whether the user wants to see the sidebar.
   */
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);

  /**
   * VacPanes:show-preview:
   *
   * Whether the user wants to see the preview.
   */
  properties[PROP_SHOW_PREVIEW] = g_param_spec_boolean ("show-preview", NULL, NULL, TRUE, flags);

  /**
   * VacPanes:narrow:
   *
   * Whether there is room for one pane only.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
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
