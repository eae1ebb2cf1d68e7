/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-editor"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-comparison.h"
#include "vac-decimal-row.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-pay-market.h"
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
  GPtrArray         *works;      /* owned VacNode: the places of work to choose among; or NULL */
  GtkDropDown       *work;       /* borrowed from the popover, as are the others; or NULL */
  GtkDropDown       *rounding;
  GtkLabel          *question;
  GtkLabel          *remark;
  GtkCheckButton    *check;      /* or NULL */
} Use;

/* What pay by the year, or by less than it, is commonly rounded to; 0 for not at all. */
static const VacMoney yearly_steps[] = { 0, 500, 1000, 5000 };
static const VacMoney other_steps[] = { 0, 1, 5, 10 };

static void
use_free (gpointer data)
{
  Use *use = data;

  g_object_unref (use->document);
  g_object_unref (use->place);
  g_clear_pointer (&use->works, g_ptr_array_unref);
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

static VacMoney
get_step (Use   *use,
          guint  index)
{
  const gboolean yearly = vac_pay_market_read_period (use->document, VAC_ROLE_SALARIES_PERIOD) ==
                          VAC_PAY_PERIOD_YEAR;

  return (yearly ? yearly_steps[index] : other_steps[index]) * VAC_MONEY_ONE;
}

/* Returns: (nullable): the place of work whose pay it is; %NULL for the posting as a whole */
static VacNode *
get_work (Use *use)
{
  const guint chosen = use->work != NULL ? gtk_drop_down_get_selected (use->work) : 0;

  return chosen > 0 ? g_ptr_array_index (use->works, chosen - 1) : NULL;
}

static void
on_use_clicked_cb (GtkWidget *box,
                   GtkWidget *button)
{
  Use *use = g_object_get_data (G_OBJECT (box), "vac-use");
  GtkWidget *popover = gtk_widget_get_ancestor (box, GTK_TYPE_POPOVER);
  gboolean set_location = get_work (use) == NULL && use->check != NULL &&
                          gtk_check_button_get_active (use->check);

  vac_document_add_barrier (use->document);
  vac_salary_use_range_at (use->document, use->place, get_work (use),
                           get_step (use, gtk_drop_down_get_selected (use->rounding)),
                           set_location ? &use->location : NULL);
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

/* The range as it would be written, and whether it is wide. */
static void
update_use (GtkWidget *box)
{
  Use *use = g_object_get_data (G_OBJECT (box), "vac-use");
  g_autoptr (VacComparison) comparison = vac_comparison_new (use->document);
  g_autofree char *range = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *remark = NULL;
  VacNode *work = get_work (use);
  VacPayRange offer;

  if (!vac_salary_get_offer (use->document, use->place, &offer))
    return;
  offer = vac_salary_round (&offer, get_step (use, gtk_drop_down_get_selected (use->rounding)));
  range = vac_comparison_format_range (comparison, &offer);
  sentence =
    work == NULL
        /* Translators: %s is a pay range. */
        ? g_strdup_printf (_("Make %s the pay of this posting?"), range)
        /* Translators: a pay range and a place of work */
        : g_strdup_printf (_("Make %s the pay in %s?"), range,
                           vac_node_get_member_text (work, VAC_ROLE_LOCATION_CITY));
  remark = vac_pay_range_describe_width (&offer, vac_comparison_get_language (comparison));
  gtk_label_set_text (use->question, sentence);
  gtk_label_set_text (use->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (use->remark), remark != NULL);
  if (use->check != NULL)
    gtk_widget_set_visible (GTK_WIDGET (use->check), work == NULL);
}

static void
add_sentences (GtkWidget *box,
               Use       *use)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (use->document);
  VacNode *nodes[] = { use->place };

  use->question = GTK_LABEL (add_label (box, ""));
  gtk_widget_add_css_class (GTK_WIDGET (use->question), "heading");
  vac_comparison_keep_nodes (comparison, nodes, 1);
  if (vac_comparison_get_n_places (comparison) > 0 &&
      vac_comparison_get_place (comparison, 0)->zone != NULL)
    {
      /* Translators: the name of a pay zone, with its percentage */
      g_autofree char *zone = g_strdup_printf (
          _("Pay zone: %s"), vac_comparison_get_place (comparison, 0)->zone);

      add_label (box, zone);
    }
  if (vac_comparison_get_rule (comparison) != NULL)
    add_label (box, vac_comparison_get_rule (comparison));
}

static GtkDropDown *
add_drop_down (GtkWidget  *box,
               const char *title,
               char      **words,
               guint       selected)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings ((const char *const *) words);

  add_label (box, title);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (update_use), box,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), drop_down);

  return GTK_DROP_DOWN (drop_down);
}

/* The posting as a whole, or one of its places of work where there are several. */
static void
add_works (GtkWidget *box,
           Use       *use)
{
  VacNode *list = vac_document_get (use->document, VAC_ROLE_LOCATIONS);
  VacNode *own = vac_salary_find_own_pay (use->document,
                                          vac_node_get_member_text (use->place,
                                                                    VAC_ROLE_PLACE_NAME));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint selected = 0;

  use->works = g_ptr_array_new_with_free_func (g_object_unref);
  g_strv_builder_add (builder, _("The posting as a whole"));
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *work = vac_node_get_child (list, i);
      const char *city;

      if (vac_node_get_kind (work) != VAC_KIND_RECORD)
        continue;
      city = vac_node_get_member_text (work, VAC_ROLE_LOCATION_CITY);
      g_ptr_array_add (use->works, g_object_ref (work));
      g_strv_builder_add (builder, *city != '\0' ? city : C_("place", "Unnamed"));
      if (work == own)
        selected = use->works->len;
    }
  words = g_strv_builder_end (builder);
  if (use->works->len > 1)
    use->work = add_drop_down (box, _("Pay of"), words, selected);
}

static void
add_rounding (GtkWidget *box,
              Use       *use)
{
  const char *currency = vac_document_get_text (use->document, VAC_ROLE_SALARIES_CURRENCY);
  const char *language = vac_document_get_text (use->document, VAC_ROLE_LANGUAGE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (builder, C_("rounding", "Not rounded"));
  for (guint i = 1; i < G_N_ELEMENTS (yearly_steps); i++)
    {
      g_autofree char *amount = vac_money_format (get_step (use, i), currency, language);

      g_strv_builder_add (builder, amount);
    }
  words = g_strv_builder_end (builder);
  use->rounding = add_drop_down (box, _("Rounded to"), words, 0);
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
  add_works (box, use);
  add_rounding (box, use);
  use->remark = GTK_LABEL (add_label (box, ""));
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
  update_use (box);

  return box;
}
