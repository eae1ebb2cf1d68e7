/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _VacManyProgress VacManyProgress;

VacManyProgress *vac_many_progress_new  (GtkWindow       *parent,
                                         const char      *title,
                                         guint            n_all,
                                         GCancellable    *cancellable);
void             vac_many_progress_set  (VacManyProgress *self,
                                         guint            n_done);
void             vac_many_progress_free (VacManyProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacManyProgress, vac_many_progress_free)

G_END_DECLS
