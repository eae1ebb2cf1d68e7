/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-date"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vac-date-private.h"
#include "vac-error.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-quote.h"
#include "vac-typed.h"

/* Reads dates as people type them. Names of months and days, the order of day and month and the
 * words for days to come are those of Unicode CLDR, by way of ICU. */

#define FIRST_YEAR 1900
#define LAST_YEAR  2199
#define FILLER     3     /* letters of the little words in a date: "of", "de", "th" */

/* What became of a text. */
typedef enum
{
  READ_NOTHING,
  READ_DATE,
  READ_NO_DAY,        /* it is a date, but the calendar has no such day */
  READ_DAY_MISSING,
  READ_WEEKDAY_WRONG,
} Read;

static char *
get_symbol (const UDateFormat     *format,
            UDateFormatSymbolType  type,
            int                    index)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };

  vac_icu ()->udat_getSymbols (format, type, index, text, VAC_ICU_LONG, &status);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (text) : g_strdup ("");
}

static gboolean
is_named (const char *part,
          const char *name,
          gboolean    shortened)
{
  g_autofree char *folded = vac_typed_fold (name);
  gsize length = folded != NULL ? strlen (folded) : 0;

  if (length == 0)
    return FALSE;
  if (folded[length - 1] == '.')
    folded[length - 1] = '\0';

  return shortened ? g_utf8_strlen (part, -1) >= 3 && g_str_has_prefix (folded, part)
                   : g_str_equal (folded, part);
}

/* Which of the names that @types list is @part, from 0; -1 when none is, or several are. */
static int
find_name (const UDateFormat           *format,
           const UDateFormatSymbolType *types,
           int                          first,
           int                          n_names,
           const char                  *part)
{
  for (guint i = 0; i < 8; i++)
    {
      gboolean shortened = i >= 4;
      int found = -1;

      for (int j = 0; j < n_names; j++)
        {
          g_autofree char *name = get_symbol (format, types[i % 4], first + j);

          if (is_named (part, name, shortened))
            found = found == -1 ? j : -2;
        }
      if (found >= 0)
        return found;
    }

  return -1;
}

static int
find_month (const UDateFormat *format,
            const char        *part)
{
  static const UDateFormatSymbolType types[] = {
    UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS };

  return find_name (format, types, 0, 12, part) + 1;
}

/* Returns: the day as GDate counts them, 0 for none */
static int
find_weekday (const UDateFormat *format,
              const char        *part)
{
  static const UDateFormatSymbolType types[] = {
    UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS };
  int found = find_name (format, types, 1, 7, part);

  return found == 0 ? 7 : MAX (found, 0);
}

static void
parts_clear (VacDateParts *parts)
{
  for (guint i = 0; i < parts->n_parts; i++)
    g_free (parts->parts[i]);
}

static gboolean
is_number (const char *part)
{
  return g_ascii_isdigit (*part);
}

static gboolean
split (const char   *folded,
       VacDateParts *parts)
{
  for (const char *p = folded; *p != '\0';)
    {
      const char *end = p;

      while (g_ascii_isdigit (*p) ? g_ascii_isdigit (*end)
                                  : g_unichar_isalpha (g_utf8_get_char (end)) ||
                                        g_unichar_ismark (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == p)
        {
          if (strchr (" ,./-'’()", *p) == NULL && !g_unichar_ispunct (g_utf8_get_char (p)))
            return FALSE;
          p = g_utf8_next_char (p);
          continue;
        }
      if (parts->n_parts == VAC_DATE_MOST_PARTS)
        return FALSE;
      parts->parts[parts->n_parts++] = g_strndup (p, (gsize) (end - p));
      p = end;
    }

  return parts->n_parts > 0;
}

/* The century of two digits is the one that lies about @today, more of it ahead than behind. */
static int
complete_year (const char  *part,
               const GDate *today)
{
  int year = (int) g_ascii_strtoull (part, NULL, 10);
  int now = g_date_get_year (today);

  if (strlen (part) == 4)
    return year;
  if (strlen (part) != 2)
    return -1;
  year += now / 100 * 100;

  return year < now - 20 ? year + 100 : year > now + 79 ? year - 100 : year;
}

static Read
set_date (int    day,
          int    month,
          int    year,
          GDate *date)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1)
    return READ_NOTHING;
  if (day > 31 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return READ_NO_DAY;
  g_date_set_dmy (date, (GDateDay) day, month, (GDateYear) year);

  return READ_DATE;
}

/* A date without a year is the next one. */
static Read
set_next (int          day,
          int          month,
          const GDate *today,
          GDate       *date)
{
  Read read = READ_NOTHING;

  for (int i = 0; i < 9; i++)
    {
      Read next = set_date (day, month, g_date_get_year (today) + i, date);

      if (next == READ_DATE && g_date_compare (date, today) >= 0)
        return READ_DATE;
      read = next == READ_DATE ? read : next;
    }

  return read;
}

/* The letters d, M and y in the order in which the language writes them. */
static void
get_order (const char *locale,
           char        order[4])
{
  UChar pattern[VAC_ICU_LONG];
  gsize n = 0;

  vac_date_get_pattern (locale, "yMd", pattern);
  order[0] = '\0';
  for (int i = 0; pattern[i] != 0 && n < 3; i++)
    {
      char c = pattern[i] == 'L' ? 'M' : pattern[i] < 128 ? (char) pattern[i] : ' ';

      if (strchr ("dMy", c) != NULL && strchr (order, c) == NULL)
        {
          order[n++] = c;
          order[n] = '\0';
        }
    }
}

static Read
set_in_order (VacDateParts *parts,
              const char   *order,
              const GDate  *today,
              GDate        *date)
{
  int day = -1, month = -1, year = -1;

  for (guint i = 0; i < parts->n_parts; i++)
    {
      const char *part = parts->parts[i];
      int number = strlen (part) <= 2 ? (int) g_ascii_strtoull (part, NULL, 10) : -1;

      if (order[i] == 'y')
        year = complete_year (part, today);
      else if (order[i] == 'd')
        day = number;
      else
        month = number;
    }

  return parts->n_parts == 2 ? set_next (day, month, today, date)
                             : set_date (day, month, year, date);
}

/* Numbers alone: a year of four digits in front is ISO 8601; else the language says which number is
 * the day, and where that makes no date, the other way round does. */
static Read
read_numbers (VacDateParts *parts,
              const char   *locale,
              const GDate  *today,
              GDate        *date)
{
  char order[4];
  const char *swapped;
  Read read;

  if (parts->n_parts < 2 || parts->n_parts > 3)
    return READ_NOTHING;
  for (guint i = 0; i < parts->n_parts; i++)
    if (!is_number (parts->parts[i]))
      return READ_NOTHING;
  if (parts->n_parts == 2 && (strlen (parts->parts[0]) == 4 || strlen (parts->parts[1]) == 4))
    return READ_DAY_MISSING;
  if (strlen (parts->parts[0]) == 4)
    return set_in_order (parts, "yMd", today, date);

  get_order (locale, order);
  /* Where the year comes first, nobody puts one of four digits last by the same rule. */
  if (parts->n_parts == 3 && strlen (parts->parts[2]) == 4 && order[0] == 'y')
    g_strlcpy (order, order[1] == 'M' ? "dMy" : "Mdy", sizeof order);
  if (parts->n_parts == 2 && order[0] == 'y')
    g_strlcpy (order, "Md", sizeof order);
  swapped = order[0] == 'M' ? "dMy" : order[0] == 'd' ? "Mdy" : "dMy";
  read = set_in_order (parts, order, today, date);
  if (read == READ_NOTHING && set_in_order (parts, swapped, today, date) == READ_DATE)
    read = READ_DATE;

  return read;
}

/* What a text with names says, before it is made a date. */
typedef struct
{
  int         month;
  int         weekday;
  const char *numbers[2];
  guint       n_numbers;
} Named;

static gboolean
take_part (Named       *self,
           UDateFormat *format,
           const char  *part)
{
  int month = is_number (part) || self->month > 0 ? 0 : find_month (format, part);
  int weekday = is_number (part) || month > 0 || self->weekday > 0 ? 0
                                                                   : find_weekday (format, part);

  if (is_number (part))
    {
      if (self->n_numbers == 2)
        return FALSE;
      self->numbers[self->n_numbers++] = part;
      return TRUE;
    }
  if (month > 0)
    self->month = month;
  else if (weekday > 0)
    self->weekday = weekday;
  else
    return g_utf8_strlen (part, -1) <= FILLER;

  return TRUE;
}

static Read
set_named (Named       *self,
           const GDate *today,
           GDate       *date)
{
  gboolean year_first = self->n_numbers == 2 && strlen (self->numbers[0]) == 4;
  const char *day = self->n_numbers > 0 ? self->numbers[year_first ? 1 : 0] : NULL;
  const char *year = self->n_numbers > 1 ? self->numbers[year_first ? 0 : 1] : NULL;

  if (self->month == 0 && self->n_numbers == 0 && self->weekday > 0)
    {
      *date = *today;
      g_date_add_days (date, ((guint) self->weekday + 6 - g_date_get_weekday (today)) % 7 + 1);
      return READ_DATE;
    }
  if (self->month == 0)
    return READ_NOTHING;
  if (day == NULL || strlen (day) > 2)
    return READ_DAY_MISSING;

  return year != NULL ? set_date ((int) g_ascii_strtoull (day, NULL, 10), self->month,
                                  complete_year (year, today), date)
                      : set_next ((int) g_ascii_strtoull (day, NULL, 10), self->month, today, date);
}

static Read
read_names (VacDateParts *parts,
            const char   *locale,
            const GDate  *today,
            GDate        *date)
{
  UDateFormat *format = vac_date_open (locale, "yMMMMd", VAC_DATE_UTC);
  Named named = { 0 };
  gboolean possible = format != NULL;
  Read read;

  for (guint i = 0; possible && i < parts->n_parts; i++)
    possible = take_part (&named, format, parts->parts[i]);
  vac_icu ()->udat_close (format);

  read = possible ? set_named (&named, today, date) : READ_NOTHING;
  if (read == READ_DATE && named.weekday > 0 && (int) g_date_get_weekday (date) != named.weekday)
    return READ_WEEKDAY_WRONG;

  return read;
}

/* As the language itself writes dates, for those that need no spaces: 2026年12月23日. */
static Read
read_pattern (const char *text,
              const char *locale,
              GDate      *date)
{
  static const char *const skeletons[] = { "yMMMMEEEEd", "yMMMMd", "yMMMd" };
  UChar wide[VAC_ICU_LONG];

  vac_icu_from_utf8 (text, wide);
  for (guint i = 0; i < G_N_ELEMENTS (skeletons) && wide[0] != 0; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UDateFormat *format = vac_date_open (locale, skeletons[i], VAC_DATE_UTC);
      int32_t end = 0;
      UDate moment = format != NULL ? vac_icu ()->udat_parse (format, wide, -1, &end, &status) : 0;
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((gint64) (moment / 1000));

      vac_icu ()->udat_close (format);
      if (U_SUCCESS (status) && wide[end] == 0 && time != NULL)
        return set_date (g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                         g_date_time_get_year (time), date);
    }

  return READ_NOTHING;
}

static Read
read_in (const char   *tidy,
         const char   *folded,
         VacDateParts *parts,
         const char   *locale,
         const GDate  *today,
         GDate        *date)
{
  Read read = read_names (parts, locale, today, date);

  if (read == READ_NOTHING && vac_date_read_relative (folded, locale, today, date))
    read = READ_DATE;
  if (read == READ_NOTHING)
    read = read_pattern (tidy, locale, date);

  return read;
}

static gboolean
say (Read         read,
     const char  *text,
     const char  *locale,
     const GDate *today,
     GDate       *date,
     GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *shown = vac_quote_shorten (valid);
  g_autofree char *iso = vac_date_to_iso (today);
  g_autofree char *weeks = NULL;
  g_autofree char *words = NULL;

  switch (read)
    {
    case READ_DATE:
      return TRUE;
    case READ_NO_DAY:
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE, _("The calendar has no day “%s”."),
                   shown);
      return FALSE;
    case READ_DAY_MISSING:
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE, _("The day is missing in “%s”."),
                   shown);
      return FALSE;
    case READ_WEEKDAY_WRONG:
      words = vac_date_describe (date, locale);
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("The day of the week is wrong: it would be %s."), words);
      return FALSE;
    case READ_NOTHING:
    default:
      weeks = vac_date_write_weeks (locale, 4);
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("“%s” is not a date such as %s or “%s”."), shown, iso, weeks);
      return FALSE;
    }
}

/**
 * vac_date_read:
 * @text: what a person typed
 * @languages: BCP 47 tags, ended by %NULL: first the one that says what "1/2/2026" is, then others
 *   whose names of months and words for days to come are understood as well
 * @today: the day to count from
 * @date: (out): where to put the date; untouched on failure
 * @error: return location for a sentence
 *
 * Reads a date as people write it: "2026-12-23", "12/23/2026", "23.12.26", "23. Dezember",
 * "Dec 23", "tomorrow", "Friday", "in 4 weeks". Without a year it is the next such day. A day of
 * the week that does not fit its date and a day that the calendar does not have are refused.
 *
 * Returns: whether @date was set; otherwise the error is %VAC_ERROR_INVALID_VALUE
 */
gboolean
vac_date_read (const char         *text,
               const char *const  *languages,
               const GDate        *today,
               GDate              *date,
               GError            **error)
{
  g_autofree char *tidy = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *first = NULL;
  VacDateParts parts = { 0 };
  GDate found = *today;
  Read read = READ_NOTHING;

  g_return_val_if_fail (text != NULL && languages != NULL && languages[0] != NULL, FALSE);
  g_return_val_if_fail (today != NULL && g_date_valid (today) && date != NULL, FALSE);

  tidy = vac_typed_tidy (text);
  folded = tidy != NULL ? g_utf8_casefold (tidy, -1) : NULL;
  first = vac_date_get_locale (languages[0]);
  if (folded != NULL && strlen (folded) < VAC_ICU_LONG / 2 && split (folded, &parts))
    {
      read = read_numbers (&parts, first, today, &found);
      for (guint i = 0; read == READ_NOTHING && languages[i] != NULL; i++)
        {
          g_autofree char *locale = vac_date_get_locale (languages[i]);

          read = read_in (tidy, folded, &parts, locale, today, &found);
        }
    }
  parts_clear (&parts);
  if (!say (read, text, first, today, &found, error))
    return FALSE;
  *date = found;

  return TRUE;
}
