/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-review.h"

G_BEGIN_DECLS

/* Keys of the program's settings. */
#define VAC_SETTING_EMPLOYER_SIZE "employer-size"
#define VAC_SETTING_SPELLING      "check-spelling"
#define VAC_SETTING_SKIPS         "review-skips"

#define VAC_TYPE_REVIEW_SETTINGS (vac_review_settings_get_type ())

G_DECLARE_FINAL_TYPE (VacReviewSettings, vac_review_settings, VAC, REVIEW_SETTINGS, GObject)

const VacFindingGroup *vac_review_settings_list_optional (guint *n_groups);

VacReviewSettings *vac_review_settings_new         (GSettings         *settings);
VacReviewOptions   vac_review_settings_get_options (VacReviewSettings *self,
                                                    VacDocument       *document);
const char        *vac_review_settings_get_trouble (VacReviewSettings *self);
void               vac_review_settings_read_law    (VacReviewSettings *self);

G_END_DECLS
