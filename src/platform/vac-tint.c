/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-tint"

#include "config.h"

#include "vac-newer.h"

#include "vac-tint.h"

/**
 * VacTint:
 *
 * A color of the style sheet, for a widget that draws by itself and needs more than the one that it
 * has: a child without content and without a place, whose style class says which. When the color
 * changes, as with the user's accent, the widget is drawn anew.
 */
struct _VacTint
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VacTint, vac_tint, GTK_TYPE_WIDGET)

static void
vac_tint_css_changed (GtkWidget         *widget,
                     GtkCssStyleChange *change)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (vac_tint_parent_class)->css_changed (widget, change);

  if (parent != NULL)
    gtk_widget_queue_draw (parent);
}

static void
vac_tint_class_init (VacTintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = vac_tint_css_changed;
  gtk_widget_class_set_css_name (widget_class, "vac-tint");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

/* GTK 4.18 tells a child that is not to be visible nothing of other colors. */
static void
vac_tint_init (VacTint *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * vac_tint_new:
 * @parent: what draws with it; it unparents the tint when it is disposed
 * @style: the style class that has the color
 *
 * Returns: (transfer none): a tint
 */
GtkWidget *
vac_tint_new (GtkWidget  *parent,
             const char *style)
{
  GtkWidget *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && style != NULL, NULL);

  self = g_object_new (VAC_TYPE_TINT, NULL);
  gtk_widget_add_css_class (self, style);
  gtk_widget_set_parent (self, parent);

  return self;
}

/**
 * vac_tint_get_color:
 * @widget: a tint, or a widget that draws with its own color
 *
 * Returns: the color that the style sheet gives it
 */
GdkRGBA
vac_tint_get_color (GtkWidget *widget)
{
  GdkRGBA color = { 0 };

  g_return_val_if_fail (GTK_IS_WIDGET (widget), color);

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, &color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
#endif

  return color;
}
