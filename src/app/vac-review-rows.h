/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-review-item.h"

G_BEGIN_DECLS

GtkListItemFactory *vac_review_rows_new (void);

G_END_DECLS
