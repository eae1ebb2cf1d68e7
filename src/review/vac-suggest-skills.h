/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

GPtrArray *vac_suggest_skills (VacDocument *document);

G_END_DECLS
