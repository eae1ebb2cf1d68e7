/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *vac_in_languages_pick (GHashTable *texts,
                                   const char *language);

G_END_DECLS
