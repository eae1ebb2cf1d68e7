/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_ITEM_LIST (vac_item_list_get_type ())

G_DECLARE_FINAL_TYPE (VacItemList, vac_item_list, VAC, ITEM_LIST, GtkWidget)

GtkWidget *vac_item_list_new          (VacDocument *document,
                                       VacNode     *list);
gboolean   vac_item_list_get_labelled (VacItemList *self);
void       vac_item_list_set_labelled (VacItemList *self,
                                       gboolean     labelled);
void       vac_item_list_add          (VacItemList *self);
void       vac_item_list_show_item    (VacItemList *self,
                                       VacNode     *item);

G_END_DECLS
