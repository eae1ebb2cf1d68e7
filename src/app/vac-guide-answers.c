/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-answers"

#include "config.h"

#include <gio/gio.h>

#include "vac-guide-answers.h"
#include "vac-state-list.h"

/* Which texts of postings shall not go into their guides, so that nobody is asked again: a digest a
 * line. */

#define NAME "this-posting-only"
#define MOST 4000

/**
 * vac_guide_answers_load:
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type utf8): the digests of changes that somebody has decided
 *   on; see #VacGuideChange
 */
GHashTable *
vac_guide_answers_load (void)
{
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines = vac_state_list_load (NAME);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (digests, g_strdup (g_ptr_array_index (lines, i)));

  return digests;
}

static void
remember_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  vac_state_list_add (NAME, task_data, MOST);
  g_task_return_boolean (task, TRUE);
}

/**
 * vac_guide_answers_remember:
 * @digests: (element-type utf8): of changes that somebody has decided on
 */
void
vac_guide_answers_remember (GHashTable *digests)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  GHashTableIter iter;
  gpointer digest;

  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    g_ptr_array_add (lines, g_strdup (digest));
  g_task_set_source_tag (task, vac_guide_answers_remember);
  g_task_set_task_data (task, lines, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, remember_in_thread);
}
