/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean vac_shrink_are_letters_large (void);
void     vac_let_shrink               (GtkWidget    *widget);
void     vac_let_title_shrink         (AdwHeaderBar *header);
void     vac_let_header_shrink        (AdwHeaderBar *header);
void     vac_let_drop_down_shrink     (GtkDropDown  *drop_down);

G_END_DECLS
