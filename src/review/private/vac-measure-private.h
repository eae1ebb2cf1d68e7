/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-heading.h"
#include "vac-measure.h"

G_BEGIN_DECLS

VacMeasure *vac_measure_new_counts   (VacDocument *document);
VacHeading  vac_measure_tell_section (const char  *language,
                                      VacNode     *section);

G_END_DECLS
