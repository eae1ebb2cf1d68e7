/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-marks.h"
#include "vac-preview-pane.h"

G_BEGIN_DECLS

#define VAC_TYPE_PAGE_MARKS (vac_page_marks_get_type ())

G_DECLARE_FINAL_TYPE (VacPageMarks, vac_page_marks, VAC, PAGE_MARKS, GObject)

VacPageMarks *vac_page_marks_new          (VacPreviewPane *pane);
void          vac_page_marks_set_reviewer (VacPageMarks   *self,
                                           VacReviewer    *reviewer,
                                           VacDocument    *document);
void          vac_page_marks_set_active   (VacPageMarks   *self,
                                           gboolean        active);
void          vac_page_marks_set_finder   (VacPageMarks   *self,
                                           VacFinder      *finder);

G_END_DECLS
