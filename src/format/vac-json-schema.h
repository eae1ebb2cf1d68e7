/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-schema.h"

G_BEGIN_DECLS

char *vac_json_schema_write (const VacField *root);

G_END_DECLS
