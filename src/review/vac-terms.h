/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-finding.h"

G_BEGIN_DECLS

/* What exists in one language, made from its data file. */
typedef struct _VacTerms VacTerms;

/**
 * VacTermSource:
 * @title: an outside document
 * @uri: (nullable): where it is read
 * @date: when it was looked at, an ISO 8601 date
 */
typedef struct
{
  char *title;
  char *uri;
  char *date;
} VacTermSource;

/**
 * VacTermsUse:
 * @VAC_TERMS_IN_TITLE: the text is the title of a job
 * @VAC_TERMS_IN_REQUIREMENTS: the text tells what an applicant has to bring
 * @VAC_TERMS_ALL: look for every term, also those that are wrong too often to be looked for
 *
 * Which terms to look for beside those that are looked for everywhere.
 */
typedef enum
{
  VAC_TERMS_IN_TITLE        = 1 << 0,
  VAC_TERMS_IN_REQUIREMENTS = 1 << 1,
  VAC_TERMS_ALL             = 1 << 2,
} VacTermsUse;

/**
 * VacTerm:
 * @id: names it: "age.young"; promised to other programs
 * @category: what it is about: "age", "cliche"
 * @severity: how bad it is where the rule behind it holds
 * @elsewhere: how bad it is in other places
 * @beside_pay: how bad it is at most where the posting discloses the pay
 * @places: (nullable): %NULL-ended: where the rule holds, "US", "US-CA"; %NULL for everywhere
 * @use: one of these has to be asked for; 0 for a term that is looked for everywhere
 * @reason: what is wrong with it, a sentence in the language of the term
 * @source: (nullable): who says so; %NULL for a rule of our own
 *
 * Words to look for.
 */
typedef struct
{
  const char          *id;
  const char          *category;
  VacSeverity          severity;
  VacSeverity          elsewhere;
  VacSeverity          beside_pay;
  const char *const   *places;
  VacTermsUse          use;
  const char          *reason;
  const VacTermSource *source;
} VacTerm;

/**
 * VacTermMatch:
 * @term: what was found
 * @start: where in the text it begins, in bytes
 * @length: how many bytes it is
 * @suggestions: (nullable): %NULL-ended: what could stand instead of those bytes
 */
typedef struct
{
  const VacTerm *term;
  gsize          start;
  gsize          length;
  char         **suggestions;
} VacTermMatch;

gboolean        vac_terms_are_there     (const char         *language);
const VacTerms *vac_terms_get           (const char         *language);
GPtrArray      *vac_terms_find          (const VacTerms     *self,
                                         const char         *text,
                                         VacTermsUse         use);
guint           vac_terms_get_n         (const VacTerms     *self);
const VacTerm  *vac_terms_get_nth       (const VacTerms     *self,
                                         guint               n);
const char     *vac_terms_name_area     (const VacTerms     *self,
                                         const char         *place,
                                         guint               n);
char           *vac_terms_make_sentence (const VacTerms     *self,
                                         const VacTermMatch *match,
                                         const char         *text);

G_END_DECLS
