/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli-file.h"

G_BEGIN_DECLS

guint vac_cli_findings_tell        (VacCliFile *file,
                                    GPtrArray  *findings,
                                    gboolean    errors_only);
guint vac_cli_findings_append_json (GString    *out,
                                    VacCliFile *file,
                                    GPtrArray  *findings,
                                    gboolean    errors_only);

G_END_DECLS
