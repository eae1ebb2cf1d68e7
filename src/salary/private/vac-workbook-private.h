/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-package.h"
#include "vac-workbook.h"

G_BEGIN_DECLS

/* The table that is made of a sheet, and all texts of a workbook, in bytes. */
#define VAC_WORKBOOK_MOST_TEXT (256 * 1024 * 1024)

/* How a cell shows its number. */
typedef struct
{
  gboolean  is_date;
  char     *currency;   /* owned, nullable: what stands before it */
} VacCellStyle;

typedef struct
{
  char     *name;       /* owned */
  char     *part;       /* owned */
  gboolean  is_hidden;
} VacSheet;

struct _VacWorkbook
{
  VacPackage *package;     /* owned */
  GPtrArray  *sheets;      /* owned, of VacSheet */
  gboolean    from_1904;   /* days are counted from then on */
  GString    *strings;     /* owned: those that cells share, each ended by a zero */
  GArray     *offsets;     /* owned: gsize into @strings */
  GArray     *styles;      /* owned: of VacCellStyle, by their number */
};

void                vac_workbook_set_too_large (GError **error);
const char         *vac_workbook_get_string (VacWorkbook *self,
                                             const char  *number);
const VacCellStyle *vac_workbook_get_style  (VacWorkbook *self,
                                             const char  *number);

G_END_DECLS
