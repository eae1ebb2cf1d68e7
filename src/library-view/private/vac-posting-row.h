/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAC_TYPE_POSTING_ROW (vac_posting_row_get_type ())

G_DECLARE_FINAL_TYPE (VacPostingRow, vac_posting_row, VAC, POSTING_ROW, AdwActionRow)

GtkWidget *vac_posting_row_new         (GObject       *posting);
GObject   *vac_posting_row_get_posting (VacPostingRow *self);
void       vac_posting_row_describe    (VacPostingRow *self,
                                        const char    *title,
                                        const char    *detail);
int        vac_posting_row_get_pixels  (VacPostingRow *self);
void       vac_posting_row_set_picture (VacPostingRow *self,
                                        GdkTexture    *picture);
gboolean   vac_posting_row_matches     (VacPostingRow *self,
                                        const char    *typed);

G_END_DECLS
