/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_STATE_BARS (vac_state_bars_get_type ())

G_DECLARE_FINAL_TYPE (VacStateBars, vac_state_bars, VAC, STATE_BARS, GtkBox)

gboolean vac_state_bars_add        (VacStateBars *self,
                                    const char   *id,
                                    const char   *text,
                                    const char   *action,
                                    const char   *label);
void     vac_state_bars_add_action (VacStateBars *self,
                                    const char   *id,
                                    const char   *action,
                                    const char   *label);
void     vac_state_bars_remove     (VacStateBars *self,
                                    const char   *id);

G_END_DECLS
