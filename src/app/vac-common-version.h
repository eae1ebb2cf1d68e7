/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

void         vac_common_version_find_async  (GFile                *mine,
                                             GFile                *theirs,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
VacDocument *vac_common_version_find_finish (GAsyncResult         *result,
                                             VacDocument         **theirs,
                                             GError              **error);

G_END_DECLS
