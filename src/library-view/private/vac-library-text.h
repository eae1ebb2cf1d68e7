/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library.h"

G_BEGIN_DECLS

/**
 * VacLibraryColumn:
 *
 * What is shown of a posting in a list, in the order of the columns.
 */
typedef enum
{
  VAC_LIBRARY_COLUMN_TITLE,
  VAC_LIBRARY_COLUMN_EMPLOYER,
  VAC_LIBRARY_COLUMN_PLACE,
  VAC_LIBRARY_COLUMN_PAY,
  VAC_LIBRARY_COLUMN_STATUS,
  VAC_LIBRARY_COLUMN_CLOSES,
  VAC_LIBRARY_COLUMN_CHANGED,
  VAC_LIBRARY_COLUMN_FINDINGS,
} VacLibraryColumn;

#define VAC_N_LIBRARY_COLUMNS (VAC_LIBRARY_COLUMN_FINDINGS + 1)

const char *vac_library_column_get_id    (VacLibraryColumn  column);
const char *vac_library_column_get_title (VacLibraryColumn  column);
int         vac_library_column_get_chars (VacLibraryColumn  column);
gboolean    vac_library_column_get_sort  (VacLibraryColumn  column,
                                          VacLibrarySort   *sort);
char       *vac_library_text_cell        (VacLibraryEntry  *entry,
                                          VacLibraryColumn  column);
char       *vac_library_text_detail      (VacLibraryEntry  *entry);
char       *vac_library_text_row         (VacLibraryEntry  *entry);

G_END_DECLS
