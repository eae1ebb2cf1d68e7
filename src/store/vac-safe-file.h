/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-baseline.h"

G_BEGIN_DECLS

/**
 * VacWriteFlags:
 * @VAC_WRITE_NONE: refuse whatever could lose somebody's bytes
 * @VAC_WRITE_OVERWRITE: the user was asked and agreed: whatever is there when the writing begins
 *   may be replaced. What comes while it goes on may not.
 * @VAC_WRITE_KEEP_VERSION: keep what is replaced, for vac_versions_list(). That this fails is no
 *   reason not to save: see vac_baseline_get_unkept().
 * @VAC_WRITE_PRIVATE: it is about a person: nobody but the user may look into a file that is new,
 *   or that takes the place of another one. A file that is only saved again keeps who may.
 * @VAC_WRITE_ONE_OF_MANY: more files are written to the same folder: who writes them makes all
 *   their names outlast a crash at the end, with vac_safe_file_confirm_folder(). Their bytes are on
 *   the disk all the same before they get their names.
 */
typedef enum
{
  VAC_WRITE_NONE = 0,
  VAC_WRITE_OVERWRITE = 1 << 0,
  VAC_WRITE_KEEP_VERSION = 1 << 1,
  VAC_WRITE_PRIVATE = 1 << 2,
  VAC_WRITE_ONE_OF_MANY = 1 << 3,
} VacWriteFlags;

/**
 * VacDiskState:
 * @VAC_DISK_SAME: the file is as it was last read or written, as far as anybody can tell
 * @VAC_DISK_CHANGED: it holds other bytes
 * @VAC_DISK_DELETED: there is no such file any more
 */
typedef enum
{
  VAC_DISK_SAME,
  VAC_DISK_CHANGED,
  VAC_DISK_DELETED,
} VacDiskState;

GBytes   *vac_safe_file_load         (GFile                *file,
                                      gsize                 limit,
                                      VacBaseline         **baseline,
                                      GCancellable         *cancellable,
                                      GError              **error);
void      vac_safe_file_load_async   (GFile                *file,
                                      gsize                 limit,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GBytes   *vac_safe_file_load_finish  (GFile                *file,
                                      GAsyncResult         *result,
                                      VacBaseline         **baseline,
                                      GError              **error);
gboolean  vac_safe_file_write        (GFile                *file,
                                      GBytes               *bytes,
                                      const VacBaseline    *expected,
                                      VacWriteFlags         flags,
                                      VacBaseline         **new_baseline,
                                      GCancellable         *cancellable,
                                      GError              **error);
void      vac_safe_file_write_async  (GFile                *file,
                                      GBytes               *bytes,
                                      const VacBaseline    *expected,
                                      VacWriteFlags         flags,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean  vac_safe_file_write_finish (GFile                *file,
                                      GAsyncResult         *result,
                                      VacBaseline         **new_baseline,
                                      GError              **error);
gboolean  vac_safe_file_confirm_folder (const char         *folder);
VacBaseline *vac_safe_file_write_dup_found (GAsyncResult   *result);
VacBaseline *vac_safe_file_inspect   (GFile                *file);
void      vac_safe_file_sweep        (const char           *folder);
VacDiskState vac_safe_file_compare   (GFile                *file,
                                      const VacBaseline    *baseline);
gboolean  vac_safe_file_is_same      (GFile                *file,
                                      GFile                *other);
gboolean  vac_safe_file_check_writable (GFile              *file,
                                      GError              **error);

G_END_DECLS
