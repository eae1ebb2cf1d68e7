/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-place-chips.h"
#include "vac-place-rows.h"
#include "vac-side-by-side-private.h"

G_BEGIN_DECLS

struct _VacSideBySide
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *content;
  GtkWidget      *header;
  AdwWindowTitle *window_title;
  GtkWidget      *redo_button;
  GtkWidget      *menu_button;
  GtkWidget      *print_button;
  VacPlaceChips  *chips;
  GtkMenuButton  *add_button;
  GtkWidget      *base_label;
  GtkDropDown    *base_drop_down;
  GtkWidget      *differences_box;
  GtkLabel       *verdict;
  GtkStack       *stack;
  VacFrozenGrid  *grid;
  AdwBin         *rows_bin;
  AdwBin         *legend_bin;
  GtkLabel       *heading;

  /* Borrowed: in the bin */
  VacPlaceRows   *rows;

  /* Owned */
  VacSides        sides;
  VacNode        *base;          /* NULL for the first place */
  GPtrArray      *before;        /* the places before some were left out; NULL for none */
  AdwToast       *toast;         /* weak: the last one that offers them again */
  GtkWidget      *popover;       /* in the content */
  GtkWidget      *asked;         /* weak: the button that opened it */
  guint           asked_column;

  int             width;         /* what it is laid out for */
  guint           update_source;
  gboolean        filling;       /* the choice of bases is being filled */
};

/* vac-side-by-side-actions.c */
void vac_side_by_side_leave_out       (VacSideBySide  *self,
                                       VacNode        *place);
void vac_side_by_side_move            (VacSideBySide  *self,
                                       VacNode        *place,
                                       guint           position);
void vac_side_by_side_return_focus    (VacSideBySide  *self);
void vac_side_by_side_focus_column    (VacSideBySide  *self,
                                       guint           column);
void vac_side_by_side_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
