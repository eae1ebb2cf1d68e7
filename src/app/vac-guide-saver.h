/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"
#include "vac-document.h"

G_BEGIN_DECLS

void vac_guide_saver_show (GtkWindow     *parent,
                           VacDocument   *document,
                           VacCloseGuard *guard);

G_END_DECLS
