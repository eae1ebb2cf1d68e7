/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-shared-library.h"

G_BEGIN_DECLS

#define VAC_TYPE_SHARED_LIST (vac_shared_list_get_type ())

G_DECLARE_FINAL_TYPE (VacSharedList, vac_shared_list, VAC, SHARED_LIST, GtkBox)

GtkWidget           *vac_shared_list_new          (GMenuModel       *menu);
void                 vac_shared_list_set_posting  (VacSharedList    *self,
                                                   VacDocument      *posting);
void                 vac_shared_list_show         (VacSharedList    *self,
                                                   VacSharedLibrary *library);
const VacSharedText *vac_shared_list_get_selected (VacSharedList    *self);
void                 vac_shared_list_select       (VacSharedList    *self,
                                                   const char       *id);
void                 vac_shared_list_focus        (VacSharedList    *self);

G_END_DECLS
