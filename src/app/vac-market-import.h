/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"
#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacMarketImported:
 * @parent: the window that asked
 * @n: how many places were changed or added, in one step to undo
 */
typedef void (*VacMarketImported) (GtkWindow *parent,
                                   guint      n);

void vac_market_import (GtkWindow         *parent,
                        VacCloseGuard     *guard,
                        VacDocument       *document,
                        VacMarketImported  imported);

G_END_DECLS
