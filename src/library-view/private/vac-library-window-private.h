/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-feed.h"
#include "vac-library-filter.h"
#include "vac-library-folders.h"
#include "vac-library-table.h"
#include "vac-library-window.h"
#include "vac-state-bars.h"

G_BEGIN_DECLS

struct _VacLibraryWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay     *toasts;
  AdwHeaderBar        *header;
  GtkMenuButton       *folders_button;
  VacLibraryFolders   *folders_popover;
  GtkMenuButton       *menu_button;
  GtkMenuButton       *selection_button;
  VacStateBars        *bars;
  GtkWidget           *search_row;
  GtkSearchEntry      *search_entry;
  GtkLabel            *filter_label;
  VacLibraryFilter    *filter;
  GtkStack            *stack;
  VacLibraryTable     *table;
  GtkListBox          *proposals_box;
  GtkWidget           *foot;
  GtkLabel            *count_label;
  GtkProgressBar      *progress_bar;

  /* Owned */
  GSettings           *settings;
  VacLibraryFeed      *feed;
  char               **folders;       /* absolute paths */
  GListStore          *selected;      /* of VacLibraryEntry: what can be done is done with these */
  GSimpleActionGroup  *view_actions;  /* what the list shows */

  gint64               scanned;       /* monotonic µs: when somebody looked last */
  gboolean             sorting;       /* the settings follow the headings, not the reverse */
  gboolean             asked_anew;    /* the answer begins at the first row */
  gboolean             focused;       /* the list has had the focus once */
};

/* vac-library-window-actions.c: what is done with postings, and the menus */
void vac_library_window_class_install_actions (GtkWidgetClass    *widget_class);
void vac_library_window_add_menus             (VacLibraryWindow  *self,
                                               const VacManyHost *host);
void vac_library_window_update_selected       (VacLibraryWindow  *self);

/* vac-library-window-folders.c */
void vac_library_window_class_install_folders (GtkWidgetClass   *widget_class);
void vac_library_window_propose               (VacLibraryWindow *self,
                                               GListModel       *proposals);
void vac_library_window_apply_folders         (VacLibraryWindow *self);

G_END_DECLS
