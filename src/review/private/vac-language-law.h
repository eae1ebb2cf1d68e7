/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacLanguageLaw:
 * @countries: the codes of the countries that it holds in, with territories that have a code of
 *   their own
 * @regions: (nullable): names and codes of the states or provinces that it holds in; %NULL for all
 * @language: the language that postings must be in, a BCP 47 tag without a region
 * @sentences: (element-type utf8 utf8): what it says, by the language that it is said in
 * @law: what it is called
 * @source: address of its text
 * @as_of: the ISO 8601 date on which that was last looked at
 *
 * A law on the language of postings.
 */
typedef struct
{
  char      **countries;
  char      **regions;
  char       *language;
  GHashTable *sentences;
  char       *law;
  char       *source;
  char       *as_of;
} VacLanguageLaw;

const VacLanguageLaw *vac_language_law_find         (VacDocument          *document);
const char           *vac_language_law_get_sentence (const VacLanguageLaw *self);

G_END_DECLS
