/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-descriptor"

#include "config.h"

#include <errno.h>
#include <unistd.h>

#include "vac-descriptor.h"

#define CHUNK_SIZE (64 * 1024)

void
vac_close_descriptor (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
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
