/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-editor"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-comparison.h"
#include "vac-decimal-row.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-place-editor.h"
#include "vac-record-list.h"
#include "vac-salary-edit.h"

/* What the popover on a row of the salary table holds: its form, and the use of its range. */

#define WIDTH  320
#define HEIGHT 520

static GtkWidget *
create_row (VacDocument *document,
            VacNode     *leaf)
{
  if (vac_node_get_role (leaf) == VAC_ROLE_PLACE_PRICE_INDEX)
    return vac_decimal_row_new (document, leaf, _("Cost of living index (nation = 100)"), 2);

  return vac_field_row_new (document, leaf);
}

static char *
describe_figure (VacDocument *document,
                 VacNode     *figure)
{
  return g_strdup (vac_node_get_member_text (figure, VAC_ROLE_FIGURE_SURVEY));
}

/**
 * vac_place_editor_new:
 * @document: the document
 * @place: a place in its salary table, or the national range
 *
 * Returns: (transfer floating): the form of @place, for a popover; what is typed is in the
 *   document at once
 */
GtkWidget *
vac_place_editor_new (VacDocument *document,
                      VacNode     *place)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GPtrArray) members = vac_editor_list_members (place);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, WIDTH, -1);
  for (guint i = 0; i < members->len; i++)
    {
      VacNode *leaf = g_ptr_array_index (members, i);

      if (vac_field_is_leaf (vac_node_get_field (leaf)))
        gtk_list_box_append (GTK_LIST_BOX (list), create_row (document, leaf));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Edit Place"), -1);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box),
                  vac_record_list_new (document, vac_node_get (place, VAC_ROLE_FIGURES),
                                       vac_field_row_new, describe_figure));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);

  return scrolled;
}

/* Using a range */

typedef struct
{
  VacDocument       *document;   /* owned */
  VacNode           *place;      /* owned */
  char              *city;       /* owned: what @location may point to */
  char              *region;     /* owned */
  VacSalaryLocation  location;
  GtkCheckButton    *check;      /* borrowed from the popover */
} Use;

static void
use_free (gpointer data)
{
  Use *use = data;

  g_object_unref (use->document);
  g_object_unref (use->place);
  g_free (use->city);
  g_free (use->region);
  g_free (use);
}

/* "Seattle-Tacoma-Bellevue, WA" is the official way to name an area; of others, the name is all
 * there is. A person confirms either. */
static void
read_location (Use        *use,
               const char *name)
{
  gsize length = strcspn (name, "-,/(");

  if (vac_salary_find_location (name, &use->location))
    return;
  use->city = g_strstrip (g_strndup (name, length));
  use->region = vac_salary_find_region (name);
  use->location = (VacSalaryLocation) { use->city, use->region != NULL ? use->region : "", "",
                                       FALSE };
}

static char *
describe_location (const VacSalaryLocation *location)
{
  g_autofree char *place = NULL;

  if (location->remote)
    return g_strdup (_("Set the workplace to remote as well"));
  place = g_strjoin (*location->region != '\0' ? ", " : "", location->city, location->region, NULL);

  return g_strdup_printf (_("Set the location to %s as well"), place);
}

static void
on_use_clicked_cb (GtkWidget *box,
                   GtkWidget *button)
{
  Use *use = g_object_get_data (G_OBJECT (box), "vac-use");
  GtkWidget *popover = gtk_widget_get_ancestor (box, GTK_TYPE_POPOVER);
  gboolean set_location = use->check != NULL && gtk_check_button_get_active (use->check);

  vac_salary_use_range (use->document, use->place, set_location ? &use->location : NULL);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_sentences (GtkWidget *box,
               Use       *use)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (use->document);
  g_autofree char *range = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *remark = NULL;
  VacNode *nodes[] = { use->place };
  VacPayRange offer;

  vac_comparison_keep_nodes (comparison, nodes, 1);
  if (vac_comparison_get_n_places (comparison) == 0 ||
      !vac_salary_get_offer (use->document, use->place, &offer))
    return;
  range = vac_comparison_format_range (comparison, &offer);
  /* Translators: %s is a pay range. */
  sentence = g_strdup_printf (_("Make %s the pay of this posting?"), range);
  gtk_widget_add_css_class (add_label (box, sentence), "heading");
  if (vac_comparison_get_rule (comparison) != NULL)
    add_label (box, vac_comparison_get_rule (comparison));
  remark = vac_pay_range_describe_width (&offer, vac_comparison_get_language (comparison));
  if (remark != NULL)
    add_label (box, remark);
}

/**
 * vac_use_range_new:
 * @document: the document
 * @place: a place in its salary table with a pay range
 *
 * Returns: (transfer floating): a question, for a popover: whether the place's range is to be the
 *   posting's, and whether the posting's location follows
 */
GtkWidget *
vac_use_range_new (VacDocument *document,
                   VacNode     *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Use Range"));
  Use *use = g_new0 (Use, 1);

  use->document = g_object_ref (document);
  use->place = g_object_ref (place);
  read_location (use, vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
  g_object_set_data_full (G_OBJECT (box), "vac-use", use, use_free);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  add_sentences (box, use);
  if ((use->location.remote || *use->location.city != '\0') &&
      !vac_salary_is_located (document, &use->location))
    {
      g_autofree char *label = describe_location (&use->location);

      use->check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (use->check));
    }
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Use Range"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_use_clicked_cb), box,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}
