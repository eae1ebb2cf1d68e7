/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-document.h"

G_BEGIN_DECLS

GPtrArray *vac_mark_menu_choose (GPtrArray   *findings,
                                 gsize        position,
                                 const char  *language);
GMenu     *vac_mark_menu_new    (GPtrArray   *findings,
                                 gboolean     read_only);

G_END_DECLS
