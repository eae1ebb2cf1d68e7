/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-audience.h"
#include "vac-chart.h"
#include "vac-design.h"

G_BEGIN_DECLS

/**
 * VacBlockKind:
 * @VAC_BLOCK_PICTURE: the employer's logo, above the title; `text` is read in its place
 * @VAC_BLOCK_TITLE: the posting's title; the first block that is no picture
 * @VAC_BLOCK_FACTS: short facts below it that stand side by side (employer, place, workplace, …)
 * @VAC_BLOCK_PAY: the pay line
 * @VAC_BLOCK_HEADING: a heading; `level` 1 or 2
 * @VAC_BLOCK_PARAGRAPH: a paragraph; with a label, one that begins with it
 * @VAC_BLOCK_BULLET: a bullet; with a label, one that begins with it
 * @VAC_BLOCK_ROW: a row of a table; consecutive rows make one table
 * @VAC_BLOCK_CHART: ranges of places on one axis; `text` is read in its place. What it shows is in
 *   a table as well: formats without drawings leave it out
 * @VAC_BLOCK_LINK: a paragraph that is a label and a link (`link` is the URI, `text` what is shown)
 * @VAC_BLOCK_SPACE: room to write in by hand; `text` is blank lines, of underscores
 */
typedef enum
{
  VAC_BLOCK_PICTURE,
  VAC_BLOCK_TITLE,
  VAC_BLOCK_FACTS,
  VAC_BLOCK_PAY,
  VAC_BLOCK_HEADING,
  VAC_BLOCK_PARAGRAPH,
  VAC_BLOCK_BULLET,
  VAC_BLOCK_ROW,
  VAC_BLOCK_CHART,
  VAC_BLOCK_LINK,
  VAC_BLOCK_SPACE,
} VacBlockKind;

/**
 * VacMove:
 * @VAC_MOVE_NONE: it stays where it is
 * @VAC_MOVE_FROM: it leaves its place
 * @VAC_MOVE_TO: it comes to its place
 *
 * What an outline that shows differences says of the place of a block.
 */
typedef enum
{
  VAC_MOVE_NONE,
  VAC_MOVE_FROM,
  VAC_MOVE_TO,
} VacMove;

/**
 * VacBlock:
 * @kind: what it is
 * @level: of a heading
 * @header: of a row: whether it names the columns
 * @keep: whether it stays on one page with the block after it
 * @new_page: whether it begins a page
 * @label: (nullable): a run-in label ("Reports to"), without punctuation
 * @text: what is read; not of a row or of facts. May hold single line breaks.
 * @facts: (nullable) (element-type VacBlockFact): of facts: at least one
 * @cells: (nullable): of a row: %NULL-ended
 * @parts: (nullable) (element-type VacEmphasis): of a paragraph or a bullet: what of @text is bold
 *   or a link, in order, the outer before the inner
 * @link: (nullable): a safe URI: http, https or mailto, percent-encoded
 * @picture: (nullable): of a picture; a reference
 * @chart: (nullable): of a chart; a reference
 * @node: (nullable): where in the document it comes from; a reference
 * @unfilled: whether @text, a fact or a cell still holds a placeholder
 * @move: of an outline that shows differences: whether it was moved
 * @marks: (nullable) (element-type VacMark): likewise: its words that were added and removed
 */
typedef struct
{
  VacBlockKind  kind;
  guint8        level;
  gboolean      header;
  gboolean      keep;
  gboolean      new_page;
  gboolean      unfilled;
  VacMove       move;
  char         *label;
  char         *text;
  GArray       *parts;
  GArray       *facts;
  char        **cells;
  char         *link;
  GArray       *marks;
  VacPicture   *picture;
  VacChart     *chart;
  VacNode      *node;
} VacBlock;

/**
 * VacBox:
 * @VAC_BOX_NONE: nothing
 * @VAC_BOX_APPLY: the ground of the way to apply
 * @VAC_BOX_CLOSING: smaller type, for what is said of the employer and for statements
 *
 * What sets a block off from the rest.
 */
typedef enum
{
  VAC_BOX_NONE,
  VAC_BOX_APPLY,
  VAC_BOX_CLOSING,
} VacBox;

typedef struct _VacOutline VacOutline;

const VacBlock *vac_block_ref             (const VacBlock *self);
void            vac_block_unref           (const VacBlock *self);
gboolean        vac_block_is_masthead     (VacBlockKind kind);
VacBox          vac_block_get_box         (const VacBlock *heading);

VacOutline     *vac_outline_new           (VacDocument *document,
                                           VacAudience  audience);
VacOutline     *vac_outline_new_after     (VacDocument *document,
                                           VacAudience  audience,
                                           VacOutline  *earlier);
VacOutline     *vac_outline_ref           (VacOutline  *self);
void            vac_outline_unref         (VacOutline  *self);

guint           vac_outline_get_n_blocks  (VacOutline  *self);
const VacBlock *vac_outline_get_block     (VacOutline  *self,
                                           guint        position);
const VacBlock *const *vac_outline_list_blocks (VacOutline *self);
const VacBlock *vac_outline_get_picture   (VacOutline  *self);
gboolean        vac_outline_has_marks     (VacOutline  *self);
VacAudience     vac_outline_get_audience  (VacOutline  *self);
const char     *vac_outline_get_language  (VacOutline  *self);
const char     *vac_outline_get_title     (VacOutline  *self);
const char     *vac_outline_get_name      (VacOutline  *self);
gboolean        vac_outline_is_sheet      (VacOutline  *self);
const char     *vac_outline_get_author    (VacOutline  *self);
const VacLook  *vac_outline_get_look      (VacOutline  *self);
const char *const *vac_outline_get_unfilled (VacOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacOutline, vac_outline_unref)

G_END_DECLS
