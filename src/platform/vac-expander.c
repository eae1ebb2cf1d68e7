/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-expander"

#include "config.h"

#include <adwaita.h>

#include "vac-expander.h"
#include "vac-names.h"

/* Returns: (nullable): the first widget within @within that is of @type and has @css_class, if not
 * %NULL */
static GtkWidget *
find (GtkWidget  *within,
      GType       type,
      const char *css_class)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) &&
                    (css_class == NULL || gtk_widget_has_css_class (child, css_class))
                ? child
                : find (child, type, css_class);

  return found;
}

static void
name_header (AdwExpanderRow *row)
{
  GtkWidget *header = find (GTK_WIDGET (row), ADW_TYPE_ACTION_ROW, NULL);

  g_assert (header != NULL);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  vac_names_set (header, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_expander_row_get_subtitle (row), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_EXPANDED,
                               adw_expander_row_get_expanded (row), -1);
}

/* The arrow that libadwaita brings along is an SVG file, and the only one in many windows: with it,
 * each start loads the library that draws those. The icon theme has the same arrow. */
static void
take_arrow (GtkWidget *row)
{
  GtkWidget *arrow = find (row, GTK_TYPE_IMAGE, "expander-row-arrow");

  if (arrow != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (arrow), "go-up-symbolic");
}

/**
 * vac_expander_prepare:
 * @row: an #AdwExpanderRow
 *
 * Keeps a screen reader told of its title and subtitle, and whether it is open: what has the focus
 * is a row inside of it, which has no name of its own before GTK 4.12. Its arrow is the theme's.
 */
void
vac_expander_prepare (GtkWidget *row)
{
  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  take_arrow (row);
  name_header (ADW_EXPANDER_ROW (row));
  g_signal_connect (row, "notify::title", G_CALLBACK (name_header), NULL);
  g_signal_connect (row, "notify::subtitle", G_CALLBACK (name_header), NULL);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (name_header), NULL);
}

/**
 * vac_expander_hide_child:
 * @expander: a #GtkExpander with its child
 *
 * While it is closed, its child is in no window. GTK 4.18 asks it all the same whether it takes the
 * focus, and complains; a child that is hidden is not asked.
 */
void
vac_expander_hide_child (GtkExpander *expander)
{
  g_return_if_fail (GTK_IS_EXPANDER (expander) && gtk_expander_get_child (expander) != NULL);

  g_object_bind_property (expander, "expanded", gtk_expander_get_child (expander), "visible",
                          G_BINDING_SYNC_CREATE);
}
