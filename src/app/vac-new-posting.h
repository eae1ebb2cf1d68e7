/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-guide-library.h"

G_BEGIN_DECLS

/* The key of the program's settings. */
#define VAC_SETTING_NEW_POSTING "new-posting"

VacDocument *vac_new_posting_load       (GSettings      *settings);
void         vac_new_posting_store      (GSettings      *settings,
                                         VacDocument    *defaults);
GPtrArray   *vac_new_posting_list       (VacDocument    *defaults);
void         vac_new_posting_take       (VacDocument    *defaults,
                                         VacDocument    *posting,
                                         VacRole         part);
char        *vac_new_posting_dup_value  (GSettings      *settings,
                                         VacRole         role);
VacDocument *vac_new_posting_from_guide (GSettings      *settings,
                                         const VacGuide *guide,
                                         GError        **error);

G_END_DECLS
