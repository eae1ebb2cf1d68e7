/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pages.h"

G_BEGIN_DECLS

struct _VacCutter
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
  guint             seen;          /* all that was done so far depends on pieces before this one */
  guint             n_behind;      /* pages of before that begin with pieces that are done */

  /* As they were when the page was come to */
  guint             position;      /* of the next piece */
  guint             n_slices;      /* of @page */
  guint             n_first;       /* slices of the first page */
  double            page_band;     /* of @page */
  double            page_panel;
};

void      vac_sheet_set_slices   (VacSheet  *self,
                                  GArray    *slices,
                                  guint      n_slices);
gboolean  vac_cutter_has_piece   (VacCutter *self,
                                  guint      position);

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
gboolean  vac_cutter_keep_start  (VacCutter *self,
                                  guint      position);
guint     vac_cutter_resume      (VacCutter       *self,
                                  GPtrArray       *earlier,
                                  const VacChange *change);
gboolean  vac_cutter_rejoin      (VacCutter       *self,
                                  GPtrArray       *earlier,
                                  const VacChange *change);

G_END_DECLS
