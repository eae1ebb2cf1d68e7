/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-copy"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-review-copy.h"
#include "vac-review-item.h"
#include "vac-severity-look.h"

/* The list of findings as text, for an email to whoever is to mend them. */

static void
append_finding (GString       *text,
                VacReviewItem *item)
{
  const VacFinding *finding = vac_review_item_get_finding (item);
  g_autofree char *described = vac_review_item_describe (item);

  g_string_append_printf (text, "• %s\n", described);
  if (finding->source != NULL && finding->source_uri != NULL)
    g_string_append_printf (text, "  %s <%s>\n", finding->source, finding->source_uri);
  else if (finding->source != NULL)
    g_string_append_printf (text, "  %s\n", finding->source);
}

/**
 * vac_review_copy_to_text:
 * @rows: a list of #VacReviewItem
 *
 * Returns: (transfer full): its headings and findings, as lines of text
 */
char *
vac_review_copy_to_text (GListModel *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_legal = FALSE;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VacReviewItem) item = g_list_model_get_item (rows, i);
      const VacFinding *finding = vac_review_item_get_finding (item);

      if (finding == NULL)
        {
          g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "",
                                  vac_review_item_get_title (item));
          continue;
        }
      append_finding (text, item);
      is_legal = is_legal || vac_review_item_is_legal (item);
    }
  if (is_legal)
    g_string_append_printf (text, "\n%s\n", _("This is not legal advice."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
