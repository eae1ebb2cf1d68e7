/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-page-view.h"
#include "vac-subject.h"

G_BEGIN_DECLS

#define VAC_TYPE_PREVIEW_PANE (vac_preview_pane_get_type ())

G_DECLARE_FINAL_TYPE (VacPreviewPane, vac_preview_pane, VAC, PREVIEW_PANE, GtkBox)

void              vac_preview_pane_set_document       (VacPreviewPane     *self,
                                                       VacDocument        *document);
void              vac_preview_pane_set_setup          (VacPreviewPane     *self,
                                                       const VacPageSetup *setup);
void              vac_preview_pane_set_subjects       (VacPreviewPane     *self,
                                                       const VacSubject *const *subjects);
void              vac_preview_pane_set_places         (VacPreviewPane     *self,
                                                       GPtrArray          *places);
void              vac_preview_pane_set_marks          (VacPreviewPane     *self,
                                                       VacPageMarksFunc    func,
                                                       gpointer            user_data);
VacExportOptions  vac_preview_pane_get_options        (VacPreviewPane     *self);
void              vac_preview_pane_queue_build        (VacPreviewPane     *self);
void              vac_preview_pane_queue_refresh      (VacPreviewPane     *self);

const VacSubject *vac_preview_pane_get_subject        (VacPreviewPane     *self);
const VacSubject *vac_preview_pane_get_chosen_subject (VacPreviewPane     *self);
void              vac_preview_pane_follow             (VacPreviewPane     *self,
                                                       VacNode            *form,
                                                       VacNode            *node);

void              vac_preview_pane_show_words         (VacPreviewPane     *self,
                                                       VacNode            *node,
                                                       gsize               start,
                                                       gsize               length);

guint             vac_preview_pane_get_current_page   (VacPreviewPane     *self);
double            vac_preview_pane_get_zoom           (VacPreviewPane     *self);
void              vac_preview_pane_set_zoom           (VacPreviewPane     *self,
                                                       double              zoom);
void              vac_preview_pane_zoom               (VacPreviewPane     *self,
                                                       int                 direction);

G_END_DECLS
