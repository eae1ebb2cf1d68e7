/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-measure.h"

G_BEGIN_DECLS

void vac_coded_words_count (const char *text,
                            VacMeasure *measure);

G_END_DECLS
