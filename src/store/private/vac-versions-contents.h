/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest content that is kept, in bytes. */
#define VAC_VERSIONS_LARGEST (64 * 1024 * 1024)

/* What vac_versions_contents_each() calls for one content. */
typedef void (*VacContentFunc) (const char *hash,
                                guint64     stored,
                                gint64      time,
                                gpointer    user_data);

gboolean  vac_versions_contents_write   (const char     *folder,
                                         const char     *hash,
                                         GBytes         *bytes,
                                         GError        **error);
GBytes   *vac_versions_contents_read    (const char     *folder,
                                         const char     *hash,
                                         char          **aside);
gboolean  vac_versions_contents_has     (const char     *folder,
                                         const char     *hash);
void      vac_versions_contents_drop    (const char     *folder,
                                         const char     *hash);
void      vac_versions_contents_each    (const char     *folder,
                                         VacContentFunc  func,
                                         gpointer        user_data);

G_END_DECLS
