/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacShowNodeFunc:
 * @parent: the window of a posting
 * @node: the place in the posting that it shall go to
 */
typedef void (*VacShowNodeFunc) (GtkWindow *parent,
                                 VacNode   *node);

GtkWidget *vac_findings_group_new (GtkWindow       *parent,
                                   VacShowNodeFunc  show,
                                   GPtrArray       *findings,
                                   const char      *title);
void       vac_findings_show      (GtkWindow       *parent,
                                   VacDocument     *document,
                                   VacShowNodeFunc  show);

G_END_DECLS
