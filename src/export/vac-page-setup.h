/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-picture.h"

G_BEGIN_DECLS

/**
 * VacPaperSize:
 * @VAC_PAPER_A4: ISO 216 A4, 210 × 297 mm
 * @VAC_PAPER_LETTER: ANSI A, 8.5 × 11 in
 */
typedef enum
{
  VAC_PAPER_A4,
  VAC_PAPER_LETTER,
} VacPaperSize;

/**
 * VacPageSetup:
 * @width: of the sheet
 * @height: of the sheet
 * @top: margin
 * @right: margin
 * @bottom: margin; the page number stands in it
 * @left: margin
 * @one_page: whether everything shall stand on one page, with smaller type, if that stays legible
 *
 * A sheet of paper. All lengths are in points, 72 to the inch.
 */
typedef struct
{
  double   width;
  double   height;
  double   top;
  double   right;
  double   bottom;
  double   left;
  gboolean one_page;
} VacPageSetup;

void         vac_page_setup_init          (VacPageSetup       *self,
                                           VacPaperSize        size);
VacPaperSize vac_page_setup_get_default   (const char         *language);
void         vac_page_setup_choose        (VacPageSetup       *self,
                                           const char         *size,
                                           gboolean            one_page,
                                           const char         *language);
void         vac_page_setup_set_margins   (VacPageSetup       *self,
                                           double              top,
                                           double              right,
                                           double              bottom,
                                           double              left);
gboolean     vac_page_setup_equal         (const VacPageSetup *a,
                                           const VacPageSetup *b);
void         vac_page_setup_fit_picture   (VacPicture         *picture,
                                           double             *width,
                                           double             *height);

G_END_DECLS
