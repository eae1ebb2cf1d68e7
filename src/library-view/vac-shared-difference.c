/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-difference"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-diff.h"
#include "vac-shared-difference.h"
#include "vac-text-label.h"

/* What becomes of a text word by word: what goes is struck out, what comes is underlined. */

static void
append_marked (GString    *markup,
               const char *text,
               gsize       length,
               const char *tag)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *escaped = g_markup_escape_text (part, -1);

  if (*escaped != '\0')
    g_string_append_printf (markup, tag != NULL ? "<%s>%s</%s>" : "%s%s%s", tag != NULL ? tag : "",
                            escaped, tag != NULL ? tag : "");
}

static void
append_words (GString             *markup,
              const VacDifference *difference)
{
  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);

      if (span->kind == VAC_DIFF_REMOVED)
        append_marked (markup, difference->text_a + span->start_a, span->length_a, "s");
      else
        append_marked (markup, difference->text_b + span->start_b, span->length_b,
                       span->kind == VAC_DIFF_ADDED ? "u" : NULL);
    }
}

static void
append_difference (GString       *markup,
                   VacDiff       *diff,
                   VacDifference *difference)
{
  g_autofree char *before = vac_diff_get_before (diff, difference);
  g_autofree char *after = vac_diff_get_after (diff, difference);

  if (markup->len > 0)
    g_string_append (markup, "\n\n");
  if (difference->spans != NULL && vac_difference_has_words (difference))
    {
      append_words (markup, difference);
      return;
    }
  if (before != NULL)
    append_marked (markup, before, strlen (before), "s");
  if (before != NULL && after != NULL && *before != '\0' && *after != '\0')
    g_string_append_c (markup, ' ');
  if (after != NULL)
    append_marked (markup, after, strlen (after), "u");
}

/* Only the section is the text; title and version are what it is called. */
static gboolean
is_in_text (VacDifference *difference)
{
  VacNode *node = difference->a != NULL ? difference->a : difference->b;

  return node != NULL && vac_node_get_ancestor (node, VAC_ROLE_SECTION) != NULL &&
         vac_node_get_role (node) != VAC_ROLE_SECTION_ADVICE &&
         vac_node_get_role (node) != VAC_ROLE_SECTION_AUDIENCE &&
         vac_node_get_role (node) != VAC_ROLE_SECTION_ID;
}

/**
 * vac_shared_difference_new:
 * @before: a shared text
 * @after: the same in another version
 *
 * Returns: (transfer floating): a widget that shows what is otherwise in @after
 */
GtkWidget *
vac_shared_difference_new (VacDocument *before,
                           VacDocument *after)
{
  g_autoptr (VacDiff) diff = NULL;
  g_autoptr (GString) markup = g_string_new (NULL);
  GPtrArray *differences;
  GtkWidget *label, *window;

  g_return_val_if_fail (VAC_IS_DOCUMENT (before) && VAC_IS_DOCUMENT (after), NULL);

  diff = vac_diff_new (before, after);
  differences = vac_diff_get_differences (diff);
  for (guint i = 0; i < differences->len; i++)
    if (is_in_text (g_ptr_array_index (differences, i)))
      append_difference (markup, diff, g_ptr_array_index (differences, i));

  label = vac_text_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), markup->len > 0 ? markup->str
                                                           : _("They say the same."));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), label);

  return window;
}
