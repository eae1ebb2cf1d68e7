/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-shared-library.h"

G_BEGIN_DECLS

void           vac_shared_files_save_async  (const VacSharedText *before,
                                             VacDocument         *document,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
VacSharedText *vac_shared_files_save_finish (GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
