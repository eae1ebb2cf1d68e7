/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-review-item.h"

G_BEGIN_DECLS

#define VAC_TYPE_REVIEW_CARD (vac_review_card_get_type ())

G_DECLARE_FINAL_TYPE (VacReviewCard, vac_review_card, VAC, REVIEW_CARD, GtkBox)

void vac_review_card_set_item    (VacReviewCard *self,
                                  VacReviewItem *item);
void vac_review_card_set_ignored (VacReviewCard *self,
                                  gboolean       ignored);

G_END_DECLS
