/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-json"

#include "config.h"

#include "vac-cli-json.h"
#include "vac-json.h"

/*
 * vac_cli_json_append_name:
 * @out: JSON up to the bracket that begins the object, or to the value before
 * @name: a name without anything to be escaped
 *
 * Begins a member on a line of its own; its value is the caller's.
 */
void
vac_cli_json_append_name (GString    *out,
                          const char *name)
{
  g_string_append (out, out->str[out->len - 1] == '{' ? "\n" : ",\n");
  g_string_append_printf (out, "    \"%s\": ", name);
}

/*
 * vac_cli_json_append_text:
 * @text: (nullable): a text; %NULL for null
 */
void
vac_cli_json_append_text (GString    *out,
                          const char *name,
                          const char *text)
{
  vac_cli_json_append_name (out, name);
  if (text != NULL)
    vac_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

/*
 * vac_cli_json_append_number:
 */
void
vac_cli_json_append_number (GString    *out,
                            const char *name,
                            guint64     number)
{
  vac_cli_json_append_name (out, name);
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, number);
}
