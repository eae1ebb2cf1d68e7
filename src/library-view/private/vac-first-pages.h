/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VacFirstPage:
 * @title: of the job; may be empty
 * @changed: when its file was changed last, in seconds since 1970; 0 for one without a file
 * @picture: (nullable): of the page
 *
 * What can be seen of a posting before it is opened.
 */
typedef struct
{
  char       *title;
  gint64      changed;
  GdkTexture *picture;
} VacFirstPage;

typedef struct _VacFirstPages VacFirstPages;

void           vac_first_page_free        (VacFirstPage         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacFirstPage, vac_first_page_free)

VacFirstPages *vac_first_pages_new        (void);
void           vac_first_pages_free       (VacFirstPages        *self);
void           vac_first_pages_look_async (VacFirstPages        *self,
                                           GFile                *file,
                                           GBytes               *bytes,
                                           int                   width,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
VacFirstPage  *vac_first_pages_look_finish (GAsyncResult        *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacFirstPages, vac_first_pages_free)

G_END_DECLS
