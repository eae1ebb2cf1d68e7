/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-reading-words.h"
#include "vac-word-break.h"

G_BEGIN_DECLS

/*
 * VacSentence:
 * @start: where it begins in the text, in bytes
 * @length: how many bytes it has, without blanks around it
 * @words: how many words are in it
 */
typedef struct
{
  gsize start;
  gsize length;
  guint words;
} VacSentence;

gboolean vac_sentence_next      (const char            *text,
                                 const VacReadingWords *words,
                                 gsize                 *from,
                                 VacSentence           *sentence);
gboolean vac_sentence_next_word (const char            *text,
                                 gsize                  end,
                                 gsize                 *from,
                                 VacWord               *word);
gboolean vac_sentence_has_blanks (const char           *language);

G_END_DECLS
