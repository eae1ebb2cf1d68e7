/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_LOOK_POPOVER (vac_look_popover_get_type ())

G_DECLARE_FINAL_TYPE (VacLookPopover, vac_look_popover, VAC, LOOK_POPOVER, GtkPopover)

GtkWidget *vac_look_popover_new          (void);
void       vac_look_popover_set_document (VacLookPopover *self,
                                          VacDocument    *document);
void       vac_look_choose               (VacDocument    *document,
                                          const char     *label,
                                          VacRole         role,
                                          const char     *value);

G_END_DECLS
