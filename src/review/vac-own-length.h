/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-measure.h"

G_BEGIN_DECLS

/* With fewer postings to compare it with, nothing is said of one. */
#define VAC_OWN_LEAST 10

/**
 * VacOwnPosting:
 * @family: what postings for like jobs have in common: the language, and the word of the title that
 *   says what somebody is; empty when there is none
 * @occupation: that word, as the title has it
 * @words: of the posting, as #VacMeasure counts them
 * @title_characters: of the title
 *
 * What is kept of a posting to compare others with it.
 */
typedef struct
{
  char  *family;
  char  *occupation;
  guint  words;
  guint  title_characters;
} VacOwnPosting;

/**
 * VacOwnComparison:
 * @n_postings: how many others there are of the family
 * @n_shorter: how many of them have fewer words
 * @n_longer: how many of them have more words
 * @n_shorter_titles: how many of them have a title with fewer characters
 * @n_longer_titles: how many of them have a title with more characters
 *
 * How long a posting is beside others of the same family.
 */
typedef struct
{
  guint n_postings;
  guint n_shorter;
  guint n_longer;
  guint n_shorter_titles;
  guint n_longer_titles;
} VacOwnComparison;

VacOwnPosting *vac_own_posting_new     (VacDocument         *document,
                                        const VacMeasure    *measure);
VacOwnPosting *vac_own_posting_ref     (VacOwnPosting       *self);
void           vac_own_posting_unref   (VacOwnPosting       *self);
gboolean       vac_own_posting_compare (const VacOwnPosting *self,
                                        GPtrArray           *others,
                                        VacOwnComparison    *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacOwnPosting, vac_own_posting_unref)

G_END_DECLS
