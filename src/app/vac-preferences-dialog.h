/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

void vac_preferences_dialog_show (GtkWindow   *parent,
                                  GSettings   *settings,
                                  VacDocument *posting);

G_END_DECLS
