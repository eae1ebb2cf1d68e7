/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

extern const VacExporter vac_json_exporter;

G_END_DECLS
