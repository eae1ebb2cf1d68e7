/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "support.h"
#include "vac-job-posting.h"

/* Which places reach job boards as what. */
static const struct
{
  const char *name;
  const char *workplace;
  const char *places;
  const char *member;     /* that the places are in */
  const char *expected;   /* type and name of each area, country of each place; empty for nothing */
} cases[] = {
  { "a-country", "remote", "{'country':'US'}", "applicantLocationRequirements", "Country USA" },
  { "countries", "remote", "{'country':'GE'},{'country':'GB'}", "applicantLocationRequirements",
    "Country Georgia, Country UK" },
  { "a-state", "remote", "{'region':'Ontario','country':'CA'}", "applicantLocationRequirements",
    "State Ontario, Canada" },
  { "a-city", "remote", "{'city':'Austin','region':'TX','country':'US'}",
    "applicantLocationRequirements",
    "AdministrativeArea Austin, TX, USA" },
  { "a-region-of-many-countries-is-no-state", "remote", "{'region':'EMEA'}",
    "applicantLocationRequirements", "" },
  { "nor-is-it-a-country", "remote", "{'country':'EU'},{'country':'CH'}",
    "applicantLocationRequirements",
    "Country Switzerland" },
  { "a-city-of-no-country", "remote", "{'city':'Austin','region':'TX'}",
    "applicantLocationRequirements", "" },
  { "a-site-has-the-code-of-its-country", "hybrid", "{'city':'London','country':'GB'}",
    "jobLocation", "GB" },
  { "a-site-in-an-unknown-country", "hybrid", "{'city':'Brussels','country':'EU'}", "jobLocation",
    "-" },
};

static void
append_area (GString    *out,
             JsonObject *area)
{
  JsonObject *address = json_object_has_member (area, "address")
                        ? json_object_get_object_member (area, "address") : NULL;

  if (out->len > 0)
    g_string_append (out, ", ");
  if (address != NULL)
    g_string_append (out,
                     json_object_get_string_member_with_default (address, "addressCountry", "-"));
  else
    g_string_append_printf (out, "%s %s", json_object_get_string_member (area, "@type"),
                            json_object_get_string_member (area, "name"));
}

static void
test_areas (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *quoted = g_strdup_printf (
      "{'format':'vacancy-posting','version':1,'language':'de','job':{"
      "'workplace':'%s','locations':[%s]}}",
      cases[i].workplace, cases[i].places);
  g_autoptr (VacDocument) document = support_read_quoted (quoted);
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autofree char *json = vac_job_posting_to_json (document, outline);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) areas = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)),
                                 cases[i].member);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint n = 0; n < json_array_get_length (json_node_get_array (node)); n++)
      append_area (areas, json_array_get_object_element (json_node_get_array (node), n));
  else if (node != NULL)
    append_area (areas, json_node_get_object (node));
  g_assert_cmpstr (areas->str, ==, cases[i].expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/areas/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_areas);
    }

  return g_test_run ();
}
