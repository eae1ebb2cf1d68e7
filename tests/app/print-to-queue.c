/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include <gtk/gtkunixprint.h>

#include "support.h"
#include "vac-print.h"

/* Prints the first pages of the guide on a queue, for test-print-queue.py: with the dialog, without
 * which GTK 4.8 crashes while it looks for a printer. */

typedef struct
{
  const char              *printer;
  GtkPrintUnixDialog      *dialog;    /* as soon as it is shown */
  GtkPrintOperationResult  result;
} Job;

static gboolean
on_look_cb (gpointer user_data)
{
  Job *job = user_data;
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPageRange ranges[] = { { 0, 1 } };
  GtkPrinter *printer;

  for (guint i = 0; job->dialog == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!GTK_IS_PRINT_UNIX_DIALOG (window))
        continue;
      job->dialog = GTK_PRINT_UNIX_DIALOG (window);
      gtk_print_settings_set_printer (settings, job->printer);
      gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
      gtk_print_settings_set_page_ranges (settings, ranges, G_N_ELEMENTS (ranges));
      gtk_print_unix_dialog_set_settings (job->dialog, settings);
    }
  printer = job->dialog != NULL ? gtk_print_unix_dialog_get_selected_printer (job->dialog) : NULL;
  if (printer == NULL || g_strcmp0 (gtk_printer_get_name (printer), job->printer) != 0
      || !gtk_printer_has_details (printer))
    return G_SOURCE_CONTINUE;
  gtk_dialog_response (GTK_DIALOG (job->dialog), GTK_RESPONSE_OK);

  return G_SOURCE_REMOVE;
}

static void
on_done_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  ((Job *) user_data)->result = result;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (VacDocument) guide = NULL;
  g_autoptr (VacOutline) outline = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  Job job = { .result = GTK_PRINT_OPERATION_RESULT_ERROR };
  VacPageSetup setup;

  if (argc != 3)
    return EXIT_FAILURE;

  gtk_init ();
  guide = support_load_guide ();
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_JOB_TITLE), argv[2]);
  outline = vac_outline_new (guide, VAC_AUDIENCE_CANDIDATE);
  vac_page_setup_init (&setup, VAC_PAPER_LETTER);
  operation = vac_print_operation_new (outline, &setup);

  job.printer = argv[1];
  g_timeout_add (100, on_look_cb, &job);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), &job);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, &error);
  g_assert_no_error (error);
  while (!gtk_print_operation_is_finished (operation))
    g_main_context_iteration (NULL, TRUE);

  return job.result == GTK_PRINT_OPERATION_RESULT_APPLY
         && gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED
         ? EXIT_SUCCESS : EXIT_FAILURE;
}
