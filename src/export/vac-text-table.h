/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VAC_TEXT_TABLE_GAP:
 *
 * How many blanks stand between two columns.
 */
#define VAC_TEXT_TABLE_GAP 2

typedef struct _VacTextTable VacTextTable;

VacTextTable *vac_text_table_new       (guint         n_columns,
                                        guint32       right);
void          vac_text_table_free      (VacTextTable *self);
void          vac_text_table_add       (VacTextTable *self,
                                        const char   *cell,
                                        guint         width);
void          vac_text_table_add_line  (VacTextTable *self,
                                        const char   *cell);
guint         vac_text_table_get_width (VacTextTable *self);
void          vac_text_table_append_to (VacTextTable *self,
                                        GString      *out,
                                        guint         width);

guint         vac_text_get_width       (const char   *text,
                                        gssize        length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacTextTable, vac_text_table_free)

G_END_DECLS
