/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

gboolean vac_reviewed_can_set (VacNode     *part);
gboolean vac_reviewed_has     (VacDocument *document,
                               VacNode     *part);
gboolean vac_reviewed_set     (VacDocument *document,
                               VacNode     *part,
                               gboolean     reviewed);

G_END_DECLS
