/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  vac_names_init           (void);
void  vac_names_set            (GtkWidget  *widget,
                                const char *name);
void  vac_names_set_help       (GtkWidget  *row,
                                const char *help);
void  vac_names_set_value      (GtkWidget  *row,
                                const char *value);
char *vac_names_strip_mnemonic (const char *label);

G_END_DECLS
