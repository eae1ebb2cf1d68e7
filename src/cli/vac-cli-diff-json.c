/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-diff-json"

#include "config.h"

#include "vac-cli-diff.h"
#include "vac-cli-json.h"
#include "vac-json.h"
#include "vac-writer.h"

/* Differences for programs. */

static const char *const kinds[] = {
  [VAC_DIFFERENCE_CHANGED] = "changed",
  [VAC_DIFFERENCE_INSERTED] = "inserted",
  [VAC_DIFFERENCE_REMOVED] = "removed",
  [VAC_DIFFERENCE_MOVED] = "moved",
  [VAC_DIFFERENCE_LAYOUT] = "layout",
};

static const char *const span_kinds[] = {
  [VAC_DIFF_KEPT] = "kept",
  [VAC_DIFF_REMOVED] = "removed",
  [VAC_DIFF_ADDED] = "added",
};

static void
append_path (GString    *out,
             const char *name,
             VacNode    *node)
{
  g_autofree char *path = node != NULL ? vac_node_get_path (node) : NULL;

  vac_cli_json_append_text (out, name, path);
}

static void
append_value (GString    *out,
              const char *name,
              VacNode    *node)
{
  g_autofree char *value = NULL;

  vac_cli_json_append_name (out, name);
  if (node == NULL || vac_node_is_empty (node))
    {
      g_string_append (out, "null");
      return;
    }
  value = vac_write_value (node);
  vac_json_append_reindented (out, value, 2);
}

/* What a picture is kept as says nothing about how it differs. */
static gboolean
is_picture (const VacDifference *difference)
{
  return difference->kind == VAC_DIFFERENCE_CHANGED &&
         vac_node_get_kind (difference->b) == VAC_KIND_PICTURE;
}

static void
append_values (GString       *out,
               VacDiff       *diff,
               VacDifference *difference)
{
  if (is_picture (difference))
    {
      g_autofree char *before = vac_diff_get_before (diff, difference);
      g_autofree char *after = vac_diff_get_after (diff, difference);

      vac_cli_json_append_text (out, "before", *before != '\0' ? before : NULL);
      vac_cli_json_append_text (out, "after", *after != '\0' ? after : NULL);
      return;
    }
  append_value (out, "before", difference->a);
  append_value (out, "after", difference->b);
}

static void
append_spans (GString       *out,
              VacDifference *difference)
{
  GArray *spans = is_picture (difference) ? NULL : difference->spans;

  vac_cli_json_append_name (out, "spans");
  g_string_append_c (out, '[');
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (spans, VacDiffSpan, i);
      const gboolean removed = span->kind == VAC_DIFF_REMOVED;
      g_autofree char *text = removed
                                  ? g_strndup (difference->text_a + span->start_a, span->length_a)
                                  : g_strndup (difference->text_b + span->start_b, span->length_b);

      g_string_append_printf (out, "%s\n      { \"kind\": \"%s\", \"text\": ", i > 0 ? "," : "",
                              span_kinds[span->kind]);
      vac_json_append_string (out, text);
      g_string_append (out, " }");
    }
  g_string_append (out, spans != NULL && spans->len > 0 ? "\n    ]" : "]");
}

static void
append_difference (GString       *out,
                   VacDiff       *diff,
                   VacDifference *difference)
{
  g_autofree char *heading = vac_diff_get_heading (diff, difference);
  g_autofree char *message = vac_diff_describe (diff, difference);

  g_string_append (out, "  {");
  vac_cli_json_append_text (out, "kind", kinds[difference->kind]);
  append_path (out, "path", difference->b);
  append_path (out, "oldPath", difference->a);
  vac_cli_json_append_text (out, "heading", heading);
  vac_cli_json_append_text (out, "message", message);
  append_values (out, diff, difference);
  append_spans (out, difference);
  g_string_append (out, "\n  }");
}

/*
 * vac_cli_diff_to_json:
 *
 * Returns: (transfer full): an array with an object for each difference
 */
char *
vac_cli_diff_to_json (VacDiff *diff)
{
  GPtrArray *differences = vac_diff_get_differences (diff);
  GString *out = g_string_new ("[");

  for (guint i = 0; i < differences->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_difference (out, diff, g_ptr_array_index (differences, i));
    }
  g_string_append (out, differences->len > 0 ? "\n]\n" : "]\n");

  return g_string_free (out, FALSE);
}
