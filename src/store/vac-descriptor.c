/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-descriptor"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vac-descriptor.h"

#define CHUNK_SIZE (64 * 1024)

/* Opens a file that is there and no link, without waiting for whatever else it may be; @flags say
 * for what. The document portal of Flatpak hands the flags of this process on to a link of its own,
 * which then must not be followed: there the file is found first, and opened by what was found.
 * Returns: a descriptor, or -1; then errno says why */
int
vac_open_descriptor (int         folder,
                     const char *leaf,
                     int         flags)
{
  const int all = flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  int fd = openat (folder, leaf, all | O_NOFOLLOW);
  int found, code;
  struct stat status;
  char path[64];

  if (fd >= 0 || errno != ELOOP)
    return fd;
  found = openat (folder, leaf, O_PATH | O_NOFOLLOW | O_CLOEXEC);
  if (found < 0)
    return -1;
  errno = ELOOP;
  if (fstat (found, &status) == 0 && S_ISREG (status.st_mode))
    {
      g_snprintf (path, sizeof path, "/proc/self/fd/%d", found);
      fd = open (path, all);
    }
  code = errno;
  close (found);
  errno = code;

  return fd;
}

void
vac_close_descriptor (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/* Asks for the space before the first byte is written, so that a full disk is found at once; @flags
 * are those of fallocate(). Returns: whether there is space as far as anybody can tell; if not,
 * errno says why */
gboolean
vac_reserve_descriptor (int   fd,
                        int   flags,
                        gsize size)
{
  int result;

  g_assert (fd >= 0);

  if (size == 0)
    return TRUE;
  do
    result = fallocate (fd, flags, 0, (off_t) size);
  while (result != 0 && errno == EINTR);

  return result == 0 || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL;
}

GBytes *
vac_read_descriptor (int           fd,
                     gsize         limit,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);

  while (array->len < limit)
    {
      gssize got;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      got = read (fd, chunk, MIN (CHUNK_SIZE, limit - array->len));
      if (got == 0)
        break;
      if (got > 0)
        g_byte_array_append (array, chunk, got);
      else if (errno != EINTR)
        {
          int code = errno;

          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
          return NULL;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}
