/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files in a zip file, such as a document of Word or LibreOffice is one. */
typedef struct _VacPackage VacPackage;

VacPackage *vac_package_open (GBytes      *bytes,
                              GError     **error);
void        vac_package_free (VacPackage  *self);
gboolean    vac_package_has  (VacPackage  *self,
                              const char  *name);
GBytes     *vac_package_read (VacPackage  *self,
                              const char  *name,
                              GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPackage, vac_package_free)

G_END_DECLS
