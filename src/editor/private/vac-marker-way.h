/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-mark-look.h"
#include "vac-underline.h"

G_BEGIN_DECLS

/**
 * VacMarkerWay:
 * @dup_text: returns (transfer full) what is written in the widget
 * @get_caret: returns where its caret is, in characters
 * @set_caret: moves it there
 * @get_selection: whether something is selected, and from where to where, in characters
 * @find: returns which character is at a place in the widget, or -1
 * @moves: whether marks move along with the text by themselves
 * @draw: shows those marks of @text, and no others; they do not overlap, and are in order
 * @get_menu: returns (transfer none) (nullable) what is added to the menu of the text
 * @set_menu: sets it
 *
 * How one sort of widget for text is marked.
 */
typedef struct
{
  char       *(*dup_text)      (GtkWidget     *widget);
  int         (*get_caret)     (GtkWidget     *widget);
  void        (*set_caret)     (GtkWidget     *widget,
                                int            offset);
  gboolean    (*get_selection) (GtkWidget     *widget,
                                int           *from,
                                int           *to);
  int         (*find)          (GtkWidget     *widget,
                                double         x,
                                double         y);
  gboolean      moves;
  void        (*draw)          (GtkWidget     *widget,
                                const char    *text,
                                GArray        *marks,
                                VacMarkGround  ground);
  GMenuModel *(*get_menu)      (GtkWidget     *widget);
  void        (*set_menu)      (GtkWidget     *widget,
                                GMenuModel    *menu);
} VacMarkerWay;

extern const VacMarkerWay vac_marker_view_way;
extern const VacMarkerWay vac_marker_entry_way;

G_END_DECLS
