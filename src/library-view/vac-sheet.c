/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sheet"

#include "config.h"

#include "vac-sheet.h"

/* The height of Letter for its width: what a higher sheet has below that is its margin. */
#define get_height(width) ((width) * 110 / 85)

/**
 * VacSheet:
 *
 * A small picture of a page, as large before it is there as afterwards. Pictures say nothing to
 * somebody who cannot see them, so it has no part in what is read out.
 */
struct _VacSheet
{
  GtkWidget   parent_instance;

  GdkTexture *picture;   /* owned, nullable */
  int         width;     /* in pixels of the interface */
};

G_DEFINE_FINAL_TYPE (VacSheet, vac_sheet, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHEET_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vac_sheet_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  const int width = VAC_SHEET (widget)->width;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : get_height (width);
}

static void
vac_sheet_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  VacSheet *self = VAC_SHEET (widget);
  const float width = gtk_widget_get_width (widget);
  float height;

  if (self->picture == NULL)
    return;
  height = width * gdk_texture_get_height (self->picture) / gdk_texture_get_width (self->picture);
  gtk_snapshot_append_texture (snapshot, self->picture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
vac_sheet_dispose (GObject *object)
{
  g_clear_object (&VAC_SHEET (object)->picture);

  G_OBJECT_CLASS (vac_sheet_parent_class)->dispose (object);
}

static void
vac_sheet_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (prop_id == PROP_SHEET_WIDTH)
    g_value_set_int (value, VAC_SHEET (object)->width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_sheet_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  if (prop_id == PROP_SHEET_WIDTH)
    vac_sheet_set_width (VAC_SHEET (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_sheet_class_init (VacSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_sheet_dispose;
  object_class->get_property = vac_sheet_get_property;
  object_class->set_property = vac_sheet_set_property;
  widget_class->measure = vac_sheet_measure;
  widget_class->snapshot = vac_sheet_snapshot;

  /**
   * VacSheet:sheet-width:
   *
   * How wide it is, in pixels of the interface.
   */
  properties[PROP_SHEET_WIDTH] =
    g_param_spec_int ("sheet-width", NULL, NULL, 1, G_MAXINT16, 1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "vac-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vac_sheet_init (VacSheet *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * vac_sheet_new:
 * @width: in pixels of the interface
 *
 * Returns: (transfer floating): a sheet with nothing on it
 */
GtkWidget *
vac_sheet_new (int width)
{
  return g_object_new (VAC_TYPE_SHEET, "sheet-width", width, NULL);
}

/**
 * vac_sheet_set_width:
 * @self: a sheet
 * @width: in pixels of the interface
 */
void
vac_sheet_set_width (VacSheet *self,
                     int       width)
{
  g_return_if_fail (VAC_IS_SHEET (self) && width > 0);

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEET_WIDTH]);
}

/**
 * vac_sheet_get_pixels:
 * @self: a sheet
 *
 * Returns: how wide its picture has to be, in pixels of the screen
 */
int
vac_sheet_get_pixels (VacSheet *self)
{
  g_return_val_if_fail (VAC_IS_SHEET (self), 1);

  return self->width * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/**
 * vac_sheet_set_picture:
 * @self: a sheet
 * @picture: (nullable): what is on it
 */
void
vac_sheet_set_picture (VacSheet   *self,
                       GdkTexture *picture)
{
  g_return_if_fail (VAC_IS_SHEET (self));

  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
