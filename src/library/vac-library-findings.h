/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

GPtrArray *vac_library_list_findings (VacDocument *document);

G_END_DECLS
