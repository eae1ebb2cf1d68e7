/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-market"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-compat.h"
#include "vac-import-dialog.h"
#include "vac-safe-file.h"
#include "vac-window-private.h"

/* What the salary table asks of its window: files to write and to read. */

typedef struct
{
  VacWindow *window;   /* owned */
  GBytes    *bytes;    /* owned */
} ComparisonExport;

static void
comparison_export_free (ComparisonExport *export)
{
  g_object_unref (export->window);
  g_bytes_unref (export->bytes);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComparisonExport, comparison_export_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ComparisonExport) export = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = vac_safe_file_write_finish (G_FILE (source), result, NULL, &error);

  vac_window_end_writing (export->window, written);
  if (written)
    vac_window_show_toast (export->window, _("The comparison is exported."));
  else
    vac_tell (GTK_WINDOW (export->window), _("The Export Failed"), error->message);
}

static void
on_file_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr (ComparisonExport) export = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  GBytes *bytes;

  if (file == NULL)
    return;
  bytes = export->bytes;
  vac_window_begin_writing (export->window);
  vac_safe_file_write_async (file, bytes, NULL, vac_window_get_agreed (file), NULL, on_written_cb,
                             g_steal_pointer (&export));
}

/**
 * vac_window_export_comparison:
 * @self: a window
 * @name: the file name to propose
 * @text: what the file is to hold
 *
 * Asks for a file and writes it.
 */
void
vac_window_export_comparison (VacWindow  *self,
                              const char *name,
                              const char *text)
{
  ComparisonExport *export = g_new0 (ComparisonExport, 1);

  export->window = g_object_ref (self);
  export->bytes = g_bytes_new (text, strlen (text));
  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_SAVE, _("Export Comparison"), _("_Export"), name, NULL,
                    on_file_chosen_cb, export);
}

static void
on_table_chosen_cb (GListModel *files,
                    gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && vac_window_get_document (self) != NULL)
    gtk_window_present (GTK_WINDOW (vac_import_dialog_new (GTK_WINDOW (self),
                                                           vac_window_get_document (self), file)));
}

/**
 * vac_window_import_salaries:
 * @self: a window with a posting
 *
 * Asks for a table and shows what is in it.
 */
void
vac_window_import_salaries (VacWindow *self)
{
  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_TABLE, _("Import Salaries"), _("_Open"), NULL, NULL,
                    on_table_chosen_cb, g_object_ref (self));
}
