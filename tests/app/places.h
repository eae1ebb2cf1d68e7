/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

/* Every window, page, dialog and popover of the program, shown one after the other with a posting
 * that somebody is in the middle of. */

typedef void (*PlacesVisit) (GtkWidget  *root,
                             const char *place,
                             gpointer    user_data);

void        places_visit (PlacesVisit  visit,
                          gpointer     user_data,
                          int          width,
                          int          height,
                          gboolean     toolkits);
GHashTable *places_get_types_seen (void);
