/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-guides"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-file-name.h"
#include "vac-guide-library.h"
#include "vac-quote.h"
#include "vac-writer.h"

static VacGuideLibrary *
open_library (void)
{
  g_autofree char *folder = vac_guide_get_user_folder ();

  return vac_guide_library_new (folder);
}

static void
report_problems (VacGuideLibrary *library)
{
  GPtrArray *problems = vac_guide_library_get_problems (library);

  for (guint i = 0; i < problems->len; i++)
    {
      const VacGuideProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *name = g_file_get_parse_name (problem->file);

      vac_cli_tell_error (name, problem->error);
    }
}

static int
run_guides (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 0, 0);
  g_autoptr (VacGuideLibrary) library = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  GPtrArray *guides;

  if (words == NULL)
    return VAC_CLI_MISUSED;

  library = open_library ();
  guides = vac_guide_library_get_guides (library);
  for (guint i = 0; i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);
      g_autofree char *line = g_strdelimit (g_strdup (guide->title), "\t\n", ' ');
      g_autofree char *title = vac_quote_visible (line, "");
      g_autofree char *id = vac_quote_visible (guide->id, "");
      g_autofree char *language = vac_quote_visible (guide->language, "");

      g_string_append_printf (list, "%s\t%s\t%s\n", id, title, language);
    }
  report_problems (library);

  return vac_cli_print (list->str, list->len) && vac_guide_library_get_problems (library)->len == 0
         ? VAC_CLI_FINE : VAC_CLI_PARTLY;
}

const VacVerb vac_cli_guides = {
  .name = "guides",
  .usage = "",
  .summary = N_("List the built-in guides and your own: id, tab, title, tab, language."),
  .examples = "  vacancy-cli guides\n",
  .run = run_guides,
};

static int
write_new (const VacGuide *guide,
           const char     *output,
           gboolean        force)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) document = vac_guide_open (guide, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  if (document == NULL)
    {
      vac_cli_tell_error (guide->id, error);
      return VAC_CLI_MISUSED;
    }

  bytes = vac_write_readable (document, &error);
  if (bytes == NULL)
    {
      vac_cli_tell_error (guide->id, error);
      return VAC_CLI_MISUSED;
    }
  name = vac_file_name_propose (vac_document_get_text (document, VAC_ROLE_JOB_TITLE), "vacancy");
  target = vac_cli_join (output, name);

  return vac_cli_write (target, bytes, force) ? VAC_CLI_FINE : VAC_CLI_MISUSED;
}

static int
run_new (const VacVerb    *verb,
         const VacFormats *formats,
         char            **arguments)
{
  g_autofree char *output = NULL;
  g_autofree char *language = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
      N_("Take the guide’s edition in this language"), N_("TAG") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Where to write; standard output if not given"), N_("FILE|DIR") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_("Replace an existing file"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, 1);
  g_autoptr (VacGuideLibrary) library = NULL;
  const VacGuide *guide;

  if (words == NULL)
    return VAC_CLI_MISUSED;

  library = open_library ();
  guide = vac_guide_library_find (library, words[0]);
  if (guide == NULL)
    {
      g_autofree char *quoted = vac_quote_shorten (words[0]);

      return vac_cli_misuse (verb, _("There is no guide “%s”; “vacancy-cli guides” lists them."),
                             quoted);
    }
  if (language != NULL)
    guide = vac_guide_library_find_edition (library, guide->edition_of, language);
  if (guide == NULL)
    {
      g_autofree char *quoted = vac_quote_shorten (language);

      return vac_cli_misuse (verb, _("The guide has no edition in the language “%s”."), quoted);
    }

  return write_new (guide, output != NULL ? output : VAC_CLI_STANDARD, force);
}

const VacVerb vac_cli_new = {
  .name = "new",
  .usage = N_("GUIDE"),
  .summary = N_("Write a new posting made from a guide."),
  .details = N_("GUIDE is an id that “vacancy-cli guides” lists. An existing file is not replaced "
                "unless you pass --force."),
  .examples = "  vacancy-cli new machine-learning-engineer -o engineer.vacancy\n"
              "  vacancy-cli new machine-learning-engineer --language de -o engineer.vacancy\n"
              "  vacancy-cli new blank | vacancy-cli set - job.title=Baker > baker.vacancy\n",
  .values = (const VacCliValues[]) {
    { NULL, VAC_CLI_LISTED, "guides" },
    { NULL }
  },
  .run = run_new,
};
