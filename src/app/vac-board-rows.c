/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-board-rows"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-board-facts.h"
#include "vac-board-rows.h"
#include "vac-severity-look.h"

/* How long a posting is for the places that it goes to, as rows of a dialog. */

static GtkWidget *
create_row (const VacBoardFact *fact)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = gtk_label_new (fact->value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fact->remark);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (!fact->fits)
    {
      GtkWidget *icon = gtk_image_new ();

      vac_severity_show (VAC_SEVERITY_WARNING, GTK_IMAGE (icon));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);

  return row;
}

/**
 * vac_board_rows_new:
 * @document: a posting
 *
 * Returns: (transfer floating): a group with a row for each place, which says whether the posting
 *   fits there
 */
GtkWidget *
vac_board_rows_new (VacDocument *document)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (GPtrArray) facts = NULL;
  VacBoardLength lengths[VAC_N_BOARDS];

  vac_board_count_lengths (outline, lengths);
  facts = vac_board_facts_new (lengths);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Length"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Counted as each place counts that postings go to."));
  for (guint i = 0; i < facts->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (g_ptr_array_index (facts, i)));

  return group;
}
