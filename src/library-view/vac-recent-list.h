/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_RECENT_LIST (vac_recent_list_get_type ())

G_DECLARE_FINAL_TYPE (VacRecentList, vac_recent_list, VAC, RECENT_LIST, GObject)

VacRecentList *vac_recent_list_new          (void);
void           vac_recent_list_remember     (VacRecentList *self,
                                             GFile         *file);
void           vac_recent_list_fill_menu    (VacRecentList *self,
                                             GMenu         *menu,
                                             const char    *action);
GPtrArray     *vac_recent_list_list_files   (VacRecentList *self);
GPtrArray     *vac_recent_list_list_folders (VacRecentList *self);

G_END_DECLS
