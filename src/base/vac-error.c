/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-error"

#include "config.h"

#include "vac-error.h"

/* Zero, as GLib hands it out, is no place. */
typedef struct
{
  guint line;
  guint column;
} VacErrorPrivate;

static void
vac_error_private_init (VacErrorPrivate *place)
{
  g_assert (place->line == 0 && place->column == 0);
}

static void
vac_error_private_copy (const VacErrorPrivate *from,
                        VacErrorPrivate       *to)
{
  *to = *from;
}

static void
vac_error_private_clear (VacErrorPrivate *place)
{
  *place = (VacErrorPrivate) { 0 };
}

G_DEFINE_EXTENDED_ERROR (VacError, vac_error)

/**
 * vac_error_set_at:
 * @error: (nullable): return location for the error
 * @code: its code
 * @line: a line of the file, from 1
 * @column: a character in that line, from 1
 * @sentence: what is wrong there, without the place
 *
 * What g_set_error_literal() does, for an error with a place. Copies of the error and prefixes to
 * its message leave the place as it is.
 */
void
vac_error_set_at (GError     **error,
                  VacError     code,
                  guint        line,
                  guint        column,
                  const char  *sentence)
{
  VacErrorPrivate *place;

  g_return_if_fail (error == NULL || *error == NULL);
  g_return_if_fail (line > 0 && column > 0);
  g_return_if_fail (sentence != NULL);

  if (error == NULL)
    return;

  g_set_error_literal (error, VAC_ERROR, (int) code, sentence);
  place = vac_error_get_private (*error);
  place->line = line;
  place->column = column;
}

/**
 * vac_error_refuse:
 * @error: return location for an error
 * @sentence: why a value is not taken
 *
 * Sets %VAC_ERROR_INVALID_VALUE, so that a function that returns whether something was done can
 * end with it.
 *
 * Returns: %FALSE
 */
gboolean
vac_error_refuse (GError     **error,
                  const char  *sentence)
{
  g_set_error_literal (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE, sentence);

  return FALSE;
}

/**
 * vac_error_get_place:
 * @error: an error, of any domain
 * @line: (out) (optional): the line of the file, from 1
 * @column: (out) (optional): the character in that line, from 1
 *
 * Returns: whether the error has a place in a file; without one, both are 0
 */
gboolean
vac_error_get_place (const GError *error,
                     guint        *line,
                     guint        *column)
{
  VacErrorPrivate place = { 0 };

  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain == VAC_ERROR)
    place = *vac_error_get_private (error);
  if (line != NULL)
    *line = place.line;
  if (column != NULL)
    *column = place.column;

  return place.line > 0;
}

/**
 * vac_error_describe:
 * @error: an error, of any domain
 * @name: (nullable): the file it is about; %NULL where the user knows it
 *
 * Returns: (transfer full): the message in the form of compilers, "NAME:LINE:COLUMN: SENTENCE", of
 *   which what is not known is left out
 */
char *
vac_error_describe (const GError *error,
                    const char   *name)
{
  guint line, column;

  g_return_val_if_fail (error != NULL, NULL);

  if (!vac_error_get_place (error, &line, &column))
    return name != NULL ? g_strdup_printf ("%s: %s", name, error->message)
                        : g_strdup (error->message);

  return g_strdup_printf ("%s%s%u:%u: %s", name != NULL ? name : "", name != NULL ? ":" : "",
                          line, column, error->message);
}
