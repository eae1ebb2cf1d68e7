/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import-pay.h"
#include "vac-import-tables.h"
#include "vac-import-words.h"
#include "vac-package.h"

G_BEGIN_DECLS

/* Titles and notes may stand above the header of a table, but not many. */
#define VAC_IMPORT_HEADER_ROWS 20

typedef struct _VacImportSource VacImportSource;

/* What analysing a file and reading its rows share. */
struct _VacSalaryImport
{
  GBytes                  *file_bytes;
  GBytes                  *bytes;         /* owned, nullable: of the table, of a sheet none */
  char                    *file_name;
  VacPackage              *package;       /* owned, nullable: the file, where it is a zip file */
  GHashTable              *workbooks;     /* owned: by the path in @package, "" for the file */
  GPtrArray               *sources;       /* owned, of VacImportSource: the tables of the file */
  char                    *text;          /* owned: @bytes as UTF-8 */
  gsize                    length;
  GPtrArray               *titles;        /* owned char*: of columns, "" where there is none */
  GPtrArray               *sample;        /* owned GStrv: first rows after the header */
  GString                 *above;         /* owned: the lines above the header */
  guint                    header_line;   /* 0 without one */
  guint                    first_line;    /* rows before this line are no data */
  const VacImportTable    *table;         /* borrowed, nullable: an official one */
  char                    *language;      /* owned: the posting's, for what is written into it */
  VacPayPeriod             assumed;       /* what pay is counted by where nothing says it */
  char                     assumed_currency[8];
  gboolean                 is_free;       /* the posting has no figures: the file decides */
  VacPayPeriod             to;            /* what the posting's pay is counted by */
  char                    *terms[VAC_SALARY_IMPORT_N_TERMS];   /* owned, NULL for as proposed */
  char                    *proposed[VAC_SALARY_IMPORT_N_TERMS]; /* owned, NULL until asked for */
  VacSalaryImportSettings  settings;
};

/* What stays the same from row to row of one run. */
typedef struct
{
  VacSalaryImport         *import;   /* borrowed */
  VacSalaryImportResult   *result;   /* owned until given away */
  VacSalaryImportProgress  progress;
  gpointer                 user_data;
  GCancellable            *cancellable;
  char                     decimal;
  guint                    year;
  GHashTable              *occupations;   /* code → VacSalaryImportOccupation */
  GHashTable              *areas;         /* names by their codes, from the release */
  gboolean                 is_unchecked;  /* the last name of an area that was given */
  GHashTable              *names;         /* places that have figures already */
  int                      year_column;   /* columns of official tables, -1 for none */
  int                      wider;
  GArray                  *keep;          /* of VacImportKeep */
  int                      statistics[VAC_N_STATISTICS];   /* their columns, -1 for none */
  VacStatistic             low;           /* that of the column of minima, VAC_N_STATISTICS */
  VacStatistic             high;
  int                      sample;        /* further columns, -1 for none */
  int                      area_code;
  int                      area_kind;
} VacImportRun;

typedef struct
{
  int   column;
  char *value;    /* owned */
} VacImportKeep;

/* The figures of a row before it is known whether they can be used. */
typedef struct
{
  VacMoney      ends[2];
  gboolean      has[2];
  gboolean      is_capped[2];
  gboolean      has_period;
  gboolean      is_hourly;    /* from the columns of wages by the hour */
  VacPayPeriod  period;
  char         *currency;     /* owned, nullable */
  char         *problem;      /* owned, nullable */
} VacImportFigures;

typedef void (*VacImportRowFunc) (VacImportRun    *run,
                                  const VacCsvRow *row);

gboolean    vac_import_find_sources   (VacSalaryImport      *self,
                                       GError              **error);
gboolean    vac_import_read_source    (VacSalaryImport      *self,
                                       guint                 index,
                                       guint                 most_rows,
                                       GBytes              **bytes,
                                       char                **text,
                                       gsize                *length,
                                       GError              **error);
gboolean    vac_import_is_source_hidden (VacSalaryImport    *self,
                                       guint                 index);
gboolean    vac_import_for_each_row   (VacImportRun         *run,
                                       VacImportRowFunc      function,
                                       double                from,
                                       double                share,
                                       GError              **error);
void        vac_import_find_areas     (VacImportRun         *run);
char       *vac_import_name_area      (VacImportRun         *run,
                                       const char           *code);
VacPayRange vac_import_get_whole      (const VacSalaryImportPlace *place,
                                       const VacPayRange    *range);
void        vac_import_read_row       (VacImportRun         *run,
                                       const VacCsvRow      *row);
void        vac_import_read_figures   (VacImportRun         *run,
                                       const VacCsvRow      *row,
                                       VacImportFigures     *figures);
void        vac_import_figures_clear  (VacImportFigures     *self);
gboolean    vac_import_has_both       (const VacImportFigures *self);
gboolean    vac_import_is_no_figure   (VacImportRun         *run,
                                       const VacCsvRow      *row,
                                       int                   column);
char       *vac_import_describe_problem (VacImportRun       *run,
                                       const char           *cell,
                                       guint                 line,
                                       VacImportReading      reading);
char       *vac_import_shorten        (const char           *cell);
void        vac_import_find_details   (VacImportRun         *run);
void        vac_import_read_details   (VacImportRun         *run,
                                       const VacCsvRow      *row,
                                       VacSalaryImportPlace *place);
gboolean    vac_import_is_of_survey   (VacSalaryImport      *self,
                                       const VacSalaryImportPlace *place);
void        vac_import_forget_terms   (VacSalaryImport      *self);
VacNode    *vac_import_make_figure    (VacSalaryImport      *self,
                                       const VacSalaryImportPlace *place,
                                       const char           *survey);
gboolean    vac_import_note_survey    (VacDocument          *document,
                                       VacSalaryImport      *self,
                                       VacSalaryImportResult *result,
                                       const char           *survey);
char       *vac_import_choose_survey  (VacDocument          *document,
                                       VacSalaryImport      *self);
char       *vac_import_list_editions  (VacDocument          *document,
                                       VacSalaryImport      *self);
gboolean    vac_import_scan           (VacImportRun         *run,
                                       GError              **error);
gboolean    vac_import_is_kept        (VacImportRun         *run,
                                       const VacCsvRow      *row);
gboolean    vac_import_is_cell        (const VacCsvRow      *row,
                                       int                   column,
                                       const char           *text);
gboolean    vac_import_is_same_code   (const char           *a,
                                       const char           *b);
char       *vac_import_dup_occupation (VacImportRun         *run,
                                       const VacCsvRow      *row);
const char *vac_import_get_cell       (const VacCsvRow      *row,
                                       int                   column);
int         vac_import_find_first     (VacSalaryImport      *self,
                                       GStrv                 titles);
void        vac_import_find_units     (VacSalaryImport      *self);
gboolean    vac_import_matches_table  (VacSalaryImport      *self,
                                       const VacImportTable *table);
gboolean    vac_import_is_last_year   (const char           *title);
guint       vac_import_count_known    (VacSalaryImport      *self);
void        vac_import_map_columns    (VacSalaryImport      *self);
gint64      vac_import_get_cap        (VacSalaryImport      *self,
                                       guint                 year,
                                       gboolean             *is_known);
guint       vac_import_find_year      (const char           *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacImportFigures, vac_import_figures_clear)

G_END_DECLS
