/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VacLibraryFacts:
 * @title: the title of the job, which may be empty
 * @employer: the employer's name
 * @place: the places of work in one line, or that the work is remote, in the posting's language
 * @pay: the range in the posting's language, also where candidates do not read it
 * @status: the id of its status
 * @since: since when, an ISO 8601 date, or empty
 * @closes: the last day to apply, an ISO 8601 date, or empty
 * @n_findings: how many things the review finds that are no hints, and that nobody ignores
 * @copies: its copies of shared texts: a line each with its id, a space, the version, a space, and
 *   1 if it was edited in the posting; see vac_library_facts_find_copy()
 * @error: (nullable): why the file could not be read; then all else is empty
 *
 * What a list shows of a posting.
 */
typedef struct
{
  char  *title;
  char  *employer;
  char  *place;
  char  *pay;
  char  *status;
  char  *since;
  char  *closes;
  guint  n_findings;
  char  *copies;
  char  *error;
} VacLibraryFacts;

#define VAC_TYPE_LIBRARY_ENTRY (vac_library_entry_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryEntry, vac_library_entry, VAC, LIBRARY_ENTRY, GObject)

VacLibraryEntry       *vac_library_entry_new         (const char      *path,
                                                      gint64           changed,
                                                      VacLibraryFacts *facts);
const char            *vac_library_entry_get_path    (VacLibraryEntry *self);
gint64                 vac_library_entry_get_changed (VacLibraryEntry *self);
const VacLibraryFacts *vac_library_entry_get_facts   (VacLibraryEntry *self);
gboolean               vac_library_facts_find_copy   (const VacLibraryFacts *facts,
                                                      const char      *id,
                                                      gint64          *version,
                                                      gboolean        *edited);
void                   vac_library_facts_clear       (VacLibraryFacts *facts);

G_END_DECLS
