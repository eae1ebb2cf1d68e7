/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-node.h"

G_BEGIN_DECLS

#define VAC_TYPE_PAGE (vac_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (VacPage, vac_page, VAC, PAGE, AdwBin)

struct _VacPageClass
{
  AdwBinClass parent_class;
};

/* Adds the next of what was left for later. Returns: whether there is more. */
typedef gboolean (*VacPageAddFunc) (VacPage *self);

void     vac_page_add    (VacPage   *self,
                          GtkWidget *child);
void     vac_page_defer  (VacPage        *self,
                          GPtrArray      *nodes,
                          VacPageAddFunc  add_next);
gboolean vac_page_reveal (VacPage   *self,
                          VacNode   *node);
void     vac_page_select (VacPage   *self,
                          VacNode   *leaf,
                          gsize      start,
                          gsize      length);
gboolean vac_page_show_words (VacPage *self,
                          VacNode   *leaf,
                          gsize      start,
                          gsize      length);
void     vac_page_forget_words (VacPage *self);
VacNode *vac_page_get_place (VacPage *self,
                          GtkWidget *focus,
                          gsize     *start,
                          gsize     *length);
void     vac_page_scroll_to (VacPage *self,
                          VacNode   *node);
double   vac_page_get_scroll (VacPage *self);
void     vac_page_set_scroll (VacPage *self,
                          double     above);

G_END_DECLS
