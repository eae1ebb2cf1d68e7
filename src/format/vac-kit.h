/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacKitPart:
 * @VAC_KIT_SHEET: what one interviewer takes along: questions, room for notes, scorecards
 * @VAC_KIT_PANEL: what the panel fills in together afterwards
 * @VAC_KIT_WHOLE: one after the other
 */
typedef enum
{
  VAC_KIT_SHEET,
  VAC_KIT_PANEL,
  VAC_KIT_WHOLE,
} VacKitPart;

/* The grades of a scorecard; 0 is no rating. */
#define VAC_KIT_WORST_RATING 1
#define VAC_KIT_BEST_RATING  4

VacOutline *vac_kit_new   (VacDocument *document,
                           VacKitPart   part);
gboolean    vac_kit_score (VacNode     *assessment,
                           const guint *ratings,
                           guint        n_ratings,
                           guint       *hundredths);

G_END_DECLS
