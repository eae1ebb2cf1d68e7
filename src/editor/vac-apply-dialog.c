/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-apply-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-additions.h"
#include "vac-apply-dialog.h"
#include "vac-control-row.h"

/**
 * VacApplyDialog:
 *
 * Shows what a variation or an industry would add to the posting and where, and adds what is
 * checked, as one step; with it, others that were applied before can be taken out. Or shows what
 * one has added, and takes out what is checked.
 */
struct _VacApplyDialog
{
  VacDialog             parent_instance;

  /* Template widgets */
  AdwWindowTitle       *window_title;
  AdwPreferencesGroup  *before_group;
  GtkWidget            *target_group;
  AdwComboRow          *target_row;
  GtkWidget            *prefer_group;
  AdwActionRow         *prefer_row;
  GtkSwitch            *prefer_switch;
  AdwPreferencesGroup  *group;
  GtkWidget            *empty_label;
  GtkWidget            *apply_button;

  /* Owned */
  VacDocument          *document;
  VacNode              *source;
  GtkWidget            *parent;
  GPtrArray            *sections;    /* what the target row stands for */
  GPtrArray            *additions;
  GPtrArray            *others;      /* of GPtrArray of VacNewItem: what others added before */
  GPtrArray            *rows;        /* borrowed by the group */

  gboolean              taking_out;
};

G_DEFINE_FINAL_TYPE (VacApplyDialog, vac_apply_dialog, VAC_TYPE_DIALOG)

static guint
count_wanted (GPtrArray *items)
{
  guint n_wanted = 0;

  for (guint i = 0; i < items->len; i++)
    n_wanted += ((VacNewItem *) g_ptr_array_index (items, i))->wanted;

  return n_wanted;
}

static void
update_button (VacApplyDialog *self)
{
  guint n_wanted = count_wanted (self->additions);
  guint n_gone = 0;
  gboolean takes_out;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->others->len; i++)
    n_gone += count_wanted (g_ptr_array_index (self->others, i));
  takes_out = self->taking_out || (n_wanted == 0 && n_gone > 0);
  if (takes_out && n_wanted == 0)
    n_wanted = n_gone;
  label = g_strdup_printf (takes_out ? ngettext ("_Take Out %u Line", "_Take Out %u Lines",
                                                 n_wanted)
                                     : ngettext ("_Add %u Line", "_Add %u Lines", n_wanted),
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
describe_place (VacApplyDialog *self,
                VacNewItem     *item)
{
  if (item->list == NULL)
    return g_strdup_printf (_("There is no section “%s” to add it to"), item->place);
  if (self->taking_out)
    return g_strdup_printf (item->edited ? _("Edited since it was added to “%s”") : _("In “%s”"),
                            item->place);
  if (item->present)
    return g_strdup_printf (_("Already in “%s”"), item->place);
  if (item->edited)
    return g_strdup_printf (_("“%s” has an edited line from here; this may be it"), item->place);

  return g_strdup_printf (item->aspect ? _("What sets the job apart; goes into “%s”")
                                       : _("Goes into “%s”"), item->place);
}

static void
add_row (VacApplyDialog *self,
         VacNewItem     *item)
{
  g_autofree char *place = describe_place (self, item);
  g_autoptr (VacMarkup) markup = vac_markup_new (item->text);
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (
      markup != NULL ? vac_markup_get_text (markup) : item->text, &check);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->wanted);
  g_object_set_data (G_OBJECT (check), "vac-new-item", item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (row, item->list != NULL && (self->taking_out || !item->present));

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static GPtrArray *
list_additions (VacApplyDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->target_row);
  VacNode *section = selected < self->sections->len ? g_ptr_array_index (self->sections, selected)
                                                    : NULL;

  if (self->taking_out)
    return vac_additions_list_added (self->document, self->source);
  if (vac_node_get_role (self->source) == VAC_ROLE_VARIATION)
    return vac_additions_of_variation (self->document, self->source);

  return vac_additions_of_industry (self->document, self->source, section);
}

/* A must in a variation is one for some; for others it is only welcome. */
static void
prefer_additions (VacApplyDialog *self)
{
  VacNode *section = self->sections->len > 0
                     ? g_ptr_array_index (self->sections,
                                          vac_additions_find_default (self->sections)) : NULL;
  const guint n_required = section != NULL && !self->taking_out &&
                           vac_node_get_role (self->source) == VAC_ROLE_VARIATION
                           ? vac_additions_prefer (self->additions, NULL) : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->prefer_group, n_required > 0);
  if (n_required == 0)
    return;
  text = g_strdup_printf (ngettext ("%u line would be required; put it into “%s” instead",
                                    "%u lines would be required; put them into “%s” instead",
                                    n_required),
                          n_required, vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  adw_action_row_set_subtitle (self->prefer_row, text);
  if (gtk_switch_get_active (self->prefer_switch))
    vac_additions_prefer (self->additions, section);
}

static void
show_additions (VacApplyDialog *self)
{
  if (self->document == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->additions, g_ptr_array_unref);

  self->additions = list_additions (self);
  prefer_additions (self);
  for (guint i = 0; i < self->additions->len; i++)
    add_row (self, g_ptr_array_index (self->additions, i));
  gtk_widget_set_visible (self->empty_label, self->additions->len == 0);
  update_button (self);
}

static void
on_other_toggled_cb (VacApplyDialog *self,
                     GtkCheckButton *check)
{
  GPtrArray *added = g_object_get_data (G_OBJECT (check), "vac-added");

  for (guint i = 0; i < added->len; i++)
    {
      VacNewItem *item = g_ptr_array_index (added, i);

      item->wanted = gtk_check_button_get_active (check) && !item->edited;
    }
  if (self->additions != NULL)
    update_button (self);
}

static char *
describe_other (gboolean conflict,
                guint    n_lines,
                guint    n_edited)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u line of it is in the posting",
                                          "%u lines of it are in the posting", n_lines), n_lines);
  if (n_edited > 0)
    g_string_append_printf (text, ngettext (", %u edited since", ", %u edited since", n_edited),
                            n_edited);
  if (conflict)
    g_string_append_printf (text, ". %s", _("No posting fits both."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A variation goes by the heading of the group that shows it, which the user may have changed. */
static const char *
get_title (VacApplyDialog *self,
           VacNode        *source)
{
  VacNode *section;

  if (vac_node_get_role (source) != VAC_ROLE_VARIATION)
    return vac_node_get_member_text (source, VAC_ROLE_INDUSTRY_TITLE);

  section = vac_document_find_section (self->document,
                                       vac_node_get_member_text (source, VAC_ROLE_VARIATION_ID));
  return section != NULL ? vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE)
                         : vac_node_get_member_text (source, VAC_ROLE_VARIATION_TITLE);
}

/* Another one that was applied: what it added can go in the same step. */
static void
add_other (VacApplyDialog *self,
           VacNode        *other)
{
  GPtrArray *added = vac_additions_list_added (self->document, other);
  const gboolean conflict = vac_additions_conflict (self->source, other);
  g_autofree char *title = g_strdup_printf (_("Take Out “%s”"), get_title (self, other));
  g_autofree char *text = NULL;
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (title, &check);
  guint n_edited = 0;

  for (guint i = 0; i < added->len; i++)
    n_edited += ((VacNewItem *) g_ptr_array_index (added, i))->edited ? 1 : 0;
  text = describe_other (conflict, added->len, n_edited);
  g_ptr_array_add (self->others, added);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), conflict);
  g_object_set_data (G_OBJECT (check), "vac-added", added);
  on_other_toggled_cb (self, GTK_CHECK_BUTTON (check));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_other_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->before_group, row);
}

static void
add_others (VacApplyDialog *self)
{
  g_autoptr (GPtrArray) others = vac_additions_list_others (self->document, self->source);

  for (guint i = 0; !self->taking_out && i < others->len; i++)
    add_other (self, g_ptr_array_index (others, i));
  gtk_widget_set_visible (GTK_WIDGET (self->before_group), self->others->len > 0);
}

/* Returns: (transfer full): what was done, for a sentence with the way back */
static char *
apply (VacApplyDialog *self,
       const char     *label)
{
  g_autofree char *out = NULL;
  g_autofree char *in = NULL;
  guint n_added, n_gone = 0;

  for (guint i = 0; i < self->others->len; i++)
    n_gone += vac_additions_take_out (self->document, g_ptr_array_index (self->others, i), label);
  n_added = vac_additions_apply (self->document, self->additions, label);
  in = g_strdup_printf (ngettext ("%u line added", "%u lines added", n_added), n_added);
  if (n_gone == 0)
    return g_steal_pointer (&in);
  out = g_strdup_printf (ngettext ("%u line taken out", "%u lines taken out", n_gone), n_gone);

  return g_strdup_printf ("%s, %s", in, out);
}

static void
on_apply_clicked_cb (VacApplyDialog *self)
{
  const char *title = adw_window_title_get_subtitle (self->window_title);
  g_autofree char *label = g_strdup_printf (self->taking_out ? _("Take Out “%s”") : _("Apply “%s”"),
                                            title);
  g_autofree char *sentence = NULL;

  vac_document_begin_step (self->document, label);
  if (self->taking_out)
    {
      guint n_gone = vac_additions_take_out (self->document, self->additions, label);

      sentence = g_strdup_printf (ngettext ("%u line taken out", "%u lines taken out", n_gone),
                                  n_gone);
    }
  else
    {
      sentence = apply (self, label);
    }
  vac_document_end_step (self->document);

  gtk_widget_activate_action (self->parent, "win.notify-removed", "s", sentence);
  vac_dialog_close (VAC_DIALOG (self));
}

static void
vac_apply_dialog_dispose (GObject *object)
{
  VacApplyDialog *self = VAC_APPLY_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->additions, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
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

  g_type_ensure (VAC_TYPE_CONTROL_ROW);
  G_OBJECT_CLASS (klass)->dispose = vac_apply_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-apply-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, before_group);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, target_group);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, prefer_group);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, prefer_row);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, prefer_switch);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, group);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, empty_label);
  gtk_widget_class_bind_template_child (widget_class, VacApplyDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, show_additions);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_clicked_cb);
}

static void
vac_apply_dialog_init (VacApplyDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
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

static VacApplyDialog *
dialog_new (VacDocument *document,
            VacNode     *source,
            GtkWidget   *parent)
{
  VacApplyDialog *self =
    g_object_new (VAC_TYPE_APPLY_DIALOG,
                  "window", GTK_WINDOW (gtk_widget_get_root (parent)), NULL);

  self->source = g_object_ref (source);
  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  adw_window_title_set_subtitle (self->window_title, get_title (self, source));

  return self;
}

/**
 * vac_apply_dialog_new:
 * @document: the document
 * @source: a variation or an industry in it
 * @parent: the widget that asked for it
 *
 * Returns: (transfer none): a dialog that shows what @source would add
 */
GtkWidget *
vac_apply_dialog_new (VacDocument *document,
                      VacNode     *source,
                      GtkWidget   *parent)
{
  VacApplyDialog *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VAC_IS_NODE (source), NULL);

  self = dialog_new (document, source, parent);
  add_others (self);
  fill_targets (self);
  gtk_widget_set_visible (self->target_group,
                          vac_node_get_role (source) != VAC_ROLE_VARIATION);
  show_additions (self);
  /* The first button in the header would take Enter for itself, and that one cancels. */
  vac_dialog_set_default (VAC_DIALOG (self), self->apply_button);

  return GTK_WIDGET (self);
}

/**
 * vac_take_out_dialog_new:
 * @document: the document
 * @source: a variation or an industry in it
 * @parent: the widget that asked for it
 *
 * What has been edited since stays, unless somebody checks it.
 *
 * Returns: (transfer none): a dialog that shows what @source has added
 */
GtkWidget *
vac_take_out_dialog_new (VacDocument *document,
                         VacNode     *source,
                         GtkWidget   *parent)
{
  VacApplyDialog *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VAC_IS_NODE (source), NULL);

  self = dialog_new (document, source, parent);
  self->taking_out = TRUE;
  vac_dialog_set_title (VAC_DIALOG (self), _("Take Out of Posting"));
  adw_window_title_set_title (self->window_title, _("Take Out of Posting"));
  adw_preferences_group_set_title (self->group, _("Lines to Take Out"));
  adw_preferences_group_set_description (self->group,
                                         _("What you have edited since stays unless you check it. "
                                           "One undo brings all of them back."));
  fill_targets (self);
  gtk_widget_set_visible (self->target_group, FALSE);
  show_additions (self);
  vac_dialog_set_default (VAC_DIALOG (self), self->apply_button);

  return GTK_WIDGET (self);
}
