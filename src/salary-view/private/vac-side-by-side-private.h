/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-axis.h"
#include "vac-frozen-grid.h"
#include "vac-salary-list.h"
#include "vac-side-by-side.h"

G_BEGIN_DECLS

/* What the page compares, and how it is shown. It is the page's; what shows it borrows it. */
typedef struct
{
  VacSalaryList    *list;         /* owned */
  VacComparison    *comparison;   /* owned: of the chosen places with the base */
  GHashTable       *indexes;      /* owned: borrowed VacNode → its index in the comparison + 1 */
  VacComparedPlace  posting;      /* the posting's own range; its texts are static */
  VacDifferences    differences;
  gboolean          all_figures;
} VacSides;

/* Before the places in columns stand the titles and the posting. */
#define VAC_SIDES_N_FROZEN 2

/* For vac_sides_get_index(). */
#define VAC_SIDES_NONE G_MAXUINT

const char *vac_sides_get_name         (const VacSides *sides,
                                        guint           index);
guint       vac_sides_get_index        (const VacSides *sides,
                                        VacNode        *node);
gboolean    vac_sides_has_posting      (const VacSides *sides);
gboolean    vac_sides_is_base          (const VacSides *sides,
                                        guint           index);
gboolean    vac_sides_is_writable      (const VacSides *sides);
gboolean    vac_sides_shows            (const VacSides *sides,
                                        VacFact         fact);
const char *vac_sides_get_title        (VacFact         fact);

/* Pieces of both forms */
VacAxis     vac_sides_fit_axis         (const VacSides *sides,
                                        double          length,
                                        double          label_length);
GtkWidget  *vac_sides_bar_new          (const VacSides *sides,
                                        GtkOrientation  orientation,
                                        const VacAxis  *axis,
                                        guint           index);
GtkWidget  *vac_sides_axis_new         (const VacSides *sides,
                                        GtkOrientation  orientation,
                                        const VacAxis  *axis);
GtkWidget  *vac_sides_difference_bar_new (const VacSides *sides,
                                        guint           index,
                                        VacFact         fact,
                                        gint64          most);
gint64      vac_sides_get_most         (const VacSides *sides,
                                        VacFact         fact);
GtkWidget  *vac_sides_use_button_new   (void);
void        vac_sides_update_use_button (const VacSides *sides,
                                        GtkWidget      *button,
                                        guint           index);
GtkWidget  *vac_sides_legend_new       (const VacSides *sides,
                                        GtkOrientation  orientation);
char       *vac_sides_keep_order       (const char     *figure);
GtkWidget  *vac_sides_label_new        (const char     *text,
                                        const char     *style);

/* In columns */
void        vac_sides_fill_grid        (const VacSides *sides,
                                        VacFrozenGrid  *grid);

G_END_DECLS
