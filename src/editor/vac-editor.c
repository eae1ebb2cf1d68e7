/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-editor"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-audience.h"
#include "vac-dialogs.h"
#include "vac-names.h"
#include "vac-shrink.h"
#include "vac-ui-resources.h"

static GQuark
node_quark (void)
{
  return g_quark_from_static_string ("vac-editor-node");
}

/**
 * vac_editor_init:
 *
 * Makes templates, styles and icons known. To be called once, before any of these widgets is made
 * and before the display is started.
 */
void
vac_editor_init (void)
{
  vac_ui_register_resource ();
}

/**
 * vac_editor_set_node:
 * @widget: a widget
 * @node: what it shows
 *
 * Remembers which node a widget stands for, so that the node can be revealed.
 */
void
vac_editor_set_node (GtkWidget *widget,
                     VacNode   *node)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && VAC_IS_NODE (node));

  g_object_set_qdata_full (G_OBJECT (widget), node_quark (), g_object_ref (node), g_object_unref);
}

/**
 * vac_editor_get_node:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the node that it stands for
 */
VacNode *
vac_editor_get_node (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_qdata (G_OBJECT (widget), node_quark ());
}

/**
 * vac_editor_find_node:
 * @widget: a widget
 * @within: one of its ancestors
 *
 * Returns: (transfer none) (nullable): the node that @widget is part of
 */
VacNode *
vac_editor_find_node (GtkWidget *widget,
                      GtkWidget *within)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  for (GtkWidget *w = widget; w != NULL && w != within; w = gtk_widget_get_parent (w))
    if (vac_editor_get_node (w) != NULL)
      return vac_editor_get_node (w);

  return NULL;
}

/* Widgets that are not made yet. */
typedef struct
{
  GPtrArray *nodes;
  void     (*make) (GtkWidget *widget);
} Deferred;

static void
deferred_free (gpointer data)
{
  Deferred *self = data;

  g_ptr_array_unref (self->nodes);
  g_free (self);
}

/**
 * vac_editor_defer:
 * @widget: a widget
 * @nodes: (element-type VacNode): what will have widgets in it
 * @make: makes them
 *
 * Leaves it for later to make the widgets of @nodes, and of what is in them: until somebody looks
 * for one of them, or asks for it with vac_editor_make_deferred().
 */
void
vac_editor_defer (GtkWidget  *widget,
                  GPtrArray  *nodes,
                  void      (*make) (GtkWidget *widget))
{
  Deferred *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && nodes != NULL && make != NULL);

  self = g_new0 (Deferred, 1);
  self->nodes = g_ptr_array_ref (nodes);
  self->make = make;
  g_object_set_data_full (G_OBJECT (widget), "vac-deferred", self, deferred_free);
}

/**
 * vac_editor_make_deferred:
 * @widget: a widget
 *
 * Makes what was left for later; the second time there is nothing to do.
 */
void
vac_editor_make_deferred (GtkWidget *widget)
{
  Deferred *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = g_object_steal_data (G_OBJECT (widget), "vac-deferred");
  if (self == NULL)
    return;
  self->make (widget);
  deferred_free (self);
}

/* Whether the widget of @node would be among those of @widget that are not made yet. */
static gboolean
is_deferred (GtkWidget *widget,
             VacNode   *node)
{
  const Deferred *self = g_object_get_data (G_OBJECT (widget), "vac-deferred");

  for (; self != NULL && node != NULL; node = vac_node_get_parent (node))
    if (g_ptr_array_find (self->nodes, node, NULL))
      return TRUE;

  return FALSE;
}

/**
 * vac_editor_find_widget:
 * @within: a widget
 * @node: a node
 *
 * Returns: (transfer none) (nullable): the innermost widget in @within that stands for @node
 */
GtkWidget *
vac_editor_find_widget (GtkWidget *within,
                        VacNode   *node)
{
  g_return_val_if_fail (GTK_IS_WIDGET (within), NULL);

  if (is_deferred (within, node))
    vac_editor_make_deferred (within);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = vac_editor_find_widget (child, node);

      if (found != NULL)
        return found;
    }

  return vac_editor_get_node (within) == node ? within : NULL;
}

/**
 * vac_editor_set_tooltip:
 * @widget: a widget
 * @text: (nullable): what its tooltip says from now on
 *
 * For what is updated at every key: at each new tooltip, also one that says the same, the window
 * asks the display where the pointer is, and waits for the answer.
 */
void
vac_editor_set_tooltip (GtkWidget  *widget,
                        const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

/**
 * vac_editor_name_button:
 * @button: a button that shows an icon only
 * @name: what it does, translated
 *
 * Names it in a tooltip and for screen readers.
 */
void
vac_editor_name_button (GtkWidget  *button,
                        const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  vac_editor_name_inside (button, name);
}

/**
 * vac_editor_name_inside:
 * @button: a button
 * @name: of it, translated
 *
 * What has the focus is the button inside of a menu button: names that one, too.
 */
void
vac_editor_name_inside (GtkWidget  *button,
                        const char *name)
{
  GtkWidget *inside = gtk_widget_get_first_child (button);

  if (!GTK_IS_MENU_BUTTON (button))
    return;
  vac_names_set (inside, name);
}

/**
 * vac_editor_set_class:
 * @widget: a widget
 * @name: a style class
 * @on: whether @widget shall have it
 */
void
vac_editor_set_class (GtkWidget  *widget,
                      const char *name,
                      gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * vac_editor_create_menu:
 * @rows: its entries
 * @n_rows: how many they are
 *
 * Returns: (transfer full): a menu that shows those of @rows whose action is enabled
 */
GMenuModel *
vac_editor_create_menu (const VacMenuRow *rows,
                        guint             n_rows)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(rows[i].label), rows[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
on_menu_popup_cb (GtkMenuButton *button,
                  gpointer       menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
  vac_let_shrink (GTK_WIDGET (button));
}

/**
 * vac_editor_set_menu:
 * @button: a button
 * @menu: the menu that it opens
 *
 * Gives @button a menu whose widgets are made when it opens for the first time.
 */
void
vac_editor_set_menu (GtkMenuButton *button,
                     GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, on_menu_popup_cb, g_object_ref (menu),
                                         g_object_unref);
}

static gboolean
on_painted_cb (gpointer user_data)
{
  GtkWidget *widget = user_data;
  void (*callback) (GtkWidget *) = (void (*) (GtkWidget *))
      g_object_steal_data (G_OBJECT (widget), "vac-when-painted");

  if (callback != NULL && gtk_widget_get_mapped (widget))
    callback (widget);

  return G_SOURCE_REMOVE;
}

/* The frame that begins now is painted before anything idle is done. */
static gboolean
on_first_tick_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_painted_cb, g_object_ref (widget), g_object_unref);

  return G_SOURCE_REMOVE;
}

/**
 * vac_editor_run_when_painted:
 * @widget: a widget that comes into sight
 * @callback: what to do then, unless it has gone out of sight again
 *
 * Calls @callback at once in a window that somebody sees already. In one that has painted nothing
 * yet, that comes first.
 */
void
vac_editor_run_when_painted (GtkWidget  *widget,
                             void      (*callback) (GtkWidget *widget))
{
  GdkFrameClock *clock;

  g_return_if_fail (GTK_IS_WIDGET (widget) && callback != NULL);

  clock = gtk_widget_get_frame_clock (widget);
  if (clock == NULL || gdk_frame_clock_get_frame_counter (clock) >= 0)
    {
      callback (widget);
      return;
    }
  g_object_set_data (G_OBJECT (widget), "vac-when-painted", (gpointer) callback);
  gtk_widget_add_tick_callback (widget, on_first_tick_cb, NULL, NULL);
}

/**
 * vac_editor_describe:
 * @row: a row with everything in it
 * @node: what it shows
 *
 * Says what belongs in the row: as its tooltip, and to a screen reader on what has the focus.
 */
void
vac_editor_describe (GtkWidget *row,
                     VacNode   *node)
{
  GtkWidget *widget;
  const char *description;

  g_return_if_fail (GTK_IS_WIDGET (row) && VAC_IS_NODE (node));

  description = _(vac_node_get_field (node)->description);
  gtk_widget_set_tooltip_text (row, description);

  widget = vac_editor_get_node (row) == node ? NULL : vac_editor_find_widget (row, node);
  if (widget == NULL)
    widget = row;
  if (GTK_IS_EDITABLE (widget))
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  vac_names_set_help (widget, description);
}

/**
 * vac_editor_remove:
 * @widget: where the removal was asked for
 * @document: the document
 * @element: an element of a list in it
 * @sentence: what was removed, for a notice with an undo button
 */
void
vac_editor_remove (GtkWidget   *widget,
                   VacDocument *document,
                   VacNode     *element,
                   const char  *sentence)
{
  /* The widget is often part of what goes away. */
  g_autoptr (GtkWidget) around = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_set_object (&around, vac_dialogs_get_around (widget));
  if (vac_document_remove (document, element) && around != NULL)
    gtk_widget_activate_action (around, "win.notify-removed", "s", sentence);
}

/**
 * vac_editor_move_by:
 * @document: the document
 * @element: an element of a list in it
 * @steps: how far, down when positive; further than the end is the end
 */
void
vac_editor_move_by (VacDocument *document,
                    VacNode     *element,
                    int          steps)
{
  int last, position;

  g_return_if_fail (VAC_IS_NODE (element) && vac_node_get_parent (element) != NULL);

  last = (int) vac_node_get_n_children (vac_node_get_parent (element)) - 1;
  position = (int) vac_node_get_position (element) + steps;
  vac_document_move (document, element, (guint) CLAMP (position, 0, last));
}

/**
 * vac_editor_list_members:
 * @record: a record
 *
 * Returns: (transfer full) (element-type VacNode): what a form shows of it, in the order of the
 *   schema: a file may hold its members in any order, and others that nobody knows
 */
GPtrArray *
vac_editor_list_members (VacNode *record)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (vac_node_get_kind (record) == VAC_KIND_RECORD, members);

  for (const VacField *field = vac_node_get_field (record)->fields; field->name != NULL; field++)
    for (guint i = 0; i < vac_node_get_n_children (record); i++)
      if (vac_node_get_field (vac_node_get_child (record, i)) == field)
        g_ptr_array_add (members, g_object_ref (vac_node_get_child (record, i)));

  return members;
}

/**
 * vac_editor_show_drop_line:
 * @row: (inout): a weak pointer to the row with the line, which is the caller's
 * @to: (nullable): the row to have it instead; %NULL for none, which it is after a drop as well
 * @below: whether the line is below the row
 *
 * Shows where what is dragged would go.
 */
void
vac_editor_show_drop_line (GtkWidget **row,
                           GtkWidget  *to,
                           gboolean    below)
{
  g_return_if_fail (row != NULL);

  if (*row != NULL)
    {
      gtk_widget_remove_css_class (*row, "vac-drop-above");
      gtk_widget_remove_css_class (*row, "vac-drop-below");
    }
  g_set_weak_pointer (row, to);
  if (to != NULL)
    gtk_widget_add_css_class (to, below ? "vac-drop-below" : "vac-drop-above");
}

/**
 * vac_editor_allocate:
 * @widget: a child of the widget that is being allocated
 * @x: where it begins, in pixels of its parent
 * @y: likewise
 * @width: how wide it is, in pixels
 * @height: how high
 *
 * Gives @widget its place, without a baseline.
 */
void
vac_editor_allocate (GtkWidget *widget,
                     int        x,
                     int        y,
                     int        width,
                     int        height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, width, height }, -1);
}

/**
 * vac_editor_get_natural:
 * @widget: a widget
 * @orientation: a direction
 *
 * Returns: how long it is by nature in that direction, in pixels, whatever room there is in the
 *   other
 */
int
vac_editor_get_natural (GtkWidget      *widget,
                        GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/**
 * vac_editor_tell:
 * @widget: where something was tried
 * @sentence: why nothing came of it
 *
 * Shows a notice that goes away by itself.
 */
void
vac_editor_tell (GtkWidget  *widget,
                 const char *sentence)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "win.tell", "s", sentence);
}

/**
 * vac_editor_is_too_long:
 * @widget: where a text was pasted
 * @leaf: a text of the document
 * @text: what it would become
 *
 * Returns: whether that is more than its field takes; if so, a notice has said it
 */
gboolean
vac_editor_is_too_long (GtkWidget  *widget,
                        VacNode    *leaf,
                        const char *text)
{
  const VacField *field;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (VAC_IS_NODE (leaf), FALSE);

  field = vac_node_get_field (leaf);
  if ((field->kind != VAC_KIND_TEXT && field->kind != VAC_KIND_PROSE) || field->maximum <= 0 ||
      g_utf8_strlen (text, -1) <= field->maximum)
    return FALSE;

  sentence = g_strdup_printf (_("Nothing was pasted: the text would be longer than %d characters."),
                              (int) field->maximum);
  vac_editor_tell (widget, sentence);

  return TRUE;
}

/**
 * vac_section_get_page_node:
 * @node: a node of a document
 *
 * What a posting says of itself, such as its language, stands on the page of the job.
 *
 * Returns: (transfer none) (nullable): the node whose page shows @node: the job, a section of the
 *   first level, or %NULL when no page of the editor does
 */
VacNode *
vac_section_get_page_node (VacNode *node)
{
  VacNode *page = NULL;
  VacNode *parent;

  g_return_val_if_fail (VAC_IS_NODE (node), NULL);

  parent = vac_node_get_parent (node);
  switch (vac_node_get_role (node))
    {
    case VAC_ROLE_LANGUAGE:
    case VAC_ROLE_STATUS:
    case VAC_ROLE_STATUS_SINCE:
      return parent != NULL ? vac_node_get (parent, VAC_ROLE_JOB) : NULL;
    default:
      break;
    }
  for (; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION || vac_node_get_role (node) == VAC_ROLE_JOB)
      page = node;

  return page;
}

/**
 * vac_section_get_parent:
 * @section: a section
 *
 * Returns: (transfer none) (nullable): the section that it is a part of
 */
VacNode *
vac_section_get_parent (VacNode *section)
{
  VacNode *list = vac_node_get_parent (section);

  return list != NULL ? vac_node_get_ancestor (list, VAC_ROLE_SECTION) : NULL;
}

/**
 * vac_section_make_id:
 * @document: a document
 *
 * Returns: (transfer full): an id that no section of it has
 */
char *
vac_section_make_id (VacDocument *document)
{
  char *id = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  for (guint number = 1; id == NULL || vac_document_find_section (document, id) != NULL; number++)
    {
      g_free (id);
      id = g_strdup_printf ("section-%u", number);
    }

  return id;
}

/**
 * vac_section_new:
 * @document: the document that it is for
 * @list: the list that it is for
 * @title: its heading
 * @audience: the id of its audience
 *
 * Returns: (transfer full): a section that belongs to no document yet, with an id of its own
 */
VacNode *
vac_section_new (VacDocument *document,
                 VacNode     *list,
                 const char  *title,
                 const char  *audience)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_node_get_kind (list) == VAC_KIND_LIST, NULL);

  id = vac_section_make_id (document);

  return vac_node_new_record (vac_node_get_field (list)->element,
                              VAC_ROLE_SECTION_ID, id,
                              VAC_ROLE_SECTION_TITLE, title,
                              VAC_ROLE_SECTION_AUDIENCE, audience,
                              VAC_ROLE_NONE);
}
