/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-type"

#include "config.h"

#include "vac-characters.h"
#include "vac-type-fonts.h"
#include "vac-type-own.h"
#include "vac-type.h"

/* The smallest body text that still reads well on paper. */
#define LEAST_BODY_SIZE 8.5

/* How much of the white space is left when the page is squeezed as far as it goes. */
#define LEAST_SPACE 0.6

/*
 * A font is measured when its metrics are asked for first, and while one is, whichever thread does
 * it, Pango (1.50) takes every other font to be a part of that and its letters to have no width,
 * for as long as the font lives. That width says how near the margin a word has to end for its line
 * to be shaped before it is broken: with none, a line ends elsewhere now and then. So all fonts of
 * the process are measured one after the other.
 */
static PangoFontMetrics *(*get_metrics) (PangoFont *, PangoLanguage *);

/* To measure a font asks for the metrics of others. */
static PangoFontMetrics *
get_metrics_in_turn (PangoFont     *font,
                     PangoLanguage *language)
{
  static GRecMutex mutex;
  PangoFontMetrics *metrics;

  g_rec_mutex_lock (&mutex);
  metrics = get_metrics (font, language);
  g_rec_mutex_unlock (&mutex);

  return metrics;
}

/* The class of fonts is not there before a font is: this is one that most pages need. */
static void
measure_in_turn (PangoContext *context)
{
  static gsize done;
  PangoFontDescription *description;
  PangoFont *font;
  VacLook look;

  if (!g_once_init_enter (&done))
    return;

  vac_look_init (&look);
  description = vac_type_describe_step (&look, &look.design->steps[VAC_STEP_BODY], 1.0);
  font = pango_context_load_font (context, description);
  if (font != NULL)
    {
      PangoFontClass *class = G_TYPE_INSTANCE_GET_CLASS (font, PANGO_TYPE_FONT, PangoFontClass);

      get_metrics = class->get_metrics;
      class->get_metrics = get_metrics_in_turn;
    }
  g_clear_object (&font);
  pango_font_description_free (description);
  g_once_init_leave (&done, 1);
}

/**
 * vac_type_create_context:
 * @language: (nullable): of the text, as BCP 47
 * @own: whether vac_type_own_has() the text
 *
 * Creates the context that every page is laid out with: one unit is one point, and nothing is
 * rounded to pixels, so that lines break alike on screen, on paper and in a PDF.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
vac_type_create_context (const char *language,
                         gboolean    own)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontMap *map = own ? vac_type_own_get_map () : NULL;
  PangoContext *context;

  if (map == NULL)
    {
      vac_type_provide_fonts ();
      map = pango_cairo_font_map_get_default ();
    }
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language == NULL || *language == '\0')
    language = "en";
  pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);
  measure_in_turn (context);

  return context;
}

/**
 * vac_type_ask_fonts:
 * @character: a character of a text
 *
 * Returns: whether some font of this machine has a glyph for it
 */
gboolean
vac_type_ask_fonts (gunichar character)
{
  PangoContext *context = vac_type_create_context (NULL, FALSE);
  PangoFontDescription *description = vac_type_describe (NULL, LEAST_BODY_SIZE,
                                                         PANGO_WEIGHT_NORMAL, FALSE);
  PangoFontset *fontset;
  PangoFont *font;
  gboolean has;

  fontset = pango_font_map_load_fontset (pango_cairo_font_map_get_default (), context, description,
                                         pango_context_get_language (context));
  font = fontset != NULL ? pango_fontset_get_font (fontset, character) : NULL;
  has = font != NULL && pango_font_has_char (font, character);
  g_clear_object (&font);
  g_clear_object (&fontset);
  g_object_unref (context);
  pango_font_description_free (description);

  return has;
}

/**
 * vac_type_get_step:
 * @look: how the pages look
 * @block: a block
 * @box: what sets it off
 *
 * Returns: (transfer none): how its text is set when nothing is squeezed
 */
const VacTypeStep *
vac_type_get_step (const VacLook  *look,
                   const VacBlock *block,
                   VacBox          box)
{
  const VacTypeStep *steps = look->design->steps;

  switch (block->kind)
    {
    case VAC_BLOCK_TITLE:
      return &steps[VAC_STEP_TITLE];
    case VAC_BLOCK_FACTS:
      return &steps[VAC_STEP_FACTS];
    case VAC_BLOCK_PAY:
      return &steps[VAC_STEP_PAY];
    case VAC_BLOCK_HEADING:
      if (block->level >= 2)
        return &steps[VAC_STEP_SUBHEADING];
      return &steps[box == VAC_BOX_CLOSING ? VAC_STEP_CLOSING_HEADING : VAC_STEP_HEADING];
    case VAC_BLOCK_ROW:
      return &steps[block->header ? VAC_STEP_HEADER_ROW : VAC_STEP_ROW];
    case VAC_BLOCK_PARAGRAPH:
    case VAC_BLOCK_BULLET:
    case VAC_BLOCK_LINK:
    case VAC_BLOCK_PICTURE:
    case VAC_BLOCK_CHART:
    case VAC_BLOCK_SPACE:
    default:
      return &steps[box == VAC_BOX_CLOSING ? VAC_STEP_CLOSING : VAC_STEP_BODY];
    }
}

/**
 * vac_type_describe:
 * @look: (nullable): how the pages look; %NULL for the usual look
 * @size: in points
 * @weight: of the type, as of CSS
 * @display: whether it is for a heading
 *
 * The page names its own typefaces, so that it looks and breaks the same on every desktop. For
 * characters that they lack, fontconfig finds other fonts.
 *
 * Returns: (transfer full): the font
 */
PangoFontDescription *
vac_type_describe (const VacLook *look,
                   double         size,
                   guint          weight,
                   gboolean       display)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *families = NULL;
  VacLook usual;

  if (look == NULL)
    {
      vac_look_init (&usual);
      look = &usual;
    }
  families = g_strconcat (display ? look->pair->heading : look->pair->text, ", ",
                          display ? look->pair->heading_generic : look->pair->text_generic, NULL);
  pango_font_description_set_family (font, families);
  pango_font_description_set_weight (font, (PangoWeight) weight);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE + 0.5));

  return font;
}

/**
 * vac_type_describe_step:
 * @look: how the pages look
 * @step: a step of its type scale
 * @scale: what its size is multiplied with
 *
 * Returns: (transfer full): the font
 */
PangoFontDescription *
vac_type_describe_step (const VacLook     *look,
                        const VacTypeStep *step,
                        double             scale)
{
  return vac_type_describe (look, step->size * scale, step->weight, step->display);
}

static double
get_usual_body_size (const VacLook *look)
{
  return look->design->steps[VAC_STEP_BODY].size;
}

/**
 * vac_type_get_scale:
 * @look: how the pages look
 * @squeeze: from 0, not at all, to 1, as far as text stays legible
 *
 * Returns: what the size of type is multiplied with
 */
double
vac_type_get_scale (const VacLook *look,
                    double         squeeze)
{
  return 1.0 - CLAMP (squeeze, 0.0, 1.0) * (1.0 - LEAST_BODY_SIZE / get_usual_body_size (look));
}

/**
 * vac_type_get_space_scale:
 * @squeeze: from 0 to 1
 *
 * Returns: what the space between blocks is multiplied with
 */
double
vac_type_get_space_scale (double squeeze)
{
  return 1.0 - CLAMP (squeeze, 0.0, 1.0) * (1.0 - LEAST_SPACE);
}

/**
 * vac_type_get_body_size:
 * @look: how the pages look
 * @squeeze: from 0 to 1
 *
 * Returns: the size of body text in points
 */
double
vac_type_get_body_size (const VacLook *look,
                        double         squeeze)
{
  return get_usual_body_size (look) * vac_type_get_scale (look, squeeze);
}

static double
get_space_in_text (const VacBlock *above,
                   const VacBlock *below)
{
  gboolean both_labelled = above->label != NULL && below->label != NULL;

  if (below->kind == VAC_BLOCK_ROW)
    return above->kind == VAC_BLOCK_ROW ? 0.0 : 7.0;
  if (above->kind == VAC_BLOCK_ROW)
    return 12.0;
  if (above->kind == VAC_BLOCK_SPACE)
    return 16.0;
  if (below->kind == VAC_BLOCK_SPACE)
    return 0.0;
  if (below->kind == VAC_BLOCK_BULLET)
    return above->kind == VAC_BLOCK_BULLET ? 3.0 : 4.5;
  if (above->kind == VAC_BLOCK_BULLET)
    return 8.0;

  /* Facts one below the other are read as a list. */
  return both_labelled && above->kind == below->kind ? 2.5 : 7.0;
}

static double
get_usual_space (const VacBlock *above,
                 const VacBlock *below)
{
  if (above->kind == VAC_BLOCK_PICTURE)
    return 12.0;
  if (below->kind == VAC_BLOCK_FACTS && above->kind == VAC_BLOCK_TITLE)
    return 4.0;
  if (vac_block_is_masthead (below->kind))
    return below->kind == VAC_BLOCK_PAY ? 7.0 : below->kind == VAC_BLOCK_FACTS ? 5.0 : 24.0;
  if (vac_block_is_masthead (above->kind))
    return 26.0;
  if (above->kind == VAC_BLOCK_HEADING)
    return above->level >= 2 ? 3.0 : below->kind == VAC_BLOCK_HEADING ? 7.0 : 5.0;
  if (below->kind == VAC_BLOCK_HEADING)
    return below->level >= 2 ? 12.0 : 20.0;

  return get_space_in_text (above, below);
}

/**
 * vac_type_get_space:
 * @look: how the pages look
 * @above: a block
 * @below: the one after it
 *
 * Returns: the white space between them in points, when nothing is squeezed
 */
double
vac_type_get_space (const VacLook  *look,
                    const VacBlock *above,
                    const VacBlock *below)
{
  return look->design->spaces * get_usual_space (above, below);
}

/**
 * vac_type_set_colour:
 * @cr: a context
 * @colour: 0xRRGGBB
 *
 * Draws with @colour from now on.
 */
void
vac_type_set_colour (cairo_t *cr,
                     guint32  colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}
