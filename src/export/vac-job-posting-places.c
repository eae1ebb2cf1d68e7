/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-job-posting-places"

#include "config.h"

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-json-ld-private.h"

/* Where the work is done, and where those who do it at home may live. */

/* A place in the document, which a site and an area both are. */
typedef struct
{
  VacNode    *node;
  const char *city;
  const char *region;
  const char *country;   /* empty when there is none of that code */
} Place;

static Place
read_place (VacNode *node)
{
  const gboolean site = vac_node_get_role (node) == VAC_ROLE_LOCATION;
  const char *country =
      vac_node_get_member_text (node, site ? VAC_ROLE_LOCATION_COUNTRY : VAC_ROLE_AREA_COUNTRY);

  return (Place) {
    .node = node,
    .city = site ? vac_node_get_member_text (node, VAC_ROLE_LOCATION_CITY) : "",
    .region = vac_node_get_member_text (node, site ? VAC_ROLE_LOCATION_REGION
                                                   : VAC_ROLE_AREA_REGION),
    .country = vac_codes_has_country (country) ? country : "",
  };
}

static void
add_site (JsonBuilder *builder,
          const Place *place)
{
  vac_ld_begin (builder, NULL, "Place");
  vac_ld_begin (builder, "address", "PostalAddress");
  vac_ld_add_string (builder, "streetAddress",
                     vac_node_get_member_text (place->node, VAC_ROLE_LOCATION_STREET));
  vac_ld_add_string (builder, "addressLocality", place->city);
  vac_ld_add_string (builder, "addressRegion", place->region);
  vac_ld_add_string (builder, "postalCode",
                     vac_node_get_member_text (place->node, VAC_ROLE_LOCATION_POSTAL_CODE));
  vac_ld_add_string (builder, "addressCountry", place->country);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
append_name (GString    *out,
             const char *name)
{
  if (name != NULL && *name != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
}

/* Where somebody who works at home may live: "Austin, TX, USA" down to "USA". In English, and not
 * by the country's code: "Ontario, CA" is a city in California. */
static void
add_area (JsonBuilder *builder,
          const Place *place)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *country = vac_code_names_get_short (place->country, "en");

  append_name (name, place->city);
  append_name (name, place->region);
  append_name (name, country);
  vac_ld_begin (builder, NULL,
                *place->city != '\0'     ? "AdministrativeArea"
                : *place->region != '\0' ? "State"
                                         : "Country");
  vac_ld_add_string (builder, "name", name->str);
  json_builder_end_object (builder);
}

static gboolean
is_site (const Place *place)
{
  return *place->country != '\0' || *place->city != '\0' || *place->region != '\0';
}

/* A region outside a country is no state: it may be "EMEA" or "DACH". The review says so. */
static gboolean
is_area (const Place *place)
{
  return *place->country != '\0';
}

/* One value stands for itself, several are a list. */
static void
add_list (JsonBuilder *builder,
          const char  *name,
          VacNode     *list,
          gboolean   (*is_one) (const Place *place),
          void       (*add)    (JsonBuilder *builder, const Place *place))
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      const Place place = read_place (vac_node_get_child (list, i));

      if (is_one (&place))
        g_array_append_val (places, place);
    }
  if (places->len == 0)
    return;

  json_builder_set_member_name (builder, name);
  if (places->len > 1)
    json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    add (builder, &g_array_index (places, Place, i));
  if (places->len > 1)
    json_builder_end_array (builder);
}

/*
 * vac_ld_add_places:
 * @builder: what a file is made with
 * @document: a document
 *
 * Adds the sites of a job. Those of a remote job are where its people may live, unless the document
 * says that for itself.
 */
void
vac_ld_add_places (JsonBuilder *builder,
                   VacDocument *document)
{
  VacNode *sites = vac_document_get (document, VAC_ROLE_LOCATIONS);
  VacNode *areas = vac_document_get (document, VAC_ROLE_AREAS);
  const gboolean remote = g_str_equal (vac_document_get_text (document, VAC_ROLE_WORKPLACE),
                                       VAC_WORKPLACE_REMOTE);
  const gboolean told = remote && vac_node_get_n_children (areas) > 0;

  if (remote)
    {
      vac_ld_add_string (builder, "jobLocationType", "TELECOMMUTE");
      add_list (builder, "applicantLocationRequirements", told ? areas : sites, is_area, add_area);
    }
  if (!remote || told)
    add_list (builder, "jobLocation", sites, is_site, add_site);
}
