/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_SHEET (vac_sheet_get_type ())

G_DECLARE_FINAL_TYPE (VacSheet, vac_sheet, VAC, SHEET, GtkWidget)

GtkWidget *vac_sheet_new         (int         width);
void       vac_sheet_set_width   (VacSheet   *self,
                                  int         width);
int        vac_sheet_get_pixels  (VacSheet   *self);
void       vac_sheet_set_picture (VacSheet   *self,
                                  GdkTexture *picture);

G_END_DECLS
