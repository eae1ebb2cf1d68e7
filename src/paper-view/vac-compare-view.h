/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"
#include "vac-outline.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

#define VAC_TYPE_COMPARE_VIEW (vac_compare_view_get_type ())

G_DECLARE_FINAL_TYPE (VacCompareView, vac_compare_view, VAC, COMPARE_VIEW, GtkWidget)

/**
 * VacCompareOrder:
 * @VAC_COMPARE_OTHER_EARLIER: the other document is what this one was made from: a kept version,
 *   the file on disk, a guide. What this one has more was added.
 * @VAC_COMPARE_OTHER_LATER: the other document is what somebody made from this one. What it has
 *   more was added.
 *
 * Which of two documents is read as the earlier one.
 */
typedef enum
{
  VAC_COMPARE_OTHER_EARLIER,
  VAC_COMPARE_OTHER_LATER,
} VacCompareOrder;

GtkWidget  *vac_compare_view_new              (VacDocument        *mine,
                                               const char         *mine_name,
                                               VacDocument        *other,
                                               const char         *other_name,
                                               VacCompareOrder     order);
void        vac_compare_view_set_setup        (VacCompareView     *self,
                                               const VacPageSetup *setup);
guint       vac_compare_view_get_n_differences (VacCompareView    *self);
VacOutline *vac_compare_view_make_outline     (VacCompareView     *self);
void        vac_compare_view_zoom             (VacCompareView     *self,
                                               int                 direction);
void        vac_compare_view_focus            (VacCompareView     *self);

G_END_DECLS
