/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-application-windows"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-application-private.h"
#include "vac-comparison-outline.h"
#include "vac-new-posting.h"
#include "vac-exporters.h"
#include "vac-pdf.h"
#include "vac-question.h"
#include "vac-safe-file.h"

/* Which window shows what. */

static const VacFormats formats = {
  .exporters = (const VacExporter *const[]) { &vac_pdf_exporter, VAC_EXPORTERS, NULL },
  .subjects = (const VacSubject *const[]) { VAC_SUBJECTS, &vac_comparison_subject, NULL },
};

/**
 * vac_application_get_formats:
 *
 * Returns: (transfer none): what the program can export
 */
const VacFormats *
vac_application_get_formats (void)
{
  return &formats;
}

/**
 * vac_application_find_window:
 * @self: the program
 * @file: a posting's file
 *
 * Returns: (transfer none) (nullable): the window that shows it
 */
VacWindow *
vac_application_find_window (VacApplication *self,
                             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      VacStore *store = VAC_IS_WINDOW (l->data) ? vac_window_get_store (l->data) : NULL;

      if (store != NULL && vac_store_get_file (store) != NULL &&
          vac_safe_file_is_same (vac_store_get_file (store), file))
        return l->data;
    }

  return NULL;
}

/**
 * vac_application_find_room:
 * @self: the program
 * @origin: (nullable): the window that asked
 *
 * A start page, or a new posting that nobody has touched, makes room. An error stays until it is
 * dismissed.
 *
 * Returns: (transfer none) (nullable): a window in whose place another posting may be shown,
 *   @origin if possible
 */
VacWindow *
vac_application_find_room (VacApplication *self,
                           GtkWindow      *origin)
{
  if (VAC_IS_WINDOW (origin) && vac_window_is_pristine (VAC_WINDOW (origin)))
    return VAC_WINDOW (origin);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VAC_IS_WINDOW (l->data) && vac_window_is_pristine (l->data))
      return l->data;

  return NULL;
}

/**
 * vac_application_make_window:
 * @self: the program
 * @origin: (nullable): the window that asked
 * @store: (nullable): a posting; %NULL for a new window without one
 *
 * Returns: (transfer none): the window that shows @store, to be presented
 */
VacWindow *
vac_application_make_window (VacApplication *self,
                             GtkWindow      *origin,
                             VacStore       *store)
{
  VacWindow *window = store != NULL ? vac_application_find_room (self, origin) : NULL;

  if (window == NULL)
    return VAC_WINDOW (vac_window_new (ADW_APPLICATION (self), self->settings, &formats,
                                       self->recent, store));
  vac_window_set_store (window, store);

  return window;
}

/**
 * vac_application_new_from_guide:
 * @self: the program
 * @origin: (nullable): the window that asked; it reports an unreadable guide
 * @guide: a guide
 *
 * Shows a new posting that begins as @guide, and with the user's defaults.
 */
void
vac_application_new_from_guide (VacApplication *self,
                                GtkWindow      *origin,
                                const VacGuide *guide)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) document = vac_new_posting_from_guide (self->settings, guide, &error);
  g_autoptr (VacStore) store = NULL;

  if (document == NULL)
    {
      vac_tell (origin, _("Could Not Open Guide"), error->message);
      return;
    }
  store = vac_store_new (document);
  gtk_window_present (GTK_WINDOW (vac_application_make_window (self, origin, store)));
}

/**
 * vac_application_show_recovered:
 * @self: the program
 * @origin: (nullable): the window that asked
 * @recovery: changes that were not saved; no longer in any list
 *
 * What somebody opened meanwhile shows the file as it was saved: the changes take its place.
 */
void
vac_application_show_recovered (VacApplication *self,
                                GtkWindow      *origin,
                                VacRecovery    *recovery)
{
  GFile *file = vac_store_get_file (vac_recovery_get_store (recovery));
  VacWindow *window = file != NULL ? vac_application_find_window (self, file) : NULL;

  if (window != NULL &&
      vac_document_get_modified (vac_store_get_document (vac_window_get_store (window))))
    window = NULL;
  if (window == NULL && VAC_IS_WINDOW (origin) && vac_window_is_pristine (VAC_WINDOW (origin)))
    window = VAC_WINDOW (origin);
  if (window == NULL)
    window = vac_application_make_window (self, NULL, NULL);
  vac_window_set_recovery (window, recovery);
  gtk_window_present (GTK_WINDOW (window));
}

/* The start page */

static void
on_guide_chosen_cb (VacStartPage   *page,
                    const VacGuide *guide,
                    VacApplication *self)
{
  vac_application_new_from_guide (self, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                  guide);
}

static void
on_recovery_chosen_cb (VacStartPage   *page,
                       VacRecovery    *recovery,
                       VacApplication *self)
{
  GtkWindow *origin = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  guint position;

  if (g_list_store_find (self->recovered, recovery, &position))
    g_list_store_remove (self->recovered, position);
  vac_application_show_recovered (self, origin, recovery);
}

static VacWindow *
find_start (VacApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VAC_IS_WINDOW (l->data) && vac_window_shows_start (l->data))
      return l->data;

  return NULL;
}

/**
 * vac_application_show_start:
 * @self: the program
 * @origin: (nullable): the window that asked
 *
 * Shows the start page: where it is, or else in place of what nobody would miss.
 *
 * Returns: (transfer none): the window that shows it
 */
VacWindow *
vac_application_show_start (VacApplication *self,
                            GtkWindow      *origin)
{
  VacWindow *window = find_start (self);
  VacStartPage *page;

  if (window == NULL && VAC_IS_WINDOW (origin) &&
      (vac_window_is_pristine (VAC_WINDOW (origin)) ||
       vac_window_get_failed_file (VAC_WINDOW (origin)) != NULL))
    window = VAC_WINDOW (origin);
  if (window == NULL)
    window = vac_application_make_window (self, NULL, NULL);
  if (!vac_window_shows_start (window))
    {
      page = vac_window_show_start (window, self->recovered);
      g_signal_connect_object (page, "choose-guide", G_CALLBACK (on_guide_chosen_cb), self, 0);
      g_signal_connect_object (page, "choose-recovery", G_CALLBACK (on_recovery_chosen_cb), self,
                               0);
    }
  gtk_window_present (GTK_WINDOW (window));

  return window;
}
