/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-guide-library.h"

G_BEGIN_DECLS

/**
 * VacEditionOutcome:
 * @VAC_EDITION_SAME: there was nothing to take over: the posting was made from no guide that is
 *   here, or the edition of its new language is that of the old one
 * @VAC_EDITION_MISSING: its guide has no edition in the new language
 * @VAC_EDITION_SWITCHED: its guide's texts were taken over
 */
typedef enum
{
  VAC_EDITION_SAME,
  VAC_EDITION_MISSING,
  VAC_EDITION_SWITCHED,
} VacEditionOutcome;

/**
 * VacEditionSwitch:
 * @outcome: what became of the guide's texts
 * @n_taken: how many texts of the posting became those of the other edition
 * @n_headings: how many headings were somebody's own and were left, the job's title among them
 * @n_texts: how many other texts were; a bullet with its label is one
 */
typedef struct
{
  VacEditionOutcome outcome;
  guint             n_taken;
  guint             n_headings;
  guint             n_texts;
} VacEditionSwitch;

void  vac_edition_switch          (VacDocument            *document,
                                   VacDocument            *from,
                                   VacDocument            *to,
                                   const char             *language,
                                   VacEditionSwitch       *result);
void  vac_edition_switch_language (VacGuideLibrary        *library,
                                   VacDocument            *document,
                                   const char             *language,
                                   VacEditionSwitch       *result);
char *vac_edition_describe        (const VacEditionSwitch *result,
                                   const char             *language);

VacDocument *vac_edition_open_source (VacGuideLibrary     *library,
                                      VacDocument         *document);

G_END_DECLS
