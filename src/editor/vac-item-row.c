/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-item-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-editor.h"
#include "vac-interview.h"
#include "vac-item-row.h"
#include "vac-part-title.h"

/**
 * VacItemRow:
 *
 * One item of a list: a handle to drag it by, its text, its label above it when the list has
 * labels, below a question what to listen for, and a button that removes it. The list handles the
 * keys.
 *
 * An item can be left out of what is printed, by the menu of its text. It is dimmed then, and says
 * so below the text, with a button that takes it in again.
 */
struct _VacItemRow
{
  AdwPreferencesRow  parent_instance;

  /* Template widgets */
  GtkWidget         *handle;
  GtkWidget         *texts;
  VacTextArea       *area;
  GtkWidget         *remove_button;

  /* Owned by the template's box; made when labels are shown, because a text view costs time */
  VacTextArea       *label_area;

  /* The same; of a question */
  GtkWidget         *listen_area;

  /* The same; made when the item is left out */
  GtkWidget         *sign;

  /* Owned */
  VacDocument       *document;
  VacNode           *item;

  guint              position;
  guint              n_items;
};

G_DEFINE_FINAL_TYPE (VacItemRow, vac_item_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_remove_clicked_cb (VacItemRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source,
                    double         x,
                    double         y,
                    VacItemRow    *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (VAC_TYPE_NODE, self->item);
}

static void
on_drag_begin_cb (GtkDragSource *source,
                  GdkDrag       *drag,
                  VacItemRow    *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self), 0.4);
}

static void
on_drag_end_cb (GtkDragSource *source,
                GdkDrag       *drag,
                gboolean       delete_data,
                VacItemRow    *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self), 1);
}

static gboolean
is_labelled (VacItemRow *self)
{
  return self->label_area != NULL && gtk_widget_get_visible (GTK_WIDGET (self->label_area));
}

static GtkWidget *
sign_new (void)
{
  GtkWidget *sign = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("view-conceal-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (C_("entry", "Left out")));
  gtk_button_set_child (GTK_BUTTON (sign), content);
  gtk_widget_set_halign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, "flat");
  gtk_widget_add_css_class (sign, "caption");
  gtk_widget_add_css_class (sign, "vac-sign");
  vac_editor_name_button (sign, _("Left out: include it again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (sign), "item.toggle-include");

  return sign;
}

/* The menu of a text offers what is not so yet. */
static void
update_menus (VacItemRow *self,
              gboolean    included)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, included ? _("_Leave Out When Printing") : _("_Include Again"),
                 "item.toggle-include");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->area), G_MENU_MODEL (menu));
  if (self->label_area != NULL)
    gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->label_area), G_MENU_MODEL (menu));
}

/* Translators: the last %s of each of these is the heading of the section. “Bullet 2 of 4,
 * Technical Skills” */
static char *
make_name (VacItemRow *self,
           const char *title)
{
  const gboolean included = vac_item_is_included (self->item);

  return g_strdup_printf (is_labelled (self)
                              ? included ? _("Item %u of %u, %s") : _("Item %u of %u, %s, left out")
                          : included ? _("Bullet %u of %u, %s")
                                     : _("Bullet %u of %u, %s, left out"),
                          self->position + 1, self->n_items, title);
}

/**
 * vac_item_row_update_names:
 * @self: a row
 *
 * Tells a screen reader anew which item of which part it is; to be called when the part has got
 * another heading.
 */
void
vac_item_row_update_names (VacItemRow *self)
{
  const gboolean included = vac_item_is_included (self->item);
  const guint number = self->position + 1;
  const char *title;
  g_autofree char *own = NULL;

  g_return_if_fail (VAC_IS_ITEM_ROW (self));

  if (self->position == G_MAXUINT || vac_node_get_parent (self->item) == NULL)
    return;
  title = vac_part_get_title (vac_node_get_parent (self->item));
  own = make_name (self, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, own, -1);
  /* The text is what has the focus. */
  vac_text_area_set_name (self->area, own);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  included ? "" : _("Left out, not printed"), -1);
  vac_part_name (self->label_area, _("Label of item %u, %s"), number, title);
  vac_part_name (self->listen_area, _("What to listen for, item %u, %s"), number, title);
  vac_part_name (self->remove_button,
                 is_labelled (self) ? _("Remove item %u, %s") : _("Remove bullet %u, %s"), number,
                 title);
  vac_part_name (self->sign,
                 is_labelled (self) ? _("Left out: include item %u again, %s")
                                    : _("Left out: include bullet %u again, %s"),
                 number, title);
}

static void
update_included (VacItemRow *self)
{
  const gboolean included = vac_item_is_included (self->item);

  if (!included && self->sign == NULL)
    {
      self->sign = sign_new ();
      gtk_box_append (GTK_BOX (self->texts), self->sign);
    }
  if (self->sign != NULL)
    gtk_widget_set_visible (self->sign, !included);
  if (included)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vac-left-out");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "vac-left-out");
  update_menus (self, included);
  vac_item_row_update_names (self);
}

static void
toggle_include_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  vac_item_row_toggle_include (VAC_ITEM_ROW (widget));
}

static void
vac_item_row_dispose (GObject *object)
{
  VacItemRow *self = VAC_ITEM_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_item_row_parent_class)->dispose (object);
}

static void
vac_item_row_class_init (VacItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_item_row_dispose;

  /**
   * VacItemRow::remove:
   *
   * Its button was pressed.
   */
  signals[REMOVE] = g_signal_new ("remove", VAC_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "item.toggle-include", NULL,
                                   toggle_include_action);

  g_type_ensure (VAC_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VacItemRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VacItemRow, texts);
  gtk_widget_class_bind_template_child (widget_class, VacItemRow, area);
  gtk_widget_class_bind_template_child (widget_class, VacItemRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
vac_item_row_init (VacItemRow *self)
{
  self->position = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_editor_name_button (self->remove_button, _("Remove"));
}

/**
 * vac_item_get_label:
 * @item: an element of a list: a record with a text and perhaps a label, or itself the text
 *
 * Returns: (transfer none) (nullable): its label
 */
VacNode *
vac_item_get_label (VacNode *item)
{
  return vac_node_get (item, VAC_ROLE_ITEM_LABEL);
}

/**
 * vac_item_get_text:
 * @item: an element of a list
 *
 * Returns: (transfer none): its text
 */
VacNode *
vac_item_get_text (VacNode *item)
{
  VacNode *text = vac_node_get (item, VAC_ROLE_ITEM_TEXT);

  return text != NULL ? text : item;
}

/**
 * vac_item_has_label:
 * @item: an element of a list
 *
 * Returns: whether it has a label that is not empty
 */
gboolean
vac_item_has_label (VacNode *item)
{
  VacNode *label = vac_item_get_label (item);

  return label != NULL && *vac_node_get_text (label) != '\0';
}

/**
 * vac_item_has_listen_for:
 * @item: an element of a list
 *
 * Returns: whether it says what to listen for
 */
gboolean
vac_item_has_listen_for (VacNode *item)
{
  VacNode *listen_for = vac_node_get (item, VAC_ROLE_ITEM_LISTEN_FOR);

  return listen_for != NULL && !vac_node_is_empty (listen_for);
}

/**
 * vac_item_is_included:
 * @item: an element of a list
 *
 * Returns: whether it is printed where its list is; what is not stays in the document
 */
gboolean
vac_item_is_included (VacNode *item)
{
  VacNode *include = vac_node_get (item, VAC_ROLE_ITEM_INCLUDE);

  return include == NULL || vac_node_get_toggle (include);
}

/**
 * vac_item_new:
 * @list: a list of items or of texts
 * @text: the text of the new one
 *
 * Returns: (transfer full): an element for @list
 */
VacNode *
vac_item_new (VacNode    *list,
              const char *text)
{
  const VacField *field = vac_node_get_field (list)->element;

  return field->kind == VAC_KIND_RECORD
         ? vac_node_new_record (field, VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE)
         : vac_node_new_leaf (field, text);
}

static void
add_label_area (VacItemRow *self)
{
  VacNode *label = vac_item_get_label (self->item);
  const char *name = _(vac_node_get_field (label)->label);

  self->label_area = VAC_TEXT_AREA (vac_text_area_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->label_area), "heading");
  vac_text_area_set_single_line (self->label_area, TRUE);
  vac_text_area_set_name (self->label_area, name);
  vac_text_area_set_placeholder (self->label_area, name);
  vac_binder_bind (self->document, label, GTK_WIDGET (self->label_area));
  gtk_box_prepend (GTK_BOX (self->texts), GTK_WIDGET (self->label_area));
  if (vac_node_get (self->item, VAC_ROLE_ITEM_INCLUDE) != NULL)
    update_menus (self, vac_item_is_included (self->item));
}

/* Below a question, what to listen for in the answer. */
static void
add_listen_area (VacItemRow *self)
{
  VacNode *listen_for = vac_node_get (self->item, VAC_ROLE_ITEM_LISTEN_FOR);
  const char *name = _(vac_node_get_field (listen_for)->label);
  GtkWidget *area = vac_text_area_new ();

  self->listen_area = area;
  gtk_widget_add_css_class (area, "vac-listen-for");
  vac_text_area_set_name (VAC_TEXT_AREA (area), name);
  vac_text_area_set_placeholder (VAC_TEXT_AREA (area), name);
  vac_binder_bind (self->document, listen_for, area);
  gtk_box_append (GTK_BOX (self->texts), area);
}

static void
on_read_only_cb (VacItemRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.toggle-include",
                                 !vac_document_get_read_only (self->document));
}

GtkWidget *
vac_item_row_new (VacDocument *document,
                  VacNode     *item)
{
  VacItemRow *self = g_object_new (VAC_TYPE_ITEM_ROW, NULL);
  VacNode *text = vac_item_get_text (item);
  VacNode *include = vac_node_get (item, VAC_ROLE_ITEM_INCLUDE);

  self->document = g_object_ref (document);
  self->item = g_object_ref (item);
  vac_editor_set_node (GTK_WIDGET (self), item);
  vac_binder_bind (document, text, GTK_WIDGET (self->area));
  vac_text_area_set_name (self->area, _(vac_node_get_field (text)->label));
  g_object_bind_property (document, "read-only", self->remove_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  if (vac_interview_is_question (item))
    add_listen_area (self);
  if (include != NULL)
    {
      g_signal_connect_object (include, "notify::text", G_CALLBACK (update_included), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::read-only", G_CALLBACK (on_read_only_cb), self,
                               G_CONNECT_SWAPPED);
      on_read_only_cb (self);
      update_included (self);
    }

  return GTK_WIDGET (self);
}

VacNode *
vac_item_row_get_item (VacItemRow *self)
{
  g_return_val_if_fail (VAC_IS_ITEM_ROW (self), NULL);

  return self->item;
}

VacNode *
vac_item_row_get_text_leaf (VacItemRow *self)
{
  g_return_val_if_fail (VAC_IS_ITEM_ROW (self), NULL);

  return vac_item_get_text (self->item);
}

VacTextArea *
vac_item_row_get_area (VacItemRow *self)
{
  g_return_val_if_fail (VAC_IS_ITEM_ROW (self), NULL);

  return self->area;
}

guint
vac_item_row_get_position (VacItemRow *self)
{
  g_return_val_if_fail (VAC_IS_ITEM_ROW (self), 0);

  return self->position;
}

/* The position of the item, kept here so that sorting the rows does not search the list, and of how
 * many it is one. */
void
vac_item_row_set_position (VacItemRow *self,
                           guint       position,
                           guint       n_items)
{
  g_return_if_fail (VAC_IS_ITEM_ROW (self));

  if (self->position == position && self->n_items == n_items)
    return;
  self->position = position;
  self->n_items = n_items;
  vac_item_row_update_names (self);
}

/**
 * vac_item_row_toggle_include:
 * @self: a row
 *
 * Leaves its item out of what is printed, or takes it in again, as a step of its own. Nothing
 * happens to an element that has no such choice.
 *
 * Returns: whether it has
 */
gboolean
vac_item_row_toggle_include (VacItemRow *self)
{
  VacNode *include;

  g_return_val_if_fail (VAC_IS_ITEM_ROW (self), FALSE);

  include = vac_node_get (self->item, VAC_ROLE_ITEM_INCLUDE);
  if (include == NULL)
    return FALSE;

  /* The sign that was pressed is about to go. */
  if (self->sign != NULL && gtk_widget_has_focus (self->sign))
    vac_item_row_focus (self, -1);
  vac_document_add_barrier (self->document);
  vac_document_set_toggle (self->document, include, !vac_node_get_toggle (include));
  vac_document_add_barrier (self->document);

  return TRUE;
}

void
vac_item_row_set_labelled (VacItemRow *self,
                           gboolean    labelled)
{
  g_return_if_fail (VAC_IS_ITEM_ROW (self));

  if (labelled && self->label_area == NULL && vac_item_get_label (self->item) != NULL)
    add_label_area (self);
  if (self->label_area == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->label_area), labelled);
  vac_item_row_update_names (self);
}

/**
 * vac_item_row_focus:
 * @self: a row
 * @offset: where the caret goes in the text, in characters; -1 for its end
 */
void
vac_item_row_focus (VacItemRow *self,
                    int         offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (VAC_IS_ITEM_ROW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

/**
 * vac_item_row_focus_first:
 * @self: a row
 *
 * Moves the focus to its label when that is shown, otherwise to its text.
 */
void
vac_item_row_focus_first (VacItemRow *self)
{
  g_return_if_fail (VAC_IS_ITEM_ROW (self));

  if (self->label_area != NULL && gtk_widget_get_visible (GTK_WIDGET (self->label_area)))
    gtk_widget_grab_focus (GTK_WIDGET (self->label_area));
  else
    vac_item_row_focus (self, -1);
}

/**
 * vac_item_row_is_label:
 * @self: a row
 * @widget: (nullable): a widget
 *
 * Returns: whether @widget is where its label is typed
 */
gboolean
vac_item_row_is_label (VacItemRow *self,
                       GtkWidget  *widget)
{
  g_return_val_if_fail (VAC_IS_ITEM_ROW (self), FALSE);

  return widget != NULL && widget == (GtkWidget *) self->label_area;
}
