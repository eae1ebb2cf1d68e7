/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_file_name_propose (const char *title,
                             const char *extension);

G_END_DECLS
