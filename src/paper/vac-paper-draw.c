/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper-draw"

#include "config.h"

#include <math.h>

#include "vac-paper-private.h"
#include "vac-phrase.h"
#include "vac-piece-layout.h"

/* Draws pages: what stands on them, and what sets its parts off. */

#define FOOT_SIZE 8.5

/* From the last line of text to the baseline of the page number, if the margin is that wide. */
#define FOOT_DISTANCE 32.0

/* Half the space below the masthead, where its rule is. */
#define RULE_DISTANCE 13.0

/* The line at the edge of a ground that the accent colour has tinted: how much of it that has. */
#define RULE_TINT 0.25

/* The bar beside the way to apply. */
#define BOX_RULE 3.0

/* From the sheet's left edge. */
double
vac_paper_get_slice_x (VacPaper       *self,
                       const VacSlice *slice)
{
  return vac_paper_get_left (self) + slice->x;
}

/* From the sheet's upper edge. */
double
vac_paper_get_slice_y (VacPaper       *self,
                       const VacSlice *slice)
{
  return vac_paper_get_top (self) + slice->y;
}

static void
fill (VacPaper *self,
      cairo_t  *cr,
      guint32   colour,
      double    top,
      double    bottom)
{
  vac_type_set_colour (cr, colour);
  cairo_rectangle (cr, 0, top, vac_paper_get_setup (self)->width, bottom - top);
  cairo_fill (cr);
}

static void
draw_band (VacPaper       *self,
           cairo_t        *cr,
           const VacSheet *sheet)
{
  const VacLook *look = vac_paper_get_look (self);
  const double top = vac_paper_get_top (self);

  if (sheet->panel_bottom > sheet->band_bottom)
    {
      fill (self, cr, vac_look_get_tint (look), MAX (top + sheet->band_bottom, 0),
            top + sheet->panel_bottom);
      fill (self, cr, vac_colour_mix (0xffffff, look->accent, RULE_TINT),
            top + sheet->panel_bottom, top + sheet->panel_bottom + 0.75);
    }
  if (top + sheet->band_bottom > 0)
    fill (self, cr, look->accent, 0, top + sheet->band_bottom);
}

/* It goes over the whole height of each page, whether or not anything stands on it. */
static void
draw_side (VacPaper *self,
           cairo_t  *cr)
{
  const double width = vac_paper_get_side (self);
  const VacPageSetup *setup = vac_paper_get_setup (self);
  const double x = vac_paper_get_rtl (self) ? setup->width - width : 0;

  vac_type_set_colour (cr, vac_look_get_tint (vac_paper_get_look (self)));
  cairo_rectangle (cr, x, 0, width, setup->height);
  cairo_fill (cr);
}

/* The ground of the way to apply: of what of it is on the page. */
static void
draw_box (VacPaper       *self,
          cairo_t        *cr,
          const VacSheet *sheet,
          guint           first,
          guint           end)
{
  const VacLook *look = vac_paper_get_look (self);
  const VacSlice *above = &g_array_index (sheet->slices, VacSlice, first);
  const VacSlice *below = &g_array_index (sheet->slices, VacSlice, end - 1);
  const double x = vac_paper_get_left (self);
  const double y = vac_paper_get_slice_y (self, above) - VAC_BOX_PADDING;
  const double width = vac_paper_get_text_width (self);
  const double height = vac_paper_get_slice_y (self, below) + below->height + VAC_BOX_PADDING - y;

  vac_type_set_colour (cr, vac_look_get_tint (look));
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  vac_type_set_colour (cr, look->accent);
  cairo_rectangle (cr, vac_paper_get_rtl (self) ? x + width - BOX_RULE : x, y, BOX_RULE, height);
  cairo_fill (cr);
}

static gboolean
is_boxed (const VacSheet *sheet,
          guint           position)
{
  return position < sheet->slices->len &&
         g_array_index (sheet->slices, VacSlice, position).piece->box == VAC_BOX_APPLY;
}

/* What is said of the employer and statements begin below a line. */
static void
draw_closing_rule (VacPaper       *self,
                   cairo_t        *cr,
                   const VacSheet *sheet,
                   guint           position)
{
  const VacSlice *slice = &g_array_index (sheet->slices, VacSlice, position);

  if (position == 0 || slice->piece->box != VAC_BOX_CLOSING ||
      g_array_index (sheet->slices, VacSlice, position - 1).piece->box != VAC_BOX_NONE)
    return;

  vac_type_set_colour (cr, VAC_TYPE_RULE_COLOUR);
  cairo_rectangle (cr, vac_paper_get_left (self), vac_paper_get_slice_y (self, slice) - 9.0,
                   vac_paper_get_text_width (self), 0.75);
  cairo_fill (cr);
}

/*
 * vac_paper_draw_ground:
 *
 * Draws what text stands on: bands, grounds, and the lines that part them.
 */
void
vac_paper_draw_ground (VacPaper *self,
                       cairo_t  *cr,
                       guint     page)
{
  const VacSheet *sheet = vac_paper_get_page (self, page);
  guint end;

  draw_band (self, cr, sheet);
  if (vac_paper_get_look (self)->design->head == VAC_HEAD_SIDE)
    draw_side (self, cr);
  for (guint i = 0; i < sheet->slices->len; i = end)
    {
      end = i + 1;
      draw_closing_rule (self, cr, sheet, i);
      if (!is_boxed (sheet, i))
        continue;
      while (is_boxed (sheet, end))
        end++;
      draw_box (self, cr, sheet, i, end);
    }
}

void
vac_paper_draw_rule (VacPaper       *self,
                     cairo_t        *cr,
                     const VacSlice *slice)
{
  double y;

  if (!slice->rule)
    return;

  y = vac_paper_get_top (self) + slice->y + slice->height
      + RULE_DISTANCE * vac_paper_get_space_scale (self);
  vac_type_set_colour (cr, VAC_TYPE_RULE_COLOUR);
  cairo_set_line_width (cr, 0.75);
  cairo_move_to (cr, vac_paper_get_left (self), y);
  cairo_rel_line_to (cr, vac_paper_get_text_width (self), 0);
  cairo_stroke (cr);
}

void
vac_paper_draw_margin (VacPaper       *self,
                       cairo_t        *cr,
                       const VacSlice *slice)
{
  const gboolean rtl = vac_paper_get_rtl (self);

  vac_piece_draw_margin (slice->piece, cr,
                         vac_paper_get_left (self) + (rtl ? vac_paper_get_text_width (self) : 0),
                         vac_paper_get_top (self) + slice->y, rtl, slice->first, slice->n_lines);
}

static void
draw_foot_text (VacPaper   *self,
                cairo_t    *cr,
                const char *text,
                double      width,
                gboolean    at_end)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (vac_paper_get_context (self));
  PangoFontDescription *font = vac_type_describe (vac_paper_get_look (self), FOOT_SIZE,
                                                  PANGO_WEIGHT_NORMAL, FALSE);
  PangoRectangle logical;
  double bottom = vac_paper_get_bottom (self);
  double x = vac_paper_get_left (self);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, !vac_paper_get_rtl (self));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  vac_piece_break_layout (layout, (int) (width * PANGO_SCALE));
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);

  if (at_end != vac_paper_get_rtl (self))
    x += vac_paper_get_text_width (self) - (double) logical.width / PANGO_SCALE;
  cairo_move_to (cr, x, vac_paper_get_setup (self)->height - bottom
                          + MIN (FOOT_DISTANCE, bottom * 0.6));
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

/* What the page is of: the document's title and the employer, if there is one. */
static char *
write_title (VacPaper *self)
{
  VacOutline *outline = vac_paper_get_outline (self);
  const char *title = outline != NULL ? vac_outline_get_name (outline) : NULL;
  const char *employer = outline != NULL ? vac_outline_get_author (outline) : NULL;

  if (title == NULL || *title == '\0')
    return g_strdup (employer != NULL ? employer : "");
  if (employer == NULL || *employer == '\0')
    return g_strdup (title);

  return g_strconcat (title,
                      vac_phrase_get (vac_outline_get_language (outline),
                                      VAC_PHRASE_BETWEEN_FACTS),
                      employer, NULL);
}

/* The foot has no words to translate: page number, slash, page count, the document's own title. */
void
vac_paper_draw_foot (VacPaper *self,
                     cairo_t  *cr,
                     guint     page)
{
  g_autofree char *number = NULL;
  g_autofree char *title = write_title (self);
  double width = vac_paper_get_text_width (self);

  if (vac_paper_get_n_pages (self) < 2)
    return;

  number = g_strdup_printf ("%u / %u", page + 1, vac_paper_get_n_pages (self));
  vac_type_set_colour (cr, VAC_TYPE_MUTED_COLOUR);
  if (page > 0 && *title != '\0')
    draw_foot_text (self, cr, title, width * 0.8, FALSE);
  draw_foot_text (self, cr, number, width * 0.2, TRUE);
}

/**
 * vac_paper_draw_part:
 * @self: pages
 * @cr: where to draw: one unit is a point, the sheet's upper left corner is at 0, 0
 * @page: which page
 * @top: where on the sheet the part begins that is seen, in points
 * @bottom: where it ends
 *
 * Draws what vac_paper_draw_page() draws, but for text that has no ink in the part, and for the
 * foot, which stays in its margin.
 */
void
vac_paper_draw_part (VacPaper *self,
                     cairo_t  *cr,
                     guint     page,
                     double    top,
                     double    bottom)
{
  const VacSheet *drawn;
  double across = 0;
  double blurred = VAC_INK_PIXELS;

  g_return_if_fail (VAC_IS_PAPER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < vac_paper_get_n_pages (self));

  drawn = vac_paper_get_page (self, page);
  cairo_device_to_user_distance (cr, &across, &blurred);
  top -= vac_paper_get_top (self) + VAC_INK_POINTS + fabs (blurred);
  bottom += VAC_INK_POINTS + fabs (blurred) - vac_paper_get_top (self);
  cairo_save (cr);
  vac_paper_draw_ground (self, cr, page);
  for (guint i = 0; i < drawn->slices->len; i++)
    {
      const VacSlice *slice = &g_array_index (drawn->slices, VacSlice, i);
      double ink_top, ink_bottom;

      if (vac_slice_get_ink (slice, &ink_top, &ink_bottom)
          && (ink_bottom < top || ink_top > bottom))
        continue;
      vac_piece_draw (slice->piece, cr, vac_paper_get_slice_x (self, slice),
                      vac_paper_get_slice_y (self, slice), slice->first, slice->n_lines);
      vac_paper_draw_margin (self, cr, slice);
      vac_paper_draw_rule (self, cr, slice);
    }
  if (bottom > vac_paper_get_setup (self)->height - vac_paper_get_bottom (self)
                 - vac_paper_get_top (self))
    vac_paper_draw_foot (self, cr, page);
  cairo_restore (cr);
}

/**
 * vac_paper_draw_page:
 * @self: pages
 * @cr: where to draw: one unit is a point, the sheet's upper left corner is at 0, 0
 * @page: which page
 *
 * Draws a page, without the paper behind it.
 */
void
vac_paper_draw_page (VacPaper *self,
                     cairo_t  *cr,
                     guint     page)
{
  vac_paper_draw_part (self, cr, page, -G_MAXDOUBLE, G_MAXDOUBLE);
}
