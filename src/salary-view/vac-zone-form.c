/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-zone-form"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-item-list.h"
#include "vac-node-box.h"
#include "vac-pay-zone.h"
#include "vac-record-header.h"
#include "vac-record-list.h"
#include "vac-text-label.h"
#include "vac-typed.h"
#include "vac-zone-form.h"

/* The pay zones of a salary table: their names, why they are, their places and differentials, and
 * what is wrong with them. */

#define LIST_KEY "vac-salary-list"

static char *
describe_step (VacDocument *document,
               VacNode     *step)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autofree char *percent = NULL;
  g_autofree char *amount = NULL;
  VacMoney number, up_to = 0;

  if (!vac_node_get_member_money (step, VAC_ROLE_ZONE_STEP_PERCENT, &number))
    return g_strdup ("");
  percent = vac_money_format_exact_percent (number, language);
  if (!vac_node_get_member_money (step, VAC_ROLE_ZONE_STEP_UP_TO, &up_to) || up_to <= 0)
    return g_steal_pointer (&percent);
  amount = vac_money_format (up_to, vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY),
                             language);

  /* Translators: an amount and a percentage: "Up to $100,000: 110%" */
  return g_strdup_printf (_("Up to %s: %s"), amount, percent);
}

static gboolean
has_place (VacNode    *places,
           const char *name)
{
  g_autofree char *folded = vac_typed_fold (name);

  for (guint i = 0; i < vac_node_get_n_children (places); i++)
    if (vac_typed_equal (folded, vac_node_get_text (vac_node_get_child (places, i))))
      return TRUE;

  return FALSE;
}

/* One step to undo; a place that is there already is not added again. */
static void
on_add_checked_clicked_cb (GtkWidget *button)
{
  VacSalaryList *list = g_object_get_data (G_OBJECT (button), LIST_KEY);
  VacDocument *document = vac_record_get_document (button);
  VacNode *places = vac_record_get_source (button);
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (list);

  vac_document_begin_step (document, _("Add Places to Pay Zone"));
  for (guint i = 0; i < nodes->len; i++)
    {
      const char *name = vac_node_get_member_text (g_ptr_array_index (nodes, i),
                                                   VAC_ROLE_PLACE_NAME);
      g_autoptr (VacNode) place = vac_node_new (vac_node_get_field (places)->element);

      if (*name != '\0' && !has_place (places, name) &&
          vac_document_append (document, places, place))
        vac_document_set_text (document, place, name);
    }
  vac_document_end_step (document);
}

static void
update_add_checked (GtkWidget *button)
{
  VacSalaryList *list = g_object_get_data (G_OBJECT (button), LIST_KEY);
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (list);

  gtk_widget_set_sensitive (button, nodes->len > 0 && !vac_document_get_read_only (
                                                          vac_record_get_document (button)));
  gtk_widget_set_tooltip_text (button, nodes->len > 0
                                           ? NULL
                                           : _("Check places in the table to add them here"));
}

static GtkWidget *
add_checked_button_new (VacSalaryList *list,
                        VacNode       *places)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add Checked Places"));

  vac_record_remember (button, vac_salary_list_get_document (list), places);
  g_object_set_data (G_OBJECT (button), LIST_KEY, list);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_add_checked_clicked_cb), NULL);
  g_signal_connect_object (list, "updated", G_CALLBACK (update_add_checked), button,
                           G_CONNECT_SWAPPED);
  update_add_checked (button);

  return button;
}

static GtkWidget *
create_zone (VacNode  *zone,
             gpointer  user_data)
{
  VacSalaryList *list = user_data;
  VacDocument *document = vac_salary_list_get_document (list);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *group = adw_preferences_group_new ();
  VacNode *places = vac_node_get (zone, VAC_ROLE_ZONE_PLACES);
  GtkWidget *title = gtk_label_new (_(vac_node_get_field (places)->label));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      vac_field_row_new (document, vac_node_get (zone, VAC_ROLE_ZONE_EXPLANATION)));
  gtk_box_append (GTK_BOX (box),
                  vac_record_header_new (document, vac_node_get (zone, VAC_ROLE_ZONE_NAME)));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), vac_item_list_new (document, places));
  gtk_box_append (GTK_BOX (box), add_checked_button_new (list, places));
  gtk_box_append (GTK_BOX (box),
                  vac_record_list_new (document, vac_node_get (zone, VAC_ROLE_ZONE_STEPS),
                                       vac_field_row_new, describe_step));

  return box;
}

static void
update_remarks (GtkLabel *label)
{
  VacSalaryList *list = g_object_get_data (G_OBJECT (label), LIST_KEY);
  g_autoptr (VacPayZones) zones = vac_pay_zones_new (vac_salary_list_get_document (list));
  g_auto (GStrv) remarks = vac_pay_zones_list_remarks (zones);
  g_autofree char *text = g_strjoinv ("\n", remarks);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static GtkWidget *
remarks_new (VacSalaryList *list)
{
  GtkWidget *label = vac_text_label_new (NULL);

  g_object_set_data (G_OBJECT (label), LIST_KEY, list);
  gtk_widget_add_css_class (label, "warning");
  g_signal_connect_object (list, "updated", G_CALLBACK (update_remarks), label,
                           G_CONNECT_SWAPPED);
  update_remarks (GTK_LABEL (label));

  return label;
}

/**
 * vac_zone_form_new:
 * @list: the salary table
 *
 * Returns: (transfer floating): the form of its pay zones
 */
GtkWidget *
vac_zone_form_new (VacSalaryList *list)
{
  VacDocument *document;
  VacNode *zones;
  GtkWidget *box, *base, *entries;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  document = vac_salary_list_get_document (list);
  zones = vac_document_get (document, VAC_ROLE_ZONES);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_object_set_data_full (G_OBJECT (box), LIST_KEY, g_object_ref (list), g_object_unref);
  base = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (base),
                             vac_field_row_new (document, vac_document_get (document,
                                                                            VAC_ROLE_ZONE_BASE)));
  entries = vac_node_box_new (zones, create_zone, list);
  vac_node_box_set_spacing (VAC_NODE_BOX (entries), 24);
  vac_editor_set_node (entries, zones);
  gtk_box_append (GTK_BOX (box), remarks_new (list));
  gtk_box_append (GTK_BOX (box), base);
  gtk_box_append (GTK_BOX (box), entries);
  gtk_box_append (GTK_BOX (box),
                  vac_record_add_button_new (document, zones, VAC_ROLE_ZONE_NAME,
                                             _("New Pay Zone"), _("Add Pay Zone")));

  return box;
}
