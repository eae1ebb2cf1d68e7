/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-findings"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-dialog.h"
#include "vac-finding.h"
#include "vac-findings.h"
#include "vac-review.h"

/* What is wrong with a posting, as rows that lead to the place. */

/* Where a row leads. */
typedef struct
{
  GtkWindow       *parent;   /* borrowed: the dialog goes with it */
  VacShowSpanFunc  show;
  VacNode         *node;     /* owned */
  gsize            start;    /* in bytes of its text */
  gsize            length;
} Place;

static void
place_free (gpointer  data,
            GClosure *closure)
{
  Place *place = data;

  g_object_unref (place->node);
  g_free (place);
}

static void
on_finding_activated_cb (AdwActionRow *row,
                         gpointer      user_data)
{
  const Place *place = user_data;
  g_autoptr (VacNode) node = g_object_ref (place->node);
  g_autoptr (GtkWindow) parent = g_object_ref (place->parent);
  const gsize start = place->start, length = place->length;
  VacShowSpanFunc show = place->show;

  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))));
  show (parent, node, start, length);
}

static GtkWidget *
create_row (GtkWindow        *parent,
            VacShowSpanFunc   show,
            const VacFinding *finding)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
    const char *name;
  } looks[] = {
    [VAC_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_("Error") },
    [VAC_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_("Warning") },
    [VAC_SEVERITY_HINT] = { "dialog-information-symbolic", "accent", N_("Hint") },
  };
  const char *name = _(looks[finding->severity].name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[finding->severity].icon);
  Place *place;

  gtk_widget_add_css_class (icon, looks[finding->severity].css_class);
  gtk_widget_set_tooltip_text (icon, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  place = g_new0 (Place, 1);
  place->parent = parent;
  place->show = show;
  place->node = g_object_ref (finding->node);
  place->start = finding->start;
  place->length = finding->length;
  g_signal_connect_data (row, "activated", G_CALLBACK (on_finding_activated_cb), place,
                         place_free, 0);

  return row;
}

/* Returns: (nullable): a list of the findings of a group; %NULL when there are none */
static GtkWidget *
create_group (GtkWindow       *parent,
              VacShowSpanFunc  show,
              GPtrArray       *findings,
              VacFindingGroup  which)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      if (finding->group != which)
        continue;
      if (group == NULL)
        group = adw_preferences_group_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (parent, show, finding));
    }
  if (group != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                     vac_finding_group_get_label (which));

  return group;
}

/**
 * vac_findings_add_to:
 * @page: takes them, below what it has
 * @parent: the window of the posting
 * @document: the posting
 * @show: goes to a place in @parent
 *
 * Checks the posting and adds, under a heading for each group of findings, rows that lead to their
 * places.
 *
 * Returns: whether there were any
 */
gboolean
vac_findings_add_to (AdwPreferencesPage *page,
                     GtkWindow          *parent,
                     VacDocument        *document,
                     VacShowSpanFunc     show)
{
  g_autoptr (GPtrArray) findings = vac_review_check (document,
                                                     VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS);

  for (VacFindingGroup which = 0; which < VAC_N_FINDING_GROUPS; which++)
    {
      GtkWidget *group = create_group (parent, show, findings, which);

      if (group != NULL)
        adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    }

  return findings->len > 0;
}

static GtkWidget *
create_all_clear (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Ready to Publish"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Nothing is missing, and nothing is contradictory."));

  return page;
}

/**
 * vac_findings_show:
 * @parent: the window of the posting
 * @document: the posting
 * @show: goes to a place in @parent
 *
 * Checks the posting and shows what was found.
 */
void
vac_findings_show (GtkWindow       *parent,
                   VacDocument     *document,
                   VacShowSpanFunc  show)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (adw_preferences_page_new ());
  GtkWidget *page = vac_findings_add_to (ADW_PREFERENCES_PAGE (list), parent, document, show)
                    ? list : create_all_clear ();

  gtk_window_present (vac_dialog_new (parent, _("Check Posting"), page, 520, 560));
}
