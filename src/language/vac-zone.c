/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-zone"

#include "config.h"

#include <string.h>

#include "vac-date-private.h"
#include "vac-icu-library.h"
#include "vac-zone.h"

/* Time zones as people call them. The names are those of Unicode CLDR, by way of ICU. */

#define CITY         "VVV"
#define TIME         "vvvv"
#define TIME_IN_FULL "zzzz"   /* of a zone that is no place's */
#define UNIVERSAL    "Etc/UTC"

/* CLDR keeps the first name that a zone ever had. The tz database has others by now, and may come
 * without the old ones; those that it has given up stand without another name. */
static const struct
{
  const char *old;
  const char *name;
} renamed[] = {
  { "Africa/Asmera", "Africa/Asmara" },
  { "America/Buenos_Aires", "America/Argentina/Buenos_Aires" },
  { "America/Catamarca", "America/Argentina/Catamarca" },
  { "America/Coral_Harbour", "America/Atikokan" },
  { "America/Cordoba", "America/Argentina/Cordoba" },
  { "America/Godthab", "America/Nuuk" },
  { "America/Indianapolis", "America/Indiana/Indianapolis" },
  { "America/Jujuy", "America/Argentina/Jujuy" },
  { "America/Louisville", "America/Kentucky/Louisville" },
  { "America/Mendoza", "America/Argentina/Mendoza" },
  { "America/Montreal", NULL },
  { "America/Nipigon", NULL },
  { "America/Pangnirtung", NULL },
  { "America/Rainy_River", NULL },
  { "America/Santa_Isabel", NULL },
  { "America/Thunder_Bay", NULL },
  { "America/Yellowknife", NULL },
  { "Asia/Calcutta", "Asia/Kolkata" },
  { "Asia/Choibalsan", NULL },
  { "Asia/Katmandu", "Asia/Kathmandu" },
  { "Asia/Rangoon", "Asia/Yangon" },
  { "Asia/Saigon", "Asia/Ho_Chi_Minh" },
  { "Atlantic/Faeroe", "Atlantic/Faroe" },
  { "Australia/Currie", NULL },
  { "Europe/Kiev", "Europe/Kyiv" },
  { "Europe/Uzhgorod", NULL },
  { "Europe/Zaporozhye", NULL },
  { "Pacific/Enderbury", "Pacific/Kanton" },
  { "Pacific/Johnston", NULL },
  { "Pacific/Ponape", "Pacific/Pohnpei" },
  { "Pacific/Truk", "Pacific/Chuuk" },
};

/* Returns: (nullable): what the tz database calls a zone of CLDR */
static const char *
get_present_name (const char *zone)
{
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    if (g_str_equal (renamed[i].old, zone))
      return renamed[i].name;

  return zone;
}

static void
add_zones (GStrvBuilder        *zones,
           USystemTimeZoneType  type,
           const char          *country)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *ids = vac_icu ()->ucal_openTimeZoneIDEnumeration (type, country, NULL, &status);
  const UChar *id;

  while ((id = vac_icu ()->uenum_unext (ids, NULL, &status)) != NULL)
    {
      g_autofree char *zone = vac_icu_to_utf8 (id);
      const char *name = zone == NULL || type == UCAL_ZONE_TYPE_ANY ? zone
                                                                    : get_present_name (zone);

      if (name != NULL)
        g_strv_builder_add (zones, name);
    }
  vac_icu ()->uenum_close (ids);
}

/**
 * vac_zone_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names in the tz database of all time
 *   zones that are some place's, and that of universal time
 */
char **
vac_zone_list (void)
{
  g_autoptr (GStrvBuilder) zones = g_strv_builder_new ();

  add_zones (zones, UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL);
  g_strv_builder_add (zones, UNIVERSAL);

  return g_strv_builder_end (zones);
}

/*
 * vac_zone_list_in:
 * @country: ISO 3166-1 code of two letters
 *
 * Returns: (transfer full) (array zero-terminated=1): those of vac_zone_list() that are there
 */
char **
vac_zone_list_in (const char *country)
{
  g_autoptr (GStrvBuilder) zones = g_strv_builder_new ();

  add_zones (zones, UCAL_ZONE_TYPE_CANONICAL_LOCATION, country);

  return g_strv_builder_end (zones);
}

/*
 * vac_zone_list_all:
 *
 * Returns: (transfer full) (array zero-terminated=1): all names that ICU knows a zone by
 */
char **
vac_zone_list_all (void)
{
  g_autoptr (GStrvBuilder) zones = g_strv_builder_new ();

  add_zones (zones, UCAL_ZONE_TYPE_ANY, NULL);

  return g_strv_builder_end (zones);
}

static UDateFormat *
open_format (const char *zone,
             const char *language,
             const char *pattern)
{
  g_autofree char *locale = vac_date_get_locale (language);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[VAC_ICU_LONG], wide[VAC_ICU_LONG];
  UDateFormat *format;

  vac_icu_from_utf8 (zone, name);
  vac_icu_from_utf8 (pattern, wide);
  format = vac_icu ()->udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, name, -1, wide, -1, &status);

  return U_SUCCESS (status) ? format : NULL;
}

/*
 * vac_zone_open:
 * @zone: the name of a time zone in the tz database
 * @language: BCP 47 tag
 *
 * Returns: (transfer full) (nullable): what writes what the time is called there, in winter and in
 *   summer alike: "Eastern Time"
 */
UDateFormat *
vac_zone_open (const char *zone,
               const char *language)
{
  return open_format (zone, language, TIME);
}

/*
 * vac_zone_write:
 * @format: of vac_zone_open()
 * @moment: a time
 *
 * Returns: (transfer full) (nullable): what it is called then
 */
char *
vac_zone_write (UDateFormat *format,
                UDate        moment)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };

  vac_icu ()->udat_format (format, moment, text, VAC_ICU_LONG, NULL, &status);

  return U_SUCCESS (status) && text[0] != 0 ? vac_icu_to_utf8 (text) : NULL;
}

/* Returns: (transfer full) (nullable): what @pattern says of the zone today */
static char *
format_zone (const char *zone,
             const char *language,
             const char *pattern)
{
  UDateFormat *format = open_format (zone, language, pattern);
  char *text;

  if (format == NULL)
    return NULL;
  text = vac_zone_write (format, vac_icu ()->ucal_getNow ());
  vac_icu ()->udat_close (format);

  return text;
}

/* "Etc/UTC" and "CET" are of no city. */
static gboolean
has_city (const char *zone)
{
  return vac_date_has_zone (zone) && strchr (zone, '/') != NULL && !g_str_has_prefix (zone, "Etc/");
}

/**
 * vac_zone_get_city:
 * @zone: the name of a time zone in the tz database, or any other text
 * @language: BCP 47 tag
 *
 * Returns: (transfer full) (nullable): the city that it is named after: "New York"; %NULL for none
 */
char *
vac_zone_get_city (const char *zone,
                   const char *language)
{
  g_return_val_if_fail (zone != NULL && language != NULL, NULL);

  return has_city (zone) ? format_zone (zone, language, CITY) : NULL;
}

/**
 * vac_zone_get_name:
 * @zone: the name of a time zone in the tz database, or any other text
 * @language: BCP 47 tag
 *
 * Returns: (transfer full) (nullable): its city and what the time there is called: "New York –
 *   Eastern Time"; %NULL for what is no zone
 */
char *
vac_zone_get_name (const char *zone,
                   const char *language)
{
  g_autofree char *city = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (zone != NULL && language != NULL, NULL);

  if (!vac_date_has_zone (zone))
    return NULL;
  city = vac_zone_get_city (zone, language);
  name = format_zone (zone, language, city != NULL ? TIME : TIME_IN_FULL);
  /* "Isle of Man Time" says where. */
  if (city == NULL || name == NULL || g_str_has_prefix (name, city))
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s – %s", city, name);
}

static void
append_abbreviation (GString   *words,
                     GTimeZone *zone,
                     GDateTime *time)
{
  const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                                  g_date_time_to_unix (time));
  const char *word = interval >= 0 ? g_time_zone_get_abbreviation (zone, interval) : NULL;

  /* Many have a number only. */
  if (word != NULL && g_ascii_isalpha (*word) && strstr (words->str, word) == NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
}

/**
 * vac_zone_list_abbreviations:
 * @zone: the name of a time zone in the tz database
 *
 * Returns: (transfer full): its abbreviations in winter and in summer, with a space between them:
 *   "CET CEST"; empty for none
 */
char *
vac_zone_list_abbreviations (const char *zone)
{
  g_autoptr (GTimeZone) time_zone = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_months (now, 6);
  GString *words;

  g_return_val_if_fail (zone != NULL, NULL);

  words = g_string_new (NULL);
  time_zone = g_time_zone_new_identifier (zone);
  if (time_zone != NULL)
    {
      append_abbreviation (words, time_zone, now);
      append_abbreviation (words, time_zone, later);
    }

  return g_string_free (words, FALSE);
}
