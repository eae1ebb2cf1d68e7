/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-paper.h"

G_BEGIN_DECLS

/* A text of the document where a page shows it. */
typedef struct _VacPaperText VacPaperText;

/**
 * VacPaperWords:
 * @x: left edge, from that of the sheet
 * @baseline: what they stand on, from the sheet's upper edge
 * @width: how wide they are
 * @size: of their type
 *
 * Words in a line of a page; in points.
 */
typedef struct
{
  double x;
  double baseline;
  double width;
  double size;
} VacPaperWords;

typedef void (*VacPaperTextFunc)  (const VacPaperText  *text,
                                   gpointer             user_data);
typedef void (*VacPaperWordsFunc) (const VacPaperWords *words,
                                   gpointer             user_data);

void     vac_paper_visit_texts      (VacPaper           *self,
                                     guint               page,
                                     VacPaperTextFunc    func,
                                     gpointer            user_data);
VacNode *vac_paper_text_get_node    (const VacPaperText *self);
void     vac_paper_text_visit_words (const VacPaperText *self,
                                     gsize               start,
                                     gsize               end,
                                     VacPaperWordsFunc   func,
                                     gpointer            user_data);
guint    vac_paper_find_words       (VacPaper           *self,
                                     VacNode            *node,
                                     gsize               start,
                                     gsize               end);

G_END_DECLS
