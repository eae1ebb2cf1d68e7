/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacLibrarySort:
 * @VAC_LIBRARY_SORT_CHANGED: by the time of the last change
 * @VAC_LIBRARY_SORT_TITLE: by title, then by employer
 * @VAC_LIBRARY_SORT_EMPLOYER: by employer, then by title
 * @VAC_LIBRARY_SORT_PLACE: by place, then by title
 * @VAC_LIBRARY_SORT_STATUS: by status, from the draft on, then by title
 * @VAC_LIBRARY_SORT_CLOSES: by the last day; postings without one follow in either direction
 * @VAC_LIBRARY_SORT_FINDINGS: by the number of findings, then by title
 *
 * The order of a list.
 */
typedef enum
{
  VAC_LIBRARY_SORT_CHANGED,
  VAC_LIBRARY_SORT_TITLE,
  VAC_LIBRARY_SORT_EMPLOYER,
  VAC_LIBRARY_SORT_PLACE,
  VAC_LIBRARY_SORT_STATUS,
  VAC_LIBRARY_SORT_CLOSES,
  VAC_LIBRARY_SORT_FINDINGS,
} VacLibrarySort;

/**
 * VacLibraryQuery:
 * @folders: (nullable): %NULL-ended: paths of the folders that are listed with all that they hold;
 *   %NULL for all that the index has
 * @text: (nullable): what a person typed to search for: words that the posting has words beginning
 *   with, or between quotation marks
 * @statuses: (nullable): %NULL-ended: ids of statuses
 * @place: (nullable): what stands in the place, in any case
 * @closes: whether only postings are wanted that can be applied to until a day from today to
 *   @days from now, and are neither closed nor archived
 * @days: see @closes; at most a century
 * @has_findings: whether only postings are wanted that the review finds something in
 * @copy_of: (nullable): the id of a shared text that only postings are wanted with a copy of
 * @sort: the order
 * @descending: whether it is the other way round
 *
 * Which postings to list. Files that could not be read are listed unless one of the conditions but
 * @folders and @text is there: nothing is known of them but their name.
 */
typedef struct
{
  const char *const *folders;
  const char        *text;
  const char *const *statuses;
  const char        *place;
  gboolean           closes;
  guint              days;
  gboolean           has_findings;
  const char        *copy_of;
  VacLibrarySort     sort;
  gboolean           descending;
} VacLibraryQuery;

VacLibraryQuery *vac_library_query_copy (const VacLibraryQuery *query);
void             vac_library_query_free (VacLibraryQuery       *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacLibraryQuery, vac_library_query_free)

G_END_DECLS
