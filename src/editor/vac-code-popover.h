/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-code-names.h"

G_BEGIN_DECLS

#define VAC_TYPE_CODE_POPOVER (vac_code_popover_get_type ())

G_DECLARE_FINAL_TYPE (VacCodePopover, vac_code_popover, VAC, CODE_POPOVER, GtkPopover)

GtkWidget *vac_code_popover_new  (VacCodeKind     kind,
                                  const char     *label);
void       vac_code_popover_open (VacCodePopover *self,
                                  const char     *code,
                                  const char     *typed);

char      *vac_code_describe     (VacCodeKind     kind,
                                  const char     *code);

G_END_DECLS
