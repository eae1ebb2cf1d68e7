/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"
#include "vac-paper.h"

G_BEGIN_DECLS

#define VAC_TYPE_FIT_POPOVER (vac_fit_popover_get_type ())

G_DECLARE_FINAL_TYPE (VacFitPopover, vac_fit_popover, VAC, FIT_POPOVER, GtkPopover)

GtkWidget *vac_fit_popover_new  (void);
void       vac_fit_popover_show (VacFitPopover *self,
                                 VacDocument   *document,
                                 VacPaper      *paper);

G_END_DECLS
