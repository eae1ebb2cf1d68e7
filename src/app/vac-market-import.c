/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-market-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-file-writer.h"
#include "vac-import-dialog.h"
#include "vac-market-import.h"
#include "vac-state-folder.h"

/* Tables that are imported into the salaries, one dialog after another. */

typedef struct
{
  GtkWindow          *parent;     /* owned */
  VacCloseGuard      *guard;      /* owned */
  VacDocument        *document;   /* owned */
  GPtrArray          *files;      /* owned, of GFile */
  guint               next;       /* of them */
  VacSalaryLayouts   *layouts;    /* owned */
  gboolean            goes_on;    /* the last one was imported */
  VacMarketImported   imported;
} Import;

static const VacFileWords list_words = {
  .title = N_("Save List of Problems"),
  .accept = N_("_Save"),
  .written = N_("The list is saved."),
  .failed = N_("Could Not Save"),
};

static void
import_free (Import *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->guard);
  g_object_unref (self->document);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, vac_salary_layouts_free);
  g_free (self);
}

static VacSalaryLayouts *
load_layouts (void)
{
  g_autoptr (GBytes) bytes = vac_state_folder_read (VAC_SALARY_LAYOUTS_FILE,
                                                    VAC_SALARY_LAYOUTS_MOST_BYTES);

  return vac_salary_layouts_new (bytes);
}

static void
save_layouts (VacSalaryLayouts *layouts)
{
  g_autoptr (GBytes) bytes = vac_salary_layouts_to_bytes (layouts);

  vac_state_folder_write (VAC_SALARY_LAYOUTS_FILE, bytes);
}

static void open_next (Import *self);

static void
on_dialog_imported_cb (Import *self,
                       guint   n)
{
  self->goes_on = TRUE;
  self->imported (self->parent, n);
}

static void
on_dialog_save_list_cb (Import *self,
                        GBytes *list)
{
  g_autoptr (GFile) file = g_object_ref (g_ptr_array_index (self->files, self->next - 1));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  /* Translators: what a list of problems is called, after its table */
  g_autofree char *title = g_strdup_printf (_("%s – problems"), shown);
  g_autofree char *name = vac_file_name_propose (title, "csv");

  vac_write_chosen_file (self->parent, self->guard, &list_words, name, g_bytes_ref (list));
}

/* Whoever cancels one table cancels those after it. */
static void
on_dialog_destroy_cb (Import *self)
{
  save_layouts (self->layouts);
  if (self->goes_on && self->next < self->files->len)
    open_next (self);
  else
    import_free (self);
}

static void
open_next (Import *self)
{
  GtkWidget *dialog = vac_import_dialog_new (self->parent, self->document,
                                             g_ptr_array_index (self->files, self->next),
                                             self->layouts);

  self->next++;
  self->goes_on = FALSE;
  vac_import_dialog_set_position (VAC_IMPORT_DIALOG (dialog), self->next, self->files->len);
  g_signal_connect_swapped (dialog, "imported", G_CALLBACK (on_dialog_imported_cb), self);
  g_signal_connect_swapped (dialog, "save-list", G_CALLBACK (on_dialog_save_list_cb), self);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_dialog_destroy_cb), self);
  vac_dialog_present (VAC_DIALOG (dialog));
}

static void
on_tables_chosen_cb (GListModel *files,
                     gpointer    user_data)
{
  Import *self = user_data;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->files, g_list_model_get_item (files, i));
  if (self->files->len == 0)
    {
      import_free (self);
      return;
    }
  self->layouts = load_layouts ();
  open_next (self);
}

/**
 * vac_market_import:
 * @parent: the window that asked
 * @guard: keeps it open while a file is written
 * @document: what it shows
 * @imported: called after each table whose places are in @document
 *
 * Asks for tables and shows what is in them, one after another.
 */
void
vac_market_import (GtkWindow         *parent,
                   VacCloseGuard     *guard,
                   VacDocument       *document,
                   VacMarketImported  imported)
{
  Import *self = g_new0 (Import, 1);

  self->parent = g_object_ref (parent);
  self->guard = g_object_ref (guard);
  self->document = g_object_ref (document);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->imported = imported;
  vac_choose_files (parent, VAC_CHOOSE_TABLE, _("Import Salaries"), _("_Open"), NULL, NULL,
                    on_tables_chosen_cb, self);
}
