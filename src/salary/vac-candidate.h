/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-comparison.h"

G_BEGIN_DECLS

gboolean vac_candidate_read (VacComparison  *comparison,
                             const char     *text,
                             VacMoney       *amount,
                             GError        **error);

G_END_DECLS
