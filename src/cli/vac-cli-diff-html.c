/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-diff-html"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-diff.h"
#include "vac-export-html.h"
#include "vac-plain.h"
#include "vac-quote.h"

/* Differences as a page to be read, printed and signed. What was removed and added is told apart by
 * lines and signs, so that neither color nor the style itself is needed. */

static const char style[] =
  "ins, del { padding: 0 .15em; border-radius: 3px; }\n"
  "ins { background: #d9f2dd; color: #0b4a1c; text-decoration: underline; }\n"
  "del { background: #fbdedd; color: #7a1210; text-decoration: line-through; }\n"
  ".changes { list-style: none; padding: 0; }\n"
  ".changes li { padding: .3rem 0; border-bottom: 1px solid var(--rule); white-space: pre-line; }\n"
  ".label { color: var(--quiet); }\n"
  "@media (prefers-color-scheme: dark) {\n"
  "  ins { background: #123d1d; color: #c6f0cf; }\n"
  "  del { background: #4d1614; color: #ffd3d1; }\n"
  "}\n"
  "@media print {\n"
  "  ins, del { background: none; color: inherit; }\n"
  "}\n";

static void
append_text (GString    *out,
             const char *text,
             gssize      length)
{
  g_autofree char *part = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *visible = vac_quote_visible (part, "\n\t");

  vac_plain_escape (out, visible);
}

static void
append_marked (GString    *out,
               gboolean    added,
               const char *text,
               gssize      length)
{
  g_string_append (out, added ? "<ins>+" : "<del>−");
  append_text (out, text, length);
  g_string_append (out, added ? "</ins>" : "</del>");
}

static void
append_words (GString       *out,
              VacDifference *difference)
{
  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);

      if (span->kind == VAC_DIFF_KEPT)
        append_text (out, difference->text_b + span->start_b, (gssize) span->length_b);
      else if (span->kind == VAC_DIFF_REMOVED)
        append_marked (out, FALSE, difference->text_a + span->start_a, (gssize) span->length_a);
      else
        append_marked (out, TRUE, difference->text_b + span->start_b, (gssize) span->length_b);
      if (span->kind == VAC_DIFF_REMOVED && i + 1 < difference->spans->len &&
          span[1].kind == VAC_DIFF_ADDED)
        g_string_append_c (out, ' ');
    }
}

static void
append_values (GString       *out,
               VacDiff       *diff,
               VacDifference *difference)
{
  g_autofree char *before = vac_diff_get_before (diff, difference);
  g_autofree char *after = vac_diff_get_after (diff, difference);

  if (*before != '\0')
    append_marked (out, FALSE, before, -1);
  if (*before != '\0' && *after != '\0')
    g_string_append_c (out, ' ');
  if (*after != '\0')
    append_marked (out, TRUE, after, -1);
}

static void
append_element (GString     *out,
                VacDocument *document,
                VacNode     *element,
                gboolean     added)
{
  g_autoptr (GPtrArray) lines = vac_cli_diff_list_lines (document, element);

  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (out, i > 0 ? "<br>" : "");
      append_marked (out, added, g_ptr_array_index (lines, i), -1);
    }
}

static void
append_change (GString       *out,
               VacDiff       *diff,
               VacDifference *difference)
{
  g_autofree char *label = vac_diff_get_label (diff, difference);
  g_autofree char *message = vac_diff_get_message (diff, difference);

  if (*label != '\0')
    {
      g_string_append (out, "<span class=\"label\">");
      append_text (out, label, -1);
      g_string_append (out, ":</span> ");
    }
  if (vac_difference_has_words (difference))
    append_words (out, difference);
  else if (difference->kind == VAC_DIFFERENCE_CHANGED)
    append_values (out, diff, difference);
  else
    append_text (out, message, -1);
}

static void
append_difference (GString       *out,
                   VacDiff       *diff,
                   VacDifference *difference)
{
  g_string_append (out, "<li dir=\"auto\">");
  if (difference->kind == VAC_DIFFERENCE_INSERTED)
    append_element (out, vac_diff_get_b (diff), difference->b, TRUE);
  else if (difference->kind == VAC_DIFFERENCE_REMOVED)
    append_element (out, vac_diff_get_a (diff), difference->a, FALSE);
  else
    append_change (out, diff, difference);
  g_string_append (out, "</li>\n");
}

static void
append_differences (GString *out,
                    VacDiff *diff)
{
  GPtrArray *differences = vac_diff_get_differences (diff);
  VacNode *part = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);

      if (vac_diff_get_part (diff, difference) != part)
        {
          g_autofree char *heading = vac_diff_get_heading (diff, difference);

          g_string_append (out, i > 0 ? "</ul>\n<h2>" : "<h2>");
          append_text (out, heading, -1);
          g_string_append (out, "</h2>\n<ul class=\"changes\">\n");
          part = vac_diff_get_part (diff, difference);
        }
      append_difference (out, diff, difference);
    }
  if (differences->len > 0)
    g_string_append (out, "</ul>\n");
}

/*
 * vac_cli_diff_to_html:
 * @name_a: what the older file is called
 * @name_b: what the newer one is called
 *
 * Returns: (transfer full): a page by itself, in the language of the newer posting
 */
char *
vac_cli_diff_to_html (VacDiff    *diff,
                      const char *name_a,
                      const char *name_b)
{
  g_autoptr (GString) body = g_string_new ("<header>\n<h1>");
  g_autofree char *summary = vac_diff_summarize (diff);
  g_autofree char *title = g_strdup_printf (_("Changes from %s to %s"), name_a, name_b);

  append_text (body, title, -1);
  g_string_append (body, "</h1>\n<p>");
  append_text (body, summary, -1);
  g_string_append (body, "</p>\n</header>\n");
  append_differences (body, diff);

  return vac_export_html_page (vac_document_get_text (vac_diff_get_b (diff), VAC_ROLE_LANGUAGE),
                               title, style, body->str);
}
