/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

GtkWidget *vac_table_new (VacDocument *document,
                          VacNode     *section,
                          const char  *table);
void       vac_table_add (VacDocument *document,
                          VacNode     *section,
                          VacNode     *subsection);

G_END_DECLS
