/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-clause.h"
#include "vac-document.h"
#include "vac-outline.h"

G_BEGIN_DECLS

const char *vac_suggest_find_credential  (const VacClause *clause);
gboolean    vac_suggest_takes_experience (const VacClause *clause);

/* With what candidates read of the posting. */
GPtrArray *vac_suggest_in        (VacDocument *document,
                                  VacOutline  *outline);
GPtrArray *vac_suggest_skills_in (VacDocument *document,
                                  VacOutline  *outline);

G_END_DECLS
