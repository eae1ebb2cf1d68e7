/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-search.h"

G_BEGIN_DECLS

#define VAC_TYPE_FIND_BAR (vac_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (VacFindBar, vac_find_bar, VAC, FIND_BAR, AdwBin)

void            vac_find_bar_set_place       (VacFindBar *self,
                                              GtkWidget  *place);
void            vac_find_bar_open            (VacFindBar *self,
                                              gboolean    replacing);
void            vac_find_bar_close           (VacFindBar *self);
gboolean        vac_find_bar_get_open        (VacFindBar *self);
gboolean        vac_find_bar_has_focus       (VacFindBar *self);
void            vac_find_bar_focus           (VacFindBar *self);
const char     *vac_find_bar_get_words       (VacFindBar *self);
void            vac_find_bar_set_words       (VacFindBar *self,
                                              const char *words);
const char     *vac_find_bar_get_replacement (VacFindBar *self);
VacPatternFlags vac_find_bar_get_flags       (VacFindBar *self);
VacSearchScope  vac_find_bar_get_scope       (VacFindBar *self);
void            vac_find_bar_show_count      (VacFindBar *self,
                                              guint       n_matches,
                                              guint       current);

G_END_DECLS
