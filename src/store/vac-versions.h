/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VAC_TYPE_VERSION (vac_version_get_type ())

/**
 * VacVersion:
 * @number: counts the versions of a file from 1; never given twice
 * @time: when this content was saved, in seconds since 1970
 * @kept: when it was replaced, and so kept
 * @size: of the content in bytes
 * @hash: SHA-256 of the content, as hexadecimal digits
 * @who: the name of the user who saved it, empty if nobody knows
 * @name: what somebody called it, empty if nobody did
 * @damaged: whether its content is known to be lost
 *
 * One version of a file that has been replaced by a later one.
 */
typedef struct
{
  guint64  number;
  gint64   time;
  gint64   kept;
  guint64  size;
  char    *hash;
  char    *who;
  char    *name;
  gboolean damaged;
} VacVersion;

GType       vac_version_get_type         (void);
VacVersion *vac_version_copy             (const VacVersion    *self);
void        vac_version_free             (VacVersion          *self);

GPtrArray  *vac_versions_list            (GFile               *file,
                                          gboolean            *rebuilt,
                                          GError             **error);
void        vac_versions_list_async      (GFile               *file,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GPtrArray  *vac_versions_list_finish     (GFile               *file,
                                          GAsyncResult        *result,
                                          gboolean            *rebuilt,
                                          GError             **error);
GBytes     *vac_versions_load            (GFile               *file,
                                          const VacVersion    *version,
                                          GError             **error);
void        vac_versions_load_async      (GFile               *file,
                                          const VacVersion    *version,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GBytes     *vac_versions_load_finish     (GFile               *file,
                                          GAsyncResult        *result,
                                          GError             **error);
gboolean    vac_versions_name            (GFile               *file,
                                          guint64              number,
                                          const char          *name,
                                          GError             **error);
void        vac_versions_name_async      (GFile               *file,
                                          guint64              number,
                                          const char          *name,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean    vac_versions_name_finish     (GFile               *file,
                                          GAsyncResult        *result,
                                          GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacVersion, vac_version_free)

G_END_DECLS
