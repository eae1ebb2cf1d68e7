/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacShowSpanFunc:
 * @parent: the window of a posting
 * @node: the place in the posting to go to
 * @start: where in its text to begin, in bytes
 * @length: of how many bytes; 0 for @node as a whole
 */
typedef void (*VacShowSpanFunc) (GtkWindow *parent,
                                 VacNode   *node,
                                 gsize      start,
                                 gsize      length);

gboolean vac_findings_add_to (AdwPreferencesPage *page,
                              GtkWindow          *parent,
                              VacDocument        *document,
                              VacShowSpanFunc     show);
void     vac_findings_show   (GtkWindow          *parent,
                              VacDocument        *document,
                              VacShowSpanFunc     show);

G_END_DECLS
