/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-date-format"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vac-date-private.h"
#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"

/*
 * vac_date_get_locale:
 *
 * Returns: (transfer full): the locale of @language with the calendar of ISO 8601
 */
char *
vac_date_get_locale (const char *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);

  return g_strconcat (locale, strchr (locale, '@') != NULL ? ";" : "@", "calendar=gregorian", NULL);
}

/*
 * vac_date_get_pattern:
 * @locale: ICU's name of a locale
 * @skeleton: the fields wanted
 * @pattern: (out): takes the pattern of the locale with those fields; empty when it has none
 */
void
vac_date_get_pattern (const char *locale,
                      const char *skeleton,
                      UChar       pattern[VAC_ICU_LONG])
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = vac_icu ()->udatpg_open (locale, &status);
  UChar wide[VAC_ICU_LONG];

  vac_icu_from_utf8 (skeleton, wide);
  pattern[0] = 0;
  vac_icu ()->udatpg_getBestPattern (generator, wide, -1, pattern, VAC_ICU_LONG, &status);
  vac_icu ()->udatpg_close (generator);
}

/*
 * vac_date_open:
 * @locale: ICU's name of a locale
 * @skeleton: the fields wanted
 * @zone: the name of the time zone to write in
 *
 * Returns: (transfer full) (nullable): the format of the language with those fields
 */
UDateFormat *
vac_date_open (const char *locale,
               const char *skeleton,
               const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[VAC_ICU_LONG], name[VAC_ICU_LONG];
  UDateFormat *format;

  vac_date_get_pattern (locale, skeleton, pattern);
  vac_icu_from_utf8 (zone, name);
  format = vac_icu ()->udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, name, -1, pattern, -1,
                                  &status);
  if (U_FAILURE (status))
    return NULL;
  vac_icu ()->udat_setLenient (format, FALSE);

  return format;
}

#define NARROW_BLANK 0x202f
#define NO_BREAK_BLANK 0x00a0

/* Opening a format takes longer than all the rest of an export, so those in use are kept. */
static char *
format_as (UDate       moment,
           const char *language,
           const char *skeleton,
           const char *zone)
{
  static GMutex mutex;
  static GHashTable *formats;          /* locale, skeleton and zone → UDateFormat, or NULL */
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", language != NULL ? language : "", skeleton,
                                          zone);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };
  gpointer format;

  g_mutex_lock (&mutex);
  if (formats == NULL)
    formats = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (formats, key, NULL, &format))
    {
      g_autofree char *locale = vac_date_get_locale (language);

      format = vac_date_open (locale, skeleton, zone);
      g_hash_table_insert (formats, g_steal_pointer (&key), format);
    }
  if (format != NULL)
    vac_icu ()->udat_format (format, moment, text, VAC_ICU_LONG, NULL, &status);
  g_mutex_unlock (&mutex);

  /* CLDR parts "5:00" and "PM" by a blank that few forms and fonts know. */
  for (guint i = 0; text[i] != 0; i++)
    if (text[i] == NARROW_BLANK)
      text[i] = NO_BREAK_BLANK;

  return U_SUCCESS (status) && text[0] != 0 ? vac_icu_to_utf8 (text) : NULL;
}

/*
 * vac_date_to_icu:
 * @moment: a time
 *
 * Returns: the same for ICU
 */
UDate
vac_date_to_icu (GDateTime *moment)
{
  return (UDate) g_date_time_to_unix (moment) * 1000;
}

/*
 * vac_date_get_moment:
 * @time: a time in @zone
 * @zone: the name of a time zone
 *
 * The hour that @time says is what is written, also where ICU and the machine know other rules of
 * summer time.
 *
 * Returns: when it is that hour there, to ICU
 */
UDate
vac_date_get_moment (GDateTime  *time,
                     const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[VAC_ICU_LONG];
  UCalendar *calendar;
  UDate moment;

  vac_icu_from_utf8 (zone, name);
  calendar = vac_icu ()->ucal_open (name, -1, "", UCAL_GREGORIAN, &status);
  /* Of the time that it is now. */
  vac_icu ()->ucal_clear (calendar);
  vac_icu ()->ucal_setDateTime (calendar, g_date_time_get_year (time),
                                g_date_time_get_month (time) - 1,
                                g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
                                g_date_time_get_minute (time), g_date_time_get_second (time),
                                &status);
  moment = vac_icu ()->ucal_getMillis (calendar, &status);
  vac_icu ()->ucal_close (calendar);

  return moment;
}

/*
 * vac_date_fill:
 * @forms: a fact: for each month how a date of it is written, or a moment of it in the morning,
 *   then in the afternoon, with VAC_DATE_FILL_YEAR and the like in place of what changes
 * @index: which of these
 * @moment: a date, and its time
 * @zone_time: (nullable): what the time is called there
 *
 * Returns: (transfer full): @moment written so
 */
char *
vac_date_fill (const char *forms,
               guint       index,
               GDateTime  *moment,
               const char *zone_time)
{
  const int hour = g_date_time_get_hour (moment);
  GString *text;

  for (; index > 0; index--)
    forms = strchr (forms, VAC_ICU_BREAK) + 1;
  text = g_string_new (NULL);
  for (const char *p = forms; *p != VAC_ICU_BREAK && *p != '\0'; p++)
    switch (*p)
      {
      case VAC_DATE_FILL_YEAR:
        g_string_append_printf (text, "%d", g_date_time_get_year (moment));
        break;
      case VAC_DATE_FILL_DAY:
        g_string_append_printf (text, "%d", g_date_time_get_day_of_month (moment));
        break;
      case VAC_DATE_FILL_TWO_DIGITS:
        g_string_append_printf (text, "%02d", g_date_time_get_day_of_month (moment));
        break;
      case VAC_DATE_FILL_HOUR:
        g_string_append_printf (text, "%d", hour);
        break;
      case VAC_DATE_FILL_HOUR_00:
        g_string_append_printf (text, "%02d", hour);
        break;
      case VAC_DATE_FILL_HOUR_OF_12:
        g_string_append_printf (text, "%d", (hour + 11) % 12 + 1);
        break;
      case VAC_DATE_FILL_MINUTE:
        g_string_append_printf (text, "%02d", g_date_time_get_minute (moment));
        break;
      case VAC_DATE_FILL_ZONE:
        g_string_append (text, zone_time);
        break;
      default:
        g_string_append_c (text, *p);
      }

  return g_string_free (text, FALSE);
}

static const char *
get_forms (VacIcuFact  fact,
           const char *language)
{
  return vac_icu_facts_get (fact, language != NULL ? language : "");
}

static char *
write_day (const GDate *date,
           const char  *language,
           const char  *forms,
           const char  *skeleton)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                    g_date_get_day (date), 12, 0, 0);
  char *text;

  if (forms != NULL)
    return vac_date_fill (forms, (guint) g_date_get_month (date) - 1, time, NULL);
  text = format_as (vac_date_get_moment (time, VAC_DATE_UTC), language, skeleton, VAC_DATE_UTC);

  return text != NULL ? text : vac_date_to_iso (date);
}

/**
 * vac_date_describe:
 * @date: a date
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): the date in words: "Wednesday, December 23, 2026"
 */
char *
vac_date_describe (const GDate *date,
                   const char  *language)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return write_day (date, language, NULL, "yMMMMEEEEd");
}

/**
 * vac_date_format:
 * @date: a date
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): the date as it stands in a posting: "December 23, 2026"
 */
char *
vac_date_format (const GDate *date,
                 const char  *language)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return write_day (date, language, get_forms (VAC_ICU_DATE, language), "yMMMMd");
}

/**
 * vac_date_format_short:
 * @date: a date
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full): the date where there is little room: "Dec 23, 2026"
 */
char *
vac_date_format_short (const GDate *date,
                       const char  *language)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return write_day (date, language, get_forms (VAC_ICU_SHORT_DATE, language), "yMMMd");
}

/**
 * vac_date_has_zone:
 * @name: a name as in the tz database: "Europe/London"
 *
 * ICU has names of its own and takes any other for GMT, so it is asked whether it knows this one.
 *
 * Returns: whether there is a time zone of that name
 */
gboolean
vac_date_has_zone (const char *name)
{
  const char *known = vac_icu_facts_get (VAC_ICU_ZONES, "");
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG], canonical[VAC_ICU_LONG] = { 0 };
  UBool is_system = FALSE;

  g_return_val_if_fail (name != NULL, FALSE);

  if (*name == '\0')
    return FALSE;
  if (known != NULL && vac_icu_facts_list_has (known, name))
    return TRUE;
  vac_icu_from_utf8 (name, text);
  vac_icu ()->ucal_getCanonicalTimeZoneID (text, -1, canonical, VAC_ICU_LONG, &is_system, &status);

  return U_SUCCESS (status) && is_system;
}

/* ICU may know a name that the machine's own time zones lack; what one of the two does not know is
 * no zone.
 *
 * Returns: (transfer full) (nullable): @date and @time in @zone; %NULL for what is no such time */
static GDateTime *
read_deadline (const char *date,
               const char *time,
               const char *zone,
               gboolean   *has_zone)
{
  g_autoptr (GTimeZone) known = vac_date_has_zone (zone) ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr (GTimeZone) offset = known != NULL ? g_time_zone_ref (known) : g_time_zone_new_utc ();
  GDate day;
  int hour, minute, second = 0;

  *has_zone = known != NULL;
  if (!vac_date_from_iso (date, &day) || sscanf (time, "%2d:%2d:%2d", &hour, &minute, &second) < 2)
    return NULL;

  return g_date_time_new (offset, g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day), hour, minute, second);
}

/* Returns: (transfer full) (nullable): @moment with what its time is called if there is a @zone;
 *   %NULL if ICU has to be asked */
static char *
write_known_moment (GDateTime  *moment,
                    const char *zone,
                    const char *language)
{
  const int year = g_date_time_get_year (moment);
  const char *forms = get_forms (zone != NULL ? VAC_ICU_ZONED_MOMENT : VAC_ICU_MOMENT, language);
  const char *time = zone != NULL ? vac_icu_facts_get_pair (VAC_ICU_ZONE_TIME, language, zone)
                                  : NULL;
  guint index = (guint) g_date_time_get_month (moment) - 1;

  if (forms == NULL)
    return NULL;
  if (zone != NULL
      && (time == NULL || year < VAC_DATE_FIRST_ZONE_YEAR || year > VAC_DATE_LAST_ZONE_YEAR))
    return NULL;
  if (g_date_time_get_hour (moment) >= 12)
    index += 12;

  return vac_date_fill (forms, index, moment, time);
}

/**
 * vac_date_format_deadline:
 * @date: an ISO 8601 date
 * @time: an ISO 8601 time: hours, minutes, and seconds if there are any
 * @zone: the name of its time zone; empty when it is not said
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (transfer full) (nullable): the last moment of something as people write it: "December
 *   23, 2026 at 5:00 PM Eastern Time"; %NULL when @date or @time is none
 */
char *
vac_date_format_deadline (const char *date,
                          const char *time,
                          const char *zone,
                          const char *language)
{
  gboolean has_zone;
  g_autoptr (GDateTime) moment = read_deadline (date, time, zone, &has_zone);
  UDate asked;
  char *known;

  if (moment == NULL)
    return NULL;

  known = write_known_moment (moment, has_zone ? zone : NULL, language);
  if (known != NULL)
    return known;
  if (!has_zone)
    return format_as (vac_date_get_moment (moment, VAC_DATE_UTC), language, "yMMMMdjm",
                      VAC_DATE_UTC);

  /* Where ICU's rules are old, it may say that the time is the one of winter; that it is the time
   * of that country is so in any case: "Egypt Time". */
  asked = vac_date_get_moment (moment, zone);

  return format_as (asked, language,
                    asked == vac_date_to_icu (moment) ? "yMMMMdjmvvvv" : "yMMMMdjmVVVV", zone);
}

/**
 * vac_date_deadline_to_iso:
 * @date: an ISO 8601 date
 * @time: an ISO 8601 time: hours, minutes, and seconds if there are any
 * @zone: the name of its time zone; empty when it is not said
 *
 * Returns: (transfer full) (nullable): the moment in ISO 8601, with the zone's offset on that day
 *   where there is a zone: "2026-12-23T17:00:00-05:00"; %NULL when @date or @time is none
 */
char *
vac_date_deadline_to_iso (const char *date,
                          const char *time,
                          const char *zone)
{
  gboolean has_zone;
  g_autoptr (GDateTime) moment = read_deadline (date, time, zone, &has_zone);

  if (moment == NULL)
    return NULL;

  return g_date_time_format (moment, has_zone ? "%Y-%m-%dT%H:%M:%S%:z"
                                              : "%Y-%m-%dT%H:%M:%S");
}

/**
 * vac_date_from_iso:
 * @text: any text
 * @date: (out): where to put the date; untouched on failure
 *
 * Returns: whether @text is a day of the calendar in the one form that a file holds: "2026-12-23"
 */
gboolean
vac_date_from_iso (const char *text,
                   GDate      *date)
{
  int year, month, day;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0')
    return FALSE;
  year = atoi (text);
  month = atoi (text + 5);
  day = atoi (text + 8);
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);

  return TRUE;
}

/**
 * vac_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full): the date as ISO 8601 writes it
 */
char *
vac_date_to_iso (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/*
 * vac_date_of:
 * @moment: a time
 *
 * Returns: the day that it is then
 */
GDate
vac_date_of (GDateTime *moment)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (moment),
                  g_date_time_get_month (moment), (GDateYear) g_date_time_get_year (moment));

  return date;
}

/**
 * vac_date_today:
 * @today: (out): takes the day that it is here
 */
void
vac_date_today (GDate *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_if_fail (today != NULL);

  *today = vac_date_of (now);
}
