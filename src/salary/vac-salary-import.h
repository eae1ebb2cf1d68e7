/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-csv.h"
#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VAC_SALARY_IMPORT_CAP:
 *
 * The yearly wage at and above which the survey prints "#" in place of a figure, in dollars.
 * Source: BLS, Occupational Employment and Wage Statistics, notes to the tables of May 2023 and
 * May 2024: "a wage equal to or greater than $115.00 per hour or $239,200 per year".
 */
#define VAC_SALARY_IMPORT_CAP 239200

/**
 * VacSalaryImportKind:
 * @VAC_SALARY_IMPORT_GENERIC: somebody's own table
 * @VAC_SALARY_IMPORT_OEWS: BLS Occupational Employment and Wage Statistics, saved as CSV
 * @VAC_SALARY_IMPORT_MARPP: BEA regional price parities of metropolitan areas
 * @VAC_SALARY_IMPORT_OFLC: DOL prevailing wages, ALC_Export.csv
 */
typedef enum
{
  VAC_SALARY_IMPORT_GENERIC,
  VAC_SALARY_IMPORT_OEWS,
  VAC_SALARY_IMPORT_MARPP,
  VAC_SALARY_IMPORT_OFLC,
} VacSalaryImportKind;

/**
 * VacSalaryImportField:
 *
 * What a column of the file can hold. Which percentiles or levels make the range is a choice of
 * the columns for minimum and maximum.
 */
typedef enum
{
  VAC_SALARY_IMPORT_NAME,
  VAC_SALARY_IMPORT_MINIMUM,
  VAC_SALARY_IMPORT_MAXIMUM,
  VAC_SALARY_IMPORT_NOTE,
  VAC_SALARY_IMPORT_PRICE_INDEX,
  VAC_SALARY_IMPORT_OCCUPATION,
  VAC_SALARY_IMPORT_N_FIELDS
} VacSalaryImportField;

/**
 * VacSalaryImportSettings:
 * @encoding: how the bytes spell characters
 * @delimiter: what stands between fields
 * @decimal: '.' or ','; 0 to decide by the numbers, which may end in a question
 * @has_header: whether a row names the columns
 * @kind: whose table it is
 * @columns: the column of each field, -1 for none
 * @occupation: SOC code to keep rows of, "" for all; only where there is such a column
 * @from: what the file's pay is counted by
 * @to: what the imported pay is counted by: the period of the posting's table
 * @cap: what "#" stands for, in the file's currency per year
 */
typedef struct
{
  VacCsvEncoding      encoding;
  char                delimiter;
  char                decimal;
  gboolean            has_header;
  VacSalaryImportKind kind;
  int                 columns[VAC_SALARY_IMPORT_N_FIELDS];
  char                occupation[16];
  VacPayPeriod        from;
  VacPayPeriod        to;
  gint64              cap;
} VacSalaryImportSettings;

/**
 * VacSalaryImportPlace:
 * @name: the place
 * @range: what is paid there; not known when the file has prices only
 * @price_index: in hundredths of a point, 0 when there is none
 * @note: a note, "" for none
 * @line: the line of the file on which the row begins
 * @problem: (nullable): why the row cannot be imported
 * @chosen: whether vac_salary_apply_import() takes it; set for rows without a problem
 * @target: (nullable): the place of the posting that it replaces figures of; otherwise it is added
 */
typedef struct
{
  char        *name;
  VacPayRange  range;
  gint64       price_index;
  char        *note;
  guint        line;
  char        *problem;
  gboolean     chosen;
  VacNode     *target;
} VacSalaryImportPlace;

/**
 * VacSalaryImportResult:
 * @places: (element-type VacSalaryImportPlace): rows that name a place, in the file's order
 * @n_rows: how many rows with anything in them were read, the header not counted
 * @n_problems: how many of @places have a problem
 * @question: (nullable): a number that can be read in two ways; the person has to say which
 *   decimal mark the file has, and the import is run again
 * @question_line: where it is
 */
typedef struct
{
  GPtrArray *places;
  guint      n_rows;
  guint      n_problems;
  char      *question;
  guint      question_line;
} VacSalaryImportResult;

/**
 * VacSalaryImportOccupation:
 * @code: SOC code
 * @title: (translatable): its name
 */
typedef struct
{
  const char *code;
  const char *title;
} VacSalaryImportOccupation;

typedef struct _VacSalaryImport VacSalaryImport;

/**
 * VacSalaryImportProgress:
 * @share: how much of the file has been read, from 0 to 1
 * @user_data: what was passed along
 *
 * Called on the thread that runs the import.
 */
typedef void (*VacSalaryImportProgress) (double   share,
                                         gpointer user_data);

VacSalaryImport *vac_salary_import_analyse (GBytes  *bytes,
                                            GError **error);
void             vac_salary_import_free    (VacSalaryImport *self);

const VacSalaryImportSettings *
           vac_salary_import_get_settings     (VacSalaryImport                *self);
gboolean   vac_salary_import_set_settings     (VacSalaryImport                *self,
                                               const VacSalaryImportSettings  *settings,
                                               GError                        **error);
guint      vac_salary_import_get_n_columns    (VacSalaryImport                *self);
const char *
           vac_salary_import_get_column_title (VacSalaryImport                *self,
                                               guint                           column);
GPtrArray *vac_salary_import_get_sample       (VacSalaryImport                *self);
const VacSalaryImportOccupation *
           vac_salary_import_get_occupations  (guint                          *n_occupations);

char      *vac_salary_import_describe_source  (VacSalaryImport                *self,
                                               const char                     *file_name);

VacSalaryImportResult *
           vac_salary_import_run              (VacSalaryImport                *self,
                                               VacSalaryImportProgress         progress,
                                               gpointer                        user_data,
                                               GCancellable                   *cancellable,
                                               GError                        **error);
void       vac_salary_import_result_free      (VacSalaryImportResult          *result);
void       vac_salary_import_result_match     (VacSalaryImportResult          *result,
                                               VacDocument                    *document);
gboolean   vac_salary_apply_import            (VacDocument                    *document,
                                               VacSalaryImportResult          *result,
                                               const char                     *source,
                                               guint                          *n_applied);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSalaryImport, vac_salary_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSalaryImportResult, vac_salary_import_result_free)

G_END_DECLS
