/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_time_read (const char        *text,
                     const char *const *languages);

G_END_DECLS
