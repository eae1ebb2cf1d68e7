/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-json-schema.h"
#include "vac-json.h"
#include "vac-schema.h"

/* The index of the value of the member called @name, or 0. */
static guint
find_member (VacJson    *json,
             guint       object,
             const char *name)
{
  const VacJsonToken *tokens = vac_json_get_tokens (json, NULL);
  guint index = object + 1;

  g_assert_cmpint (tokens[object].type, ==, VAC_JSON_OBJECT);
  for (guint i = 0; i < tokens[object].count; i++)
    {
      if (vac_json_string_equals (json, index, name))
        return tokens[index].next;
      index = tokens[tokens[index].next].next;
    }

  return 0;
}

static void
assert_text (VacJson    *json,
             guint       object,
             const char *name,
             const char *text)
{
  guint member = find_member (json, object, name);
  g_autofree char *seen = member != 0 ? vac_json_dup_string (json, member) : NULL;

  g_assert_cmpstr (seen, ==, text);
}

static void
assert_choices (VacJson        *json,
                guint           object,
                const VacField *field)
{
  const VacJsonToken *tokens = vac_json_get_tokens (json, NULL);
  guint list = find_member (json, object, "enum");
  guint n_choices = 0;

  for (const VacChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      n_choices++;
      g_assert_cmpint (n_choices, <=, tokens[list].count);
      g_assert_true (vac_json_string_equals (json, list + n_choices, choice->id));
    }
  g_assert_cmpint (tokens[list].count, ==, n_choices);
}

static gboolean
is_constant (const VacField *field)
{
  return field->role == VAC_ROLE_FORMAT || field->role == VAC_ROLE_VERSION ||
         field->role == VAC_ROLE_RATING_FORMAT || field->role == VAC_ROLE_RATING_VERSION;
}

static const char *
get_type (const VacField *field)
{
  static const char *const types[] = {
    [VAC_KIND_RECORD] = "object", [VAC_KIND_LIST] = "array", [VAC_KIND_TEXT] = "string",
    [VAC_KIND_PROSE] = "string", [VAC_KIND_INTEGER] = "integer", [VAC_KIND_MONEY] = "number",
    [VAC_KIND_DECIMAL] = "number", [VAC_KIND_DATE] = "string",
    [VAC_KIND_PICTURE] = "string",
    [VAC_KIND_TOGGLE] = "boolean", [VAC_KIND_CHOICE] = NULL,
  };

  return is_constant (field) ? NULL : types[field->kind];
}

/* Every field of the table stands at its place, with its name, sentence, type and bounds. */
static void
assert_describes (VacJson        *json,
                  guint           object,
                  const VacField *field)
{
  const gboolean root = field == vac_schema_get_root () || field == vac_schema_get_rating ();

  g_test_message ("%s: %s", field->name != NULL ? field->name : "(element)", field->label);
  g_assert_cmpint (object, >, root ? -1 : 0);
  if (!root)
    assert_text (json, object, "title", field->label);
  assert_text (json, object, "description", field->description);
  assert_text (json, object, "type", get_type (field));
  if (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_DATE ||
      field->kind == VAC_KIND_PICTURE)
    assert_text (json, object, "pattern", vac_field_get_pattern (field));

  if (field->kind == VAC_KIND_CHOICE)
    assert_choices (json, object, field);
  if (vac_field_is_decimal (field) ||
      (field->kind == VAC_KIND_INTEGER && !is_constant (field)))
    {
      gint64 minimum, maximum;

      g_assert_true (vac_json_get_integer (json, find_member (json, object, "minimum"), &minimum));
      g_assert_true (vac_json_get_integer (json, find_member (json, object, "maximum"), &maximum));
      g_assert_cmpint (minimum, ==, field->minimum);
      g_assert_cmpint (maximum, ==, field->maximum);
    }
  if (field->element != NULL)
    assert_describes (json, find_member (json, object, "items"), field->element);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    assert_describes (json,
                      find_member (json, find_member (json, object, "properties"), member->name),
                      member);
}

static VacJson *
parse_schema (const VacField *root)
{
  char *text = vac_json_schema_write (root);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;
  VacJson *json = vac_json_parse (bytes, &error);

  g_assert_no_error (error);

  return json;
}

static void
test_every_field_of_the_table_is_described (void)
{
  g_autoptr (VacJson) json = parse_schema (vac_schema_get_root ());
  g_autoptr (VacJson) rating = parse_schema (vac_schema_get_rating ());

  assert_describes (json, 0, vac_schema_get_root ());
  assert_describes (rating, 0, vac_schema_get_rating ());
}

static void
test_it_is_the_same_every_time (void)
{
  g_autofree char *one = vac_json_schema_write (vac_schema_get_root ());
  g_autofree char *other = vac_json_schema_write (vac_schema_get_root ());

  g_assert_cmpstr (one, ==, other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-schema/every-field-of-the-table-is-described",
                   test_every_field_of_the_table_is_described);
  g_test_add_func ("/json-schema/it-is-the-same-every-time", test_it_is_the_same_every_time);

  return g_test_run ();
}
