/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/* The grades of a scorecard; 0 is no rating. */
#define VAC_SCORE_WORST_RATING 1
#define VAC_SCORE_BEST_RATING  4

/* What the weights of an assessment add to. */
#define VAC_SCORE_WHOLE_WEIGHT 100

guint    vac_score_get_weight (VacNode     *criterion);
guint    vac_score_add_weights (VacNode    *assessment);
gboolean vac_score_rate       (VacNode     *assessment,
                               const guint *ratings,
                               guint        n_ratings,
                               guint       *hundredths);
guint    vac_score_get_rating (VacNode     *criterion);
gboolean vac_score_sum        (VacNode     *assessment,
                               guint       *hundredths);

G_END_DECLS
