/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "vac-library-read.h"

G_BEGIN_DECLS

/**
 * VacFingerprint:
 * @size: in bytes
 * @mtime: when the bytes changed, in nanoseconds since 1970
 * @ctime: when anything about the file changed, in the same
 * @inode: which file it is on its disk
 * @device: which disk
 *
 * What tells without reading a file that it is still the same.
 */
typedef struct
{
  gint64 size;
  gint64 mtime;
  gint64 ctime;
  gint64 inode;
  gint64 device;
} VacFingerprint;

/**
 * VacIndexed:
 * @path: the path of a file; borrowed when it is put in
 * @print: what the file was; zero when it may have changed while it was read
 * @posting: (nullable): what it holds
 */
typedef struct
{
  char              *path;
  VacFingerprint     print;
  VacLibraryPosting *posting;
} VacIndexed;

typedef struct _VacLibraryIndex VacLibraryIndex;

/* Returns a result code of SQLite. It may be called twice, the second time for an empty index. */
typedef int (*VacIndexFunc) (sqlite3  *db,
                             gpointer  user_data);

VacLibraryIndex *vac_library_index_new      (const char      *path);
void             vac_library_index_free     (VacLibraryIndex *self);
gboolean         vac_library_index_run      (VacLibraryIndex *self,
                                             VacIndexFunc     func,
                                             gpointer         user_data,
                                             GCancellable    *cancellable,
                                             GError         **error);
guint            vac_library_index_get_age  (VacLibraryIndex *self);
GHashTable      *vac_library_index_list     (VacLibraryIndex *self,
                                             const char      *folder,
                                             GError         **error);
gboolean         vac_library_index_put      (VacLibraryIndex *self,
                                             GPtrArray       *indexed,
                                             GError         **error);
gboolean         vac_library_index_remove   (VacLibraryIndex *self,
                                             GPtrArray       *paths,
                                             GError         **error);
void             vac_indexed_free           (gpointer         data);

/* For statements on what is in folders. */
char            *vac_library_index_get_end  (const char      *folder);

G_END_DECLS
