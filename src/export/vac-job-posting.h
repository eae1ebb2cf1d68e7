/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

char *vac_job_posting_to_json (VacDocument *document,
                               VacOutline  *outline);

G_END_DECLS
