/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-publish"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-binder.h"
#include "vac-export-dialog.h"
#include "vac-export-html.h"
#include "vac-export-text.h"
#include "vac-window-private.h"

/* How a posting leaves a window: exported, printed, and copied. Errors and broken legal rules are
 * shown first, and keep nobody from going on. */

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  g_autoptr (GPtrArray) findings = NULL;

  vac_binder_settle (GTK_ROOT (widget));
  findings = vac_window_find_all (self);
  vac_export_dialog_show (GTK_WINDOW (self), self->store, self->guard, self->settings,
                          self->formats, &options,
                          vac_preview_pane_get_chosen_subject (self->preview_pane), findings,
                          vac_window_go_to);
}

/* What is copied can be copied again, so that nothing waits for an answer here. */
static void
tell_copied (VacWindow        *self,
             const VacSubject *subject)
{
  g_autoptr (GPtrArray) findings = vac_window_find_all (self);
  const guint n = vac_findings_count_grave (findings);
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (n == 0 || subject != &vac_posting_subject)
    {
      vac_window_show_toast (self, _("Posting copied. Paste it into an email or a form."));
      return;
    }
  text = g_strdup_printf (ngettext ("Posting copied, with %u error or legal finding",
                                    "Posting copied, with %u errors or legal findings", n), n);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "win.open-review");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* People paste into emails and web forms: each takes the format that it can show. */
static void
copy_posting (VacWindow *self)
{
  const VacSubject *subject = vac_preview_pane_get_chosen_subject (self->preview_pane);
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  g_autoptr (VacOutline) outline = subject->make (vac_window_get_document (self), &options);
  char *html = vac_export_html_fragment (outline);
  g_autofree char *text = vac_outline_to_text_wrapped (outline, 0);
  g_autoptr (GBytes) html_bytes = g_bytes_new_take (html, strlen (html));
  g_autoptr (GBytes) text_bytes = g_bytes_new (text, strlen (text));
  /* GTK would give a program that asks for text without a charset the string as escaped ASCII. */
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_for_bytes ("text/plain", text_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers,
                                                                        G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  tell_copied (self, subject);
}

static void
copy_posting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  vac_binder_settle (GTK_ROOT (widget));
  copy_posting (VAC_WINDOW (widget));
}

static void
open_review_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_object_set (VAC_WINDOW (widget)->panes, "review-visible", TRUE, NULL);
}

static void
print_now (GtkWindow *window)
{
  vac_window_print (VAC_WINDOW (window));
}

/* The parts for the team, and a comparison, are nothing that candidates read. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (GPtrArray) findings = NULL;

  vac_binder_settle (GTK_ROOT (widget));
  if (vac_window_print_comparison (self) || vac_window_print_places (self))
    return;
  if (vac_preview_pane_get_subject (self->preview_pane) != &vac_posting_subject)
    {
      vac_window_print (self);
      return;
    }
  findings = vac_window_find_all (self);
  vac_findings_show_first (GTK_WINDOW (self), vac_window_get_document (self), findings,
                           vac_window_go_to, _("Print"), _("_Print…"), print_now);
}

/**
 * vac_window_class_install_publish_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_publish_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.copy-posting", NULL, copy_posting_action);
  gtk_widget_class_install_action (widget_class, "win.open-review", NULL, open_review_action);
}
