/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

VacDocument *vac_duplicate (VacDocument *document,
                            const char  *reference);

G_END_DECLS
