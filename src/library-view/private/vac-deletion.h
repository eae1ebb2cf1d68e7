/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VacDeletionDone:
 * @owner: what shows the file
 * @back: whether the file is put back; it is deleted otherwise
 * @error: (nullable): why that could not be done; %NULL when it was
 */
typedef void (*VacDeletionDone) (GtkWidget    *owner,
                                 gboolean      back,
                                 const GError *error);

void vac_delete_with_undo (GtkWidget       *owner,
                           AdwToastOverlay *toasts,
                           GFile           *file,
                           const char      *title,
                           VacDeletionDone  done);

G_END_DECLS
