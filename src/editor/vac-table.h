/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

GtkWidget *vac_table_new (VacDocument *document,
                          VacNode     *section,
                          const char  *table);

G_END_DECLS
