/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_BINDER (vac_binder_get_type ())

G_DECLARE_FINAL_TYPE (VacBinder, vac_binder, VAC, BINDER, GObject)

void vac_binder_bind         (VacDocument       *document,
                              VacNode           *leaf,
                              GtkWidget         *widget);
void vac_binder_bind_ids     (VacDocument       *document,
                              VacNode           *leaf,
                              AdwComboRow       *row,
                              const char *const *ids);
void vac_binder_bind_element (VacDocument       *document,
                              VacNode           *list,
                              const char        *text,
                              GtkCheckButton    *button);
void vac_binder_name_nothing (GtkWidget         *row,
                              const char        *name);
void vac_binder_settle       (GtkRoot           *root);

G_END_DECLS
