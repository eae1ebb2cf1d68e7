/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/* The parts of a posting that are made of the job's own facts, for the outline of the whole. */

void vac_outline_add_job_head       (VacOutline  *self,
                                     VacDocument *document);
void vac_outline_add_place_benefits (VacOutline  *self,
                                     VacDocument *document,
                                     guint        level);
void vac_outline_add_job_end        (VacOutline  *self,
                                     VacDocument *document);

G_END_DECLS
