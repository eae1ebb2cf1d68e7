/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-span"

#include "config.h"

#include <string.h>

#include "vac-span.h"

static gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/**
 * vac_span_between:
 * @old_text: valid UTF-8
 * @new_text: valid UTF-8
 *
 * Finds the common beginning first and then the common end of what is left, so a character
 * inserted into a run of equal ones counts as inserted at the run's end, which is where a person
 * who types them has the caret.
 *
 * Returns: the replaced span, in bytes, on character boundaries; all zero-length for equal texts
 */
VacSpan
vac_span_between (const char *old_text,
                  const char *new_text)
{
  gsize old_length, new_length, start = 0, end = 0;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, (VacSpan) { 0 });

  old_length = strlen (old_text);
  new_length = strlen (new_text);

  while (start < old_length && start < new_length && old_text[start] == new_text[start])
    start++;
  while (start > 0 && (is_continuation (old_text[start]) || is_continuation (new_text[start])))
    start--;

  while (end < old_length - start && end < new_length - start &&
         old_text[old_length - end - 1] == new_text[new_length - end - 1])
    end++;
  while (end > 0 && is_continuation (old_text[old_length - end]))
    end--;

  return (VacSpan) { start, old_length - start - end, new_length - start - end };
}
