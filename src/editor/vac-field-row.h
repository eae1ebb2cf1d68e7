/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

GtkWidget *vac_field_row_new    (VacDocument         *document,
                                 VacNode             *leaf);
void       vac_field_group_fill (AdwPreferencesGroup *group,
                                 VacDocument         *document,
                                 VacNode             *record);
GtkWidget *vac_field_group_new  (VacDocument         *document,
                                 VacNode             *record);
GtkWidget *vac_choices_row_new (VacDocument         *document,
                                 VacNode             *list);

G_END_DECLS
