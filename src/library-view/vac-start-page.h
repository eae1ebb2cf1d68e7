/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-recent-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_START_PAGE (vac_start_page_get_type ())

G_DECLARE_FINAL_TYPE (VacStartPage, vac_start_page, VAC, START_PAGE, GtkBox)

GtkWidget *vac_start_page_new       (VacRecentList *recent,
                                     GListStore    *recovered,
                                     GtkWidget     *menu_button,
                                     const char    *language);
gboolean   vac_start_page_is_needed (VacStartPage  *self);

G_END_DECLS
