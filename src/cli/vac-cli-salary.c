/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-salary"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "vac-cli-file.h"
#include "vac-cli-salary-import.h"
#include "vac-cli-salary-rule.h"
#include "vac-cli.h"
#include "vac-comparison.h"
#include "vac-csv.h"
#include "vac-guide-library.h"
#include "vac-money-read.h"
#include "vac-quote.h"

/* The guide whose table is compared when no posting is named. */
#define DEFAULT_GUIDE "machine-learning-engineer"

/* What the user asked for. */
typedef struct
{
  char         **places;
  char          *base;
  char          *sort;
  char          *format;
  char          *output;
  gboolean       force;
  gboolean       in_place;
  VacCliSalaryImport   import;
  VacCliSalaryRule     rule;
  char          *candidate;
  gboolean       explain;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->places);
  g_free (options->base);
  g_free (options->sort);
  g_free (options->format);
  g_free (options->output);
  vac_cli_salary_import_clear (&options->import);
  vac_cli_salary_rule_clear (&options->rule);
  g_free (options->candidate);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The width of the terminal; none for a file or a pipe, where lines may be as long as they are. */
static guint
get_width (const Options *options)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width;

  if (options->output != NULL)
    return 0;
  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, 1000, &width, NULL))
    return width;

  return ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* A fact's id, with a minus in front for the greatest first. */
static gboolean
sort_places (VacComparison *comparison,
             const char    *wanted)
{
  gboolean descending = *wanted == '-';
  VacFact fact;

  if (!vac_fact_from_id (wanted + descending, &fact))
    return FALSE;
  vac_comparison_sort (comparison, fact, descending);

  return TRUE;
}

static char *
list_facts (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
    g_string_append_printf (list, "%s%s", fact > 0 ? ", " : "", vac_fact_get_id (fact));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static int
misuse_sort (const VacVerb *verb,
             const char    *wanted)
{
  g_autofree char *facts = list_facts (NULL);

  return vac_cli_misuse (verb, _("There is nothing called “%s” to sort by, but: %s."), wanted,
                         facts);
}

static int
arrange (const VacVerb *verb,
         const Options *options,
         VacComparison *comparison)
{
  g_autoptr (GError) error = NULL;
  VacMoneyText candidate;

  if (options->candidate != NULL &&
      (!vac_money_read (options->candidate, vac_comparison_get_language (comparison),
                        vac_comparison_get_currency (comparison), &candidate, &error) ||
       candidate.is_range || candidate.low <= 0 || candidate.unit != VAC_UNIT_NONE ||
       (*candidate.currency != '\0' &&
        !g_str_equal (candidate.currency, vac_comparison_get_currency (comparison)))))
    return vac_cli_misuse (verb, "--candidate: %s",
                           error != NULL ? error->message
                                         : _("One amount is needed, in the currency and the period "
                                             "of the table."));
  if (options->candidate != NULL)
    vac_comparison_set_candidate (comparison, candidate.low);
  if (!vac_comparison_set_base (comparison, options->base, &error) ||
      (options->places != NULL &&
       !vac_comparison_keep (comparison, (const char *const *) options->places, &error)))
    return vac_cli_misuse (verb, "%s", error->message);
  if (options->sort != NULL && !sort_places (comparison, options->sort))
    return misuse_sort (verb, options->sort);
  if (options->base != NULL && g_str_equal (options->format, "text") &&
      vac_comparison_get_n_places (comparison) > VAC_COMPARISON_MOST)
    return vac_cli_misuse (verb, _("At most %d places stand side by side. Choose them with "
                                   "--place."), VAC_COMPARISON_MOST);

  return VAC_CLI_FINE;
}

static char *
render (VacComparison *comparison,
        const Options *options)
{
  g_autofree char *text = NULL;

  if (g_str_equal (options->format, "csv"))
    return vac_comparison_to_csv (comparison, ',');
  if (g_str_equal (options->format, "excel"))
    {
      g_autofree char *table = vac_comparison_to_csv (comparison, ',');

      return g_strconcat (VAC_CSV_MARK, table, NULL);
    }
  if (g_str_equal (options->format, "json"))
    return vac_comparison_to_json (comparison);

  text = vac_comparison_to_text (comparison, get_width (options));

  return vac_quote_visible (text, "\n");
}

static int
compare (const VacVerb *verb,
         const Options *options,
         VacDocument   *document)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int status = arrange (verb, options, comparison);

  if (status != VAC_CLI_FINE)
    return status;

  text = render (comparison, options);
  bytes = g_bytes_new (text, strlen (text));

  return vac_cli_write (options->output != NULL ? options->output : VAC_CLI_STANDARD, bytes,
                        options->force) ? VAC_CLI_FINE : VAC_CLI_PARTLY;
}

static VacDocument *
open_default (void)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (folder);
  const VacGuide *guide = vac_guide_library_find (library, DEFAULT_GUIDE);
  g_autoptr (GError) error = NULL;
  VacDocument *document = guide != NULL ? vac_guide_open (guide, &error) : NULL;

  if (error != NULL)
    vac_cli_tell_error (guide->id, error);

  return document;
}

static int
import_and_compare (const VacVerb *verb,
                    Options       *options,
                    VacCliFile    *file,
                    VacDocument   *document)
{
  int imported = VAC_CLI_FINE;
  int status;

  if (options->import.files != NULL)
    imported = vac_cli_salary_import (verb, &options->import, document);
  if (imported == VAC_CLI_MISUSED)
    return imported;

  status = vac_cli_salary_rule_apply (verb, &options->rule, document);
  if (status == VAC_CLI_FINE)
    status = compare (verb, options, document);
  if (status == VAC_CLI_FINE && options->in_place && !vac_cli_file_save (file))
    status = VAC_CLI_MISUSED;

  return MAX (status, imported);
}

static int
run_salary (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "place", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &options.places,
      N_("Compare only this place; may be given again"), N_("NAME") },
    { "base", 'b', 0, G_OPTION_ARG_STRING, &options.base,
      N_("Set places side by side and count from this one"), N_("NAME") },
    { "sort", 's', 0, G_OPTION_ARG_STRING, &options.sort,
      N_("Sort by a column; with - in front the greatest first"), N_("COLUMN") },
    { "to", 't', 0, G_OPTION_ARG_STRING, &options.format, N_("text, csv, excel (csv for Excel), or json"),
      N_("FORMAT") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.import.files,
      N_("Take places from this table first; may be given again"), N_("TABLE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.import.sheet,
      N_("Which sheet of that workbook, or file of that zip file"), N_("NAME") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &options.import.decimal,
      N_("The decimal mark of that table: . or ,"), N_("MARK") },
    { "occupation", 0, 0, G_OPTION_ARG_STRING, &options.import.occupation,
      N_("The occupation to take from that table"), N_("CODE") },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.import.columns,
      N_("What a column of that table is; may be given again"), N_("FIELD=TITLE") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.import.period,
      N_("What its pay is counted by: year, month, week, day, or hour"), N_("PERIOD") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &options.import.currency,
      N_("The currency of its pay"), N_("CODE") },
    { "cap", 0, 0, G_OPTION_ARG_STRING, &options.import.cap,
      N_("The yearly wage that # stands for in it"), N_("AMOUNT") },
    { "about", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.import.about,
      N_("Note of its survey: name, publisher, edition, effective, or url; may be given again"),
      N_("FIELD=TEXT") },
    { "forget", 0, 0, G_OPTION_ARG_NONE, &options.import.forget,
      N_("Forget what was said about tables with the same columns"), NULL },
    { "refused", 0, 0, G_OPTION_ARG_FILENAME, &options.import.refused,
      N_("Where to list the rows that are not imported, with the reasons"), N_("FILE") },
    { "survey", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.rule.surveys,
      N_("Show this survey, or a blend; “own” is the table’s own figures"), N_("NAME[=WEIGHT]") },
    { "age-rate", 0, 0, G_OPTION_ARG_STRING, &options.rule.age_rate,
      N_("How much pay rises in a year, in percent"), N_("PERCENT") },
    { "age-to", 0, 0, G_OPTION_ARG_STRING, &options.rule.age_to,
      N_("Age the figures of surveys to this day"), N_("DATE") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &options.rule.target,
      N_("Make ranges of: midpoint, p10, p25, median, p75, p90, or mean"), N_("FIGURE") },
    { "factor", 0, 0, G_OPTION_ARG_STRING, &options.rule.factor, N_("Times this"), N_("NUMBER") },
    { "spread", 0, 0, G_OPTION_ARG_STRING, &options.rule.spread,
      N_("Plus and minus so many percent"), N_("PERCENT") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &options.rule.rounding,
      N_("Rounded to a multiple of this"), N_("AMOUNT") },
    { "use", 0, 0, G_OPTION_ARG_STRING, &options.rule.use,
      N_("Make the range of this place the posting’s pay"), N_("NAME") },
    { "candidate", 0, 0, G_OPTION_ARG_STRING, &options.candidate,
      N_("A candidate’s figure to compare places with"), N_("AMOUNT") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
      N_("Say what each column is and how it is computed"), NULL },
    { "in-place", 'i', 0, G_OPTION_ARG_NONE, &options.in_place,
      N_("Write the posting with what was imported or chosen"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Where to write; standard output if not given"), N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.force, N_("Replace an existing file"),
      NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 0, 1);
  g_autoptr (VacCliFile) file = NULL;
  g_autoptr (VacDocument) document = NULL;

  if (words == NULL ||
      !vac_cli_check_format (verb, options.format))
    return VAC_CLI_MISUSED;
  if (options.format == NULL)
    options.format = g_strdup ("text");
  options.import.force = options.force;
  if (options.explain)
    {
      vac_cli_salary_explain ();
      return VAC_CLI_FINE;
    }
  if (options.in_place &&
      (words[0] == NULL || g_str_equal (words[0], VAC_CLI_STANDARD) ||
       (options.import.files == NULL && !vac_cli_salary_rule_is_given (&options.rule))))
    return vac_cli_misuse (verb, "%s",
                           _("--in-place needs a posting, and --import or another option that "
                             "changes it."));

  if (words[0] != NULL)
    {
      file = vac_cli_file_open (words[0]);
      document = file != NULL ? g_object_ref (file->document) : NULL;
    }
  else
    document = open_default ();
  if (document == NULL)
    return VAC_CLI_MISUSED;

  return import_and_compare (verb, &options, file, document);
}

const VacVerb vac_cli_salary = {
  .name = "salary",
  .usage = N_("[FILE]"),
  .summary = N_("Compare the salaries of places side by side."),
  .details = N_("FILE is a posting; without one, the places of the Machine Learning Engineer "
                "guide are compared. A NAME may be how only one place begins. Columns to sort by: "
                "place, minimum, maximum, midpoint, spread, over-national, over-national-share, "
                "posting, price-index, national-dollars, compa-ratio, range-penetration, and "
                "others that --explain names. A table to import is CSV or a workbook of Excel of "
                "your own, or an official one, also in the zip file that it is published in: BLS "
                "OEWS, also of states and before 2019, BEA MARPP, DOL "
                "OFLC, UK ASHE, Canada's Job Bank, or Entgeltatlas. What its columns are is taken "
                "from their titles, never guessed: --column names those that are not known, with "
                "FIELD one of place, minimum, maximum, range, median, note, price-index, "
                "occupation, period, and currency. Where a table does not say by what its pay is "
                "counted, it is read as the posting's own. The posting stays as it is unless you "
                "say --in-place; what would be replaced is reported on standard error. --survey, "
                "--rule, and the options beside them change its surveys’ weights, its aging, and "
                "its rule for ranges; what is in the posting already holds where they say "
                "nothing."),
  .examples = "  vacancy-cli salary --sort=-national-dollars\n"
              "  vacancy-cli salary --place Seattle --place Austin --base Seattle\n"
              "  vacancy-cli salary engineer.vacancy --import wages.csv --to csv -o places.csv\n"
              "  vacancy-cli salary engineer.vacancy --import pay.csv --column place=Ort \\\n"
              "    --column minimum=Von --column maximum=Bis --period month --in-place\n"
              "  vacancy-cli salary engineer.vacancy --survey oews --rule median --spread 20 \\\n"
              "    --round 1000 --age-rate 3 --age-to 2026-07-01 --use Seattle --in-place\n",
  .formats = (const char *const[]) { "text", "csv", "excel", "json", NULL },
  .values = (const VacCliValues[]) {
    { "sort", VAC_CLI_ONE_OF, .list = list_facts },
    { NULL }
  },
  .run = run_salary,
};
