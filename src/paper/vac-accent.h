/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-picture.h"

G_BEGIN_DECLS

gboolean vac_accent_find (VacPicture *picture,
                          guint32    *accent);

G_END_DECLS
