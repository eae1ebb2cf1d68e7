/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-item-list.h"
#include "vac-item-row.h"

G_BEGIN_DECLS

/* What vac-item-list.c, which follows the document, and vac-item-list-keys.c and
 * vac-item-list-paste.c, which change it, have in common. */

struct _VacItemList
{
  GtkWidget    parent_instance;

  /* Template widgets */
  GtkWidget   *content;
  GtkListBox  *list_box;
  GtkWidget   *earlier_button;
  GtkWidget   *more_button;
  GtkWidget   *add_button;
  GtkLabel    *add_label;

  /* Owned */
  VacDocument *document;
  VacNode     *list;
  GHashTable  *rows;      /* item → its row, which the list box owns */

  /* Borrowed: the row that a dragged item is over; a weak pointer */
  GtkWidget   *drop_row;

  guint        first;     /* the item of the first row; a long list shows a part at a time */
  guint        limit;     /* how many rows there may be */
  gboolean     labelled;
};

VacItemRow *vac_item_list_get_row        (VacItemList     *self,
                                          guint            position);
VacItemRow *vac_item_list_show_row       (VacItemList     *self,
                                          VacNode         *item);
VacItemRow *vac_item_list_show_position  (VacItemList     *self,
                                          guint            position);
VacItemRow *vac_item_list_find_focus_row (VacItemList     *self);
gboolean    vac_item_list_press_key      (VacItemList     *self,
                                          guint            keyval,
                                          guint            keycode,
                                          GdkModifierType  state);
void        vac_item_list_split_text     (VacItemRow      *row,
                                          char           **before,
                                          char           **after);
void        vac_item_list_paste          (VacTextArea     *area,
                                          VacItemList     *self);

G_END_DECLS
