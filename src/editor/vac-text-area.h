/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_TEXT_AREA (vac_text_area_get_type ())

G_DECLARE_FINAL_TYPE (VacTextArea, vac_text_area, VAC, TEXT_AREA, GtkTextView)

GtkWidget *vac_text_area_new             (void);
char      *vac_text_area_get_text        (VacTextArea *self);
void       vac_text_area_set_name        (VacTextArea *self,
                                          const char  *name);
void       vac_text_area_set_single_line (VacTextArea *self,
                                          gboolean     single_line);
void       vac_text_area_set_placeholder (VacTextArea *self,
                                          const char  *text);
void       vac_text_area_insert          (VacTextArea *self,
                                          const char  *text);
gboolean   vac_text_area_is_composing    (VacTextArea *self);
gboolean   vac_text_area_is_on_first_line (VacTextArea *self);
gboolean   vac_text_area_is_on_last_line (VacTextArea *self);

void       vac_text_area_set_marked       (VacTextArea *self);

G_END_DECLS
