/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): what the program makes of an object of its data */
typedef gpointer (*VacDataJsonRead) (JsonObject *object);

gboolean       vac_data_json_is_there     (const char      *path);
JsonObject    *vac_data_json_find         (const char      *path);
JsonObject    *vac_data_json_load         (const char      *path);
char         **vac_data_json_dup_list     (JsonObject      *object,
                                           const char      *name);
GHashTable    *vac_data_json_dup_set      (JsonObject      *object,
                                           const char      *name);
gconstpointer  vac_data_json_get_language (gsize           *loaded,
                                           const char      *path,
                                           VacDataJsonRead  read,
                                           const char      *language);

G_END_DECLS
