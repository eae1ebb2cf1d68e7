/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacSuggestion:
 * @field: the empty field that it is for
 * @value: what @field would hold
 * @source: the text that it was read from
 * @start: where in it, in bytes
 * @length: of how many bytes
 * @words: (transfer full): these bytes as readers see them; not longer than a quote should be
 *
 * What a text of the posting says of a field that is empty. It is offered and never taken: nothing
 * that is published is guessed.
 */
typedef struct
{
  VacNode *field;
  char    *value;
  VacNode *source;
  gsize    start;
  gsize    length;
  char    *words;
} VacSuggestion;

GPtrArray *vac_suggest                  (VacDocument         *document);
char      *vac_suggestion_name_value    (const VacSuggestion *self);

G_END_DECLS
