/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-finder.h"
#include "vac-mark-look.h"
#include "vac-reviewer.h"

G_BEGIN_DECLS

#define VAC_TYPE_MARKS (vac_marks_get_type ())

G_DECLARE_FINAL_TYPE (VacMarks, vac_marks, VAC, MARKS, GObject)

typedef void (*VacMarksFunc) (gpointer data);

VacMarks     *vac_marks_new          (void);
void          vac_marks_attach       (VacMarks     *self,
                                      GtkWidget    *widget);
VacMarks     *vac_marks_find         (GtkWidget    *widget);
void          vac_marks_set_reviewer (VacMarks     *self,
                                      VacReviewer  *reviewer,
                                      VacDocument  *document);
void          vac_marks_set_active   (VacMarks     *self,
                                      gboolean      active);
void          vac_marks_set_finder   (VacMarks     *self,
                                      VacFinder    *finder);
VacFinder    *vac_marks_get_finder   (VacMarks     *self);
VacMarkGround vac_marks_get_ground   (VacMarks     *self);
GPtrArray    *vac_marks_get_findings (VacMarks     *self,
                                      VacNode      *node);
GPtrArray    *vac_marks_check        (VacMarks     *self,
                                      VacNode      *node);
void          vac_marks_refresh      (VacMarks     *self);
void          vac_marks_add          (VacMarks     *self,
                                      VacNode      *node,
                                      VacMarksFunc  func,
                                      gpointer      data);
void          vac_marks_remove       (VacMarks     *self,
                                      gpointer      data);

G_END_DECLS
