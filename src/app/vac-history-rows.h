/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-history-summaries.h"

G_BEGIN_DECLS

GtkListItemFactory *vac_history_rows_new (VacHistorySummaries *summaries);

G_END_DECLS
