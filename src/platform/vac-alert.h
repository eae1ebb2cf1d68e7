/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *vac_alert_new           (const char            *heading,
                                    const char            *body);
void       vac_alert_add_answer    (GtkWidget             *alert,
                                    const char            *id,
                                    const char            *label,
                                    AdwResponseAppearance  appearance);
void       vac_alert_set_closed    (GtkWidget             *alert,
                                    const char            *id);
void       vac_alert_set_preferred (GtkWidget             *alert,
                                    const char            *id);
void       vac_alert_set_enabled   (GtkWidget             *alert,
                                    const char            *id,
                                    gboolean               enabled);
void       vac_alert_set_child     (GtkWidget             *alert,
                                    GtkWidget             *child);
void       vac_alert_present       (GtkWidget             *alert,
                                    GtkWindow             *window);

G_END_DECLS
