/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-measure"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vac-cli-batch.h"
#include "vac-cli-file.h"
#include "vac-cli-json.h"
#include "vac-cli.h"
#include "vac-fit.h"
#include "vac-json.h"
#include "vac-measure.h"
#include "vac-quote.h"

/* Counts, by the names that programs read and those that people read. */
static const struct
{
  const char *name;
  const char *label;
  gsize       offset;
} counts[] = {
  { "words", N_("Words"), G_STRUCT_OFFSET (VacMeasure, words) },
  { "sentences", N_("Sentences"), G_STRUCT_OFFSET (VacMeasure, sentences) },
  { "longestSentence", N_("Words in the longest sentence"),
    G_STRUCT_OFFSET (VacMeasure, longest_sentence) },
  { "longSentences", N_("Sentences of more than 25 words"),
    G_STRUCT_OFFSET (VacMeasure, long_sentences) },
  { "syllables", NULL, G_STRUCT_OFFSET (VacMeasure, syllables) },
  { "letters", NULL, G_STRUCT_OFFSET (VacMeasure, letters) },
  { "characters", NULL, G_STRUCT_OFFSET (VacMeasure, characters) },
  { "bullets", N_("Bullets"), G_STRUCT_OFFSET (VacMeasure, bullets) },
  { "required", N_("Required qualifications"), G_STRUCT_OFFSET (VacMeasure, required) },
  { "preferred", N_("Preferred qualifications"), G_STRUCT_OFFSET (VacMeasure, preferred) },
  { "responsibilities", N_("Responsibilities"), G_STRUCT_OFFSET (VacMeasure, responsibilities) },
  { "employerWords", N_("Words on the employer"), G_STRUCT_OFFSET (VacMeasure, employer_words) },
  { "you", N_("“You”"), G_STRUCT_OFFSET (VacMeasure, you) },
  { "we", N_("“We”"), G_STRUCT_OFFSET (VacMeasure, we) },
  { "readingSeconds", N_("Seconds to read"), G_STRUCT_OFFSET (VacMeasure, reading_seconds) },
};

/* As above; one that is not a number has not been measured. */
static const struct
{
  const char *name;
  const char *label;
  gsize       offset;
} figures[] = {
  { "readingEase", N_("Reading ease (Flesch)"), G_STRUCT_OFFSET (VacMeasure, reading_ease) },
  { "grade", N_("School grade (Flesch and Kincaid)"), G_STRUCT_OFFSET (VacMeasure, grade) },
  { "lix", N_("Readability index (Lix)"), G_STRUCT_OFFSET (VacMeasure, lix) },
};

/* What is counted of words coded one way. */
typedef struct
{
  guint   count;
  guint   of_trade;
  char  **words;
  char  **trade_words;
} Coded;

static Coded
get_masculine (const VacMeasure *measure)
{
  return (Coded) { measure->masculine, measure->masculine_of_trade, measure->masculine_words,
                   measure->masculine_trade_words };
}

static Coded
get_feminine (const VacMeasure *measure)
{
  return (Coded) { measure->feminine, measure->feminine_of_trade, measure->feminine_words,
                   measure->feminine_trade_words };
}

/* Returns: (nullable): the verdict for programs; %NULL where none was given */
static const char *
get_id (const VacMeasure *measure,
        VacCodedVerdict   verdict)
{
  return isnan (measure->reading_ease) ? NULL : vac_coded_verdict_get_id (verdict);
}

static void
append_figure (GString    *out,
               const char *name,
               double      figure)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  vac_cli_json_append_name (out, name);
  g_string_append (out, isnan (figure) ? "null"
                                       : g_ascii_formatd (text, sizeof text, "%.1f", figure));
}

static void
append_list (GString    *out,
             const char *name,
             char      **words)
{
  g_string_append_printf (out, "      \"%s\": [", name);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ",\n        " : "\n        ");
      vac_json_append_string (out, words[i]);
    }
  g_string_append (out, words[0] != NULL ? "\n      ]" : "]");
}

static void
append_words (GString     *out,
              const char  *name,
              const Coded *coded)
{
  vac_cli_json_append_name (out, name);
  g_string_append_printf (out, "{\n      \"count\": %u,\n", coded->count);
  append_list (out, "words", coded->words);
  g_string_append_printf (out, ",\n      \"ofTrade\": %u,\n", coded->of_trade);
  append_list (out, "wordsOfTrade", coded->trade_words);
  g_string_append (out, "\n    }");
}

/* Lays the posting out as it would be exported. */
static guint
count_pages (VacDocument *document,
             VacFit      *fit)
{
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  const char *language = vac_outline_get_language (outline);
  const VacExportOptions options = { 0 };
  const VacPageSetup setup = vac_export_options_get_page_setup (&options, language);
  g_autoptr (VacPaper) paper = vac_paper_new (&setup);

  vac_paper_set_outline (paper, outline);
  vac_fit_find (fit, paper);

  return vac_paper_get_n_pages (paper);
}

/* Numbers are 0, and ids null, where nothing is too much or that way does not help. */
static void
append_pages (GString     *out,
              VacDocument *document)
{
  VacFit fit;

  vac_cli_json_append_number (out, "pages", count_pages (document, &fit));
  vac_cli_json_append_number (out, "linesOver", fit.n_lines);
  vac_cli_json_append_number (out, "bulletsOver", fit.n_bullets);
  vac_cli_json_append_text (out, "fittingDesign", fit.design != NULL ? fit.design->id : NULL);
  vac_cli_json_append_text (out, "fittingType", fit.pair != NULL ? fit.pair->id : NULL);
  vac_cli_json_append_text (out, "fittingPaper",
                            !fit.paper ? NULL : fit.size == VAC_PAPER_A4 ? "a4" : "letter");
}

static void
append_page_lines (GString     *out,
                   VacDocument *document)
{
  VacFit fit;
  g_autofree char *over = NULL;

  g_string_append_printf (out, "%s: %u\n", _("Pages"), count_pages (document, &fit));
  if (fit.n_lines == 0)
    return;
  over = vac_fit_say_lines (&fit);
  g_string_append_printf (out, "  %s\n", over);
  for (VacFitWay way = 0; way < VAC_N_FIT_WAYS; way++)
    {
      g_autofree char *say = vac_fit_say (&fit, way);

      if (say != NULL)
        g_string_append_printf (out, "    %s\n", say);
    }
}

static void
append_object (GString          *out,
               const VacCliFile *file,
               const VacMeasure *measure)
{
  const Coded masculine = get_masculine (measure);
  const Coded feminine = get_feminine (measure);
  const double bullet_share = vac_measure_get_bullet_share (measure) / 1000.0;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, "  {");
  vac_cli_json_append_text (out, "file", file->name);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    vac_cli_json_append_number (out, counts[i].name,
                                G_STRUCT_MEMBER (guint, measure, counts[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    append_figure (out, figures[i].name,
                   G_STRUCT_MEMBER (double, measure, figures[i].offset));
  vac_cli_json_append_name (out, "bulletShare");
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.3f", bullet_share));
  vac_cli_json_append_name (out, "rangeWidth");
  g_string_append (out, measure->range_width < 0
                            ? "null"
                            : g_ascii_formatd (text, sizeof text, "%.3f",
                                               measure->range_width / 1000.0));
  append_pages (out, file->document);
  append_words (out, "masculine", &masculine);
  append_words (out, "feminine", &feminine);
  vac_cli_json_append_text (out, "verdict", get_id (measure, measure->verdict));
  vac_cli_json_append_text (out, "verdictWithoutTrade",
                            get_id (measure, measure->verdict_without_trade));
  g_string_append (out, "\n  }");
}

static void
append_coded (GString     *out,
              const char  *indent,
              const char  *label,
              guint        count,
              char       **words)
{
  g_autofree char *list = g_strjoinv (", ", words);
  g_autofree char *visible = vac_quote_visible (list, "");

  g_string_append_printf (out, count > 0 ? "%s%s: %u (%s)\n" : "%s%s: %u\n", indent, label, count,
                          visible);
}

static void
append_side (GString     *out,
             const char  *label,
             const Coded *coded)
{
  append_coded (out, "", label, coded->count, coded->words);
  if (coded->of_trade > 0)
    append_coded (out, "  ", _("of these, terms of a trade"), coded->of_trade,
                  coded->trade_words);
}

static void
append_verdict (GString         *out,
                const char      *label,
                VacCodedVerdict  verdict)
{
  g_string_append_printf (out, "%s: %s\n", label, vac_coded_verdict_get_label (verdict));
}

static void
append_lines (GString          *out,
              const VacCliFile *file,
              const VacMeasure *measure)
{
  g_autofree char *name = vac_quote_visible (file->name, "");
  const Coded masculine = get_masculine (measure);
  const Coded feminine = get_feminine (measure);

  g_string_append_printf (out, "%s\n", name);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].label != NULL)
      g_string_append_printf (out, "%s: %u\n", _(counts[i].label),
                              G_STRUCT_MEMBER (guint, measure, counts[i].offset));
  g_string_append_printf (out, _("Share of the words in bullets: %d %%\n"),
                          (vac_measure_get_bullet_share (measure) + 5) / 10);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!isnan (G_STRUCT_MEMBER (double, measure, figures[i].offset)))
      g_string_append_printf (out, "%s: %.1f\n", _(figures[i].label),
                              G_STRUCT_MEMBER (double, measure, figures[i].offset));
  if (measure->range_width >= 0)
    g_string_append_printf (out, _("Width of the pay range: %.1f %% of its minimum\n"),
                            measure->range_width / 10.0);
  append_page_lines (out, file->document);
  if (isnan (measure->reading_ease))
    return;
  append_side (out, _("Words coded masculine"), &masculine);
  append_side (out, _("Words coded feminine"), &feminine);
  append_verdict (out, _("Verdict of the Gender Decoder"), measure->verdict);
  if (masculine.of_trade + feminine.of_trade > 0)
    append_verdict (out, _("The same without terms of a trade"), measure->verdict_without_trade);
}

typedef struct
{
  char   **files;
  gboolean json;
  GString *out;
  int      jobs;
  guint    n_unread;
} Run;

/* Returns: (nullable): what is written of a file; NULL when it cannot be read */
static gpointer
measure_cb (guint    index,
            gpointer user_data)
{
  const Run *run = user_data;
  g_autoptr (VacCliFile) file = vac_cli_file_open (run->files[index]);
  g_autoptr (VacMeasure) measure = file != NULL ? vac_measure_new (file->document) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (file == NULL)
    return NULL;
  if (run->json)
    append_object (out, file, measure);
  else
    append_lines (out, file, measure);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
take_cb (guint    index,
         gpointer result,
         gpointer user_data)
{
  Run *run = user_data;
  g_autofree char *written = result;

  if (written == NULL)
    run->n_unread++;
  else
    g_string_append_printf (run->out, "%s%s",
                            run->out->len == 0 ? "" : run->json ? ",\n" : "\n", written);
}

static int
run_measure (const VacVerb    *verb,
             const VacFormats *formats,
             char            **arguments)
{
  g_autofree char *format = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  Run run = { .out = out };
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &format, N_("text or json"), N_("FORMAT") },
    VAC_CLI_JOBS_ENTRY (&run.jobs),
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);

  if (words == NULL || !vac_cli_check_batch (verb, words, run.jobs) ||
      !vac_cli_check_format (verb, format))
    return VAC_CLI_MISUSED;

  run.files = words;
  run.json = format != NULL && g_str_equal (format, "json");
  vac_cli_batch (g_strv_length (words), run.jobs,
                 &(const VacInOrder) { .work = measure_cb, .take = take_cb }, &run);
  if (run.json)
    {
      g_string_prepend (out, out->len > 0 ? "[\n" : "[");
      g_string_append (out, out->len > 1 ? "\n]\n" : "]\n");
    }
  if (!vac_cli_print (out->str, out->len))
    return VAC_CLI_MISUSED;

  return vac_cli_sum_up (g_strv_length (words), run.n_unread, FALSE);
}

const VacVerb vac_cli_measure = {
  .name = "measure",
  .usage = N_("FILE…"),
  .summary = N_("Count the words of postings, and how easily they are read."),
  .details = N_("Paragraphs and bullets that candidates read are counted, headings are not; each "
                "bullet is one sentence at least. How far words are coded masculine or feminine "
                "is counted as the Gender Decoder does it; studies disagree on whether it matters. "
                "None of the figures is a mark. Where a few lines alone need one more page, it "
                "says what would spare it. With --to=json, an array of objects is printed."),
  .examples = "  vacancy-cli measure engineer.vacancy\n"
              "  vacancy-cli measure --to json *.vacancy\n",
  .formats = (const char *const[]) { "text", "json", NULL },
  .run = run_measure,
};
