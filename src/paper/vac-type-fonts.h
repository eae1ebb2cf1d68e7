/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     vac_type_provide_fonts (void);
gboolean vac_type_has_fonts     (void);

G_END_DECLS
