/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VAC_TYPE_LIBRARY_WATCH (vac_library_watch_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryWatch, vac_library_watch, VAC, LIBRARY_WATCH, GObject)

VacLibraryWatch *vac_library_watch_new         (void);
void             vac_library_watch_set_folders (VacLibraryWatch   *self,
                                                const char *const *folders);
void             vac_library_watch_stop        (VacLibraryWatch   *self);

G_END_DECLS
