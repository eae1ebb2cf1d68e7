/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

char      *vac_job_posting_to_json   (VacDocument *document,
                                      VacOutline  *outline);
GPtrArray *vac_job_posting_preflight (VacDocument *document);

G_END_DECLS
