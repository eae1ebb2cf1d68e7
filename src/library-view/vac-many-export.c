/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-chart-picture.h"
#include "vac-dialog.h"
#include "vac-export.h"
#include "vac-file-name.h"
#include "vac-format-rows.h"
#include "vac-many-dialogs.h"
#include "vac-many-progress.h"
#include "vac-safe-file.h"
#include "vac-subject-list.h"
#include "vac-text-label.h"

/* Many postings in other formats, into one folder; then it is said which files are there now, and
 * which are not and why. */

#define WIDTH 560
#define HEIGHT 640

/* What came of one posting in one format. */
typedef struct
{
  char *name;     /* of the file */
  char *reason;   /* nullable: why it is not there */
} Written;

/* The threads share all of it; what changes is under the lock. */
typedef struct
{
  VacMany          *many;         /* owned */
  GPtrArray        *items;        /* owned; of VacBatchItem */
  VacManyProgress  *progress;     /* owned; NULL before it begins */
  GPtrArray        *exporters;    /* owned; of VacExporter, borrowed */
  const VacSubject *subject;
  char             *paper;        /* as the settings have it */
  gboolean          one_page;
  guint             columns;
  GFile            *folder;       /* owned; NULL before it is chosen */
  GMutex            lock;
  GPtrArray        *begun;        /* owned; of GFile: that are being written */
} Export;

static void
written_free (gpointer data)
{
  Written *self = data;

  g_free (self->name);
  g_free (self->reason);
  g_free (self);
}

static void
written_unref (gpointer written)
{
  g_ptr_array_unref (written);
}

static void
export_free (Export *self)
{
  g_object_unref (self->many);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->progress, vac_many_progress_free);
  g_ptr_array_unref (self->exporters);
  g_free (self->paper);
  g_clear_object (&self->folder);
  g_mutex_clear (&self->lock);
  g_ptr_array_unref (self->begun);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* In threads */

static GFile *
begin_file (Export     *self,
            const char *name)
{
  GFile *file;

  g_mutex_lock (&self->lock);
  file = vac_file_name_find_free (self->folder, name, self->begun);
  g_ptr_array_add (self->begun, g_object_ref (file));
  g_mutex_unlock (&self->lock);

  return file;
}

static void
end_file (Export *self,
          GFile  *file)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_remove_fast (self->begun, file);
  g_mutex_unlock (&self->lock);
}

/* Returns: (transfer full): the name that the file has now; that which it would have had is left
 * where it is not written */
static char *
write_file (Export      *self,
            const char  *name,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr (GFile) file = begin_file (self, name);
  g_autofree char *base = g_file_get_basename (file);

  vac_safe_file_write (file, bytes, NULL, VAC_WRITE_NONE, NULL, NULL, error);
  end_file (self, file);

  return g_filename_display_name (base);
}

static Written *
export_as (Export                 *self,
           VacDocument            *document,
           const VacExporter      *exporter,
           const VacExportOptions *options)
{
  g_autofree char *title = vac_subject_make_name (self->subject, document);
  g_autofree char *name = vac_file_name_propose (title, exporter->extension);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_export (exporter, self->subject, document, options, &error);
  Written *written = g_new0 (Written, 1);

  written->name = bytes != NULL ? write_file (self, name, bytes, &error) : g_strdup (name);
  written->reason = error != NULL ? g_strdup (error->message) : NULL;

  return written;
}

static gpointer
export_posting (const char   *path,
                VacDocument  *document,
                gpointer      user_data,
                GError      **error)
{
  Export *self = user_data;
  VacExportOptions options = vac_paper_export_defaults;
  VacPageSetup setup;
  GPtrArray *written = g_ptr_array_new_with_free_func (written_free);

  vac_page_setup_choose (&setup, self->paper, self->one_page,
                         vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  options.page_setup = &setup;
  options.columns = self->columns;
  options.many = TRUE;
  for (guint i = 0; i < self->exporters->len; i++)
    g_ptr_array_add (written, export_as (self, document, g_ptr_array_index (self->exporters, i),
                                         &options));

  return written;
}

/* What came of it */

static void
append_line (GtkStringList *lines,
             const char    *name,
             const char    *reason)
{
  g_autofree char *line = g_strdup_printf (_("%s: %s"), name, reason);

  gtk_string_list_append (lines, line);
}

/* What is not there comes first. Returns: (transfer full): a line for each file */
static GListModel *
list_lines (Export *self,
            guint  *n_written,
            guint  *n_missing)
{
  GtkStringList *lines = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (self->items, i);
      GPtrArray *written = vac_batch_item_get_result (item);
      g_autofree char *name = g_filename_display_basename (vac_batch_item_get_path (item));

      if (written == NULL)
        append_line (lines, name, vac_batch_item_get_reason (item) != NULL
                                      ? vac_batch_item_get_reason (item) : _("Cancelled before."));
      for (guint j = 0; written != NULL && j < written->len; j++)
        {
          const Written *one = g_ptr_array_index (written, j);

          if (one->reason != NULL)
            append_line (lines, one->name, one->reason);
          else
            g_ptr_array_add (names, one->name);
        }
    }
  *n_missing = g_list_model_get_n_items (G_LIST_MODEL (lines));
  *n_written = names->len;
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (lines, g_ptr_array_index (names, i));

  return G_LIST_MODEL (lines);
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_list_item_set_child (list_item, label);
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *list_item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static void
show_lines (Export     *self,
            GListModel *lines,
            const char *sentence)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (lines)));
  GtkWidget *list = gtk_list_view_new (model, factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (sentence);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_widget_add_css_class (list, "vac-many");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Files"), -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  vac_dialog_present (vac_dialog_new (vac_many_get_window (self->many), _("Not All Was Exported"),
                                      box, WIDTH, HEIGHT));
}

static void
on_exported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  guint n_written, n_missing;
  g_autoptr (GListModel) lines = list_lines (self, &n_written, &n_missing);
  g_autofree char *sentence = g_strdup_printf (ngettext ("Exported %u file", "Exported %u files",
                                                         n_written), n_written);

  vac_batch_run_finish (result, NULL);
  g_clear_pointer (&self->progress, vac_many_progress_free);
  if (n_missing > 0 && vac_many_get_window (self->many) != NULL)
    show_lines (self, lines, sentence);
  else
    vac_many_toast (self->many, sentence);
}

static void
on_progress_cb (VacBatchItem *item,
                guint         n_done,
                gpointer      user_data)
{
  vac_many_progress_set (((Export *) user_data)->progress, n_done);
}

static void
on_folder_chosen_cb (GListModel *files,
                     gpointer    user_data)
{
  g_autoptr (Export) self = user_data;
  const VacManyHost *host = vac_many_get_host (self->many);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Export *export = self;

  self->folder = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  if (self->folder == NULL)
    return;
  self->progress = vac_many_progress_new (vac_many_get_window (self->many),
                                          _("Exporting Postings"), self->items->len, cancellable);
  vac_batch_find_documents (self->items, host->find_document, host->user_data);
  g_steal_pointer (&self);
  vac_batch_visit_async (export->items, export_posting, export, written_unref, on_progress_cb,
                         export, cancellable, on_exported_cb, export);
}

/* The question */

typedef struct
{
  VacMany       *many;         /* owned */
  VacDialog     *dialog;       /* borrowed: it owns this */
  GtkWidget     *accept;       /* borrowed, and the following */
  GtkWidget     *subject_row;
  VacFormatRows *format_rows;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->many);
  g_free (self);
}

static const VacSubject *
get_subject (Dialog *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->subject_row));

  return vac_many_get_host (self->many)->formats->subjects[selected];
}

static void
on_formats_changed_cb (VacFormatRows *formats,
                       Dialog        *self)
{
  g_autoptr (GPtrArray) chosen = vac_format_rows_list_chosen (formats);

  gtk_widget_set_sensitive (self->accept, chosen->len > 0);
}

static void
on_subject_selected_cb (AdwComboRow *row,
                        GParamSpec  *pspec,
                        Dialog      *self)
{
  vac_format_rows_set_subject (self->format_rows, get_subject (self));
}

static void
on_accept_clicked_cb (GtkButton *button,
                      Dialog    *self)
{
  const VacManyHost *host = vac_many_get_host (self->many);
  GtkWindow *window = vac_many_get_window (self->many);
  Export *export = g_new0 (Export, 1);

  export->many = g_object_ref (self->many);
  export->items = vac_many_list_items (self->many);
  export->exporters = vac_format_rows_list_chosen (self->format_rows);
  export->subject = get_subject (self);
  export->paper = g_settings_get_string (host->settings, "paper-size");
  export->one_page = g_settings_get_boolean (host->settings, "one-page");
  export->columns = vac_format_rows_get_columns (self->format_rows);
  export->begun = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_init (&export->lock);
  vac_format_rows_remember (self->format_rows);
  vac_dialog_close (self->dialog);
  host->choose_folder (window, _("Export into Folder"), _("_Export"), on_folder_chosen_cb, export,
                       host->user_data);
}

static GtkWidget *
create_subject (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GListModel) model =
    vac_subject_list_new (vac_many_get_host (self->many)->formats->subjects);

  self->subject_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->subject_row), _("What"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->subject_row), model);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->subject_row);

  return group;
}

/*
 * vac_many_export_show:
 * @many: the selected postings
 *
 * Asks in which formats and where to, and exports all of them.
 */
void
vac_many_export_show (VacMany *many)
{
  const VacManyHost *host = vac_many_get_host (many);
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *formats = vac_format_rows_new (host->formats, host->settings);

  self->many = g_object_ref (many);
  self->format_rows = VAC_FORMAT_ROWS (formats);
  self->dialog = vac_dialog_new (vac_many_get_window (many), _("Export Postings"), page, WIDTH,
                                 HEIGHT);
  g_object_set_data_full (G_OBJECT (self->dialog), "export", self, dialog_free);
  self->accept = vac_dialog_add_accept (self->dialog, _("_Export…"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_subject (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (formats));
  g_signal_connect (formats, "changed", G_CALLBACK (on_formats_changed_cb), self);
  g_signal_connect (self->subject_row, "notify::selected", G_CALLBACK (on_subject_selected_cb),
                    self);
  g_signal_connect (self->accept, "clicked", G_CALLBACK (on_accept_clicked_cb), self);
  on_subject_selected_cb (NULL, NULL, self);
  vac_dialog_present (self->dialog);
}
