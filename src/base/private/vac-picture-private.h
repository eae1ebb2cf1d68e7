/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VAC_PNG_SIGNATURE "\211PNG\r\n\032\n"

gboolean vac_png_check     (const guint8 *data,
                            gsize         length,
                            guint        *width,
                            guint        *height);
gboolean vac_png_is_whole  (const guint8 *data,
                            gsize         length);
GBytes  *vac_png_strip     (const guint8 *data,
                            gsize         length);
gboolean vac_svg_recognize (const guint8 *data,
                            gsize         length);
char    *vac_svg_clean     (const guint8 *data,
                            gsize         length);

G_END_DECLS
