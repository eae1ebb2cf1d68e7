/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-about"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-about.h"
#include "vac-dialogs.h"

static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL ? value : "-";
}

/* What whoever looks into a report has to know, and nothing of the user's. */
static char *
make_debug_information (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  return g_strdup_printf (
      "Vacancy " VAC_VERSION "\n"
      "GTK %u.%u.%u (compiled with %d.%d.%d)\n"
      "libadwaita %u.%u.%u\n"
      "GLib %u.%u.%u\n"
      "Pango %s, cairo %s\n"
      "PDF import: %s, spelling: %s\n"
      "Display: %s, renderer: %s\n"
      "Desktop: %s, sandbox: %s\n"
      "Language: %s\n",
      gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
      GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION,
      adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
      glib_major_version, glib_minor_version, glib_micro_version,
      pango_version_string (), cairo_version_string (),
      VAC_HAS_POPPLER ? "yes" : "no", VAC_HAS_ENCHANT ? "yes" : "no",
      G_OBJECT_TYPE_NAME (display), get_variable ("GSK_RENDERER"),
      get_variable ("XDG_CURRENT_DESKTOP"),
      g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "Flatpak" : "none",
      g_get_language_names ()[0]);
}

/**
 * vac_show_about:
 * @parent: the window that asked
 */
void
vac_show_about (GtkWindow *parent)
{
  g_autofree char *information = make_debug_information ();

  vac_dialogs_show_about (parent,
                          "application-name", _("Vacancy"),
                          "application-icon", VAC_APPLICATION_ID,
                          "developer-name", _("The Vacancy contributors"),
                          "version", VAC_VERSION,
                          "comments", _("Job postings from a hiring guide: written, compared, "
                                        "printed and exported offline."),
                          "website", VAC_HOMEPAGE,
                          "issue-url", VAC_BUGTRACKER,
                          "debug-info", information,
                          "debug-info-filename", "vacancy-debugging-information.txt",
                          "license-type", GTK_LICENSE_GPL_3_0,
                          "translator-credits", _("translator-credits"),
                          NULL);
}
