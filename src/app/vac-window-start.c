/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-start"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-new-posting.h"
#include "vac-shrink.h"
#include "vac-window-private.h"

/* What a window shows before it shows a posting, and the main menu, which is there as well. */

static gboolean
on_after_menu_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus;

  if (!VAC_IS_WINDOW (root))
    return G_SOURCE_REMOVE;
  focus = gtk_root_get_focus (root);
  if (focus == NULL || gtk_widget_is_ancestor (focus, gtk_widget_get_parent (popover)))
    vac_window_return_focus (VAC_WINDOW (root), popover);

  return G_SOURCE_REMOVE;
}

/* GTK 4.8 leaves the focus in a submenu that was closed, where no key arrives any more; 4.18 moves
 * it to the button afterwards. */
static void
on_main_menu_closed_cb (GtkPopover *popover,
                        VacWindow  *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_after_menu_cb, g_object_ref (popover), g_object_unref);
}

/* Its widgets are made when it opens for the first time. */
static void
make_menu (VacWindow     *self,
           GtkMenuButton *button)
{
  gtk_menu_button_set_menu_model (button, self->main_menu);
  vac_let_shrink (GTK_WIDGET (button));
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed",
                           G_CALLBACK (on_main_menu_closed_cb), self, 0);
}

/* Other windows and programs add recent files, so the list is filled when the menu opens. */
static void
on_main_menu_popup_cb (GtkMenuButton *button,
                       gpointer       user_data)
{
  VacWindow *self = VAC_WINDOW (user_data);
  g_autoptr (GMenu) section = g_menu_new ();

  if (gtk_menu_button_get_popover (button) == NULL)
    make_menu (self, button);
  vac_window_remember_focus (self, GTK_WIDGET (gtk_menu_button_get_popover (button)));
  vac_recent_list_fill_menu (self->recent, self->recent_menu, "win.open-recent");
  g_menu_append (section, _("Reopen Last _Session"), "app.reopen-session");
  g_menu_append_section (self->recent_menu, NULL, G_MENU_MODEL (section));
}

/**
 * vac_window_set_up_menu:
 * @self: a window
 * @button: its main menu, or that of a page in it
 */
void
vac_window_set_up_menu (VacWindow     *self,
                        GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, on_main_menu_popup_cb, self, NULL);
}

/* The menu is in the sidebar. GTK opens what can be seen by itself. */
static gboolean
on_menu_key_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  VacWindow *self = VAC_WINDOW (widget);
  const char *page = gtk_stack_get_visible_child_name (self->main_stack);

  if (g_strcmp0 (page, "posting") != 0 ||
      gtk_widget_get_mapped (GTK_WIDGET (self->main_menu_button)))
    return FALSE;
  g_object_set (self->panes, "sidebar-visible", TRUE, NULL);
  gtk_menu_button_popup (self->main_menu_button);

  return TRUE;
}

/**
 * vac_window_class_bind_menu_key:
 * @widget_class: the class of windows
 *
 * Lets F10 open the main menu also while the sidebar is hidden.
 */
void
vac_window_class_bind_menu_key (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, 0, on_menu_key_cb, NULL);
}

static GtkWidget *
create_menu_button (VacWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  vac_editor_name_button (button, _("Main Menu"));
  vac_window_set_up_menu (self, GTK_MENU_BUTTON (button));

  return button;
}

static void
update_title (VacWindow *self)
{
  if (self->start_page != NULL)
    gtk_window_set_title (GTK_WINDOW (self), _("Vacancy"));
  else if (self->store != NULL)
    vac_window_update_title (self);
  else
    gtk_window_set_title (GTK_WINDOW (self), _("Could Not Open File"));
}

/* Whoever came from a posting, or from what could not be opened, may go back there. */
static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  VacWindow *self = VAC_WINDOW (user_data);

  if (self->store == NULL && self->failed_file == NULL)
    return FALSE;
  vac_window_leave_view (self);
  update_title (self);

  return TRUE;
}

static void
leave_on_escape (VacWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (GDK_KEY_Escape, 0);
  GtkShortcutAction *action = gtk_callback_action_new (on_escape_cb, self, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, action));
  gtk_widget_add_controller (GTK_WIDGET (self->start_page), controller);
}

/**
 * vac_window_show_start:
 * @self: a window that shows nothing that anybody would miss
 * @recovered: (element-type VacRecovery): what waits to be opened
 *
 * Shows where a posting starts. The window's first posting takes its place.
 *
 * Returns: (transfer none): the page, for somebody to listen to
 */
VacStartPage *
vac_window_show_start (VacWindow  *self,
                       GListStore *recovered)
{
  g_autofree char *language = NULL;

  g_return_val_if_fail (VAC_IS_WINDOW (self) && self->start_page == NULL, NULL);

  vac_window_leave_view (self);
  language = vac_new_posting_dup_value (self->settings, VAC_ROLE_LANGUAGE);
  self->start_page = VAC_START_PAGE (vac_start_page_new (self->recent, recovered,
                                                         create_menu_button (self), language));
  leave_on_escape (self);
  vac_window_show_view (self, GTK_WIDGET (self->start_page), "start-page");
  update_title (self);

  return self->start_page;
}

/**
 * vac_window_shows_start:
 * @self: a window
 *
 * Returns: whether it shows where a posting starts
 */
gboolean
vac_window_shows_start (VacWindow *self)
{
  g_return_val_if_fail (VAC_IS_WINDOW (self), FALSE);

  return self->start_page != NULL;
}
