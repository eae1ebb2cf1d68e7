/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-close-guard.h"
#include "vac-compare-view.h"
#include "vac-draft-dialog.h"
#include "vac-find-bar.h"
#include "vac-history-view.h"
#include "vac-marks.h"
#include "vac-page-marks.h"
#include "vac-panes.h"
#include "vac-preview-pane.h"
#include "vac-recognition.h"
#include "vac-recent-list.h"
#include "vac-recovery.h"
#include "vac-review-pane.h"
#include "vac-review-settings.h"
#include "vac-shared-names.h"
#include "vac-side-by-side.h"
#include "vac-sidebar.h"
#include "vac-state-bars.h"
#include "vac-window.h"

G_BEGIN_DECLS

/* What was pasted into a posting that said nothing yet. */
typedef struct _VacPasted VacPasted;

struct _VacWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  GtkStack        *main_stack;
  VacPanes        *panes;
  AdwBin          *sidebar_bin;
  AdwWindowTitle  *form_title;
  GtkWidget       *sidebar_header;
  GtkWidget       *form_header;
  GtkWidget       *form_print_button;
  VacReviewPane   *review_pane;
  VacPreviewPane  *preview_pane;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkWidget       *save_button;
  VacStateBars    *bars;
  VacFindBar      *find_bar;
  GtkStack        *page_stack;
  AdwStatusPage   *error_page;
  GMenu           *recent_menu;
  GMenuModel      *main_menu;
  GtkMenuButton   *main_menu_button;

  /* Borrowed: in the panes */
  VacSidebar      *sidebar;

  /* Borrowed: in the review pane */
  GtkWidget       *size_question;   /* how many people work for the employer */

  /* Borrowed: in the main stack; at most one of them is shown, the other is NULL */
  VacCompareView  *compare_view;
  VacHistoryView  *history_view;
  VacSideBySide   *side_by_side;
  VacStartPage    *start_page;

  const VacFormats *formats;        /* borrowed: what the program can export */

  /* Owned */
  GSettings       *settings;
  VacRecentList   *recent;
  VacCloseGuard   *guard;
  VacStore        *store;
  VacReviewLoop   *review_loop;     /* of the store's document; NULL without one */
  AdwToast        *review_toast;    /* the last one that takes something back; NULL before */
  VacReviewSettings *review_settings;  /* how postings are reviewed */
  VacOwnPostings  *own;             /* other postings of the user */
  VacFinder       *finder;          /* of words in the posting */
  VacDocument     *guide;           /* what the posting was made from; NULL if that is not here */
  VacMarks        *marks;           /* of the forms */
  VacPageMarks    *page_marks;      /* of the preview; NULL while it has none */
  VacRecovery     *recovery;        /* of the store; NULL without one */
  VacRecovery     *discarded;       /* while discarding it can be undone */
  VacPasted       *pasted;          /* NULL until the window has asked about it */
  GFile           *own_guide;       /* what the posting was made from, if that is the user's */
  GHashTable      *guide_open;      /* what the bar asks about; NULL without one */
  GFile           *failed_file;     /* on the error page: what could not be opened */
  VacSharedNames  *shared_names;    /* what parts of the posting are copies of */
  GFileMonitor    *shared_monitor;  /* of the user's shared texts; NULL while nobody asked */
  GHashTable      *unlocked;        /* VacNode (owned): copies that may be edited in this session */
  GSignalGroup    *document_signals;
  GSignalGroup    *store_signals;
  GHashTable      *pages;           /* VacNode (owned) → its page, in page_stack */
  GCancellable    *cancellable;     /* for what this window waits for */

  guint            progress_source; /* waits for the first frame to look how far the posting is */
  guint            guide_source;    /* waits to look for the guide */
  guint            n_unshown;       /* values of a wrong type, as the bar says */
  gboolean         has_unshown;     /* had some when it was opened */
  guint            next_unshown;    /* which of them its button leads to */
  guint            find_source;     /* shows what was found */
  guint            lock_source;     /* asks whether a copy shall be edited */
  gboolean         finding;         /* what was found is marked */
  gboolean         following;       /* the outline selects what has the focus */
  gboolean         knows_guide;     /* has looked for it */
  gboolean         has_options;     /* the review follows what the user has said for all */
  gboolean         told_unkept;     /* the last save kept no version, and it was said */
};

/* Each file calls into those above it alone. */

/* vac-window-state.c */
VacDocument *vac_window_get_document    (VacWindow  *self);
GFile       *vac_window_dup_folder      (VacWindow  *self);
VacWindow   *vac_window_make_another    (VacWindow  *self);
void         vac_window_show_toast      (VacWindow  *self,
                                         const char *text);
void         vac_window_update_disk_bars (VacWindow *self);
void         vac_window_offer_undo      (VacWindow  *self,
                                         const char *text,
                                         gboolean    is_long);
void         vac_window_update_title    (VacWindow  *self);
void         vac_window_update_actions  (VacWindow  *self);

/* vac-window-view.c */
void         vac_window_remember_focus  (VacWindow  *self,
                                         GtkWidget  *view);
void         vac_window_return_focus    (VacWindow  *self,
                                         GtkWidget  *view);
void         vac_window_show_view       (VacWindow  *self,
                                         GtkWidget  *view,
                                         const char *name);
void         vac_window_leave_view      (VacWindow  *self);

/* vac-window-start.c */
void         vac_window_set_up_menu     (VacWindow     *self,
                                         GtkMenuButton *button);
void         vac_window_class_bind_menu_key (GtkWidgetClass *widget_class);

/* vac-window-paper.c */
void         vac_window_apply_paper_size (VacWindow *self);
void         vac_window_print           (VacWindow  *self);
void         vac_window_print_outline   (VacWindow  *self,
                                         VacOutline *outline,
                                         const char *name,
                                         guint       page);

/* vac-window-pages.c */
void         vac_window_build_sidebar   (VacWindow  *self);
void         vac_window_clear_pages     (VacWindow  *self);
void         vac_window_drop_detached_pages (VacWindow *self);
void         vac_window_go_to           (GtkWindow  *window,
                                         VacNode    *node,
                                         gsize       start,
                                         gsize       length);
gboolean     vac_window_show_words      (VacWindow  *self,
                                         VacNode    *node,
                                         gsize       start,
                                         gsize       length);
void         vac_window_forget_words    (VacWindow  *self);

VacNode     *vac_window_find_part       (VacWindow  *self,
                                         VacNode    *node);
GtkWidget   *vac_window_find_form       (VacWindow  *self,
                                         VacNode    *node);

/* vac-window-options.c */
void         vac_window_take_options    (VacWindow  *self);
void         vac_window_apply_options   (VacWindow  *self);
void         vac_window_watch_options   (VacWindow  *self);
void         vac_window_follow_options  (VacWindow  *self);
void         vac_window_class_install_option_actions (GtkWidgetClass *widget_class);

/* vac-window-marks.c */
void         vac_window_watch_marks     (VacWindow  *self);
void         vac_window_update_marks    (VacWindow  *self);
void         vac_window_mark_found      (VacWindow  *self,
                                         gboolean    finding);

/* vac-window-find.c */
void         vac_window_watch_find      (VacWindow  *self);
void         vac_window_find_in_document (VacWindow *self);
void         vac_window_class_install_find_actions (GtkWidgetClass *widget_class);

/* vac-window-progress.c */
void         vac_window_watch_progress  (VacWindow  *self);
void         vac_window_start_progress  (VacWindow  *self);
void         vac_window_update_progress (VacWindow  *self);
void         vac_window_follow_review   (VacWindow  *self);

/* vac-window-review.c */
void         vac_window_watch_review    (VacWindow  *self);
void         vac_window_review          (VacWindow  *self);
GPtrArray   *vac_window_find_all        (VacWindow  *self);
void         vac_window_class_install_review_actions (GtkWidgetClass *widget_class);

/* vac-window-publish.c */
void         vac_window_class_install_publish_actions (GtkWidgetClass *widget_class);

/* vac-window-unshown.c */
void         vac_window_update_unshown  (VacWindow  *self);
void         vac_window_show_unshown    (VacWindow  *self);

/* vac-window-compare.c */
void         vac_window_compare_copy    (VacWindow   *self,
                                         VacDocument *other,
                                         const char  *title);
void         vac_window_compare_disk    (VacWindow  *self);
gboolean     vac_window_print_comparison (VacWindow *self);
void         vac_window_class_install_compare_actions (GtkWidgetClass *widget_class);

/* vac-window-places.c */
gboolean     vac_window_print_places    (VacWindow  *self);
void         vac_window_class_install_places_actions (GtkWidgetClass *widget_class);

/* vac-window-merge.c */
void         vac_window_merge           (VacWindow  *self);

/* vac-window-guide.c */
void         vac_window_find_guide      (VacWindow  *self);
void         vac_window_ask_about_guide (VacWindow  *self);
void         vac_window_class_install_guide_actions (GtkWidgetClass *widget_class);

/* vac-window-lock.c */
void         vac_window_know_shared     (VacWindow  *self);
void         vac_window_watch_shared    (VacWindow  *self);
void         vac_window_guard_shared    (VacWindow  *self,
                                         VacDocument *before);
void         vac_window_forget_shared   (VacWindow  *self);

/* vac-window-posting.c */
void         vac_window_show_store      (VacWindow  *self,
                                         VacStore   *store);

/* vac-window-recovery.c */
void         vac_window_forget_recovery (VacWindow  *self);
void         vac_window_discard_recovered (VacWindow *self);

/* vac-window-history.c */
void         vac_window_show_history    (VacWindow  *self);

/* vac-window-file.c */
typedef void (*VacWindowFunc) (VacWindow *self);
void         vac_window_save            (VacWindow     *self,
                                         VacWindowFunc  then);
void         vac_window_save_as         (VacWindow     *self,
                                         VacWindowFunc  then);
void         vac_window_save_again      (VacWindow     *self);
void         vac_window_open            (VacWindow     *self);
void         vac_window_open_files      (VacWindow     *self,
                                         GFile        **files,
                                         guint          n_files);
void         vac_window_reload          (VacWindow     *self);
void         vac_window_check_disk      (VacWindow     *self);

/* vac-window-import.c */
gboolean     vac_window_says_nothing    (VacWindow      *self);
void         vac_window_apply_draft     (VacWindow      *self,
                                         VacRecognition *recognition,
                                         gboolean        replace);
VacDraftDialog *vac_window_create_draft_dialog (VacWindow     *self,
                                                VacDraftPlace  place,
                                                GCallback      before);
void         vac_window_import          (VacWindow      *self);

/* vac-window-paste.c */
void         vac_pasted_free            (VacPasted  *pasted);
void         vac_window_watch_paste     (VacWindow  *self);
void         vac_window_paste_only      (VacWindow  *self);
void         vac_window_make_pasted_posting (VacWindow *self);

/* vac-window-duplicate.c */
void         vac_window_class_install_duplicate_actions (GtkWidgetClass *widget_class);

/* vac-window-shared.c */
void         vac_window_class_install_shared_actions (GtkWidgetClass *widget_class);

/* vac-window-actions.c */
void         vac_window_class_install_actions (GtkWidgetClass *widget_class);
void         vac_window_add_state_actions (VacWindow *self);
void         vac_window_remove_state_actions (VacWindow *self);

G_END_DECLS
