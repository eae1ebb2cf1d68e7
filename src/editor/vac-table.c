/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-table"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-additions.h"
#include "vac-apply-dialog.h"
#include "vac-assessments.h"
#include "vac-binder.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-item-list.h"
#include "vac-node-box.h"
#include "vac-pay-group.h"
#include "vac-record-header.h"
#include "vac-record-list.h"
#include "vac-table.h"
#include "vac-text-area.h"

/* What a section has besides text and items: pay, variations, industries, assessments. */

static void
on_apply_clicked_cb (GtkWidget *button)
{
  vac_dialog_present (VAC_DIALOG (vac_apply_dialog_new (vac_record_get_document (button),
                                                        vac_record_get_source (button), button)));
}

static void
on_take_out_clicked_cb (GtkWidget *button)
{
  vac_dialog_present (VAC_DIALOG (vac_take_out_dialog_new (vac_record_get_document (button),
                                                           vac_record_get_source (button),
                                                           button)));
}

static void
update_take_out (GtkWidget *button)
{
  g_autoptr (GPtrArray) added = vac_additions_list_added (vac_record_get_document (button),
                                                          vac_record_get_source (button));

  gtk_widget_set_visible (button, added->len > 0);
}

/* Words that are typed change nothing here. */
static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        GtkWidget   *button)
{
  if (vac_node_get_kind (node) != VAC_KIND_PROSE)
    update_take_out (button);
}

/* What is done with a variation or an industry. */
static GtkWidget *
apply_buttons_new (VacDocument *document,
                   VacNode     *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *take_out = vac_record_button_new (document, source, _("Take Out…"), NULL,
                                               G_CALLBACK (on_take_out_clicked_cb));

  gtk_box_append (GTK_BOX (box), vac_record_button_new (document, source, _("Apply to Posting…"),
                                                        NULL, G_CALLBACK (on_apply_clicked_cb)));
  gtk_box_append (GTK_BOX (box), take_out);
  update_take_out (take_out);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), take_out, 0);

  return box;
}

/* An addition names its section by id; a person chooses it by its heading. */
static GtkWidget *
addition_row_new (VacDocument *document,
                  VacNode     *leaf)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GtkStringList) titles = NULL;
  GtkWidget *row;

  if (vac_node_get_role (leaf) != VAC_ROLE_ADDITION_SECTION)
    return vac_field_row_new (document, leaf);

  sections = vac_additions_list_sections (document);
  ids = g_ptr_array_new ();
  titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < sections->len; i++)
    {
      VacNode *section = g_ptr_array_index (sections, i);

      g_ptr_array_add (ids, (gpointer) vac_node_get_member_text (section, VAC_ROLE_SECTION_ID));
      gtk_string_list_append (titles, vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
    }
  g_ptr_array_add (ids, NULL);

  row = adw_combo_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(vac_node_get_field (leaf)->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  vac_binder_bind_ids (document, leaf, ADW_COMBO_ROW (row), (const char *const *) ids->pdata);
  vac_editor_describe (row, leaf);

  return row;
}

static char *
describe_addition (VacDocument *document,
                   VacNode     *addition)
{
  const char *text = vac_node_get_member_shown_text (addition, VAC_ROLE_ADDITION_TEXT);
  VacNode *section = vac_document_find_section (
      document, vac_node_get_member_text (addition, VAC_ROLE_ADDITION_SECTION));

  if (section == NULL || *text == '\0')
    return g_strdup (text);

  return g_strdup_printf ("%s: %s", vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE),
                          text);
}

static GtkWidget *
variation_new (VacDocument *document,
               VacNode     *variation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  VacNode *additions = vac_node_get (variation, VAC_ROLE_ADDITIONS);

  vac_editor_set_node (box, variation);
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      vac_field_row_new (document, vac_node_get (variation, VAC_ROLE_VARIATION_EMPHASIZE)));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      vac_field_row_new (document, vac_node_get (variation, VAC_ROLE_VARIATION_HIGHLIGHT)));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box),
                  vac_record_list_new (document, additions, addition_row_new, describe_addition));
  gtk_box_append (GTK_BOX (box), apply_buttons_new (document, variation));

  return box;
}

/* A variation is shown in the subsection that has its id. */
static VacNode *
find_variation (VacDocument *document,
                VacNode     *section)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_VARIATIONS);
  const char *id = vac_node_get_member_text (section, VAC_ROLE_SECTION_ID);

  for (guint i = 0; *id != '\0' && i < vac_node_get_n_children (list); i++)
    if (g_str_equal (vac_node_get_member_text (vac_node_get_child (list, i), VAC_ROLE_VARIATION_ID),
                     id))
      return vac_node_get_child (list, i);

  return NULL;
}

static GtkWidget *
create_industry (VacNode  *industry,
                 gpointer  user_data)
{
  VacDocument *document = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *group = adw_preferences_group_new ();
  VacNode *requirements = vac_node_get (industry, VAC_ROLE_INDUSTRY_REQUIREMENTS);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             vac_field_row_new (document,
                                                vac_node_get (industry, VAC_ROLE_INDUSTRY_ASPECT)));
  gtk_box_append (GTK_BOX (box),
                  vac_record_header_new (document,
                                         vac_node_get (industry, VAC_ROLE_INDUSTRY_TITLE)));
  gtk_box_append (GTK_BOX (box), vac_item_list_new (document, requirements));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), apply_buttons_new (document, industry));

  return box;
}

static GtkWidget *
industries_new (VacDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  VacNode *list = vac_document_get (document, VAC_ROLE_INDUSTRIES);
  GtkWidget *industries;

  vac_record_remember (box, document, list);
  industries = vac_node_box_new (list, create_industry, document);
  vac_editor_set_node (industries, list);
  gtk_box_append (GTK_BOX (box), industries);
  gtk_box_append (GTK_BOX (box), vac_record_add_button_new (document, list, VAC_ROLE_INDUSTRY_TITLE,
                                                           _("New Industry"), _("Add Industry")));

  return box;
}

/* Each part of a section with variations is one of them. */
static void
add_variation (VacDocument *document,
               VacNode     *subsection)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_VARIATIONS);
  g_autoptr (VacNode) variation =
    vac_node_new_record (vac_node_get_field (list)->element,
                         VAC_ROLE_VARIATION_ID,
                         vac_node_get_member_text (subsection, VAC_ROLE_SECTION_ID),
                         VAC_ROLE_VARIATION_TITLE,
                         vac_node_get_member_text (subsection, VAC_ROLE_SECTION_TITLE),
                         VAC_ROLE_NONE);

  vac_document_append (document, list, variation);
}

/* The tables that this layer edits: in the section itself, or in its parts. */
static const struct
{
  VacTableFactory create;
  void          (*add_part) (VacDocument *document,
                             VacNode     *subsection);
} tables[VAC_N_TABLES] = {
  [VAC_TABLE_PAY] = { .create = vac_pay_group_new },
  [VAC_TABLE_VARIATIONS] = { .add_part = add_variation },
  [VAC_TABLE_INDUSTRIES] = { .create = industries_new },
  [VAC_TABLE_ASSESSMENTS] = { .create = vac_assessments_new },
};

/**
 * vac_table_new:
 * @document: the document
 * @section: a section
 * @others: (nullable) (array length=VAC_N_TABLES): makes the widgets of a layer above, %NULL where
 *   that has none
 *
 * Returns: (transfer floating) (nullable): a widget that edits what @section shows besides text and
 *   items; %NULL when it shows nothing else
 */
GtkWidget *
vac_table_new (VacDocument           *document,
               VacNode               *section,
               const VacTableFactory *others)
{
  const VacTableKind kind = vac_table_kind_of_section (section);
  VacNode *variation = find_variation (document, section);

  if (variation != NULL)
    return variation_new (document, variation);
  if (tables[kind].create != NULL)
    return tables[kind].create (document);

  return others != NULL && others[kind] != NULL ? others[kind](document) : NULL;
}

/**
 * vac_table_add:
 * @document: the document
 * @section: a section
 * @subsection: what is about to become a part of it
 *
 * Adds what belongs to @subsection elsewhere in the document: in the section that shows the
 * variations, each part is one of them.
 */
void
vac_table_add (VacDocument *document,
               VacNode     *section,
               VacNode     *subsection)
{
  const VacTableKind kind = vac_table_kind_of_section (section);

  if (tables[kind].add_part != NULL)
    tables[kind].add_part (document, subsection);
}

/**
 * vac_table_copy_part:
 * @document: the document
 * @subsection: a section or subsection
 * @copy: a copy of it in @document, with an id of its own
 *
 * Copies what belongs to @subsection elsewhere in the document: the variation that it shows.
 */
void
vac_table_copy_part (VacDocument *document,
                     VacNode     *subsection,
                     VacNode     *copy)
{
  VacNode *variation = find_variation (document, subsection);
  g_autoptr (VacNode) other = variation != NULL ? vac_node_copy (variation) : NULL;

  if (other == NULL ||
      !vac_document_insert (document, vac_node_get_parent (variation),
                            vac_node_get_position (variation) + 1, other))
    return;
  vac_document_set_text (document, vac_node_get (other, VAC_ROLE_VARIATION_ID),
                         vac_node_get_member_text (copy, VAC_ROLE_SECTION_ID));
}
