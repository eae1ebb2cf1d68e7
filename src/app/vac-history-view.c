/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-history-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-alert.h"
#include "vac-history-item.h"
#include "vac-history-rows.h"
#include "vac-history-view.h"
#include "vac-narrow.h"
#include "vac-panes.h"
#include "vac-question.h"
#include "vac-reader.h"
#include "vac-state-bars.h"
#include "vac-subject.h"

/**
 * VacHistoryView:
 *
 * The page of a window that shows earlier versions of its posting: a list, newest first, and the
 * version that is selected there as it would print. What happens with one is for the window to do.
 */
struct _VacHistoryView
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkStack           *stack;
  AdwStatusPage      *status_page;
  VacPanes           *panes;
  GtkWidget          *list_header;
  VacStateBars       *bars;
  GtkListView        *list_view;
  GtkWidget          *version_header;
  AdwWindowTitle     *version_title;
  GtkWidget          *list_button;
  GtkWidget          *restore_button;
  GtkStack           *version_stack;
  GtkScrolledWindow  *page_scroller;
  AdwStatusPage      *problem_page;

  /* Borrowed: in the template */
  VacPageView        *page_view;

  /* Owned */
  GFile              *file;          /* NULL for a posting that has never been saved */
  VacDocument        *document;      /* as it is now */
  GListStore         *items;         /* of VacHistoryItem, newest first */
  GtkSingleSelection *selection;
  GCancellable       *cancellable;   /* for what this widget waits for */
  GCancellable       *loading;       /* for the version that is to be shown */
  VacHistorySummaries *summaries;
  GBytes             *shown_bytes;   /* NULL while nothing can be copied */
  VacDocument        *shown;         /* NULL for one that is no posting */

  guint               focus_tick;
  gboolean            narrow;        /* there is room for one pane only */
  gboolean            list_alone;    /* it has taken the place of the version */
};

G_DEFINE_FINAL_TYPE (VacHistoryView, vac_history_view, ADW_TYPE_BIN)

enum
{
  RESTORE,
  COMPARE,
  COPY,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static VacHistoryItem *
get_selected (VacHistoryView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (VacHistoryView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  VacHistoryItem *item = get_selected (self);
  const gboolean kept = item != NULL && vac_history_item_get_version (item) != NULL;

  gtk_widget_action_set_enabled (widget, "history.restore",
                                 kept && self->shown != NULL &&
                                 !vac_document_get_read_only (self->document));
  gtk_widget_action_set_enabled (widget, "history.compare", kept && self->shown != NULL);
  gtk_widget_action_set_enabled (widget, "history.name", kept);
  gtk_widget_action_set_enabled (widget, "history.copy", kept && self->shown_bytes != NULL);
}

static void
say (AdwStatusPage *page,
     const char    *title,
     const char    *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, escaped);
}

/* The version that is shown */

static void
show_document (VacHistoryView *self,
               VacDocument    *document)
{
  const VacExportOptions options = { .audience = VAC_AUDIENCE_CANDIDATE };
  g_autoptr (VacOutline) outline = vac_posting_subject.make (document, &options);

  vac_page_view_set_outline (self->page_view, outline);
  gtk_stack_set_visible_child_name (self->version_stack, "page");
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VacHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_versions_load_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->shown_bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->shown = bytes != NULL ? vac_read_document (bytes, &error) : NULL;
  update_actions (self);
  if (self->shown != NULL)
    {
      show_document (self, self->shown);
      return;
    }
  say (self->problem_page, bytes != NULL ? _("Not a Posting") : _("Version Is Damaged"),
       error->message);
  gtk_stack_set_visible_child_name (self->version_stack, "problem");
}

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                VacHistoryView     *self)
{
  VacHistoryItem *item = get_selected (self);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->shown_bytes, g_bytes_unref);
  if (item != NULL)
    {
      adw_window_title_set_title (self->version_title, vac_history_item_get_title (item));
      adw_window_title_set_subtitle (self->version_title, vac_history_item_get_detail (item));
    }
  if (item != NULL && vac_history_item_get_version (item) == NULL)
    show_document (self, self->document);
  else if (item != NULL)
    {
      self->loading = g_cancellable_new ();
      vac_versions_load_async (self->file, vac_history_item_get_version (item), self->loading,
                               on_loaded_cb, g_object_ref (self));
    }
  update_actions (self);
}

/* The list */

static void
show_status (VacHistoryView *self,
             const char     *title,
             const char     *sentence)
{
  say (self->status_page, title, sentence);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* Whichever was selected before, or the posting as it is now. */
static guint
find_position (VacHistoryView *self,
               guint64         number)
{
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (VacHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (vac_history_item_get_version (item)->number == number)
        return i;
    }

  return 0;
}

static void
fill (VacHistoryView *self,
      GPtrArray      *versions)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  VacHistoryItem *selected = get_selected (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const VacVersion *before = selected != NULL ? vac_history_item_get_version (selected) : NULL;
  const guint64 number = before != NULL ? before->number : 0;

  if (versions->len == 0)
    {
      show_status (self, _("No Earlier Versions"),
                   _("From the second save on, the version before is kept, and listed here."));
      return;
    }
  g_ptr_array_add (items, vac_history_item_new (NULL, now));
  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (items, vac_history_item_new (g_ptr_array_index (versions, i), now));
  /* At once: a row is compared with the one below it as soon as it is shown. */
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, find_position (self, number));
  gtk_stack_set_visible_child_name (self->stack, "versions");
}

static void
on_listed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VacHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean rebuilt;
  g_autoptr (GPtrArray) versions = vac_versions_list_finish (G_FILE (source), result, &rebuilt,
                                                             &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (versions == NULL)
    {
      show_status (self, _("Versions Cannot Be Read"), error->message);
      return;
    }
  if (rebuilt)
    vac_state_bars_add (self->bars, "rebuilt",
                        _("The list of versions was damaged. It has been made anew from what was "
                          "kept; names and times may be missing."), NULL, NULL);
  fill (self, versions);
  vac_history_view_focus (self);
}

static void
load_list (VacHistoryView *self)
{
  if (self->file == NULL)
    show_status (self, _("Not Saved Yet"),
                 _("Versions come with saving: each save keeps the version before it."));
  else
    vac_versions_list_async (self->file, self->cancellable, on_listed_cb, g_object_ref (self));
}

/* Names */

typedef struct
{
  VacHistoryView *view;
  GtkWidget      *entry;
  guint64         number;
} Naming;

static void
naming_free (Naming *naming)
{
  g_object_unref (naming->view);
  g_object_unref (naming->entry);
  g_free (naming);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Naming, naming_free)

static void
on_named_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacHistoryView) self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!vac_versions_name_finish (G_FILE (source), result, &error) && root != NULL)
    vac_tell (GTK_WINDOW (root), _("Could Not Name Version"), error->message);
  if (!g_cancellable_is_cancelled (self->cancellable))
    load_list (self);
}

static void
on_name_answer_cb (const char *answer,
                   gpointer    user_data)
{
  g_autoptr (Naming) naming = user_data;
  g_autofree char *name = NULL;

  if (!g_str_equal (answer, "rename"))
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (naming->entry))));
  vac_versions_name_async (naming->view->file, naming->number, name, NULL, on_named_cb,
                           g_object_ref (naming->view));
}

static void
name_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);
  const VacVersion *version = vac_history_item_get_version (get_selected (self));
  Naming *naming = g_new0 (Naming, 1);
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "rename", _("_Name"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };
  GtkWidget *dialog;

  naming->view = g_object_ref (self);
  naming->number = version->number;
  naming->entry = g_object_ref_sink (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (naming->entry), version->name);
  gtk_entry_set_activates_default (GTK_ENTRY (naming->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the version"), -1);
  dialog = vac_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("Name Version"),
                    _("A version with a name, such as “sent to legal”, is kept for good."),
                    answers, "rename", on_name_answer_cb, naming);
  vac_alert_set_child (dialog, naming->entry);
  gtk_widget_grab_focus (naming->entry);
}

/* Actions for the window */

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);

  g_signal_emit (self, signals[RESTORE], 0, self->shown);
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);
  g_autofree char *title = vac_history_item_make_title (get_selected (self));

  g_signal_emit (self, signals[COMPARE], 0, self->shown, title);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);

  g_signal_emit (self, signals[COPY], 0, self->shown_bytes);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSE], 0);
}

static void
show_list_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);

  g_object_set (self->panes, "sidebar-visible", TRUE, NULL);
}

/* Escape leads from a version to the list, where only one of both is shown, and then back to the
 * posting. */
static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);
  const char *action = gtk_widget_get_mapped (self->list_button) ? "history.show-list"
                                                                 : "history.close";

  return gtk_widget_activate_action (widget, action, NULL);
}

/* Where there is room for one pane only, a version takes the list's place. */
static void
on_activate_cb (GtkListView *list_view,
                guint        position,
                gpointer     user_data)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (user_data);

  gtk_single_selection_set_selected (self->selection, position);
  if (self->narrow)
    vac_panes_show_form (self->panes);
}

/* In a window that has room for one pane only from the start, or from now on, that is the list. */
static void
on_panes_notify_cb (VacPanes       *panes,
                    GParamSpec     *pspec,
                    VacHistoryView *self)
{
  const gboolean was_narrow = self->narrow, was_alone = self->list_alone;

  g_object_get (panes, "narrow", &self->narrow, "form-hidden", &self->list_alone, NULL);
  vac_narrow_show_window_buttons (self->list_header, self->list_alone);
  vac_narrow_set_header (self->list_header, self->narrow);
  vac_narrow_set_header (self->version_header, self->narrow);
  vac_narrow_set_button (self->restore_button, self->narrow, _("_Restore"),
                         "document-revert-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Restore This Version"), -1);
  if (self->narrow && !was_narrow)
    g_object_set (panes, "sidebar-visible", TRUE, NULL);
  if (self->list_alone && !was_alone)
    vac_history_view_focus (self);
  else if (self->narrow && was_alone && !self->list_alone)
    gtk_widget_child_focus (GTK_WIDGET (self->version_stack), GTK_DIR_TAB_FORWARD);
}

static void
vac_history_view_dispose (GObject *object)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->loading);
  if (self->summaries != NULL)
    vac_history_summaries_stop (self->summaries);

  G_OBJECT_CLASS (vac_history_view_parent_class)->dispose (object);
}

static void
vac_history_view_finalize (GObject *object)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (object);

  g_clear_object (&self->file);
  g_clear_object (&self->document);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  g_clear_object (&self->summaries);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->shown_bytes, g_bytes_unref);

  G_OBJECT_CLASS (vac_history_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, status_page);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, panes);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, list_header);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, bars);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, list_view);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, version_header);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, version_title);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, list_button);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, restore_button);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, version_stack);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, page_scroller);
  gtk_widget_class_bind_template_child (widget_class, VacHistoryView, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
}

static void
vac_history_view_class_init (VacHistoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_history_view_dispose;
  object_class->finalize = vac_history_view_finalize;

  /**
   * VacHistoryView::restore:
   * @self: the page
   * @document: what the posting was
   *
   * Somebody wants the posting to be as it was then.
   */
  signals[RESTORE] = g_signal_new ("restore", VAC_TYPE_HISTORY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_DOCUMENT);

  /**
   * VacHistoryView::compare:
   * @self: the page
   * @document: what the posting was
   * @title: what to call that, within a sentence
   *
   * Somebody wants to see what has changed since then.
   */
  signals[COMPARE] = g_signal_new ("compare", VAC_TYPE_HISTORY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, VAC_TYPE_DOCUMENT, G_TYPE_STRING);

  /**
   * VacHistoryView::copy:
   * @self: the page
   * @bytes: a version
   *
   * Somebody wants the version as a file.
   */
  signals[COPY] = g_signal_new ("copy", VAC_TYPE_HISTORY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);

  /**
   * VacHistoryView::close:
   * @self: the page
   *
   * Somebody has seen enough.
   */
  signals[CLOSE] = g_signal_new ("close", VAC_TYPE_HISTORY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "history.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "history.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "history.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "history.name", NULL, name_action);
  gtk_widget_class_install_action (widget_class, "history.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "history.show-list", NULL, show_list_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  g_type_ensure (VAC_TYPE_PANES);
  g_type_ensure (VAC_TYPE_STATE_BARS);
  bind_template (widget_class);
}

static void
vac_history_view_init (VacHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (VAC_TYPE_HISTORY_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->page_view = VAC_PAGE_VIEW (vac_page_view_new ());
  gtk_scrolled_window_set_child (self->page_scroller, GTK_WIDGET (self->page_view));

  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, 0);
  g_signal_connect_object (self->panes, "notify::narrow", G_CALLBACK (on_panes_notify_cb), self, 0);
  on_panes_notify_cb (self->panes, NULL, self);
}

/**
 * vac_history_view_new:
 * @file: (nullable): the posting's file; %NULL for one that has never been saved
 * @document: the posting as it is now
 *
 * Returns: (transfer floating): a page that shows the file's versions
 */
GtkWidget *
vac_history_view_new (GFile       *file,
                      VacDocument *document)
{
  VacHistoryView *self;
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_HISTORY_VIEW, NULL);
  g_set_object (&self->file, file);
  self->document = g_object_ref (document);
  self->summaries = vac_history_summaries_new (file, document, G_LIST_MODEL (self->items));
  factory = vac_history_rows_new (self->summaries);
  gtk_list_view_set_factory (self->list_view, factory);
  update_actions (self);
  load_list (self);

  return GTK_WIDGET (self);
}

/**
 * vac_history_view_set_setup:
 * @self: a page of versions
 * @setup: the paper to show them on
 */
void
vac_history_view_set_setup (VacHistoryView     *self,
                            const VacPageSetup *setup)
{
  g_return_if_fail (VAC_IS_HISTORY_VIEW (self));

  vac_page_view_set_setup (self->page_view, setup);
}

/* The list has no rows before it is laid out. */
static gboolean
on_focus_tick_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  VacHistoryView *self = VAC_HISTORY_VIEW (widget);
  const guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean list_shown;

  g_object_get (self->panes, "sidebar-visible", &list_shown, NULL);
  if (list_shown && gtk_widget_get_first_child (GTK_WIDGET (self->list_view)) == NULL)
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  if (list_shown && selected != GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                                  selected);
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
    }

  return G_SOURCE_REMOVE;
}

/**
 * vac_history_view_focus:
 * @self: a page of versions
 *
 * Puts the focus where the keyboard is of use: into the list, or on the way back.
 */
void
vac_history_view_focus (VacHistoryView *self)
{
  GtkWidget *shown;

  g_return_if_fail (VAC_IS_HISTORY_VIEW (self));

  shown = gtk_stack_get_visible_child (self->stack);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  else if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_focus_tick_cb, NULL,
                                                     NULL);
}
