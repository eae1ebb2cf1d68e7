/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-entry.h"

G_BEGIN_DECLS

/**
 * VacLibraryPosting:
 * @facts: what a list shows of it
 * @words: all of its text, as vac_library_words_fold() has it
 * @foreign: whether it is no posting, and does not say that it is one: lists have nothing of it
 *
 * What the index keeps of a file.
 */
typedef struct
{
  VacLibraryFacts facts;
  char           *words;
  gboolean        foreign;
} VacLibraryPosting;

VacLibraryPosting *vac_library_posting_read (const char        *path,
                                             guint64            size,
                                             GCancellable      *cancellable);
VacLibraryPosting *vac_library_posting_fail (const char        *path,
                                             const char        *sentence);
void               vac_library_posting_free (VacLibraryPosting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacLibraryPosting, vac_library_posting_free)

G_END_DECLS
