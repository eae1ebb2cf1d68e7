/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-print-preview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-page-view.h"
#include "vac-print-preview.h"
#include "vac-shrink.h"

/**
 * VacPrintPreview:
 *
 * The pages that a print would have, on the paper that was chosen for it. Its ::print signal says
 * that somebody wants them on paper; the window is closed by then.
 */
struct _VacPrintPreview
{
  VacDialog          parent_instance;

  /* Template widgets */
  AdwWindowTitle    *title;
  GtkScrolledWindow *scrolled;
  GtkLabel          *page_label;

  /* Borrowed: in scrolled */
  VacPageView       *pages;
};

enum
{
  PRINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VacPrintPreview, vac_print_preview, VAC_TYPE_DIALOG)

static void
on_pages_notify_cb (VacPageView     *pages,
                    GParamSpec      *pspec,
                    VacPrintPreview *self)
{
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"),
                                            vac_page_view_get_current_page (pages),
                                            vac_page_view_get_n_pages (pages));

  gtk_label_set_label (self->page_label, label);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacPrintPreview *self = VAC_PRINT_PREVIEW (widget);
  const int direction = g_str_equal (name, "win.zoom-in") ? 1
                        : g_str_equal (name, "win.zoom-out") ? -1 : 0;

  vac_page_view_zoom (self->pages, direction);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_autoptr (VacPrintPreview) self = g_object_ref (VAC_PRINT_PREVIEW (widget));

  vac_dialog_destroy (VAC_DIALOG (self));
  g_signal_emit (self, signals[PRINT], 0);
}

static void
vac_print_preview_class_init (VacPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, VacPrintPreview, title);
  gtk_widget_class_bind_template_child (widget_class, VacPrintPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, VacPrintPreview, page_label);

  /* The names that the program has keys for. */
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}

static void
vac_print_preview_init (VacPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (vac_dialog_get_content (VAC_DIALOG (self)));

  self->pages = VAC_PAGE_VIEW (vac_page_view_new ());
  g_signal_connect_object (self->pages, "notify::n-pages", G_CALLBACK (on_pages_notify_cb),
                           self, 0);
  g_signal_connect_object (self->pages, "notify::current-page", G_CALLBACK (on_pages_notify_cb),
                           self, 0);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->pages));
  on_pages_notify_cb (self->pages, NULL, self);
}

/**
 * vac_print_preview_new:
 * @parent: the window that asked to print
 * @outline: what is printed
 * @setup: the paper
 * @pages: (nullable): which pages are printed, if not all are, such as "1, 3–4"
 *
 * Returns: (transfer none): the dialog, to be presented
 */
VacDialog *
vac_print_preview_new (GtkWindow          *parent,
                       VacOutline         *outline,
                       const VacPageSetup *setup,
                       const char         *pages)
{
  VacPrintPreview *self;
  /* Translators: numbers of pages, such as “2” or “1, 3–4”. */
  g_autofree char *some = pages != NULL ? g_strdup_printf (_("Only these pages are printed: %s"),
                                                           pages) : NULL;

  self = g_object_new (VAC_TYPE_PRINT_PREVIEW, "window", parent, NULL);
  adw_window_title_set_subtitle (self->title, some != NULL ? some
                                                           : vac_outline_get_name (outline));
  vac_page_view_set_setup (self->pages, setup);
  vac_page_view_set_outline (self->pages, outline);

  return VAC_DIALOG (self);
}
