/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-schema"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-json-schema.h"

static int
run_schema (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  gboolean rating = FALSE;
  const GOptionEntry entries[] = {
    { "rating", 0, 0, G_OPTION_ARG_NONE, &rating,
      N_("of a file with the ratings of a candidate"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 0, 0);
  g_autofree char *schema = NULL;

  if (words == NULL)
    return VAC_CLI_MISUSED;

  schema = vac_json_schema_write (rating ? vac_schema_get_rating () : vac_schema_get_root ());

  return vac_cli_print (schema, strlen (schema)) ? VAC_CLI_FINE : VAC_CLI_MISUSED;
}

const VacVerb vac_cli_schema = {
  .name = "schema",
  .usage = "",
  .summary = N_("Print what a posting’s file holds, as a JSON Schema."),
  .details = N_("Editors for JSON take it to explain, complete, and check a posting; other "
  "programs, to write one."),
  .examples = "  vacancy-cli schema > vacancy-posting.schema.json\n"
              "  vacancy-cli schema --rating > vacancy-rating.schema.json\n",
  .run = run_schema,
};
