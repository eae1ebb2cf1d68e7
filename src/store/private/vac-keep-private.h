/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* What vac_keep_properties() returns besides the numbers of errno. */
#define VAC_KEEP_OWNER_LOST (-1)

int vac_keep_properties (int                old,
                         const struct stat *before,
                         int                fd);

G_END_DECLS
