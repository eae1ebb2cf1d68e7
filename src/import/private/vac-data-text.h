/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts in data of other programs: HTML, escaped HTML or plain, whatever their makers stored. */

char     *vac_data_text_unescape (const char *text);
char     *vac_data_text_read     (const char *text,
                                  gboolean   *is_html);
char     *vac_data_text_fold     (const char *text);

G_END_DECLS
