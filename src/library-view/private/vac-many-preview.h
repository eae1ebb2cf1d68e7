/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-many.h"

G_BEGIN_DECLS

#define VAC_TYPE_MANY_PREVIEW (vac_many_preview_get_type ())

G_DECLARE_FINAL_TYPE (VacManyPreview, vac_many_preview, VAC, MANY_PREVIEW, GtkBox)

void     vac_many_preview_set_many   (VacManyPreview *self,
                                      VacMany        *many);
void     vac_many_preview_look       (VacManyPreview *self,
                                      VacChange      *change);
void     vac_many_preview_clear      (VacManyPreview *self,
                                      const char     *title);
gboolean vac_many_preview_can_apply  (VacManyPreview *self);
void     vac_many_preview_apply      (VacManyPreview *self);
void     vac_many_preview_leave      (VacManyPreview *self);

G_END_DECLS
