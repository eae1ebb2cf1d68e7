/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-heads"

#include "config.h"

#include "vac-baseline-private.h"
#include "vac-state-folder.h"
#include "vac-versions-heads.h"

/* Which file each index of versions is about. Whoever saves many files for the first time asks all
 * indexes for each of them whether they are about that file under another name: what has not
 * changed is not read again. */

/* Where an index says which file it is about; the longest path there is fits. */
#define LARGEST_HEAD (64 * 1024)

/* An index is never changed in place: another one takes its name. */
typedef struct
{
  struct stat status;
  char       *uri;
  char       *hash;
  VacFileMark mark;
  gint64      time;
} Head;

static GMutex lock;
static GHashTable *heads;   /* path of an index → Head; owned, under the lock */

static void
head_free (gpointer data)
{
  Head *self = data;

  g_free (self->uri);
  g_free (self->hash);
  g_free (self);
}

/* Returns: whether it is known */
static gboolean
recall (const char        *path,
        const struct stat *status,
        VacVersionsIndex  *index)
{
  const Head *head;
  gboolean known;

  g_mutex_lock (&lock);
  head = heads != NULL ? g_hash_table_lookup (heads, path) : NULL;
  known = head != NULL && vac_status_equal (&head->status, status);
  if (known)
    {
      index->uri = g_strdup (head->uri);
      index->hash = g_strdup (head->hash);
      index->mark = head->mark;
      index->time = head->time;
    }
  g_mutex_unlock (&lock);

  return known;
}

static void
remember (const char             *path,
          const struct stat      *status,
          const VacVersionsIndex *index)
{
  Head *head = g_new0 (Head, 1);

  head->status = *status;
  head->uri = g_strdup (index->uri);
  head->hash = g_strdup (index->hash);
  head->mark = index->mark;
  head->time = index->time;
  g_mutex_lock (&lock);
  if (heads == NULL)
    heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, head_free);
  g_hash_table_replace (heads, g_strdup (path), head);
  g_mutex_unlock (&lock);
}

/*
 * vac_versions_heads_read:
 * @path: of an index
 * @head: (inout): an empty index, which takes what is said about the file
 *
 * Returns: whether it is sound
 */
gboolean
vac_versions_heads_read (const char       *path,
                         VacVersionsIndex *head)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;

  if (lstat (path, &status) != 0)
    return FALSE;
  if (recall (path, &status, head))
    return TRUE;
  bytes = vac_state_file_read (path, LARGEST_HEAD, NULL);
  if (bytes == NULL || !vac_versions_index_read_file (head, g_bytes_get_data (bytes, NULL),
                                                      g_bytes_get_size (bytes)))
    return FALSE;
  remember (path, &status, head);

  return TRUE;
}
