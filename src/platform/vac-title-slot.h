/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAC_TYPE_TITLE_SLOT (vac_title_slot_get_type ())
G_DECLARE_FINAL_TYPE (VacTitleSlot, vac_title_slot, VAC, TITLE_SLOT, GtkWidget)

GtkWidget *vac_title_slot_new (GtkWidget *title);

G_END_DECLS
