/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-guide-library.h"

G_BEGIN_DECLS

void vac_guide_dialog_show (GtkWidget           *widget,
                            const VacGuide      *guide,
                            GAsyncReadyCallback  callback);

G_END_DECLS
