/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-assessments"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-assessments.h"
#include "vac-coverage-grid.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-interview-plan.h"
#include "vac-node-box.h"
#include "vac-record-header.h"
#include "vac-record-list.h"
#include "vac-score.h"
#include "vac-shrink.h"

/* The assessments of a guide: criteria with what weak, good and strong evidence looks like, their
 * weights, and a way to rate a candidate by them. */

static char *
describe_criterion (VacDocument *document,
                    VacNode     *criterion)
{
  const char *title = vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE);

  return *title == '\0' ? g_strdup ("")
                        : g_strdup_printf ("%s (%u)", title, vac_score_get_weight (criterion));
}

static void
update_sum (GtkLabel *label)
{
  guint sum = vac_score_add_weights (vac_record_get_source (GTK_WIDGET (label)));
  g_autofree char *text = NULL;

  if (sum == VAC_SCORE_WHOLE_WEIGHT)
    {
      text = g_strdup (_("The weights add to 100."));
      gtk_widget_remove_css_class (GTK_WIDGET (label), "warning");
    }
  else
    {
      text = g_strdup_printf (_("The weights add to %u, not to 100."), sum);
      gtk_widget_add_css_class (GTK_WIDGET (label), "warning");
    }
  gtk_label_set_label (label, text);
}

static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        GtkLabel    *label)
{
  VacNode *assessment = vac_record_get_source (GTK_WIDGET (label));

  if (vac_node_get_ancestor (node, VAC_ROLE_ASSESSMENT) == assessment)
    update_sum (label);
}

static GtkWidget *
sum_new (VacDocument *document,
         VacNode     *assessment)
{
  GtkWidget *label = gtk_label_new (NULL);

  vac_record_remember (label, document, assessment);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  update_sum (GTK_LABEL (label));
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), label, 0);

  return label;
}

static GtkWidget *
create_assessment (VacNode  *assessment,
                   gpointer  user_data)
{
  VacDocument *document = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);

  gtk_box_append (GTK_BOX (box),
                  vac_record_header_new (document,
                                         vac_node_get (assessment, VAC_ROLE_ASSESSMENT_TITLE)));
  gtk_box_append (GTK_BOX (box),
                  vac_record_list_new (document, criteria, vac_field_row_new, describe_criterion));
  gtk_box_append (GTK_BOX (box), sum_new (document, assessment));

  return box;
}

/* The window does it, in a file that is none of the posting. */
static GtkWidget *
rate_button_new (void)
{
  GtkWidget *rate = gtk_button_new_with_mnemonic (_("_Rate a Candidate…"));

  vac_let_shrink (rate);
  gtk_widget_set_halign (rate, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (rate), "win.rate-candidate");

  return rate;
}

/**
 * vac_assessments_new:
 * @document: the document
 *
 * Returns: (transfer floating): a widget that edits the assessments of @document, the plan of its
 *   interviews, and what these assess
 */
GtkWidget *
vac_assessments_new (VacDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  VacNode *list = vac_document_get (document, VAC_ROLE_ASSESSMENTS);
  GtkWidget *assessments = vac_node_box_new (list, create_assessment, document);

  vac_record_remember (box, document, list);
  vac_node_box_set_spacing (VAC_NODE_BOX (assessments), 24);
  vac_editor_set_node (assessments, list);
  gtk_box_append (GTK_BOX (box), assessments);
  gtk_box_append (GTK_BOX (box),
                  vac_record_add_button_new (document, list, VAC_ROLE_ASSESSMENT_TITLE,
                                             _("New Assessment"), _("Add Assessment")));
  gtk_box_append (GTK_BOX (box), rate_button_new ());
  gtk_box_append (GTK_BOX (box), vac_interview_plan_new (document));
  gtk_box_append (GTK_BOX (box), vac_coverage_grid_new (document));

  return box;
}
