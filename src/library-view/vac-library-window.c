/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-date.h"
#include "vac-editor.h"
#include "vac-file-name.h"
#include "vac-library-item.h"
#include "vac-library-window-private.h"
#include "vac-listed-folders.h"
#include "vac-money.h"
#include "vac-narrow.h"
#include "vac-shrink.h"
#include "vac-type-to-find.h"

/* Names of bars */
#define CLOSING_BAR "closing"
#define FOLDERS_BAR "folders"
#define INDEX_BAR   "index"

/* Whoever comes back to the window sees what no file monitor tells of, such as a folder on another
 * computer. In microseconds. */
#define LOOK_AGAIN (30 * G_USEC_PER_SEC)

/**
 * VacLibraryWindow:
 *
 * All postings in folders that the user has chosen: a list to search, filter, sort and open.
 */
G_DEFINE_FINAL_TYPE (VacLibraryWindow, vac_library_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  CHOOSE_FOLDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Asking */

static gboolean
is_searching (VacLibraryWindow *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ||
         vac_library_filter_count (self->filter) > 0;
}

static void
ask (VacLibraryWindow *self)
{
  VacLibraryQuery query = {
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
  };

  query.sort = vac_library_table_get_sort (self->table, &query.descending);
  vac_library_filter_take (self->filter, &query);
  self->asked_anew = TRUE;
  vac_library_feed_ask (self->feed, &query);
}

/* What the headings are pressed for is remembered. */
static void
on_sorted_cb (VacLibraryWindow *self)
{
  gboolean descending;
  VacLibrarySort sort = vac_library_table_get_sort (self->table, &descending);

  if (self->settings == NULL)
    return;
  self->sorting = TRUE;
  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS; i++)
    {
      VacLibrarySort own;

      if (vac_library_column_get_sort (i, &own) && own == sort)
        g_settings_set_string (self->settings, "library-sort", vac_library_column_get_id (i));
    }
  g_settings_set_boolean (self->settings, "library-descending", descending);
  self->sorting = FALSE;
  ask (self);
}

static void
apply_sort (VacLibraryWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "library-sort");
  const gboolean descending = g_settings_get_boolean (self->settings, "library-descending");
  VacLibrarySort sort;

  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS && !self->sorting; i++)
    if (g_str_equal (vac_library_column_get_id (i), id) && vac_library_column_get_sort (i, &sort))
      vac_library_table_sort (self->table, sort, descending);
}

static void
apply_columns (VacLibraryWindow *self)
{
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, "library-hidden-columns");

  for (guint i = 0; i < VAC_N_LIBRARY_COLUMNS; i++)
    vac_library_table_show_column (self->table, i,
                                   !g_strv_contains ((const char *const *) hidden,
                                                     vac_library_column_get_id (i)));
}

static void
update_filter_label (VacLibraryWindow *self)
{
  const guint n = vac_library_filter_count (self->filter);
  /* Translators: how many conditions a filter has */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("_Filter (%u)"), n)
                                 : g_strdup (_("_Filter"));

  gtk_label_set_label (self->filter_label, label);
}

static void
on_filter_changed_cb (VacLibraryWindow *self)
{
  update_filter_label (self);
  ask (self);
}

/* At once: what is asked for is no longer waited for when the next key comes. */
static void
on_search_changed_cb (VacLibraryWindow *self)
{
  if (self->feed != NULL)
    ask (self);
}

static void
focus_list (VacLibraryWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_search_activate_cb (VacLibraryWindow *self)
{
  focus_list (self);
}

static void
on_search_stop_cb (VacLibraryWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  focus_list (self);
}

static gboolean
on_search_down_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  focus_list (VAC_LIBRARY_WINDOW (user_data));

  return TRUE;
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);

  if (gtk_widget_get_visible (self->search_row))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  vac_library_filter_clear (self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* What is said of the list */

static char *
format_number (guint number)
{
  return vac_money_format_number (number, g_get_language_names ()[0]);
}

static char *
describe_count (VacLibraryWindow *self)
{
  const VacLibraryState *state = vac_library_feed_get_state (self->feed);
  GListModel *list = G_LIST_MODEL (vac_library_feed_get_selection (self->feed));
  const guint n_selected = g_list_model_get_n_items (G_LIST_MODEL (self->selected));
  g_autofree char *shown = format_number (g_list_model_get_n_items (list));
  g_autofree char *all = format_number (MAX (state->n_all, g_list_model_get_n_items (list)));
  g_autofree char *chosen = format_number (n_selected);
  g_autofree char *count = NULL, *selected = NULL;

  if (is_searching (self))
    /* Translators: “3 of 40 postings” */
    count = g_strdup_printf (ngettext ("%s of %s posting", "%s of %s postings", state->n_all),
                             shown, all);
  else
    count = g_strdup_printf (ngettext ("%s posting", "%s postings", state->n_all), all);
  if (n_selected < 2)
    return g_steal_pointer (&count);
  /* Translators: more than one posting */
  selected = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), chosen);

  return g_strdup_printf ("%s · %s", count, selected);
}

static void
update_foot (VacLibraryWindow *self)
{
  const VacLibraryState *state = vac_library_feed_get_state (self->feed);
  g_autofree char *count = state->listed ? describe_count (self) : g_strdup ("");
  g_autofree char *n_done = format_number (state->n_done);
  g_autofree char *n_files = format_number (state->n_files);
  g_autofree char *progress = NULL;
  g_autofree char *both = NULL;

  /* Most of the time, there is nothing new; who looks on wants to know of what takes long. */
  if (state->scanning && state->n_files > 0 && state->n_done < state->n_files)
    progress = g_strdup_printf (ngettext ("%s of %s file looked at", "%s of %s files looked at",
                                          state->n_files), n_done, n_files);
  both = progress != NULL && *count != '\0' ? g_strdup_printf ("%s · %s", count, progress)
                                            : g_strdup (progress != NULL ? progress : count);
  gtk_label_set_text (self->count_label, both);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), progress != NULL);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 (double) state->n_done / MAX (state->n_files, 1));
}

static const char *
choose_page (VacLibraryWindow *self)
{
  const VacLibraryState *state = vac_library_feed_get_state (self->feed);
  GListModel *list = G_LIST_MODEL (vac_library_feed_get_selection (self->feed));

  if (self->folders[0] == NULL)
    return "first";
  if (g_list_model_get_n_items (list) > 0)
    return "list";
  if (!state->listed)
    return gtk_stack_get_visible_child_name (self->stack);
  if (is_searching (self) && (state->n_all > 0 || !state->scanning))
    return "nothing";

  return state->scanning || !state->scanned ? "looking" : "none";
}

/* A page that goes away must not take the focus with it. */
static void
update_page (VacLibraryWindow *self)
{
  const char *name = choose_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_widget_set_visible (self->search_row, self->folders[0] != NULL);
  gtk_widget_set_visible (self->foot, self->folders[0] != NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0)
    {
      /* A row that has it may be on its way out already. */
      const gboolean had = focus == NULL
                               ? self->focused
                               : gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ||
                                     !gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

      gtk_stack_set_visible_child_name (self->stack, name);
      /* Tab would look for its way on from a page that is hidden now. */
      gtk_widget_set_focus_child (GTK_WIDGET (self->stack), NULL);
      if (had && g_str_equal (name, "nothing"))
        gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      else if (had)
        gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
    }
  if (!self->focused && g_str_equal (name, "list") && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->focused = TRUE;
      if (focus == NULL || !gtk_widget_is_ancestor (focus, self->search_row))
        focus_list (self);
    }
}

static char *
get_today (void)
{
  GDate day;

  vac_date_today (&day);

  return vac_date_to_iso (&day);
}

/* Once a day is enough, and not where they are looked at already. */
static void
update_notice (VacLibraryWindow *self)
{
  const VacLibraryState *state = vac_library_feed_get_state (self->feed);
  g_autofree char *dismissed = g_settings_get_string (self->settings, "library-notice-dismissed");
  g_autofree char *today = get_today ();
  g_autofree char *number = format_number (state->n_closing);
  g_autofree char *text = NULL;

  if (state->n_closing == 0 || g_str_equal (dismissed, today))
    {
      vac_state_bars_remove (self->bars, CLOSING_BAR);
      return;
    }
  text = g_strdup_printf (ngettext ("%s open posting closes within %u days",
                                    "%s open postings close within %u days", state->n_closing),
                          number, VAC_LIBRARY_SOON);
  if (vac_state_bars_add (self->bars, CLOSING_BAR, text, "library.show-closing", _("_Show")))
    vac_state_bars_add_action (self->bars, CLOSING_BAR, "library.dismiss-notice", _("_Dismiss"));
}

/* Returns: (transfer full) (nullable): which folders that were chosen cannot be looked through;
 * what is in others is left to the list of folders */
static char *
describe_problems (VacLibraryWindow *self)
{
  GPtrArray *problems = vac_library_feed_get_problems (self->feed);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const VacLibraryProblem *problem = g_ptr_array_index (problems, i);
      g_autoptr (GFile) folder = g_file_new_for_path (problem->path);
      g_autofree char *name = vac_file_name_tell (folder);

      if (!g_strv_contains ((const char *const *) self->folders, problem->path))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a folder, and the reason */
      g_string_append_printf (text, _("Not all postings of “%s” are listed: %s"), name,
                              problem->sentence);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
show_bar (VacLibraryWindow *self,
          const char       *id,
          const char       *text)
{
  if (text != NULL)
    vac_state_bars_add (self->bars, id, text, "library.look-again", _("_Try Again"));
  else
    vac_state_bars_remove (self->bars, id);
}

static void
on_feed_changed_cb (VacLibraryWindow *self)
{
  const VacLibraryState *state = vac_library_feed_get_state (self->feed);
  g_autofree char *problems = describe_problems (self);

  /* While folders are looked through again, what was wrong with them before still stands. */
  if (!state->scanning || !state->scanned)
    {
      show_bar (self, FOLDERS_BAR, problems);
      vac_library_folders_show (self->folders_popover, (const char *const *) self->folders,
                                vac_library_feed_get_problems (self->feed));
    }
  show_bar (self, INDEX_BAR, state->trouble);
  update_notice (self);
  update_page (self);
  update_foot (self);
}

static void
on_feed_listed_cb (VacLibraryWindow *self)
{
  if (self->asked_anew)
    vac_library_table_scroll_to_start (self->table);
  self->asked_anew = FALSE;
  vac_library_window_update_selected (self);
}

static void
on_selection_changed_cb (VacLibraryWindow *self)
{
  vac_library_window_update_selected (self);
  update_foot (self);
}

static void
show_closing_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  vac_library_filter_set_closing (self->filter, VAC_LIBRARY_SOON);
}

static void
dismiss_notice_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);
  g_autofree char *today = get_today ();

  g_settings_set_string (self->settings, "library-notice-dismissed", today);
  update_notice (self);
  focus_list (self);
}

static void
look_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (widget);

  self->scanned = g_get_monotonic_time ();
  vac_library_feed_scan (self->feed);
}

static void
on_active_cb (VacLibraryWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) &&
      g_get_monotonic_time () - self->scanned > LOOK_AGAIN)
    look_again_action (GTK_WIDGET (self), NULL, NULL);
}

/* Coming and going */

static void
on_settings_changed_cb (GSettings        *settings,
                        const char       *key,
                        VacLibraryWindow *self)
{
  if (g_str_equal (key, VAC_SETTING_FOLDERS))
    vac_library_window_apply_folders (self);
  else if (g_str_equal (key, "library-hidden-columns"))
    apply_columns (self);
  else if (g_str_equal (key, "library-sort") || g_str_equal (key, "library-descending"))
    apply_sort (self);
}

static gboolean
vac_library_window_close_request (GtkWindow *window)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "library-width", width);
  g_settings_set_int (self->settings, "library-height", height);
  g_settings_set_boolean (self->settings, "library-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (vac_library_window_parent_class)->close_request (window);
}

static void
vac_library_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_library_window_parent_class)->map (widget);
  update_page (VAC_LIBRARY_WINDOW (widget));
}

static void
vac_library_window_dispose (GObject *object)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (object);

  if (self->feed != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->feed, self);
      vac_library_feed_stop (self->feed);
    }

  G_OBJECT_CLASS (vac_library_window_parent_class)->dispose (object);
}

static void
vac_library_window_finalize (GObject *object)
{
  VacLibraryWindow *self = VAC_LIBRARY_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->feed);
  g_clear_object (&self->selected);
  g_clear_object (&self->view_actions);
  g_strfreev (self->folders);

  G_OBJECT_CLASS (vac_library_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, header);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, folders_button);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, folders_popover);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, selection_button);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, search_row);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, filter_label);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, table);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, proposals_box);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryWindow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sorted_cb);
}

static void
vac_library_window_class_init (VacLibraryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_library_window_dispose;
  object_class->finalize = vac_library_window_finalize;
  widget_class->map = vac_library_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = vac_library_window_close_request;

  /**
   * VacLibraryWindow::choose-folder:
   * @self: the window
   *
   * Somebody wants to choose another folder, for vac_library_window_add_folder().
   */
  signals[CHOOSE_FOLDER] = g_signal_new ("choose-folder", VAC_TYPE_LIBRARY_WINDOW,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VAC_TYPE_LIBRARY_FILTER);
  g_type_ensure (VAC_TYPE_LIBRARY_FOLDERS);
  g_type_ensure (VAC_TYPE_LIBRARY_TABLE);
  g_type_ensure (VAC_TYPE_STATE_BARS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "library.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "library.show-closing", NULL,
                                   show_closing_action);
  gtk_widget_class_install_action (widget_class, "library.dismiss-notice", NULL,
                                   dismiss_notice_action);
  gtk_widget_class_install_action (widget_class, "library.look-again", NULL, look_again_action);
  vac_library_window_class_install_actions (widget_class);
  vac_library_window_class_install_folders (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "library.look-again", NULL);
  /* The same keys as for a single posting. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "many.replace",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "many.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "many.duplicate-for-place", NULL);
}

static void
leave_search_downwards (VacLibraryWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                        gtk_callback_action_new (on_search_down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), controller);
}

static void
vac_library_window_init (VacLibraryWindow *self)
{
  g_autofree char *index = vac_library_dup_path ();

  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_title_shrink (self->header);
  vac_let_shrink (gtk_stack_get_child_by_name (self->stack, "nothing"));
  self->folders = g_new0 (char *, 1);
  self->selected = g_list_store_new (VAC_TYPE_LIBRARY_ENTRY);
  self->feed = vac_library_feed_new (index);
  vac_editor_name_button (GTK_WIDGET (self->folders_button), _("Folders with Postings"));
  vac_editor_name_button (GTK_WIDGET (self->menu_button), _("Main Menu"));
  vac_editor_name_button (GTK_WIDGET (self->selection_button), _("Selected Postings"));
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (gtk_widget_get_ancestor (GTK_WIDGET (self->filter_label),
                                               GTK_TYPE_TOGGLE_BUTTON)),
      GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->filter_label, NULL, -1);
  vac_type_to_find (GTK_WIDGET (self), self->search_entry);
  leave_search_downwards (self);
  g_signal_connect_object (self->feed, "listed", G_CALLBACK (on_feed_listed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "changed", G_CALLBACK (on_feed_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vac_library_feed_get_selection (self->feed), "selection-changed",
                           G_CALLBACK (on_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
  vac_narrow_watch_window (GTK_WIDGET (self->header), GTK_WINDOW (self));
}

/**
 * vac_library_window_new:
 * @application: the program
 * @settings: the user's
 * @proposals: (element-type GFile): folders that may have postings, for whoever has chosen none
 * @host: what actions on many postings need from the program
 *
 * It activates “win.open-recent” and “win.show-in-folder”, each for a URI, and expects somebody to
 * listen to #VacLibraryWindow::choose-folder.
 *
 * Returns: (transfer floating): a window
 */
GtkWidget *
vac_library_window_new (AdwApplication    *application,
                        GSettings         *settings,
                        GListModel        *proposals,
                        const VacManyHost *host)
{
  VacLibraryWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application) && G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (proposals) && host != NULL, NULL);

  self = g_object_new (VAC_TYPE_LIBRARY_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "library-width"),
                               g_settings_get_int (settings, "library-height"));
  if (g_settings_get_boolean (settings, "library-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  vac_library_window_add_menus (self, host);
  vac_library_window_propose (self, proposals);
  apply_columns (self);
  apply_sort (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings_changed_cb), self, 0);
  vac_library_window_apply_folders (self);

  return GTK_WIDGET (self);
}
