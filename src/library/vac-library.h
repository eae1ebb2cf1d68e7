/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-entry.h"
#include "vac-library-query.h"

G_BEGIN_DECLS

/**
 * VacLibraryProblem:
 * @path: a folder
 * @sentence: why not all that is in it could be looked at
 */
typedef struct
{
  char *path;
  char *sentence;
} VacLibraryProblem;

/**
 * VacLibraryReport:
 * @n_files: how many files there are that may be postings
 * @n_read: how many of them were read, because they are new or have changed
 * @n_removed: how many are there no longer
 * @problems: (element-type VacLibraryProblem): the folders that could not be looked through
 *
 * What a scan did.
 */
typedef struct
{
  guint      n_files;
  guint      n_read;
  guint      n_removed;
  GPtrArray *problems;
} VacLibraryReport;

#define VAC_TYPE_LIBRARY (vac_library_get_type ())

G_DECLARE_FINAL_TYPE (VacLibrary, vac_library, VAC, LIBRARY, GObject)

gboolean          vac_library_is_name     (const char             *name);
VacLibrary       *vac_library_new         (const char             *path);
char             *vac_library_dup_path    (void);
VacLibraryReport *vac_library_scan        (VacLibrary             *self,
                                           const char *const      *folders,
                                           GCancellable           *cancellable,
                                           GError                **error);
void              vac_library_scan_async  (VacLibrary             *self,
                                           const char *const      *folders,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
VacLibraryReport *vac_library_scan_finish (VacLibrary             *self,
                                           GAsyncResult           *result,
                                           GError                **error);
GListModel       *vac_library_find        (VacLibrary             *self,
                                           const VacLibraryQuery  *query,
                                           GCancellable           *cancellable,
                                           GError                **error);
void              vac_library_find_async  (VacLibrary             *self,
                                           const VacLibraryQuery  *query,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
GListModel       *vac_library_find_finish (VacLibrary             *self,
                                           GAsyncResult           *result,
                                           GError                **error);
void              vac_library_report_free (VacLibraryReport       *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacLibraryReport, vac_library_report_free)

G_END_DECLS
