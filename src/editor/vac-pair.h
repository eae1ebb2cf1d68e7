/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAC_TYPE_PAIR (vac_pair_get_type ())

G_DECLARE_FINAL_TYPE (VacPair, vac_pair, VAC, PAIR, GtkWidget)

GtkWidget *vac_pair_new (GtkWidget *first,
                         GtkWidget *second);

G_END_DECLS
