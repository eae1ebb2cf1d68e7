/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-draft-dialog.h"
#include "vac-draft-match.h"
#include "vac-file-dialog.h"
#include "vac-recognition.h"
#include "vac-window-private.h"

/* Postings from elsewhere: files of other programs. */

static gboolean
has_text (VacNode *node)
{
  const VacRole role = vac_node_get_role (node);

  if (vac_node_get_n_children (node) == 0)
    return (role == VAC_ROLE_SECTION_TEXT || role == VAC_ROLE_ITEM_TEXT ||
            role == VAC_ROLE_ITEM_LABEL) && *vac_node_get_text (node) != '\0';
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (has_text (vac_node_get_child (node, i)))
      return TRUE;

  return FALSE;
}

/**
 * vac_window_says_nothing:
 * @self: a window
 *
 * Returns: whether its posting has no title and no text, as one that was begun from a blank guide
 */
gboolean
vac_window_says_nothing (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);

  return document != NULL && *vac_document_get_text (document, VAC_ROLE_JOB_TITLE) == '\0' &&
         !has_text (vac_document_get (document, VAC_ROLE_SECTIONS));
}

/* Where the first of what was imported is now. */
static VacNode *
find_imported (VacRecognition *recognition,
               VacDocument    *document)
{
  for (guint i = 0; i < vac_recognition_get_n_sections (recognition); i++)
    {
      const VacFoundSection *section = vac_recognition_get_section (recognition, i);

      for (guint j = section->start; section->used && j < section->end; j++)
        {
          VacNode *node = vac_draft_find_node (recognition, j, document);

          if (node != NULL)
            return node;
        }
    }

  return vac_document_get (document, VAC_ROLE_JOB_TITLE);
}

/**
 * vac_window_apply_draft:
 * @self: a window with a posting
 * @recognition: what to import into it
 * @replace: see vac_recognition_apply()
 *
 * Imports as a step of its own and shows where.
 */
void
vac_window_apply_draft (VacWindow      *self,
                        VacRecognition *recognition,
                        gboolean        replace)
{
  VacDocument *document = vac_window_get_document (self);
  const gboolean empty = vac_window_says_nothing (self);

  if (document == NULL || vac_document_get_read_only (document))
    return;
  vac_binder_settle (GTK_ROOT (self));
  vac_window_leave_view (self);
  vac_document_add_barrier (document);
  vac_document_begin_step (document, _("Import"));
  /* What says nothing yet is in no language. */
  if (empty)
    vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE),
                           vac_recognition_get_language (recognition));
  vac_recognition_apply (recognition, document, replace);
  vac_document_end_step (document);
  vac_document_add_barrier (document);
  vac_window_show_node (self, find_imported (recognition, document));
}

static void
on_apply_cb (VacDraftDialog *dialog,
             VacRecognition *recognition,
             gboolean        replace,
             VacWindow      *self)
{
  vac_window_apply_draft (self, recognition, replace);
}

/**
 * vac_window_create_draft_dialog:
 * @self: a window
 * @place: what becomes of what is imported
 * @before: (nullable): called as a handler of #VacDraftDialog::apply before that does anything
 *
 * Returns: (transfer none): a dialog that imports into the posting; for a new posting, somebody has
 *   to listen to it
 */
VacDraftDialog *
vac_window_create_draft_dialog (VacWindow     *self,
                                VacDraftPlace  place,
                                GCallback      before)
{
  const VacExportOptions options = vac_preview_pane_get_options (self->preview_pane);
  VacDraftDialog *dialog = vac_draft_dialog_new (GTK_WINDOW (self), vac_window_get_document (self),
                                                 place, options.page_setup);

  if (before != NULL)
    g_signal_connect_object (dialog, "apply", before, self, 0);
  g_signal_connect_object (dialog, "apply", G_CALLBACK (on_apply_cb), self, 0);
  /* What it would import into is no longer shown. */
  g_signal_connect_object (self, "notify::store", G_CALLBACK (vac_dialog_destroy), dialog,
                           G_CONNECT_SWAPPED);

  return dialog;
}

/**
 * vac_window_import_file:
 * @self: a window
 * @file: a file of some other program
 *
 * Shows what is in @file, to be imported.
 *
 * Returns: (transfer none): what shows it, and tells of a new posting that is made of it
 */
VacDraftDialog *
vac_window_import_file (VacWindow *self,
                        GFile     *file)
{
  VacDocument *document;
  VacDraftDialog *dialog;
  gboolean alone;

  g_return_val_if_fail (VAC_IS_WINDOW (self) && G_IS_FILE (file), NULL);

  document = vac_window_get_document (self);
  alone = document == NULL || vac_document_get_read_only (document) ||
          vac_window_says_nothing (self);
  dialog = vac_window_create_draft_dialog (self, alone ? VAC_DRAFT_AS_NEW : VAC_DRAFT_AS_EITHER,
                                           NULL);
  vac_draft_dialog_read_file (dialog, file);

  return dialog;
}

static void
on_chosen_cb (GListModel *files,
              gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    vac_window_open_files (self, &file, 1);
}

/**
 * vac_window_import:
 * @self: a window
 *
 * Asks for a file of some other program. What turns out to be a posting of ours is opened.
 */
void
vac_window_import (VacWindow *self)
{
  g_autoptr (GFile) folder = vac_window_dup_folder (self);

  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_SOURCE, _("Import Posting"), _("_Open"), NULL,
                    folder, on_chosen_cb, g_object_ref (self));
}
