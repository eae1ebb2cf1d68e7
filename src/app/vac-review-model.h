/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-review-item.h"

G_BEGIN_DECLS

/* Shown in place of one group: all of them. */
#define VAC_REVIEW_ALL_GROUPS (-1)

void  vac_review_model_update (GListStore  *store,
                               VacDocument *document,
                               GPtrArray   *findings,
                               int          group);
guint vac_review_model_find   (GListModel  *model,
                               guint        from,
                               int          direction);

G_END_DECLS
