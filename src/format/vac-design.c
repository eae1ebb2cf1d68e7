/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-design"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-design.h"

/* Designs are data: what a page, a web page and a Word file are laid out by. Sizes in points. */

#define PAPER 0xffffff

#define NORMAL 400
#define BOLD   700

/* How much of the accent colour the ground of facts has. */
#define TINT 0.07

/* Of one step of a colour on its way to black or white. */
#define STEP 0.02

static const VacDesign classic = {
  .id = VAC_DESIGN_CLASSIC,
  .head = VAC_HEAD_PLAIN,
  .list_columns = 1,
  .margins = 1.0,
  .spaces = 1.0,
  .accent = 0x14532d,
  .bullet = VAC_INK_QUIET,
  .steps = {
    [VAC_STEP_TITLE] = { 25.0, 1.14, BOLD, VAC_INK_STRONG, TRUE },
    [VAC_STEP_EMPLOYER] = { 11.0, 1.36, NORMAL, VAC_INK_STRONG },
    [VAC_STEP_FACTS] = { 11.0, 1.36, NORMAL, VAC_INK_QUIET },
    [VAC_STEP_CAPTION] = { 8.0, 1.35, BOLD, VAC_INK_QUIET },
    [VAC_STEP_PAY] = { 12.5, 1.30, BOLD, VAC_INK_ACCENT, TRUE },
    [VAC_STEP_HEADING] = { 14.5, 1.22, BOLD, VAC_INK_STRONG, TRUE },
    [VAC_STEP_SUBHEADING] = { 11.5, 1.28, BOLD, VAC_INK_TEXT, TRUE },
    [VAC_STEP_BODY] = { 10.5, 1.40, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_ROW] = { 9.5, 1.36, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_HEADER_ROW] = { 9.5, 1.36, BOLD, VAC_INK_TEXT },
    [VAC_STEP_CLOSING] = { 10.5, 1.40, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_CLOSING_HEADING] = { 14.5, 1.22, BOLD, VAC_INK_STRONG, TRUE },
  },
};

static const VacDesign modern = {
  .id = VAC_DESIGN_MODERN,
  .head = VAC_HEAD_BAND,
  .fact_columns = 3,
  .list_columns = 2,
  .margins = 0.9,
  .spaces = 0.95,
  .boxes = TRUE,
  .accent = 0x14395b,
  .bullet = VAC_INK_ACCENT,
  .steps = {
    [VAC_STEP_TITLE] = { 26.0, 1.14, BOLD, VAC_INK_PAPER, TRUE },
    [VAC_STEP_EMPLOYER] = { 13.5, 1.4, BOLD, VAC_INK_PAPER, TRUE },
    [VAC_STEP_FACTS] = { 10.0, 1.35, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_CAPTION] = { 7.5, 1.4, BOLD, VAC_INK_QUIET },
    [VAC_STEP_PAY] = { 15.0, 1.25, BOLD, VAC_INK_ACCENT, TRUE },
    [VAC_STEP_HEADING] = { 14.5, 1.22, BOLD, VAC_INK_ACCENT, TRUE },
    [VAC_STEP_SUBHEADING] = { 10.5, 1.3, BOLD, VAC_INK_STRONG, TRUE },
    [VAC_STEP_BODY] = { 10.0, 1.38, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_ROW] = { 9.25, 1.36, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_HEADER_ROW] = { 9.25, 1.36, BOLD, VAC_INK_ACCENT },
    [VAC_STEP_CLOSING] = { 9.25, 1.38, NORMAL, VAC_INK_QUIET },
    [VAC_STEP_CLOSING_HEADING] = { 11.0, 1.25, BOLD, VAC_INK_ACCENT, TRUE },
  },
};

static const VacDesign compact = {
  .id = VAC_DESIGN_COMPACT,
  .head = VAC_HEAD_SIDE,
  .fact_columns = 1,
  .list_columns = 2,
  .margins = 0.66,
  .spaces = 0.7,
  .side = 0.186,
  .accent = 0x7f4011,
  .bullet = VAC_INK_QUIET,
  .steps = {
    [VAC_STEP_TITLE] = { 23.0, 1.12, BOLD, VAC_INK_STRONG, TRUE },
    [VAC_STEP_EMPLOYER] = { 12.0, 1.35, BOLD, VAC_INK_ACCENT, TRUE },
    [VAC_STEP_FACTS] = { 8.75, 1.35, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_CAPTION] = { 7.0, 1.4, BOLD, VAC_INK_QUIET },
    [VAC_STEP_PAY] = { 11.0, 1.25, BOLD, VAC_INK_STRONG, TRUE },
    [VAC_STEP_HEADING] = { 12.5, 1.2, BOLD, VAC_INK_ACCENT, TRUE },
    [VAC_STEP_SUBHEADING] = { 9.5, 1.3, BOLD, VAC_INK_STRONG, TRUE },
    [VAC_STEP_BODY] = { 9.0, 1.35, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_ROW] = { 8.5, 1.34, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_HEADER_ROW] = { 8.5, 1.34, BOLD, VAC_INK_TEXT },
    [VAC_STEP_CLOSING] = { 9.0, 1.35, NORMAL, VAC_INK_TEXT },
    [VAC_STEP_CLOSING_HEADING] = { 12.5, 1.2, BOLD, VAC_INK_ACCENT, TRUE },
  },
};

static const VacDesign *const designs[] = { &classic, &modern, &compact, NULL };

/* Static fonts, which cairo 1.16 embeds, of Debian's packages fonts-lato, fonts-open-sans,
 * fonts-crosextra-caladea with fonts-crosextra-carlito, and fonts-linuxlibertine. Lato is drawn for
 * print and screen alike; Carlito has the same letters and stands in for it. */
#define SANS "Lato, Carlito, Open Sans, Noto Sans, Cantarell"
#define SERIF "Caladea, Linux Libertine O, Noto Serif, DejaVu Serif"

static const VacTypePair pairs[] = {
  { VAC_TYPE_PAIR_LATO, SANS, SANS, "sans-serif", "sans-serif", "Calibri", "Calibri" },
  { VAC_TYPE_PAIR_OPEN_SANS, "Open Sans, Noto Sans, " SANS, "Open Sans, Noto Sans, " SANS,
    "sans-serif", "sans-serif", "Segoe UI", "Segoe UI" },
  { VAC_TYPE_PAIR_CALADEA, SERIF, "Carlito, " SANS, "serif", "sans-serif", "Cambria", "Calibri" },
  { VAC_TYPE_PAIR_LIBERTINE, "Linux Biolinum O, " SANS, "Linux Libertine O, " SERIF,
    "sans-serif", "serif", "Calibri", "Cambria" },
};

/**
 * vac_design_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all designs, the usual one first
 */
const VacDesign *const *
vac_design_list (void)
{
  return designs;
}

/**
 * vac_design_find:
 * @id: (nullable): what a posting or the command line calls a design
 *
 * Returns: (transfer none) (nullable): the design
 */
const VacDesign *
vac_design_find (const char *id)
{
  for (guint i = 0; designs[i] != NULL; i++)
    if (g_strcmp0 (designs[i]->id, id) == 0)
      return designs[i];

  return NULL;
}

/**
 * vac_type_pair_find:
 * @id: (nullable): what a posting calls its typefaces
 *
 * Returns: (transfer none) (nullable): the typefaces
 */
const VacTypePair *
vac_type_pair_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (pairs[i].id, id) == 0)
      return &pairs[i];

  return NULL;
}

/**
 * vac_look_init:
 * @self: (out): a look
 *
 * Fills in the look of a posting that says nothing of it, and of all that is no posting.
 */
void
vac_look_init (VacLook *self)
{
  g_return_if_fail (self != NULL);

  *self = (VacLook) { &classic, &pairs[0], classic.accent, classic.accent };
}

/**
 * vac_look_read:
 * @self: (out): a look
 * @document: a posting
 *
 * Fills in the look that a posting asks for.
 */
void
vac_look_read (VacLook     *self,
               VacDocument *document)
{
  const VacDesign *design;
  const VacTypePair *pair;
  guint32 accent;

  g_return_if_fail (self != NULL && VAC_IS_DOCUMENT (document));

  vac_look_init (self);
  design = vac_design_find (vac_document_get_text (document, VAC_ROLE_LOOK_DESIGN));
  pair = vac_type_pair_find (vac_document_get_text (document, VAC_ROLE_LOOK_TYPE));
  if (design != NULL)
    self->design = design;
  if (pair != NULL)
    self->pair = pair;
  if (!vac_colour_parse (vac_document_get_text (document, VAC_ROLE_LOOK_ACCENT), &accent))
    accent = self->design->accent;
  vac_look_set_accent (self, accent);
}

/**
 * vac_look_set_design:
 * @self: a look
 * @design: a design
 *
 * Takes another design, and its accent colour unless another one was chosen.
 */
void
vac_look_set_design (VacLook         *self,
                     const VacDesign *design)
{
  g_return_if_fail (self != NULL && design != NULL);

  if (self->chosen == self->design->accent)
    vac_look_set_accent (self, design->accent);
  self->design = design;
}

/**
 * vac_look_set_accent:
 * @self: a look
 * @accent: a colour
 *
 * Takes an accent colour, or the nearest darker one that can be read on the paper and on its own
 * tint, and that white can be read on.
 */
void
vac_look_set_accent (VacLook *self,
                     guint32  accent)
{
  g_return_if_fail (self != NULL);

  self->chosen = accent;
  /* No tint is darker than one of black. */
  self->accent = vac_colour_fit (accent, vac_colour_mix (PAPER, 0, TINT));
}

/**
 * vac_look_equal:
 * @a: a look
 * @b: another one
 *
 * Returns: whether what has the one looks as what has the other
 */
gboolean
vac_look_equal (const VacLook *a,
                const VacLook *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->design == b->design && a->pair == b->pair && a->accent == b->accent;
}

/**
 * vac_look_get_colour:
 * @self: a look
 * @ink: what is coloured
 *
 * Returns: its colour on paper, 0xRRGGBB
 */
guint32
vac_look_get_colour (const VacLook *self,
                     VacInk         ink)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (ink)
    {
    case VAC_INK_STRONG:
      return 0x12181f;
    case VAC_INK_QUIET:
      return 0x56606b;
    case VAC_INK_ACCENT:
      return self->accent;
    case VAC_INK_PAPER:
      return PAPER;
    case VAC_INK_TEXT:
    default:
      return 0x20262d;
    }
}

/**
 * vac_look_get_tint:
 * @self: a look
 *
 * Returns: the colour of the ground that facts stand on, 0xRRGGBB
 */
guint32
vac_look_get_tint (const VacLook *self)
{
  g_return_val_if_fail (self != NULL, PAPER);

  return vac_colour_mix (PAPER, self->accent, TINT);
}

/**
 * vac_colour_parse:
 * @text: a colour as #rrggbb
 * @colour: (out): 0xRRGGBB
 *
 * Returns: whether @text is one
 */
gboolean
vac_colour_parse (const char *text,
                  guint32    *colour)
{
  guint64 value;

  g_return_val_if_fail (text != NULL && colour != NULL, FALSE);

  if (*text != '#' || strlen (text) != 7 ||
      !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    return FALSE;
  *colour = (guint32) value;

  return TRUE;
}

/**
 * vac_colour_write:
 * @colour: 0xRRGGBB
 *
 * Returns: (transfer full): the colour as #rrggbb
 */
char *
vac_colour_write (guint32 colour)
{
  return g_strdup_printf ("#%06x", colour & 0xffffff);
}

static double
get_channel (guint32 colour,
             guint   shift)
{
  return ((colour >> shift) & 0xff) / 255.0;
}

/* Relative luminance as WCAG 2.2 defines it. */
static double
get_luminance (guint32 colour)
{
  static const double shares[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const double value = get_channel (colour, 8 * i);

      sum += shares[i] * (value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }

  return sum;
}

/**
 * vac_colour_contrast:
 * @a: a colour, 0xRRGGBB
 * @b: another one
 *
 * Returns: their contrast ratio, from 1 to 21 (WCAG 2.2)
 */
double
vac_colour_contrast (guint32 a,
                     guint32 b)
{
  const double x = get_luminance (a);
  const double y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/**
 * vac_colour_mix:
 * @a: a colour, 0xRRGGBB
 * @b: another one
 * @share: of @b, from 0 to 1
 *
 * Returns: a colour between them
 */
guint32
vac_colour_mix (guint32 a,
                guint32 b,
                double  share)
{
  guint32 colour = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      const double value = get_channel (a, shift) * (1 - share) + get_channel (b, shift) * share;

      colour |= (guint32) (value * 255.0 + 0.5) << shift;
    }

  return colour;
}

/**
 * vac_colour_fit:
 * @colour: of text, 0xRRGGBB
 * @ground: what it stands on
 *
 * Returns: @colour if it can be read on @ground; otherwise the nearest one that can, darker on a
 *   light ground and lighter on a dark one
 */
guint32
vac_colour_fit (guint32 colour,
                guint32 ground)
{
  const guint32 end = vac_colour_contrast (ground, 0) >= vac_colour_contrast (ground, PAPER)
                          ? 0 : PAPER;
  guint32 fitted = colour;

  for (double share = STEP; vac_colour_contrast (fitted, ground) < VAC_LEAST_CONTRAST && share <= 1;
       share += STEP)
    fitted = vac_colour_mix (colour, end, share);

  return fitted;
}
