/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-common-version"

#include "config.h"

#include "vac-common-version.h"
#include "vac-diff.h"
#include "vac-json.h"
#include "vac-reader.h"
#include "vac-safe-file.h"
#include "vac-versions.h"

/* What a copy that somebody returns was made from: of the file and its kept versions the one that
 * the copy differs least from. Whatever was saved after the copy was given away differs from it by
 * that as well. */

/* Versions are looked at from the newest; a copy is seldom away for longer than this. */
#define MOST_VERSIONS 50

/* One of so many values at least. */
#define LEAST_IN_COMMON 3

typedef struct
{
  GFile       *mine;       /* owned, nullable */
  GFile       *theirs;     /* owned */
  VacDocument *returned;   /* owned: what @theirs holds */
  VacDocument *base;       /* owned, nullable: the best yet */
  guint        n_least;    /* how many differences it has */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_object (&search->mine);
  g_clear_object (&search->theirs);
  g_clear_object (&search->returned);
  g_clear_object (&search->base);
  g_free (search);
}

/* Counts the filled leaves below @node, and those that the other document has as they are. */
static void
count_same (VacDiff *diff,
            VacNode *node,
            guint   *n_filled,
            guint   *n_same)
{
  const guint n_children = vac_node_get_n_children (node);
  VacNode *other;

  for (guint i = 0; i < n_children; i++)
    count_same (diff, vac_node_get_child (node, i), n_filled, n_same);
  if (n_children > 0 || vac_node_is_empty (node))
    return;
  (*n_filled)++;
  other = vac_diff_get_counterpart (diff, node);
  if (other != NULL && g_strcmp0 (vac_node_get_text (node), vac_node_get_text (other)) == 0)
    (*n_same)++;
}

/* Somebody may have chosen the wrong file: what has next to nothing in common with a version was
 * not made from it. */
static gboolean
is_related (VacDiff *diff)
{
  guint n_filled = 0;
  guint n_same = 0;

  count_same (diff, vac_document_get_root (vac_diff_get_a (diff)), &n_filled, &n_same);

  return n_same * LEAST_IN_COMMON >= n_filled;
}

/* A version that cannot be read is none. */
static void
try_version (Search *search,
             GBytes *bytes)
{
  g_autoptr (VacDocument) document = bytes != NULL ? vac_read_document (bytes, NULL) : NULL;
  g_autoptr (VacDiff) diff = NULL;
  guint n;

  if (document == NULL)
    return;
  diff = vac_diff_new (document, search->returned);
  n = vac_diff_get_differences (diff)->len;
  if ((search->base != NULL && n >= search->n_least) || !is_related (diff))
    return;
  g_set_object (&search->base, document);
  search->n_least = n;
}

static void
try_versions (Search       *search,
              GCancellable *cancellable)
{
  g_autoptr (GBytes) saved = vac_safe_file_load (search->mine, VAC_JSON_MAX_BYTES, NULL,
                                                 cancellable, NULL);
  g_autoptr (GPtrArray) versions = vac_versions_list (search->mine, NULL, NULL);

  try_version (search, saved);
  for (guint i = 0; versions != NULL && i < MIN (versions->len, MOST_VERSIONS); i++)
    {
      const VacVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (GBytes) bytes = NULL;

      if (search->n_least == 0 && search->base != NULL)
        return;
      if (version->damaged || g_cancellable_is_cancelled (cancellable))
        continue;
      bytes = vac_versions_load (search->mine, version, NULL);
      try_version (search, bytes);
    }
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = vac_safe_file_load (search->theirs, VAC_JSON_MAX_BYTES, NULL, cancellable, &error);
  if (bytes != NULL)
    search->returned = vac_read_document (bytes, &error);
  if (search->returned == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (search->mine != NULL)
    try_versions (search, cancellable);
  g_task_return_boolean (task, TRUE);
}

/**
 * vac_common_version_find_async:
 * @mine: (nullable): the file of a posting
 * @theirs: a copy of it that somebody has edited
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads @theirs and looks for what it was made from.
 */
void
vac_common_version_find_async (GFile               *mine,
                               GFile               *theirs,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  g_set_object (&search->mine, mine);
  g_set_object (&search->theirs, theirs);
  g_task_set_source_tag (task, vac_common_version_find_async);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * vac_common_version_find_finish:
 * @result: what the callback got
 * @theirs: (out) (transfer full): what the copy holds; %NULL when it could not be read
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the copy was most likely made from; %NULL without an
 *   error when nothing is known
 */
VacDocument *
vac_common_version_find_finish (GAsyncResult  *result,
                                VacDocument  **theirs,
                                GError       **error)
{
  Search *search;

  g_return_val_if_fail (g_async_result_is_tagged (result, vac_common_version_find_async), NULL);
  g_return_val_if_fail (theirs != NULL, NULL);

  *theirs = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  search = g_task_get_task_data (G_TASK (result));
  *theirs = g_steal_pointer (&search->returned);

  return g_steal_pointer (&search->base);
}
