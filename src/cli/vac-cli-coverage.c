/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-coverage"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-file.h"
#include "vac-cli-json.h"
#include "vac-cli.h"
#include "vac-coverage.h"
#include "vac-json.h"
#include "vac-quote.h"

static guint
count_gaps (VacCoverage *coverage)
{
  guint n = 0;

  for (guint i = 0; i < coverage->qualifications->len; i++)
    n += vac_coverage_count (coverage, coverage->qualifications->pdata[i]) == 0 ? 1 : 0;
  for (guint i = 0; i < coverage->means->len; i++)
    n += vac_coverage_count (coverage, coverage->means->pdata[i]) == 0 ? 1 : 0;

  return n;
}

static char *
dup_visible_name (VacDocument *document,
                  VacNode     *node)
{
  g_autofree char *name = vac_coverage_dup_name (document, node);

  return vac_quote_visible (name, "");
}

/* Means of one qualification: those that assess it, or those that may. */
static void
append_means (GString     *out,
              VacDocument *document,
              VacCoverage *coverage,
              guint        qualification,
              gboolean     offered)
{
  for (guint i = 0; i < coverage->means->len; i++)
    {
      VacNode *means = coverage->means->pdata[i];
      g_autofree char *name = NULL;

      if (offered ? !vac_coverage_is_offered (coverage, i, qualification)
                  : !vac_coverage_has (means, coverage->qualifications->pdata[qualification]))
        continue;
      name = dup_visible_name (document, means);
      g_string_append_printf (out, offered ? _("    perhaps: %s\n") : "    %s\n", name);
    }
}

static void
append_lines (GString          *out,
              const VacCliFile *file,
              VacCoverage      *coverage)
{
  g_autofree char *file_name = vac_quote_visible (file->name, "");
  gboolean first = TRUE;

  g_string_append_printf (out, "%s\n", file_name);
  for (guint i = 0; i < coverage->qualifications->len; i++)
    {
      VacNode *qualification = coverage->qualifications->pdata[i];
      g_autofree char *name = dup_visible_name (file->document, qualification);
      const gboolean gap = vac_coverage_count (coverage, qualification) == 0;

      g_string_append_printf (out, gap ? _("  %s: never assessed\n") : "  %s\n", name);
      append_means (out, file->document, coverage, i, FALSE);
      append_means (out, file->document, coverage, i, TRUE);
    }
  for (guint i = 0; i < coverage->means->len; i++)
    {
      VacNode *means = coverage->means->pdata[i];
      g_autofree char *name = NULL;

      if (vac_coverage_count (coverage, means) > 0)
        continue;
      if (first)
        g_string_append (out, _("Assessed, and never asked for:\n"));
      first = FALSE;
      name = dup_visible_name (file->document, means);
      g_string_append_printf (out, "  %s\n", name);
    }
}

/* Whether it is the first of a list, from now on it is not. */
static const char *
get_comma (gboolean *first)
{
  const char *comma = *first ? "" : ", ";

  *first = FALSE;
  return comma;
}

static void
append_node (GString     *out,
             VacDocument *document,
             VacNode     *node)
{
  g_autofree char *name = vac_coverage_dup_name (document, node);
  g_autofree char *path = vac_node_get_path (node);

  g_string_append (out, "{\"path\": ");
  vac_json_append_string (out, path);
  g_string_append (out, ", \"name\": ");
  vac_json_append_string (out, name);
}

static void
append_list (GString     *out,
             const char  *list,
             VacDocument *document,
             VacCoverage *coverage,
             guint        qualification,
             gboolean     offered)
{
  gboolean first = TRUE;

  g_string_append_printf (out, ", \"%s\": [", list);
  for (guint i = 0; i < coverage->means->len; i++)
    {
      VacNode *means = coverage->means->pdata[i];

      if (offered ? !vac_coverage_is_offered (coverage, i, qualification)
                  : !vac_coverage_has (means, coverage->qualifications->pdata[qualification]))
        continue;
      g_string_append (out, get_comma (&first));
      append_node (out, document, means);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_object (GString          *out,
               const VacCliFile *file,
               VacCoverage      *coverage)
{
  gboolean first = TRUE;

  g_string_append (out, "  {");
  vac_cli_json_append_text (out, "file", file->name);
  vac_cli_json_append_name (out, "qualifications");
  g_string_append_c (out, '[');
  for (guint i = 0; i < coverage->qualifications->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n      " : "\n      ");
      append_node (out, file->document, coverage->qualifications->pdata[i]);
      append_list (out, "assessedBy", file->document, coverage, i, FALSE);
      append_list (out, "offered", file->document, coverage, i, TRUE);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
  vac_cli_json_append_name (out, "notAskedFor");
  g_string_append_c (out, '[');
  for (guint i = 0; i < coverage->means->len; i++)
    if (vac_coverage_count (coverage, coverage->means->pdata[i]) == 0)
      {
        g_string_append (out, first ? "\n      " : ",\n      ");
        first = FALSE;
        append_node (out, file->document, coverage->means->pdata[i]);
        g_string_append_c (out, '}');
      }
  g_string_append (out, "]\n  }");
}

static int
run_coverage (const VacVerb    *verb,
              const VacFormats *formats,
              char            **arguments)
{
  g_autofree char *format = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  guint n_unread = 0, n_gaps = 0;
  gboolean json;

  if (words == NULL || !vac_cli_check_inputs (verb, words) ||
      !vac_cli_check_format (verb, format))
    return VAC_CLI_MISUSED;

  json = format != NULL && g_str_equal (format, "json");
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (VacCliFile) file = vac_cli_file_open (words[i]);
      g_autoptr (VacCoverage) coverage = file != NULL ? vac_coverage_new (file->document) : NULL;

      if (file == NULL)
        {
          n_unread++;
          continue;
        }
      g_string_append (out, out->len == 0 ? "" : json ? ",\n" : "\n");
      if (json)
        append_object (out, file, coverage);
      else
        append_lines (out, file, coverage);
      n_gaps += count_gaps (coverage);
    }
  if (json)
    {
      g_string_prepend (out, out->len > 0 ? "[\n" : "[");
      g_string_append (out, out->len > 1 ? "\n]\n" : "]\n");
    }
  if (!vac_cli_print (out->str, out->len))
    return VAC_CLI_MISUSED;

  return vac_cli_sum_up (g_strv_length (words), n_unread, n_gaps > 0);
}

const VacVerb vac_cli_coverage = {
  .name = "coverage",
  .usage = N_("FILE…"),
  .summary = N_("Show which qualifications the interviews assess."),
  .details = N_("Each required qualification is listed with the questions and criteria that assess "
                "it, and what is assessed without being asked for. “Perhaps” is a guess from words "
                "that two texts share; it is not in the file. With --to=json, an array of objects "
                "is printed. The exit status is 1 when something is missing on either side."),
  .examples = "  vacancy-cli coverage engineer.vacancy\n"
              "  vacancy-cli coverage --to json *.vacancy\n",
  .formats = (const char *const[]) { "text", "json", NULL },
  .run = run_coverage,
};
