/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-findings"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-findings.h"
#include "vac-cli-json.h"
#include "vac-cli.h"
#include "vac-json.h"
#include "vac-reader.h"

/* Prints findings for people and for programs. */

static void
tell (VacCliFile       *file,
      const VacFinding *finding)
{
  g_autofree char *path = vac_node_get_path (finding->node);
  static const char *const prefixes[VAC_N_SEVERITIES] = {
    [VAC_SEVERITY_LEGAL] = N_("Legal rule: "),
    [VAC_SEVERITY_WARNING] = N_("Warning: "),
    [VAC_SEVERITY_HINT] = N_("Hint: "),
  };
  const char *prefix = prefixes[finding->severity] != NULL ? _(prefixes[finding->severity]) : "";
  guint line, column;

  vac_cli_file_find (file, path, &line, &column);
  if (*path == '\0')
    vac_cli_tell ("%s:%u:%u: %s%s", file->name, line, column, prefix, finding->sentence);
  else
    vac_cli_tell ("%s:%u:%u: %s%s [%s]", file->name, line, column, prefix, finding->sentence, path);
}

/* In characters, as programs in other languages count: start and length then cut the text out of
 * the value, whether it is a part of it or the whole. What should be a picture is no text, and may
 * be megabytes. */
static void
append_place (GString          *out,
              const VacFinding *finding)
{
  const char *whole = vac_node_get_kind (finding->node) != VAC_KIND_PICTURE
                          ? vac_node_get_text (finding->node) : "";
  const gsize n_bytes = finding->length > 0 ? finding->length : strlen (whole);
  g_autofree char *path = vac_node_get_path (finding->node);
  g_autofree char *text = g_strndup (whole + finding->start, n_bytes);

  vac_cli_json_append_text (out, "path", path);
  vac_cli_json_append_number (out, "start", g_utf8_strlen (whole, (gssize) finding->start));
  vac_cli_json_append_number (out, "length", g_utf8_strlen (text, -1));
  vac_cli_json_append_text (out, "text", text);
}

static void
append_suggestions (GString          *out,
                    const VacFinding *finding)
{
  vac_cli_json_append_name (out, "suggestions");
  g_string_append_c (out, '[');
  for (guint i = 0; finding->suggestions != NULL && finding->suggestions[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      vac_json_append_string (out, finding->suggestions[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_object (GString          *out,
               VacCliFile       *file,
               const VacFinding *finding)
{
  g_string_append_c (out, '{');
  vac_cli_json_append_text (out, "file", file->name);
  vac_cli_json_append_text (out, "id", finding->id);
  vac_cli_json_append_text (out, "level", vac_severity_get_id (finding->severity));
  append_place (out, finding);
  vac_cli_json_append_text (out, "message", finding->sentence);
  append_suggestions (out, finding);
  vac_cli_json_append_text (out, "source", finding->source);
  vac_cli_json_append_text (out, "sourceAddress", finding->source_uri);
  vac_cli_json_append_text (out, "sourceDate", finding->source_date);
  g_string_append (out, "\n  }");
}

const VacCliReport vac_cli_report_json = { "[", "]\n", append_object };

/* An element of "results" of SARIF 2.1.0, which knows three levels. */
static void
append_result (GString          *out,
               VacCliFile       *file,
               const VacFinding *finding)
{
  static const char *const levels[VAC_N_SEVERITIES] = {
    [VAC_SEVERITY_ERROR] = "error",
    [VAC_SEVERITY_LEGAL] = "error",
    [VAC_SEVERITY_WARNING] = "warning",
    [VAC_SEVERITY_HINT] = "note",
  };
  g_autofree char *path = vac_node_get_path (finding->node);
  g_autofree char *uri = g_uri_escape_string (file->file != NULL ? file->name : "stdin",
                                              G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, TRUE);
  guint line, column;

  vac_cli_file_find (file, path, &line, &column);
  g_string_append_c (out, '{');
  vac_cli_json_append_text (out, "ruleId", finding->id);
  vac_cli_json_append_text (out, "level", levels[finding->severity]);
  vac_cli_json_append_name (out, "message");
  g_string_append (out, "{ \"text\": ");
  vac_json_append_string (out, finding->sentence);
  g_string_append (out, " }");
  vac_cli_json_append_name (out, "locations");
  g_string_append (out, "[{ \"physicalLocation\": { \"artifactLocation\": { \"uri\": ");
  vac_json_append_string (out, uri);
  g_string_append_printf (out, " }, \"region\": { \"startLine\": %u, \"startColumn\": %u } }, "
                               "\"logicalLocations\": [{ \"fullyQualifiedName\": ", line, column);
  vac_json_append_string (out, path);
  g_string_append (out, " }] }]");
  vac_cli_json_append_name (out, "properties");
  g_string_append_c (out, '{');
  vac_cli_json_append_text (out, "level", vac_severity_get_id (finding->severity));
  append_place (out, finding);
  append_suggestions (out, finding);
  vac_cli_json_append_text (out, "source", finding->source);
  vac_cli_json_append_text (out, "sourceAddress", finding->source_uri);
  vac_cli_json_append_text (out, "sourceDate", finding->source_date);
  g_string_append (out, "\n  } }");
}

const VacCliReport vac_cli_report_sarif = {
  "{\n\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
  "\"version\": \"2.1.0\",\n\"runs\": [{\n"
  "\"tool\": { \"driver\": { \"name\": \"vacancy-cli\", \"version\": \"" VAC_VERSION "\" } },\n"
  "\"columnKind\": \"unicodeCodePoints\",\n\"results\": [",
  "]\n}]\n}\n",
  append_result,
};

/*
 * vac_cli_findings_write:
 * @file: a file
 * @findings: (element-type VacFinding): what was found in its posting
 * @level: those that are less bad are left out
 * @report: (nullable): how to write them for other programs; %NULL to print them to standard error,
 *   with their places in the file
 * @out: (nullable): takes the elements of @report, with a comma before all but the first
 *
 * Returns: how many were written that are not hints
 */
guint
vac_cli_findings_write (VacCliFile         *file,
                        GPtrArray          *findings,
                        VacSeverity         level,
                        const VacCliReport *report,
                        GString            *out)
{
  guint n_written = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity > level)
        continue;
      if (report != NULL)
        {
          g_string_append (out, out->len > 0 ? ",\n  " : "\n  ");
          report->append (out, file, finding);
        }
      else
        tell (file, finding);
      n_written += finding->severity != VAC_SEVERITY_HINT;
    }

  return n_written;
}

/*
 * vac_cli_report_finish:
 * @self: how findings are written
 * @elements: what was written of them
 *
 * Returns: (transfer full): the whole output
 */
char *
vac_cli_report_finish (const VacCliReport *self,
                       GString            *elements)
{
  return g_strconcat (self->before, elements->str, elements->len > 0 ? "\n" : "", self->after,
                      NULL);
}
