/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

char *vac_summary_of (VacDocument *document,
                      VacNode     *node);

G_END_DECLS
