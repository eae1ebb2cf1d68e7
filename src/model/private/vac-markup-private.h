/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-markup.h"

G_BEGIN_DECLS

int vac_emphasis_compare (gconstpointer a,
                          gconstpointer b);

G_END_DECLS
