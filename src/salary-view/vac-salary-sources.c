/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-sources"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-candidate-row.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-field-row.h"
#include "vac-record-list.h"
#include "vac-salary-sources.h"
#include "vac-scenario-form.h"
#include "vac-shrink.h"
#include "vac-zone-form.h"

/* The surveys behind a salary table, and what is made of their figures. */

/**
 * vac_salary_facts_fill:
 * @row: a row that opens
 * @document: the document
 *
 * Adds the rows of what always stands with the figures of its salary table to @row.
 */
void
vac_salary_facts_fill (AdwExpanderRow *row,
                       VacDocument    *document)
{
  static const VacRole roles[] = {
    VAC_ROLE_SALARIES_YEAR, VAC_ROLE_SALARIES_CURRENCY, VAC_ROLE_SALARIES_PERIOD,
    VAC_ROLE_SALARIES_SOURCE,
  };

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row) && VAC_IS_DOCUMENT (document));

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    adw_expander_row_add_row (row, vac_field_row_new (document,
                                                      vac_document_get (document, roles[i])));
}

static char *
describe_survey (VacDocument *document,
                 VacNode     *survey)
{
  const char *name = vac_node_get_member_text (survey, VAC_ROLE_SURVEY_NAME);
  const char *edition = vac_node_get_member_text (survey, VAC_ROLE_SURVEY_EDITION);

  if (*name == '\0')
    name = vac_node_get_member_text (survey, VAC_ROLE_SURVEY_ID);

  return *edition != '\0' ? g_strdup_printf ("%s, %s", name, edition) : g_strdup (name);
}

/* A part of the form that is folded until somebody opens it. */
static GtkWidget *
part_new (const char *title,
          GtkWidget  *content)
{
  GtkWidget *expander = gtk_expander_new (title);

  vac_let_shrink (expander);
  /* GTK 4.8 does not use an expander's label as its accessible name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_margin_top (content, 9);
  gtk_expander_set_child (GTK_EXPANDER (expander), content);
  vac_expander_hide_child (GTK_EXPANDER (expander));

  return expander;
}

static GtkWidget *
sources_new (VacDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *own = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (own),
                             vac_field_row_new (document,
                                                vac_document_get (document,
                                                                  VAC_ROLE_SALARIES_WEIGHT)));
  gtk_box_append (GTK_BOX (box),
                  vac_record_list_new (document, vac_document_get (document, VAC_ROLE_SURVEYS),
                                       vac_field_row_new, describe_survey));
  gtk_box_append (GTK_BOX (box), own);
  gtk_box_append (GTK_BOX (box),
                  vac_field_group_new (document, vac_document_get (document, VAC_ROLE_AGING)));
  gtk_box_append (GTK_BOX (box),
                  vac_field_group_new (document, vac_document_get (document, VAC_ROLE_RULE)));

  return part_new (_("Surveys and Range Rule"), box);
}

/**
 * vac_salary_sources_new:
 * @list: the salary table
 *
 * Returns: (transfer floating): the folded parts of the salary form: the surveys with their
 *   weights, the aging of their figures, and the rule that makes ranges of them; the pay zones; and
 *   the scenarios; above them a row
 *   for a candidate's figure
 */
GtkWidget *
vac_salary_sources_new (VacSalaryList *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *candidate = adw_preferences_group_new ();

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (candidate), vac_candidate_row_new (list));
  gtk_box_append (GTK_BOX (box), candidate);

  gtk_box_append (GTK_BOX (box), sources_new (vac_salary_list_get_document (list)));
  gtk_box_append (GTK_BOX (box), part_new (_("Pay Zones"), vac_zone_form_new (list)));
  gtk_box_append (GTK_BOX (box), part_new (_("Scenarios"), vac_scenario_form_new (list)));

  return box;
}
