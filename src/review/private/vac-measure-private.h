/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-measure.h"

G_BEGIN_DECLS

VacMeasure *vac_measure_new_counts (VacDocument *document);

G_END_DECLS
