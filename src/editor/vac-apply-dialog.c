/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-apply-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-additions.h"
#include "vac-apply-dialog.h"

/**
 * VacApplyDialog:
 *
 * Shows what a variation or an industry would add to the posting and where, and adds what is
 * checked, as one step.
 */
struct _VacApplyDialog
{
  AdwWindow             parent_instance;

  /* Template widgets */
  AdwWindowTitle       *window_title;
  GtkWidget            *target_group;
  AdwComboRow          *target_row;
  AdwPreferencesGroup  *group;
  GtkWidget            *empty_label;
  GtkWidget            *apply_button;

  /* Owned */
  VacDocument          *document;
  VacNode              *source;
  GtkWidget            *parent;
  GPtrArray            *sections;    /* what the target row stands for */
  GPtrArray            *additions;
  GPtrArray            *rows;        /* borrowed by the group */
};

G_DEFINE_FINAL_TYPE (VacApplyDialog, vac_apply_dialog, ADW_TYPE_WINDOW)

static guint
count_wanted (VacApplyDialog *self)
{
  guint n_wanted = 0;

  for (guint i = 0; i < self->additions->len; i++)
    n_wanted += ((VacNewItem *) g_ptr_array_index (self->additions, i))->wanted;

  return n_wanted;
}

static void
update_button (VacApplyDialog *self)
{
  guint n_wanted = count_wanted (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u Line", "_Add %u Lines", n_wanted),
                                            n_wanted);

  gtk_button_set_label (GTK_BUTTON (self->apply_button), label);
  gtk_widget_set_sensitive (self->apply_button, n_wanted > 0);
}

static void
on_check_toggled_cb (VacApplyDialog *self,
                     GtkCheckButton *check)
{
  VacNewItem *item = g_object_get_data (G_OBJECT (check), "vac-new-item");

  item->wanted = gtk_check_button_get_active (check);
  update_button (self);
}

static char *
describe_place (VacNewItem *item)
{
  if (item->list == NULL)
    return g_strdup_printf (_("There is no section “%s” to add it to"), item->place);
  if (item->present)
    return g_strdup_printf (_("Already in “%s”"), item->place);

  return g_strdup_printf (_("Goes into “%s”"), item->place);
}

static void
add_row (VacApplyDialog *self,
         VacNewItem     *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *place = describe_place (item);
  g_autoptr (VacMarkup) markup = vac_markup_new (item->text);
  const char *text = markup != NULL ? vac_markup_get_text (markup) : item->text;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->wanted);
  g_object_set_data (G_OBJECT (check), "vac-new-item", item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_sensitive (row, item->list != NULL && !item->present);

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_additions (VacApplyDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->target_row);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->additions, g_ptr_array_unref);

  self->additions = vac_node_get_role (self->source) == VAC_ROLE_VARIATION
                        ? vac_additions_of_variation (self->document, self->source)
                        : vac_additions_of_industry (
                              self->source, selected < self->sections->len
                                                ? g_ptr_array_index (self->sections, selected)
                                                : NULL);
  for (guint i = 0; i < self->additions->len; i++)
    add_row (self, g_ptr_array_index (self->additions, i));
  gtk_widget_set_visible (self->empty_label, self->additions->len == 0);
  update_button (self);
}

static void
on_target_notify_selected_cb (VacApplyDialog *self)
{
  if (self->document != NULL)
    show_additions (self);
}

static void
on_apply_clicked_cb (VacApplyDialog *self)
{
  g_autofree char *label = g_strdup_printf (_("Apply “%s”"),
                                            adw_window_title_get_subtitle (self->window_title));
  guint n_added = vac_additions_apply (self->document, self->additions, label);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u line added", "%u lines added", n_added), n_added);

  gtk_widget_activate_action (self->parent, "win.notify-removed", "s", sentence);
  gtk_window_close (GTK_WINDOW (self));
}

static void
vac_apply_dialog_dispose (GObject *object)
{
  VacApplyDialog *self = VAC_APPLY_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->additions, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->source);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_apply_dialog_parent_class)->dispose (object);
}

static void
vac_apply_dialog_class_init (VacApplyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_apply_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-apply-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, target_group);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, group);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, empty_label);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_target_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vac_apply_dialog_init (VacApplyDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A variation goes by the heading of the group that shows it, which the user may have changed. */
static const char *
get_source_title (VacApplyDialog *self)
{
  VacNode *section;

  if (vac_node_get_role (self->source) != VAC_ROLE_VARIATION)
    return vac_node_get_member_text (self->source, VAC_ROLE_INDUSTRY_TITLE);

  section = vac_document_find_section (
      self->document, vac_node_get_member_text (self->source, VAC_ROLE_VARIATION_ID));
  return section != NULL ? vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE)
                         : vac_node_get_member_text (self->source, VAC_ROLE_VARIATION_TITLE);
}

static void
fill_targets (VacApplyDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->sections = vac_additions_list_sections (self->document);
  for (guint i = 0; i < self->sections->len; i++)
    gtk_string_list_append (titles, vac_node_get_member_text (g_ptr_array_index (self->sections, i),
                                                              VAC_ROLE_SECTION_TITLE));
  adw_combo_row_set_model (self->target_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->target_row, vac_additions_find_default (self->sections));
}

/**
 * vac_apply_dialog_new:
 * @document: the document
 * @source: a variation or an industry in it
 * @parent: the widget that asked for it
 *
 * Returns: (transfer none): a window that shows what @source would add
 */
GtkWidget *
vac_apply_dialog_new (VacDocument *document,
                      VacNode     *source,
                      GtkWidget   *parent)
{
  VacApplyDialog *self;
  gboolean variation;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VAC_IS_NODE (source), NULL);

  variation = vac_node_get_role (source) == VAC_ROLE_VARIATION;
  self = g_object_new (VAC_TYPE_APPLY_DIALOG,
                       "transient-for", GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
  self->source = g_object_ref (source);
  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  adw_window_title_set_subtitle (self->window_title, get_source_title (self));
  fill_targets (self);
  gtk_widget_set_visible (self->target_group, !variation);
  show_additions (self);
  /* The first button in the header would take Enter for itself, and that one cancels. */
  gtk_window_set_focus (GTK_WINDOW (self), self->apply_button);

  return GTK_WIDGET (self);
}
