/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-recent-list.h"
#include "vac-shared-text.h"

G_BEGIN_DECLS

typedef void (*VacSharedChosenFunc) (const VacSharedText *text,
                                     gpointer             user_data);

void vac_shared_dialogs_manage (GtkWindow           *parent,
                                VacRecentList       *recent);
void vac_shared_dialogs_edit   (GtkWindow           *parent,
                                VacRecentList       *recent,
                                const VacSharedText *text,
                                VacDocument         *document);
void vac_shared_dialogs_choose (GtkWindow           *parent,
                                VacDocument         *posting,
                                VacSharedChosenFunc  callback,
                                gpointer             user_data);

G_END_DECLS
