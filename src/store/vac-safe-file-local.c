/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-safe-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "vac-baseline-private.h"
#include "vac-error.h"
#include "vac-in-place-private.h"
#include "vac-keep-private.h"
#include "vac-safe-file-private.h"
#include "vac-temporary-private.h"
#include "vac-versions-contents.h"
#include "vac-versions-keep.h"

/* Replaces a file with a local path. GLib's own ways are not enough: g_file_replace_contents ()
 * renames a truncated temporary over the good file when the disk is full, g_file_replace ()
 * writes through links in place and does not make the folder entry durable, and
 * g_file_set_contents_full () replaces links and changes owner and mode. */

#define MOST_NAMES_TRIED 100

/* Another saver needs far less to rename. In milliseconds. */
#define LONGEST_WAIT 1000

/* One attempt to write. */
typedef struct
{
  /* Borrowed */
  GBytes            *bytes;
  const VacBaseline *expected;     /* nullable */
  GCancellable      *cancellable;  /* nullable */
  gboolean           overwrite;
  gboolean           keeps;
  gboolean           is_private;
  gboolean           is_one_of_many;

  /* Owned */
  char *name;            /* what the user calls the file */
  char *uri;             /* where it is, links followed */
  char *leaf;            /* its name in the folder */
  char *unkept;          /* why the version before could not be kept; NULL if it could */
  char *temporary;       /* the temporary's name, while there is one */
  int   folder;
  int   old;             /* the present file, open for reading; -1 when there is none */
  int   fd;              /* the temporary */

  struct stat before;    /* of the present file */
  struct stat after;     /* of the file that takes its place */
} Writer;

static void
writer_clear (Writer *self)
{
  vac_close_descriptor (&self->fd);
  vac_close_descriptor (&self->old);
  if (self->temporary != NULL)
    unlinkat (self->folder, self->temporary, 0);
  vac_close_descriptor (&self->folder);
  g_free (self->temporary);
  g_free (self->unkept);
  g_free (self->uri);
  g_free (self->leaf);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
fail (const Writer *self,
      int           code,
      GError      **error)
{
  g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” could not be saved: %s"), self->name,
               g_strerror (code));

  return FALSE;
}

static gboolean
is_refusal (int code)
{
  return code == EACCES || code == EPERM || code == EROFS;
}

static gboolean
fail_in_folder (const Writer *self,
                int           code,
                GError      **error)
{
  if (!is_refusal (code))
    return fail (self, code, error);
  g_set_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY,
               _("“%s” cannot be written in its folder."), self->name);

  return FALSE;
}

static gboolean
open_folder (Writer     *self,
             const char *path,
             GError    **error)
{
  g_autofree char *real = vac_safe_file_resolve (path);
  g_autofree char *folder = NULL;

  if (real == NULL && (errno == ENOENT || errno == ENOTDIR))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_NOT_FOUND,
                   _("“%s” cannot be saved: its folder is not there."), self->name);
      return FALSE;
    }
  if (real == NULL)
    return fail (self, errno, error);

  folder = g_path_get_dirname (real);
  self->leaf = g_path_get_basename (real);
  self->uri = g_filename_to_uri (real, NULL, NULL);
  self->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    return fail_in_folder (self, errno, error);
  vac_temporary_sweep (self->folder, folder);

  return TRUE;
}

/* Looks before it opens: opening a device can already do something. */
static gboolean
open_present (Writer  *self,
              GError **error)
{
  if (fstatat (self->folder, self->leaf, &self->before, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || fail (self, errno, error);
  if (S_ISREG (self->before.st_mode))
    {
      self->old = vac_open_descriptor (self->folder, self->leaf, O_RDONLY);
      if (self->old < 0 || fstat (self->old, &self->before) != 0)
        return fail (self, errno, error);
    }
  if (!S_ISREG (self->before.st_mode))
    {
      vac_set_error_bad_target (error, self->name, S_ISDIR (self->before.st_mode));
      return FALSE;
    }

  return TRUE;
}

/* Always by the bytes, not by the times: a file system's clock is too coarse to tell two quick
 * writes of equal length apart, and a file that was only touched is no conflict. */
static gboolean
check_bytes (Writer  *self,
             GError **error)
{
  g_autoptr (GBytes) present = NULL;
  g_autoptr (GError) cause = NULL;
  guint64 size = vac_baseline_get_size (self->expected);
  gboolean same = vac_baseline_is_too_large (self->expected)
                  && vac_baseline_has_status (self->expected, &self->before);

  if (!vac_baseline_is_too_large (self->expected) && (guint64) self->before.st_size == size)
    {
      present = vac_read_descriptor (self->old, size + 1, self->cancellable, &cause);
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (present == NULL)
        {
          g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” could not be saved: %s"),
                       self->name, cause->message);
          return FALSE;
        }
      same = vac_baseline_has_bytes (self->expected, present);
    }
  if (!same)
    vac_set_error_conflict (error, self->name);

  return same;
}

static gboolean
check_expected (Writer  *self,
                GError **error)
{
  const gboolean expects_file = self->expected != NULL && !vac_baseline_is_absent (self->expected);

  if (self->overwrite)
    return TRUE;
  if (self->old < 0 && expects_file)
    {
      vac_set_error_deleted (error, self->name);
      return FALSE;
    }
  if (self->old >= 0 && !expects_file)
    {
      vac_set_error_exists (error, self->name);
      return FALSE;
    }

  return self->old < 0 || check_bytes (self, error);
}

/* Before anything is asked: a yes to a question that cannot be honoured is worth nothing. The mode
 * is looked at as well because an administrator may write any file: what its
 * owner made read-only stays so. */
static gboolean
check_replaceable (Writer  *self,
                   GError **error)
{
  if (self->old < 0)
    return TRUE;
  if ((self->before.st_mode & 0222) == 0 ||
      faccessat (self->folder, self->leaf, W_OK, AT_EACCESS) != 0)
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY,
                   _("“%s” is read-only."), self->name);
      return FALSE;
    }

  return TRUE;
}

/* Over a present file nobody else may look in until the file's own mode is known to apply, but
 * those who may anyway, whatever owner and group they belong to: a file system that does not let
 * the mode be changed leaves it at that. */
static mode_t
get_first_mode (const Writer *self)
{
  const mode_t everybody = self->before.st_mode >> 3 & self->before.st_mode & 07;

  if (self->is_private)
    return 0600;

  return self->old >= 0 ? 0600 | everybody << 3 | everybody : 0666;
}

static gboolean
create_temporary (Writer  *self,
                  GError **error)
{
  const mode_t mode = get_first_mode (self);

  for (guint i = 0; i < MOST_NAMES_TRIED && self->fd < 0; i++)
    {
      g_autofree char *temporary = vac_temporary_make_name ();

      self->fd = openat (self->folder, temporary,
                         O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (self->fd >= 0)
        self->temporary = g_steal_pointer (&temporary);
      else if (errno != EEXIST)
        return fail_in_folder (self, errno, error);
    }

  /* Tells whoever sweeps the folder that somebody is still writing. */
  if (self->fd >= 0)
    flock (self->fd, LOCK_EX | LOCK_NB);

  return self->fd >= 0 || fail (self, EEXIST, error);
}

static gboolean
fill_temporary (Writer  *self,
                GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);

  if (!vac_reserve_descriptor (self->fd, 0, size))
    return fail (self, errno, error);
  while (size > 0)
    {
      gssize written;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      written = write (self->fd, data, size);
      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (self, written < 0 ? errno : EIO, error);
      data += written;
      size -= written;
    }

  return TRUE;
}

/* Whether what is there is another file, of which the new one is not to have the readers. */
static gboolean
is_taken_over (const Writer *self)
{
  return self->is_private && self->expected == NULL;
}

static gboolean
keep_properties (Writer  *self,
                 GError **error)
{
  int code;

  if (self->old < 0 || is_taken_over (self))
    return TRUE;
  code = vac_keep_properties (self->old, &self->before, self->fd);
  if (code != VAC_KEEP_OWNER_LOST)
    return code == 0 || fail (self, code, error);
  g_set_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY,
               _("“%s” belongs to another user or group, and saving would take it from them."),
               self->name);

  return FALSE;
}

/* Neither call is tried again on the same descriptor: after an error the kernel may have dropped
 * the pages, and a second call would report success for bytes that are gone. */
static gboolean
finish_temporary (Writer  *self,
                  GError **error)
{
  int fd = self->fd;

  g_assert (fd >= 0);

  if (fsync (fd) != 0 || fstat (fd, &self->after) != 0)
    return fail (self, errno, error);
  self->fd = -1;

  return close (fd) == 0 || fail (self, errno, error);
}

/* What is about to be replaced; one byte more than is kept tells that it is too large. */
static GBytes *
read_old (Writer  *self,
          GError **error)
{
  if (lseek (self->old, 0, SEEK_SET) == 0)
    return vac_read_descriptor (self->old, VAC_VERSIONS_LARGEST + 1, self->cancellable, error);
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));

  return NULL;
}

/* Before the renaming, while what it replaces is still there; a save does not fail for this. */
static void
keep_version (Writer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) old = self->old >= 0 ? read_old (self, &error) : NULL;
  g_autofree char *owner = vac_versions_dup_user_name (self->before.st_uid);
  VacKeeping what = {
    .uri = self->uri,
    .old = old,
    .bytes = self->bytes,
    .time = self->before.st_mtime,
    .who = owner,
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .most = VAC_VERSIONS_MOST,
  };

  vac_file_mark_take (&what.before, self->folder, self->leaf);
  vac_file_mark_take (&what.after, self->folder,
                      self->temporary != NULL ? self->temporary : self->leaf);
  if (error != NULL || !vac_versions_keep (&what, &error))
    self->unkept = g_strdup (error->message);
}

/* The last look and the renaming belong together: another saver of ours waits here. Somebody who
 * holds the folder for long, or a file system without locks, stops nobody. */
static void
lock_folder (Writer *self)
{
  for (guint i = 0; i < LONGEST_WAIT && flock (self->folder, LOCK_EX | LOCK_NB) != 0; i++)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        return;
      g_usleep (1000);
    }
}

/* A last look: writing may have taken a while. What the user agreed to overwrite was there when
 * the writing began, and nothing later. */
static gboolean
check_still_same (Writer  *self,
                  GError **error)
{
  struct stat now;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->old < 0)
    return TRUE;
  if (fstatat (self->folder, self->leaf, &now, AT_SYMLINK_NOFOLLOW) != 0)
    {
      if (errno != ENOENT)
        return fail (self, errno, error);
      vac_set_error_deleted (error, self->name);
      return FALSE;
    }
  if (vac_status_equal (&now, &self->before))
    return TRUE;
  vac_set_error_conflict (error, self->name);

  return FALSE;
}

static gboolean
is_unsupported (int code)
{
  return code == EINVAL || code == ENOSYS || code == EOPNOTSUPP || code == EXDEV;
}

/* The document portal of Flatpak says that it has exchanged two names and forgets one of them: what
 * programs make of a folder is asked for nothing beyond a plain renaming. */
static gboolean
is_made_by_program (const Writer *self)
{
  struct statfs status;

  return fstatfs (self->folder, &status) == 0 && status.f_type == FUSE_SUPER_MAGIC;
}

static int
rename_to_leaf (Writer      *self,
                unsigned int flags)
{
  g_assert (self->folder >= 0 && self->temporary != NULL && self->leaf != NULL);

  if (is_made_by_program (self))
    {
      errno = EINVAL;
      return -1;
    }

  return renameat2 (self->folder, self->temporary, self->folder, self->leaf, flags);
}

/* For file systems whose rename cannot refuse; the moment in between is as short as it gets. */
static int
rename_after_look (Writer *self)
{
  struct stat status;

  if (fstatat (self->folder, self->leaf, &status, AT_SYMLINK_NOFOLLOW) == 0)
    errno = EEXIST;
  else if (errno == ENOENT)
    return renameat (self->folder, self->temporary, self->folder, self->leaf);

  return -1;
}

static int
rename_new (Writer *self)
{
  int result = rename_to_leaf (self, RENAME_NOREPLACE);

  return result != 0 && is_unsupported (errno) ? rename_after_look (self) : result;
}

/* After an exchange the temporary's name means the file that stood there before. */
static gboolean
came_out (Writer            *self,
          const struct stat *expected)
{
  struct stat out;

  g_assert (self->temporary != NULL);

  return fstatat (self->folder, self->temporary, &out, AT_SYMLINK_NOFOLLOW) == 0 &&
         vac_status_same_content (&out, expected);
}

/* Puts back what somebody wrote between the last look and the renaming. Should the next one have
 * come meanwhile, that is the newest, and what came out is nobody's to delete. */
static void
take_back (Writer *self)
{
  if (rename_to_leaf (self, RENAME_EXCHANGE) == 0 && came_out (self, &self->after))
    return;
  rename_to_leaf (self, RENAME_EXCHANGE);
  g_clear_pointer (&self->temporary, g_free);
}

/* By exchange, because that shows what has been replaced. */
static gboolean
put_over (Writer  *self,
          GError **error)
{
  int result = rename_to_leaf (self, RENAME_EXCHANGE);

  if (result == 0 && !came_out (self, &self->before))
    {
      take_back (self);
      vac_set_error_conflict (error, self->name);
      return FALSE;
    }
  if (result == 0)
    unlinkat (self->folder, self->temporary, 0);
  else if (is_unsupported (errno))
    result = renameat (self->folder, self->temporary, self->folder, self->leaf);
  if (result == 0)
    return TRUE;
  if (errno != ENOENT)
    return fail_in_folder (self, errno, error);
  vac_set_error_deleted (error, self->name);

  return FALSE;
}

static gboolean
put_new (Writer  *self,
         GError **error)
{
  if (rename_new (self) == 0)
    return TRUE;
  if (errno != EEXIST)
    return fail_in_folder (self, errno, error);
  vac_set_error_exists (error, self->name);

  return FALSE;
}

static gboolean
put_in_place (Writer  *self,
              GError **error)
{
  if (!(self->old >= 0 ? put_over (self, error) : put_new (self, error)))
    return FALSE;
  g_clear_pointer (&self->temporary, g_free);

  return TRUE;
}

/* Renaming changes the file's status, so it is taken again, unless the name already means another
 * file: then the next comparison has to find that out. */
static VacBaseline *
take_baseline (Writer *self)
{
  VacBaseline *baseline;
  struct stat now;
  gboolean confirmed = self->is_one_of_many || fsync (self->folder) == 0;

  if (fstatat (self->folder, self->leaf, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
      now.st_dev == self->after.st_dev && now.st_ino == self->after.st_ino)
    self->after = now;
  baseline = vac_baseline_new_local (&self->after, self->bytes);
  vac_baseline_set_confirmed (baseline, confirmed);
  vac_baseline_set_unkept (baseline, self->unkept);

  return baseline;
}

static gboolean
replace (Writer  *self,
         GError **error)
{
  lock_folder (self);

  return check_still_same (self, error) && put_in_place (self, error);
}

static VacBaseline *
write_beside (Writer  *self,
              GError **error)
{
  if (!create_temporary (self, error) ||
      !fill_temporary (self, error) ||
      !keep_properties (self, error) ||
      !finish_temporary (self, error))
    return NULL;
  if (self->keeps)
    keep_version (self);

  return replace (self, error) ? take_baseline (self) : NULL;
}

/* A new file would separate hard links. */
static gboolean
has_other_names (const Writer *self)
{
  return self->old >= 0 && self->before.st_nlink > 1;
}

static VacBaseline *
write_in_place (Writer  *self,
                GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) old = read_old (self, &cause);
  const VacInPlace what = {
    .name = self->name,
    .uri = self->uri,
    .folder = self->folder,
    .leaf = self->leaf,
    .before = &self->before,
    .old = old,
    .bytes = self->bytes,
  };
  VacBaseline *baseline;

  if (old == NULL || g_bytes_get_size (old) > VAC_VERSIONS_LARGEST)
    {
      fail (self, cause != NULL ? EIO : EFBIG, error);
      return NULL;
    }
  if (self->keeps && has_other_names (self))
    keep_version (self);
  baseline = vac_write_in_place (&what, error);
  if (baseline != NULL)
    vac_baseline_set_unkept (baseline, self->unkept);

  return baseline;
}

VacBaseline *
vac_safe_file_write_local (GFile             *file,
                           GBytes            *bytes,
                           const VacBaseline *expected,
                           VacWriteFlags      flags,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_auto (Writer) writer = {
    .bytes = bytes,
    .expected = expected,
    .cancellable = cancellable,
    .overwrite = (flags & VAC_WRITE_OVERWRITE) != 0,
    .keeps = (flags & VAC_WRITE_KEEP_VERSION) != 0,
    .is_private = (flags & VAC_WRITE_PRIVATE) != 0,
    .is_one_of_many = (flags & VAC_WRITE_ONE_OF_MANY) != 0,
    .name = vac_safe_file_get_name (file),
    .folder = -1,
    .old = -1,
    .fd = -1,
  };
  g_autoptr (GError) cause = NULL;

  if (!open_folder (&writer, g_file_peek_path (file), error) ||
      !open_present (&writer, error) ||
      !check_replaceable (&writer, error) ||
      !check_expected (&writer, error))
    return NULL;
  if (!has_other_names (&writer))
    {
      VacBaseline *baseline = write_beside (&writer, &cause);

      if (baseline != NULL)
        return baseline;
      if (writer.old < 0 || !g_error_matches (cause, VAC_ERROR, VAC_ERROR_READ_ONLY))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
    }

  return write_in_place (&writer, error);
}

/* Only a refusal counts: that the file or its folder is gone is said elsewhere. A file that its
 * folder lets nobody replace is written in place. */
gboolean
vac_safe_file_check_writable_local (GFile   *file,
                                    GError **error)
{
  g_auto (Writer) writer = {
    .name = vac_safe_file_get_name (file),
    .folder = -1,
    .old = -1,
    .fd = -1,
  };

  if (!open_folder (&writer, g_file_peek_path (file), NULL) || !open_present (&writer, NULL))
    return TRUE;
  if (!check_replaceable (&writer, error))
    return FALSE;

  return writer.old >= 0 || faccessat (writer.folder, ".", W_OK | X_OK, AT_EACCESS) == 0 ||
         !is_refusal (errno) || fail_in_folder (&writer, errno, error);
}
