/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-in-place"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

#include "vac-baseline-private.h"
#include "vac-descriptor.h"
#include "vac-error.h"
#include "vac-in-place-private.h"
#include "vac-safe-file-private.h"
#include "vac-slot.h"

/* Writes over a file's own bytes, where a new file would separate hard links, take the file from
 * its owner, or cannot be made in the folder. If the program or the machine ends in the middle, the
 * file is torn: its new bytes are in a slot by then, and the next start shows them. */

/* Whoever finds the slot knows the file by what it held before. */
static VacSlot *
keep (const VacInPlace *what,
      GError          **error)
{
  g_autofree char *folder = vac_slot_ensure_folder (error);
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, what->old);
  g_autoptr (VacSlot) slot = folder != NULL ? vac_slot_new (folder, error) : NULL;
  VacSlotContents contents = {
    .uri = (char *) what->uri,
    .baseline = checksum,
    .bytes = what->bytes,
  };

  if (slot == NULL)
    return NULL;
  contents.sequence = vac_slot_next (slot);
  if (vac_slot_write (slot, &contents, error))
    return g_steal_pointer (&slot);
  vac_slot_discard (slot);

  return NULL;
}

/* Returns: whether the disk has exactly @bytes now; if not, errno says why */
static gboolean
put (int     fd,
     GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize done = 0;

  while (done < size)
    {
      gssize written = pwrite (fd, data + done, size - done, (off_t) done);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      done += written;
    }

  return ftruncate (fd, (off_t) size) == 0 && fsync (fd) == 0;
}

static int
open_again (const VacInPlace *what)
{
  return vac_open_descriptor (what->folder, what->leaf, O_WRONLY);
}

/* Through a descriptor of its own: what an error did to the other one, nobody knows. */
static gboolean
put_back (const VacInPlace *what)
{
  int fd = open_again (what);
  gboolean success = fd >= 0 && put (fd, what->old);

  vac_close_descriptor (&fd);

  return success;
}

/* Returns: 0, or the number of an error; then the file is as it was, unless @torn says otherwise */
static int
overwrite (const VacInPlace *what,
           int              *fd,
           struct stat      *after,
           gboolean         *torn)
{
  int code = 0;

  if (!vac_reserve_descriptor (*fd, FALLOC_FL_KEEP_SIZE, g_bytes_get_size (what->bytes)))
    return errno;
  if (!put (*fd, what->bytes) || fstat (*fd, after) != 0)
    code = errno != 0 ? errno : EIO;
  if (close (*fd) != 0 && code == 0)
    code = errno;
  *fd = -1;
  *torn = code != 0 && !put_back (what);

  return code;
}

static gboolean
check_same (const VacInPlace *what,
            int               fd,
            GError          **error)
{
  struct stat now;

  if (fd < 0 || fstat (fd, &now) != 0)
    g_set_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY, _("“%s” is read-only."), what->name);
  else if (vac_status_equal (&now, what->before))
    return TRUE;
  else
    vac_set_error_conflict (error, what->name);

  return FALSE;
}

static void
set_error (const VacInPlace *what,
           int               code,
           gboolean          torn,
           GError          **error)
{
  if (torn)
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED,
                 _("“%s” could not be saved, and is damaged now: %s. What it should hold has been "
                   "kept, and is shown when Vacancy starts the next time."), what->name,
                 g_strerror (code));
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” could not be saved: %s"), what->name,
                 g_strerror (code));
}

/* Returns: (transfer full) (nullable): what the file is now */
VacBaseline *
vac_write_in_place (const VacInPlace *what,
                    GError          **error)
{
  g_autoptr (VacSlot) slot = NULL;
  g_autoptr (GError) cause = NULL;
  struct stat after;
  gboolean torn = FALSE;
  int fd = open_again (what);
  int code;

  if (!check_same (what, fd, error))
    {
      vac_close_descriptor (&fd);
      return NULL;
    }
  slot = keep (what, &cause);
  if (slot == NULL)
    {
      vac_close_descriptor (&fd);
      g_set_error (error, VAC_ERROR, VAC_ERROR_READ_ONLY,
                   /* Translators: the second %s is a sentence that says why */
                   _("“%s” can only be written in place, which is not safe now. %s"), what->name,
                   cause->message);
      return NULL;
    }

  code = overwrite (what, &fd, &after, &torn);
  vac_close_descriptor (&fd);
  if (!torn)
    vac_slot_discard (slot);
  if (code == 0)
    return vac_baseline_new_local (&after, what->bytes);
  set_error (what, code, torn, error);

  return NULL;
}
