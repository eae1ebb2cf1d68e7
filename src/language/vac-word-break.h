/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacWord:
 * @start: where it begins in the text, in bytes
 * @length: how many bytes it has
 *
 * What belongs together in a text and is no white space: a word, a number, a mark.
 */
typedef struct
{
  gsize start;
  gsize length;
} VacWord;

typedef struct _VacWordBreak VacWordBreak;

VacWordBreak *vac_word_break_new   (const char   *language);
void          vac_word_break_free  (VacWordBreak *self);
void          vac_word_break_split (VacWordBreak *self,
                                    const char   *text,
                                    GArray       *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacWordBreak, vac_word_break_free)

G_END_DECLS
