/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-group"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-pay-market.h"
#include "vac-pair.h"
#include "vac-pay-group.h"
#include "vac-range-slider.h"
#include "vac-wording.h"

/**
 * VacPayGroup:
 *
 * The job's pay: its range in figures and as a slider over the range of a place of the salary
 * table, with a remark on where it lies, and the line that a candidate will read. Whatever else the
 * schema knows of pay follows.
 *
 * Which place the pay is compared with is a matter of the view and not in the document.
 */
struct _VacPayGroup
{
  AdwPreferencesGroup  parent_instance;

  /* Owned by the group */
  GtkWidget           *slider_row;
  VacRangeSlider      *slider;
  GtkLabel            *remark;
  AdwComboRow         *places;
  AdwActionRow        *obstacle;
  AdwActionRow        *warning;
  AdwActionRow        *line;

  /* Owned */
  VacDocument         *document;
  VacPayMarket        *market;
  VacNode             *chosen;    /* the place that somebody has chosen; or NULL */

  guint64              since;     /* the state before the handle was moved */
  guint64              reached;   /* the state that moving it has led to */
  gboolean             filling;   /* the list of places */
};

G_DEFINE_FINAL_TYPE (VacPayGroup, vac_pay_group, ADW_TYPE_PREFERENCES_GROUP)

static const VacRole end_roles[] = { VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM };

static const char *
explain_silence (VacNode  *pay,
                 gboolean  crossed)
{
  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    return _("Nothing: pay is not shown in the posting.");

  return crossed ? _("Nothing: the minimum is greater than the maximum.")
                 : _("Nothing yet: there is neither a minimum nor a maximum.");
}

static void
update_line (VacPayGroup *self)
{
  VacNode *pay = vac_document_get (self->document, VAC_ROLE_PAY);
  g_autofree char *line = vac_wording_pay_line (self->document);
  VacMoney minimum, maximum;
  gboolean crossed;

  crossed = vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &minimum) &&
            vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &maximum) && minimum > maximum;
  gtk_widget_set_visible (GTK_WIDGET (self->warning), crossed);
  adw_action_row_set_subtitle (self->line, line != NULL ? line : explain_silence (pay, crossed));
}

/* The place to compare with. There is one. */
static guint
find_place (VacPayGroup *self)
{
  guint index;

  if (vac_pay_market_find (self->market, self->chosen, &index))
    return index;

  return vac_pay_market_choose (self->market);
}

/* A handle whose end is missing stands at that of the band, to be taken from there. */
static void
show_end (VacPayGroup       *self,
          VacRangeEnd        end,
          const VacPayRange *band)
{
  const VacPayRange *posting = vac_pay_market_get_posting (self->market);
  const gboolean lower = end == VAC_RANGE_END_MINIMUM;
  const VacMoney own = lower ? posting->minimum : posting->maximum;
  const VacMoney other = lower ? posting->maximum : posting->minimum;
  VacMoney offered = lower ? band->minimum : band->maximum;
  g_autofree char *amount = vac_pay_market_format_amount (self->market, own);

  if (other > 0)
    offered = lower ? MIN (offered, other) : MAX (offered, other);
  vac_range_slider_set_value (self->slider, end, own > 0 ? own : offered, own > 0,
                              own > 0 ? amount : C_("amount", "Not set"));
}

static void
update_slider (VacPayGroup *self)
{
  const guint index = find_place (self);
  const VacPayRange *band = &vac_pay_market_get_place (self->market, index)->range;
  const VacPayMarketScale scale = vac_pay_market_get_scale (self->market, index);
  g_autofree char *remark = vac_pay_market_describe (self->market, index);
  g_autofree char *place = vac_pay_market_format_place (self->market, index);
  g_autofree char *minimum = vac_pay_market_format_amount (self->market, band->minimum);
  g_autofree char *maximum = vac_pay_market_format_amount (self->market, band->maximum);

  vac_range_slider_set_scale (self->slider, scale.lower, scale.upper, scale.step);
  vac_range_slider_set_mark (self->slider, VAC_RANGE_END_MINIMUM, band->minimum, minimum);
  vac_range_slider_set_mark (self->slider, VAC_RANGE_END_MAXIMUM, band->maximum, maximum);
  for (guint end = 0; end < VAC_N_RANGE_ENDS; end++)
    {
      show_end (self, end, band);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (vac_range_slider_get_handle (self->slider, end)),
          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
    }
  gtk_label_set_text (self->remark, remark != NULL ? remark : place);
}

static gboolean
has_names (GListModel *model,
           GPtrArray  *names)
{
  if (!GTK_IS_STRING_LIST (model) || g_list_model_get_n_items (model) != names->len - 1)
    return FALSE;
  for (guint i = 0; i + 1 < names->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                      g_ptr_array_index (names, i)))
      return FALSE;

  return TRUE;
}

static void
update_places (VacPayGroup *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < vac_pay_market_get_n_places (self->market); i++)
    g_ptr_array_add (names, vac_pay_market_name_place (self->market, i));
  g_ptr_array_add (names, NULL);

  self->filling = TRUE;
  if (!has_names (adw_combo_row_get_model (self->places), names))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names->pdata);

      adw_combo_row_set_model (self->places, G_LIST_MODEL (model));
    }
  adw_combo_row_set_selected (self->places, find_place (self));
  self->filling = FALSE;
}

static void
update (VacPayGroup *self)
{
  g_autofree char *obstacle = NULL;
  gboolean known;

  g_clear_pointer (&self->market, vac_pay_market_free);
  self->market = vac_pay_market_new (self->document);
  known = vac_pay_market_get_n_places (self->market) > 0;
  obstacle = vac_pay_market_explain (self->market);

  if (known)
    {
      update_places (self);
      update_slider (self);
    }
  gtk_widget_set_visible (self->slider_row, known);
  gtk_widget_set_visible (GTK_WIDGET (self->places), known);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), obstacle != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->obstacle),
                                 obstacle != NULL ? obstacle : "");
  update_line (self);
}

static void
on_document_changed_cb (VacPayGroup *self,
                        VacNode     *node)
{
  /* Places of work say which place of the salary table is compared with. */
  if (vac_node_get_ancestor (node, VAC_ROLE_PAY) != NULL ||
      vac_node_get_ancestor (node, VAC_ROLE_LOCATIONS) != NULL ||
      vac_node_get_ancestor (node, VAC_ROLE_SALARIES) != NULL ||
      vac_node_get_role (node) == VAC_ROLE_LANGUAGE)
    update (self);
  else if (vac_node_get_ancestor (node, VAC_ROLE_HOURS) != NULL ||
           vac_node_get_ancestor (node, VAC_ROLE_GRADES) != NULL)
    update_line (self);
}

static void
on_place_selected_cb (VacPayGroup *self)
{
  const VacPayMarketPlace *place =
    vac_pay_market_get_place (self->market, adw_combo_row_get_selected (self->places));

  if (self->filling || place == NULL)
    return;

  g_set_object (&self->chosen, place->node);
  update_slider (self);
}

/* What happens to a handle from now on is a step of its own. */
static void
begin_move (VacPayGroup *self)
{
  vac_document_add_barrier (self->document);
  self->since = self->reached = vac_document_get_state (self->document);
}

/* All moves of a handle in one drag, or in one visit by keyboard, are one step, unless something
 * else happens in between. */
static void
on_moved_cb (VacPayGroup *self,
             VacRangeEnd  end,
             VacMoney     value)
{
  if (vac_document_get_state (self->document) != self->reached)
    begin_move (self);
  vac_document_begin_step (self->document, _("Change Pay"));
  vac_document_set_money (self->document, vac_document_get (self->document, end_roles[end]), value);
  vac_document_end_step (self->document);
  vac_document_join_steps (self->document, self->since);
  self->reached = vac_document_get_state (self->document);
}

static void
vac_pay_group_dispose (GObject *object)
{
  VacPayGroup *self = VAC_PAY_GROUP (object);

  g_clear_pointer (&self->market, vac_pay_market_free);
  g_clear_object (&self->chosen);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_pay_group_parent_class)->dispose (object);
}

static void
vac_pay_group_class_init (VacPayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_pay_group_dispose;
}

static AdwActionRow *
row_new (const char *title,
         const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);

  return ADW_ACTION_ROW (row);
}

/* A row that holds what takes the focus by itself. */
static GtkWidget *
frame_new (GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "vac-frame");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);

  return row;
}

static void
create_slider (VacPayGroup *self)
{
  const char *names[] = { _("Minimum pay"), _("Maximum pay") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->slider = VAC_RANGE_SLIDER (vac_range_slider_new ());
  self->remark = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->remark, TRUE);
  gtk_label_set_xalign (self->remark, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "vac-remark");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->slider));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->remark));
  self->slider_row = frame_new (box);

  for (guint end = 0; end < VAC_N_RANGE_ENDS; end++)
    {
      GtkWidget *handle = vac_range_slider_get_handle (self->slider, end);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[end], -1);
      g_signal_connect_object (focus, "enter", G_CALLBACK (begin_move), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "leave", G_CALLBACK (begin_move), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (handle, focus);
    }
  g_signal_connect_object (self->slider, "grabbed", G_CALLBACK (begin_move), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slider, "moved", G_CALLBACK (on_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slider, "released", G_CALLBACK (begin_move), self,
                           G_CONNECT_SWAPPED);
}

static void
vac_pay_group_init (VacPayGroup *self)
{
  create_slider (self);
  self->places = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->places), _("Compared with"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->places), FALSE);
  adw_combo_row_set_use_subtitle (self->places, TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->places), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->places), "vac-code");
  g_signal_connect_object (self->places, "notify::selected", G_CALLBACK (on_place_selected_cb),
                           self, G_CONNECT_SWAPPED);
  self->obstacle = row_new ("", "dialog-information-symbolic");
  self->warning = row_new (_("The minimum is greater than the maximum."),
                           "dialog-warning-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->warning), "warning");
  self->line = row_new (_("Candidates read"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "vac-pay-line");
}

static GtkWidget *
pair_new (VacDocument *document,
          VacRole      first,
          VacRole      second)
{
  GtkWidget *pair = vac_pair_new (vac_field_row_new (document, vac_document_get (document, first)),
                                  vac_field_row_new (document,
                                                     vac_document_get (document, second)));

  return frame_new (pair);
}

static gboolean
is_in_a_pair (VacNode *member)
{
  switch (vac_node_get_role (member))
    {
    case VAC_ROLE_PAY_MINIMUM:
    case VAC_ROLE_PAY_MAXIMUM:
    case VAC_ROLE_PAY_CURRENCY:
    case VAC_ROLE_PAY_PERIOD:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_rows (VacPayGroup *self,
          VacNode     *pay)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  g_autoptr (GPtrArray) members = vac_editor_list_members (pay);

  adw_preferences_group_add (group, pair_new (self->document, VAC_ROLE_PAY_MINIMUM,
                                              VAC_ROLE_PAY_MAXIMUM));
  adw_preferences_group_add (group, pair_new (self->document, VAC_ROLE_PAY_CURRENCY,
                                              VAC_ROLE_PAY_PERIOD));
  adw_preferences_group_add (group, GTK_WIDGET (self->warning));
  adw_preferences_group_add (group, self->slider_row);
  adw_preferences_group_add (group, GTK_WIDGET (self->places));
  adw_preferences_group_add (group, GTK_WIDGET (self->obstacle));
  adw_preferences_group_add (group, GTK_WIDGET (self->line));
  for (guint i = 0; i < members->len; i++)
    {
      VacNode *member = g_ptr_array_index (members, i);

      if (vac_field_is_leaf (vac_node_get_field (member)) && !is_in_a_pair (member))
        adw_preferences_group_add (group, vac_field_row_new (self->document, member));
    }
}

/**
 * vac_pay_group_new:
 * @document: the document
 *
 * Returns: (transfer floating): a form for its pay
 */
GtkWidget *
vac_pay_group_new (VacDocument *document)
{
  VacPayGroup *self;
  VacNode *pay;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_PAY_GROUP, NULL);
  self->document = g_object_ref (document);
  pay = vac_document_get (document, VAC_ROLE_PAY);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   _(vac_node_get_field (pay)->label));
  vac_editor_set_node (GTK_WIDGET (self), pay);
  for (guint end = 0; end < VAC_N_RANGE_ENDS; end++)
    vac_editor_set_node (vac_range_slider_get_handle (self->slider, end),
                         vac_document_get (document, end_roles[end]));
  add_rows (self, pay);
  g_object_bind_property (document, "read-only", self->slider, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
