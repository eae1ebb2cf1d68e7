/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vac-cli-file.h"
#include "vac-cli-findings.h"
#include "vac-cli.h"
#include "vac-export.h"
#include "vac-exporters.h"
#include "vac-review.h"
#include "vac-variant.h"

/* One run: which formats, for whom, and where to. */
typedef struct
{
  GPtrArray  *exporters;   /* of borrowed VacExporter */
  const VacSubject *subject;
  const char *output;
  gboolean    into_folder;
  gboolean    per_place;
  gboolean    force;
  GHashTable *used;        /* file names of this run → how many files wanted that name */
  VacExportOptions options;
  GPtrArray  *unwritten;   /* of char *: what was requested but not written */
} Run;

static char *
list_exporters (const VacExporter *const *exporters)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", exporters[i]->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Returns: (nullable): the first name that no format has */
static char *
find_exporters (const VacFormats *formats,
                char            **values,
                GPtrArray        *exporters)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (values[i], ",", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          const VacExporter *exporter = vac_export_find (formats->exporters, g_strstrip (names[j]));

          if (exporter == NULL)
            return g_strdup (names[j]);
          if (!g_ptr_array_find (exporters, exporter, NULL))
            g_ptr_array_add (exporters, (gpointer) exporter);
        }
    }

  return NULL;
}

static char *
list_subjects (const VacSubject *const *subjects)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; subjects[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", subjects[i]->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Returns: whether there is such an audience */
static gboolean
read_audience (const char       *audience,
               VacExportOptions *options)
{
  if (audience == NULL || g_str_equal (audience, VAC_AUDIENCE_ID_CANDIDATE))
    return TRUE;
  options->audience = VAC_AUDIENCE_TEAM;

  return g_str_equal (audience, VAC_AUDIENCE_ID_TEAM);
}

static void
note_unwritten (Run               *run,
                const char        *name,
                const VacExporter *exporter)
{
  g_ptr_array_add (run->unwritten, g_strdup_printf ("%s (%s)", name, exporter->id));
}

static gboolean
export_document (Run               *run,
                 VacCliFile        *file,
                 VacDocument       *document,
                 const char        *title,
                 const VacExporter *exporter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_export (exporter, run->subject, document, &run->options, &error);
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  if (bytes == NULL)
    {
      vac_cli_tell_error (file->name, error);
      return FALSE;
    }

  if (run->into_folder)
    name = vac_cli_name_file (run->used, title, exporter->extension);
  target = run->into_folder ? g_build_filename (run->output, name, NULL) : g_strdup (run->output);

  return vac_cli_write (target, bytes, run->force);
}

/* Returns: whether everything was written: the posting and, on request, those of single places */
static gboolean
export_as (Run               *run,
           VacCliFile        *file,
           const VacExporter *exporter)
{
  g_autofree char *title = vac_subject_make_name (run->subject, file->document);
  gboolean written = export_document (run, file, file->document, title, exporter);
  g_autoptr (GPtrArray) places = NULL;

  if (!run->per_place)
    return written;
  places = vac_variant_list_places (file->document);
  for (guint i = 0; i < places->len; i++)
    {
      VacNode *place = g_ptr_array_index (places, i);
      g_autoptr (VacDocument) variant = vac_variant_make (file->document, place);
      g_autofree char *name = vac_variant_make_name (file->document, place, title);

      written &= export_document (run, file, variant, name, exporter);
    }

  return written;
}

static gboolean
is_for_boards (Run *run)
{
  return g_ptr_array_find (run->exporters, &vac_jobposting_exporter, NULL);
}

/* Errors are reported, and what is known is written anyway. */
static gboolean
report_errors (Run        *run,
               VacCliFile *file)
{
  const VacReviewScope scope = is_for_boards (run) ? VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS
                                                   : VAC_REVIEW_POSTING;
  g_autoptr (GPtrArray) findings = vac_review_check (file->document, scope);

  return vac_cli_findings_write (file, findings, VAC_SEVERITY_ERROR, NULL, NULL) == 0;
}

/* Returns: whether nothing wrong was found in the posting, as far as it could be read */
static gboolean
export_file (Run        *run,
             const char *argument)
{
  g_autoptr (VacCliFile) file = vac_cli_file_open (argument);
  g_autofree char *name = g_filename_display_name (argument);
  const gboolean faultless = file == NULL || report_errors (run, file);

  for (guint i = 0; i < run->exporters->len; i++)
    {
      const VacExporter *exporter = g_ptr_array_index (run->exporters, i);

      if (file == NULL || !export_as (run, file, exporter))
        note_unwritten (run, file != NULL ? file->name : name, exporter);
    }

  return faultless;
}

/* The reasons have been reported already; this lists what is missing among the files. Not written
 * is worse than written with findings, and has an exit status of its own. */
static int
export_files (Run   *run,
              char **files)
{
  gboolean faultless = TRUE;
  gboolean some_written;
  g_autofree char *list = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    faultless &= export_file (run, files[i]);
  if (run->unwritten->len == 0)
    return faultless ? VAC_CLI_FINE : VAC_CLI_PARTLY;

  some_written = run->unwritten->len < g_strv_length (files) * run->exporters->len;
  g_ptr_array_add (run->unwritten, NULL);
  list = g_strjoinv (", ", (char **) run->unwritten->pdata);
  if (some_written)
    vac_cli_tell (_("Not written: %s."), list);

  return VAC_CLI_MISUSED;
}

/* The narrowest has room for a bullet and a word; the widest exceeds any useful line. */
#define FEWEST_COLUMNS 10
#define MOST_COLUMNS 1000

static gboolean
read_wrap (const char       *wrap,
           VacExportOptions *options)
{
  guint64 columns;

  if (wrap == NULL)
    return TRUE;
  options->columns = 0;
  if (g_str_equal (wrap, "none"))
    return TRUE;
  if (!g_ascii_string_to_unsigned (wrap, 10, FEWEST_COLUMNS, MOST_COLUMNS, &columns, NULL))
    return FALSE;
  options->columns = (guint) columns;

  return TRUE;
}

static int
run_export (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  g_autofree char *ids = list_exporters (formats->exporters);
  g_autofree char *to_description = g_strdup_printf (_("Formats, separated by commas: %s"), ids);
  g_auto (GStrv) to = NULL;
  g_autofree char *subjects = list_subjects (formats->subjects);
  g_autofree char *what_description = g_strdup_printf (_("What to write: %s"), subjects);
  g_autofree char *audience = NULL;
  g_autofree char *what = NULL;
  g_autofree char *output = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *wrap = NULL;
  g_autoptr (GPtrArray) exporters = g_ptr_array_new ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) unwritten = g_ptr_array_new_with_free_func (g_free);
  Run run = {
    .exporters = exporters, .used = used, .options = vac_export_defaults, .unwritten = unwritten,
  };
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING_ARRAY, &to, to_description, N_("FORMAT") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience,
      N_("For whom: candidate (the default) or team"), N_("AUDIENCE") },
    { "what", 'w', 0, G_OPTION_ARG_STRING, &what, what_description, N_("WHAT") },
    { "wrap", 0, 0, G_OPTION_ARG_STRING, &wrap,
      N_("Where lines of plain text end: a number of columns (78 for email) or none, for forms"),
      N_("N|none") },
    { "per-place", 0, 0, G_OPTION_ARG_NONE, &run.per_place,
      N_("Also write one posting for each place of work"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Where to write; standard output if not given"), N_("FILE|DIR") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &run.force, N_("Replace existing files"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  gboolean several;

  if (words == NULL)
    return VAC_CLI_MISUSED;
  if (to == NULL)
    return vac_cli_misuse (verb, _("--to=FORMAT is missing, one of: %s."), ids);
  unknown = find_exporters (formats, to, exporters);
  if (unknown != NULL)
    return vac_cli_misuse (verb, _("There is no format “%s”, only: %s."), unknown, ids);
  if (!read_audience (audience, &run.options))
    return vac_cli_misuse (verb, _("There is no audience “%s”, only: %s."), audience,
                           VAC_AUDIENCE_ID_CANDIDATE ", " VAC_AUDIENCE_ID_TEAM);
  run.subject = what != NULL ? vac_subject_find (formats->subjects, what)
                             : vac_subject_get_for (run.options.audience);
  if (run.subject == NULL)
    return vac_cli_misuse (verb, _("There is no “%s” to export, only: %s."), what, subjects);
  if (!read_wrap (wrap, &run.options))
    return vac_cli_misuse (verb, _("--wrap is “none” or a number from %d to %d."), FEWEST_COLUMNS,
                           MOST_COLUMNS);
  run.output = output;
  several = words[1] != NULL || exporters->len > 1 || run.per_place;
  if (several && vac_cli_is_standard (output))
    return vac_cli_misuse (verb, "%s",
                           _("Several postings, formats, or places need --output=DIR."));
  if (!vac_cli_prepare_output (verb, several, &run.output, &run.into_folder))
    return VAC_CLI_MISUSED;

  return export_files (&run, words);
}

const VacVerb vac_cli_export = {
  .name = "export",
  .usage = N_("FILE…"),
  .summary = N_("Write postings in other formats."),
  .details = N_("Parts for the team are left out unless --audience=team asks for them. In a "
                "folder, files are named after the job titles. Whatever is missing or wrong is "
                "reported, and the rest is written anyway; the exit status is then 1, and 2 if a "
                "file could not be written."),
  .examples = "  vacancy-cli export --to text engineer.vacancy\n"
              "  vacancy-cli export --to text,json -o out/ *.vacancy\n"
              "  vacancy-cli export --to text --audience team -o notes.txt engineer.vacancy\n"
              "  vacancy-cli export --to text --wrap none engineer.vacancy\n"
              "  vacancy-cli export --to html --per-place -o out/ engineer.vacancy\n"
              "  vacancy-cli export --to pdf --what interview -o kit.pdf engineer.vacancy\n",
  .run = run_export,
};
