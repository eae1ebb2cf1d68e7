/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-paper.h"

G_BEGIN_DECLS

typedef struct _VacPageImages VacPageImages;

VacPageImages *vac_page_images_new    (void);
void           vac_page_images_free   (VacPageImages *self);
GskRenderNode *vac_page_images_get    (VacPageImages *self,
                                       VacPaper      *paper,
                                       guint          page,
                                       double         scale,
                                       const graphene_size_t *size,
                                       const graphene_rect_t *seen,
                                       gboolean       in_software);
void           vac_page_images_keep   (VacPageImages *self,
                                       guint          first,
                                       guint          last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPageImages, vac_page_images_free)

G_END_DECLS
