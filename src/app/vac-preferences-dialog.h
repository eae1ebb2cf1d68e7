/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void vac_preferences_dialog_show (GtkWindow  *parent,
                                  GSettings  *settings,
                                  const char *language);

G_END_DECLS
