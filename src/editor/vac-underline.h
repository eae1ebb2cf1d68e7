/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-mark-look.h"

G_BEGIN_DECLS

/**
 * VacUnderline:
 * @start: where in the text it begins, in bytes
 * @end: where it ends
 * @group: what it stands for: a finding, or %VAC_MARK_FOUND
 *
 * A mark of a part of a text.
 */
typedef struct
{
  gsize           start;
  gsize           end;
  VacFindingGroup group;
} VacUnderline;

GArray  *vac_underlines_new         (void);
void     vac_underlines_add         (GArray             *self,
                                     GPtrArray          *findings,
                                     const char         *text);
void     vac_underlines_add_found   (GArray             *self,
                                     const GArray       *passages);
void     vac_underlines_shift       (GArray             *self,
                                     const char         *old_text,
                                     const char         *text);
GArray  *vac_underlines_lay_out     (GArray             *self,
                                     gsize               gap,
                                     gsize               gap_end);
gboolean vac_underlines_equal       (const GArray       *a,
                                     const GArray       *b);
gboolean vac_underline_is_of_words  (const VacUnderline *self);

G_END_DECLS
