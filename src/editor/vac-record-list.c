/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-record-list"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-add-button.h"
#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-node-box.h"
#include "vac-page.h"
#include "vac-part-title.h"
#include "vac-record-list.h"
#include "vac-summary.h"

/**
 * VacRecordList:
 *
 * A list of records, each a row that opens to the form of its members. What the rows are comes
 * from the schema.
 */
struct _VacRecordList
{
  GtkWidget           parent_instance;

  /* Owned */
  VacDocument        *document;
  VacNode            *list;

  VacFieldRowFunc     create_row;
  VacRecordTitleFunc  describe;

  /* Borrowed: our children */
  GtkWidget          *title;
  GtkWidget          *add_button;
};

G_DEFINE_FINAL_TYPE (VacRecordList, vac_record_list, GTK_TYPE_WIDGET)

#define RECORD_KEY  "vac-record"
#define LIST_KEY    "vac-record-list"   /* the row is inside it */
#define BUTTONS_KEY "vac-buttons"

/* Every entry has the same buttons, so a screen reader says which entry they are of. */
static void
name_buttons (GtkWidget  *buttons,
              const char *title)
{
  for (GtkWidget *button = gtk_widget_get_first_child (buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", gtk_widget_get_tooltip_text (button),
                                               title);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

static void
update_title (AdwExpanderRow *row)
{
  VacNode *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);
  VacRecordList *self = g_object_get_data (G_OBJECT (row), LIST_KEY);
  g_autofree char *title = NULL;

  g_assert (record != NULL && self != NULL);

  title = self->describe (self->document, record);
  if (*title == '\0')
    {
      g_free (title);
      title = g_strdup (C_("record", "Nothing filled in yet"));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  name_buttons (g_object_get_data (G_OBJECT (row), BUTTONS_KEY), title);
}

static VacNode *
find_record (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_EXPANDER_ROW);

  g_assert (row != NULL);

  return g_object_get_data (G_OBJECT (row), RECORD_KEY);
}

static void
on_up_clicked_cb (VacRecordList *self,
                  GtkWidget     *button)
{
  vac_editor_move_by (self->document, find_record (button), -1);
}

static void
on_down_clicked_cb (VacRecordList *self,
                    GtkWidget     *button)
{
  vac_editor_move_by (self->document, find_record (button), 1);
}

/* The button that had the focus is gone. */
static void
focus_neighbor (VacRecordList *self,
                guint          position)
{
  const guint n_records = vac_node_get_n_children (self->list);
  GtkWidget *neighbor = NULL;

  if (n_records > 0)
    neighbor = vac_editor_find_widget (
        GTK_WIDGET (self), vac_node_get_child (self->list, MIN (position, n_records - 1)));
  if (neighbor == NULL || !gtk_widget_child_focus (neighbor, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->add_button);
}

static void
on_remove_clicked_cb (VacRecordList *self,
                      GtkWidget     *button)
{
  VacNode *record = find_record (button);
  const guint position = vac_node_get_position (record);

  vac_editor_remove (GTK_WIDGET (self), self->document, record,
                     _(vac_node_get_field (self->list)->element->removed));
  focus_neighbor (self, position);
}

static void
add_button (VacRecordList *self,
            GtkWidget     *box,
            const char    *icon,
            const char    *name,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  vac_editor_name_button (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->document, "read-only", button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_box_append (GTK_BOX (box), button);
}

static void
fill_record (GtkWidget *row)
{
  VacRecordList *self = g_object_get_data (G_OBJECT (row), LIST_KEY);
  VacNode *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);
  g_autoptr (GPtrArray) rows = vac_fold_create_rows (self->document, record, self->create_row);

  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), g_ptr_array_index (rows, i));
}

static GtkWidget *
create_record (VacNode  *record,
               gpointer  user_data)
{
  VacRecordList *self = user_data;
  GtkWidget *list_box = gtk_list_box_new ();
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GPtrArray) members = vac_editor_list_members (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), LIST_KEY, self);
  g_object_set_data (G_OBJECT (row), BUTTONS_KEY, buttons);
  add_button (self, buttons, "go-up-symbolic", _("Move Up"), G_CALLBACK (on_up_clicked_cb));
  add_button (self, buttons, "go-down-symbolic", _("Move Down"), G_CALLBACK (on_down_clicked_cb));
  add_button (self, buttons, "user-trash-symbolic", _("Remove"), G_CALLBACK (on_remove_clicked_cb));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), buttons);

  for (guint i = 0; i < members->len; i++)
    g_signal_connect_object (g_ptr_array_index (members, i), "notify::text",
                             G_CALLBACK (update_title), row, G_CONNECT_SWAPPED);
  update_title (ADW_EXPANDER_ROW (row));
  vac_expander_prepare (row);
  vac_editor_describe (row, record);
  vac_fold_defer (ADW_EXPANDER_ROW (row), members, fill_record);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), vac_node_is_empty (record));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list_box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list_box), row);

  return list_box;
}

static void
on_add_clicked_cb (VacRecordList *self)
{
  const VacField *field = vac_node_get_field (self->list)->element;
  g_autoptr (VacNode) record = vac_node_new (field);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), VAC_TYPE_PAGE);
  VacNode *first = vac_node_get (record, vac_field_get_main_role (field));
  GtkWidget *widget;

  if (!vac_document_append (self->document, self->list, record))
    return;
  if (page != NULL && vac_page_reveal (VAC_PAGE (page), first))
    return;
  widget = vac_editor_find_widget (GTK_WIDGET (self), first);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static GtkWidget *
add_record_button_new (VacRecordList *self)
{
  const char *label = _(vac_node_get_field (self->list)->element->add);
  GtkWidget *button = vac_add_button_new (self->document, label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  vac_part_tell_apart (button, self->list, label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
vac_record_list_dispose (GObject *object)
{
  VacRecordList *self = VAC_RECORD_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_record_list_parent_class)->dispose (object);
}

static void
vac_record_list_class_init (VacRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_record_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
vac_record_list_init (VacRecordList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * vac_record_list_new:
 * @document: the document
 * @list: a list of records in it
 * @create_row: makes the row of a member
 * @describe: (nullable): says what a record is called; by default, its values one after the other
 *
 * Returns: (transfer floating): a list to edit them in, under the name that the schema gives it
 */
GtkWidget *
vac_record_list_new (VacDocument        *document,
                     VacNode            *list,
                     VacFieldRowFunc     create_row,
                     VacRecordTitleFunc  describe)
{
  VacRecordList *self;
  GtkWidget *box, *empty;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_node_get_kind (list) == VAC_KIND_LIST, NULL);

  self = g_object_new (VAC_TYPE_RECORD_LIST, NULL);
  self->document = g_object_ref (document);
  self->list = g_object_ref (list);
  self->create_row = create_row;
  self->describe = describe != NULL ? describe : vac_summary_of;
  vac_editor_set_node (GTK_WIDGET (self), list);

  self->title = gtk_label_new (_(vac_node_get_field (list)->label));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  box = vac_node_box_new (list, create_record, self);
  vac_node_box_set_spacing (VAC_NODE_BOX (box), 6);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  empty = gtk_label_new (C_("record list", "None yet."));
  gtk_label_set_xalign (GTK_LABEL (empty), 0);
  gtk_widget_add_css_class (empty, "dim-label");
  g_object_bind_property (box, "visible", empty, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_parent (empty, GTK_WIDGET (self));
  self->add_button = add_record_button_new (self);
  gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * vac_record_list_hide_title:
 * @self: a list
 *
 * For a list inside of something that has its title.
 */
void
vac_record_list_hide_title (VacRecordList *self)
{
  g_return_if_fail (VAC_IS_RECORD_LIST (self));

  gtk_widget_set_visible (self->title, FALSE);
}
