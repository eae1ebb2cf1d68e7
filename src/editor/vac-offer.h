/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

/* How long typing has to pause before the texts are read again, and how long it may go on. */
#define VAC_OFFER_QUIET_MS   250
#define VAC_OFFER_LONGEST_MS 2000

void vac_offer_add_to (AdwPreferencesGroup *group,
                       VacDocument         *document,
                       VacNode             *record);

G_END_DECLS
