/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-measure-list.h"
#include "vac-review-card.h"
#include "vac-review-pane.h"

G_BEGIN_DECLS

/**
 * VacReviewPane:
 *
 * What the review finds in a posting, by group, with a card about the finding that is chosen. It
 * shows what a #VacReviewLoop has found so far. Its window must have the actions win.show-review,
 * win.next-finding, win.previous-finding, win.show-ignored, win.ignore-always, win.heed,
 * win.learn-word, win.notify-removed and win.tell.
 */
struct _VacReviewPane
{
  GtkBox              parent_instance;

  /* Template widgets: NULL until the pane is shown, or led through, for the first time */
  GtkWidget          *review_header;
  AdwWindowTitle     *title;
  GtkWidget          *back_button;
  GtkDropDown        *group_drop_down;
  GtkLabel           *unknown_label;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkWidget          *foot_bin;
  GtkScrolledWindow  *foot_scroller;
  GtkBox             *foot;
  VacReviewCard      *card;
  GtkWidget          *ignored_box;
  GtkLabel           *ignored_label;
  GtkWidget          *list_ignored_button;
  GtkWidget          *show_ignored_button;
  VacMeasureList     *measures;

  /* Owned */
  GSettings          *settings;
  VacOwnPostings     *own;
  GtkWidget          *part;        /* for between the findings and the measures */
  VacDocument        *document;
  VacReviewLoop      *loop;
  GSignalGroup       *loop_signals;
  GSignalGroup       *reviewer_signals;
  GSignalGroup       *document_signals;
  GtkStringList      *groups;      /* with their counts; all of them first */
  GListStore         *rows;        /* of VacReviewItem */
  GtkSingleSelection *selection;

  VacShowSpanFunc     show;
  guint               group;       /* that is listed, as VAC_REVIEW_GROUPS counts them */
  guint               last;        /* where the finding was that was chosen last */
  guint               refresh_source;
  gboolean            untold;      /* it has come up, and nobody was told with what */
  gboolean            alone;       /* it has taken the place of the form */
  gboolean            narrow;      /* the header bar has no room for words */
  gboolean            end_buttons; /* the window's last buttons are here */
};

VacReviewItem *vac_review_pane_get_chosen            (VacReviewPane  *self);
VacFinding    *vac_review_pane_get_finding           (VacReviewPane  *self);
void           vac_review_pane_show_chosen           (VacReviewPane  *self);
gboolean       vac_review_pane_can_learn             (VacReviewPane  *self);
void           vac_review_pane_update_actions        (VacReviewPane  *self);
void           vac_review_pane_class_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
