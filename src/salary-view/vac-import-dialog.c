/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-expander.h"
#include "vac-import-dialog-private.h"
#include "vac-import-rows.h"
#include "vac-question.h"
#include "vac-wrap-layout.h"

/* How often the bar moves, in milliseconds. */
#define PROGRESS_INTERVAL 80

/* How many places are imported without a question. */
#define MOST_UNASKED 100

/**
 * VacImportDialog:
 *
 * Shows what is in a table of salaries before anything changes: how the file is written, what its
 * columns are, what would be added or replaced, and which rows cannot be taken. All of it can be
 * corrected. The file is read on a thread.
 */

G_DEFINE_FINAL_TYPE (VacImportDialog, vac_import_dialog, VAC_TYPE_DIALOG)

enum
{
  IMPORTED,
  SAVE_LIST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The thread: analyses when there is no import yet, else reads the rows with new settings. */

typedef struct
{
  GBytes                  *bytes;       /* owned; to be analysed, and no more */
  char                    *name;        /* owned: of the file */
  VacSalaryImport         *import;      /* owned while the thread runs */
  VacSalaryImportResult   *result;      /* owned */
  VacSalaryImportSettings  settings;
  gboolean                 has_settings;
  int                      share;       /* atomic, in thousandths */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_clear_pointer (&job->import, vac_salary_import_free);
  g_clear_pointer (&job->result, vac_salary_import_result_free);
  g_free (job);
}

static void
on_progress_cb (double   share,
                gpointer user_data)
{
  g_atomic_int_set (&((Job *) user_data)->share, (int) (share * 1000));
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (job->bytes != NULL)
    job->import = vac_salary_import_analyse (job->bytes, job->name, &error);
  else if (!job->has_settings ||
           vac_salary_import_set_settings (job->import, &job->settings, &error))
    job->result = vac_salary_import_run (job->import, on_progress_cb, job, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void start (VacImportDialog               *self,
                   GBytes                        *bytes,
                   const VacSalaryImportSettings *settings);

static void
on_setting_changed_cb (VacImportDialog *self)
{
  VacSalaryImportSettings settings;

  if (self->showing)
    return;
  if (self->running)
    {
      self->again = TRUE;
      g_cancellable_cancel (self->cancellable);
      return;
    }
  if (self->import == NULL)
    return;
  settings = *vac_salary_import_get_settings (self->import);
  vac_import_dialog_read_settings (self, &settings);
  start (self, NULL, &settings);
}

static void
on_currency_apply_cb (VacImportDialog *self)
{
  if (vac_import_dialog_check_currency (self))
    on_setting_changed_cb (self);
}

/* Running */

static gboolean
on_progress_timeout_cb (gpointer user_data)
{
  GTask *task = user_data;
  VacImportDialog *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&job->share) / 1000.0);

  return G_SOURCE_CONTINUE;
}

/* A correction that cannot be is taken back; without anything to correct, that is all. */
static void
show_error (VacImportDialog *self,
            const GError    *error)
{
  g_autofree char *sentence = vac_error_describe (error, NULL);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (self->import != NULL && self->result != NULL)
    {
      vac_import_dialog_show_settings (self);
      gtk_label_set_text (self->summary, sentence);
      vac_import_dialog_update_button (self);
      return;
    }
  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
take_result (VacImportDialog *self,
             Job             *job)
{
  const char *job_title = vac_document_get_text (self->document, VAC_ROLE_JOB_TITLE);
  const gboolean is_first = self->result == NULL;

  if (vac_salary_import_choose (self->import, job->result, job_title))
    {
      start (self, NULL, NULL);
      return;
    }
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_pointer (&self->result, vac_salary_import_result_free);
  self->result = g_steal_pointer (&job->result);
  vac_salary_import_result_match (self->result, self->import, self->document);
  if (self->found.table != vac_salary_import_get_settings (self->import)->table)
    self->found = *vac_salary_import_get_settings (self->import);
  vac_import_dialog_show_settings (self);
  vac_import_dialog_show_survey (self);
  vac_import_dialog_update_summary (self);
  vac_import_dialog_update_question (self);
  vac_import_dialog_show_kinds (self);
  vac_import_dialog_show_rows (self);
  /* What a button can be pressed for is known now: only then can it have the focus. */
  if (is_first)
    vac_import_dialog_show_step (self, "columns");
}

static void
propose_source (VacImportDialog *self)
{
  g_autofree char *source = vac_salary_import_describe_source (self->import);

  gtk_editable_set_text (GTK_EDITABLE (self->source_row), source);
}

static void
on_job_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  VacImportDialog *self = VAC_IMPORT_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean analysed = job->bytes != NULL && job->import != NULL;
  gboolean again = self->again;

  self->running = FALSE;
  self->again = FALSE;
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  self->import = g_steal_pointer (&job->import);
  if (analysed && self->document != NULL)
    {
      vac_salary_import_assume (self->import, self->document);
      vac_import_dialog_take_layout (self);
      propose_source (self);
    }
  if (!g_task_propagate_boolean (G_TASK (result), &error) && !again)
    {
      if (self->document != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }
  if (self->document == NULL)
    return;
  if (analysed)
    start (self, NULL, NULL);
  else if (again)
    on_setting_changed_cb (self);
  else
    take_result (self, job);
}

static void
start (VacImportDialog               *self,
       GBytes                        *bytes,
       const VacSalaryImportSettings *settings)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->import = g_steal_pointer (&self->import);
  if (settings != NULL)
    job->settings = *settings;
  job->has_settings = settings != NULL;
  if (bytes != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      job->name = g_filename_display_name (name);
    }
  self->running = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);

  task = g_task_new (self, self->cancellable, on_job_done_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  self->progress_source = g_timeout_add_full (G_PRIORITY_DEFAULT, PROGRESS_INTERVAL,
                                              on_progress_timeout_cb, g_object_ref (task),
                                              g_object_unref);
  g_task_run_in_thread (task, run_job);
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VacImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (self->document == NULL)
    return;
  if (bytes != NULL)
    start (self, bytes, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
}

/* What the buttons do */

static void
choose (VacImportDialog *self,
        gboolean         all,
        gboolean         known)
{
  for (guint i = 0; self->result != NULL && i < self->result->places->len; i++)
    {
      VacSalaryImportPlace *place = g_ptr_array_index (self->result->places, i);

      place->chosen = place->problem == NULL && (all || (known && place->target != NULL));
    }
  if (self->result != NULL)
    vac_import_dialog_show_rows (self);
}

static void
on_all_clicked_cb (VacImportDialog *self)
{
  choose (self, TRUE, TRUE);
}

static void
on_none_clicked_cb (VacImportDialog *self)
{
  choose (self, FALSE, FALSE);
}

static void
on_known_clicked_cb (VacImportDialog *self)
{
  choose (self, FALSE, TRUE);
}

static void
on_kind_toggled_cb (VacImportDialog *self,
                    GtkToggleButton *toggle)
{
  if (self->result != NULL && gtk_toggle_button_get_active (toggle))
    vac_import_dialog_show_rows (self);
}

void
vac_import_dialog_show_step (VacImportDialog *self,
                             const char      *name)
{
  const gboolean is_last = g_str_equal (name, "rows");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !is_last);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), is_last);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !is_last);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), is_last);
  if (!gtk_widget_grab_focus (GTK_WIDGET (is_last ? self->import_button : self->next_button)))
    gtk_widget_child_focus (is_last ? GTK_WIDGET (self->list_view) : GTK_WIDGET (self->sample),
                            GTK_DIR_TAB_FORWARD);
}

static void
on_back_clicked_cb (VacImportDialog *self)
{
  vac_import_dialog_show_step (self, "columns");
}

static void
on_next_clicked_cb (VacImportDialog *self)
{
  if (!self->running && self->result != NULL)
    vac_import_dialog_show_step (self, "rows");
}

static void
on_forget_clicked_cb (VacImportDialog *self)
{
  if (self->running || self->import == NULL)
    return;
  vac_import_dialog_forget_layout (self);
  on_setting_changed_cb (self);
}

static void
on_save_clicked_cb (VacImportDialog *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (self->result == NULL)
    return;
  vac_salary_import_append_refused (self->result,
                                    adw_window_title_get_subtitle (self->window_title), list);
  bytes = g_bytes_new (list->str, list->len);
  g_signal_emit (self, signals[SAVE_LIST], 0, bytes);
}

static void
on_point_clicked_cb (VacImportDialog *self)
{
  adw_combo_row_set_selected (self->decimal_row, 1);
}

static void
on_comma_clicked_cb (VacImportDialog *self)
{
  adw_combo_row_set_selected (self->decimal_row, 2);
}

static void
on_answer_cb (const char *answer,
              gpointer    user_data)
{
  g_autoptr (VacImportDialog) self = user_data;

  if (g_str_equal (answer, "import") && self->document != NULL)
    vac_import_dialog_apply (self);
}

/* So many places are rarely meant; and a posting with them is hard to read. */
static void
ask_whether_many (VacImportDialog *self,
                  guint            n)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("Import %u Place?", "Import %u Places?", n),
                                              n);
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "import", _("_Import"), ADW_RESPONSE_DEFAULT },
    { NULL }
  };

  vac_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
           _("A table with so many places is hard to read, and prints on many pages. With “Known "
             "Places” only those are chosen that the posting has already."),
           answers, "cancel", on_answer_cb, g_object_ref (self));
}

static void
on_import_clicked_cb (VacImportDialog *self)
{
  guint n;

  if (self->running || self->result == NULL || self->step != NULL)
    return;
  n = vac_import_dialog_count_chosen (self);
  if (n > MOST_UNASKED)
    ask_whether_many (self, n);
  else
    vac_import_dialog_apply (self);
}

static gboolean
vac_import_dialog_close_request (VacDialog *dialog)
{
  g_cancellable_cancel (VAC_IMPORT_DIALOG (dialog)->cancellable);
  vac_import_dialog_stop_applying (VAC_IMPORT_DIALOG (dialog));

  return VAC_DIALOG_CLASS (vac_import_dialog_parent_class)->close_request (dialog);
}

static void
vac_import_dialog_dispose (GObject *object)
{
  VacImportDialog *self = VAC_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  vac_import_dialog_stop_applying (self);
  g_clear_pointer (&self->result, vac_salary_import_result_free);
  g_clear_pointer (&self->import, vac_salary_import_free);
  g_clear_object (&self->document);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (vac_import_dialog_parent_class)->dispose (object);
}

static void
vac_import_dialog_finalize (GObject *object)
{
  g_clear_object (&VAC_IMPORT_DIALOG (object)->cancellable);
  g_clear_pointer (&VAC_IMPORT_DIALOG (object)->import, vac_salary_import_free);

  G_OBJECT_CLASS (vac_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/salary-view/vac-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, question_group);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, point_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, comma_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, occupation_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, cap_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, header_switch);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, table_group);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, table_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, sample);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, forget_box);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, remark_box);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, new_toggle);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, replaces_toggle);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, problems_toggle);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, choice_box);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, survey_row);
  gtk_widget_class_bind_template_child (widget_class, VacImportDialog, source_row);
  gtk_widget_class_bind_template_callback (widget_class, on_setting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_known_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_point_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_comma_clicked_cb);
}

static void
vac_import_dialog_class_init (VacImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_import_dialog_finalize;
  VAC_DIALOG_CLASS (klass)->close_request = vac_import_dialog_close_request;

  /**
   * VacImportDialog::imported:
   * @self: a dialog
   * @n: how many places were changed or added
   *
   * The document has changed, in one step to undo; the dialog closes.
   */
  signals[IMPORTED] = g_signal_new ("imported", VAC_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * VacImportDialog::save-list:
   * @self: a dialog
   * @list: rows that cannot be imported, comma-separated
   *
   * Somebody wants to save them.
   */
  signals[SAVE_LIST] = g_signal_new ("save-list", VAC_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);

  g_type_ensure (VAC_TYPE_CONTROL_ROW);
  g_type_ensure (VAC_TYPE_OCCUPATION_ROW);
  g_type_ensure (VAC_TYPE_IMPORT_SAMPLE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
vac_import_dialog_init (VacImportDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_import_dialog_fill_choices (self);
  vac_import_dialog_fill_survey (self);
  vac_let_wrap (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->new_toggle))));
  vac_expander_prepare (GTK_WIDGET (self->format_row));
  vac_expander_prepare (GTK_WIDGET (self->survey_row));
  self->showing = FALSE;
  self->cancellable = g_cancellable_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (vac_import_dialog_setup_row), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (vac_import_dialog_bind_row), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}

/**
 * vac_import_dialog_new:
 * @parent: (nullable): the window to import for
 * @document: the document
 * @file: a table
 * @layouts: (nullable): what was said of tables before; outlives the window, which adds to it
 *
 * Returns: (transfer none): a window that shows what is in @file and imports it when told to
 */
GtkWidget *
vac_import_dialog_new (GtkWindow        *parent,
                       VacDocument      *document,
                       GFile            *file,
                       VacSalaryLayouts *layouts)
{
  VacImportDialog *self;
  g_autofree char *name = NULL;
  g_autofree char *display_name = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (VAC_TYPE_IMPORT_DIALOG, "window", parent, NULL);
  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  self->layouts = layouts;
  name = g_file_get_basename (file);
  display_name = g_filename_display_name (name);
  adw_window_title_set_subtitle (self->window_title, display_name);
  g_file_load_bytes_async (file, self->cancellable, on_loaded_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * vac_import_dialog_set_position:
 * @self: a dialog
 * @position: which of the files it shows, from 1
 * @n_files: how many there are
 *
 * Says in the title that other files come after this one.
 */
void
vac_import_dialog_set_position (VacImportDialog *self,
                                guint            position,
                                guint            n_files)
{
  g_autofree char *title = NULL;

  g_return_if_fail (VAC_IS_IMPORT_DIALOG (self));

  if (n_files < 2)
    return;
  /* Translators: of the files that salaries are imported from, "2 of 3" */
  title = g_strdup_printf (_("Import Salaries, %u of %u"), position, n_files);
  adw_window_title_set_title (self->window_title, title);
}

/**
 * vac_import_dialog_get_result:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what was found with the settings of the moment; %NULL while
 *   the file is read
 */
VacSalaryImportResult *
vac_import_dialog_get_result (VacImportDialog *self)
{
  g_return_val_if_fail (VAC_IS_IMPORT_DIALOG (self), NULL);

  return self->running ? NULL : self->result;
}
