/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-first-pages.h"
#include "vac-guide-card.h"

G_BEGIN_DECLS

#define VAC_TYPE_GUIDE_SHELF (vac_guide_shelf_get_type ())

G_DECLARE_FINAL_TYPE (VacGuideShelf, vac_guide_shelf, VAC, GUIDE_SHELF, GtkBox)

void     vac_guide_shelf_stop        (VacGuideShelf   *self);
void     vac_guide_shelf_set_up      (VacGuideShelf   *self,
                                      VacFirstPages   *pages,
                                      AdwToastOverlay *toasts,
                                      const char      *language);
guint    vac_guide_shelf_filter      (VacGuideShelf   *self,
                                      const char      *typed);
gboolean vac_guide_shelf_start_first (VacGuideShelf   *self);
void     vac_guide_shelf_focus_first (VacGuideShelf   *self);

/* vac-guide-shelf-actions.c */
void     vac_guide_shelf_do          (GtkWidget       *shelf,
                                      AdwToastOverlay *toasts,
                                      const VacGuide  *guide,
                                      VacGuideCommand  command);

G_END_DECLS
