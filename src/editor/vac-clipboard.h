/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VacClip:
 * @text: what was copied, as text
 * @lines: the same as the lines of a list, without their marks
 */
typedef struct
{
  char  *text;
  GStrv  lines;
} VacClip;

void     vac_clip_free             (VacClip             *clip);
void     vac_clipboard_read_async  (GdkClipboard        *clipboard,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
VacClip *vac_clipboard_read_finish (GdkClipboard        *clipboard,
                                    GAsyncResult        *result);

void     vac_clipboard_serve_entry (GtkEditable         *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacClip, vac_clip_free)

G_END_DECLS
