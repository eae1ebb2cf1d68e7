/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-piece.h"

G_BEGIN_DECLS

/**
 * VacSlice:
 * @piece: (owned): whose lines
 * @serial: of the piece when the slice was cut
 * @position: of the piece's block in the outline
 * @first: the first line
 * @n_lines: how many; all of them unless the page was full
 * @x: the left edge of what the piece is laid out in, from that of the column of text
 * @width: of that
 * @y: the first line's top, from the top of the column of text
 * @height: of the lines
 * @repeated: whether it is a table's header shown once more
 * @rule: whether a rule below it sets the masthead off
 *
 * Lines of one block on one page. Lengths in points.
 */
typedef struct
{
  VacPiece *piece;
  guint64   serial;
  guint     position;
  guint     first;
  guint     n_lines;
  double    x;
  double    width;
  double    y;
  double    height;
  gboolean  repeated;
  gboolean  rule;
} VacSlice;

/* What distributes lines to pages. */
typedef struct _VacCutter VacCutter;

/**
 * VacChange:
 * @first: the first piece that is not the one that was there
 * @end: the position behind the last one; all from there on are as they were
 * @shift: how many more pieces there are than before
 *
 * Which pieces an edit has replaced.
 */
typedef struct
{
  guint first;
  guint end;
  int   shift;
} VacChange;

/**
 * VacSheet:
 * @slices: (element-type VacSlice): in the order in which they are read
 * @band_bottom: the lower edge of the band, from the top of the column of text
 * @panel_bottom: likewise of the ground of facts, which begins there; the page has neither if this
 *   is no lower than the sheet's upper edge
 * @serial: changes whenever the page would be drawn differently
 * @replaced: the serial of the page that was in its place, if it has the same foot and grounds;
 *   else 0
 * @earlier: (owned) (nullable) (element-type VacSlice): what was on that page
 * @shares_slices: whether another page has the same @slices, so that they are not to be changed
 * @start: (owned) (nullable): how the cutting stood when it came to this page; %NULL where a piece
 *   goes on beyond the page
 */
typedef struct
{
  GArray *slices;
  double  band_bottom;
  double  panel_bottom;
  guint64 serial;
  guint64 replaced;
  GArray *earlier;
  gboolean shares_slices;
  VacCutter *start;
} VacSheet;

/* Higher than any sheet. */
#define VAC_NO_BAND (-G_MAXDOUBLE)

GPtrArray *vac_pages_cut          (GPtrArray        *pieces,
                                   const VacMeasure *measure,
                                   double            height,
                                   double            top,
                                   double            space_scale,
                                   GPtrArray        *earlier,
                                   const VacChange  *change);
guint8    *vac_pages_find_boxes    (const VacLook    *look,
                                    VacOutline       *outline,
                                    guint             n_blocks);
void       vac_pages_arrange_lists (GPtrArray        *pieces,
                                    const VacMeasure *measure,
                                    VacChange        *change);
double     vac_pages_get_last_share (GPtrArray    *pages,
                                   double            height);
guint      vac_pages_count_least  (GPtrArray        *pieces);
void       vac_pages_keep_serials (GPtrArray     *pages,
                                   GPtrArray     *old_pages,
                                   gboolean       same_title);
gboolean   vac_slice_equal        (const VacSlice   *a,
                                   const VacSlice   *b);
gboolean   vac_slice_get_ink      (const VacSlice   *slice,
                                   double           *top,
                                   double           *bottom);
gboolean   vac_sheet_find_changes (const VacSheet   *page,
                                   guint64           serial,
                                   double           *top,
                                   double           *bottom);
void       vac_pages_arrange_tables (GPtrArray     *pieces,
                                   const VacMeasure *measure,
                                   VacChange        *change);
void       vac_change_note        (VacChange        *self,
                                   guint             position);

G_END_DECLS
