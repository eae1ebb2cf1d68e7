/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"
#include "vac-shared-names.h"

G_BEGIN_DECLS

#define VAC_TYPE_SHARED_LINE (vac_shared_line_get_type ())

G_DECLARE_FINAL_TYPE (VacSharedLine, vac_shared_line, VAC, SHARED_LINE, GtkWidget)

GtkWidget *vac_shared_line_new (VacDocument    *document,
                                VacNode        *section,
                                VacSharedNames *names);

G_END_DECLS
