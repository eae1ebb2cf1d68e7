/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-narrow"

#include "config.h"

#include <adwaita.h>

#include "vac-names.h"
#include "vac-narrow.h"

/* Header bars no wider than a phone's. */

/* There is room for one of the window's buttons. */
static const char *
get_layout (GtkWidget *header)
{
  g_autofree char *usual = NULL;

  g_object_get (gtk_widget_get_settings (header), "gtk-decoration-layout", &usual, NULL);

  return usual != NULL && g_regex_match_simple ("close.*:", usual, 0, 0) ? "close:" : ":close";
}

/**
 * vac_narrow_set_header:
 * @header: a header bar
 * @narrow: whether it is as narrow as a phone's
 *
 * Moves its buttons closer together where there is little room, and leaves one of the window's.
 */
void
vac_narrow_set_header (GtkWidget *header,
                       gboolean   narrow)
{
  g_return_if_fail (ADW_IS_HEADER_BAR (header));

  if (narrow)
    gtk_widget_add_css_class (header, "vac-narrow");
  else
    gtk_widget_remove_css_class (header, "vac-narrow");
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (header),
                                        narrow ? get_layout (header) : NULL);
}

/**
 * vac_narrow_set_button:
 * @button: in a header bar
 * @narrow: whether that is as narrow as a phone's
 * @label: the button's label where there is room
 * @icon_name: the icon in its place where there is not
 *
 * In some languages a word is wider than the room on a phone. The button is called like its
 * tooltip, or like its label if it has none.
 */
void
vac_narrow_set_button (GtkWidget  *button,
                       gboolean    narrow,
                       const char *label,
                       const char *icon_name)
{
  g_autofree char *stripped = NULL;
  const char *tooltip;

  g_return_if_fail (GTK_IS_BUTTON (button));

  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
  stripped = vac_names_strip_mnemonic (label);
  tooltip = gtk_widget_get_tooltip_text (button);
  /* GTK has given it another name with the label. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip != NULL ? tooltip : stripped, -1);
}

/**
 * vac_narrow_show_window_buttons:
 * @header: a header bar
 * @shown: whether the window's buttons at the end are in it
 */
void
vac_narrow_show_window_buttons (GtkWidget *header,
                                gboolean   shown)
{
  AdwHeaderBar *bar = ADW_HEADER_BAR (header);
  g_autofree char *layout = NULL;

  g_return_if_fail (ADW_IS_HEADER_BAR (header));

  layout = g_strdup (adw_header_bar_get_decoration_layout (bar));
  adw_header_bar_set_show_end_title_buttons (bar, shown);
  /* libadwaita 1.7 tells the layout to buttons that are there, once, and not to those it adds. */
  adw_header_bar_set_decoration_layout (bar, NULL);
  adw_header_bar_set_decoration_layout (bar, layout);
}

/**
 * vac_narrow_is_window:
 * @window: a window
 * @width: in pixels
 *
 * Returns: whether it is narrower than @width; %FALSE before it has a size
 */
gboolean
vac_narrow_is_window (GtkWindow *window,
                      int        width)
{
  int current;

  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  g_object_get (window, "default-width", &current, NULL);

  return current > 0 && current < width && !gtk_window_is_maximized (window) &&
         !gtk_window_is_fullscreen (window);
}

static void
on_window_size_cb (GtkWindow  *window,
                   GParamSpec *pspec,
                   GtkWidget  *header)
{
  vac_narrow_set_header (header, vac_narrow_is_window (window, VAC_NARROW_WIDTH));
}

/**
 * vac_narrow_watch_window:
 * @header: as wide as @window
 * @window: the window that it is in
 *
 * Has @header be narrow while its window is.
 */
void
vac_narrow_watch_window (GtkWidget *header,
                         GtkWindow *window)
{
  static const char *const signals[] = {
    "notify::default-width", "notify::maximized", "notify::fullscreened",
  };

  g_return_if_fail (ADW_IS_HEADER_BAR (header) && GTK_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (window, signals[i], G_CALLBACK (on_window_size_cb), header, 0);
  on_window_size_cb (window, NULL, header);
}
