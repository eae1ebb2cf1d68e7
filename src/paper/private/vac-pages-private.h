/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pages.h"

G_BEGIN_DECLS

/* What distributes lines to pages. */
typedef struct
{
  GPtrArray        *pieces;
  GPtrArray        *pages;
  const VacMeasure *measure;
  double            height;
  double            top;           /* from the sheet's upper edge to the column */
  double            space_scale;
  double            y;
  VacSheet         *page;
  guint             n_page;        /* of @page */
  guint             header;        /* of the table that is being cut, or G_MAXUINT */
  double            side_y;        /* where the column beside the text has come to */
  gboolean          side_full;
  double            band_bottom;   /* of what stands in the band so far */
  gboolean          in_panel;      /* the band is closed, facts are being placed */
} VacCutter;

VacPiece *vac_cutter_get_piece   (VacCutter *self,
                                  guint      position);
VacSheet *vac_cutter_get_sheet   (VacCutter *self,
                                  guint      page);
void      vac_cutter_go_to_page  (VacCutter *self,
                                  guint      page);
void      vac_cutter_begin_page  (VacCutter *self);
double    vac_cutter_get_space   (VacCutter *self,
                                  guint      position);
void      vac_cutter_add_slice   (VacCutter *self,
                                  guint      position,
                                  guint      first,
                                  guint      n_lines,
                                  gboolean   repeated);
void      vac_cutter_put         (VacCutter *self,
                                  VacSheet  *sheet,
                                  guint      position,
                                  guint      first,
                                  guint      n_lines,
                                  double     x,
                                  double     y,
                                  double     width);
gboolean  vac_cutter_place_head  (VacCutter *self,
                                  guint      position);
void      vac_cutter_leave_head  (VacCutter *self);
guint     vac_cutter_place_group (VacCutter *self,
                                  guint      position);

G_END_DECLS
