/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     vac_start_prepare (void);
gboolean vac_start_display (void);

G_END_DECLS
