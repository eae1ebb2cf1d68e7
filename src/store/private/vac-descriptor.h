/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reading reports the system's own errors. */
int       vac_open_descriptor    (int            folder,
                                  const char    *leaf,
                                  int            flags);
void      vac_close_descriptor   (int           *fd);
gboolean  vac_reserve_descriptor (int            fd,
                                  int            flags,
                                  gsize          size);
GBytes   *vac_read_descriptor    (int            fd,
                                  gsize          limit,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
