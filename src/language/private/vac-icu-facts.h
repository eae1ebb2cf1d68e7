/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program knows of ICU without loading it; for the files of this folder. */

/* Each kind of fact, and what it is looked up by. */
typedef enum
{
  VAC_ICU_TAG = 'a',      /* tag → vac_icu_read_tag() */
  VAC_ICU_PARSED,         /* tag → vac_icu_parse_tag() */
  VAC_ICU_LOCALE,         /* tag → vac_icu_get_locale() */
  VAC_ICU_SCRIPT,         /* tag → vac_icu_get_script() */
  VAC_ICU_RTL,            /* tag → "1" if it is written from right to left, or "" */
  VAC_ICU_HOME,           /* tag → vac_codes_get_home_country() */
  VAC_ICU_DATE,           /* tag → see vac_date_fill() */
  VAC_ICU_SHORT_DATE,     /* tag → the same for vac_date_format_short() */
  VAC_ICU_MOMENT,         /* tag → the same for vac_date_format_deadline() without a time zone */
  VAC_ICU_ZONED_MOMENT,   /* tag → the same with one */
  VAC_ICU_ZONE_TIME,      /* tag and time zone → what its time is called in all known years */
  VAC_ICU_NUMBERS,        /* tag → vac_number_style_write() */
  VAC_ICU_AFFIXES,        /* tag and currency → vac_number_style_write_affixes() */
  VAC_ICU_COUNTRY_NAME,   /* tag and country → vac_code_names_get_short() */
  VAC_ICU_DURATION,       /* tag and months → vac_phrase_duration() */
  VAC_ICU_DIGITS,         /* currency → vac_currency_get_digits() */
  VAC_ICU_COUNTRIES,      /* "" → all codes, each between blanks */
  VAC_ICU_CURRENCIES,     /* "" → the same */
  VAC_ICU_ZONES,          /* "" → names of all time zones, each between blanks */
} VacIcuFact;

/* Between the parts of a key and of a value. */
#define VAC_ICU_BREAK '\n'

const char *vac_icu_facts_get      (VacIcuFact  fact,
                                    const char *key);
const char *vac_icu_facts_get_pair (VacIcuFact  fact,
                                    const char *language,
                                    const char *code);
gboolean    vac_icu_facts_list_has (const char *list,
                                    const char *word);

/* In their order as bytes: kind and key, then the value, each ended by a zero, at these places. */
extern const char vac_icu_facts_text[];
extern const guint32 vac_icu_facts_places[];
extern const guint vac_icu_n_facts;

G_END_DECLS
