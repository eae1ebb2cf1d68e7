/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"
#include "vac-text-area.h"

G_BEGIN_DECLS

#define VAC_TYPE_ITEM_ROW (vac_item_row_get_type ())

G_DECLARE_FINAL_TYPE (VacItemRow, vac_item_row, VAC, ITEM_ROW, AdwPreferencesRow)

GtkWidget   *vac_item_row_new           (VacDocument *document,
                                         VacNode     *item);
VacNode     *vac_item_row_get_item      (VacItemRow  *self);
VacNode     *vac_item_row_get_text_leaf (VacItemRow  *self);
VacTextArea *vac_item_row_get_area      (VacItemRow  *self);
guint        vac_item_row_get_position  (VacItemRow  *self);
void         vac_item_row_set_position  (VacItemRow  *self,
                                         guint        position,
                                         guint        n_items);
void         vac_item_row_update_names  (VacItemRow  *self);
void         vac_item_row_set_labelled  (VacItemRow  *self,
                                         gboolean     labelled);
void         vac_item_row_focus         (VacItemRow  *self,
                                         int          offset);
void         vac_item_row_focus_first   (VacItemRow  *self);
gboolean     vac_item_row_toggle_include (VacItemRow *self);
gboolean     vac_item_row_is_label      (VacItemRow  *self,
                                         GtkWidget   *widget);

VacNode     *vac_item_get_label         (VacNode     *item);
VacNode     *vac_item_get_text          (VacNode     *item);
gboolean     vac_item_has_label         (VacNode     *item);
gboolean     vac_item_has_listen_for    (VacNode     *item);
gboolean     vac_item_is_included       (VacNode     *item);
VacNode     *vac_item_new               (VacNode     *list,
                                         const char  *text);

G_END_DECLS
