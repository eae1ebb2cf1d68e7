/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-debounce.h"
#include "vac-sidebar-row.h"
#include "vac-sidebar.h"

G_BEGIN_DECLS

struct _VacSidebar
{
  GtkWidget    parent_instance;

  /* Template widgets */
  GtkWidget   *content;
  GtkListBox  *list_box;
  GMenuModel  *entry_menu;
  GMenuModel  *add_menu;
  GtkMenuButton *add_button;
  GtkWidget   *progress_button;
  GtkLabel    *progress_label;
  GtkProgressBar *progress_bar;

  /* Owned */
  VacDocument *document;
  VacNode     *selected;
  GHashTable  *rows;      /* node → its row, which the list box owns */
  VacDebounce *marks;

  /* Borrowed */
  GtkPopover  *popover;   /* our child, made when it is first opened */
  VacNode     *dragged;   /* while its row is dragged */
  GtkWidget   *drop_row;  /* with the line where it would go; a weak pointer */
};

/* vac-sidebar-progress.c */
VacProgress vac_sidebar_get_progress       (VacSidebar     *self,
                                            VacNode        *part);
void     vac_sidebar_update_progress       (VacSidebar     *self);

/* vac-sidebar-actions.c */
void     vac_sidebar_class_install_actions (GtkWidgetClass *widget_class);
void     vac_sidebar_update_actions        (VacSidebar     *self);
void     vac_sidebar_pop_up_at             (VacSidebar     *self,
                                            int             n_press,
                                            double          x,
                                            double          y);

/* vac-sidebar-drag.c */
void     vac_sidebar_make_draggable        (VacSidebar     *self,
                                            VacSidebarRow  *row);
void     vac_sidebar_accept_drops          (VacSidebar     *self);

/* vac-sidebar.c */
gboolean vac_sidebar_are_neighbours        (VacNode        *section,
                                            VacNode        *other);
void     vac_sidebar_rename                (VacSidebar     *self,
                                            VacNode        *section);

G_END_DECLS
