/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-paper"

#include "config.h"

#include "vac-print.h"
#include "vac-window-private.h"

/* The paper that a window shows, exports and prints its posting on. */

/**
 * vac_window_apply_paper_size:
 * @self: a window
 *
 * Lays the pages out for the paper that the user chose, or for the usual one in the user's locale.
 * Exports and prints use the same paper.
 */
void
vac_window_apply_paper_size (VacWindow *self)
{
  g_autofree char *size = g_settings_get_string (self->settings, "paper-size");
  VacDocument *document = vac_window_get_document (self);
  const char *language = document != NULL ? vac_document_get_text (document, VAC_ROLE_LANGUAGE)
                                          : NULL;
  VacPageSetup setup;

  vac_page_setup_choose (&setup, size, g_settings_get_boolean (self->settings, "one-page"),
                         language);
  vac_preview_pane_set_setup (self->preview_pane, &setup);
}

/**
 * vac_window_print:
 * @self: a window with a document
 *
 * Prints what the preview shows.
 */
void
vac_window_print (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  const VacSubject *subject = vac_preview_pane_get_subject (self->preview_pane);
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  g_autoptr (VacOutline) outline = subject->make (document, &options);
  g_autofree char *name = vac_subject_make_name (subject, document);

  vac_window_print_outline (self, outline, name,
                            vac_preview_pane_get_current_page (self->preview_pane) - 1);
}

/**
 * vac_window_print_outline:
 * @self: a window with a document
 * @outline: something of it
 * @name: what a file with the pages is called, without an extension
 * @page: which page is looked at, from 0
 *
 * Prints it on the preview's paper.
 */
void
vac_window_print_outline (VacWindow  *self,
                          VacOutline *outline,
                          const char *name,
                          guint       page)
{
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);

  vac_print_run (GTK_WINDOW (self), outline, options.page_setup, self->settings, name, page);
}
