/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Members of an object that is an element of what a verb prints for programs. */

void vac_cli_json_append_name   (GString    *out,
                                 const char *name);
void vac_cli_json_append_text   (GString    *out,
                                 const char *name,
                                 const char *text);
void vac_cli_json_append_number (GString    *out,
                                 const char *name,
                                 guint64     number);

G_END_DECLS
