/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-export.h"

G_BEGIN_DECLS

#define VAC_TYPE_FORMAT_ROWS (vac_format_rows_get_type ())

G_DECLARE_FINAL_TYPE (VacFormatRows, vac_format_rows, VAC, FORMAT_ROWS, AdwPreferencesGroup)

GtkWidget *vac_format_rows_new         (const VacFormats *formats,
                                        GSettings        *settings);
void       vac_format_rows_set_subject (VacFormatRows    *self,
                                        const VacSubject *subject);
GPtrArray *vac_format_rows_list_chosen (VacFormatRows    *self);
guint      vac_format_rows_get_columns (VacFormatRows    *self);
void       vac_format_rows_remember    (VacFormatRows    *self);

G_END_DECLS
