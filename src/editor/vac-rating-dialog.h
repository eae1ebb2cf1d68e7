/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-node.h"

G_BEGIN_DECLS

GtkWindow *vac_rating_dialog_new (GtkWindow *parent,
                                  VacNode   *assessment);

G_END_DECLS
