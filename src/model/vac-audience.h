/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

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

VacAudience vac_audience_of_section (VacNode     *section);
gboolean    vac_audience_skim_item  (const VacField *field,
                                     const char     *text,
                                     gsize           length,
                                     gpointer        user_data);
gboolean    vac_audience_may_see    (VacAudience  audience,
                                     VacRole      role);
gboolean    vac_audience_sees       (VacAudience  audience,
                                     VacDocument *document,
                                     VacNode     *node);
gboolean    vac_audience_sees_part  (VacAudience  audience,
                                     VacDocument *document,
                                     VacNode     *node);

G_END_DECLS
