/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-paper-private.h"

G_BEGIN_DECLS

/* The tag of pictures and charts. */
#define VAC_PDF_FIGURE "Figure"

char    *vac_pdf_escape_uri    (const char *uri);
void     vac_pdf_draw_page     (VacPaper   *paper,
                                cairo_t    *cr,
                                guint       page);
gboolean vac_pdf_set_language  (GByteArray *pdf,
                                const char *language,
                                GPtrArray  *alternatives);

G_END_DECLS
