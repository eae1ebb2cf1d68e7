/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

const char *vac_status_get      (VacDocument *document);
gboolean    vac_status_set      (VacDocument *document,
                                 const char  *id);
const char *vac_status_describe (const char  *id);

G_END_DECLS
