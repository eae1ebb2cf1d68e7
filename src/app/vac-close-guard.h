/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_CLOSE_GUARD (vac_close_guard_get_type ())

G_DECLARE_FINAL_TYPE (VacCloseGuard, vac_close_guard, VAC, CLOSE_GUARD, GObject)

VacCloseGuard *vac_close_guard_new           (GtkWindow     *window);
void           vac_close_guard_begin_writing (VacCloseGuard *self);
void           vac_close_guard_end_writing   (VacCloseGuard *self,
                                              gboolean       done);
gboolean       vac_close_guard_confirm       (VacCloseGuard *self,
                                              VacDocument   *document);
void           vac_close_guard_close         (VacCloseGuard *self);

G_END_DECLS
