/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-csv.h"
#include "vac-document.h"
#include "vac-range.h"
#include "vac-survey.h"

G_BEGIN_DECLS

/**
 * VacSalaryImportField:
 *
 * What a column of the file can hold. Which percentiles or levels make the range is a choice of
 * the columns for minimum and maximum. A median is taken for both ends where there is no pair. The
 * columns by the hour and the flag for yearly pay belong to official tables.
 */
typedef enum
{
  VAC_SALARY_IMPORT_NAME,
  VAC_SALARY_IMPORT_MINIMUM,
  VAC_SALARY_IMPORT_MAXIMUM,
  VAC_SALARY_IMPORT_RANGE,
  VAC_SALARY_IMPORT_MEDIAN,
  VAC_SALARY_IMPORT_NOTE,
  VAC_SALARY_IMPORT_PRICE_INDEX,
  VAC_SALARY_IMPORT_OCCUPATION,
  VAC_SALARY_IMPORT_OCCUPATION_TITLE,
  VAC_SALARY_IMPORT_PERIOD,
  VAC_SALARY_IMPORT_CURRENCY,
  VAC_SALARY_IMPORT_HOURLY_MINIMUM,
  VAC_SALARY_IMPORT_HOURLY_MAXIMUM,
  VAC_SALARY_IMPORT_YEARLY,
  VAC_SALARY_IMPORT_N_FIELDS
} VacSalaryImportField;

/**
 * VacSalaryImportReason:
 * @VAC_SALARY_IMPORT_ASSUMED: from the posting's own salaries, or from nothing
 * @VAC_SALARY_IMPORT_FROM_FILE: the file says so
 * @VAC_SALARY_IMPORT_FROM_PERSON: somebody said so
 *
 * Where a setting comes from.
 */
typedef enum
{
  VAC_SALARY_IMPORT_ASSUMED,
  VAC_SALARY_IMPORT_FROM_FILE,
  VAC_SALARY_IMPORT_FROM_PERSON,
} VacSalaryImportReason;

/**
 * VacSalaryImportSettings:
 * @table: which of the file's tables, -1 when several would do and none was chosen
 * @encoding: how the bytes spell characters
 * @delimiter: what stands between fields
 * @decimal: '.' or ','; 0 to decide by the numbers, which may end in a question
 * @has_header: whether a row names the columns
 * @columns: the column of each field, -1 for none
 * @occupation: the code or the title of the occupation to keep rows of, "" for none yet
 * @from: what the file's pay is counted by, where a row does not say otherwise
 * @from_reason: where @from comes from
 * @currency: the file's currency, a code; "" when nothing says it
 * @currency_reason: where @currency comes from
 * @cap: what "#" stands for, in whole units of the file's currency per year; 0 for what the file's
 *   year says
 */
typedef struct
{
  int                   table;
  VacCsvEncoding        encoding;
  char                  delimiter;
  char                  decimal;
  gboolean              has_header;
  int                   columns[VAC_SALARY_IMPORT_N_FIELDS];
  char                  occupation[128];
  VacPayPeriod          from;
  VacSalaryImportReason from_reason;
  char                  currency[8];
  VacSalaryImportReason currency_reason;
  gint64                cap;
} VacSalaryImportSettings;

/**
 * VacSalaryImportDoubt:
 * @VAC_SALARY_IMPORT_REPEATED: another row has given figures for the same place
 * @VAC_SALARY_IMPORT_FAR: the figures lie far outside of those that the posting has
 * @VAC_SALARY_IMPORT_CROSSED: the median does not lie between minimum and maximum
 * @VAC_SALARY_IMPORT_FOREIGN: the amounts are in another currency than the posting's
 *
 * Why a row that can be imported is not chosen until somebody does.
 */
typedef enum
{
  VAC_SALARY_IMPORT_REPEATED = 1 << 0,
  VAC_SALARY_IMPORT_FAR      = 1 << 1,
  VAC_SALARY_IMPORT_FOREIGN  = 1 << 2,
  VAC_SALARY_IMPORT_CROSSED  = 1 << 3,
} VacSalaryImportDoubt;

/**
 * VacSalaryImportSides:
 * @VAC_SALARY_IMPORT_BOTH: both ends are known, or none is
 * @VAC_SALARY_IMPORT_FROM: the lower end alone; the other one is 0
 * @VAC_SALARY_IMPORT_UP_TO: the upper end alone, likewise
 *
 * What a row gives of a range.
 */
typedef enum
{
  VAC_SALARY_IMPORT_BOTH,
  VAC_SALARY_IMPORT_FROM,
  VAC_SALARY_IMPORT_UP_TO,
} VacSalaryImportSides;

/**
 * VacSalaryImportTerm:
 *
 * What is noted of the survey that a table is from.
 */
typedef enum
{
  VAC_SALARY_IMPORT_SURVEY_NAME,
  VAC_SALARY_IMPORT_SURVEY_PUBLISHER,
  VAC_SALARY_IMPORT_SURVEY_EDITION,
  VAC_SALARY_IMPORT_SURVEY_EFFECTIVE,
  VAC_SALARY_IMPORT_SURVEY_URL,
  VAC_SALARY_IMPORT_N_TERMS
} VacSalaryImportTerm;

/**
 * VacSalaryImportPlace:
 * @name: the place
 * @exact: what is paid there in the file, counted by @period; 0 for nothing
 * @period: what @exact is counted by
 * @currency: (nullable): the sign or the code in the row, where it is not the table's
 * @range: what is paid there as the posting keeps it
 * @sides: which ends of @exact and @range there are
 * @statistics: what else the survey says of it, in the terms of the table; by #VacStatistic, 0 for
 *   what it does not say
 * @low: of which statistic the lower end is, %VAC_N_STATISTICS for none
 * @high: likewise the upper one
 * @sample: of how many answers the figures are, -1 when the table does not say
 * @occupation: (nullable): the survey's code of the occupation
 * @area_code: (nullable): the survey's code of the area
 * @area_kind: (nullable): what the area is, a choice of %VAC_ROLE_FIGURE_AREA_KIND
 * @is_rounded: whether @range could not keep all decimals of @exact: its currency has fewer
 * @price_index: in hundredths of a point, 0 when there is none
 * @note: a note, "" for none
 * @line: the line of the file on which the row begins
 * @problem: (nullable): why the row cannot be imported
 * @doubts: reasons not to take it unasked
 * @is_note: whether the row has one cell only, and a sentence in it
 * @is_nation: whether it is a nation as a whole: its range becomes the national one
 * @chosen: whether vac_salary_apply_import() takes it; set for rows without a problem
 * @target: (nullable): the place of the posting that it replaces figures of; otherwise it is added
 */
typedef struct
{
  char         *name;
  VacPayRange   exact;
  VacPayPeriod  period;
  char         *currency;
  VacPayRange   range;
  VacSalaryImportSides sides;
  VacMoney      statistics[VAC_N_STATISTICS];
  VacStatistic  low;
  VacStatistic  high;
  gint64        sample;
  char         *occupation;
  char         *area_code;
  const char   *area_kind;
  gboolean      is_rounded;
  gint64        price_index;
  char         *note;
  guint         line;
  char         *problem;
  guint         doubts;
  gboolean      is_note;
  gboolean      is_nation;
  gboolean      chosen;
  VacNode      *target;
} VacSalaryImportPlace;

/**
 * VacSalaryImportOccupation:
 * @code: its code, or its title where the table has no codes
 * @title: its title, "" for none
 * @n_rows: how many rows it has
 */
typedef struct
{
  char  *code;
  char  *title;
  guint  n_rows;
} VacSalaryImportOccupation;

/**
 * VacSalaryImportResult:
 * @places: (element-type VacSalaryImportPlace): rows that name a place, in the file's order
 * @occupations: (element-type VacSalaryImportOccupation): those of the file, in its order
 * @n_rows: how many rows with anything in them were read, the header not counted
 * @n_problems: how many of @places have a problem
 * @n_notes: how many lines below the table are notes on it; they are none of @places
 * @n_codes: how many areas the table and its release have by number only
 * @n_capped: how many ends of ranges are the survey's cap
 * @cap: the cap that stands for them, in whole units; 0 when it is not known, and then they have
 *   a problem
 * @cap_reason: where @cap comes from
 * @occupation: (nullable): the code of the occupation that was kept; %NULL without such a column,
 *   and when none was chosen or the one that was chosen is not in the file: @places is then empty
 * @question: (nullable): a number that can be read in two ways; the person has to say which
 *   decimal mark the file has, and the import is run again
 * @question_line: where it is
 * @to: what the pay of the posting's table is counted by; set by vac_salary_import_result_match()
 * @currency: (nullable): the currency of the posting's table, %NULL when it has none
 * @foreign: (nullable): the currency of the file, where it is another one
 * @span: the figures that the posting has
 * @n_one_sided: how many of @places have one end of a range only
 * @editions: (nullable): the editions of the same survey that the posting has figures of
 */
typedef struct
{
  GPtrArray             *places;
  GPtrArray             *occupations;
  guint                  n_rows;
  guint                  n_problems;
  guint                  n_notes;
  guint                  n_codes;
  guint                  n_capped;
  gint64                 cap;
  VacSalaryImportReason  cap_reason;
  char                  *occupation;
  char                  *question;
  guint                  question_line;
  VacPayPeriod           to;
  char                  *currency;
  char                  *foreign;
  VacPayRange            span;
  guint                  n_one_sided;
  char                  *editions;
} VacSalaryImportResult;

typedef struct _VacSalaryImport VacSalaryImport;
typedef struct _VacSalaryImportStep VacSalaryImportStep;

/**
 * VacSalaryImportProgress:
 * @share: how much of the file has been read, from 0 to 1
 * @user_data: what was passed along
 *
 * Called on the thread that runs the import.
 */
typedef void (*VacSalaryImportProgress) (double   share,
                                         gpointer user_data);

const char      *vac_salary_import_field_get_id     (VacSalaryImportField            field);

VacSalaryImport *vac_salary_import_analyse          (GBytes                         *bytes,
                                                     const char                     *file_name,
                                                     GError                        **error);
void             vac_salary_import_free             (VacSalaryImport                *self);

const VacSalaryImportSettings *
                 vac_salary_import_get_settings     (VacSalaryImport                *self);
gboolean         vac_salary_import_set_settings     (VacSalaryImport                *self,
                                                     const VacSalaryImportSettings  *settings,
                                                     GError                        **error);
void             vac_salary_import_assume           (VacSalaryImport                *self,
                                                     VacDocument                    *document);
const char      *vac_salary_import_get_table_name   (VacSalaryImport                *self);
guint            vac_salary_import_get_n_tables     (VacSalaryImport                *self);
const char      *vac_salary_import_get_table_title  (VacSalaryImport                *self,
                                                     guint                           table);
int              vac_salary_import_find_table       (VacSalaryImport                *self,
                                                     const char                     *title);
gboolean         vac_salary_import_is_sheet         (VacSalaryImport                *self);
gboolean         vac_salary_import_is_complete      (VacSalaryImport                *self);
guint            vac_salary_import_get_n_columns    (VacSalaryImport                *self);
const char      *vac_salary_import_get_column_title (VacSalaryImport                *self,
                                                     guint                           column);
int              vac_salary_import_find_column      (VacSalaryImport                *self,
                                                     const char                     *title);
GPtrArray       *vac_salary_import_get_sample       (VacSalaryImport                *self);
char            *vac_salary_import_describe_source  (VacSalaryImport                *self);

const char      *vac_salary_import_term_get_id      (VacSalaryImportTerm             term);
VacRole          vac_salary_import_term_get_role    (VacSalaryImportTerm             term);
const char      *vac_salary_import_get_term         (VacSalaryImport                *self,
                                                     VacSalaryImportTerm             term);
gboolean         vac_salary_import_set_term         (VacSalaryImport                *self,
                                                     VacSalaryImportTerm             term,
                                                     const char                     *text);
gboolean         vac_salary_import_says_term        (VacSalaryImport                *self,
                                                     VacSalaryImportTerm             term);

VacSalaryImportResult *
                 vac_salary_import_run              (VacSalaryImport                *self,
                                                     VacSalaryImportProgress         progress,
                                                     gpointer                        user_data,
                                                     GCancellable                   *cancellable,
                                                     GError                        **error);
void             vac_salary_import_result_free      (VacSalaryImportResult          *result);
void             vac_salary_import_result_match     (VacSalaryImportResult          *result,
                                                     VacSalaryImport                *import,
                                                     VacDocument                    *document);
GPtrArray       *vac_salary_import_rank_occupations (VacSalaryImportResult          *result,
                                                     const char                     *wanted,
                                                     gboolean                       *is_sure);
gboolean         vac_salary_import_choose           (VacSalaryImport                *self,
                                                     VacSalaryImportResult          *result,
                                                     const char                     *job_title);
GStrv            vac_salary_import_describe         (VacSalaryImport                *self,
                                                     VacSalaryImportResult          *result);
GStrv            vac_salary_import_remark           (VacSalaryImport                *self,
                                                     VacSalaryImportResult          *result);
char            *vac_salary_import_describe_doubts  (VacSalaryImportResult          *result,
                                                     const VacSalaryImportPlace     *place);
gboolean         vac_salary_import_has_pay          (const VacSalaryImportPlace     *place);
char            *vac_salary_import_format_range     (const VacSalaryImportPlace     *place,
                                                     const VacPayRange              *range,
                                                     const char                     *currency,
                                                     const char                     *language);
gboolean         vac_salary_import_get_old          (const VacSalaryImportPlace     *place,
                                                     VacPayRange                    *range);
char            *vac_salary_import_describe_change  (VacSalaryImportResult          *result,
                                                     const VacSalaryImportPlace     *place,
                                                     const char                     *language);
guint            vac_salary_import_append_refused   (VacSalaryImportResult          *result,
                                                     const char                     *file_name,
                                                     GString                        *table);

VacSalaryImportStep *
                 vac_salary_import_step_new         (VacDocument                    *document,
                                                     VacSalaryImport                *import,
                                                     VacSalaryImportResult          *result,
                                                     const char                     *source);
void             vac_salary_import_step_free        (VacSalaryImportStep            *self);
gboolean         vac_salary_import_step_prepare     (VacSalaryImportStep            *self,
                                                     guint                           n_rows);
double           vac_salary_import_step_get_share   (VacSalaryImportStep            *self);
gboolean         vac_salary_import_step_commit      (VacSalaryImportStep            *self,
                                                     guint                          *n_applied);
gboolean         vac_salary_apply_import            (VacDocument                    *document,
                                                     VacSalaryImport                *import,
                                                     VacSalaryImportResult          *result,
                                                     const char                     *source,
                                                     guint                          *n_applied);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSalaryImport, vac_salary_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSalaryImportStep, vac_salary_import_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSalaryImportResult, vac_salary_import_result_free)

G_END_DECLS
