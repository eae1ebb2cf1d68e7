/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-shared-text.h"

G_BEGIN_DECLS

#define VAC_TYPE_SHARED_EDITOR (vac_shared_editor_get_type ())

G_DECLARE_FINAL_TYPE (VacSharedEditor, vac_shared_editor, VAC, SHARED_EDITOR, AdwBin)

GtkWidget   *vac_shared_editor_new          (const VacSharedText *text,
                                             VacDocument         *document,
                                             const char *const   *folders);
void         vac_shared_editor_save         (VacSharedEditor     *self);
GStrv        vac_shared_editor_get_chosen   (VacSharedEditor     *self,
                                             gboolean             edited);

G_END_DECLS
