/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-guide-library.h"
#include "vac-window.h"

G_BEGIN_DECLS

#define VAC_TYPE_APPLICATION (vac_application_get_type ())

G_DECLARE_FINAL_TYPE (VacApplication, vac_application, VAC, APPLICATION, AdwApplication)

VacApplication *vac_application_new       (void);
void            vac_application_new_from_guide (VacApplication *self,
                                           GtkWindow      *parent,
                                           const VacGuide *guide);
gboolean        vac_application_keep      (VacApplication *self);

G_END_DECLS
