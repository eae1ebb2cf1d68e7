/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-document.h"
#include "vac-safe-file.h"

G_BEGIN_DECLS

/**
 * VacGuideFile:
 * @file: one of the user's guides
 * @before: what it held before it was changed
 * @written: what it is since then
 * @n_taken: how many texts were taken over
 * @n_left: how many were not: the guide says something else there by now
 *
 * What became of a guide, to make it what it was again.
 */
typedef struct
{
  GFile       *file;
  GBytes      *before;
  VacBaseline *written;
  guint        n_taken;
  guint        n_left;
} VacGuideFile;

void     vac_guide_file_free             (VacGuideFile         *self);

gboolean vac_guide_files_takes_title     (const char           *title);
void     vac_guide_files_add_async       (VacDocument          *document,
                                          const char           *title,
                                          const char           *summary,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GFile   *vac_guide_files_add_finish      (GAsyncResult         *result,
                                          GError              **error);
void     vac_guide_files_describe_async  (GFile                *file,
                                          const char           *title,
                                          const char           *summary,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean vac_guide_files_describe_finish (GAsyncResult         *result,
                                          GError              **error);
void     vac_guide_files_delete_async    (GFile                *file,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GBytes  *vac_guide_files_delete_finish   (GAsyncResult         *result,
                                          GError              **error);
void     vac_guide_files_restore_async   (GFile                *file,
                                          GBytes               *bytes,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean vac_guide_files_restore_finish  (GAsyncResult         *result,
                                          GError              **error);
void     vac_guide_files_update_async    (GFile                *file,
                                          VacDocument          *posting,
                                          GHashTable           *chosen,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
VacGuideFile *vac_guide_files_update_finish (GAsyncResult      *result,
                                          GError              **error);
void     vac_guide_files_revert_async    (VacGuideFile         *guide,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean vac_guide_files_revert_finish   (GAsyncResult         *result,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacGuideFile, vac_guide_file_free)

G_END_DECLS
