/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-document.h"

G_BEGIN_DECLS

void         vac_default_look_remember (GSettings   *settings,
                                        VacDocument *document);
VacDocument *vac_default_look_apply    (GSettings   *settings,
                                        VacDocument *document);

G_END_DECLS
