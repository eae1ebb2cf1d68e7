/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sidebar-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-reviewed.h"
#include "vac-sidebar-private.h"
#include "vac-table.h"

/* What the menu and the keyboard shortcuts of an entry do. */

static VacNode *
get_section (VacSidebar *self)
{
  return vac_node_get_role (self->selected) == VAC_ROLE_SECTION ? self->selected : NULL;
}

/* Past the next entry of the same sort, which is where it is seen to go; −1 past the last. */
static int
find_position (VacNode *section,
               int      step)
{
  VacNode *list = vac_node_get_parent (section);
  int position = (int) vac_node_get_position (section) + step;

  g_assert (list != NULL && step != 0);

  for (; position >= 0 && position < (int) vac_node_get_n_children (list); position += step)
    if (vac_sidebar_are_neighbours (section, vac_node_get_child (list, (guint) position)))
      return position;

  return -1;
}

static void
move_selected (VacSidebar *self,
               int         step)
{
  VacNode *section = get_section (self);
  const int position = section != NULL ? find_position (section, step) : -1;

  if (position >= 0)
    vac_document_move (self->document, section, (guint) position);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);

  if (get_section (self) != NULL)
    vac_sidebar_rename (self, get_section (self));
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_selected (VAC_SIDEBAR (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move_selected (VAC_SIDEBAR (widget), 1);
}

static void
include (VacSidebar *self,
         gboolean    included)
{
  VacNode *section = get_section (self);

  if (section != NULL)
    vac_document_set_toggle (self->document, vac_node_get (section, VAC_ROLE_SECTION_INCLUDE),
                             included);
}

static void
include_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  include (VAC_SIDEBAR (widget), TRUE);
}

static void
leave_out_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  include (VAC_SIDEBAR (widget), FALSE);
}

static void
mark_reviewed_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);

  vac_reviewed_set (self->document, self->selected, TRUE);
}

static void
unmark_reviewed_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);

  vac_reviewed_set (self->document, self->selected, FALSE);
}

/* What is in no document yet takes no edit, so ids are given once it is. A table stands in one
 * section. */
static void
name_copy (VacSidebar *self,
           VacNode    *original,
           VacNode    *copy)
{
  g_autofree char *id = vac_section_make_id (self->document);
  VacNode *parts = vac_node_get (copy, VAC_ROLE_SUBSECTIONS);

  vac_document_set_text (self->document, vac_node_get (copy, VAC_ROLE_SECTION_ID), id);
  vac_document_set_text (self->document, vac_node_get (copy, VAC_ROLE_SECTION_TABLE), "");
  vac_table_copy_part (self->document, original, copy);
  for (guint i = 0; parts != NULL && i < vac_node_get_n_children (parts); i++)
    name_copy (self, vac_node_get_child (vac_node_get (original, VAC_ROLE_SUBSECTIONS), i),
               vac_node_get_child (parts, i));
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  VacNode *section = get_section (self);
  g_autoptr (VacNode) copy = NULL;
  gboolean done;

  if (section == NULL)
    return;

  copy = vac_node_copy (section);
  vac_document_begin_step (self->document, _("Duplicate Section"));
  done = vac_document_insert (self->document, vac_node_get_parent (section),
                              vac_node_get_position (section) + 1, copy);
  if (done)
    name_copy (self, section, copy);
  vac_document_end_step (self->document);
  if (done)
    vac_sidebar_set_selected (self, copy);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  VacNode *section = get_section (self);
  g_autofree char *sentence = NULL;

  if (section == NULL)
    return;

  sentence = g_strdup_printf (_("“%s” removed"),
                              vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  vac_editor_remove (widget, self->document, section, sentence);
}

static void
add_section_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  VacNode *list = vac_document_get (self->document, VAC_ROLE_SECTIONS);
  VacNode *top = vac_section_get_page_node (self->selected);
  gboolean below = top != NULL && vac_node_get_role (top) == VAC_ROLE_SECTION;
  g_autoptr (VacNode) section = vac_section_new (self->document, list, _("New Section"),
                                                 below && vac_audience_of_section (top) ==
                                                              VAC_AUDIENCE_TEAM
                                                     ? VAC_AUDIENCE_ID_TEAM
                                                     : VAC_AUDIENCE_ID_CANDIDATE);

  if (vac_document_insert (self->document, list, below ? vac_node_get_position (top) + 1 : 0,
                           section))
    vac_sidebar_set_selected (self, section);
}

static void
add_subsection_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  VacNode *top = get_section (self) != NULL ? vac_section_get_page_node (self->selected) : NULL;
  VacNode *list = top != NULL ? vac_node_get (top, VAC_ROLE_SUBSECTIONS) : NULL;
  g_autoptr (VacNode) subsection = NULL;
  gboolean added;

  if (list == NULL)
    return;

  subsection = vac_section_new (self->document, list, _("New Group"),
                                vac_node_get_member_text (top, VAC_ROLE_SECTION_AUDIENCE));
  vac_document_begin_step (self->document, _("Add Group"));
  vac_table_add (self->document, top, subsection);
  added = vac_document_append (self->document, list, subsection);
  vac_document_end_step (self->document);
  if (added)
    vac_sidebar_set_selected (self, subsection);
}

/**
 * vac_sidebar_update_actions:
 * @self: a sidebar
 *
 * Makes available what can be done with the selected entry; the menu shows nothing else.
 */
void
vac_sidebar_update_actions (VacSidebar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean writable = !vac_document_get_read_only (self->document);
  VacNode *section = self->selected != NULL && writable ? get_section (self) : NULL;
  const gboolean here = section != NULL && vac_node_get_parent (section) != NULL;
  const VacProgress progress = self->selected != NULL && writable
                                   ? vac_sidebar_get_progress (self, self->selected)
                                   : VAC_PROGRESS_NONE;
  const gboolean included = here && vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE);

  gtk_widget_action_set_enabled (widget, "sidebar.rename", here);
  gtk_widget_action_set_enabled (widget, "sidebar.duplicate", here);
  gtk_widget_action_set_enabled (widget, "sidebar.mark-reviewed",
                                 (progress == VAC_PROGRESS_UNTOUCHED ||
                                  progress == VAC_PROGRESS_EDITED) &&
                                     vac_reviewed_can_set (self->selected));
  gtk_widget_action_set_enabled (widget, "sidebar.unmark-reviewed",
                                 progress == VAC_PROGRESS_MARKED);
  gtk_widget_action_set_enabled (widget, "sidebar.move-up",
                                 here && find_position (section, -1) >= 0);
  gtk_widget_action_set_enabled (widget, "sidebar.move-down",
                                 here && find_position (section, 1) >= 0);
  gtk_widget_action_set_enabled (widget, "sidebar.include", here && !included);
  gtk_widget_action_set_enabled (widget, "sidebar.leave-out", included);
  gtk_widget_action_set_enabled (widget, "sidebar.remove", here);
  gtk_widget_action_set_enabled (widget, "sidebar.add-section", writable);
  gtk_widget_action_set_enabled (widget, "sidebar.add-subsection", here);
}

/* The popover is ours and not the list box's, which would take the focus when the menu closes. */
static void
make_popover (VacSidebar *self)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (self->entry_menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = GTK_POPOVER (popover);
}

/* An entry that is scrolled away has its menu at the edge where it went. */
static void
pop_up (VacSidebar *self,
        float       x,
        float       y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->list_box), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return;
  if (self->popover == NULL)
    make_popover (self);
  point.y = CLAMP (point.y, 0, (float) gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_popover_set_pointing_to (self->popover,
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (self->popover);
}

/**
 * vac_sidebar_pop_up_at:
 * @self: a sidebar
 * @n_press: how many presses there were
 * @x: where, from the left edge of its list
 * @y: where, from the top of its list
 *
 * Selects the entry there and shows its menu.
 */
void
vac_sidebar_pop_up_at (VacSidebar *self,
                       int         n_press,
                       double      x,
                       double      y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list_box, (int) y);

  if (row == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_list_box_select_row (self->list_box, row);
  pop_up (self, (float) x, (float) y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  GtkWidget *row = g_hash_table_lookup (self->rows, self->selected);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_box), &bounds))
    pop_up (self, bounds.origin.x + 24, bounds.origin.y + bounds.size.height / 2);
}

/**
 * vac_sidebar_class_install_actions:
 * @widget_class: the class of sidebars
 */
void
vac_sidebar_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "sidebar.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "sidebar.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "sidebar.mark-reviewed", NULL,
                                   mark_reviewed_action);
  gtk_widget_class_install_action (widget_class, "sidebar.unmark-reviewed", NULL,
                                   unmark_reviewed_action);
  gtk_widget_class_install_action (widget_class, "sidebar.include", NULL, include_action);
  gtk_widget_class_install_action (widget_class, "sidebar.leave-out", NULL, leave_out_action);
  gtk_widget_class_install_action (widget_class, "sidebar.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "sidebar.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "sidebar.add-subsection", NULL,
                                   add_subsection_action);
  gtk_widget_class_install_action (widget_class, "sidebar.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "sidebar.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "sidebar.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "sidebar.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sidebar.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "sidebar.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "sidebar.menu",
                                       NULL);
}
