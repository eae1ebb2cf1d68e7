/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-window-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-library-item.h"
#include "vac-library-window-private.h"
#include "vac-question.h"
#include "vac-schema.h"

/* What is done with the postings of a library, and its menus. */

/* More windows than that are opened when somebody means it. */
#define MOST_OPENED 10

#define COLUMN_KEY "vac-column"

/* Opening */

static void
activate_for_path (VacLibraryWindow *self,
                   const char       *action,
                   const char       *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", uri);
}

static void
on_open_cb (VacLibraryWindow *self,
            VacLibraryItem   *item)
{
  activate_for_path (self, "win.open-recent", vac_library_item_get_path (item));
}

typedef struct
{
  VacLibraryWindow *window;    /* owned */
  GPtrArray        *paths;     /* owned: what was selected when the question was asked */
} Opening;

static void
on_open_answer_cb (const char *answer,
                   gpointer    user_data)
{
  g_autofree Opening *opening = user_data;

  if (g_strcmp0 (answer, "open") == 0)
    for (guint i = 0; i < opening->paths->len; i++)
      activate_for_path (opening->window, "win.open-recent", opening->paths->pdata[i]);
  g_ptr_array_unref (opening->paths);
  g_object_unref (opening->window);
}

static void
ask_to_open (Opening *opening)
{
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "open", _("_Open"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  const guint n = opening->paths->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("Open %u Posting?", "Open %u Postings?", n),
                                              n);

  vac_ask (GTK_WINDOW (opening->window), heading, _("Each has a window of its own."), answers,
           "open", on_open_answer_cb, opening);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);
  GListModel *selected = G_LIST_MODEL (self->selected);
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (selected); i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (selected, i);

      g_ptr_array_add (opening->paths, g_strdup (vac_library_entry_get_path (entry)));
    }
  if (opening->paths->len > MOST_OPENED)
    ask_to_open (opening);
  else
    on_open_answer_cb ("open", opening);
}

static void
show_in_folder_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);
  g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selected), 0);

  if (entry != NULL)
    activate_for_path (self, "win.show-in-folder", vac_library_entry_get_path (entry));
}

/**
 * vac_library_window_class_install_actions:
 * @widget_class: the class of library windows, with its template
 *
 * Adds what is done with postings.
 */
void
vac_library_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_install_action (widget_class, "library.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "library.show-in-folder", NULL,
                                   show_in_folder_action);
}

/**
 * vac_library_window_update_selected:
 * @self: a window
 *
 * Notes which postings are selected, as the index has them now.
 */
void
vac_library_window_update_selected (VacLibraryWindow *self)
{
  GtkSelectionModel *selection = vac_library_feed_get_selection (self->feed);
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (selection);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      {
        g_autoptr (VacLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (selection),
                                                                 position);

        if (item != NULL)
          g_ptr_array_add (entries, vac_library_item_get_entry (item));
      }
    while (gtk_bitset_iter_next (&iter, &position));
  g_list_store_splice (self->selected, 0, g_list_model_get_n_items (G_LIST_MODEL (self->selected)),
                       entries->pdata, entries->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.open", entries->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.show-in-folder", entries->len == 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selection_button), entries->len > 0);
}

/* Which columns are shown */

static void
on_column_state_cb (GSimpleAction    *action,
                    GVariant         *state,
                    VacLibraryWindow *self)
{
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, "library-hidden-columns");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *id = g_object_get_data (G_OBJECT (action), COLUMN_KEY);

  for (guint i = 0; hidden[i] != NULL; i++)
    if (!g_str_equal (hidden[i], id))
      g_ptr_array_add (ids, hidden[i]);
  if (!g_variant_get_boolean (state))
    g_ptr_array_add (ids, (gpointer) id);
  g_ptr_array_add (ids, NULL);
  g_settings_set_strv (self->settings, "library-hidden-columns", (const char *const *) ids->pdata);
  g_simple_action_set_state (action, state);
}

/* A list without titles would say nothing. */
static void
add_column_action (VacLibraryWindow *self,
                   VacLibraryColumn  column)
{
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, "library-hidden-columns");
  const char *id = vac_library_column_get_id (column);
  const gboolean visible = !g_strv_contains ((const char *const *) hidden, id);
  g_autofree char *name = g_strdup_printf ("column-%s", id);
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (visible));

  g_object_set_data (G_OBJECT (action), COLUMN_KEY, (gpointer) id);
  g_signal_connect_object (action, "change-state", G_CALLBACK (on_column_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->view_actions), G_ACTION (action));
}

/* Menus */

typedef struct
{
  const char *label;
  const char *action;
} MenuEntry;

static GMenuModel *
make_status_menu (void)
{
  const VacChoice *choices = vac_schema_get_field (VAC_ROLE_STATUS)->choices;
  GMenu *menu = g_menu_new ();

  for (guint i = 0; choices[i].id != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "many.set-status", "s", choices[i].id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
append_section (GMenu           *menu,
                const MenuEntry *entries,
                guint            n_entries)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_entries; i++)
    g_menu_append (section, _(entries[i].label), entries[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_selection_menu (void)
{
  static const MenuEntry open[] = {
    { N_("_Open"), "library.open" },
    { N_("Show in _Folder"), "library.show-in-folder" },
  };
  static const MenuEntry change[] = {
    { N_("Set a Fi_eld…"), "many.set-field" },
    { N_("Find and _Replace…"), "many.replace" },
    { N_("_Duplicate for Another Place…"), "many.duplicate-for-place" },
  };
  static const MenuEntry look[] = {
    { N_("_Check"), "many.check" },
    { N_("E_xport…"), "many.export" },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) status = g_menu_new ();
  g_autoptr (GMenuModel) statuses = make_status_menu ();

  append_section (menu, open, G_N_ELEMENTS (open));
  g_menu_append_submenu (status, _("_Status"), statuses);
  g_menu_append (status, _("_Archive"), "many.archive");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (status));
  append_section (menu, change, G_N_ELEMENTS (change));
  append_section (menu, look, G_N_ELEMENTS (look));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();
  VacLibrarySort sort;

  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS; i++)
    if (vac_library_column_get_sort (i, &sort))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (vac_library_column_get_title (i), NULL);

        g_menu_item_set_action_and_target (item, "view.library-sort", "s",
                                           vac_library_column_get_id (i));
        g_menu_append_item (orders, item);
      }
  g_menu_append (direction, _("_Descending"), "view.library-descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_columns_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = VAC_LIBRARY_COLUMN_TITLE + 1; i < VAC_N_LIBRARY_COLUMNS; i++)
    {
      g_autofree char *action = g_strdup_printf ("view.column-%s", vac_library_column_get_id (i));

      g_menu_append (menu, vac_library_column_get_title (i), action);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_main_menu (void)
{
  GMenu *menu = g_menu_new ();
  static const MenuEntry postings[] = {
    { N_("_New Posting…"), "app.new" },
    { N_("_Add Folder…"), "library.add-folder" },
    { N_("_Look Again"), "library.look-again" },
  };
  static const MenuEntry help[] = {
    { N_("_Keyboard Shortcuts"), "win.show-help-overlay" },
    { N_("_Help"), "app.help" },
  };
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenuModel) sorts = make_sort_menu ();
  g_autoptr (GMenuModel) columns = make_columns_menu ();

  g_menu_append_submenu (view, _("_Sort By"), sorts);
  g_menu_append_submenu (view, _("_Columns"), columns);
  append_section (menu, postings, G_N_ELEMENTS (postings));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  append_section (menu, help, G_N_ELEMENTS (help));

  return G_MENU_MODEL (menu);
}

/**
 * vac_library_window_add_menus:
 * @self: a window with its settings
 * @host: what actions on many postings need from the program
 *
 * Adds its menus, and the actions for what the list shows and for what is selected in it.
 */
void
vac_library_window_add_menus (VacLibraryWindow  *self,
                              const VacManyHost *host)
{
  static const char *const keys[] = { "library-sort", "library-descending" };
  g_autoptr (GMenuModel) selection = make_selection_menu ();
  g_autoptr (GMenuModel) menu = make_main_menu ();
  GActionGroup *many;

  self->view_actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->view_actions), action);
    }
  for (guint i = VAC_LIBRARY_COLUMN_TITLE + 1; i < VAC_N_LIBRARY_COLUMNS; i++)
    add_column_action (self, i);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->view_actions));
  many = vac_many_actions_new (GTK_WINDOW (self), self->toasts, G_LIST_MODEL (self->selected),
                               host);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "many", many);
  g_object_unref (many);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_menu_button_set_menu_model (self->selection_button, selection);
  vac_library_table_set_up (self->table, vac_library_feed_get_selection (self->feed), selection);
  vac_library_window_update_selected (self);
}
