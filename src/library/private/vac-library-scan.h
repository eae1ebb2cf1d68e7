/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-index.h"
#include "vac-library.h"

G_BEGIN_DECLS

/* Tells of progress; whether postings are in the index by now that were not there before. */
typedef void (*VacScanFunc) (guint    n_done,
                             guint    n_all,
                             gboolean changed,
                             gpointer user_data);

VacLibraryReport *vac_library_scan_folders (VacLibraryIndex    *index,
                                            const char *const  *folders,
                                            VacScanFunc         tell,
                                            gpointer            user_data,
                                            GCancellable       *cancellable,
                                            GError            **error);

G_END_DECLS
