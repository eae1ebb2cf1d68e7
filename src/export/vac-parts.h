/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacPart:
 * @VAC_PART_RESPONSIBILITIES: what the person will do
 * @VAC_PART_QUALIFICATIONS: what is required of them
 * @VAC_PART_SKILLS: what they know, required or not
 * @VAC_PART_BENEFITS: what they get
 * @VAC_PART_EDUCATION: the degrees and the experience among what is required
 *
 * Parts of a posting that job boards tell apart.
 */
typedef enum
{
  VAC_PART_RESPONSIBILITIES,
  VAC_PART_QUALIFICATIONS,
  VAC_PART_SKILLS,
  VAC_PART_BENEFITS,
  VAC_PART_EDUCATION,
} VacPart;

char   **vac_parts_collect              (VacOutline        *outline,
                                         VacPart            part);

gboolean vac_parts_contain              (VacPart            part,
                                         VacNode           *node);

G_END_DECLS
