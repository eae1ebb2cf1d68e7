/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *vac_guide_load (GFile   *file,
                        GError **error);

G_END_DECLS
