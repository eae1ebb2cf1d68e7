/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VAC_TOKEN_WORD,      /* letters, also with digits behind the first of them: "it’s", "H1B" */
  VAC_TOKEN_NUMBER,    /* digits, also with letters behind them: "1,000.50", "8th" */
  VAC_TOKEN_SPACE,     /* blanks on one line */
  VAC_TOKEN_BREAK,     /* the end of a line, with the blanks around it */
  VAC_TOKEN_SIGN,      /* one character that is none of these */
  VAC_TOKEN_OPAQUE,    /* a placeholder or an address, which is not read as a word */
} VacTokenKind;

/* A piece of a text; @start and @end are in bytes. */
typedef struct
{
  VacTokenKind kind;
  gsize        start;
  gsize        end;
  gunichar     first;
} VacToken;

gboolean vac_token_may_be_address (const char     *text);
GArray  *vac_token_list_new       (const char     *text);
gboolean vac_token_begins_with    (const VacToken *self,
                                   const char     *signs);

/* Whether @self, which may be %NULL, is one of the characters @signs. */
static inline gboolean
vac_token_is_sign (const VacToken *self,
                   const char     *signs)
{
  return self != NULL && self->kind == VAC_TOKEN_SIGN && vac_token_begins_with (self, signs);
}

G_END_DECLS
