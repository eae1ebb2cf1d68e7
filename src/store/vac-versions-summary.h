/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_versions_summarize (GBytes *before,
                              GBytes *after);

G_END_DECLS
