/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-clue.h"

G_BEGIN_DECLS

/* A piece of a text, up to where a sentence or a part of it ends. */
typedef struct
{
  const char *language;
  const char *text;
  const char *end;
} VacClause;

/* What words compare by; apostrophes are typed in two ways. */
static inline gunichar
vac_clause_fold (gunichar c)
{
  if (c < 0x80)
    return c == '\'' ? 0x2019 : (gunichar) g_ascii_tolower ((char) c);

  return g_unichar_tolower (c);
}

gboolean    vac_clause_take  (const char      **text,
                              const char       *language,
                              VacClause        *clause);
const char *vac_clause_match (const VacClause  *self,
                              const char       *at,
                              VacClue           clue);
const char *vac_clause_find  (const VacClause  *self,
                              const char       *from,
                              VacClue           clue,
                              const char      **stop);
gboolean    vac_clause_has   (const VacClause  *self,
                              VacClue           clue);

G_END_DECLS
