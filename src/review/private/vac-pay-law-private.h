/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pay-law.h"

G_BEGIN_DECLS

/* What a posting's own words may say. */
typedef enum
{
  VAC_PAY_WORDS_BENEFITS,
  VAC_PAY_WORDS_OTHER_PAY,
  VAC_PAY_WORDS_DEADLINE,
  VAC_PAY_WORDS_AI,
  VAC_PAY_WORDS_SELECTION,
  VAC_PAY_WORDS_VACANCY,
  VAC_N_PAY_WORDS
} VacPayWords;

/* What a file says. The built-in one has words; those of users may have none. */
typedef struct
{
  GPtrArray  *rules;
  GHashTable *words;     /* language → char **[VAC_N_PAY_WORDS], folded */
  char       *as_of;
} VacPayTable;

VacPayTable       *vac_pay_table_read (GBytes        *bytes,
                                       GError       **error);
void               vac_pay_table_free (VacPayTable   *self);

const char *const *vac_pay_law_get_words (const char  *language,
                                          VacPayWords  words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPayTable, vac_pay_table_free)

G_END_DECLS
