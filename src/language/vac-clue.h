/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words by which a posting shows what it requires and pays, in each language that is read. They are
 * in data/languages; a star stands for any ending. */
typedef enum
{
  VAC_CLUE_YEARS,
  VAC_CLUE_MONTHS,
  VAC_CLUE_EXPERIENCE,
  VAC_CLUE_RANGE,           /* between two numbers */
  VAC_CLUE_MORE,            /* after a number */
  VAC_CLUE_LINK,            /* what may follow "experience: 5 years" */
  VAC_CLUE_OR,
  VAC_CLUE_HYPHEN,          /* after a hyphen that stands for the end of a word: "on- and" */
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
  VAC_CLUE_PAY_FROM,        /* before an amount: there may be more */
  VAC_CLUE_PAY_UP_TO,       /* before an amount: there is no more */
  VAC_CLUE_APPLY,           /* beside an address: applications go there */
  VAC_CLUE_PAY_MORE,        /* begins what is said behind pay: "plus a bonus" */
  VAC_CLUE_NOW,             /* all of a start: "as soon as possible" */
  VAC_CLUE_HIRING,          /* before a title: "We are hiring:" */
  VAC_CLUE_MAIL,            /* labels of a mail that is quoted: "From", "Sent" */
  VAC_CLUE_GREETING,        /* begins a letter, before a name */
  VAC_CLUE_PAY_NOTE,        /* behind an amount, without another meaning for it */
  VAC_CLUE_LEVEL_ENTRY,     /* in a title: who learns the job */
  VAC_CLUE_LEVEL_JUNIOR,    /* in a title: who has done it for a short time */
  VAC_CLUE_LEVEL_MIDDLE,    /* in a title: between those and the next */
  VAC_CLUE_LEVEL_SENIOR,    /* in a title: who has done it for long */
  VAC_CLUE_LEVEL_NOT,       /* in a title: has such a word in it, and names no level */
  VAC_CLUE_NUMBERED,        /* before a number in a title: it is that of the thing */
  VAC_CLUE_LEADS,           /* other people are led */
  VAC_CLUE_INSTEAD,         /* beside a degree: something else does as well */
  VAC_CLUE_BENEFITS,        /* what an employer gives beside pay */
  VAC_CLUE_OPPORTUNITY,     /* all applicants are treated alike */
  VAC_CLUE_BEGINS,          /* nothing needs to have been learned before */
  VAC_N_CLUES /*< skip >*/
} VacClue;

const char *const *vac_clue_get_words (const char *language,
                                       VacClue     clue);

G_END_DECLS
