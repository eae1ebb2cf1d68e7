/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pdf"

#include "config.h"

#include <string.h>

#include "vac-pdf-private.h"
#include "vac-piece-hyphens.h"

static gboolean
is_safe_scheme (const char *uri)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (uri, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

/**
 * vac_pdf_escape_uri:
 * @uri: a URI
 *
 * cairo 1.16 copies a URI unchanged into the PDF, between parentheses, and parses it between
 * apostrophes: whatever could end one or the other is percent-encoded here, whether or not the
 * caller has done so.
 *
 * Returns: (transfer full) (nullable): the same URI, made safe; %NULL if we do not link to it
 */
char *
vac_pdf_escape_uri (const char *uri)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  if (uri == NULL || !is_safe_scheme (uri))
    return NULL;

  for (const char *p = uri; *p != '\0'; p++)
    if ((guchar) *p <= 0x20 || (guchar) *p >= 0x7f || strchr ("()'\"\\<>{}^`|", *p) != NULL)
      g_string_append_printf (escaped, "%%%02X", (guchar) *p);
    else
      g_string_append_c (escaped, *p);

  return g_string_free (g_steal_pointer (&escaped), FALSE);
}

/* Appends a number as PDF and cairo want it, in whatever locale. */
static void
append_number (GString *out,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
  g_string_append_c (out, ' ');
}

/* The parts of the lines where the link can be clicked. */
static void
append_link_areas (GString           *out,
                   VacPaper          *paper,
                   const VacSlice    *slice,
                   const VacEmphasis *link)
{
  const gsize start = vac_piece_get_place (slice->piece, link->start);
  const gsize end = vac_piece_get_place (slice->piece, link->end);
  const VacCell *cell;
  PangoLayout *layout;
  double first_top;

  g_assert (slice->piece->cells->len > 0);
  g_assert (slice->n_lines > 0 && slice->first + slice->n_lines <= slice->piece->lines->len);

  layout = vac_piece_get_layout (slice->piece, 0);
  cell = &g_array_index (slice->piece->cells, VacCell, 0);
  first_top = g_array_index (slice->piece->lines, VacLine, slice->first).top;
  for (guint i = slice->first; i < slice->first + slice->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
      const VacLine *box = &g_array_index (slice->piece->lines, VacLine, i);
      const gsize line_end = (gsize) (line->start_index + line->length);
      g_autofree int *ranges = NULL;
      int n_ranges;

      /* Of a place outside the line, Pango gives the edge of the page. */
      if (end <= (gsize) line->start_index || start >= line_end)
        continue;
      pango_layout_line_get_x_ranges (line, (int) MAX (start, (gsize) line->start_index),
                                      (int) MIN (end, line_end), &ranges, &n_ranges);
      for (int r = 0; r < n_ranges; r++)
        {
          if (ranges[2 * r] == ranges[2 * r + 1])
            continue;
          append_number (out, vac_paper_get_slice_x (paper, slice) + cell->x
                                + (double) ranges[2 * r] / PANGO_SCALE);
          append_number (out, vac_paper_get_slice_y (paper, slice) + box->top - first_top);
          append_number (out, (double) (ranges[2 * r + 1] - ranges[2 * r]) / PANGO_SCALE);
          append_number (out, box->height);
        }
    }
}

static void
add_link (VacPaper          *paper,
          cairo_t           *cr,
          const VacSlice    *slice,
          const VacEmphasis *link)
{
  g_autofree char *uri = vac_pdf_escape_uri (link->uri);
  g_autoptr (GString) areas = g_string_new (NULL);
  g_autofree char *attributes = NULL;

  if (uri == NULL)
    return;

  append_link_areas (areas, paper, slice, link);
  if (areas->len == 0)
    return;

  attributes = g_strdup_printf ("uri='%s' rect=[%s]", uri, areas->str);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static const char *
get_tag (const VacPiece *piece)
{
  switch (piece->kind)
    {
    case VAC_BLOCK_PICTURE:
    case VAC_BLOCK_CHART:
      return VAC_PDF_FIGURE;
    case VAC_BLOCK_TITLE:
      return "H1";
    case VAC_BLOCK_HEADING:
      return piece->level >= 2 ? "H3" : "H2";
    case VAC_BLOCK_FACTS:
    case VAC_BLOCK_PAY:
    case VAC_BLOCK_PARAGRAPH:
    case VAC_BLOCK_BULLET:
    case VAC_BLOCK_ROW:
    case VAC_BLOCK_LINK:
    case VAC_BLOCK_SPACE:
    default:
      return "P";
    }
}

/* The tag that holds all bullets of a list or all rows of a table on a page. */
static const char *
get_group_tag (const VacSlice *slice)
{
  if (slice->piece->kind == VAC_BLOCK_BULLET)
    return "L";

  return slice->piece->kind == VAC_BLOCK_ROW ? "Table" : NULL;
}

static void
draw_bullet (cairo_t        *cr,
             const VacSlice *slice,
             double          x,
             double          y)
{
  cairo_tag_begin (cr, "LI", NULL);
  if (slice->first == 0)
    {
      cairo_tag_begin (cr, "Lbl", NULL);
      vac_piece_draw_bullet (slice->piece, cr, x, y);
      cairo_tag_end (cr, "Lbl");
    }
  cairo_tag_begin (cr, "LBody", NULL);
  vac_piece_draw_cell (slice->piece, cr, 0, x, y, slice->first, slice->n_lines);
  cairo_tag_end (cr, "LBody");
  cairo_tag_end (cr, "LI");
}

static void
draw_row (cairo_t        *cr,
          const VacSlice *slice,
          double          x,
          double          y)
{
  const char *tag = slice->piece->header ? "TH" : "TD";

  cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < slice->piece->cells->len; i++)
    {
      cairo_tag_begin (cr, tag, NULL);
      vac_piece_draw_cell (slice->piece, cr, i, x, y, slice->first, slice->n_lines);
      cairo_tag_end (cr, tag);
    }
  cairo_tag_end (cr, "TR");
  vac_piece_draw_rules (slice->piece, cr, x, y, slice->first, slice->n_lines);
}

/* Each cell is read as a paragraph, in the order of the facts. */
static void
draw_facts (cairo_t        *cr,
            const VacSlice *slice,
            double          x,
            double          y)
{
  guint from, end;

  for (guint i = 0; i < slice->piece->cells->len; i++)
    {
      if (!vac_piece_get_cell_lines (slice->piece, i, slice->first, slice->n_lines, &from, &end))
        continue;
      cairo_tag_begin (cr, "P", NULL);
      vac_piece_draw_cell (slice->piece, cr, i, x, y, slice->first, slice->n_lines);
      cairo_tag_end (cr, "P");
    }
}

static void
draw_slice (VacPaper       *paper,
            cairo_t        *cr,
            const VacSlice *slice)
{
  double x = vac_paper_get_slice_x (paper, slice);
  double y = vac_paper_get_slice_y (paper, slice);
  const char *tag = get_tag (slice->piece);

  if (slice->piece->kind == VAC_BLOCK_BULLET)
    {
      draw_bullet (cr, slice, x, y);
    }
  else if (slice->piece->kind == VAC_BLOCK_ROW)
    {
      draw_row (cr, slice, x, y);
    }
  else if (slice->piece->kind == VAC_BLOCK_FACTS)
    {
      draw_facts (cr, slice, x, y);
    }
  else
    {
      cairo_tag_begin (cr, tag, NULL);
      vac_piece_draw (slice->piece, cr, x, y, slice->first, slice->n_lines);
      cairo_tag_end (cr, tag);
    }
  for (guint i = 0; slice->piece->links != NULL && i < slice->piece->links->len; i++)
    add_link (paper, cr, slice, &g_array_index (slice->piece->links, VacEmphasis, i));
  vac_paper_draw_margin (paper, cr, slice);
  vac_paper_draw_rule (paper, cr, slice);
}

/* Draws a page as vac_paper_draw_page() does, and tags what everything is. */
void
vac_pdf_draw_page (VacPaper *paper,
                   cairo_t  *cr,
                   guint     page)
{
  const VacSheet *drawn = vac_paper_get_page (paper, page);
  const char *open = NULL;

  vac_paper_draw_ground (paper, cr, page);
  for (guint i = 0; i < drawn->slices->len; i++)
    {
      const VacSlice *slice = &g_array_index (drawn->slices, VacSlice, i);
      const char *group = get_group_tag (slice);

      if (g_strcmp0 (open, group) != 0)
        {
          if (open != NULL)
            cairo_tag_end (cr, open);
          if (group != NULL)
            cairo_tag_begin (cr, group, NULL);
          open = group;
        }
      draw_slice (paper, cr, slice);
    }
  if (open != NULL)
    cairo_tag_end (cr, open);
  vac_paper_draw_foot (paper, cr, page);
}
