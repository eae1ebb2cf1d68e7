/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli-file.h"

G_BEGIN_DECLS

guint vac_cli_findings_write (VacCliFile *file,
                              GPtrArray  *findings,
                              gboolean    errors_only,
                              GString    *json);

G_END_DECLS
