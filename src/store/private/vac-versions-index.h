/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions.h"

G_BEGIN_DECLS

/**
 * VacFileMark:
 * @device: the file system that the file is on
 * @inode: its number there, which a later file may get when this one is gone
 * @born: when it was made, in nanoseconds since 1970, which tells the two apart; 0 if unknown
 * @volume: the file system that its folder is on; not every file system numbers both alike
 *
 * Which file it is, whatever it is called. All zero for a file without a local path.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64  born;
  guint64 volume;
} VacFileMark;

/**
 * VacVersionsIndex:
 * @uri: where the file is
 * @mark: which file it was when it was last saved
 * @hash: SHA-256 of its content then; %NULL if unknown
 * @time: when that was, in seconds since 1970
 * @who: who saved it
 * @versions: (element-type VacVersion): those kept, oldest first, their numbers rising
 */
typedef struct
{
  char        *uri;
  VacFileMark  mark;
  char        *hash;
  gint64       time;
  char        *who;
  GPtrArray   *versions;
} VacVersionsIndex;

void     vac_versions_index_init      (VacVersionsIndex       *self);
void     vac_versions_index_clear     (VacVersionsIndex       *self);
gboolean vac_versions_index_read      (VacVersionsIndex       *self,
                                       const char             *data,
                                       gsize                   length);
gboolean vac_versions_index_read_file (VacVersionsIndex       *self,
                                       const char             *data,
                                       gsize                   length);
GBytes  *vac_versions_index_write     (const VacVersionsIndex *self);
gboolean vac_versions_have            (GPtrArray              *versions,
                                       const char             *hash);
void     vac_versions_index_add       (VacVersionsIndex       *self,
                                       VacVersion             *version);
gint64   vac_versions_clamp_time      (gint64                  time);
gboolean vac_versions_is_hash         (const char             *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacVersionsIndex, vac_versions_index_clear)

G_END_DECLS
