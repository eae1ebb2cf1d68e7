/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words by which a posting shows what it requires, in each language that is read. The words are in
 * data/languages; a star stands for any ending. */
typedef enum
{
  VAC_CLUE_YEARS,
  VAC_CLUE_MONTHS,
  VAC_CLUE_EXPERIENCE,
  VAC_CLUE_RANGE,           /* between two numbers */
  VAC_CLUE_MORE,            /* after a number */
  VAC_CLUE_LINK,            /* what may follow "experience: 5 years" */
  VAC_CLUE_OR,
  VAC_CLUE_EQUIVALENT,
  VAC_CLUE_NOT_AFTER,       /* right after the years: these are not of experience */
  VAC_CLUE_NOT_EXPERIENCE,  /* anywhere: the years may be those of something else */
  VAC_CLUE_NOT_REQUIRED,    /* anywhere: what is named is welcome, or not needed */
  VAC_CLUE_NOT_HELD,        /* anywhere: a degree that nobody has yet */
  VAC_CLUE_SCHOOL,
  VAC_CLUE_ASSOCIATE,
  VAC_CLUE_BACHELOR,
  VAC_CLUE_CERTIFICATE,
  VAC_CLUE_POSTGRADUATE,
  VAC_N_CLUES /*< skip >*/
} VacClue;

const char *const *vac_clue_get_words (const char *language,
                                       VacClue     clue);

G_END_DECLS
