/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VacWorkbook VacWorkbook;

VacWorkbook *vac_workbook_open            (GBytes       *bytes,
                                           GError      **error);
void         vac_workbook_free            (VacWorkbook  *self);
guint        vac_workbook_get_n_sheets    (VacWorkbook  *self);
const char  *vac_workbook_get_sheet_name  (VacWorkbook  *self,
                                           guint         sheet);
gboolean     vac_workbook_is_sheet_hidden (VacWorkbook  *self,
                                           guint         sheet);
char        *vac_workbook_read_sheet      (VacWorkbook  *self,
                                           guint         sheet,
                                           guint         most_rows,
                                           gsize        *length,
                                           GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacWorkbook, vac_workbook_free)

G_END_DECLS
