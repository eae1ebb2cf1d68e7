/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-about"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-about.h"

/**
 * vac_show_about:
 * @parent: the window that asked
 */
void
vac_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Vacancy"),
                         "application-icon", VAC_APPLICATION_ID,
                         "developer-name", _("The Vacancy contributors"),
                         "version", VAC_VERSION,
                         "comments", _("Job postings from a hiring guide: written, compared, "
                                       "printed and exported offline."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}
