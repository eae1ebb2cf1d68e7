/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-get"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-quote.h"
#include "vac-writer.h"

static char *
make_json (VacNode *node)
{
  switch (vac_node_get_kind (node))
    {
    case VAC_KIND_TOGGLE:
      return vac_node_is_empty (node) ? g_strdup (vac_node_get_toggle (node) ? "true" : "false")
                                      : vac_write_value (node);
    case VAC_KIND_INTEGER:
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
      return vac_node_is_empty (node) ? g_strdup ("null") : vac_write_value (node);
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
    case VAC_KIND_DATE:
    case VAC_KIND_CHOICE:
    case VAC_KIND_PICTURE:
    case VAC_KIND_OPAQUE:
    default:
      return vac_write_value (node);
    }
}

static gboolean
is_plain (VacNode *node)
{
  VacKind kind = vac_node_get_kind (node);

  return kind != VAC_KIND_RECORD && kind != VAC_KIND_OPAQUE &&
         (vac_node_get_raw (node) == NULL || *vac_node_get_text (node) != '\0') &&
         (kind != VAC_KIND_LIST || vac_field_is_leaf (vac_node_get_field (node)->element));
}

static void
append_value (GString *out,
              VacNode *node,
              gboolean json)
{
  g_autofree char *value = NULL;

  if (!json && is_plain (node) && vac_node_get_kind (node) == VAC_KIND_LIST)
    {
      for (guint i = 0; i < vac_node_get_n_children (node); i++)
        append_value (out, vac_node_get_child (node, i), FALSE);
      return;
    }

  value = json || !is_plain (node) || vac_node_get_kind (node) == VAC_KIND_TOGGLE
          ? make_json (node) : vac_quote_visible (vac_node_get_text (node), "\n\t");
  g_string_append (out, value);
  g_string_append_c (out, '\n');
}

static int
run_get (const VacVerb    *verb,
         const VacFormats *formats,
         char            **arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print raw JSON values"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 2, G_MAXUINT);
  g_autoptr (VacCliFile) file = words != NULL ? vac_cli_file_open (words[0]) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (file == NULL)
    return VAC_CLI_MISUSED;

  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      VacNode *node = vac_node_lookup (vac_document_get_root (file->document), words[i], &error);

      if (node == NULL)
        {
          vac_cli_tell_error (file->name, error);
          return VAC_CLI_MISUSED;
        }
      append_value (out, node, json);
    }

  vac_cli_file_leave (g_steal_pointer (&file));

  return vac_cli_print (out->str, out->len) ? VAC_CLI_FINE : VAC_CLI_PARTLY;
}

const VacVerb vac_cli_get = {
  .name = "get",
  .usage = N_("FILE PATH…"),
  .summary = N_("Print fields of a posting."),
  .details = N_("PATH names members and list entries, counted from 0, separated by dots. A "
                "list of texts is printed one per line; what has members of its own is printed as "
                "JSON. Control characters are shown as \\u{…}; --json prints values exactly."),
  .examples = "  vacancy-cli get engineer.vacancy job.title job.pay.minimum\n"
              "  vacancy-cli get engineer.vacancy sections.3.items.0.text\n"
              "  vacancy-cli get --json engineer.vacancy job.locations\n",
  .values = (const VacCliValues[]) {
    { NULL, VAC_CLI_FILE },
    { NULL, VAC_CLI_ANYTHING },
    { NULL }
  },
  .run = run_get,
};
