/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

GtkWidget *vac_board_rows_new (VacDocument *document);

G_END_DECLS
