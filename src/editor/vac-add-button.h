/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

GtkWidget *vac_add_button_new (VacDocument *document,
                               const char  *label);

G_END_DECLS
