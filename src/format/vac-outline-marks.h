/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline-builder.h"

G_BEGIN_DECLS

/**
 * VacMarkKind:
 * @VAC_MARK_ADDED: the words are in the later document only
 * @VAC_MARK_REMOVED: the words are in the earlier document only
 */
typedef enum
{
  VAC_MARK_ADDED,
  VAC_MARK_REMOVED,
} VacMarkKind;

/* What is read before what was moved: an arrow up and down. */
#define VAC_MOVED_SIGN "\342\206\225"

/* What a mark is in, besides the number of a fact or of a cell. */
#define VAC_PART_TEXT -1
#define VAC_PART_LABEL -2

/**
 * VacMark:
 * @kind: what it says of the words
 * @part: where they are: %VAC_PART_TEXT, %VAC_PART_LABEL, or the number of a fact or of a cell
 * @start: of the words in that part, in bytes
 * @end: after them
 *
 * Words of a block in which two documents differ. A block that has marks holds them from left to
 * right, and its texts are as vac_plain_clean() leaves them.
 */
typedef struct
{
  VacMarkKind kind;
  int         part;
  gsize       start;
  gsize       end;
} VacMark;

void        vac_block_add_mark      (VacBlock       *block,
                                     VacMarkKind     kind,
                                     int             part,
                                     gsize           start,
                                     gsize           end);
void        vac_block_mark_all      (VacBlock       *block,
                                     VacMarkKind     kind);
GArray     *vac_block_place_marks   (const VacBlock *block,
                                     int             part,
                                     const char     *line,
                                     gsize           label_length,
                                     const gsize    *fact_ends);
VacOutline *vac_outline_spell_marks (VacOutline     *outline);

G_END_DECLS
