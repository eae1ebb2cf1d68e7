/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/stat.h>

#include "vac-baseline.h"

G_BEGIN_DECLS

VacBaseline *vac_baseline_new_local    (const struct stat *status,
                                        GBytes            *bytes);
VacBaseline *vac_baseline_new_unknown  (void);
VacBaseline *vac_baseline_new_remote   (const char        *etag,
                                        GBytes            *bytes);
void         vac_baseline_set_confirmed (VacBaseline      *self,
                                        gboolean           confirmed);
void         vac_baseline_set_unkept   (VacBaseline       *self,
                                        const char        *unkept);
void         vac_baseline_drop_bytes   (VacBaseline       *self);
const char  *vac_baseline_get_etag     (const VacBaseline *self);
gboolean     vac_baseline_has_status   (const VacBaseline *self,
                                        const struct stat *status);
gboolean     vac_baseline_has_bytes    (const VacBaseline *self,
                                        GBytes            *bytes);
char        *vac_baseline_dup_checksum (const VacBaseline *self);
gsize        vac_baseline_get_size     (const VacBaseline *self);
gboolean     vac_baseline_is_absent    (const VacBaseline *self);
gboolean     vac_baseline_is_too_large (const VacBaseline *self);

gboolean     vac_status_equal          (const struct stat *one,
                                        const struct stat *other);
gboolean     vac_status_same_content   (const struct stat *one,
                                        const struct stat *other);

G_END_DECLS
