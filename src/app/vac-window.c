/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-dialogs.h"
#include "vac-editor.h"
#include "vac-memory.h"
#include "vac-narrow.h"
#include "vac-window-private.h"

/* What is drawn into at once in a window of a large screen. */
#define REUSED_BLOCK (16 << 20)

/**
 * VacWindow:
 *
 * One posting: the sidebar with the guide's outline, the form of the section that is selected,
 * and the posting as it will print.
 */
G_DEFINE_FINAL_TYPE (VacWindow, vac_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SETTINGS,
  PROP_FORMATS,
  PROP_RECENT,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The document */

static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        VacWindow   *self)
{
  if (vac_node_get_role (node) == VAC_ROLE_SECTIONS)
    vac_window_drop_detached_pages (self);
  if (vac_node_get_role (node) == VAC_ROLE_LANGUAGE)
    vac_window_apply_paper_size (self);
  /* Another edition may be the user's. */
  if (vac_node_get_role (node) == VAC_ROLE_LANGUAGE ||
      vac_node_get_role (node) == VAC_ROLE_GUIDE_ID)
    vac_window_find_guide (self);
  if (self->has_unshown)
    vac_window_update_unshown (self);
  vac_window_update_title (self);
  vac_window_update_actions (self);
}

static void
on_document_fact_cb (VacDocument *document,
                     GParamSpec  *pspec,
                     VacWindow   *self)
{
  vac_window_update_title (self);
  vac_window_update_actions (self);
  vac_window_update_disk_bars (self);
}

static void
on_store_fact_cb (VacStore   *store,
                  GParamSpec *pspec,
                  VacWindow  *self)
{
  vac_window_update_title (self);
  vac_window_update_actions (self);
  vac_window_update_disk_bars (self);
}

/* The window */

static gboolean
vac_window_close_request (GtkWindow *window)
{
  VacWindow *self = VAC_WINDOW (window);
  int sidebar, review, preview, width, height;

  if (!vac_close_guard_confirm (self->guard, vac_window_get_document (self)))
    return TRUE;

  vac_window_forget_recovery (self);
  vac_dialogs_close (GTK_WINDOW (self));
  vac_panes_get_widths (self->panes, &sidebar, &review, &preview);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "sidebar-width", sidebar);
  g_settings_set_int (self->settings, "review-width", review);
  g_settings_set_int (self->settings, "preview-width", preview);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (vac_window_parent_class)->close_request (window);
}

static void
close_saved (VacWindow *self)
{
  vac_close_guard_close (self->guard);
}

static void
on_guard_save_cb (VacCloseGuard *guard,
                  VacWindow     *self)
{
  vac_window_save (self, close_saved);
}

static void
on_active_changed_cb (VacWindow  *self,
                      GParamSpec *pspec,
                      gpointer    user_data)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    {
      vac_window_check_disk (self);
    }
  else if (vac_window_get_document (self) != NULL)
    {
      vac_document_add_barrier (vac_window_get_document (self));
      vac_recovery_hurry (self->recovery);
    }
}

static gboolean
on_files_dropped_cb (GtkDropTarget *target,
                     const GValue  *value,
                     double         x,
                     double         y,
                     VacWindow     *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (array, l->data);
  if (array->len > 0)
    vac_window_open_files (self, (GFile **) array->pdata, array->len);

  return array->len > 0;
}

/* In the capture phase, so that a file dropped on a text is opened, not pasted as its path. */
static void
accept_files (VacWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_files_dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->toast_overlay), GTK_EVENT_CONTROLLER (target));
}

/* Frames are drawn into large pieces of memory, one after another. */
static void
reuse_memory (GtkWidget *widget)
{
  vac_memory_reuse (REUSED_BLOCK);
}

/* The first frame shows the form; the preview follows in the next one, if there is a posting. */
static void
vac_window_map (GtkWidget *widget)
{
  VacWindow *self = VAC_WINDOW (widget);

  GTK_WIDGET_CLASS (vac_window_parent_class)->map (widget);
  vac_editor_run_when_painted (widget, reuse_memory);
  if (self->store != NULL)
    vac_preview_pane_queue_build (self->preview_pane);
}

static void
vac_window_constructed (GObject *object)
{
  VacWindow *self = VAC_WINDOW (object);

  G_OBJECT_CLASS (vac_window_parent_class)->constructed (object);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  vac_panes_set_widths (self->panes,
                        g_settings_get_int (self->settings, "sidebar-width"),
                        g_settings_get_int (self->settings, "review-width"),
                        g_settings_get_int (self->settings, "preview-width"));
  vac_preview_pane_set_subjects (self->preview_pane, self->formats->subjects);
  g_settings_bind (self->settings, "preview-zoom", self->preview_pane, "zoom",
                   G_SETTINGS_BIND_DEFAULT);
  vac_window_add_state_actions (self);
  vac_window_watch_find (self);
  vac_window_watch_marks (self);
  vac_window_watch_review (self);
  g_settings_bind (self->settings, "sidebar-visible", self->panes, "show-sidebar",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "review-visible", self->panes, "show-review",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "preview-visible", self->panes, "show-preview",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
vac_window_dispose (GObject *object)
{
  VacWindow *self = VAC_WINDOW (object);

  vac_window_remove_state_actions (self);
  vac_window_forget_shared (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->store_signals);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_handle_id (&self->find_source, g_source_remove);
  g_clear_object (&self->page_marks);
  g_clear_object (&self->marks);
  g_clear_object (&self->finder);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_handle_id (&self->guide_source, g_source_remove);
  g_clear_object (&self->guide);
  g_clear_object (&self->own_guide);
  g_clear_pointer (&self->guide_open, g_hash_table_unref);
  g_clear_object (&self->review_loop);
  g_clear_object (&self->review_toast);
  g_clear_object (&self->review_settings);
  g_clear_object (&self->own);
  g_clear_object (&self->recovery);
  g_clear_object (&self->discarded);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pasted, vac_pasted_free);
  g_clear_object (&self->failed_file);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (vac_window_parent_class)->dispose (object);
}

/* What is still being written then asks for them once it is written. */
static void
vac_window_finalize (GObject *object)
{
  VacWindow *self = VAC_WINDOW (object);

  g_clear_object (&self->recent);
  g_clear_object (&self->guard);

  G_OBJECT_CLASS (vac_window_parent_class)->finalize (object);
}

static void
vac_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VacWindow *self = VAC_WINDOW (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VacWindow *self = VAC_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_FORMATS:
      self->formats = g_value_get_pointer (value);
      break;
    case PROP_RECENT:
      self->recent = g_value_dup_object (value);
      break;
    case PROP_STORE:
      if (g_value_get_object (value) != NULL)
        vac_window_set_store (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
on_node_activated_cb (VacPreviewPane *pane,
                      VacNode        *node,
                      VacWindow      *self)
{
  vac_window_show_node (self, node);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH "/app/window.ui");
  gtk_widget_class_bind_template_child (widget_class, VacWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, sidebar_bin);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, form_title);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, form_header);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, form_print_button);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, review_pane);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, VacWindow, main_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_node_activated_cb);
}

static void
vac_window_class_init (VacWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->constructed = vac_window_constructed;
  object_class->dispose = vac_window_dispose;
  object_class->finalize = vac_window_finalize;
  object_class->get_property = vac_window_get_property;
  object_class->set_property = vac_window_set_property;
  widget_class->map = vac_window_map;
  window_class->close_request = vac_window_close_request;

  /**
   * VacWindow:settings:
   *
   * Where sizes and what is shown are remembered.
   */
  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VacWindow:formats:
   *
   * What the program can export, a #VacFormats.
   */
  properties[PROP_FORMATS] =
    g_param_spec_pointer ("formats", NULL, NULL,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VacWindow:recent:
   *
   * What was opened and saved last.
   */
  properties[PROP_RECENT] =
    g_param_spec_object ("recent", NULL, NULL, VAC_TYPE_RECENT_LIST,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VacWindow:store:
   *
   * The posting that the window shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, VAC_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VAC_TYPE_FIND_BAR);
  g_type_ensure (VAC_TYPE_PANES);
  g_type_ensure (VAC_TYPE_PREVIEW_PANE);
  g_type_ensure (VAC_TYPE_REVIEW_PANE);
  g_type_ensure (VAC_TYPE_STATE_BARS);
  bind_template (widget_class);
  vac_window_class_install_actions (widget_class);
  vac_window_class_bind_menu_key (widget_class);
}

static void
connect_signals (VacWindow *self)
{
  self->document_signals = g_signal_group_new (VAC_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (on_document_changed_cb),
                          self);
  g_signal_group_connect (self->document_signals, "notify", G_CALLBACK (on_document_fact_cb), self);
  self->store_signals = g_signal_group_new (VAC_TYPE_STORE);
  g_signal_group_connect (self->store_signals, "notify", G_CALLBACK (on_store_fact_cb), self);
  g_signal_connect_object (self->guard, "save", G_CALLBACK (on_guard_save_cb), self, 0);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed_cb), NULL);
}

/* Print is where the preview is, and in the header of the form where that is not, if there is
 * room. Only the last pane that is shown has the window's buttons. */
static void
on_panes_notify_cb (VacPanes   *panes,
                    GParamSpec *pspec,
                    VacWindow  *self)
{
  gboolean narrow, tight, form_hidden, review_visible, preview_visible, right_visible;

  g_object_get (panes, "narrow", &narrow, "tight", &tight, "form-hidden", &form_hidden,
                "review-visible", &review_visible, "preview-visible", &preview_visible, NULL);
  right_visible = review_visible || preview_visible;
  vac_narrow_show_window_buttons (self->sidebar_header, form_hidden && !right_visible);
  vac_narrow_show_window_buttons (self->form_header, !right_visible);
  vac_review_pane_set_header (self->review_pane, narrow, form_hidden, !preview_visible);
  gtk_widget_set_visible (self->form_print_button, !preview_visible && !tight);
  vac_narrow_set_button (self->save_button, narrow, _("_Save"), "document-save-symbolic");
  vac_narrow_set_header (self->form_header, narrow);
  vac_narrow_set_header (self->sidebar_header, narrow);
}

static void
vac_window_init (VacWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->guard = vac_close_guard_new (GTK_WINDOW (self));
  self->pages = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  vac_window_watch_shared (self);
  connect_signals (self);
  accept_files (self);
  vac_window_watch_paste (self);

  vac_window_set_up_menu (self, self->main_menu_button);

  g_signal_connect_object (self->panes, "notify::narrow", G_CALLBACK (on_panes_notify_cb), self, 0);
  vac_window_update_actions (self);
}

/**
 * vac_window_new:
 * @application: the program
 * @settings: where sizes and what is shown are remembered
 * @formats: what the program can export; must live as long as the window
 * @recent: what was opened and saved last
 * @store: (nullable): the posting to show
 *
 * Returns: (transfer floating): a window
 */
GtkWidget *
vac_window_new (AdwApplication   *application,
                GSettings        *settings,
                const VacFormats *formats,
                VacRecentList    *recent,
                VacStore         *store)
{
  return g_object_new (VAC_TYPE_WINDOW,
                       "application", application,
                       "settings", settings,
                       "formats", formats,
                       "recent", recent,
                       "store", store,
                       NULL);
}
