/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_age_describe (GDateTime *time,
                        GDateTime *now);

G_END_DECLS
