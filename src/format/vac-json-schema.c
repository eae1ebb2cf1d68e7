/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-schema"

#include "config.h"

#include "vac-json-schema.h"
#include "vac-json.h"
#include "vac-picture.h"
#include "vac-schema.h"

/* The schema's table in the words of JSON Schema, for other programs. It is as strict as a field
 * that somebody fills in: a file may hold more, which is kept and reported. The longest sensible
 * length of a text is left to that report. */

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define TITLE   "Vacancy posting"
#define RATING_TITLE "Vacancy ratings of a candidate"
#define MARKS \
  "From version 3 on, **words** are bold and [words](https://example.com/) are a link to http, " \
  "https, mailto or tel; a backslash before *, [, ] or \\ takes it for itself."
#define COMMENT "What is empty is left out. Unknown members are allowed everywhere and kept."

static void append_field (GString        *out,
                          const VacField *field,
                          const VacField *parent);

/* Whether it is the whole of a file. */
static gboolean
is_root (const VacField *field)
{
  return field->role == VAC_ROLE_DOCUMENT || field->role == VAC_ROLE_RATING;
}

/* What has been written ends in the bracket or brace that opened, or in a value. */
static void
separate (GString *out)
{
  if (out->str[out->len - 1] != '{' && out->str[out->len - 1] != '[')
    g_string_append_c (out, ',');
}

static void
add_name (GString    *out,
          const char *name)
{
  separate (out);
  vac_json_append_string (out, name);
  g_string_append_c (out, ':');
}

static void
add_text (GString    *out,
          const char *name,
          const char *text)
{
  add_name (out, name);
  vac_json_append_string (out, text);
}

static void
add_integer (GString    *out,
             const char *name,
             gint64      value)
{
  add_name (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

static void
add_toggle (GString    *out,
            const char *name,
            gboolean    value)
{
  add_name (out, name);
  g_string_append (out, value ? "true" : "false");
}

static void
add_element (GString    *out,
             const char *text)
{
  separate (out);
  vac_json_append_string (out, text);
}

static void
add_text_type (GString        *out,
               const VacField *field)
{
  const char *pattern = vac_field_get_pattern (field);

  add_text (out, "type", "string");
  if (field->kind == VAC_KIND_DATE)
    add_text (out, "format", "date");
  if (pattern != NULL)
    add_text (out, "pattern", pattern);
  if (field->kind == VAC_KIND_PICTURE)
    add_integer (out, "maxLength", VAC_PICTURE_MAX_LENGTH);
}

/* No "multipleOf" for decimals: whoever divides in floating point would refuse 18.1. */
static void
add_number_type (GString        *out,
                 const VacField *field)
{
  add_text (out, "type", vac_field_is_decimal (field) ? "number" : "integer");
  add_integer (out, "minimum", field->minimum);
  add_integer (out, "maximum", field->maximum);
}

static void
add_choices (GString        *out,
             const VacField *field)
{
  add_name (out, "enum");
  g_string_append_c (out, '[');
  for (const VacChoice *choice = field->choices; choice->id != NULL; choice++)
    add_element (out, choice->id);
  g_string_append_c (out, ']');
  if (field->otherwise != NULL)
    add_text (out, "default", field->otherwise);
}

static void
add_list_type (GString        *out,
               const VacField *field,
               const VacField *parent)
{
  add_text (out, "type", "array");
  add_name (out, "items");
  append_field (out, field->element, parent);
  /* Choices are made once each. */
  if (field->element->kind == VAC_KIND_CHOICE)
    add_toggle (out, "uniqueItems", TRUE);
}

/* A subsection is a section without subsections. As a member that nobody knows they would be
 * allowed, and nobody would see them. */
static void
add_barred_lists (GString        *out,
                  const VacField *field,
                  const VacField *parent)
{
  for (const VacField *member = parent->fields; member->name != NULL; member++)
    {
      if (member->kind != VAC_KIND_LIST || vac_field_find_member (field, member->name) != NULL)
        continue;
      add_name (out, member->name);
      g_string_append_c (out, '{');
      add_text (out, "title", member->label);
      add_text (out, "description", "Always empty: headings have two levels.");
      add_text (out, "type", "array");
      add_integer (out, "maxItems", 0);
      g_string_append_c (out, '}');
    }
}

static void
add_record_type (GString        *out,
                 const VacField *field,
                 const VacField *parent)
{
  add_text (out, "type", "object");
  if (is_root (field))
    {
      add_name (out, "required");
      g_string_append_c (out, '[');
      add_element (out, vac_schema_get_field (VAC_ROLE_FORMAT)->name);
      add_element (out, vac_schema_get_field (VAC_ROLE_VERSION)->name);
      g_string_append_c (out, ']');
    }

  add_name (out, "properties");
  g_string_append_c (out, '{');
  for (const VacField *member = field->fields; member->name != NULL; member++)
    {
      add_name (out, member->name);
      append_field (out, member, field);
    }
  if (parent != NULL && parent->role == field->role)
    add_barred_lists (out, field, parent);
  g_string_append_c (out, '}');
}

static void
add_type (GString        *out,
          const VacField *field,
          const VacField *parent)
{
  switch (field->kind)
    {
    case VAC_KIND_RECORD:
      add_record_type (out, field, parent);
      break;
    case VAC_KIND_LIST:
      add_list_type (out, field, parent);
      break;
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
    case VAC_KIND_DATE:
    case VAC_KIND_PICTURE:
      add_text_type (out, field);
      break;
    case VAC_KIND_INTEGER:
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
      add_number_type (out, field);
      break;
    case VAC_KIND_CHOICE:
      add_choices (out, field);
      break;
    case VAC_KIND_TOGGLE:
      add_text (out, "type", "boolean");
      add_toggle (out, "default", field->on);
      break;
    case VAC_KIND_OPAQUE:
    default:
      break;
    }
}

/* @parent is the record that @field is in. */
static void
append_field (GString        *out,
              const VacField *field,
              const VacField *parent)
{
  g_string_append_c (out, '{');
  if (is_root (field))
    {
      add_text (out, "$schema", DIALECT);
      add_text (out, "$comment", COMMENT);
    }
  add_text (out, "title", field->role == VAC_ROLE_DOCUMENT ? TITLE
                          : field->role == VAC_ROLE_RATING ? RATING_TITLE
                                                           : field->label);
  add_text (out, "description", field->description);
  if (field->marked)
    add_text (out, "$comment", MARKS);

  if (field->role == VAC_ROLE_FORMAT)
    add_text (out, "const", VAC_FORMAT_ID);
  else if (field->role == VAC_ROLE_VERSION)
    {
      add_integer (out, "minimum", VAC_FORMAT_VERSION_PLAIN);
      add_integer (out, "maximum", VAC_FORMAT_VERSION);
    }
  else if (field->role == VAC_ROLE_RATING_FORMAT)
    add_text (out, "const", VAC_RATING_FORMAT_ID);
  else if (field->role == VAC_ROLE_RATING_VERSION)
    add_integer (out, "const", VAC_RATING_VERSION);
  else
    add_type (out, field, parent);
  g_string_append_c (out, '}');
}

/**
 * vac_json_schema_write:
 * @root: the schema of a whole file: of a posting, or of ratings
 *
 * Returns: (transfer full): what such a file is like, as a JSON Schema of draft 2020-12 in English,
 *   with two spaces a level and a line end at the end
 */
char *
vac_json_schema_write (const VacField *root)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  append_field (raw, root, NULL);
  vac_json_append_reindented (out, raw->str, 0);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
