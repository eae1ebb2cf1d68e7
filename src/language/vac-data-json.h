/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json.h"

G_BEGIN_DECLS

/**
 * VacDataJson:
 * @json: (nullable): the file that it is in; %NULL for a value that is not there
 * @index: of its token
 *
 * A value in JSON that the program carries. It holds no reference to the file.
 */
typedef struct
{
  VacJson *json;
  guint    index;
} VacDataJson;

/**
 * VacDataJsonIter:
 *
 * Goes through the members of an object or the elements of a list. Its fields are private.
 */
typedef struct
{
  VacDataJson next;
  guint       left;
  gboolean    is_object;
} VacDataJsonIter;

/* Returns: (transfer full): what the program makes of an object of its data */
typedef gpointer (*VacDataJsonRead) (VacDataJson object);

gboolean       vac_data_json_is_there     (const char      *path);
VacJson       *vac_data_json_find         (const char      *path);
VacJson       *vac_data_json_load         (const char      *path);
VacDataJson    vac_data_json_get_root     (VacJson         *json);
VacDataJson    vac_data_json_get_member   (VacDataJson      object,
                                           const char      *name);
void           vac_data_json_iter_init    (VacDataJsonIter *iter,
                                           VacDataJson      container);
gboolean       vac_data_json_iter_next    (VacDataJsonIter *iter,
                                           char           **name,
                                           VacDataJson     *value);
char          *vac_data_json_dup_text     (VacDataJson      value);
char          *vac_data_json_dup_member   (VacDataJson      object,
                                           const char      *name);
guint          vac_data_json_get_number   (VacDataJson      value);
gboolean       vac_data_json_get_toggle   (VacDataJson      object,
                                           const char      *name,
                                           gboolean         otherwise);
char         **vac_data_json_dup_list     (VacDataJson      object,
                                           const char      *name);
GHashTable    *vac_data_json_dup_set      (VacDataJson      object,
                                           const char      *name);
GHashTable    *vac_data_json_dup_table    (VacDataJson      object,
                                           const char      *name);
gconstpointer  vac_data_json_get_language (gsize           *loaded,
                                           const char      *path,
                                           VacDataJsonRead  read,
                                           const char      *language);

G_END_DECLS
