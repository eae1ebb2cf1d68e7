/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *vac_wrap_get_between (const char *before,
                                  gsize       length,
                                  const char *after,
                                  const char *language,
                                  gsize      *n_dropped);
void        vac_wrap_join        (GString    *before,
                                  const char *after,
                                  const char *language);

G_END_DECLS
