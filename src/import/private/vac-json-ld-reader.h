/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json-source.h"

G_BEGIN_DECLS

gboolean vac_json_ld_has_posting (VacSource *source);

G_END_DECLS
