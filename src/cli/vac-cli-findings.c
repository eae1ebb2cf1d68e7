/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-findings"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-findings.h"
#include "vac-cli.h"
#include "vac-finding.h"
#include "vac-json.h"
#include "vac-reader.h"

/* Prints findings for people and for programs. */

static void
tell (VacCliFile       *file,
      const VacFinding *finding)
{
  g_autofree char *path = vac_node_get_path (finding->node);
  const char *prefix = finding->severity == VAC_SEVERITY_WARNING ? _("Warning: ")
                       : finding->severity == VAC_SEVERITY_HINT ? _("Hint: ") : "";
  guint line, column;

  vac_read_position (file->bytes, path, &line, &column);
  if (*path == '\0')
    vac_cli_tell ("%s:%u:%u: %s%s", file->name, line, column, prefix, finding->sentence);
  else
    vac_cli_tell ("%s:%u:%u: %s%s [%s]", file->name, line, column, prefix, finding->sentence, path);
}

static void
append_number (GString    *out,
               const char *name,
               glong       number)
{
  g_string_append_printf (out, ",\n    \"%s\": %ld", name, number);
}

/* A string, or null. */
static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_string_append_printf (out, ",\n    \"%s\": ", name);
  if (text != NULL)
    vac_json_append_string (out, text);
  else
    g_string_append (out, "null");
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

  append_text (out, "path", path);
  append_number (out, "start", g_utf8_strlen (whole, (gssize) finding->start));
  append_number (out, "length", g_utf8_strlen (text, -1));
  append_text (out, "text", text);
}

static void
append_finding (GString          *out,
                const char       *file_name,
                const VacFinding *finding)
{
  g_string_append (out, out->len > 0 ? ",\n" : "");
  g_string_append (out, "  {\n    \"file\": ");
  vac_json_append_string (out, file_name);
  append_text (out, "id", finding->id);
  append_text (out, "level", vac_severity_get_id (finding->severity));
  append_place (out, finding);
  append_text (out, "message", finding->sentence);
  g_string_append (out, ",\n    \"suggestions\": [");
  if (finding->suggestion != NULL)
    vac_json_append_string (out, finding->suggestion);
  g_string_append_c (out, ']');
  append_text (out, "source", finding->source);
  g_string_append (out, "\n  }");
}

/*
 * vac_cli_findings_write:
 * @file: a file
 * @findings: (element-type VacFinding): what was found in its posting
 * @errors_only: whether to leave warnings and hints out
 * @json: (nullable): where to append an object for each finding, with a comma before all but the
 *   first; %NULL to print them to standard error, with their places in the file
 *
 * Returns: how many errors and warnings were written
 */
guint
vac_cli_findings_write (VacCliFile *file,
                        GPtrArray  *findings,
                        gboolean    errors_only,
                        GString    *json)
{
  guint n_written = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      if (errors_only && finding->severity != VAC_SEVERITY_ERROR)
        continue;
      if (json != NULL)
        append_finding (json, file->name, finding);
      else
        tell (file, finding);
      n_written += finding->severity != VAC_SEVERITY_HINT;
    }

  return n_written;
}
