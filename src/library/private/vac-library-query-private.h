/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-index.h"
#include "vac-library-query.h"

G_BEGIN_DECLS

GPtrArray       *vac_library_query_run  (VacLibraryIndex       *index,
                                         const VacLibraryQuery *query,
                                         GCancellable          *cancellable,
                                         GError               **error);
VacLibraryQuery *vac_library_query_copy (const VacLibraryQuery *query);
void             vac_library_query_free (VacLibraryQuery       *query);

G_END_DECLS
