/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-ld"

#include "config.h"

#include "vac-json-ld-private.h"
#include "vac-link.h"
#include "vac-plain.h"
#include "vac-wording.h"

/* The pieces that data of schema.org is made of. Everything is left out that is not known, and
 * everything that would not be valid. */

/*
 * vac_ld_add_string:
 * @builder: what a file is made with
 * @name: a property
 * @value: (nullable): its value, of which one line is left; nothing is added when it is blank
 */
void
vac_ld_add_string (JsonBuilder *builder,
                   const char  *name,
                   const char  *value)
{
  g_autofree char *line = vac_plain_line (value != NULL ? value : "");

  if (*line == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, line);
}

/*
 * vac_ld_add_filled:
 * @builder: what a file is made with
 * @name: a property
 * @document: a document
 * @text: a text of it, whose placeholders are filled
 */
void
vac_ld_add_filled (JsonBuilder *builder,
                   const char  *name,
                   VacDocument *document,
                   const char  *text)
{
  g_autofree char *filled = vac_wording_fill (document, text, NULL);

  vac_ld_add_string (builder, name, filled);
}

/*
 * vac_ld_add_integer:
 * @builder: what a file is made with
 * @name: a property
 * @value: its value
 */
void
vac_ld_add_integer (JsonBuilder *builder,
                    const char  *name,
                    gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/*
 * vac_ld_add_money:
 * @builder: what a file is made with
 * @name: a property
 * @amount: its value
 *
 * json-glib has integers and floating point and nothing exact between them, so the amount passes
 * through it as the count that it is, and vac_ld_write() puts the decimal point in.
 */
void
vac_ld_add_money (JsonBuilder *builder,
                  const char  *name,
                  VacMoney     amount)
{
  vac_ld_add_integer (builder, name, amount);
}

/*
 * vac_ld_begin:
 * @builder: what a file is made with
 * @name: (nullable): the property that it is the value of; %NULL within a list
 * @type: a type of schema.org
 *
 * Begins an object, which the caller ends.
 */
void
vac_ld_begin (JsonBuilder *builder,
              const char  *name,
              const char  *type)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  vac_ld_add_string (builder, "@type", type);
}

/*
 * vac_ld_is_acceptable:
 * @leaf: a leaf
 *
 * Returns: whether it has a value that its field takes
 */
gboolean
vac_ld_is_acceptable (VacNode *leaf)
{
  const char *text = vac_node_get_text (leaf);

  return *text != '\0' && vac_field_accepts (vac_node_get_field (leaf), text, NULL);
}

/*
 * vac_ld_add_checked:
 * @builder: what a file is made with
 * @name: a property
 * @leaf: where its value is; nothing is added for one that its field does not take
 */
void
vac_ld_add_checked (JsonBuilder *builder,
                    const char  *name,
                    VacNode     *leaf)
{
  if (vac_ld_is_acceptable (leaf))
    vac_ld_add_string (builder, name, vac_node_get_text (leaf));
}

/*
 * vac_ld_add_link:
 * @builder: what a file is made with
 * @name: a property
 * @leaf: where its address is; nothing is added for what is none
 */
void
vac_ld_add_link (JsonBuilder *builder,
                 const char  *name,
                 VacNode     *leaf)
{
  g_autofree char *link = vac_ld_is_acceptable (leaf)
                          ? vac_link_make_safe (vac_node_get_text (leaf)) : NULL;

  if (link != NULL)
    vac_ld_add_string (builder, name, link);
}

static gboolean
write_amount (const GMatchInfo *match,
              GString          *result,
              gpointer          data)
{
  g_autofree char *member = g_match_info_fetch (match, 1);
  g_autofree char *count = g_match_info_fetch (match, 2);
  g_autofree char *number = vac_money_to_text (g_ascii_strtoll (count, NULL, 10));

  g_string_append_printf (result, "%s%s", member, number);

  return FALSE;
}

/* Every member has a line of its own, and no string reaches over the end of one: a line with one of
 * these names and a bare number is an amount that vac_ld_add_money() has put there. */
static char *
write_amounts (const char *json)
{
  static const char line[] = "^( *\"(?:minValue|maxValue|value)\" : )(-?[0-9]+)(?=,?$)";
  g_autoptr (GRegex) regex = g_regex_new (line, G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_eval (regex, json, -1, 0, 0, write_amount, NULL, NULL);
}

/*
 * vac_ld_write:
 * @root: what was built
 *
 * Returns: (transfer full): JSON, indented, ended by a line feed
 */
char *
vac_ld_write (JsonNode *root)
{
  g_autofree char *counted = json_to_string (root, TRUE);
  g_autofree char *json = write_amounts (counted);

  return g_strconcat (json, "\n", NULL);
}
