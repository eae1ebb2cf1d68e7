/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"
#include "vac-import-pdf-lines.h"

G_BEGIN_DECLS

void vac_pdf_lines_compose (GPtrArray  *lines,
                            const char *title,
                            VacDraft   *draft);

G_END_DECLS
