/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-compare-view.h"
#include "vac-diff-outline.h"
#include "vac-page-view.h"

G_BEGIN_DECLS

/* Those of VacDiffView. */
#define VAC_COMPARE_N_VIEWS 3

struct _VacCompareView
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *content;
  GtkWidget      *header;
  AdwWindowTitle *title;
  GtkWidget      *side_button;
  GtkWidget      *menu_button;
  GtkPaned       *paned;
  GtkLabel       *earlier_label;
  GtkLabel       *later_label;
  GtkWidget      *scrollers[VAC_COMPARE_N_VIEWS];   /* by VacDiffView */
  VacPageView    *pages[VAC_COMPARE_N_VIEWS];       /* by VacDiffView */
  GtkStack       *list_stack;
  GtkListBox     *list;
  GtkLabel       *position_label;
  GtkButton      *take_button;

  /* Owned */
  VacDocument    *mine;
  VacDocument    *other;
  char           *mine_name;
  char           *other_name;
  VacDiff        *diff;           /* from the earlier one to the later one, as it is shown */
  VacDiff        *taken;          /* from mine to the other one, as it is taken over */
  VacOutline     *outlines[VAC_COMPARE_N_VIEWS];    /* by VacDiffView; NULL where it is not shown */

  VacCompareOrder order;
  guint           current;        /* the difference that is looked at */
  guint           refresh_source;
  guint           room_source;
  gboolean        narrow;
  gboolean        large;
  gboolean        low;            /* below the page there is no room for the list */
  gboolean        side_by_side;   /* what the user wants where there is room */
  gboolean        filling;
};

GPtrArray     *vac_compare_view_get_differences  (VacCompareView *self);
VacDifference *vac_compare_view_get_current      (VacCompareView *self);
gboolean       vac_compare_view_other_is_earlier (VacCompareView *self);
VacDiffSides   vac_compare_view_get_sides        (VacCompareView *self);
const char    *vac_compare_view_get_name         (VacCompareView *self,
                                                  gboolean        earlier);
void           vac_compare_view_reveal_current   (VacCompareView *self);
void           vac_compare_view_update_names     (VacCompareView *self);
void           vac_compare_view_show_pages       (VacCompareView *self);

G_END_DECLS
