/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vac_characters_has (gunichar character);
gboolean vac_type_ask_fonts (gunichar character);

G_END_DECLS
