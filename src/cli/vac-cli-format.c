/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-format"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"

static gboolean
print_file (VacCliFile *file)
{
  g_autoptr (GBytes) bytes = vac_cli_file_make_bytes (file);

  return bytes != NULL && vac_cli_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
save_file (VacCliFile *file)
{
  if (!vac_document_get_read_only (file->document))
    return vac_cli_file_save (file);

  vac_cli_tell ("%s: %s", file->name,
                _("This posting was made by a newer version of the program and is not changed."));

  return FALSE;
}

static int
run_format (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  gboolean in_place = FALSE;
  const GOptionEntry entries[] = { { "in-place", 'i', 0, G_OPTION_ARG_NONE, &in_place,
                                     N_("Write the files instead of standard output"), NULL },
                                   { NULL } };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  guint n_failed = 0;

  if (words == NULL)
    return VAC_CLI_MISUSED;
  if (!in_place && words[1] != NULL)
    return vac_cli_misuse (verb, _("Several files need --in-place."));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (VacCliFile) file = vac_cli_file_open (words[i]);

      if (file == NULL || !(in_place ? save_file (file) : print_file (file)))
        n_failed++;
    }

  return vac_cli_sum_up (g_strv_length (words), n_failed, FALSE);
}

const VacVerb vac_cli_format = {
  .name = "format",
  .usage = N_("FILE…"),
  .summary = N_("Rewrite a posting in canonical form."),
  .details = N_("Two spaces per level, one value per line; members keep their order, and unknown "
                "ones are kept. Files already in that form are not touched."),
  .examples = "  vacancy-cli format engineer.json\n"
              "  vacancy-cli format --in-place *.vacancy\n",
  .run = run_format,
};
