/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

char *vac_guide_summarize (VacDocument *document);

G_END_DECLS
