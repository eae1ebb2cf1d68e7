/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-start"

#include "config.h"

#include <adwaita.h>

#include "vac-names.h"
#include "vac-start.h"
#include "vac-toasts.h"

/* What libadwaita gives GTK to read as its theme. */
#define NO_THEME "Adwaita-empty"
#define NO_THEME_PATH "/org/gtk/libgtk/theme/" NO_THEME "/gtk.css"

static gboolean prepared;

/* The settings read the theme when they are made. The variable is gone before libadwaita looks,
 * which adds no styles where somebody has chosen a theme. */
static gboolean
open_display (void)
{
  const gboolean opened = gtk_init_check ();

  if (opened)
    gtk_settings_get_default ();
  if (prepared)
    g_unsetenv ("GTK_THEME");
  prepared = FALSE;

  return opened;
}

static void
set_styles (GtkCssProvider *styles,
            gboolean        on)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (on)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (styles),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (styles));
}

static GtkCssProvider *
load_styles (const char *path)
{
  GtkCssProvider *styles = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (styles, path);

  return styles;
}

static void
on_high_contrast_cb (AdwStyleManager *manager,
                     GParamSpec      *pspec,
                     gpointer         styles)
{
  set_styles (styles, adw_style_manager_get_high_contrast (manager));
}

/* As AdwApplication would do with a base path. But for a base path GTK also adds a folder of icons,
 * and reads all icon themes again because of it; that takes another tenth of the start. The
 * program's own icons are where libadwaita's are. */
static void
add_styles (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) base = load_styles (VAC_RESOURCE_PATH "/style.css");
  g_autoptr (GtkCssProvider) high_contrast = load_styles (VAC_RESOURCE_PATH "/style-hc.css");

  set_styles (base, TRUE);
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (on_high_contrast_cb),
                         g_object_ref (high_contrast), (GClosureNotify) g_object_unref, 0);
  on_high_contrast_cb (manager, NULL, high_contrast);
}

/**
 * vac_start_prepare:
 *
 * Spares GTK the theme that it would read first, only for libadwaita to put its own in that one's
 * place: reading it takes a tenth of the whole start. To be called before there are any threads.
 */
void
vac_start_prepare (void)
{
  if (g_getenv ("GTK_THEME") != NULL ||
      !g_resources_get_info (NO_THEME_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return;

  g_setenv ("GTK_THEME", NO_THEME, TRUE);
  prepared = TRUE;
}

/**
 * vac_start_display:
 *
 * Opens the display, and makes GTK, libadwaita and the program's styles ready for it. To be called
 * once, when the program's resources are known, and before the base class of the application starts
 * up, which is to have no base path of resources.
 *
 * Returns: whether there is a display
 */
gboolean
vac_start_display (void)
{
  if (!open_display ())
    return FALSE;

  adw_init ();
  add_styles ();
  vac_names_init ();
  vac_toasts_init ();

  return TRUE;
}
