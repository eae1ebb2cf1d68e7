/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

void vac_skill_offer_add_to (AdwPreferencesGroup *card,
                             VacDocument         *document);

G_END_DECLS
