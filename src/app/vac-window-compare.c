/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-compare"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-error.h"
#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-file-writer.h"
#include "vac-guide-library.h"
#include "vac-original.h"
#include "vac-question.h"
#include "vac-window-private.h"

/* The page of a window that compares its posting with another one. */

static void
show (VacWindow       *self,
      VacDocument     *other,
      const char      *title,
      VacCompareOrder  order)
{
  VacDocument *document;
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  GtkWidget *view;

  vac_binder_settle (GTK_ROOT (self));
  vac_window_leave_view (self);
  document = vac_window_get_document (self);
  /* What is taken over is a step of its own. */
  vac_document_add_barrier (document);
  /* Translators: within a sentence, “Only in this posting”. */
  view = vac_compare_view_new (document, _("this posting"), other, title, order);
  vac_compare_view_set_setup (VAC_COMPARE_VIEW (view), options.page_setup);
  self->compare_view = VAC_COMPARE_VIEW (view);
  vac_window_show_view (self, view, "compare");
  vac_compare_view_focus (self->compare_view);
}

/**
 * vac_window_compare:
 * @self: a window with a posting
 * @other: what the posting was made from: a kept version, the saved file
 * @title: what a reader calls that, within a sentence
 *
 * Shows what has changed since @other, which can be restored difference by difference.
 */
void
vac_window_compare (VacWindow   *self,
                    VacDocument *other,
                    const char  *title)
{
  g_return_if_fail (VAC_IS_WINDOW (self) && vac_window_get_document (self) != NULL);
  g_return_if_fail (VAC_IS_DOCUMENT (other) && title != NULL);

  show (self, other, title, VAC_COMPARE_OTHER_EARLIER);
}

/**
 * vac_window_compare_copy:
 * @self: a window with a posting
 * @other: what somebody has made of the posting
 * @title: what a reader calls that, within a sentence
 *
 * Shows what is otherwise in @other, which can be taken over difference by difference.
 */
void
vac_window_compare_copy (VacWindow   *self,
                         VacDocument *other,
                         const char  *title)
{
  show (self, other, title, VAC_COMPARE_OTHER_LATER);
}

/* Files to compare with */

/* A file that is being read, to be compared with a posting. */
typedef struct
{
  VacWindow       *window;
  VacStore        *store;     /* the posting */
  GFile           *instead;   /* nullable: what to read if there is no such file */
  char            *title;     /* nullable: what the other one is called; else by its file */
  const char      *lost;      /* nullable: what to say if there is no such file */
  VacCompareOrder  order;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->window);
  g_object_unref (reading->store);
  g_clear_object (&reading->instead);
  g_free (reading->title);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  VacWindow *self = reading->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacStore) store = vac_store_open_finish (result, &error);
  g_autofree char *name = NULL;

  if (reading->instead != NULL && g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    {
      g_autoptr (GFile) instead = g_steal_pointer (&reading->instead);

      vac_store_open_async (instead, self->cancellable, on_read_cb, g_steal_pointer (&reading));
      return;
    }
  if (reading->lost != NULL && g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    vac_window_show_toast (self, reading->lost);
  else if (store == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vac_tell (GTK_WINDOW (self), _("Could Not Open File"), error->message);
  /* By now the window may show another posting. */
  if (store == NULL || self->store != reading->store)
    return;
  name = vac_store_dup_name (store);
  show (self, vac_store_get_document (store), reading->title != NULL ? reading->title : name,
        reading->order);
}

static void
read_file (VacWindow       *self,
           GFile           *file,
           GFile           *instead,
           const char      *title,
           const char      *lost,
           VacCompareOrder  order)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (self);
  reading->store = g_object_ref (self->store);
  g_set_object (&reading->instead, instead);
  reading->title = g_strdup (title);
  reading->lost = lost;
  reading->order = order;
  vac_store_open_async (file, self->cancellable, on_read_cb, reading);
}

static void
on_chosen_cb (GListModel *files,
              gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->store != NULL)
    read_file (self, file, NULL, NULL, NULL, VAC_COMPARE_OTHER_LATER);
}

/**
 * vac_window_compare_disk:
 * @self: a window whose posting has a file
 *
 * Compares the posting with what is on disk now: what somebody else has written there can be taken
 * over, and what was saved there can be restored.
 */
void
vac_window_compare_disk (VacWindow *self)
{
  GFile *file = vac_store_get_file (self->store);
  const gboolean changed = vac_store_get_disk_state (self->store) == VAC_DISK_CHANGED;

  if (file == NULL)
    return;
  /* Translators: within a sentence, “Only in the file on disk”. */
  read_file (self, file, NULL, changed ? _("the file on disk") : _("the saved file"), NULL,
             changed ? VAC_COMPARE_OTHER_LATER : VAC_COMPARE_OTHER_EARLIER);
}

/* @original is where the original was when the duplicate was made; nullable. */
static void
compare_original_at (VacWindow *self,
                     GFile     *original)
{
  const char *reference = vac_document_get_text (vac_window_get_document (self),
                                                 VAC_ROLE_DUPLICATE_OF);
  g_autoptr (GFile) folder = vac_window_dup_folder (self);
  g_autoptr (GFile) beside = folder != NULL ? vac_original_find_beside (reference, folder) : NULL;
  const char *lost = _("The original of this posting is no longer here.");
  GFile *first = original != NULL ? original : beside;

  if (first == NULL)
    vac_window_show_toast (self, lost);
  else
    /* Translators: within a sentence, “Only in the original”. */
    read_file (self, first, beside, _("the original"), lost, VAC_COMPARE_OTHER_EARLIER);
}

static void
find_original_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      reference,
                         GCancellable *cancellable)
{
  g_task_return_pointer (task, vac_original_find (reference), g_object_unref);
}

static void
on_original_found_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  VacWindow *self = VAC_WINDOW (source);
  g_autoptr (VacStore) store = user_data;
  g_autoptr (GFile) original = g_task_propagate_pointer (G_TASK (result), NULL);

  /* By now the window may show another posting. */
  if (self->store == store)
    compare_original_at (self, original);
}

static void
compare_original (VacWindow *self)
{
  GFile *original = vac_store_get_original (self->store);
  g_autoptr (GTask) task = NULL;

  if (original != NULL)
    {
      compare_original_at (self, original);
      return;
    }
  task = g_task_new (self, self->cancellable, on_original_found_cb, g_object_ref (self->store));
  g_task_set_source_tag (task, compare_original);
  g_task_set_task_data (task, g_strdup (vac_document_get_text (vac_window_get_document (self),
                                                               VAC_ROLE_DUPLICATE_OF)), g_free);
  g_task_run_in_thread (task, find_original_in_thread);
}

static void
compare_guide (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (folder);
  const VacGuide *guide = vac_guide_library_find_edition (
      library, vac_document_get_text (document, VAC_ROLE_GUIDE_ID),
      vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  g_autoptr (VacDocument) other = guide != NULL ? vac_guide_open (guide, NULL) : NULL;

  if (other == NULL)
    vac_window_show_toast (self, _("The guide of this posting is no longer here."));
  else
    show (self, other, guide->title, VAC_COMPARE_OTHER_EARLIER);
}

/* Print and export */

static char *
make_name (VacWindow *self)
{
  const char *title = vac_document_get_text (vac_window_get_document (self), VAC_ROLE_JOB_TITLE);

  return *title != '\0' ? g_strdup_printf ("%s, %s", title, _("Comparison"))
                        : g_strdup (_("Comparison"));
}

/**
 * vac_window_print_comparison:
 * @self: a window
 *
 * Prints the comparison that is shown.
 *
 * Returns: whether one is
 */
gboolean
vac_window_print_comparison (VacWindow *self)
{
  g_autoptr (VacOutline) outline = NULL;
  g_autofree char *name = NULL;

  if (self->compare_view == NULL)
    return FALSE;

  outline = vac_compare_view_make_outline (self->compare_view);
  name = make_name (self);
  vac_window_print_outline (self, outline, name, 0);

  return TRUE;
}

static void
export_comparison (VacWindow  *self,
                   const char *format)
{
  const VacExporter *exporter = vac_export_find (self->formats->exporters, format);
  VacDocument *document = vac_window_get_document (self);
  VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = make_name (self);
  g_autofree char *name = NULL;
  GBytes *bytes;

  g_return_if_fail (exporter != NULL);

  options.audience = VAC_AUDIENCE_TEAM;
  outline = vac_compare_view_make_outline (self->compare_view);
  bytes = exporter->write (document, outline, &options, &error);
  if (bytes == NULL)
    {
      vac_tell (GTK_WINDOW (self), _("Could Not Export"), error->message);
      return;
    }
  name = vac_file_name_propose (title, exporter->extension);
  vac_write_chosen_file (GTK_WINDOW (self), self->guard, &vac_comparison_words, name, bytes);
}

/* Actions */

static void
compare_with_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_autoptr (GFile) folder = vac_window_dup_folder (self);

  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_OPEN, _("Compare With"), _("_Compare"), NULL,
                    folder, on_chosen_cb, g_object_ref (self));
}

static void
compare_guide_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  compare_guide (VAC_WINDOW (widget));
}

static void
compare_original_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  compare_original (VAC_WINDOW (widget));
}

static void
compare_disk_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  vac_window_compare_disk (VAC_WINDOW (widget));
}

static void
compare_close_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  vac_window_leave_view (VAC_WINDOW (widget));
}

static void
compare_export_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  if (self->compare_view != NULL)
    export_comparison (self, g_variant_get_string (parameter, NULL));
}

/**
 * vac_window_class_install_compare_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_compare_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.compare-with", NULL, compare_with_action);
  gtk_widget_class_install_action (widget_class, "win.compare-guide", NULL, compare_guide_action);
  gtk_widget_class_install_action (widget_class, "win.compare-original", NULL,
                                   compare_original_action);
  gtk_widget_class_install_action (widget_class, "win.compare-disk", NULL, compare_disk_action);
  gtk_widget_class_install_action (widget_class, "win.compare-close", NULL, compare_close_action);
  gtk_widget_class_install_action (widget_class, "win.compare-export", "s", compare_export_action);
}
