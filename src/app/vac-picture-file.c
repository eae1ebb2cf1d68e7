/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-picture-file"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-file-dialog.h"
#include "vac-picture-file.h"
#include "vac-question.h"

/* The files that pictures of a posting are taken from. */

typedef struct
{
  GtkWindow   *parent;     /* owned */
  VacDocument *document;   /* owned */
  VacNode     *leaf;       /* owned */
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->parent);
  g_object_unref (taking->document);
  g_object_unref (taking->leaf);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static Taking *
taking_new (GtkWindow   *parent,
            VacDocument *document,
            VacNode     *leaf)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->parent = g_object_ref (parent);
  taking->document = g_object_ref (document);
  taking->leaf = g_object_ref (leaf);

  return taking;
}

static void
refuse (Taking       *taking,
        const GError *error)
{
  vac_tell (taking->parent, _("Could Not Use the Picture"), error->message);
}

static void
on_taken_in_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Taking) taking = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_task_propagate_pointer (G_TASK (result), &error);

  if (uri == NULL)
    {
      refuse (taking, error);
      return;
    }
  /* The posting may have been read again in the meantime. */
  if (vac_node_get_root (taking->leaf) != vac_document_get_root (taking->document))
    return;
  vac_document_begin_step (taking->document, _("Choose Picture"));
  vac_document_set_text (taking->document, taking->leaf, uri);
  vac_document_end_step (taking->document);
}

static void
take_in (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  GError *error = NULL;
  char *uri = vac_picture_take_in (data, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Taking) taking = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = vac_safe_file_load_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (GTask) task = NULL;

  if (bytes == NULL)
    {
      refuse (taking, error);
      return;
    }
  task = g_task_new (NULL, NULL, on_taken_in_cb, g_steal_pointer (&taking));
  g_task_set_source_tag (task, take_in);
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, take_in);
}

/**
 * vac_picture_file_load:
 * @parent: the window that asked
 * @document: what it shows
 * @leaf: a picture's leaf in it
 * @file: a picture
 *
 * Sets @leaf to what the file shows, in one step, or says why that cannot be. Reads and decodes in
 * other threads.
 */
void
vac_picture_file_load (GtkWindow   *parent,
                       VacDocument *document,
                       VacNode     *leaf,
                       GFile       *file)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && VAC_IS_DOCUMENT (document));
  g_return_if_fail (vac_node_get_kind (leaf) == VAC_KIND_PICTURE && G_IS_FILE (file));

  vac_safe_file_load_async (file, VAC_PICTURE_MAX_INPUT, NULL, on_loaded_cb,
                            taking_new (parent, document, leaf));
}

static void
on_chosen_cb (GListModel *files,
              gpointer    user_data)
{
  g_autoptr (Taking) taking = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    vac_picture_file_load (taking->parent, taking->document, taking->leaf, file);
}

/**
 * vac_picture_file_choose:
 * @parent: the window that asked
 * @document: what it shows
 * @leaf: a picture's leaf in it
 *
 * Asks for a file and goes on as vac_picture_file_load().
 */
void
vac_picture_file_choose (GtkWindow   *parent,
                         VacDocument *document,
                         VacNode     *leaf)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && VAC_IS_DOCUMENT (document));
  g_return_if_fail (vac_node_get_kind (leaf) == VAC_KIND_PICTURE);

  vac_choose_files (parent, VAC_CHOOSE_PICTURE, _("Choose a Picture"), _("_Open"), NULL, NULL,
                    on_chosen_cb, taking_new (parent, document, leaf));
}
