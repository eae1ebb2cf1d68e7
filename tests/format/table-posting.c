/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-posting.h"
#include "vac-reader.h"

static void
append_value (GString        *json,
              const VacField *field)
{
  gboolean first = TRUE;

  switch (field->kind)
    {
    case VAC_KIND_RECORD:
      g_string_append_c (json, '{');
      for (const VacField *member = field->fields; member->name != NULL; member++, first = FALSE)
        {
          g_string_append_printf (json, "%s\"%s\":", first ? "" : ",", member->name);
          append_value (json, member);
        }
      g_string_append_c (json, '}');
      break;
    case VAC_KIND_LIST:
      g_string_append_c (json, '[');
      append_value (json, field->element);
      g_string_append_c (json, ']');
      break;
    case VAC_KIND_INTEGER:
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, MAX (field->minimum, 1));
      break;
    case VAC_KIND_TOGGLE:
      g_string_append (json, "true");
      break;
    case VAC_KIND_CHOICE:
      g_string_append_printf (json, "\"%s\"", field->choices[0].id);
      break;
    case VAC_KIND_DATE:
      g_string_append (json, "\"2025-06-30\"");
      break;
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
    case VAC_KIND_PICTURE:
    case VAC_KIND_OPAQUE:
    default:
      g_string_append (json, "\"x\"");
    }
}

/* A posting with something in every table, in which one section shows one of them. What has an id
 * has "x" for one; so has @id, where the section is to be the one that it names. */
VacDocument *
table_posting_new (VacTableKind kind,
                   const char  *id)
{
  g_autoptr (GString) json = g_string_new (
      "{\"format\":\"vacancy-posting\",\"version\":1,\"job\":{\"pay\":");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VacDocument *document;

  append_value (json, vac_schema_get_field (VAC_ROLE_PAY));
  g_string_append_printf (json, "},\"sections\":[{\"id\":\"%s\",\"title\":\"S\",\"table\":\"%s\"}]",
                          id, vac_table_kind_get_id (kind));
  for (const VacField *member = vac_schema_get_root ()->fields; member->name != NULL; member++)
    if (vac_table_kind_of_role (member->role) != VAC_TABLE_NONE)
      {
        g_string_append_printf (json, ",\"%s\":", member->name);
        append_value (json, member);
      }
  g_string_append_c (json, '}');

  bytes = g_bytes_new (json->str, json->len);
  document = vac_read_document (bytes, &error);
  g_assert_no_error (error);

  return document;
}
