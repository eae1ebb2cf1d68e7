/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was copied somewhere. */
typedef struct _VacClip VacClip;

void        vac_clip_free             (VacClip             *self);
const char *vac_clip_get_text         (VacClip             *self);
GStrv       vac_clip_split            (VacClip             *self);
char       *vac_clip_dup_prose        (VacClip             *self);
void        vac_clipboard_read_async  (GdkClipboard        *clipboard,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
VacClip    *vac_clipboard_read_finish (GdkClipboard        *clipboard,
                                       GAsyncResult        *result);

void        vac_clipboard_serve_entry (GtkEditable         *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacClip, vac_clip_free)

G_END_DECLS
