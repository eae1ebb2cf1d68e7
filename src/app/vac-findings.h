/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-finding.h"

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

/**
 * VacGoOnFunc:
 * @parent: the window of a posting
 *
 * Does what was put off until the user has seen what is wrong.
 */
typedef void (*VacGoOnFunc) (GtkWindow *parent);

guint      vac_findings_count_grave (GPtrArray          *findings);
GtkWidget *vac_findings_add_grave   (AdwPreferencesPage *page,
                                     GtkWindow          *parent,
                                     VacDocument        *document,
                                     GPtrArray          *findings,
                                     VacShowSpanFunc     show);
void       vac_findings_add_lesser  (AdwPreferencesPage *page,
                                     GtkWindow          *parent,
                                     GPtrArray          *findings,
                                     VacShowSpanFunc     show);
void       vac_findings_show_first  (GtkWindow          *parent,
                                     VacDocument        *document,
                                     GPtrArray          *findings,
                                     VacShowSpanFunc     show,
                                     const char         *title,
                                     const char         *label,
                                     VacGoOnFunc         go_on);

G_END_DECLS
