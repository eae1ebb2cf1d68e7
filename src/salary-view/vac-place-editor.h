/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

GtkWidget *vac_place_editor_new (VacDocument *document,
                                 VacNode     *place);
GtkWidget *vac_use_range_new    (VacDocument *document,
                                 VacNode     *place);

G_END_DECLS
