/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-market"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-comparison-outline.h"
#include "vac-export.h"
#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-import-dialog.h"
#include "vac-question.h"
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

  vac_close_guard_end_writing (export->window->guard, written);
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
  vac_close_guard_begin_writing (export->window->guard);
  vac_safe_file_write_async (file, bytes, NULL, vac_window_get_agreed (file), NULL, on_written_cb,
                             g_steal_pointer (&export));
}

static void
export_bytes (VacWindow  *self,
              const char *name,
              GBytes     *bytes)
{
  ComparisonExport *export = g_new0 (ComparisonExport, 1);

  export->window = g_object_ref (self);
  export->bytes = bytes;
  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_SAVE, _("Export Comparison"), _("_Export"), name,
                    NULL,
                    on_file_chosen_cb, export);
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
  export_bytes (self, name, g_bytes_new (text, strlen (text)));
}

/* @choice: positions of places among those of the document, and that of the base or −1. */
static VacOutline *
make_outline (VacDocument *document,
              GVariant    *choice)
{
  VacNode *places = vac_document_get (document, VAC_ROLE_PLACES);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GVariantIter) positions = NULL;
  guint position;
  int base;

  g_variant_get (choice, "(aui)", &positions, &base);
  while (g_variant_iter_next (positions, "u", &position))
    if (vac_node_get_child (places, position) != NULL)
      g_ptr_array_add (nodes, vac_node_get_child (places, position));

  return vac_comparison_outline_new_for (document, (VacNode *const *) nodes->pdata, nodes->len,
                                         base < 0 ? NULL
                                                  : vac_node_get_child (places, (guint) base));
}

/**
 * vac_window_print_places:
 * @self: a window with a document
 * @choice: "(aui)": the positions of places, and that of the one they are compared with or −1
 *
 * Prints the comparison of these places.
 */
void
vac_window_print_places (VacWindow *self,
                         GVariant  *choice)
{
  VacDocument *document = vac_window_get_document (self);
  g_autoptr (VacOutline) outline = make_outline (document, choice);
  g_autofree char *name = vac_subject_make_name (&vac_comparison_subject, document);

  vac_window_print_outline (self, outline, name, 0);
}

/**
 * vac_window_export_places:
 * @self: a window with a document
 * @format: the id of an exporter
 * @choice: as for vac_window_print_places()
 *
 * Asks for a file and writes the comparison of these places, as the export of the whole does.
 */
void
vac_window_export_places (VacWindow  *self,
                          const char *format,
                          GVariant   *choice)
{
  VacDocument *document = vac_window_get_document (self);
  const VacExporter *exporter = vac_export_find (format);
  g_autoptr (VacOutline) outline = make_outline (document, choice);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GBytes *bytes;

  g_return_if_fail (exporter != NULL);

  bytes = exporter->write (document, outline, vac_comparison_subject.audience,
                           &vac_export_defaults, &error);
  if (bytes == NULL)
    {
      vac_tell (GTK_WINDOW (self), _("The Export Failed"), error->message);
      return;
    }
  title = vac_subject_make_name (&vac_comparison_subject, document);
  name = vac_file_name_propose (title, exporter->extension);
  export_bytes (self, name, bytes);
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
