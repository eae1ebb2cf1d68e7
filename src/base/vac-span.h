/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacSpan:
 * @start: where the two texts begin to differ, in bytes
 * @old_length: how many bytes of the old text are replaced
 * @new_length: how many bytes of the new text stand in their place
 *
 * The smallest single replacement that turns one text into another. All three numbers fall on
 * character boundaries of UTF-8.
 */
typedef struct
{
  gsize start;
  gsize old_length;
  gsize new_length;
} VacSpan;

VacSpan vac_span_between (const char *old_text,
                          const char *new_text);

G_END_DECLS
