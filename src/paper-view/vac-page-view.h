/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-paper.h"

G_BEGIN_DECLS

/**
 * VacPageMark:
 * @start: where in its text it begins, in bytes
 * @end: where it ends
 * @line: the line below the words; none where they stand on the colour
 * @color: its colour, on white; lets the words through that stand on it
 *
 * A mark of words of a page. It is on the screen only.
 */
typedef struct
{
  gsize          start;
  gsize          end;
  PangoUnderline line;
  GdkRGBA        color;
} VacPageMark;

/**
 * VacPageMarksFunc:
 * @node: a text of the document
 * @user_data: what was given along with the function
 *
 * Returns: (transfer full) (nullable) (element-type VacPageMark): the marks of @node
 */
typedef GArray *(*VacPageMarksFunc) (VacNode *node,
                                     gpointer user_data);

#define VAC_TYPE_PAGE_VIEW (vac_page_view_get_type ())

G_DECLARE_FINAL_TYPE (VacPageView, vac_page_view, VAC, PAGE_VIEW, GtkWidget)

GtkWidget          *vac_page_view_new              (void);

VacPaper           *vac_page_view_get_paper        (VacPageView        *self);
void                vac_page_view_set_outline      (VacPageView        *self,
                                                    VacOutline         *outline);
void                vac_page_view_set_setup        (VacPageView        *self,
                                                    const VacPageSetup *setup);
void                vac_page_view_reveal_node      (VacPageView        *self,
                                                    VacNode            *node);
void                vac_page_view_reveal_words     (VacPageView        *self,
                                                    VacNode            *node,
                                                    gsize               start,
                                                    gsize               length);

void                vac_page_view_set_marks        (VacPageView        *self,
                                                    VacPageMarksFunc    func,
                                                    gpointer            user_data);

void                vac_page_view_set_title        (VacPageView        *self,
                                                    const char         *title);
double              vac_page_view_get_zoom         (VacPageView        *self);
void                vac_page_view_set_zoom         (VacPageView        *self,
                                                    double              zoom);
void                vac_page_view_zoom             (VacPageView        *self,
                                                    int                 direction);
guint               vac_page_view_get_percent      (VacPageView        *self);
guint               vac_page_view_get_n_pages      (VacPageView        *self);
guint               vac_page_view_get_current_page (VacPageView        *self);

G_END_DECLS
