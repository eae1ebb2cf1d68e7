/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-salary-import.h"

G_BEGIN_DECLS

/* A title that is the last year among the titles, in the data file. */
#define VAC_IMPORT_LAST_YEAR "@year"

/**
 * VacImportTable:
 *
 * An official table, as data/salary-tables.ini describes it. Lists are %NULL where there are none.
 */
typedef struct
{
  char   *name;
  GStrv   must;                                /* each "A|B": one of them */
  GStrv   columns[VAC_SALARY_IMPORT_N_FIELDS]; /* titles, the first that is there counts */
  char   *only_place;                          /* the place of tables without such a column */
  char   *prefer;                              /* "TITLE:VALUE": rows of the sheet to take */
  char   *prefer_file;                         /* how the name of the file to take begins */
  char   *names_file;                          /* of the release: names of areas by their codes */
  GStrv   names;                               /* its columns: code, name */
  GStrv   keep;                                /* "TITLE:VALUE", where there is such a column */
  GStrv   strip;                               /* endings of names */
  GStrv   no_figure;
  GStrv   nations;
  char   *wider;                               /* a column: other than 1 for a wider area */
  char   *currency;
  char   *period;                              /* certain */
  char   *usual_period;                        /* unless the file says otherwise */
  char    decimal;                             /* 0 for unknown */
  char   *cap;                                 /* the mark of a wage that is not told */
  GStrv   caps;                                /* "YEAR:AMOUNT", the latest first */
  GStrv   old;                                 /* titles that prove an old table */
  guint   old_before;
  GStrv   year;                                /* columns */
  char   *terms[VAC_SALARY_IMPORT_N_TERMS];    /* of its survey; "{year}" is that of the table */
  GStrv   sample;                              /* columns */
  GStrv   area_code;
  GStrv   area_kind;
  GStrv   area_kinds;                          /* "VALUE:KIND" */
} VacImportTable;

GPtrArray            *vac_import_tables_get          (void);
char                 *vac_import_tables_get_area     (const char           *code);
gboolean              vac_import_tables_is_unchecked (const char           *code);

VacSalaryImportField  vac_import_title_get_field     (const char           *title,
                                                      guint                *rank,
                                                      gboolean             *is_pay);
gboolean              vac_import_find_period         (const char           *text,
                                                      VacPayPeriod         *period);
char                 *vac_import_find_currency       (const char           *text);
gboolean              vac_import_currency_is         (const char           *said,
                                                      const char           *code);
const char           *vac_import_currency_get_code   (const char           *said);
gboolean              vac_import_is_nation           (const char           *name,
                                                      const VacImportTable *table);
gboolean              vac_import_is_mean_title       (const char           *title);
GStrv                 vac_import_get_titles          (const char           *key);
VacStatistic          vac_import_title_get_statistic (const char           *title);
gboolean              vac_import_is_without_index    (const char           *name);
GStrv                 vac_import_get_job_codes       (const char           *job_title);

G_END_DECLS
