/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-language-law"

#include "config.h"

#include "vac-data-json.h"
#include "vac-in-languages.h"
#include "vac-language-law.h"
#include "vac-place-name.h"
#include "vac-tag.h"

/* The laws on the language of postings: data/review/posting-language.json. */

#define PATH VAC_RESOURCE_PATH "/review/posting-language.json"

static VacLanguageLaw *
read_law (VacDataJson object,
          VacDataJson root)
{
  VacLanguageLaw *self = g_new0 (VacLanguageLaw, 1);

  self->countries = vac_data_json_dup_list (object, "countries");
  self->regions = vac_data_json_dup_list (object, "regions");
  self->language = vac_data_json_dup_member (object, "language");
  self->law = vac_data_json_dup_member (object, "law");
  self->source = vac_data_json_dup_member (object, "source");
  self->as_of = vac_data_json_dup_member (root, "asOf");
  self->sentences = vac_data_json_dup_table (object, "says");

  return self;
}

static GPtrArray *
load_laws (void)
{
  g_autoptr (VacJson) json = vac_data_json_load (PATH);
  const VacDataJson root = vac_data_json_get_root (json);
  GPtrArray *laws = g_ptr_array_new ();
  VacDataJsonIter iter;
  VacDataJson law;

  vac_data_json_iter_init (&iter, vac_data_json_get_member (root, "rules"));
  while (vac_data_json_iter_next (&iter, NULL, &law))
    g_ptr_array_add (laws, read_law (law, root));

  return laws;
}

/* They stay for as long as the program runs. */
static GPtrArray *
get_laws (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_laws ());

  return (GPtrArray *) loaded;
}

static gboolean
holds_in (const VacLanguageLaw *self,
          const char           *country,
          const char           *region)
{
  g_autofree char *code = g_ascii_strup (country, -1);

  return g_strv_contains ((const char *const *) self->countries, code) &&
         (self->regions == NULL ||
          vac_place_name_is_region (region, self->countries, self->regions));
}

static gboolean
holds_at_location (const VacLanguageLaw *self,
                   VacNode              *location)
{
  g_autofree char *region = g_strdup (vac_node_get_member_text (location,
                                                                VAC_ROLE_LOCATION_REGION));
  g_autofree char *city = NULL;

  vac_place_name_split (vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY), &city,
                        &region);

  return holds_in (self, vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY), region);
}

/* Of a job that can be elsewhere, too, nobody knows where the posting will appear. */
static gboolean
holds_for (const VacLanguageLaw *self,
           VacNode              *locations,
           VacNode              *areas)
{
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    if (!holds_at_location (self, vac_node_get_child (locations, i)))
      return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (areas); i++)
    {
      VacNode *area = vac_node_get_child (areas, i);

      if (!holds_in (self, vac_node_get_member_text (area, VAC_ROLE_AREA_COUNTRY),
                     vac_node_get_member_text (area, VAC_ROLE_AREA_REGION)))
        return FALSE;
    }

  return TRUE;
}

/*
 * vac_language_law_find:
 * @document: a posting
 *
 * Any thread may ask.
 *
 * Returns: (transfer none) (nullable): the law of wherever the job can be done by which the posting
 *   has to be in another language
 */
const VacLanguageLaw *
vac_language_law_find (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  VacNode *areas = vac_document_get (document, VAC_ROLE_AREAS);
  GPtrArray *laws;

  if (*language == '\0' || (vac_node_is_empty (locations) && vac_node_is_empty (areas)))
    return NULL;

  laws = get_laws ();
  for (guint i = 0; i < laws->len; i++)
    {
      const VacLanguageLaw *law = g_ptr_array_index (laws, i);

      if (!vac_tag_speaks (language, law->language) && holds_for (law, locations, areas))
        return law;
    }

  return NULL;
}

/*
 * vac_language_law_get_sentence:
 * @self: a law
 *
 * Returns: what it says, in the language of the user or in English
 */
const char *
vac_language_law_get_sentence (const VacLanguageLaw *self)
{
  return vac_in_languages_pick (self->sentences, g_get_language_names ()[0]);
}
