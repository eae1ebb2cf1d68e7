/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions-index.h"

G_BEGIN_DECLS

/**
 * VacVersionsFolder:
 * @path: the folder
 * @lock: its descriptor, which keeps other programs from changing it
 * @index: what is in it
 * @rebuilt: whether the index was damaged, and made anew from what was found
 *
 * The versions of one file, for as long as somebody reads or changes them.
 */
typedef struct
{
  char            *path;
  int              lock;
  VacVersionsIndex index;
  gboolean         rebuilt;
} VacVersionsFolder;

/**
 * VacVersionsSought:
 * @uri: where the file is, links followed
 * @mark: which file is there
 * @hash: (nullable): SHA-256 of its content
 *
 * Whose versions are looked for. With @mark or @hash they are also found where the file was before
 * it was renamed or moved.
 */
typedef struct
{
  const char *uri;
  VacFileMark mark;
  const char *hash;
} VacVersionsSought;

void               vac_file_mark_take         (VacFileMark              *self,
                                               int                       folder,
                                               const char               *name);
void               vac_file_mark_take_path    (VacFileMark              *self,
                                               const char               *path);
gboolean           vac_versions_folder_exists (const char               *uri);
VacVersionsFolder *vac_versions_folder_find   (const VacVersionsSought  *sought,
                                               GError                  **error);
VacVersionsFolder *vac_versions_folder_make   (const VacVersionsSought  *sought,
                                               GError                  **error);
gboolean           vac_versions_folder_write  (VacVersionsFolder        *self,
                                               GError                  **error);
void               vac_versions_folder_close  (VacVersionsFolder        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacVersionsFolder, vac_versions_folder_close)

G_END_DECLS
