/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli.h"

G_BEGIN_DECLS

int vac_cli_complete (const VacVerb *const *verbs, const VacFormats *formats, const char *shell);

G_END_DECLS
