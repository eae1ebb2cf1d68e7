/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-guide-library.h"

G_BEGIN_DECLS

GPtrArray *vac_guide_families_new  (VacGuideLibrary *library);
guint      vac_guide_family_prefer (GPtrArray       *family,
                                    const char      *language);

G_END_DECLS
