/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-draft-dialog.h"
#include "vac-export.h"
#include "vac-recent-list.h"
#include "vac-recovery.h"
#include "vac-start-page.h"

G_BEGIN_DECLS

#define VAC_TYPE_WINDOW (vac_window_get_type ())

G_DECLARE_FINAL_TYPE (VacWindow, vac_window, VAC, WINDOW, AdwApplicationWindow)

GtkWidget *vac_window_new         (AdwApplication   *application,
                                   GSettings        *settings,
                                   const VacFormats *formats,
                                   VacRecentList    *recent,
                                   VacStore         *store);
VacStore  *vac_window_get_store   (VacWindow      *self);
void       vac_window_set_store   (VacWindow      *self,
                                   VacStore       *store);
void       vac_window_set_recovery (VacWindow     *self,
                                   VacRecovery    *recovery);
const char *vac_window_get_place  (VacWindow      *self,
                                   double         *scroll);
void       vac_window_set_place   (VacWindow      *self,
                                   const char     *place,
                                   double          scroll);
VacRecovery *vac_window_get_recovery (VacWindow   *self);
void       vac_window_show_error  (VacWindow      *self,
                                   GFile          *file,
                                   const GError   *error);
GFile     *vac_window_get_failed_file (VacWindow  *self);
VacStartPage *vac_window_show_start (VacWindow    *self,
                                   GListStore     *recovered);
gboolean   vac_window_shows_start (VacWindow      *self);
gboolean   vac_window_is_pristine (VacWindow      *self);
gboolean   vac_window_show_node   (VacWindow      *self,
                                   VacNode        *node);
VacDraftDialog *vac_window_import_file (VacWindow *self,
                                   GFile          *file);
void       vac_window_add_toast   (VacWindow      *self,
                                   AdwToast       *toast);
void       vac_window_compare     (VacWindow      *self,
                                   VacDocument    *other,
                                   const char     *title);

G_END_DECLS
