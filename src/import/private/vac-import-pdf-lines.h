/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which part of its page a line is in. */
typedef enum
{
  VAC_PDF_WHOLE,
  VAC_PDF_FIRST_COLUMN,
  VAC_PDF_SECOND_COLUMN,
  VAC_PDF_N_COLUMNS
} VacPdfColumn;

/*
 * VacPdfLine:
 * @text: what it says; a tab where a wide gap is
 * @bold: a byte for each byte of @text: 'b' where it is bold
 * @page: from 0
 * @column: which part of the page
 * @left: where it begins, in points; in a language that runs from the right, from that side
 * @right: where it ends
 * @bottom: of its letters, from the top of the page
 * @size: of most of it, in points
 * @text_left: where the text behind its bullet begins
 * @word_width: of its first word
 * @margin: where lines of its list end at most, if that has columns of its own; otherwise 0
 * @is_row: it is a row of a table
 * @goes_on: it stands on the line before it, behind a wide gap
 *
 * A line of a page, as it was set.
 */
typedef struct
{
  GString     *text;
  GString     *bold;
  guint        page;
  VacPdfColumn column;
  double       left;
  double       right;
  double       bottom;
  double       size;
  double       text_left;
  double       word_width;
  double       margin;
  gboolean     is_row;
  gboolean     goes_on;
} VacPdfLine;

/* Text is hardly set in narrower lines than that, in sizes of its type: in a column. */
#define VAC_PDF_NARROWEST_COLUMN 12

VacPdfLine *vac_pdf_line_new          (guint          page);
void        vac_pdf_line_free         (gpointer       line);
void        vac_pdf_line_append       (VacPdfLine       *line,
                                       const VacPdfLine *other,
                                       const char       *between);
gboolean    vac_pdf_line_is_mark      (const VacPdfLine *line);
gboolean    vac_pdf_line_is_wrapped   (const VacPdfLine *line,
                                       const VacPdfLine *next,
                                       double            margin);
gboolean    vac_pdf_is_bold           (const GString *text,
                                       const GString *bold);

void        vac_pdf_lines_take_cells  (GPtrArray     *lines,
                                       double         size,
                                       const char    *language);
void        vac_pdf_lines_join_gaps   (GPtrArray     *lines,
                                       gboolean       from_right);
void        vac_pdf_lines_order_lists (GPtrArray     *lines);
void        vac_pdf_lines_drop_heads  (GPtrArray     *lines,
                                       double         height,
                                       const char    *title);
void        vac_pdf_lines_join_rows   (GPtrArray     *lines);
void        vac_pdf_lines_set_columns (GPtrArray     *lines,
                                       double         width);

G_END_DECLS
