/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_temporary_make_name (void);
void  vac_temporary_sweep     (int         folder,
                               const char *path);

G_END_DECLS
