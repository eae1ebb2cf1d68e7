/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "vac-date.h"
#include "vac-error.h"

/* A Wednesday. */
#define TODAY "2026-11-25"

static gboolean
read_date (const char  *text,
           const char  *language,
           GDate       *date,
           GError     **error)
{
  const char *const languages[] = { language, "en", NULL };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 25, 11, 2026);

  return vac_date_read (text, languages, &today, date, error);
}

static void
test_understood (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *expected;
  } cases[] = {
    { "2026-12-23", "en", "2026-12-23" },
    { "2026/12/23", "de", "2026-12-23" },
    { "2026-1-2", "en-US", "2026-01-02" },
    { "12/23/2026", "en", "2026-12-23" },
    { "12/23/2026", "en-GB", "2026-12-23" },
    { "23/12/2026", "en-GB", "2026-12-23" },
    { "23/12/2026", "en-US", "2026-12-23" },
    { "01/02/2027", "en", "2027-01-02" },
    { "01/02/2027", "en-GB", "2027-02-01" },
    { "1.2.2027", "de", "2027-02-01" },
    { "23.12.26", "de", "2026-12-23" },
    { "23. 12. 2026", "cs", "2026-12-23" },
    { "26-12-23", "sv", "2026-12-23" },
    { "12/23", "en-US", "2026-12-23" },
    { "1/2", "en-US", "2027-01-02" },
    { "24.11.", "de", "2027-11-24" },
    { "25.11.", "de", "2026-11-25" },
    { "1 Nov", "en", "2027-11-01" },
    { "Nov 30", "en", "2026-11-30" },
    { "29 Feb", "en", "2028-02-29" },
    { "December 23, 2026", "en", "2026-12-23" },
    { "23 December 2026", "en", "2026-12-23" },
    { "23rd of December, 2026", "en", "2026-12-23" },
    { "the 1st of Sept. 2027", "en", "2027-09-01" },
    { "Dec 23 26", "en", "2026-12-23" },
    { "23-Dec-2026", "en", "2026-12-23" },
    { "2026 Dec 23", "en", "2026-12-23" },
    { "Wednesday, December 23, 2026", "en", "2026-12-23" },
    { "WED 23 DEC", "en", "2026-12-23" },
    { "23. Dezember 2026", "de", "2026-12-23" },
    { "23. Dez. 2026", "de", "2026-12-23" },
    { "Mittwoch, 23. Dezember 2026", "de", "2026-12-23" },
    { "1. März", "de", "2027-03-01" },
    { "1er mars 2027", "fr", "2027-03-01" },
    { "mercredi 23 décembre 2026", "fr", "2026-12-23" },
    { "23 de diciembre de 2026", "es", "2026-12-23" },
    { "23 December 2026", "de", "2026-12-23" },
    { "2026年12月23日", "ja", "2026-12-23" },
    { "23 декабря 2026", "ru", "2026-12-23" },
    { "٢٣/١٢/٢٠٢٦", "ar", "2026-12-23" },
    { "today", "en", TODAY },
    { "Tomorrow", "en", "2026-11-26" },
    { "übermorgen", "de", "2026-11-27" },
    { "demain", "fr", "2026-11-26" },
    { "in 4 weeks", "en", "2026-12-23" },
    { "4 weeks", "en", "2026-12-23" },
    { "in four weeks", "en", "2026-12-23" },
    { "in a week", "en", "2026-12-02" },
    { "in 1 month", "en", "2026-12-25" },
    { "next month", "en", "2026-12-25" },
    { "in 4 Wochen", "de", "2026-12-23" },
    { "in einer Woche", "de", "2026-12-02" },
    { "dans 2 semaines", "fr", "2026-12-09" },
    { "om 3 dagar", "sv", "2026-11-28" },
    { "in 4 weeks", "de", "2026-12-23" },
    { "2 days ago", "en", "2026-11-23" },
    { "Friday", "en", "2026-11-27" },
    { "Wednesday", "en", "2026-12-02" },
    { "this Friday", "en", "2026-11-27" },
    { "next Friday", "en", "2026-12-04" },
    { "next Monday", "en", "2026-11-30" },
    { "nächsten Freitag", "de", "2026-12-04" },
    { "  12 / 23 / 2026  ", "en", "2026-12-23" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      GDate date;

      if (!read_date (cases[i].text, cases[i].language, &date, &error))
        g_error ("%s: %s", cases[i].language, error->message);
      iso = vac_date_to_iso (&date);
      if (!g_str_equal (iso, cases[i].expected))
        g_test_message ("%s %s", cases[i].text, cases[i].language);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "soon", "“soon” is not a date such as 2026-11-25 or “in 4 weeks”." },
    { "as soon as possible", NULL },
    { "31 February 2027", "The calendar has no day “31 February 2027”." },
    { "2026-02-30", "The calendar has no day “2026-02-30”." },
    { "29 Feb 2027", "The calendar has no day “29 Feb 2027”." },
    { "December 2026", "The day is missing in “December 2026”." },
    { "12/2026", "The day is missing in “12/2026”." },
    { "Monday, December 23, 2026",
      "The day of the week is wrong: it would be Wednesday, December 23, 2026." },
    { "13/13/2026", NULL },
    { "2026", NULL },
    { "5", NULL },
    { "", NULL },
    { "-", NULL },
    { "in 4 lightyears", NULL },
    { "in 99999999999999999999 days", NULL },
    { "2026-12-23T10:00", NULL },
    { "12/23/202", NULL },
    { "1/1/0001", NULL },
    { "9999-01-01", NULL },
    { "23 Dec 2026 5 6", NULL },
    { "½ December", NULL },
    { "this month", NULL },
    { "\xff", NULL },
    { "a b c d e f g h i j k", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GDate date;

      if (read_date (cases[i].text, "en", &date, &error))
        g_error ("“%s” was read", cases[i].text);
      g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
      if (cases[i].sentence != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

static void
test_described (void)
{
  static const char *const cases[][2] = {
    { "en", "Wednesday, December 23, 2026" },
    { "de", "Mittwoch, 23. Dezember 2026" },
    { "de_DE.UTF-8", "Mittwoch, 23. Dezember 2026" },
    { "fr-FR", "mercredi 23 décembre 2026" },
    { "", "Wednesday, December 23, 2026" },
    { "no such tag", "Wednesday, December 23, 2026" },
  };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 23, 12, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = vac_date_describe (&date, cases[i][0]);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static void
test_what_is_described_is_read (void)
{
  static const char *const languages[] = { "en", "en-GB", "de",    "fr", "es", "it", "nl",
                                           "pl", "sv",    "pt-BR", "ja", "ko", "zh", "cs",
                                           "tr", "fi",    "uk",    "el", "hu", "da", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int month = 1; month <= 12; month++)
      {
        g_autofree char *words = NULL;
        g_autoptr (GError) error = NULL;
        GDate date, found;

        g_date_clear (&date, 1);
        g_date_set_dmy (&date, 9, month, 2027);
        words = vac_date_describe (&date, languages[i]);
        if (!read_date (words, languages[i], &found, &error))
          g_error ("%s: %s", languages[i], error->message);
        g_assert_cmpint (g_date_compare (&date, &found), ==, 0);
      }
}

static void
test_deadlines (void)
{
  static const struct
  {
    const char *date;
    const char *time;
    const char *zone;
    const char *language;
    const char *text;   /* NULL for none */
    const char *iso;
  } cases[] = {
    { "2026-12-01", "17:00", "America/New_York", "en-US",
      "December 1, 2026 at 5:00\u00a0PM Eastern Time", "2026-12-01T17:00:00-05:00" },
    { "2026-07-01", "09:30", "Europe/Berlin", "de",
      "1. Juli 2026 um 09:30 Mitteleuropäische Zeit", "2026-07-01T09:30:00+02:00" },
    { "2026-12-01", "17:00", "", "en-US", "December 1, 2026 at 5:00\u00a0PM",
      "2026-12-01T17:00:00" },
    { "2026-12-01", "17:00", "Europe/Nowhere", "en-US", "December 1, 2026 at 5:00\u00a0PM",
      "2026-12-01T17:00:00" },
    { "2026-02-30", "17:00", "", "en-US", NULL, NULL },
    { "2026-12-01", "noon", "", "en-US", NULL, NULL },
    { "", "", "Europe/Berlin", "de", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = vac_date_format_deadline (cases[i].date, cases[i].time,
                                                        cases[i].zone, cases[i].language);
      g_autofree char *iso = vac_date_deadline_to_iso (cases[i].date, cases[i].time,
                                                       cases[i].zone);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* Egypt has summer time again since 2023. Whether ICU knows that or not, the hour is the one that
 * was filled in, and the time is not said to be that of winter. */
static void
test_deadline_keeps_its_hour (void)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *date = g_strdup_printf ("2028-%02d-05", month);
      g_autofree char *german = vac_date_format_deadline (date, "04:05", "Africa/Cairo", "de");
      g_autofree char *british = vac_date_format_deadline (date, "04:05", "Africa/Cairo", "en-GB");
      g_autofree char *iso = vac_date_deadline_to_iso (date, "04:05", "Africa/Cairo");

      g_assert_nonnull (strstr (german, " um 04:05 "));
      g_assert_nonnull (strstr (british, " at 04:05 "));
      if (g_str_has_suffix (iso, "+03:00"))
        {
          g_assert_null (strstr (german, "Normalzeit"));
          g_assert_null (strstr (british, "Standard"));
        }
    }
}

/* Long before there was a calendar like ours. */
static void
test_early_years (void)
{
  GDate date;
  g_autofree char *known = NULL;
  g_autofree char *asked = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, G_DATE_MAY, 1066);
  known = vac_date_format (&date, "en-US");
  asked = vac_date_describe (&date, "en-US");
  g_assert_cmpstr (known, ==, "May 3, 1066");
  g_assert_true (g_str_has_suffix (asked, known));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/deadlines", test_deadlines);
  g_test_add_func ("/date/deadline-keeps-its-hour", test_deadline_keeps_its_hour);
  g_test_add_func ("/date/early-years", test_early_years);
  g_test_add_func ("/date/dates-are-understood-as-typed", test_understood);
  g_test_add_func ("/date/what-is-no-date-is-refused-with-a-sentence", test_refused);
  g_test_add_func ("/date/dates-are-shown-in-words", test_described);
  g_test_add_func ("/date/what-is-shown-is-read-back", test_what_is_described_is_read);

  return g_test_run ();
}
