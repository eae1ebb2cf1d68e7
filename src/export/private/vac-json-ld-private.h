/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "vac-document.h"

G_BEGIN_DECLS

void     vac_ld_begin         (JsonBuilder *builder,
                               const char  *name,
                               const char  *type);
void     vac_ld_add_string    (JsonBuilder *builder,
                               const char  *name,
                               const char  *value);
void     vac_ld_add_filled    (JsonBuilder *builder,
                               const char  *name,
                               VacDocument *document,
                               const char  *text);
void     vac_ld_add_integer   (JsonBuilder *builder,
                               const char  *name,
                               gint64       value);
void     vac_ld_add_money     (JsonBuilder *builder,
                               const char  *name,
                               VacMoney     amount);
gboolean vac_ld_is_acceptable (VacNode     *leaf);
void     vac_ld_add_checked   (JsonBuilder *builder,
                               const char  *name,
                               VacNode     *leaf);
void     vac_ld_add_link      (JsonBuilder *builder,
                               const char  *name,
                               VacNode     *leaf);
char    *vac_ld_write         (JsonNode    *root);

void     vac_ld_add_places    (JsonBuilder *builder,
                               VacDocument *document);

G_END_DECLS
