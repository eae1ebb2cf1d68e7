/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money.h"

G_BEGIN_DECLS

/**
 * VAC_CSV_MARK:
 *
 * What a file begins with so that spreadsheets read it as UTF-8, and not in the encoding of their
 * system: Excel does with nothing else.
 */
#define VAC_CSV_MARK "\xef\xbb\xbf"

/**
 * VAC_CSV_LONGEST_FIELD:
 *
 * The longest field that is read, in bytes. A longer one is nearly always a quote that nobody
 * closed.
 */
#define VAC_CSV_LONGEST_FIELD (4 * 1024 * 1024)

/**
 * VacCsvEncoding:
 *
 * How the bytes of a table spell its characters.
 */
typedef enum
{
  VAC_CSV_UTF_8,
  VAC_CSV_UTF_16_LE,
  VAC_CSV_UTF_16_BE,
  VAC_CSV_WINDOWS_1252,
} VacCsvEncoding;

/**
 * VacCsvRow:
 * @fields: (array length=n_fields): zero-terminated UTF-8, owned by the reader until the next row
 * @n_fields: how many fields there are; at least 1
 * @line: the line of the file on which the row begins, from 1
 */
typedef struct
{
  const char *const *fields;
  guint              n_fields;
  guint              line;
} VacCsvRow;

typedef struct _VacCsvReader VacCsvReader;

VacCsvEncoding vac_csv_sniff_encoding  (const char      *bytes,
                                        gsize            length);
char          *vac_csv_decode          (const char      *bytes,
                                        gsize            length,
                                        VacCsvEncoding   encoding,
                                        gsize           *text_length,
                                        GError         **error);
char           vac_csv_sniff_delimiter (const char      *text,
                                        gsize            length);

VacCsvReader  *vac_csv_reader_new      (const char      *text,
                                        gsize            length,
                                        char             delimiter);
void           vac_csv_reader_free     (VacCsvReader    *self);
gboolean       vac_csv_reader_next     (VacCsvReader    *self,
                                        VacCsvRow       *row,
                                        GError         **error);
gsize          vac_csv_reader_get_offset (VacCsvReader  *self);

void           vac_csv_append_text     (GString         *string,
                                        char             delimiter,
                                        const char      *text);
void           vac_csv_append_number   (GString         *string,
                                        char             delimiter,
                                        gint64           number,
                                        guint            decimals);
void           vac_csv_append_money    (GString         *string,
                                        char             delimiter,
                                        VacMoney         amount);
void           vac_csv_end_row         (GString         *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacCsvReader, vac_csv_reader_free)

G_END_DECLS
