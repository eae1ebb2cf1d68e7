/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-safe-file.h"

G_BEGIN_DECLS

#define VAC_TYPE_STORE (vac_store_get_type ())

G_DECLARE_FINAL_TYPE (VacStore, vac_store, VAC, STORE, GObject)

VacStore    *vac_store_new             (VacDocument         *document);
void         vac_store_open_async      (GFile               *file,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void         vac_store_open_rating_async (GFile             *file,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
VacStore    *vac_store_open_finish     (GAsyncResult        *result,
                                        GError             **error);
void         vac_store_restore_async   (VacDocument         *document,
                                        GBytes              *bytes,
                                        GFile               *file,
                                        const char          *checksum,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
VacStore    *vac_store_restore_finish  (GAsyncResult        *result);
VacDocument *vac_store_get_document    (VacStore            *self);
GFile       *vac_store_get_file        (VacStore            *self);
char        *vac_store_dup_name        (VacStore            *self);
GFile       *vac_store_get_original    (VacStore            *self);
void         vac_store_set_original    (VacStore            *self,
                                        GFile               *original);
gboolean     vac_store_get_saving      (VacStore            *self);
VacDiskState vac_store_get_disk_state  (VacStore            *self);
gboolean     vac_store_get_safe        (VacStore            *self);
char        *vac_store_dup_checksum    (VacStore            *self);
const char  *vac_store_get_trouble     (VacStore            *self);
const char  *vac_store_get_unkept      (VacStore            *self);
void         vac_store_look            (VacStore            *self);
void         vac_store_keep            (VacStore            *self);
void         vac_store_save_async      (VacStore            *self,
                                        GFile               *file,
                                        VacWriteFlags        flags,
                                        const VacBaseline   *agreed,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean     vac_store_save_finish     (VacStore            *self,
                                        GAsyncResult        *result,
                                        gboolean            *confirmed,
                                        VacBaseline        **found,
                                        GError             **error);

G_END_DECLS
