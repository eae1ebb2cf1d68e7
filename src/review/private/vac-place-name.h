/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vac_place_name_is_one_of (const char  *name,
                                   char       **names);
gboolean vac_place_name_is_region (const char  *region,
                                   char       **countries,
                                   char       **regions);
void     vac_place_name_split     (const char  *text,
                                   char       **city,
                                   char       **region);

G_END_DECLS
