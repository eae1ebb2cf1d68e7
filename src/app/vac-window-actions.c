/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-about.h"
#include "vac-binder.h"
#include "vac-comparison-outline.h"
#include "vac-edition.h"
#include "vac-file-manager.h"
#include "vac-guide-saver.h"
#include "vac-help-overlay.h"
#include "vac-market-files.h"
#include "vac-market-import.h"
#include "vac-new-posting.h"
#include "vac-picture-file.h"
#include "vac-rating-window.h"
#include "vac-rating.h"
#include "vac-status.h"
#include "vac-window-private.h"

/* What the menu, the buttons and the shortcuts of a window do. */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *reveal = vac_document_undo (vac_window_get_document (self));

  if (reveal != NULL && self->compare_view == NULL && self->side_by_side == NULL)
    vac_window_show_node (self, reveal);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *reveal = vac_document_redo (vac_window_get_document (self));

  if (reveal != NULL && self->compare_view == NULL && self->side_by_side == NULL)
    vac_window_show_node (self, reveal);
}

static void
default_look_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (VacDocument) defaults = vac_new_posting_load (self->settings);

  vac_new_posting_take (defaults, vac_window_get_document (self), VAC_ROLE_LOOK);
  vac_new_posting_store (self->settings, defaults);
  gtk_widget_activate_action (widget, "win.tell", "s", _("New postings will look like this one"));
}

static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  vac_show_help_overlay (GTK_APPLICATION_WINDOW (widget));
}

static void
notify_removed_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  vac_window_offer_undo (VAC_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
switch_language_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  const char *language = g_variant_get_string (parameter, NULL);
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (folder);
  g_autofree char *sentence = NULL;
  VacEditionSwitch result;

  vac_edition_switch_language (library, vac_window_get_document (self), language, &result);
  sentence = vac_edition_describe (&result, language);
  if (sentence != NULL)
    vac_window_offer_undo (self, sentence, TRUE);
}

static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_window_show_toast (VAC_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A toast about a file, with a button that shows the file. */
static void
tell_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *sentence, *uri;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_variant_get (parameter, "(&s&s)", &sentence, &uri);
  escaped = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("Show in _Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (VAC_WINDOW (widget)->toast_overlay, toast);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_binder_settle (GTK_ROOT (widget));
  vac_window_save (VAC_WINDOW (widget), NULL);
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  vac_binder_settle (GTK_ROOT (widget));
  vac_window_save_as (VAC_WINDOW (widget), NULL);
}

static void
save_guide_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_guide_saver_show (GTK_WINDOW (self), vac_window_get_document (self), self->guard);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  vac_window_show_history (VAC_WINDOW (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_window_open (VAC_WINDOW (widget));
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  vac_window_import (VAC_WINDOW (widget));
}

static void
paste_only_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  vac_window_paste_only (VAC_WINDOW (widget));
}

static void
make_posting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  vac_window_make_pasted_posting (VAC_WINDOW (widget));
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  vac_window_open_files (VAC_WINDOW (widget), &file, 1);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  vac_window_reload (VAC_WINDOW (widget));
}

static void
keep_mine_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  vac_store_keep (VAC_WINDOW (widget)->store);
}

static void
discard_recovered_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  vac_window_discard_recovered (VAC_WINDOW (widget));
}

static void
save_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  vac_window_save_again (VAC_WINDOW (widget));
}

/* The pages that are seen; the direction is that of vac_page_view_zoom(). */
static void
zoom (VacWindow *self,
      int        direction)
{
  if (self->compare_view != NULL)
    vac_compare_view_zoom (self->compare_view, direction);
  else
    vac_preview_pane_zoom (self->preview_pane, direction);
}

/* A page that stands in place of the panes has separators of its own, and GTK goes past those. */
static void
go_to_pane (VacWindow *self,
            int        direction)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *paned = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_PANED) : NULL;
  gboolean handled;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->panes)))
    vac_panes_focus_next (self->panes, direction);
  else if (paned != NULL)
    g_signal_emit_by_name (paned, "cycle-child-focus", direction < 0, &handled);
}

static void
next_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  go_to_pane (VAC_WINDOW (widget), 1);
}

static void
previous_pane_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  go_to_pane (VAC_WINDOW (widget), -1);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  zoom (VAC_WINDOW (widget), 1);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  zoom (VAC_WINDOW (widget), -1);
}

static void
zoom_fit_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  zoom (VAC_WINDOW (widget), 0);
}

static void
show_unshown_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  vac_window_show_unshown (VAC_WINDOW (widget));
}

static void
show_in_folder_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  vac_show_in_folder (GTK_WINDOW (widget), file);
}

/* Returns: (transfer none) (nullable): the picture's leaf at @path, if it can be changed */
static VacNode *
find_picture (VacDocument *document,
              const char  *path)
{
  VacNode *leaf = vac_document_get_read_only (document)
                      ? NULL : vac_node_lookup (vac_document_get_root (document), path, NULL);

  return leaf != NULL && vac_node_get_kind (leaf) == VAC_KIND_PICTURE ? leaf : NULL;
}

static void
choose_picture_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  VacDocument *document = vac_window_get_document (VAC_WINDOW (widget));
  VacNode *leaf = find_picture (document, g_variant_get_string (parameter, NULL));

  if (leaf != NULL)
    vac_picture_file_choose (GTK_WINDOW (widget), document, leaf);
}

static void
load_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacDocument *document = vac_window_get_document (VAC_WINDOW (widget));
  const char *path, *uri;
  g_autoptr (GFile) file = NULL;
  VacNode *leaf;

  g_variant_get (parameter, "(&s&s)", &path, &uri);
  file = g_file_new_for_uri (uri);
  leaf = find_picture (document, path);
  if (leaf != NULL)
    vac_picture_file_load (GTK_WINDOW (widget), document, leaf, file);
}

static void
on_salaries_imported (GtkWindow *window,
                      guint      n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u place imported", "%u places imported", n),
                                           n);

  vac_window_offer_undo (VAC_WINDOW (window), text, FALSE);
}

static void
import_salaries_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_market_import (GTK_WINDOW (self), self->guard, vac_window_get_document (self),
                     on_salaries_imported);
}

static void
export_comparison_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (GVariant) choice = g_variant_get_child_value (parameter, 1);
  const char *format;

  g_variant_get_child (parameter, 0, "&s", &format);
  vac_market_export (GTK_WINDOW (self), self->guard, vac_window_get_document (self), format,
                     choice);
}

static void
print_places_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacDocument *document = vac_window_get_document (self);
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  g_autoptr (VacOutline) outline = vac_market_make_outline (document, &options, parameter);
  g_autofree char *title = vac_subject_make_name (&vac_comparison_subject, document);

  vac_window_print_outline (self, outline, title, 0);
}

static void
export_places_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (GVariant) choice = g_variant_get_child_value (parameter, 1);
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  const VacExporter *exporter;
  const char *format;

  g_variant_get_child (parameter, 0, "&s", &format);
  exporter = vac_export_find (self->formats->exporters, format);
  g_return_if_fail (exporter != NULL);
  vac_market_export_page (GTK_WINDOW (self), self->guard, vac_window_get_document (self), &options,
                          exporter, choice);
}

static void
choose_places_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (GPtrArray) places = vac_market_find_places (vac_window_get_document (self), parameter);

  vac_preview_pane_set_places (self->preview_pane, places);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  vac_window_merge (VAC_WINDOW (widget));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  vac_show_about (GTK_WINDOW (widget));
}

static void
on_paper_changed_cb (GSettings  *settings,
                          const char *key,
                          VacWindow  *self)
{
  vac_window_apply_paper_size (self);
}

static void
on_status_chosen_cb (GSimpleAction *action,
                     GVariant      *status,
                     VacWindow     *self)
{
  vac_binder_settle (GTK_ROOT (self));
  vac_document_add_barrier (vac_window_get_document (self));
  vac_status_set (vac_window_get_document (self), g_variant_get_string (status, NULL));
}

static void
add_status_action (VacWindow *self)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      "status", G_VARIANT_TYPE_STRING, g_variant_new_string (VAC_STATUS_DRAFT));

  g_signal_connect_object (action, "change-state", G_CALLBACK (on_status_chosen_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * vac_window_add_state_actions:
 * @self: a window
 *
 * Adds the actions whose state a menu shows: what is visible and marked, the size of the paper, and
 * the status of the posting.
 */
void
vac_window_add_state_actions (VacWindow *self)
{
  static const struct
  {
    const char *action;
    const char *property;
  } panes[] = {
    { "show-sidebar", "sidebar-visible" },
    { "show-review", "review-visible" },
    { "show-preview", "preview-visible" },
  };
  static const char *const settings[] = {
    "paper-size", "one-page", "mark-words", "preview-marks",
  };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (panes[i].action, self->panes,
                                                                  panes[i].property);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, settings[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  add_status_action (self);
  g_signal_connect_object (self->settings, "changed::paper-size", G_CALLBACK (on_paper_changed_cb),
                           self, 0);
  g_signal_connect_object (self->settings, "changed::one-page", G_CALLBACK (on_paper_changed_cb),
                           self, 0);
}

/**
 * vac_window_remove_state_actions:
 * @self: a window that is going away
 *
 * What they show may still change while the window is destroyed; GTK would pass that on to a window
 * that no longer exists.
 */
void
vac_window_remove_state_actions (VacWindow *self)
{
  static const char *const names[] = {
    "show-sidebar", "show-review", "show-preview", "paper-size", "one-page", "mark-words",
    "preview-marks", "status",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_action_map_remove_action (G_ACTION_MAP (self), names[i]);
}

/* By the criteria that the posting has now, in a file that is none of the posting. */
static void
rate_candidate_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (VacDocument) rating = vac_rating_new (vac_window_get_document (self));
  g_autoptr (VacStore) store = vac_store_new (rating);
  g_autoptr (VacRecovery) recovery = vac_recovery_new (store);

  gtk_window_present (GTK_WINDOW (vac_rating_window_new (
      gtk_window_get_application (GTK_WINDOW (self)), recovery)));
}

/**
 * vac_window_class_install_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.notify-removed", "s", notify_removed_action);
  gtk_widget_class_install_action (widget_class, "win.switch-language", "s",
                                   switch_language_action);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell_action);
  gtk_widget_class_install_action (widget_class, "win.tell-file", "(ss)", tell_file_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.save-guide", NULL, save_guide_action);
  vac_window_class_install_duplicate_actions (widget_class);
  vac_window_class_install_shared_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.paste-only", NULL, paste_only_action);
  gtk_widget_class_install_action (widget_class, "win.make-posting", NULL, make_posting_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.keep-mine", NULL, keep_mine_action);
  gtk_widget_class_install_action (widget_class, "win.discard-recovered", NULL,
                                   discard_recovered_action);
  gtk_widget_class_install_action (widget_class, "win.save-again", NULL, save_again_action);
  gtk_widget_class_install_action (widget_class, "win.rate-candidate", NULL,
                                   rate_candidate_action);
  vac_window_class_install_compare_actions (widget_class);
  vac_window_class_install_places_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, previous_pane_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_fit_action);
  vac_window_class_install_publish_actions (widget_class);
  vac_window_class_install_find_actions (widget_class);
  vac_window_class_install_guide_actions (widget_class);
  vac_window_class_install_review_actions (widget_class);
  vac_window_class_install_option_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-unshown", NULL, show_unshown_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", show_in_folder_action);
  gtk_widget_class_install_action (widget_class, "win.choose-picture", "s", choose_picture_action);
  gtk_widget_class_install_action (widget_class, "win.load-picture", "(ss)", load_picture_action);
  gtk_widget_class_install_action (widget_class, "win.import-salaries", NULL,
                                   import_salaries_action);
  gtk_widget_class_install_action (widget_class, "win.export-comparison", "(s(auiu))",
                                   export_comparison_action);
  gtk_widget_class_install_action (widget_class, "win.print-places", "(auiu)", print_places_action);
  gtk_widget_class_install_action (widget_class, "win.export-places", "(s(auiu))",
                                   export_places_action);
  gtk_widget_class_install_action (widget_class, "win.choose-places", "au",
                                   choose_places_action);
  gtk_widget_class_install_action (widget_class, "win.default-look", NULL, default_look_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
}
