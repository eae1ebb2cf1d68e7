/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-guide-library.h"
#include "vac-shared-text.h"

G_BEGIN_DECLS

typedef struct _VacSharedLibrary VacSharedLibrary;

VacSharedLibrary    *vac_shared_library_new          (const char          *user_folder);
void                 vac_shared_library_free         (VacSharedLibrary    *self);
GPtrArray           *vac_shared_library_get_texts    (VacSharedLibrary    *self);
GPtrArray           *vac_shared_library_get_problems (VacSharedLibrary    *self);
const VacSharedText *vac_shared_library_find         (VacSharedLibrary    *self,
                                                      const char          *id);
VacSharedText       *vac_shared_library_read_version (VacSharedLibrary    *self,
                                                      const char          *id,
                                                      gint64               version,
                                                      GError             **error);
GArray              *vac_shared_library_list_versions (VacSharedLibrary   *self,
                                                      const char          *id);
GHashTable          *vac_shared_library_dup_locked   (VacSharedLibrary    *self);
char                *vac_shared_library_propose_id   (VacSharedLibrary    *self,
                                                      const char          *title);
char                *vac_shared_get_user_folder      (void);
GFile               *vac_shared_get_file             (const char          *user_folder,
                                                      const char          *id);
GFile               *vac_shared_get_older_file       (const char          *user_folder,
                                                      const char          *id,
                                                      gint64               version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSharedLibrary, vac_shared_library_free)

G_END_DECLS
