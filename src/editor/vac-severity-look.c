/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-severity-look"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-severity-look.h"

/* How bad a finding is, as an icon and as a word. */

static const struct
{
  const char *icon;
  const char *css_class;
  const char *label;
} looks[] = {
  [VAC_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_("Error") },
  [VAC_SEVERITY_LEGAL] = { "security-medium-symbolic", "warning", N_("Legal Rule") },
  [VAC_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_("Warning") },
  [VAC_SEVERITY_HINT] = { "dialog-information-symbolic", "accent", N_("Hint") },
};

/**
 * vac_severity_get_label:
 * @severity: how bad a finding is
 *
 * Returns: a word for it, translated
 */
const char *
vac_severity_get_label (VacSeverity severity)
{
  g_return_val_if_fail (severity < VAC_N_SEVERITIES, NULL);

  return _ (looks[severity].label);
}

/**
 * vac_severity_show:
 * @severity: how bad a finding is
 * @icon: shows it from now on, instead of another severity
 */
void
vac_severity_show (VacSeverity  severity,
                   GtkImage    *icon)
{
  g_return_if_fail (severity < VAC_N_SEVERITIES);
  g_return_if_fail (GTK_IS_IMAGE (icon));

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (icon), looks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (icon), looks[severity].css_class);
  gtk_image_set_from_icon_name (icon, looks[severity].icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (icon), _ (looks[severity].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (looks[severity].label), -1);
}
