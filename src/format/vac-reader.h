/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-json.h"

G_BEGIN_DECLS

VacDocument *vac_read_document (GBytes      *bytes,
                                GError     **error);
VacDocument *vac_read_parsed   (VacJson     *json,
                                GError     **error);
VacDocument *vac_read_rating   (GBytes      *bytes,
                                GError     **error);
VacDocument *vac_read_any      (GBytes      *bytes,
                                GError     **error);
gboolean     vac_read_check    (GBytes      *bytes,
                                GError     **error);
VacNode     *vac_read_value    (const char     *value,
                                const VacField *field,
                                GError        **error);
void vac_read_position_in (VacJson *json, const char *path, guint *line, guint *column);
void         vac_read_position (GBytes      *bytes,
                                const char  *path,
                                guint       *line,
                                guint       *column);

G_END_DECLS
