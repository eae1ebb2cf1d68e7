/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-duplicate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-duplicate.h"
#include "vac-many-duplicate.h"
#include "vac-many-progress.h"
#include "vac-question.h"

/* New postings that begin as the selected ones, each in a window of its own. */

/* More windows than these nobody means to open. */
#define MOST_UNASKED 10

typedef struct
{
  VacMany         *many;       /* owned */
  GPtrArray       *items;      /* owned */
  VacManyProgress *progress;   /* owned, nullable */
} Duplicating;

static void
duplicating_free (Duplicating *self)
{
  g_object_unref (self->many);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->progress, vac_many_progress_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Duplicating, duplicating_free)

static gpointer
duplicate (const char   *path,
           VacDocument  *document,
           gpointer      user_data,
           GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *address = g_file_get_uri (file);

  return vac_duplicate (document, address);
}

static void
on_progress_cb (VacBatchItem *item,
                guint         n_done,
                gpointer      user_data)
{
  vac_many_progress_set (((Duplicating *) user_data)->progress, n_done);
}

static void
on_duplicated_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Duplicating) self = user_data;
  const VacManyHost *host = vac_many_get_host (self->many);
  const gboolean done = vac_batch_run_finish (result, NULL);

  g_clear_pointer (&self->progress, vac_many_progress_free);
  if (!done)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      VacDocument *document = vac_batch_item_get_result (g_ptr_array_index (self->items, i));

      if (document != NULL)
        host->show_new (document, host->user_data);
    }
  vac_many_tell_reasons (self->many, _("Not All Postings Were Duplicated"), self->items);
}

static void
start (Duplicating *self)
{
  const VacManyHost *host = vac_many_get_host (self->many);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->progress = vac_many_progress_new (vac_many_get_window (self->many),
                                          _("Duplicating Postings"), self->items->len,
                                          cancellable);
  vac_batch_find_documents (self->items, host->find_document, host->user_data);
  vac_batch_visit_async (self->items, duplicate, NULL, g_object_unref, on_progress_cb, self,
                         cancellable, on_duplicated_cb, self);
}

static void
on_answer_cb (const char *answer,
              gpointer    user_data)
{
  g_autoptr (Duplicating) self = user_data;

  if (g_str_equal (answer, "duplicate"))
    start (g_steal_pointer (&self));
}

/*
 * vac_many_duplicate:
 * @many: the selected postings
 *
 * Opens a new posting for each of them that is not saved yet, remembers where it came from, and has
 * its title and its place to be changed first. Asks before it opens many.
 */
void
vac_many_duplicate (VacMany *many)
{
  Duplicating *self = g_new0 (Duplicating, 1);
  g_autofree char *heading = NULL;
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "duplicate", _("_Open All"), ADW_RESPONSE_DEFAULT },
    { NULL }
  };

  self->many = g_object_ref (many);
  self->items = vac_many_list_items (many);
  if (self->items->len <= MOST_UNASKED)
    {
      start (self);
      return;
    }
  heading = g_strdup_printf (ngettext ("Open %u Window?", "Open %u Windows?", self->items->len),
                             self->items->len);
  vac_ask (vac_many_get_window (many), heading,
           _("Each duplicate opens in a window of its own, to be given its title and place."),
           answers, "cancel", on_answer_cb, self);
}
