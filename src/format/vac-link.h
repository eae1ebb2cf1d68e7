/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vac_link_make_safe (const char *uri);
char *vac_link_for_email (const char *address);

G_END_DECLS
