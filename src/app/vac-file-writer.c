/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-file-writer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-file-dialog.h"
#include "vac-file-writer.h"
#include "vac-question.h"
#include "vac-safe-file.h"

/* Bytes that are ready, and a file to be chosen for them. */

typedef struct
{
  GtkWindow          *parent;   /* owned */
  VacCloseGuard      *guard;    /* owned */
  GBytes             *bytes;    /* owned */
  const VacFileWords *words;
} Writing;

const VacFileWords vac_comparison_words = {
  .title = N_("Export Comparison"),
  .accept = N_("_Export"),
  .written = N_("The comparison is exported."),
  .failed = N_("Could Not Export"),
};

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->parent);
  g_object_unref (writing->guard);
  g_bytes_unref (writing->bytes);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = vac_safe_file_write_finish (G_FILE (source), result, NULL, &error);

  vac_close_guard_end_writing (writing->guard, written);
  if (written)
    vac_editor_tell (GTK_WIDGET (writing->parent), _(writing->words->written));
  else
    vac_tell (writing->parent, _(writing->words->failed), error->message);
}

static void
on_file_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  GBytes *bytes;

  if (file == NULL)
    return;
  bytes = writing->bytes;
  vac_close_guard_begin_writing (writing->guard);
  vac_safe_file_write_async (file, bytes, NULL, vac_chosen_file_get_flags (file), NULL,
                             on_written_cb, g_steal_pointer (&writing));
}

/**
 * vac_write_chosen_file:
 * @parent: the window that asked
 * @guard: keeps it open while the file is written
 * @words: what is said around it; for good
 * @name: what the file is called unless the user says otherwise
 * @bytes: (transfer full): what it will hold
 *
 * Asks for a file and writes it. Says what went wrong, if something does.
 */
void
vac_write_chosen_file (GtkWindow          *parent,
                       VacCloseGuard      *guard,
                       const VacFileWords *words,
                       const char         *name,
                       GBytes             *bytes)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->parent = g_object_ref (parent);
  writing->guard = g_object_ref (guard);
  writing->bytes = bytes;
  writing->words = words;
  vac_choose_files (parent, VAC_CHOOSE_SAVE, _(words->title), _(words->accept), name, NULL,
                    on_file_chosen_cb, writing);
}
