/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vac-chart-picture.h"
#include "vac-cli-batch.h"
#include "vac-cli-file.h"
#include "vac-cli-findings.h"
#include "vac-cli.h"
#include "vac-comparison-outline.h"
#include "vac-comparison.h"
#include "vac-export.h"
#include "vac-exporters.h"
#include "vac-review.h"
#include "vac-variant.h"

/* Their ids, for messages and shells. */
#define AUDIENCES VAC_AUDIENCE_ID_CANDIDATE ", " VAC_AUDIENCE_ID_TEAM

/* One run: which formats, for whom, and where to. */
typedef struct
{
  char      **files;
  GPtrArray  *exporters;   /* of borrowed VacExporter */
  const VacSubject *subject;
  const char *output;
  gboolean    into_folder;
  gboolean    per_place;
  gboolean    force;
  GHashTable *used;        /* file names of this run → how many files wanted that name */
  VacExportOptions options;
  char      **places;      /* names of those to compare; NULL for all */
  char       *base;        /* the name of the one they are compared with; NULL for none */
  GPtrArray  *unwritten;   /* of char *: what was requested but not written */
  gboolean    faultless;   /* so far */
  int         jobs;
} Run;

/* What a file that is to be written will hold. */
typedef struct
{
  const VacExporter *exporter;
  char              *title;   /* of the posting or variant that it is named after */
  GBytes            *bytes;   /* NULL where there is only an error */
  GError            *error;
  char              *target;  /* where it goes; NULL until that is decided */
} Output;

/* What becomes of one posting. */
typedef struct
{
  char      *name;        /* what messages call it */
  GPtrArray *outputs;     /* of Output, by format; empty when the posting could not be read */
  GPtrArray *unwritten;   /* of borrowed VacExporter */
  gboolean   faultless;
} Outcome;

static char *
list_exporters (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; formats->exporters[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", formats->exporters[i]->id);

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
list_subjects (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; formats->subjects[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", formats->subjects[i]->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_designs (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (const VacDesign *const *design = vac_design_list (); *design != NULL; design++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", (*design)->id);

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
output_free (gpointer data)
{
  Output *output = data;

  g_free (output->title);
  g_clear_pointer (&output->bytes, g_bytes_unref);
  g_clear_error (&output->error);
  g_free (output->target);
  g_free (output);
}

/* Finds the places that were named in @document; returns whether they are there. */
static gboolean
take_places (const Run         *run,
             VacDocument       *document,
             VacExportOptions  *options,
             GError           **error)
{
  g_autoptr (VacComparison) comparison = NULL;

  if (run->places == NULL && run->base == NULL)
    return TRUE;
  comparison = vac_comparison_new (document);
  if (!vac_comparison_set_base (comparison, run->base, error) ||
      (run->places != NULL &&
       !vac_comparison_keep (comparison, (const char *const *) run->places, error)))
    return FALSE;
  options->base = run->base != NULL ? vac_comparison_get_base (comparison)->node : NULL;
  options->places = g_ptr_array_new ();
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    g_ptr_array_add (options->places, vac_comparison_get_place (comparison, i)->node);

  return TRUE;
}

/* Takes @title. */
static void
make_output (const Run         *run,
             Outcome           *outcome,
             VacDocument       *document,
             char              *title,
             const VacExporter *exporter)
{
  Output *output = g_new0 (Output, 1);
  VacExportOptions options = run->options;

  output->exporter = exporter;
  output->title = title;
  if (take_places (run, document, &options, &output->error))
    output->bytes = vac_export (exporter, run->subject, document, &options, &output->error);
  g_clear_pointer (&options.places, g_ptr_array_unref);
  g_ptr_array_add (outcome->outputs, output);
}

/* The posting and, on request, those of single places. */
static void
make_outputs (const Run         *run,
              Outcome           *outcome,
              VacDocument       *document,
              const VacExporter *exporter)
{
  g_autofree char *title = vac_subject_make_name (run->subject, document);
  g_autoptr (GPtrArray) places = run->per_place ? vac_variant_list_places (document) : NULL;

  make_output (run, outcome, document, g_strdup (title), exporter);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      VacNode *place = g_ptr_array_index (places, i);
      g_autoptr (VacDocument) variant = vac_variant_make (document, place);

      make_output (run, outcome, variant, vac_variant_make_name (document, place, title), exporter);
    }
}

static gboolean
write_output (const Run    *run,
              const char   *name,
              const Output *output)
{
  const VacWriteFlags flags = (run->force ? VAC_WRITE_OVERWRITE : VAC_WRITE_NONE) |
                              (run->into_folder ? VAC_WRITE_ONE_OF_MANY : VAC_WRITE_NONE);

  if (output->bytes == NULL)
    {
      vac_cli_tell_error (name, output->error);
      return FALSE;
    }

  return vac_cli_write_with (output->target, output->bytes, flags);
}

/* Returns: whether all that was made for @exporter was written, and something was */
static gboolean
write_outputs (const Run         *run,
               const Outcome     *outcome,
               const VacExporter *exporter)
{
  gboolean written = outcome->outputs->len > 0;

  for (guint i = 0; i < outcome->outputs->len; i++)
    {
      const Output *output = g_ptr_array_index (outcome->outputs, i);

      if (output->exporter == exporter)
        written &= write_output (run, outcome->name, output);
    }

  return written;
}

static gboolean
is_for_boards (const Run *run)
{
  return g_ptr_array_find (run->exporters, &vac_jobposting_exporter, NULL);
}

/* Errors are reported, and what is known is written anyway. */
static gboolean
report_errors (const Run  *run,
               VacCliFile *file)
{
  const VacReviewScope boards = is_for_boards (run) ? VAC_REVIEW_BOARDS : 0;
  g_autoptr (GPtrArray) findings = vac_review_check (
      file->document, VAC_REVIEW_POSTING | VAC_REVIEW_ONLY_ERRORS | boards);

  return vac_cli_findings_write (file, findings, VAC_SEVERITY_ERROR, NULL, NULL) == 0;
}

static gpointer
export_cb (guint    index,
           gpointer user_data)
{
  const Run *run = user_data;
  g_autoptr (VacCliFile) file = vac_cli_file_open (run->files[index]);
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->name = file != NULL ? g_strdup (file->name)
                               : g_filename_display_name (run->files[index]);
  outcome->outputs = g_ptr_array_new_with_free_func (output_free);
  outcome->unwritten = g_ptr_array_new ();
  outcome->faultless = file == NULL || report_errors (run, file);
  for (guint i = 0; file != NULL && i < run->exporters->len; i++)
    make_outputs (run, outcome, file->document, g_ptr_array_index (run->exporters, i));
  if (file != NULL && run->files[1] == NULL)
    vac_cli_file_leave (g_steal_pointer (&file));

  return outcome;
}

/* Which names are free depends on the postings before. */
static void
name_cb (guint    index,
         gpointer result,
         gpointer user_data)
{
  const Run *run = user_data;
  const Outcome *outcome = result;

  for (guint i = 0; i < outcome->outputs->len; i++)
    {
      Output *output = g_ptr_array_index (outcome->outputs, i);
      g_autofree char *file = NULL;

      if (output->bytes == NULL)
        continue;
      if (run->into_folder)
        file = vac_cli_name_file (run->used, output->title, output->exporter->extension);
      output->target = run->into_folder ? g_build_filename (run->output, file, NULL)
                                        : g_strdup (run->output);
    }
}

/* Beside other work: a file is there once the disk has it. */
static void
write_cb (guint    index,
          gpointer result,
          gpointer user_data)
{
  const Run *run = user_data;
  Outcome *outcome = result;

  for (guint i = 0; i < run->exporters->len; i++)
    {
      const VacExporter *exporter = g_ptr_array_index (run->exporters, i);

      if (!write_outputs (run, outcome, exporter))
        g_ptr_array_add (outcome->unwritten, (gpointer) exporter);
    }
}

static void
take_cb (guint    index,
         gpointer result,
         gpointer user_data)
{
  Run *run = user_data;
  g_autofree Outcome *outcome = result;

  for (guint i = 0; i < outcome->unwritten->len; i++)
    {
      const VacExporter *exporter = g_ptr_array_index (outcome->unwritten, i);

      g_ptr_array_add (run->unwritten, g_strdup_printf ("%s (%s)", outcome->name, exporter->id));
    }
  run->faultless &= outcome->faultless;
  g_free (outcome->name);
  g_ptr_array_unref (outcome->outputs);
  g_ptr_array_unref (outcome->unwritten);
}

/* Once for all of its files, which is told as vac_cli_write_file() tells it of one. */
static void
confirm_folder (const Run *run)
{
  g_autofree char *name = g_filename_display_name (run->output);

  if (!vac_safe_file_confirm_folder (run->output))
    vac_cli_tell ("%s: %s", name, _("Written, but the disk did not confirm it."));
}

/* The reasons have been reported already; this lists what is missing among the files. Not written
 * is worse than written with findings, and has an exit status of its own. */
static int
export_files (Run *run)
{
  const VacInOrder steps = {
    .work = export_cb, .arrange = name_cb, .finish = write_cb, .take = take_cb,
  };
  const guint n = g_strv_length (run->files);
  gboolean some_written;
  g_autofree char *list = NULL;

  run->faultless = TRUE;
  vac_cli_batch (n, run->jobs, &steps, run);
  if (run->into_folder && run->unwritten->len < n * run->exporters->len)
    confirm_folder (run);
  if (run->unwritten->len == 0)
    return run->faultless ? VAC_CLI_FINE : VAC_CLI_PARTLY;

  some_written = run->unwritten->len < n * run->exporters->len;
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

static gboolean
read_differences (const char       *form,
                  VacExportOptions *options)
{
  static const char *const forms[] = {
    [VAC_DIFFERENCES_BOTH] = "both",
    [VAC_DIFFERENCES_AMOUNTS] = "amount",
    [VAC_DIFFERENCES_PERCENT] = "percent",
  };

  for (guint i = 0; form != NULL && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (form, forms[i]))
      {
        options->differences = i;
        return TRUE;
      }

  return form == NULL;
}

/* What belongs to the comparison of salaries alone. Returns: whether it is used rightly */
static gboolean
check_places (const VacVerb *verb,
              Run           *run,
              const char    *differences)
{
  if (!read_differences (differences, &run->options))
    {
      vac_cli_misuse (verb, _("--difference is amount, percent, or both."));
      return FALSE;
    }
  if (run->subject != &vac_comparison_subject &&
      (run->places != NULL || run->base != NULL || differences != NULL))
    {
      vac_cli_misuse (verb, _("--place, --base, and --difference need --what=%s."),
                      vac_comparison_subject.id);
      return FALSE;
    }
  if (differences != NULL && run->base == NULL)
    {
      vac_cli_misuse (verb, _("--difference needs --base."));
      return FALSE;
    }

  return TRUE;
}

static int
run_export (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  g_autofree char *ids = list_exporters (formats);
  g_autofree char *to_description = g_strdup_printf (_("Formats, separated by commas: %s"), ids);
  g_auto (GStrv) to = NULL;
  g_autofree char *subjects = list_subjects (formats);
  g_autofree char *what_description = g_strdup_printf (_("What to write: %s"), subjects);
  g_autofree char *audience = NULL;
  g_autofree char *what = NULL;
  g_autofree char *designs = list_designs (formats);
  g_autofree char *design_description =
      g_strdup_printf (_("Another design than the posting’s: %s"), designs);
  g_autofree char *design = NULL;
  g_autofree char *output = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *wrap = NULL;
  g_auto (GStrv) places = NULL;
  g_autofree char *base = NULL;
  g_autofree char *differences = NULL;
  g_autoptr (GPtrArray) exporters = g_ptr_array_new ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) unwritten = g_ptr_array_new_with_free_func (g_free);
  Run run = {
    .exporters = exporters, .used = used, .options = vac_paper_export_defaults,
    .unwritten = unwritten,
  };
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING_ARRAY, &to, to_description, N_("FORMAT") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience,
      N_("For whom: candidate (the default) or team"), N_("AUDIENCE") },
    { "what", 'w', 0, G_OPTION_ARG_STRING, &what, what_description, N_("WHAT") },
    { "design", 'd', 0, G_OPTION_ARG_STRING, &design, design_description, N_("DESIGN") },
    { "wrap", 0, 0, G_OPTION_ARG_STRING, &wrap,
      N_("Where lines of plain text end: a number of columns (78 for email) or none, for forms"),
      N_("N|none") },
    { "place", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &places,
      N_("Of the salaries: compare only this place; may be given again"), N_("NAME") },
    { "base", 'b', 0, G_OPTION_ARG_STRING, &base,
      N_("Of the salaries: what the other places are compared with"), N_("NAME") },
    { "difference", 0, 0, G_OPTION_ARG_STRING, &differences,
      N_("How differences to the base are written: amount, percent, or both"), N_("FORM") },
    { "per-place", 0, 0, G_OPTION_ARG_NONE, &run.per_place,
      N_("Also write one posting for each place of work"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Where to write; standard output if not given"), N_("FILE|DIR") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &run.force, N_("Replace existing files"), NULL },
    VAC_CLI_JOBS_ENTRY (&run.jobs),
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  gboolean several;

  if (words == NULL || !vac_cli_check_batch (verb, words, run.jobs))
    return VAC_CLI_MISUSED;
  if (to == NULL)
    return vac_cli_misuse (verb, _("--to=FORMAT is missing, one of: %s."), ids);
  unknown = find_exporters (formats, to, exporters);
  if (unknown != NULL)
    return vac_cli_misuse (verb, _("There is no format “%s”, only: %s."), unknown, ids);
  if (!read_audience (audience, &run.options))
    return vac_cli_misuse (verb, _("There is no audience “%s”, only: %s."), audience,
                           AUDIENCES);
  run.subject = what != NULL ? vac_subject_find (formats->subjects, what)
                             : vac_subject_get_for (run.options.audience);
  if (run.subject == NULL)
    return vac_cli_misuse (verb, _("There is no “%s” to export, only: %s."), what, subjects);
  run.places = places;
  run.base = base;
  if (!check_places (verb, &run, differences))
    return VAC_CLI_MISUSED;
  if (!read_wrap (wrap, &run.options))
    return vac_cli_misuse (verb, _("--wrap is “none” or a number from %d to %d."), FEWEST_COLUMNS,
                           MOST_COLUMNS);
  run.options.design = vac_design_find (design);
  if (design != NULL && run.options.design == NULL)
    return vac_cli_misuse (verb, _("There is no design “%s”, only: %s."), design, designs);
  run.output = output;
  several = words[1] != NULL || exporters->len > 1 || run.per_place;
  if (several && vac_cli_is_standard (output))
    return vac_cli_misuse (verb, "%s",
                           _("Several postings, formats, or places need --output=DIR."));
  if (!vac_cli_prepare_output (verb, several, &run.output, &run.into_folder))
    return VAC_CLI_MISUSED;

  run.files = words;
  run.options.many = words[1] != NULL || run.per_place;

  return export_files (&run);
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
              "  vacancy-cli export --to pdf --design modern -o posting.pdf engineer.vacancy\n"
              "  vacancy-cli export --to pdf --what interview -o kit.pdf engineer.vacancy\n"
              "  vacancy-cli export --to docx --what salaries --place Seattle --place Austin \\\n"
              "    --base Seattle --difference percent -o pay.docx engineer.vacancy\n",
  .values = (const VacCliValues[]) {
    { "to", VAC_CLI_SOME_OF, .list = list_exporters },
    { "audience", VAC_CLI_ONE_OF, AUDIENCES },
    { "what", VAC_CLI_ONE_OF, .list = list_subjects },
    { "design", VAC_CLI_ONE_OF, .list = list_designs },
    { "wrap", VAC_CLI_ONE_OF, "none" },
    { "difference", VAC_CLI_ONE_OF, "amount, percent, both" },
    { NULL }
  },
  .run = run_export,
};
