/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sidebar-progress"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-audience.h"
#include "vac-editor.h"
#include "vac-sidebar-private.h"

/* How far the posting has come. What is for candidates counts; what is for the team has marks, but
 * nobody waits for it. */

static gboolean
is_counted (VacSidebarRow *row)
{
  VacNode *part = vac_sidebar_row_get_node (row);

  return vac_sidebar_row_get_progress (row) != VAC_PROGRESS_NONE &&
         (vac_node_get_role (part) == VAC_ROLE_JOB ||
          vac_audience_of_section (part) == VAC_AUDIENCE_CANDIDATE);
}

static void
count (VacSidebar *self,
       guint      *n_parts,
       guint      *n_reviewed)
{
  GHashTableIter iter;
  gpointer row;

  *n_parts = *n_reviewed = 0;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (is_counted (row))
      {
        const VacProgress progress = vac_sidebar_row_get_progress (row);

        ++*n_parts;
        *n_reviewed += progress == VAC_PROGRESS_CLEAN || progress == VAC_PROGRESS_MARKED;
      }
}

/**
 * vac_sidebar_update_progress:
 * @self: a sidebar whose rows have changed
 *
 * Shows how many parts have been reviewed, once that is known.
 */
void
vac_sidebar_update_progress (VacSidebar *self)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  guint n_parts, n_reviewed;

  if (!gtk_widget_get_visible (self->progress_button))
    return;

  count (self, &n_parts, &n_reviewed);
  /* Translators: how many parts of a posting have been reviewed, and how many there are */
  label = g_strdup_printf (ngettext ("%u of %u reviewed", "%u of %u reviewed", n_parts), n_reviewed,
                           n_parts);
  /* Translators: “9 of 14 reviewed”, then what the button does */
  name = g_strdup_printf (_("%s. Check the posting"), label);
  gtk_label_set_text (self->progress_label, label);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 n_parts > 0 ? (double) n_reviewed / n_parts : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * vac_sidebar_get_progress:
 * @self: a sidebar
 * @part: what has an entry in it
 *
 * Returns: what the entry shows
 */
VacProgress
vac_sidebar_get_progress (VacSidebar *self,
                          VacNode    *part)
{
  VacSidebarRow *row = g_hash_table_lookup (self->rows, part);

  return row != NULL ? vac_sidebar_row_get_progress (row) : VAC_PROGRESS_NONE;
}

/**
 * vac_sidebar_show_progress:
 * @self: a sidebar
 * @func: says how far a part has come, as of now
 * @user_data: for @func
 *
 * Marks every entry with what @func says of it, until it is called again.
 */
void
vac_sidebar_show_progress (VacSidebar      *self,
                           VacProgressFunc  func,
                           gpointer         user_data)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (VAC_IS_SIDEBAR (self) && func != NULL);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      const char *reason = NULL;
      const VacProgress progress = func (vac_sidebar_row_get_node (row), &reason, user_data);

      vac_sidebar_row_set_progress (row, progress, reason);
    }
  gtk_widget_set_visible (self->progress_button, TRUE);
  vac_sidebar_update_progress (self);
  vac_sidebar_update_actions (self);
}
