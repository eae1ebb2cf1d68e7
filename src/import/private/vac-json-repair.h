/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json.h"

G_BEGIN_DECLS

VacJson *vac_json_repair (GBytes     *bytes,
                          GPtrArray  *remarks,
                          GError    **error);

G_END_DECLS
