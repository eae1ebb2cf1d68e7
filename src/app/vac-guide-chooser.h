/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-guide-library.h"

G_BEGIN_DECLS

/**
 * VacGuideFunc:
 * @guide: what was chosen, valid during the call
 * @parent: (nullable): the window that asked
 */
typedef void (*VacGuideFunc) (const VacGuide *guide,
                              GtkWindow      *parent,
                              gpointer        user_data);

void vac_guide_chooser_show (GtkApplication *application,
                             GtkWindow      *parent,
                             VacGuideFunc    callback,
                             gpointer        user_data);

G_END_DECLS
