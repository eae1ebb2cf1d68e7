/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

void vac_offer_add_to (AdwPreferencesGroup *group,
                       VacDocument         *document,
                       VacNode             *record);
void vac_offer_follow (GtkWidget           *widget,
                       VacDocument         *document,
                       GSourceFunc          callback,
                       gpointer             user_data);

G_END_DECLS
