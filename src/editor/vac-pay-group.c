/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-group"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-pay-group.h"
#include "vac-wording.h"

/**
 * VacPayGroup:
 *
 * The job's pay, and below it the line that a candidate will read.
 */
struct _VacPayGroup
{
  AdwPreferencesGroup  parent_instance;

  /* Owned by the group */
  AdwActionRow        *warning;
  AdwActionRow        *line;

  /* Owned */
  VacDocument         *document;
};

G_DEFINE_FINAL_TYPE (VacPayGroup, vac_pay_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
explain_silence (VacNode *pay,
                 gboolean crossed)
{
  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    return _("Nothing: pay is not shown in the posting.");

  return crossed ? _("Nothing: the minimum is greater than the maximum.")
                 : _("Nothing yet: there is neither a minimum nor a maximum.");
}

static void
update (VacPayGroup *self)
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

static void
on_document_changed_cb (VacPayGroup *self,
                        VacNode     *node)
{
  if (vac_node_get_ancestor (node, VAC_ROLE_PAY) != NULL ||
      vac_node_get_role (node) == VAC_ROLE_LANGUAGE)
    update (self);
}

static AdwActionRow *
row_new (const char *title,
         const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);

  return ADW_ACTION_ROW (row);
}

static void
vac_pay_group_dispose (GObject *object)
{
  g_clear_object (&VAC_PAY_GROUP (object)->document);

  G_OBJECT_CLASS (vac_pay_group_parent_class)->dispose (object);
}

static void
vac_pay_group_class_init (VacPayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_pay_group_dispose;
}

static void
vac_pay_group_init (VacPayGroup *self)
{
  self->warning = row_new (_("The minimum is greater than the maximum."),
                           "dialog-warning-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->warning), "warning");
  self->line = row_new (_("Candidates read"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "vac-pay-line");
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
  AdwPreferencesGroup *group;
  VacNode *pay;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_PAY_GROUP, NULL);
  self->document = g_object_ref (document);
  pay = vac_document_get (document, VAC_ROLE_PAY);
  group = ADW_PREFERENCES_GROUP (self);
  vac_field_group_fill (group, document, pay);
  adw_preferences_group_add (group, GTK_WIDGET (self->warning));
  adw_preferences_group_add (group, GTK_WIDGET (self->line));
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
