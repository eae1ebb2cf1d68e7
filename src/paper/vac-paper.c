/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paper"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-paper-private.h"
#include "vac-piece-picture.h"
#include "vac-paper-own-fonts.h"
#include "vac-paper-pieces.h"
#include "vac-piece-short.h"

/* How much of the margins is left when the page is squeezed as far as it goes. */
#define LEAST_MARGIN 0.7

/* The most pages that are worth trying to squeeze into one: smaller type and space together save a
 * little less than half. */
#define MOST_TO_SQUEEZE 2

#define SQUEEZE_STEPS 6

/* A last page that is used less than so far is spared where a little less white space does it: how
 * much is left of what is between blocks, and of the margins above and below. */
#define SPARSE 0.25
#define LEAST_SPACE_TO_FIT 0.8
#define LEAST_MARGIN_TO_FIT 0.85

/* Few, so that the lines of a page do not move at each key. */
#define FIT_STEPS 3

/* The most blocks, some forty pages of them, for which the glyphs that drawing needs are kept. */
#define MOST_TO_KEEP 1000

/* Around the text of the column beside the main one, as multiples of its margin, and between both
 * columns, in points. */
#define SIDE_INNER 0.45
#define SIDE_DISTANCE 26.0

/**
 * VacPaper:
 *
 * The pages of a posting: an outline laid out on sheets of paper. Preview, print and PDF draw
 * these same pages. All lengths are in points; pages and blocks count from 0.
 */
struct _VacPaper
{
  GObject       parent_instance;

  VacPageSetup  setup;
  double        squeeze;
  double        fit;        /* from 0 to 1: how much white space is saved to spare a page */
  VacLook       look;
  double        band_indent;
  gboolean      plain;      /* facts stand in a line, with differences in it */

  /* Owned */
  VacOutline   *outline;
  PangoContext *context;
  gboolean      own_fonts;  /* of @context: it has no others */
  char         *language;
  GPtrArray    *pieces;   /* of VacPiece, one for every block */
  guint8       *boxes;    /* of VacBox, likewise */
  GPtrArray    *pages;    /* of VacSheet */

  /* Borrowed */
  VacOutline   *laid_out; /* of @pieces: @outline, or what comes after it */
};

G_DEFINE_FINAL_TYPE (VacPaper, vac_paper, G_TYPE_OBJECT)

static double
get_margin_scale (VacPaper *self)
{
  return self->look.design->margins * (1.0 - self->squeeze * (1.0 - LEAST_MARGIN));
}

/* From the edge of the sheet to the end of the ground beside the text, if there is any. */
double
vac_paper_get_side (VacPaper *self)
{
  const double margin = (vac_paper_get_rtl (self) ? self->setup.right : self->setup.left)
                        * get_margin_scale (self);

  if (self->look.design->head != VAC_HEAD_SIDE)
    return 0;

  return self->setup.width * self->look.design->side + margin * (1 + SIDE_INNER);
}

static double
get_side_room (VacPaper *self)
{
  const double margin = (vac_paper_get_rtl (self) ? self->setup.right : self->setup.left)
                        * get_margin_scale (self);

  return self->look.design->head == VAC_HEAD_SIDE
             ? vac_paper_get_side (self) + SIDE_DISTANCE - margin : 0;
}

double
vac_paper_get_text_width (VacPaper *self)
{
  return self->setup.width - (self->setup.left + self->setup.right) * get_margin_scale (self)
         - get_side_room (self);
}

/* Of the margins above and below the text. */
static double
get_height_scale (VacPaper *self)
{
  return get_margin_scale (self) * (1.0 - self->fit * (1.0 - LEAST_MARGIN_TO_FIT));
}

static double
get_text_height (VacPaper *self)
{
  return self->setup.height - (self->setup.top + self->setup.bottom) * get_height_scale (self);
}

double
vac_paper_get_space_scale (VacPaper *self)
{
  return vac_type_get_space_scale (self->squeeze) * (1.0 - self->fit * (1.0 - LEAST_SPACE_TO_FIT));
}

static VacMeasure
get_measure (VacPaper *self)
{
  const gboolean rtl = vac_paper_get_rtl (self);
  const double width = vac_paper_get_text_width (self);
  const double side_width = self->setup.width * self->look.design->side;

  return (VacMeasure) {
    .context = self->context,
    .width = width,
    .squeeze = self->squeeze,
    .rtl = rtl,
    .language = self->language,
    .look = &self->look,
    .plain = self->plain,
    .side_width = side_width,
    .side_x = rtl ? width + get_side_room (self) - side_width : -get_side_room (self),
    .band_indent = self->band_indent,
  };
}

static void
replace_pieces (VacPaper   *self,
                VacOutline *outline,
                VacChange  *change)
{
  VacMeasure measure = get_measure (self);
  g_autoptr (PangoLayout) bullet = vac_piece_create_bullet (&measure);
  g_autoptr (VacShort) shorts = NULL;
  const VacBlock *const *blocks = outline != NULL ? vac_outline_list_blocks (outline) : NULL;
  const VacBlock *const *old_blocks =
      self->laid_out != NULL ? vac_outline_list_blocks (self->laid_out) : NULL;
  const guint n_pieces = outline != NULL ? vac_outline_get_n_blocks (outline) : 0;
  g_autoptr (GPtrArray) pieces = vac_paper_pieces_new (n_pieces);
  guint8 *boxes = vac_pages_find_boxes (&self->look, outline, n_pieces);

  measure.bullet = bullet;
  measure.many = n_pieces > MOST_TO_KEEP;
  vac_paper_pieces_take (&(VacPaperPieces) { pieces, blocks, boxes },
                         &(VacPaperPieces) { self->pieces, old_blocks, self->boxes }, change);
  /* A key makes few pieces, which are soon laid out. */
  if (change->end > change->first + MOST_TO_KEEP)
    measure.shorts = shorts = vac_short_new (&measure);
  for (guint i = change->first; i < change->end; i++)
    {
      measure.box = boxes[i];
      if (pieces->pdata[i] == NULL)
        pieces->pdata[i] = vac_piece_new (blocks[i], &measure);
    }

  measure.box = VAC_BOX_NONE;
  vac_pages_arrange_tables (pieces, &measure, change);
  vac_pages_arrange_lists (pieces, &measure, change);
  g_ptr_array_unref (self->pieces);
  self->pieces = g_steal_pointer (&pieces);
  g_free (self->boxes);
  self->boxes = boxes;
  self->laid_out = outline;
}

static void
drop_pieces (VacPaper *self)
{
  g_ptr_array_unref (self->pieces);
  self->pieces = vac_paper_pieces_new (0);
  self->laid_out = NULL;
}

/* Of @earlier pages, which must be cut in the same way, those are taken over that the @change has
 * not reached. */
static GPtrArray *
cut_pages (VacPaper        *self,
           double           fit,
           GPtrArray       *earlier,
           const VacChange *change)
{
  const VacMeasure measure = get_measure (self);

  self->fit = fit;

  return vac_pages_cut (self->pieces, &measure, get_text_height (self), vac_paper_get_top (self),
                        vac_paper_get_space_scale (self), earlier, change);
}

static void
lay_out (VacPaper   *self,
         VacOutline *outline,
         double      squeeze)
{
  g_autoptr (GPtrArray) earlier = g_steal_pointer (&self->pages);
  VacChange change;

  if (squeeze != self->squeeze)
    {
      self->squeeze = squeeze;
      drop_pieces (self);
    }
  if (self->pieces->len == 0 || self->fit != 0)
    g_clear_pointer (&earlier, g_ptr_array_unref);

  replace_pieces (self, outline, &change);
  self->pages = cut_pages (self, 0, earlier, &change);
}

/* How far the last page is used; 1 where none is to be spared. */
double
vac_paper_get_last_share (VacPaper *self)
{
  return vac_pages_get_last_share (self->pages, get_text_height (self));
}

/* A few lines on a last page of their own look forgotten. The type stays as it is. */
static void
fit_last_page (VacPaper *self)
{
  const guint n_pages = self->pages->len;

  if (vac_paper_get_last_share (self) >= SPARSE)
    return;

  /* From the tightest on: where that does not help, as it mostly does not, nothing does. */
  for (guint i = FIT_STEPS; i > 0; i--)
    {
      g_autoptr (GPtrArray) pages = cut_pages (self, (double) i / FIT_STEPS, NULL, NULL);

      if (pages->len >= n_pages)
        {
          self->fit = i < FIT_STEPS ? (i + 1.0) / FIT_STEPS : 0;
          /* Facts beside the text were laid out for the pages that are not taken. */
          if (self->look.design->head == VAC_HEAD_SIDE)
            {
              g_ptr_array_unref (self->pages);
              self->pages = cut_pages (self, self->fit, NULL, NULL);
            }
          return;
        }
      g_ptr_array_unref (self->pages);
      self->pages = g_steal_pointer (&pages);
    }
}

/* Finds the least squeeze that fits on one page, so that the type stays as large as possible. */
static void
squeeze_to_one_page (VacPaper   *self,
                     VacOutline *outline)
{
  const guint least = vac_pages_count_least (self->pieces);
  double too_little = 0;
  double enough = 1;

  if (self->pages->len <= least || self->pages->len > least * MOST_TO_SQUEEZE)
    return;

  lay_out (self, outline, enough);
  if (self->pages->len > least)
    {
      lay_out (self, outline, 0);
      return;
    }

  for (guint i = 0; i < SQUEEZE_STEPS; i++)
    {
      double middle = (too_little + enough) / 2;

      lay_out (self, outline, middle);
      if (self->pages->len > least)
        too_little = middle;
      else
        enough = middle;
    }
  lay_out (self, outline, enough);
}

/* The foot of a page shows the title and the employer. */
static gboolean
same_title (VacOutline *a,
            VacOutline *b)
{
  return g_strcmp0 (a != NULL ? vac_outline_get_name (a) : NULL,
                    b != NULL ? vac_outline_get_name (b) : NULL) == 0 &&
         g_strcmp0 (a != NULL ? vac_outline_get_author (a) : NULL,
                    b != NULL ? vac_outline_get_author (b) : NULL) == 0;
}

/* Lays @outline out; pieces of the present outline are reused where their content is the same. */
static void
lay_out_again (VacPaper   *self,
               VacOutline *outline)
{
  g_autoptr (GPtrArray) old_pages = self->pages != NULL ? g_ptr_array_ref (self->pages) : NULL;
  const double old_fit = self->fit;
  const double old_squeeze = self->squeeze;

  lay_out (self, outline, 0);
  if (self->setup.one_page || (outline != NULL && vac_outline_is_sheet (outline)))
    squeeze_to_one_page (self, outline);
  fit_last_page (self);
  if (self->fit != old_fit || self->squeeze != old_squeeze)
    g_clear_pointer (&old_pages, g_ptr_array_unref);
  vac_pages_keep_serials (self->pages, old_pages, same_title (self->outline, outline));
}

/* Returns whether the context was replaced, so that nothing laid out before can be reused. */
static gboolean
update_language (VacPaper   *self,
                 VacOutline *outline)
{
  const char *language = outline != NULL ? vac_outline_get_language (outline) : NULL;
  const gboolean own_fonts = outline == NULL || vac_paper_suits_own_fonts (outline);

  if (language == NULL)
    language = "";
  if (self->context != NULL && strcmp (language, self->language) == 0 &&
      own_fonts == self->own_fonts)
    return FALSE;

  self->own_fonts = own_fonts;
  g_free (self->language);
  self->language = g_strdup (language);
  g_clear_object (&self->context);
  self->context = vac_type_create_context (language, own_fonts);
  /* In a document from right to left many lines begin with a name in Latin letters; it does not
   * turn them round. In one from left to right a line in other letters is one in another
   * language. */
  pango_context_set_base_dir (self->context,
                              vac_codes_is_rtl (language) ? PANGO_DIRECTION_RTL
                                                          : PANGO_DIRECTION_WEAK_LTR);
  return TRUE;
}

/* Returns whether nothing laid out before can be reused. */
static gboolean
update_look (VacPaper   *self,
             VacOutline *outline)
{
  const VacBlock *picture = outline != NULL ? vac_outline_get_picture (outline) : NULL;
  const gboolean plain = outline != NULL && vac_outline_has_marks (outline);
  VacLook look;
  double indent = 0;

  vac_look_init (&look);
  /* Differences are read in lines, as they stand in every other format. */
  if (outline != NULL && !plain)
    look = *vac_outline_get_look (outline);
  if (look.design->head == VAC_HEAD_BAND && picture != NULL)
    indent = vac_piece_get_band_indent (picture->picture);
  if (vac_look_equal (&look, &self->look) && indent == self->band_indent && plain == self->plain)
    return FALSE;

  self->look = look;
  self->band_indent = indent;
  self->plain = plain;

  return TRUE;
}

static void
vac_paper_finalize (GObject *object)
{
  VacPaper *self = VAC_PAPER (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_free);
  g_clear_pointer (&self->outline, vac_outline_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (vac_paper_parent_class)->finalize (object);
}

static void
vac_paper_class_init (VacPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vac_paper_finalize;
}

static void
vac_paper_init (VacPaper *self)
{
  self->pieces = vac_paper_pieces_new (0);
  vac_page_setup_init (&self->setup, VAC_PAPER_A4);
  vac_look_init (&self->look);
  update_language (self, NULL);
  lay_out_again (self, NULL);
}

/**
 * vac_paper_new:
 * @setup: the sheet
 *
 * Returns: (transfer full): pages with nothing on them yet: one empty page
 */
VacPaper *
vac_paper_new (const VacPageSetup *setup)
{
  VacPaper *self;

  g_return_val_if_fail (setup != NULL, NULL);

  self = g_object_new (VAC_TYPE_PAPER, NULL);
  vac_paper_set_setup (self, setup);
  return self;
}

/**
 * vac_paper_get_setup:
 * @self: pages
 *
 * Returns: (transfer none): the sheet and its margins as they were asked for
 */
const VacPageSetup *
vac_paper_get_setup (VacPaper *self)
{
  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);

  return &self->setup;
}

/**
 * vac_paper_set_setup:
 * @self: pages
 * @setup: another sheet
 *
 * Lays everything out again on another sheet. If everything is to fit on one page, type, white
 * space and margins become smaller until it does, but body text never smaller than 8.5 points; if
 * that is not enough, nothing is made smaller.
 */
void
vac_paper_set_setup (VacPaper           *self,
                     const VacPageSetup *setup)
{
  g_return_if_fail (VAC_IS_PAPER (self));
  g_return_if_fail (setup != NULL);

  if (vac_page_setup_equal (&self->setup, setup))
    return;

  self->setup = *setup;
  drop_pieces (self);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  lay_out_again (self, self->outline);
}

/**
 * vac_paper_get_outline:
 * @self: pages
 *
 * Returns: (transfer none) (nullable): what is laid out
 */
VacOutline *
vac_paper_get_outline (VacPaper *self)
{
  g_return_val_if_fail (VAC_IS_PAPER (self), NULL);

  return self->outline;
}

/**
 * vac_paper_set_outline:
 * @self: pages
 * @outline: (nullable): what to lay out
 *
 * Lays an outline out. Only blocks that are not in the present outline are laid out; the pages are
 * the same as if all were.
 */
void
vac_paper_set_outline (VacPaper   *self,
                       VacOutline *outline)
{
  gboolean other;

  g_return_if_fail (VAC_IS_PAPER (self));

  other = update_language (self, outline);
  other = update_look (self, outline) || other;
  if (other)
    {
      drop_pieces (self);
      g_clear_pointer (&self->pages, g_ptr_array_unref);
    }
  if (outline != NULL)
    vac_outline_ref (outline);
  lay_out_again (self, outline);
  g_clear_pointer (&self->outline, vac_outline_unref);
  self->outline = outline;
}

/**
 * vac_paper_get_body_size:
 * @self: pages
 *
 * Returns: the size of body text in points; smaller than usual when everything was made to fit
 *   on one page
 */
double
vac_paper_get_body_size (VacPaper *self)
{
  g_return_val_if_fail (VAC_IS_PAPER (self), 0);

  return vac_type_get_body_size (&self->look, self->squeeze);
}

/**
 * vac_paper_get_n_pages:
 * @self: pages
 *
 * Returns: how many pages there are; at least one
 */
guint
vac_paper_get_n_pages (VacPaper *self)
{
  g_return_val_if_fail (VAC_IS_PAPER (self), 0);

  return self->pages->len;
}

/**
 * vac_paper_get_page_serial:
 * @self: pages
 * @page: a page
 *
 * Returns: a number that changes whenever the page would be drawn differently, also from one
 *   #VacPaper to another; 0 if there is no such page
 */
guint64
vac_paper_get_page_serial (VacPaper *self,
                           guint     page)
{
  g_return_val_if_fail (VAC_IS_PAPER (self), 0);

  return page < self->pages->len ? vac_paper_get_page (self, page)->serial : 0;
}

const VacSheet *
vac_paper_get_page (VacPaper *self,
                    guint     page)
{
  return g_ptr_array_index (self->pages, page);
}

double
vac_paper_get_left (VacPaper *self)
{
  return self->setup.left * get_margin_scale (self)
         + (vac_paper_get_rtl (self) ? 0 : get_side_room (self));
}

double
vac_paper_get_top (VacPaper *self)
{
  return self->setup.top * get_height_scale (self);
}

gboolean
vac_paper_get_rtl (VacPaper *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

const VacLook *
vac_paper_get_look (VacPaper *self)
{
  return &self->look;
}

/* From the column of text to the sheet's lower edge. */
double
vac_paper_get_bottom (VacPaper *self)
{
  return self->setup.bottom * get_height_scale (self);
}

PangoContext *
vac_paper_get_context (VacPaper *self)
{
  return self->context;
}
