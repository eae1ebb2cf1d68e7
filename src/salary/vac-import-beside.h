/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which end of a range an amount is. */
typedef enum
{
  VAC_IMPORT_BOTH_ENDS,
  VAC_IMPORT_LOWER_END,
  VAC_IMPORT_UPPER_END,
} VacImportEnd;

gboolean     vac_import_is_between       (const char *text);
gboolean     vac_import_is_beside_amount (const char *text);
VacImportEnd vac_import_find_end         (const char *before,
                                          const char *after);

G_END_DECLS
