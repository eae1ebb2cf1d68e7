/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-diff-text"

#include "config.h"

#include <string.h>

#include "vac-cli-diff.h"
#include "vac-quote.h"

/* Differences for people: sections as headings, words in brackets. */

/* As much of what stayed is shown around a change, in characters. */
#define CONTEXT 60

static void
append_visible (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *part = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *visible = NULL;

  g_strdelimit (part, "\n\t", ' ');
  visible = vac_quote_visible (part, "");
  g_string_append (out, visible);
}

static void
append_marked (GString    *out,
               const char *before,
               const char *text,
               gssize      length,
               const char *after)
{
  g_autofree char *part = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  const char *end = g_strchomp (part) + strlen (part);
  const char *rest = text + (end - part);

  g_string_append (out, before);
  append_visible (out, part, -1);
  g_string_append (out, after);
  append_visible (out, rest, length < 0 ? -1 : text + length - rest);
}

/* What stayed, or the ends of it that are next to what changed. */
static void
append_kept (GString    *out,
             const char *text,
             gsize       length,
             gboolean    first,
             gboolean    last)
{
  const glong n_characters = g_utf8_strlen (text, (gssize) length);
  const char *head = text + length, *tail = text + length;

  if (n_characters <= (first || last ? CONTEXT : 2 * CONTEXT))
    {
      append_visible (out, text, (gssize) length);
      return;
    }
  if (!first)
    head = g_utf8_offset_to_pointer (text, CONTEXT);
  if (!last)
    tail = g_utf8_offset_to_pointer (text, n_characters - CONTEXT);
  if (!first)
    append_visible (out, text, head - text);
  g_string_append (out, "…");
  if (!last)
    append_visible (out, tail, text + length - tail);
}

static void
append_words (GString       *out,
              VacDifference *difference)
{
  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);
      const char *a = difference->text_a + span->start_a;
      const char *b = difference->text_b + span->start_b;

      if (span->kind == VAC_DIFF_KEPT)
        append_kept (out, b, span->length_b, i == 0, i + 1 == difference->spans->len);
      else if (span->kind == VAC_DIFF_REMOVED)
        append_marked (out, "[-", a, (gssize) span->length_a, "-]");
      else
        append_marked (out, "{+", b, (gssize) span->length_b, "+}");
      if (span->kind == VAC_DIFF_REMOVED && i + 1 < difference->spans->len &&
          span[1].kind == VAC_DIFF_ADDED)
        g_string_append_c (out, ' ');
    }
}

static void
append_element (GString     *out,
                VacDocument *document,
                VacNode     *element,
                const char  *before,
                const char  *after)
{
  g_autoptr (GPtrArray) lines = vac_cli_diff_list_lines (document, element);

  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (out, "  ");
      append_marked (out, before, g_ptr_array_index (lines, i), -1, after);
      g_string_append_c (out, '\n');
    }
}

static void
append_change (GString       *out,
               VacDiff       *diff,
               VacDifference *difference)
{
  g_autofree char *label = vac_diff_get_label (diff, difference);
  g_autofree char *message = vac_diff_get_message (diff, difference);

  g_string_append (out, "  ");
  if (*label != '\0')
    {
      append_visible (out, label, -1);
      g_string_append (out, ": ");
    }
  if (vac_difference_has_words (difference))
    append_words (out, difference);
  else
    append_visible (out, message, -1);
  g_string_append_c (out, '\n');
}

static void
append_difference (GString       *out,
                   VacDiff       *diff,
                   VacDifference *difference)
{
  if (difference->kind == VAC_DIFFERENCE_INSERTED)
    append_element (out, vac_diff_get_b (diff), difference->b, "{+", "+}");
  else if (difference->kind == VAC_DIFFERENCE_REMOVED)
    append_element (out, vac_diff_get_a (diff), difference->a, "[-", "-]");
  else
    append_change (out, diff, difference);
}

/*
 * vac_cli_diff_to_text:
 *
 * Returns: (transfer full): the differences under the headings that they belong to, with what was
 *   removed in [-…-] and what was added in {+…+}; empty when there are none
 */
char *
vac_cli_diff_to_text (VacDiff *diff)
{
  GPtrArray *differences = vac_diff_get_differences (diff);
  GString *out = g_string_new (NULL);
  VacNode *part = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (differences, i);

      if (vac_diff_get_part (diff, difference) != part)
        {
          g_autofree char *heading = vac_diff_get_heading (diff, difference);

          g_string_append (out, i > 0 ? "\n" : "");
          append_visible (out, heading, -1);
          g_string_append_c (out, '\n');
          part = vac_diff_get_part (diff, difference);
        }
      append_difference (out, diff, difference);
    }

  return g_string_free (out, FALSE);
}
