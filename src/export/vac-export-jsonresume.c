/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-jsonresume"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vac-codes.h"
#include "vac-exporters.h"
#include "vac-outline-parts.h"
#include "vac-parts.h"
#include "vac-wording.h"
#include "vac-plain.h"

/* The "Job Description Schema" of the JSON Resume project: job-schema.json of the npm package
 * @jsonresume/schema, 1.3.1. */

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  g_autofree char *clean = vac_plain_clean (value != NULL ? value : "");

  if (*clean == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, clean);
}

static void
add_text_of (JsonBuilder *builder,
             const char  *name,
             VacDocument *document,
             VacRole      role)
{
  add_string (builder, name, vac_document_get_text (document, role));
}

static void
add_types (JsonBuilder *builder,
           VacDocument *document,
           const char  *language)
{
  VacNode *types = vac_document_get (document, VAC_ROLE_EMPLOYMENT_TYPES);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (types); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                            vac_wording_choice (language, vac_node_get_child (types, i)));
  add_string (builder, "type", words->str);
}

static void
add_location (JsonBuilder *builder,
              VacDocument *document)
{
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  VacNode *first = vac_node_get_n_children (locations) > 0
                   ? vac_node_get_child (locations, 0) : NULL;
  const char *country;

  /* The schema has room for one place only. */
  if (first == NULL || vac_node_is_empty (first))
    return;

  country = vac_node_get_member_text (first, VAC_ROLE_LOCATION_COUNTRY);
  json_builder_set_member_name (builder, "location");
  json_builder_begin_object (builder);
  add_string (builder, "address", vac_node_get_member_text (first, VAC_ROLE_LOCATION_STREET));
  add_string (builder, "postalCode",
              vac_node_get_member_text (first, VAC_ROLE_LOCATION_POSTAL_CODE));
  add_string (builder, "city", vac_node_get_member_text (first, VAC_ROLE_LOCATION_CITY));
  add_string (builder, "countryCode", vac_codes_has_country (country) ? country : NULL);
  add_string (builder, "region", vac_node_get_member_text (first, VAC_ROLE_LOCATION_REGION));
  json_builder_end_object (builder);
}

static const char *
get_remote_level (VacDocument *document)
{
  static const struct
  {
    const char *workplace;
    const char *level;
  } levels[] = {
    { VAC_WORKPLACE_REMOTE, "Full" },
    { VAC_WORKPLACE_HYBRID, "Hybrid" },
    { VAC_WORKPLACE_ONSITE, "None" },
  };
  const char *workplace = vac_document_get_text (document, VAC_ROLE_WORKPLACE);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (workplace, levels[i].workplace))
      return levels[i].level;

  return NULL;
}

static void
add_lines (JsonBuilder *builder,
           const char  *name,
           VacOutline  *outline,
           VacPart      part)
{
  g_auto (GStrv) lines = vac_parts_collect (outline, part);

  if (lines[0] == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; lines[i] != NULL; i++)
    json_builder_add_string_value (builder, lines[i]);
  json_builder_end_array (builder);
}

/* Skills as data come first, then what the text says. */
static void
add_skills (JsonBuilder *builder,
            VacDocument *document,
            VacOutline  *outline)
{
  g_auto (GStrv) lines = vac_parts_collect (outline, VAC_PART_SKILLS);
  VacNode *skills = vac_document_get (document, VAC_ROLE_SKILLS);

  if (lines[0] == NULL && vac_node_get_n_children (skills) == 0)
    return;
  json_builder_set_member_name (builder, "skills");
  json_builder_begin_array (builder);
  for (guint i = 0; i < vac_node_get_n_children (skills); i++)
    {
      VacNode *skill = vac_node_get_child (skills, i);

      json_builder_begin_object (builder);
      add_string (builder, "name", vac_node_get_member_text (skill, VAC_ROLE_SKILL_NAME));
      add_string (builder, "level", vac_node_get_member_text (skill, VAC_ROLE_SKILL_LEVEL));
      json_builder_end_object (builder);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "name", lines[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A short description: what stands before the first list. */
static void
add_description (JsonBuilder *builder,
                 VacOutline  *outline)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);
      g_autofree char *spelled = NULL;
      g_autofree char *line = NULL;

      if (block->kind == VAC_BLOCK_BULLET || block->kind == VAC_BLOCK_ROW)
        break;
      if (block->kind != VAC_BLOCK_PARAGRAPH)
        continue;
      spelled = vac_block_spell_links (block);
      line = vac_plain_line (spelled);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  add_string (builder, "description", text->str);
}

static void
add_meta (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "meta");
  json_builder_begin_object (builder);
  add_string (builder, "version", "v1.3.1");
  json_builder_end_object (builder);
}

static JsonNode *
build (VacDocument *document,
       VacOutline  *outline)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *pay = vac_wording_pay_line (document);
  g_autofree char *experience = vac_wording_experience (document);
  VacNode *posted = vac_document_get (document, VAC_ROLE_POSTED);

  json_builder_begin_object (builder);
  add_string (builder, "title", vac_outline_get_title (outline));
  add_text_of (builder, "company", document, VAC_ROLE_EMPLOYER_NAME);
  add_types (builder, document, vac_outline_get_language (outline));
  if (vac_field_accepts (vac_node_get_field (posted), vac_node_get_text (posted), NULL))
    add_string (builder, "date", vac_node_get_text (posted));
  add_description (builder, outline);
  add_location (builder, document);
  add_string (builder, "remote", get_remote_level (document));
  add_string (builder, "salary", pay);
  add_string (builder, "experience", experience);
  add_lines (builder, "responsibilities", outline, VAC_PART_RESPONSIBILITIES);
  add_lines (builder, "qualifications", outline, VAC_PART_QUALIFICATIONS);
  add_skills (builder, document, outline);
  add_meta (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* As with job boards, whoever gets this file is a candidate. */
static GBytes *
write_json_resume (VacDocument            *document,
                   VacOutline             *outline,
                   const VacExportOptions *options,
                   GError                **error)
{
  g_autoptr (VacOutline) public = vac_outline_get_audience (outline) == VAC_AUDIENCE_CANDIDATE
                                  ? vac_outline_ref (outline)
                                  : vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (JsonNode) root = build (document, public);
  g_autofree char *json = json_to_string (root, TRUE);
  char *text = g_strconcat (json, "\n", NULL);

  return g_bytes_new_take (text, strlen (text));
}

const VacExporter vac_jsonresume_exporter = {
  .id = "jsonresume",
  .extension = "job.json",
  .mime_type = "application/json",
  .label = N_("JSON Resume Job"),
  .purpose = N_("For tools of the JSON Resume project"),
  .write = write_json_resume,
};
