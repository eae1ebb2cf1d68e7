/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"
#include "vac-import-pdf-lines.h"

G_BEGIN_DECLS

double vac_pdf_lines_find_size (GPtrArray *lines);
void   vac_pdf_lines_compose   (GPtrArray  *lines,
                                const char *title,
                                const char *language,
                                VacDraft   *draft);

G_END_DECLS
