/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-versions-keep"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "vac-error.h"
#include "vac-versions-contents.h"
#include "vac-versions-keep.h"
#include "vac-versions-thin.h"

#define LONGEST_ENTRY (64 * 1024)

/* Returns: (transfer full): what the desktop calls the user: the real name, or else the login;
 * empty if there is no such user */
char *
vac_versions_dup_user_name (guint user)
{
  g_autofree char *buffer = g_malloc (LONGEST_ENTRY);
  g_autofree char *real = NULL;
  struct passwd entry;
  struct passwd *found = NULL;

  if (getpwuid_r (user, &entry, buffer, LONGEST_ENTRY, &found) != 0 || found == NULL)
    return g_strdup ("");
  /* What follows a comma is rooms and telephones. */
  if (found->pw_gecos != NULL)
    real = g_strndup (found->pw_gecos, strcspn (found->pw_gecos, ","));
  if (real != NULL && *g_strstrip (real) != '\0')
    return g_utf8_make_valid (real, -1);

  return g_utf8_make_valid (found->pw_name, -1);
}

/* Whoever saved it is known if it is still as we left it. */
static VacVersion *
make_version (const VacVersionsFolder *folder,
              const VacKeeping        *what,
              const char              *hash)
{
  const VacVersionsIndex *index = &folder->index;
  const gboolean ours = g_strcmp0 (index->hash, hash) == 0;
  const char *who = ours ? index->who : what->who;
  VacVersion *version = g_new0 (VacVersion, 1);

  version->hash = g_strdup (hash);
  version->size = g_bytes_get_size (what->old);
  version->time = ours ? index->time : what->time;
  version->kept = what->now;
  version->who = g_strdup (who != NULL ? who : "");
  version->name = g_strdup ("");

  return version;
}

static gboolean
is_newest (const VacVersionsIndex *index,
           const char             *hash)
{
  const guint n = index->versions->len;

  return n > 0 &&
         g_str_equal (((VacVersion *) g_ptr_array_index (index->versions, n - 1))->hash, hash);
}

/* What the next one who asks will know about the file. */
static void
note_saved (VacVersionsIndex *index,
            const VacKeeping *what,
            const char       *hash)
{
  g_free (index->hash);
  g_free (index->who);
  index->mark = what->after;
  index->hash = g_strdup (hash);
  index->time = vac_versions_clamp_time (what->now);
  index->who = vac_versions_dup_user_name (geteuid ());
}

static void
take_size (const char *hash,
           guint64     stored,
           gint64      time,
           gpointer    user_data)
{
  g_hash_table_insert (user_data, g_strdup (hash), GSIZE_TO_POINTER ((gsize) stored));
}

static GPtrArray *
list_hashes (const VacVersionsIndex *index)
{
  GPtrArray *hashes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < index->versions->len; i++)
    {
      const VacVersion *version = g_ptr_array_index (index->versions, i);

      g_ptr_array_add (hashes, g_strdup (version->hash));
    }

  return hashes;
}

/* What is not listed any more goes only after the new list is on disk. */
static gboolean
write_thinned (VacVersionsFolder *folder,
               const VacKeeping  *what,
               GError           **error)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) before = list_hashes (&folder->index);

  vac_versions_contents_each (folder->path, take_size, sizes);
  vac_versions_thin (folder->index.versions, what->now);
  vac_versions_fit (folder->index.versions, sizes, what->most);
  if (!vac_versions_folder_write (folder, error))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!vac_versions_have (folder->index.versions, g_ptr_array_index (before, i)))
      vac_versions_contents_drop (folder->path, g_ptr_array_index (before, i));

  return TRUE;
}

static gboolean
keep_old (const VacKeeping *what,
          const char       *old_hash,
          const char       *new_hash,
          GError          **error)
{
  const VacVersionsSought sought = { what->uri, what->before, old_hash };
  g_autoptr (VacVersionsFolder) folder = vac_versions_folder_make (&sought, error);
  gboolean fresh;

  if (folder == NULL)
    return FALSE;
  fresh = !vac_versions_contents_has (folder->path, old_hash);
  if (!vac_versions_contents_write (folder->path, old_hash, what->old, error))
    return FALSE;
  if (!is_newest (&folder->index, old_hash))
    vac_versions_index_add (&folder->index, make_version (folder, what, old_hash));
  note_saved (&folder->index, what, new_hash);
  if (write_thinned (folder, what, error))
    return TRUE;
  if (fresh)
    vac_versions_contents_drop (folder->path, old_hash);

  return FALSE;
}

/* Nothing is replaced, but the file is another one afterwards. */
static gboolean
follow (const VacKeeping *what,
        const char       *hash,
        GError          **error)
{
  const VacVersionsSought sought = { .uri = what->uri };
  g_autoptr (VacVersionsFolder) folder = NULL;

  if (!vac_versions_folder_exists (what->uri))
    return TRUE;
  folder = vac_versions_folder_find (&sought, error);
  if (folder == NULL)
    return FALSE;
  note_saved (&folder->index, what, hash);

  return vac_versions_folder_write (folder, error);
}

/*
 * vac_versions_keep:
 * @what: a save
 * @error: return location for a #VacError
 *
 * Keeps what a save is about to replace, whatever it is, unless the save changes nothing or it is
 * the newest version already. Then lets go of what is too old or too much, see vac_versions_thin()
 * and vac_versions_fit(). To be called when all else is ready: what is noted about the file is true
 * once it has been replaced.
 *
 * Returns: whether nothing gets lost
 */
gboolean
vac_versions_keep (const VacKeeping *what,
                   GError          **error)
{
  g_autofree char *old_hash = NULL;
  g_autofree char *new_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, what->bytes);

  if (what->old == NULL || g_bytes_equal (what->old, what->bytes))
    return follow (what, new_hash, error);
  if (g_bytes_get_size (what->old) > VAC_VERSIONS_LARGEST)
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FAILED,
                           _("The file that was replaced is too large to be kept."));
      return FALSE;
    }
  old_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, what->old);

  return keep_old (what, old_hash, new_hash, error);
}
