/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacQuestion:
 * @asker: the address of something that only those who ask it have
 * @kind: which of their questions
 * @language: (nullable): the language of the text
 * @text: a text
 *
 * What is asked about a text by itself: the answer depends on nothing else.
 */
typedef struct
{
  gconstpointer asker;
  guint         kind;
  const char   *language;
  const char   *text;
} VacQuestion;

gboolean vac_memo_find (const VacQuestion *question,
                        guint             *answer);
void     vac_memo_keep (const VacQuestion *question,
                        guint              answer);

G_END_DECLS
