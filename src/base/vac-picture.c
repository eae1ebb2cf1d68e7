/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-picture"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-picture-private.h"
#include "vac-picture.h"

/**
 * VacPicture:
 *
 * A picture as a posting holds it: a PNG of a few sorts of pixels and nothing else, in a data URI,
 * so that a file that is sent on is complete. Immutable, reference counted; threads may share it.
 *
 * What is read here may have been put into the file by anybody. A picture that this takes is
 * known to decode, to as many pixels as it says; everything else is refused as a whole.
 */
struct _VacPicture
{
  gatomicrefcount  references;
  char            *uri;
  GBytes          *png;
  guint            width;
  guint            height;
};

/* Base64 without line ends, as it is written here: GLib would skip what does not belong there. */
static gboolean
is_base64 (const char *text,
           gsize       length)
{
  gsize i = 0;

  if (length == 0 || length % 4 != 0)
    return FALSE;
  while (i < length && (g_ascii_isalnum (text[i]) || text[i] == '+' || text[i] == '/'))
    i++;

  return length - i <= 2 && strspn (text + i, "=") == length - i;
}

/**
 * vac_picture_new:
 * @uri: what a posting holds
 * @error: return location for a sentence
 *
 * Returns: (transfer full): the picture; otherwise the error is %VAC_ERROR_INVALID_VALUE
 */
VacPicture *
vac_picture_new (const char *uri,
                 GError    **error)
{
  const gsize prefix = strlen (VAC_PICTURE_PREFIX);
  g_autofree guint8 *data = NULL;
  gsize length = 0;
  guint width, height;
  VacPicture *self;

  g_return_val_if_fail (uri != NULL, NULL);

  if (g_str_has_prefix (uri, VAC_PICTURE_PREFIX))
    length = strnlen (uri, VAC_PICTURE_MAX_LENGTH + 1) - prefix;
  if (length > 0 && prefix + length <= VAC_PICTURE_MAX_LENGTH && is_base64 (uri + prefix, length))
    data = g_base64_decode (uri + prefix, &length);
  if (data == NULL || length > VAC_PICTURE_MAX_BYTES ||
      !vac_png_check (data, length, &width, &height))
    {
      g_set_error_literal (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                           _("This is not a picture of the kind that postings hold. Choose its "
                             "file instead."));
      return NULL;
    }

  self = g_new0 (VacPicture, 1);
  g_atomic_ref_count_init (&self->references);
  self->uri = g_strdup (uri);
  self->png = g_bytes_new_take (g_steal_pointer (&data), length);
  self->width = width;
  self->height = height;

  return self;
}

/**
 * vac_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self
 */
VacPicture *
vac_picture_ref (VacPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * vac_picture_unref:
 * @self: (transfer full): a picture
 */
void
vac_picture_unref (VacPicture *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->uri);
  g_bytes_unref (self->png);
  g_free (self);
}

/**
 * vac_picture_get_uri:
 * @self: a picture
 *
 * Returns: (transfer none): the data URI, which needs no escaping in HTML or JSON
 */
const char *
vac_picture_get_uri (VacPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uri;
}

/**
 * vac_picture_get_png:
 * @self: a picture
 *
 * Returns: (transfer none): the file in it
 */
GBytes *
vac_picture_get_png (VacPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->png;
}

/**
 * vac_picture_get_width:
 * @self: a picture
 *
 * Returns: its width in pixels, from 1 to %VAC_PICTURE_MAX_SIDE
 */
guint
vac_picture_get_width (VacPicture *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->width;
}

/**
 * vac_picture_get_height:
 * @self: a picture
 *
 * Returns: its height in pixels, from 1 to %VAC_PICTURE_MAX_SIDE
 */
guint
vac_picture_get_height (VacPicture *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->height;
}
