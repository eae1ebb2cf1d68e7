/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-page-view.h"
#include "vac-preview-pane.h"
#include "vac-subject-choice.h"
#include "vac-text-pane.h"

G_BEGIN_DECLS

struct _VacPreviewPane
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *preview_header;
  GtkWidget    *export_button;
  GtkStack     *preview_stack;
  GtkDropDown  *subject_drop_down;
  GtkMenuButton *look_button;
  GtkLabel     *page_label;
  GtkMenuButton *fit_button;
  GtkLabel     *fit_label;
  GtkWidget    *zoom_box;
  GtkButton    *zoom_button;

  /* Borrowed: in the stack; NULL until they are built */
  VacPageView  *page_view;
  VacTextPane  *text_pane;
  VacTextPane  *json_pane;

  /* Owned */
  VacDocument  *document;
  GSignalGroup *document_signals;
  VacSubjectChoice *choice;

  VacPageSetup  setup;
  GPtrArray    *places;             /* VacNode: chosen, to be compared */
  double        zoom;               /* until there are pages that have one */
  VacPageMarksFunc find_marks;      /* nullable */
  gpointer      marks_data;
  guint         refresh_tick;
  guint         label_source;       /* the number of the page, after the layout */
  guint         build_source;       /* the pages, after the first frame */
  gboolean      narrow;
  gboolean      tight;
  gboolean      alone;
};

void vac_preview_pane_update_labels (VacPreviewPane *self);
void vac_preview_pane_queue_labels  (VacPreviewPane *self);

G_END_DECLS
