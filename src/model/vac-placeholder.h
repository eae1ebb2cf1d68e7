/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacPlaceholder:
 * @start: where it begins in the text, in bytes, braces included
 * @end: where it ends, braces included
 * @name: what stands between the braces, without blanks around it; not ended by NUL
 * @name_length: in bytes
 * @field: (nullable): the field that fills it; %NULL when no field does
 */
typedef struct
{
  gsize           start;
  gsize           end;
  const char     *name;
  gsize           name_length;
  const VacField *field;
} VacPlaceholder;

gboolean vac_placeholder_next (const char     *text,
                               gsize           from,
                               VacPlaceholder *placeholder);

G_END_DECLS
