/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-salary-import.h"

G_BEGIN_DECLS

/* What analysing a file and reading its rows share. */
struct _VacSalaryImport
{
  GBytes                  *bytes;
  char                    *text;          /* owned: @bytes as UTF-8 */
  gsize                    length;
  GPtrArray               *titles;        /* owned char*: of columns, "" where there is none */
  GPtrArray               *sample;        /* owned GStrv: first rows after the header */
  guint                    header_line;   /* 0 without one */
  guint                    first_line;    /* rows before this line are no data */
  VacSalaryImportSettings  settings;
};

int vac_salary_import_find_column (VacSalaryImport *self,
                                   const char      *name);

G_END_DECLS
