/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files in a zip file, such as a document of Word or LibreOffice is one. */
typedef struct _VacPackage VacPackage;

/**
 * VacPackageTaker:
 * @data: what was passed along
 * @bytes: (array length=size): the next piece of a member
 * @size: how many bytes
 *
 * Returns: whether to go on
 */
typedef gboolean (*VacPackageTaker) (gpointer      data,
                                     const guint8 *bytes,
                                     gsize         size);

gboolean    vac_package_is          (GBytes           *bytes);
VacPackage *vac_package_open        (GBytes           *bytes,
                                     gsize             most,
                                     GError          **error);
void        vac_package_free        (VacPackage       *self);
gboolean    vac_package_has         (VacPackage       *self,
                                     const char       *name);
GPtrArray  *vac_package_list        (VacPackage       *self);
gboolean    vac_package_pass        (VacPackage       *self,
                                     const char       *name,
                                     VacPackageTaker   take,
                                     gpointer          data,
                                     GError          **error);
GBytes     *vac_package_read        (VacPackage       *self,
                                     const char       *name,
                                     GError          **error);
void        vac_package_set_locked  (GError          **error);
void        vac_package_set_damaged (GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPackage, vac_package_free)

G_END_DECLS
