/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacHead:
 * @VAC_HEAD_PLAIN: the head of the posting stands above the text, in its column
 * @VAC_HEAD_BAND: logo, title, and employer stand in a band of the accent colour, the facts in
 *   columns below it
 * @VAC_HEAD_SIDE: logo and facts stand in a column of their own beside the text
 */
typedef enum
{
  VAC_HEAD_PLAIN,
  VAC_HEAD_BAND,
  VAC_HEAD_SIDE,
} VacHead;

/* The steps of a design's type scale. */
typedef enum
{
  VAC_STEP_TITLE,
  VAC_STEP_EMPLOYER,
  VAC_STEP_FACTS,
  VAC_STEP_CAPTION,      /* above a fact in a column */
  VAC_STEP_PAY,
  VAC_STEP_HEADING,
  VAC_STEP_SUBHEADING,
  VAC_STEP_BODY,
  VAC_STEP_ROW,
  VAC_STEP_HEADER_ROW,
  VAC_STEP_CLOSING,      /* text on the employer and of statements */
  VAC_STEP_CLOSING_HEADING,
  VAC_N_STEPS
} VacStep;

/**
 * VacInk:
 * @VAC_INK_TEXT: of running text
 * @VAC_INK_STRONG: of titles
 * @VAC_INK_QUIET: of what is less important
 * @VAC_INK_ACCENT: the accent colour
 * @VAC_INK_PAPER: white, on the accent colour
 *
 * What a text is coloured for; vac_look_get_colour() says with what.
 */
typedef enum
{
  VAC_INK_TEXT,
  VAC_INK_STRONG,
  VAC_INK_QUIET,
  VAC_INK_ACCENT,
  VAC_INK_PAPER,
} VacInk;

/**
 * VacTypeStep:
 * @size: in points
 * @leading: from baseline to baseline, as a multiple of @size
 * @weight: from 100 to 900, as of CSS
 * @ink: its colour
 * @display: whether it is set in the typeface of headings
 */
typedef struct
{
  double   size;
  double   leading;
  guint    weight;
  VacInk   ink;
  gboolean display;
} VacTypeStep;

/**
 * VacDesign:
 * @id: one of the choices of %VAC_ROLE_LOOK_DESIGN
 * @head: how its head is set
 * @fact_columns: in how many columns the facts stand; 0 for lines
 * @list_columns: in how many columns short lists may stand
 * @margins: what the margins of the sheet are multiplied with
 * @spaces: what the space between blocks is multiplied with
 * @side: how wide the column beside the text is, as a share of the sheet
 * @boxes: whether the way to apply and what is said of the employer are set off
 * @accent: its colour unless another one is chosen, 0xRRGGBB
 * @bullet: the colour of bullets
 * @steps: its type scale
 */
typedef struct
{
  const char  *id;
  VacHead      head;
  guint        fact_columns;
  guint        list_columns;
  double       margins;
  double       spaces;
  double       side;
  gboolean     boxes;
  guint32      accent;
  VacInk       bullet;
  VacTypeStep  steps[VAC_N_STEPS];
} VacDesign;

/**
 * VacTypePair:
 * @id: one of the choices of %VAC_ROLE_LOOK_TYPE
 * @heading: families for headings, the first one that is there, without a generic one
 * @text: likewise for text
 * @generic: what CSS and fontconfig call their kind
 * @word_heading: what Word has in place of the first family of @heading
 * @word_text: likewise of @text
 */
typedef struct
{
  const char *id;
  const char *heading;
  const char *text;
  const char *heading_generic;
  const char *text_generic;
  const char *word_heading;
  const char *word_text;
} VacTypePair;

/**
 * VacLook:
 * @design: its design
 * @pair: its typefaces
 * @accent: its accent colour, dark enough for text, 0xRRGGBB
 * @chosen: the accent colour that was asked for
 *
 * How a posting looks on pages, as a web page, and in Word. A value; both pointers are constant.
 */
typedef struct
{
  const VacDesign   *design;
  const VacTypePair *pair;
  guint32            accent;
  guint32            chosen;
} VacLook;

/* What text must reach on its ground (WCAG 2.2, 1.4.3). */
#define VAC_LEAST_CONTRAST 4.5

const VacDesign *const *vac_design_list     (void);
const VacDesign        *vac_design_find     (const char      *id);
const VacTypePair      *vac_type_pair_find  (const char      *id);

void                    vac_look_init       (VacLook         *self);
void                    vac_look_read       (VacLook         *self,
                                             VacDocument     *document);
void                    vac_look_set_design (VacLook         *self,
                                             const VacDesign *design);
void                    vac_look_set_accent (VacLook         *self,
                                             guint32          accent);
gboolean                vac_look_equal      (const VacLook   *a,
                                             const VacLook   *b);
guint32                 vac_look_get_colour (const VacLook   *self,
                                             VacInk           ink);
guint32                 vac_look_get_tint   (const VacLook   *self);

gboolean                vac_colour_parse    (const char      *text,
                                             guint32         *colour);
char                   *vac_colour_write    (guint32          colour);
double                  vac_colour_contrast (guint32          a,
                                             guint32          b);
guint32                 vac_colour_mix      (guint32          a,
                                             guint32          b,
                                             double           share);
guint32                 vac_colour_fit      (guint32          colour,
                                             guint32          ground);

G_END_DECLS
