/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-section-block"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-field-row.h"
#include "vac-item-list.h"
#include "vac-part-title.h"
#include "vac-section-block.h"
#include "vac-shared-line.h"
#include "vac-shrink.h"
#include "vac-text-area.h"

/**
 * VacSectionBlock:
 *
 * A section or a subsection: its heading to type in, whether it is included, a menu, its text, its
 * items, its table and the advice on it. Empty parts that others make up for are left out until
 * they are asked for in the menu.
 */
struct _VacSectionBlock
{
  GtkWidget    parent_instance;

  /* Template widgets */
  GtkWidget   *content;
  VacTextArea *heading;
  GtkWidget   *include_label;
  GtkWidget   *include;
  GtkWidget   *menu_button;
  GtkListBox  *text_list;
  AdwBin      *shared_bin;
  AdwBin      *items_bin;
  AdwBin      *table_bin;
  GtkWidget   *empty_box;
  GtkWidget   *add_text_button;
  GtkWidget   *add_items_button;
  GtkExpander *advice_expander;
  VacTextArea *advice;

  /* Owned */
  VacDocument *document;
  VacNode     *section;
};

G_DEFINE_FINAL_TYPE (VacSectionBlock, vac_section_block, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABELLED,
  PROP_FOR_TEAM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A page has the same controls for each of its parts: what they are called says of which. */
static void
update_names (VacSectionBlock *self)
{
  const char *title = vac_part_get_title (self->section);
  GtkWidget *text = vac_editor_find_widget (GTK_WIDGET (self->text_list),
                                            vac_node_get (self->section, VAC_ROLE_SECTION_TEXT));

  /* Translators: %s is the heading of a section, here and below */
  vac_part_name (self->heading, _("Heading of %s"), title);
  vac_part_name (self->include, _("Include %s in the posting"), title);
  vac_part_name (self->menu_button, _("Menu of %s"), title);
  vac_part_name (self->add_text_button, _("Add text to %s"), title);
  vac_part_name (self->add_items_button, _("Add bullets to %s"), title);
  vac_part_name (self->advice_expander, _("Advice on %s"), title);
  vac_part_name (self->advice, _("Advice on %s"), title);
  if (text != NULL)
    vac_part_name (text, _("Text of %s"), title);
}

static VacItemList *
get_item_list (VacSectionBlock *self)
{
  GtkWidget *list = adw_bin_get_child (self->items_bin);

  return list != NULL ? VAC_ITEM_LIST (list) : NULL;
}

static gboolean
is_empty (VacSectionBlock *self,
          VacRole          role)
{
  VacNode *member = vac_node_get (self->section, role);

  return member == NULL || vac_node_is_empty (member);
}

static void
show_text (VacSectionBlock *self)
{
  if (gtk_list_box_get_row_at_index (self->text_list, 0) == NULL)
    gtk_list_box_append (self->text_list,
                         vac_field_row_new (self->document,
                                            vac_node_get (self->section, VAC_ROLE_SECTION_TEXT)));
  update_names (self);
  gtk_widget_set_visible (GTK_WIDGET (self->text_list), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.add-text", FALSE);
}

static void
show_items (VacSectionBlock *self)
{
  if (get_item_list (self) == NULL)
    {
      VacNode *items = vac_node_get (self->section, VAC_ROLE_SECTION_ITEMS);
      GtkWidget *list = vac_item_list_new (self->document, items);

      /* What the team asks or looks out for has a name; what candidates read does not. */
      vac_item_list_set_labelled (
          VAC_ITEM_LIST (list), vac_item_list_get_labelled (VAC_ITEM_LIST (list)) ||
                                    (vac_node_is_empty (items) &&
                                     vac_audience_of_section (self->section) == VAC_AUDIENCE_TEAM));
      adw_bin_set_child (self->items_bin, list);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABELLED]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->items_bin), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.add-items", FALSE);
}

/* A section that holds groups or a table is not waiting for anything; its menu still offers text
 * and bullets. */
static void
update_empty_box (VacSectionBlock *self)
{
  gboolean shown = gtk_widget_get_visible (GTK_WIDGET (self->text_list)) ||
                   gtk_widget_get_visible (GTK_WIDGET (self->items_bin)) ||
                   !is_empty (self, VAC_ROLE_SUBSECTIONS) ||
                   adw_bin_get_child (self->table_bin) != NULL;

  gtk_widget_set_visible (self->empty_box, !shown);
}

/* What is shown once stays, so that nothing disappears under the user's hands. */
static void
update_parts (VacSectionBlock *self)
{
  if (!is_empty (self, VAC_ROLE_SECTION_TEXT))
    show_text (self);
  if (!is_empty (self, VAC_ROLE_SECTION_ITEMS))
    show_items (self);
  update_empty_box (self);
}

static void
add_text_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  VacSectionBlock *self = VAC_SECTION_BLOCK (widget);

  show_text (self);
  update_empty_box (self);
  gtk_widget_child_focus (GTK_WIDGET (self->text_list), GTK_DIR_TAB_FORWARD);
}

static void
add_items_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSectionBlock *self = VAC_SECTION_BLOCK (widget);

  show_items (self);
  update_empty_box (self);
  vac_item_list_add (get_item_list (self));
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  vac_editor_move_by (VAC_SECTION_BLOCK (widget)->document, VAC_SECTION_BLOCK (widget)->section,
                      -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  vac_editor_move_by (VAC_SECTION_BLOCK (widget)->document, VAC_SECTION_BLOCK (widget)->section, 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSectionBlock *self = VAC_SECTION_BLOCK (widget);
  g_autofree char *sentence =
    g_strdup_printf (_("“%s” removed"),
                     vac_node_get_member_text (self->section, VAC_ROLE_SECTION_TITLE));

  vac_editor_remove (widget, self->document, self->section, sentence);
}

static void
save_shared_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autofree char *path = vac_node_get_path (VAC_SECTION_BLOCK (widget)->section);

  gtk_widget_activate_action (widget, "win.save-shared-text", "s", path);
}

static void
set_for_team (VacSectionBlock *self,
              gboolean         for_team)
{
  vac_document_set_text (self->document, vac_node_get (self->section, VAC_ROLE_SECTION_AUDIENCE),
                         for_team ? VAC_AUDIENCE_ID_TEAM : VAC_AUDIENCE_ID_CANDIDATE);
}

static void
on_audience_notify_text_cb (VacSectionBlock *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOR_TEAM]);
}

static gboolean
on_heading_key_pressed_cb (VacSectionBlock *self,
                           guint            keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (!vac_text_area_is_composing (self->heading))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
vac_section_block_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VacSectionBlock *self = VAC_SECTION_BLOCK (object);

  switch (prop_id)
    {
    case PROP_LABELLED:
      g_value_set_boolean (value, get_item_list (self) != NULL &&
                                  vac_item_list_get_labelled (get_item_list (self)));
      break;
    case PROP_FOR_TEAM:
      g_value_set_boolean (value, self->section != NULL &&
                                      vac_audience_of_section (self->section) == VAC_AUDIENCE_TEAM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_section_block_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VacSectionBlock *self = VAC_SECTION_BLOCK (object);

  switch (prop_id)
    {
    case PROP_LABELLED:
      show_items (self);
      update_empty_box (self);
      vac_item_list_set_labelled (get_item_list (self), g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOR_TEAM:
      set_for_team (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_section_block_dispose (GObject *object)
{
  VacSectionBlock *self = VAC_SECTION_BLOCK (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->section);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_section_block_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "block.add-text", NULL, add_text_action);
  gtk_widget_class_install_action (widget_class, "block.add-items", NULL, add_items_action);
  gtk_widget_class_install_action (widget_class, "block.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "block.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "block.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "block.save-shared", NULL, save_shared_action);
  gtk_widget_class_install_property_action (widget_class, "block.labelled", "labelled");
  gtk_widget_class_install_property_action (widget_class, "block.for-team", "for-team");
}

static void
vac_section_block_class_init (VacSectionBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vac_section_block_dispose;
  object_class->get_property = vac_section_block_get_property;
  object_class->set_property = vac_section_block_set_property;

  /**
   * VacSectionBlock:labelled:
   *
   * Whether the items show a label above their text.
   */
  properties[PROP_LABELLED] = g_param_spec_boolean ("labelled", NULL, NULL, FALSE, flags);

  /**
   * VacSectionBlock:for-team:
   *
   * Whether the section is for the team and not for candidates.
   */
  properties[PROP_FOR_TEAM] = g_param_spec_boolean ("for-team", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VAC_TYPE_TEXT_AREA);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-section-block.ui");
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, content);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, heading);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, include_label);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, include);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, text_list);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, shared_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, items_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, table_bin);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, empty_box);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, add_text_button);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, add_items_button);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, advice_expander);
  gtk_widget_class_bind_template_child (widget_class, VacSectionBlock, advice);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_key_pressed_cb);
  install_actions (widget_class);
}

static void
vac_section_block_init (VacSectionBlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (GTK_WIDGET (self));
  vac_expander_hide_child (self->advice_expander);

  vac_text_area_set_single_line (self->heading, TRUE);
  vac_text_area_set_placeholder (self->heading, _("Heading"));
  vac_text_area_set_placeholder (
      self->advice, _("Advice for whoever edits this part. It is never printed for candidates."));
  vac_editor_name_button (self->include, _("Include in the posting"));
  vac_editor_name_button (self->menu_button, _("Section Menu"));
}

static void
bind_parts (VacSectionBlock *self)
{
  VacNode *title = vac_node_get (self->section, VAC_ROLE_SECTION_TITLE);
  VacNode *advice = vac_node_get (self->section, VAC_ROLE_SECTION_ADVICE);
  gboolean part = vac_section_get_parent (self->section) != NULL;

  gtk_widget_add_css_class (GTK_WIDGET (self->heading), part ? "title-4" : "title-2");
  gtk_widget_set_visible (self->include_label, !part);
  vac_binder_bind (self->document, title, GTK_WIDGET (self->heading));
  vac_binder_bind (self->document, vac_node_get (self->section, VAC_ROLE_SECTION_INCLUDE),
                   self->include);
  vac_binder_bind (self->document, advice, GTK_WIDGET (self->advice));
  gtk_expander_set_expanded (self->advice_expander, *vac_node_get_text (advice) != '\0');

  g_signal_connect_object (title, "notify::text", G_CALLBACK (update_names), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vac_node_get (self->section, VAC_ROLE_SECTION_TEXT), "notify::text",
                           G_CALLBACK (update_parts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vac_node_get (self->section, VAC_ROLE_SECTION_ITEMS), "items-changed",
                           G_CALLBACK (update_parts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vac_node_get (self->section, VAC_ROLE_SECTION_AUDIENCE), "notify::text",
                           G_CALLBACK (on_audience_notify_text_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vac_section_block_new:
 * @document: the document
 * @section: a section or subsection in it
 * @table: (nullable) (transfer floating): a widget for the section's table
 * @shared: (nullable): what is known of shared texts; %NULL to say nothing of them
 *
 * Returns: (transfer floating): a block that edits @section, without its subsections
 */
GtkWidget *
vac_section_block_new (VacDocument    *document,
                       VacNode        *section,
                       GtkWidget      *table,
                       VacSharedNames *shared)
{
  VacSectionBlock *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_node_get_role (section) == VAC_ROLE_SECTION, NULL);

  self = g_object_new (VAC_TYPE_SECTION_BLOCK, NULL);
  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  vac_editor_set_node (GTK_WIDGET (self), section);
  bind_parts (self);
  if (table != NULL)
    adw_bin_set_child (self->table_bin, table);
  gtk_widget_set_visible (GTK_WIDGET (self->table_bin), table != NULL);
  if (shared != NULL)
    adw_bin_set_child (self->shared_bin, vac_shared_line_new (document, section, shared));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.save-shared", shared != NULL);
  update_parts (self);
  update_names (self);

  return GTK_WIDGET (self);
}
