/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

extern const VacFormats vac_cli_formats;

G_END_DECLS
