/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/**
 * VacAudience:
 * @VAC_AUDIENCE_CANDIDATE: what a candidate may read
 * @VAC_AUDIENCE_TEAM: everything, for the hiring team
 */
typedef enum
{
  VAC_AUDIENCE_CANDIDATE,
  VAC_AUDIENCE_TEAM,
} VacAudience;

gboolean vac_section_is_for_candidates (VacNode *section);

G_END_DECLS
