/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacDirectionRun:
 * @length: in bytes
 * @rtl: whether it runs from right to left
 *
 * A piece of a line that runs in one direction.
 */
typedef struct
{
  gsize    length;
  gboolean rtl;
} VacDirectionRun;

GArray *vac_direction_split (const char *line);
char   *vac_direction_mark  (const char *text);
char   *vac_direction_keep  (const char *value,
                             const char *language);

G_END_DECLS
