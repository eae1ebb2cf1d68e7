/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-shared-text.h"

G_BEGIN_DECLS

#define VAC_TYPE_SHARED_PAGE (vac_shared_page_get_type ())

G_DECLARE_FINAL_TYPE (VacSharedPage, vac_shared_page, VAC, SHARED_PAGE, AdwBin)

GtkWidget           *vac_shared_page_new          (void);
GtkWidget           *vac_shared_page_new_chooser  (VacDocument   *posting);
const VacSharedText *vac_shared_page_get_selected (VacSharedPage *self);
void                 vac_shared_page_reload       (VacSharedPage *self,
                                                   const char    *id);
void                 vac_shared_page_add          (VacSharedPage *self);
void                 vac_shared_page_focus        (VacSharedPage *self);

G_END_DECLS
