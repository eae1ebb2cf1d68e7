/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-document.h"

G_BEGIN_DECLS

char  *vac_original_make_reference (GFile        *original);
void   vac_original_remember       (const char   *reference,
                                    GFile        *original);
void   vac_original_remember_later (const char   *reference,
                                    GFile        *original);
GFile *vac_original_find           (const char   *reference);
GFile *vac_original_find_beside    (const char   *reference,
                                    GFile        *folder);
GFile *vac_original_mend           (VacDocument **document,
                                    GFile        *file);

G_END_DECLS
