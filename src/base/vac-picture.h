/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a posting holds of a picture at most, in pixels a side and in bytes of PNG. */
#define VAC_PICTURE_MAX_SIDE  1024
#define VAC_PICTURE_MAX_BYTES (256 * 1024)

/* And in characters of the text that it is stored as. */
#define VAC_PICTURE_MAX_LENGTH \
  (sizeof VAC_PICTURE_PREFIX - 1 + (VAC_PICTURE_MAX_BYTES + 2) / 3 * 4)

/* The largest file that a picture is taken from, in bytes. */
#define VAC_PICTURE_MAX_INPUT (8 * 1024 * 1024)

/* How every stored picture begins, and what all of it matches. */
#define VAC_PICTURE_PREFIX  "data:image/png;base64,"
#define VAC_PICTURE_PATTERN "^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$"

typedef struct _VacPicture VacPicture;

VacPicture *vac_picture_new        (const char  *uri,
                                    GError     **error);
VacPicture *vac_picture_ref        (VacPicture  *self);
void        vac_picture_unref      (VacPicture  *self);
const char *vac_picture_get_uri    (VacPicture  *self);
GBytes     *vac_picture_get_png    (VacPicture  *self);
guint       vac_picture_get_width  (VacPicture  *self);
guint       vac_picture_get_height (VacPicture  *self);

char       *vac_picture_take_in    (GBytes      *file,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPicture, vac_picture_unref)

G_END_DECLS
