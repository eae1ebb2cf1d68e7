/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-outline.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

GtkPrintOperation *vac_print_operation_new (VacOutline         *outline,
                                            const VacPageSetup *setup);
char              *vac_print_describe_failure (GtkPrintOperation *operation);
void               vac_print_run           (GtkWindow          *parent,
                                            VacOutline         *outline,
                                            const VacPageSetup *setup,
                                            GSettings          *settings,
                                            const char         *name,
                                            guint               page);

G_END_DECLS
