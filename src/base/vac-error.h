/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VAC_ERROR:
 *
 * The one error domain of Vacancy. Messages are plain sentences for a person. A place in a file is
 * not part of the message: see vac_error_get_place() and vac_error_describe().
 */
#define VAC_ERROR (vac_error_quark ())

/**
 * VacError:
 * @VAC_ERROR_SYNTAX: the bytes are not the JSON that we accept
 * @VAC_ERROR_FORMAT: JSON, but not a posting
 * @VAC_ERROR_NOT_FOUND: no such file, path, guide or format
 * @VAC_ERROR_INVALID_VALUE: a value that the field does not take
 * @VAC_ERROR_READ_ONLY: the target or the document cannot be written
 * @VAC_ERROR_BAD_TARGET: the target is a folder, a device or the like
 * @VAC_ERROR_DELETED: the file that was loaded is gone
 * @VAC_ERROR_EXISTS: a file expected to be new is there
 * @VAC_ERROR_CONFLICT: the file changed since it was loaded
 * @VAC_ERROR_UNCONFIRMED: written, but the disk did not confirm that the folder entry is durable
 * @VAC_ERROR_UNREADABLE: not written, because it could not be read again
 * @VAC_ERROR_FAILED: anything else
 */
typedef enum
{
  VAC_ERROR_SYNTAX,
  VAC_ERROR_FORMAT,
  VAC_ERROR_NOT_FOUND,
  VAC_ERROR_INVALID_VALUE,
  VAC_ERROR_READ_ONLY,
  VAC_ERROR_BAD_TARGET,
  VAC_ERROR_DELETED,
  VAC_ERROR_EXISTS,
  VAC_ERROR_CONFLICT,
  VAC_ERROR_UNCONFIRMED,
  VAC_ERROR_UNREADABLE,
  VAC_ERROR_FAILED,
} VacError;

GQuark   vac_error_quark     (void);
void     vac_error_set_at    (GError      **error,
                              VacError      code,
                              guint         line,
                              guint         column,
                              const char   *sentence);
gboolean vac_error_refuse    (GError      **error,
                              const char   *sentence);
gboolean vac_error_get_place (const GError *error,
                              guint        *line,
                              guint        *column);
char    *vac_error_describe  (const GError *error,
                              const char   *name);

G_END_DECLS
