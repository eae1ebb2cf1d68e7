/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"

G_BEGIN_DECLS

void vac_write_chosen_file (GtkWindow     *parent,
                            VacCloseGuard *guard,
                            const char    *title,
                            const char    *name,
                            GBytes        *bytes,
                            const char    *written);

G_END_DECLS
