/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-currency.h"
#include "vac-date.h"
#include "vac-money.h"
#include "vac-phrase.h"
#include "vac-tag.h"

/*
 * icu-answers LANGUAGE…
 *
 * Prints what the program knows of languages, regions and currencies, and last whether it has
 * loaded ICU for that. It is built twice: with the facts that were compiled, and without.
 */

static void
print_dates (const char *tag)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 28, G_DATE_DECEMBER, 2025);
  for (guint i = 0; i < 380; i++, g_date_add_days (&date, 1))
    {
      g_autofree char *words = vac_date_format (&date, tag);
      g_autofree char *shorter = vac_date_format_short (&date, tag);

      g_print ("%s: %s, %s\n", tag, words, shorter);
    }
}

/* Moments of all hours, each month and year, without a time zone and in one. Where the time of day
 * is in words, ICU has to be asked. */
static void
print_moments (const char *tag,
               const char *zone)
{
  if (g_str_has_prefix (tag, "zh-"))
    return;

  for (int i = 0; i < 24 * 12; i++)
    {
      g_autofree char *date = g_strdup_printf ("%d-%02d-%02d", 2024 + i % 14, 1 + i % 12,
                                               1 + i % 28);
      g_autofree char *time = g_strdup_printf ("%02d:%02d", i % 24, i % 60);
      g_autofree char *anywhere = vac_date_format_deadline (date, time, "", tag);
      g_autofree char *there = vac_date_format_deadline (date, time, zone, tag);

      g_print ("%s: %s, %s\n", tag, anywhere, there);
    }
}

/* English is known of all places where one of the languages is at home, others at home. */
static void
print_zones (const char *tag)
{
  static const struct
  {
    const char *tag;
    const char *zone;
  } zones[] = {
    { "en", "America/New_York" }, { "en-US", "America/Phoenix" }, { "en-US", "Europe/Berlin" },
    { "en-GB", "Europe/London" }, { "en-IE", "Europe/Dublin" }, { "en-AU", "Australia/Lord_Howe" },
    { "de", "Europe/Berlin" }, { "de-AT", "Europe/Vienna" }, { "fr-CA", "America/Toronto" },
    { "fr-FR", "Europe/Paris" }, { "ja", "Asia/Tokyo" }, { "pt-BR", "America/Noronha" },
    { "ar-SA", "Asia/Riyadh" }, { "nl-NL", "Europe/Amsterdam" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_str_equal (zones[i].tag, tag))
      print_moments (tag, zones[i].zone);
  print_moments (tag, "");
}

static void
print_durations (const char *tag)
{
  for (gint64 months = 1; months <= 180; months += months < 24 ? 1 : 12)
    {
      g_autofree char *text = vac_phrase_duration (tag, months);

      g_print ("%s: %s\n", tag, text);
    }
}

static void
print_amounts (const char  *tag,
               char       **currencies)
{
  static const VacMoney amounts[] = { 0, 125000, 12345678, -98765432100 };

  for (guint i = 0; currencies[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (amounts); j++)
      {
        g_autofree char *text = vac_money_format (amounts[j], currencies[i], tag);

        g_print ("%s: %s\n", tag, text);
      }
  for (gint64 number = 1; number < 100000000; number *= 7)
    {
      g_autofree char *text = vac_money_format_number (number, tag);
      g_autofree char *percent = vac_money_format_percent (number, 1, tag);

      g_print ("%s: %s, %s\n", tag, text, percent);
    }
}

static void
print_countries (const char *tag,
                 GPtrArray  *countries)
{
  for (guint i = 0; i < countries->len; i++)
    {
      g_autofree char *name = vac_code_names_get_short (g_ptr_array_index (countries, i), tag);

      g_print ("%s: %s\n", tag, name);
    }
}

static void
print_tag (const char *tag,
           GPtrArray  *tags)
{
  g_autofree char *home = vac_codes_get_home_country (tag);

  g_print ("%s: at home in %s, to the %s; as", tag, home,
           vac_codes_is_rtl (tag) ? "left" : "right");
  for (guint i = 0; i < tags->len; i++)
    if (vac_codes_is_same_language (tag, g_ptr_array_index (tags, i)))
      g_print (" %s", (char *) g_ptr_array_index (tags, i));
  g_print ("\n");
}

/* All that two and three letters can be. */
static void
print_codes (void)
{
  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      {
        if (vac_codes_has_country ((const char[]){ a, b, '\0' }))
          g_print ("country %c%c\n", a, b);
        for (char c = 'A'; c <= 'Z'; c++)
          {
            const char code[] = { a, b, c, '\0' };

            if (vac_codes_has_currency (code))
              g_print ("currency %s of %u digits\n", code, vac_currency_get_digits (code));
          }
      }
  for (const char *const *none = (const char *const[]){ "", "A", "A ", " A", "us", "USA", NULL };
       *none != NULL; none++)
    g_print ("“%s” %s, %s\n", *none, vac_codes_has_country (*none) ? "a country" : "none",
             vac_codes_has_currency (*none) ? "a currency" : "none");
}

static void
add (GPtrArray  *list,
     const char *text)
{
  if (*text != '\0' && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (text));
}

static void
print_all (GPtrArray *tags,
           GPtrArray *countries)
{
  static const char *currencies[] = { "USD", "EUR", "GBP", "JPY", "CHF", "INR", "PLN", NULL };

  print_codes ();
  for (guint i = 0; i < tags->len; i++)
    {
      const char *tag = g_ptr_array_index (tags, i);

      print_tag (tag, tags);
      print_dates (tag);
      print_zones (tag);
      print_durations (tag);
      print_amounts (tag, (char **) currencies);
      print_countries (tag, countries);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *maps = NULL;

  setlocale (LC_ALL, "");
  g_ptr_array_add (tags, g_strdup (""));
  for (int i = 1; i < argc; i++)
    add (tags, argv[i]);
  for (const char *const *tag = vac_code_names_get_regional (); *tag != NULL; tag++)
    add (tags, *tag);
  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *home = vac_codes_get_home_country (g_ptr_array_index (tags, i));

      add (countries, home);
    }
  print_all (tags, countries);

  if (!g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL))
    return 1;
  g_print ("%s\n", strstr (maps, "/libicui18n.") != NULL ? "ICU" : "no ICU");

  return 0;
}
