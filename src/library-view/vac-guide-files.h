/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-document.h"

G_BEGIN_DECLS

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

G_END_DECLS
