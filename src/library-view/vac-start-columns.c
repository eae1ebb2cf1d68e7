/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-start-columns"

#include "config.h"

#include "vac-editor.h"
#include "vac-start-columns.h"

/* From this width on the second child stands beside the first. */
#define WIDE 880

/* Up to this width there is no room for what only looks good. */
#define COMPACT 520

#define SIDE_WIDTH 340
#define GAP        30

/**
 * VacStartColumns:
 *
 * Two children: side by side where there is room, one below the other where there is not.
 */
struct _VacStartColumns
{
  GtkWidget parent_instance;

  gboolean  compact;    /* as said last */
  guint     source;
};

static void vac_start_columns_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VacStartColumns, vac_start_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      vac_start_columns_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* How wide the second child is; 0 where it takes no part. */
static int
get_side_width (GtkWidget *side,
                int        width)
{
  int minimum;

  if (side == NULL || !gtk_widget_get_visible (side))
    return 0;
  if (width >= 0 && width < WIDE)
    return width;
  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, SIDE_WIDTH);
}

/* How wide the first child is beside the second, or above it. */
static int
get_main_width (int side_width,
                int width)
{
  return width < 0 ? -1 : width < WIDE || side_width == 0 ? width : width - side_width - GAP;
}

static void
measure_widths (GtkWidget *first,
                GtkWidget *side,
                int       *minimum,
                int       *natural)
{
  int side_minimum;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  if (side == NULL || !gtk_widget_get_visible (side))
    return;
  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, &side_minimum, NULL, NULL, NULL);
  *minimum = MAX (*minimum, side_minimum);
  *natural = MAX (*natural + GAP + get_side_width (side, -1), WIDE);
}

static void
measure_heights (GtkWidget *first,
                 GtkWidget *side,
                 int        width,
                 int       *minimum,
                 int       *natural)
{
  const int side_width = get_side_width (side, width);
  int side_minimum, side_natural;

  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, get_main_width (side_width, width), minimum,
                      natural, NULL, NULL);
  if (side_width == 0)
    return;
  gtk_widget_measure (side, GTK_ORIENTATION_VERTICAL, side_width, &side_minimum, &side_natural,
                      NULL, NULL);
  if (width >= 0 && width < WIDE)
    {
      *minimum += GAP + side_minimum;
      *natural += GAP + side_natural;
      return;
    }
  *minimum = MAX (*minimum, side_minimum);
  *natural = MAX (*natural, side_natural);
}

static void
vac_start_columns_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *side = gtk_widget_get_next_sibling (first);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_widths (first, side, minimum, natural);
  else
    measure_heights (first, side, for_size, minimum, natural);
}

static GtkSizeRequestMode
vac_start_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
on_width_changed_cb (gpointer user_data)
{
  VacStartColumns *self = user_data;

  self->source = 0;
  self->compact = gtk_widget_get_width (GTK_WIDGET (self)) < COMPACT;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);

  return G_SOURCE_REMOVE;
}

/* What follows from it may not happen while sizes are handed out. */
static void
update_compact (VacStartColumns *self,
                int              width)
{
  if (self->source == 0 && (width < COMPACT) != self->compact)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_changed_cb, self, NULL);
}

static void
vac_start_columns_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *side = gtk_widget_get_next_sibling (first);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int side_width = get_side_width (side, width);
  const int main_width = get_main_width (side_width, width);
  int main_height;

  update_compact (VAC_START_COLUMNS (widget), width);
  if (side_width == 0 || width >= WIDE)
    {
      vac_editor_allocate (first, rtl ? width - main_width : 0, 0, main_width, height);
      if (side_width > 0)
        vac_editor_allocate (side, rtl ? 0 : width - side_width, 0, side_width, height);
      return;
    }
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, &main_height, NULL, NULL, NULL);
  vac_editor_allocate (first, 0, 0, width, main_height);
  vac_editor_allocate (side, 0, main_height + GAP, width, height - main_height - GAP);
}

static void
vac_start_columns_add_child (GtkBuildable *buildable,
                             GtkBuilder   *builder,
                             GObject      *child,
                             const char   *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
vac_start_columns_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = vac_start_columns_add_child;
}

static void
vac_start_columns_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_handle_id (&VAC_START_COLUMNS (object)->source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vac_start_columns_parent_class)->dispose (object);
}

static void
vac_start_columns_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_COMPACT)
    g_value_set_boolean (value, VAC_START_COLUMNS (object)->compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_start_columns_class_init (VacStartColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_start_columns_dispose;
  object_class->get_property = vac_start_columns_get_property;
  widget_class->measure = vac_start_columns_measure;
  widget_class->get_request_mode = vac_start_columns_get_request_mode;
  widget_class->size_allocate = vac_start_columns_size_allocate;

  /**
   * VacStartColumns:compact:
   *
   * Whether it is as narrow as a phone.
   */
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_start_columns_init (VacStartColumns *self)
{
}
