/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *vac_guide_load (GFile   *file,
                        GError **error);

/* Takes one file; FALSE with @error set where it is not what it should be. */
typedef gboolean (*VacGuideTake) (const char *name,
                                  GFile      *file,
                                  GBytes     *bytes,
                                  gpointer    user_data,
                                  GError    **error);

GPtrArray *vac_guide_load_folder (const char        *folder,
                                  const char *const *suffixes,
                                  VacGuideTake       take,
                                  gpointer           user_data);

G_END_DECLS
