/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-index.h"
#include "vac-library-query.h"

G_BEGIN_DECLS

GPtrArray *vac_library_query_run (VacLibraryIndex       *index,
                                  const VacLibraryQuery *query,
                                  GCancellable          *cancellable,
                                  GError               **error);

G_END_DECLS
