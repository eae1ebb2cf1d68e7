/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions-folder.h"

G_BEGIN_DECLS

/* The space that the versions of one file may take together, in bytes. */
#define VAC_VERSIONS_MOST (64 * 1024 * 1024)

/**
 * VacKeeping:
 * @uri: where the file is, links followed
 * @old: (nullable): its content now; %NULL if there is no file
 * @bytes: the content that takes its place
 * @before: which file is replaced
 * @after: which file takes its place
 * @time: when @old was written, in seconds since 1970, for one that was not saved by us
 * @who: (nullable): whose file it is, likewise
 * @now: when it is replaced, in seconds since 1970
 * @most: how much space all versions may take, in bytes
 *
 * A save that is about to replace a file.
 */
typedef struct
{
  const char *uri;
  GBytes     *old;
  GBytes     *bytes;
  VacFileMark before;
  VacFileMark after;
  gint64      time;
  const char *who;
  gint64      now;
  guint64     most;
} VacKeeping;

gboolean vac_versions_keep           (const VacKeeping  *what,
                                      GError           **error);
char    *vac_versions_dup_user_name  (guint              user);

G_END_DECLS
