/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-data-json"

#include "config.h"

#include "vac-data-json.h"
#include "vac-data.h"

/* JSON that the program carries inside it. It is our own, and the tests read all of it: what is
 * wrong with it is a bug and ends the program. What users write goes through vac-json. */

/**
 * vac_data_json_find:
 * @path: a file that the program carries if there is one
 *
 * Any thread may ask.
 *
 * Returns: (transfer full) (nullable): the object that it holds; %NULL when there is no such file
 */
JsonObject *
vac_data_json_find (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = g_resource_lookup_data (vac_data_get (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", path, error->message);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/**
 * vac_data_json_load:
 * @path: a file that the program carries
 *
 * Any thread may ask.
 *
 * Returns: (transfer full): the object that it holds
 */
JsonObject *
vac_data_json_load (const char *path)
{
  JsonObject *object = vac_data_json_find (path);

  if (object == NULL)
    g_error ("%s: missing", path);

  return object;
}
