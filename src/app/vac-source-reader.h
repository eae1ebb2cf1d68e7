/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-import.h"

G_BEGIN_DECLS

void       vac_source_read_file_async  (GFile               *file,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void       vac_source_read_bytes_async (GBytes              *bytes,
                                        VacImportKind        kind,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GPtrArray *vac_source_read_finish      (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
