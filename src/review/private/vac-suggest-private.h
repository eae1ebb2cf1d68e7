/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-clause.h"

G_BEGIN_DECLS

const char *vac_suggest_find_credential  (const VacClause *clause);
gboolean    vac_suggest_takes_experience (const VacClause *clause);

G_END_DECLS
