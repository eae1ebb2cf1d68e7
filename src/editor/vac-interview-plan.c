/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-interview-plan"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-control-row.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-field-row.h"
#include "vac-interview-plan.h"
#include "vac-interview.h"
#include "vac-node-box.h"
#include "vac-record-header.h"

/* Who holds the interviews: name, focus, minutes, and which parts of the questions are theirs. Each
 * has a sheet of their own in the interview kit. */

#define ROWS_KEY "vac-rows"

static void
update_asked (AdwExpanderRow *row)
{
  VacNode *interviewer = vac_record_get_source (GTK_WIDGET (row));
  g_autoptr (GPtrArray) parts =
    vac_interview_list_parts (vac_record_get_document (GTK_WIDGET (row)));
  g_autoptr (GString) titles = g_string_new (NULL);

  if (vac_node_get_n_children (vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS)) == 0)
    g_string_append (titles, _("All questions"));
  else
    for (guint i = 0; i < parts->len; i++)
      if (vac_interview_asks (interviewer, parts->pdata[i]))
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                                vac_node_get_member_text (parts->pdata[i],
                                                          VAC_ROLE_SECTION_TITLE));
  adw_expander_row_set_subtitle (row, titles->str);
}

static void
on_document_changed_cb (VacDocument    *document,
                        VacNode        *node,
                        AdwExpanderRow *row)
{
  if (vac_node_get_role (node) == VAC_ROLE_SECTION_TITLE ||
      vac_node_get_ancestor (node, VAC_ROLE_INTERVIEW) != NULL)
    update_asked (row);
}

static GtkWidget *
part_row_new (VacDocument *document,
              VacNode     *interviewer,
              VacNode     *part)
{
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (
      vac_node_get_member_text (part, VAC_ROLE_SECTION_TITLE), &check);

  vac_binder_bind_element (document, vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS),
                           vac_node_get_member_text (part, VAC_ROLE_SECTION_ID),
                           GTK_CHECK_BUTTON (check));

  return row;
}

/* The questions may have got other parts since it was last opened. */
static void
fill_asked (AdwExpanderRow *row)
{
  VacDocument *document = vac_record_get_document (GTK_WIDGET (row));
  GPtrArray *rows = g_object_get_data (G_OBJECT (row), ROWS_KEY);
  g_autoptr (GPtrArray) parts = NULL;

  if (!adw_expander_row_get_expanded (row))
    return;
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (row, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
  parts = vac_interview_list_parts (document);
  for (guint i = 0; i < parts->len; i++)
    {
      GtkWidget *part = part_row_new (document, vac_record_get_source (GTK_WIDGET (row)),
                                      parts->pdata[i]);

      adw_expander_row_add_row (row, part);
      g_ptr_array_add (rows, part);
    }
}

static GtkWidget *
asked_row_new (VacDocument *document,
               VacNode     *interviewer)
{
  GtkWidget *row = adw_expander_row_new ();
  VacNode *asks = vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS);

  vac_record_remember (row, document, interviewer);
  g_object_set_data_full (G_OBJECT (row), ROWS_KEY, g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(vac_node_get_field (asks)->label));
  vac_editor_set_node (row, asks);
  vac_expander_prepare (row);
  vac_editor_describe (row, asks);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (fill_asked), NULL);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), row, 0);
  update_asked (ADW_EXPANDER_ROW (row));

  return row;
}

static GtkWidget *
create_interviewer (VacNode  *interviewer,
                    gpointer  user_data)
{
  VacDocument *document = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();
  static const VacRole roles[] = { VAC_ROLE_INTERVIEWER_FOCUS, VAC_ROLE_INTERVIEWER_MINUTES };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               vac_field_row_new (document, vac_node_get (interviewer, roles[i])));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asked_row_new (document, interviewer));
  gtk_box_append (GTK_BOX (box),
                  vac_record_header_new (document,
                                         vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_NAME)));
  gtk_box_append (GTK_BOX (box), group);

  return box;
}

/**
 * vac_interview_plan_new:
 * @document: the document
 *
 * Returns: (transfer floating): a widget that edits the interview plan of @document
 */
GtkWidget *
vac_interview_plan_new (VacDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  VacNode *plan = vac_document_get (document, VAC_ROLE_PLAN);
  GtkWidget *title = gtk_label_new (_(vac_node_get_field (plan)->label));
  GtkWidget *hint = gtk_label_new (_("Each interviewer gets a sheet of their own in the interview "
                                     "kit. Without a plan there is one sheet with all questions."));
  GtkWidget *interviewers = vac_node_box_new (plan, create_interviewer, document);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  vac_node_box_set_spacing (VAC_NODE_BOX (interviewers), 18);
  vac_editor_set_node (interviewers, plan);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), interviewers);
  gtk_box_append (GTK_BOX (box),
                  vac_record_add_button_new (document, plan, VAC_ROLE_INTERVIEWER_NAME, "",
                                             _("Add Interviewer")));

  return box;
}
