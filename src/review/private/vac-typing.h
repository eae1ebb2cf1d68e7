/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-review-text.h"
#include "vac-token.h"
#include "vac-typing-words.h"

G_BEGIN_DECLS

/* A text in pieces, for the checks of how it was typed. */
typedef struct
{
  const VacReviewText  *of;
  const VacTypingWords *words;      /* (nullable): of its language */
  GArray               *tokens;
  GPtrArray            *findings;
} VacTyping;

/* The piece at @i, which may lie outside of the text; (nullable). */
static inline const VacToken *
vac_typing_get (const VacTyping *self,
                gint64           i)
{
  return i >= 0 && i < self->tokens->len ? &g_array_index (self->tokens, VacToken, i) : NULL;
}

void vac_typing_check_articles (const VacTyping *self);
void vac_typing_check_brackets (const VacTyping *self);
void vac_typing_check_quotes   (const VacTyping *self);

G_END_DECLS
