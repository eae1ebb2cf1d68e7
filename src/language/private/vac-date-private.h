/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <unicode/udat.h>

#include "vac-date.h"
#include "vac-icu-private.h"

G_BEGIN_DECLS

#define VAC_DATE_MOST_PARTS 8
#define VAC_DATE_UTC        "UTC"

/* See vac_date_fill(). */
#define VAC_DATE_FILL_YEAR       '\1'
#define VAC_DATE_FILL_DAY        '\2'
#define VAC_DATE_FILL_TWO_DIGITS '\3'
#define VAC_DATE_FILL_HOUR       '\4'
#define VAC_DATE_FILL_HOUR_00    '\5'
#define VAC_DATE_FILL_HOUR_OF_12 '\6'
#define VAC_DATE_FILL_MINUTE     '\7'
#define VAC_DATE_FILL_ZONE       '\10'

/* What time zones are called is known of these years. */
#define VAC_DATE_FIRST_ZONE_YEAR 2023
#define VAC_DATE_LAST_ZONE_YEAR  2037

/* A text in its parts: digits and words, in order, without what is between them. */
typedef struct
{
  char    *parts[VAC_DATE_MOST_PARTS];
  guint    n_parts;
} VacDateParts;

GDate        vac_date_of            (GDateTime    *moment);
char        *vac_date_fill          (const char   *forms,
                                     guint         index,
                                     GDateTime    *moment,
                                     const char   *zone_time);
char        *vac_date_get_locale    (const char   *language);
void         vac_date_get_pattern   (const char   *locale,
                                     const char   *skeleton,
                                     UChar         pattern[VAC_ICU_LONG]);
UDate        vac_date_to_icu        (GDateTime    *moment);
UDate        vac_date_get_moment    (GDateTime    *time,
                                     const char   *zone);
UDateFormat *vac_date_open          (const char   *locale,
                                     const char   *skeleton,
                                     const char   *zone);
gboolean     vac_date_read_relative (const char   *folded,
                                     const char   *locale,
                                     const GDate  *today,
                                     GDate        *date);
char        *vac_date_write_weeks   (const char   *locale,
                                     int           weeks);
UDateFormat *vac_zone_open          (const char   *zone,
                                     const char   *language);
char        *vac_zone_write         (UDateFormat  *format,
                                     UDate         moment);
char       **vac_zone_list_all      (void);
char       **vac_zone_list_in       (const char   *country);

G_END_DECLS
