/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-type.h"

G_BEGIN_DECLS

/**
 * VacLine:
 * @top: from the piece's top
 * @height: to the next line
 * @baseline: from the piece's top
 *
 * A line of a piece, in points. The cells of a table's row share their lines.
 */
typedef struct
{
  double top;
  double height;
  double baseline;
} VacLine;

/**
 * VacCell:
 * @layout: (owned) (nullable): the text; %NULL until it is asked for, see vac_piece_get_layout()
 * @x: from the column of text's left edge
 * @width: where the text wraps
 * @natural: width of the text on one line; of a table's cell only
 * @least: width of its longest word; of a table's cell only
 * @numeric: whether it holds a number; of a table's cell only
 * @align_right: whether its lines end at the right edge
 * @first_line: which line of the piece its first one is
 * @step: (unowned): how its text is set
 * @caption: whether its first line is a caption
 * @above: white space above it, in points
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       width;
  double       natural;
  double       least;
  gboolean     numeric;
  gboolean     align_right;
  guint        first_line;
  const VacTypeStep *step;
  gboolean     caption;
  double       above;
} VacCell;

/* What short bullets have in common. */
typedef struct _VacShort VacShort;

/**
 * VacMeasure:
 * @context: (unowned): of the text
 * @width: of the column of text, in points
 * @squeeze: how far the page is squeezed, from 0 to 1
 * @rtl: whether the document is written from right to left
 * @language: (unowned): of the document
 * @bullet: (unowned): the mark of bullets, which all of them share
 * @many: whether there are so many pieces that few are ever seen
 * @shorts: (unowned) (nullable): where so many pieces are new: puts short bullets off
 * @look: (unowned): how the pages look
 * @box: what sets the piece off
 * @plain: whether facts stand in one line, so that differences can be shown in it
 * @side_x: where the column beside the text begins, if there is one
 * @side_width: how wide that is
 * @band_indent: how far the title stands from the edge, to leave room for a logo
 */
typedef struct
{
  PangoContext *context;
  double        width;
  double        squeeze;
  gboolean      rtl;
  const char   *language;
  PangoLayout  *bullet;
  gboolean      many;
  VacShort     *shorts;
  const VacLook *look;
  VacBox        box;
  gboolean      plain;
  double        side_x;
  double        side_width;
  double        band_indent;
} VacMeasure;

/* Where words are divided at the ends of lines. */
typedef struct _VacHyphens VacHyphens;

/**
 * VacPiece:
 * @ref_count: how many hold it
 * @serial: changes whenever it would be drawn differently
 * @block: (owned): what it shows
 * @kind: of @block
 * @links: (owned) (nullable) (element-type VacEmphasis): links in the layout's text, in order; see
 *   vac_piece_get_place() for where words are divided
 * @hyphens: (owned) (nullable): where words of it are divided at the ends of lines
 * @label_length: bytes of the layout's text before the text itself begins
 * @fact_ends: (owned) (nullable): of facts: where each ends in the layout's text, in bytes
 * @fact_cells: (owned) (nullable): of facts: which cell each is in
 * @lead_lines: of facts: how many lines the employer's name has by itself
 * @apart: of facts that have a place beside the text: whether there is no room for them there
 * @beside_height: of facts: how high they are beside the text, without the employer's name
 * @look: how it looks
 * @box: what sets it off
 * @width: of its text and its bullet together
 * @group: (unowned) (nullable): the first piece of what stands with it in columns; only to be
 *   compared
 * @move: whether it shows that it was moved
 * @marks: (owned) (nullable) (element-type VacMark): its words that were added and removed; the
 *   part is the number of the cell, the place that in the cell's text
 * @picture: (owned) (nullable): the picture that it is, without cells
 * @pixels: (owned) (nullable): of the picture, once it was drawn
 * @chart: (owned) (nullable): the chart that it is, without cells
 * @context: (owned) (nullable): of the text of the chart
 * @area: of a picture or a chart: where it is drawn, from the upper left corner of the column of
 *   text
 * @bullet: (owned) (nullable): the mark before the text
 * @bullet_x: left edge of the mark
 * @shorts: (owned) (nullable): lays its text out, which was put off
 * @cells: (element-type VacCell): one, or those of a row
 * @lines: (element-type VacLine): of all cells
 * @height: of all lines
 *
 * A block laid out for one width: lines that can be distributed to pages one by one.
 */
typedef struct
{
  guint           ref_count;
  guint64         serial;
  const VacBlock *block;
  VacBlockKind    kind;
  guint8          level;
  gboolean        header;
  VacLook         look;
  VacBox          box;
  double          width;
  gconstpointer   group;
  guint           lead_lines;
  gboolean        apart;
  double          beside_height;
  GArray         *links;
  VacHyphens     *hyphens;
  gsize           label_length;
  gsize          *fact_ends;
  guint          *fact_cells;
  VacMove         move;
  GArray         *marks;
  VacPicture     *picture;
  cairo_surface_t *pixels;
  VacChart       *chart;
  PangoContext   *context;
  cairo_rectangle_t area;
  PangoLayout    *bullet;
  double          bullet_x;
  VacShort       *shorts;
  GArray         *cells;
  GArray         *lines;
  double          height;
} VacPiece;

double       vac_piece_get_column_gap (guint             n_columns);
PangoLayout *vac_piece_create_bullet (const VacMeasure *measure);
VacPiece *vac_piece_new            (const VacBlock   *block,
                                    const VacMeasure *measure);
void      vac_piece_set_width      (VacPiece         *self,
                                    const VacMeasure *measure,
                                    double            width);
void      vac_piece_set_apart      (VacPiece         *self,
                                    const VacMeasure *measure,
                                    gboolean          apart);
VacPiece *vac_piece_ref            (VacPiece         *self);
void      vac_piece_unref          (VacPiece         *self);
void      vac_piece_set_columns    (VacPiece         *self,
                                    const VacMeasure *measure,
                                    const double     *widths,
                                    const gboolean   *numeric,
                                    guint             n_columns);
guint     vac_piece_get_n_lines    (VacPiece         *self);
double    vac_piece_get_lines_height (VacPiece       *self,
                                    guint             first,
                                    guint             n_lines);
void      vac_piece_draw           (VacPiece         *self,
                                    cairo_t          *cr,
                                    double            x,
                                    double            y,
                                    guint             first,
                                    guint             n_lines);
void      vac_piece_draw_cell      (VacPiece         *self,
                                    cairo_t          *cr,
                                    guint             cell,
                                    double            x,
                                    double            y,
                                    guint             first,
                                    guint             n_lines);
void      vac_piece_draw_bullet    (VacPiece         *self,
                                    cairo_t          *cr,
                                    double            x,
                                    double            y);
void      vac_piece_draw_rules     (VacPiece         *self,
                                    cairo_t          *cr,
                                    double            x,
                                    double            y,
                                    guint             first,
                                    guint             n_lines);

void      vac_piece_draw_margin    (VacPiece         *self,
                                    cairo_t          *cr,
                                    double            x,
                                    double            y,
                                    gboolean          rtl,
                                    guint             first,
                                    guint             n_lines);

PangoLayout *vac_piece_get_layout  (VacPiece         *self,
                                    guint             cell);
gboolean  vac_piece_get_cell_lines (VacPiece         *self,
                                    guint             cell,
                                    guint             first,
                                    guint             n_lines,
                                    guint            *from,
                                    guint            *end);

VacNode  *vac_piece_find_fact      (VacPiece         *self,
                                    guint             first,
                                    double            x,
                                    double            y);

guint64   vac_piece_take_serial    (void);

gboolean  vac_block_same_content   (gconstpointer     a,
                                    gconstpointer     b);
guint     vac_block_hash_content   (gconstpointer     block);

/* Between two columns of a list, and between the ground of the way to apply and its text. */
#define VAC_LIST_GAP 24.0
#define VAC_BOX_PADDING 14.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPiece, vac_piece_unref)

G_END_DECLS
