/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of words by which a text in one language is read. */
typedef enum
{
  VAC_READING_ABBREVIATIONS,   /* before a full stop that ends no sentence */
  VAC_READING_STARTERS,        /* begin a sentence after "U.S." or "etc." */
  VAC_READING_YOU,             /* the reader */
  VAC_READING_POLITE,          /* the reader too, as written: its capital tells it apart */
  VAC_READING_WE,              /* those who write */
  VAC_N_READING_SETS
} VacReadingSet;

typedef struct _VacReadingWords VacReadingWords;

const VacReadingWords *vac_reading_words_get (const char            *language);
gboolean               vac_reading_words_has (const VacReadingWords *self,
                                              VacReadingSet          set,
                                              const char            *word,
                                              gsize                  length);

G_END_DECLS
