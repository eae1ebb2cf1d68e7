/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vac-time.h"
#include "vac-zone.h"

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *expected;
  } cases[] = {
    { "17:00", "en", "17:00" },
    { "5 pm", "en", "17:00" },
    { "5:30 PM", "en", "17:30" },
    { "5 p.m.", "en", "17:00" },
    { "12 am", "en", "00:00" },
    { "12:15 pm", "en", "12:15" },
    { "17", "en", "17:00" },
    { "17 Uhr", "de", "17:00" },
    { "17.30 Uhr", "de", "17:30" },
    { "9 Uhr", "de", "09:00" },
    { "17h", "fr", "17:00" },
    { "17h30", "fr", "17:30" },
    { "kl. 17", "da", "17:00" },
    { "下午5:00", "zh", "17:00" },
    { "5", "en", NULL },
    { "13 pm", "en", NULL },
    { "0 pm", "en", NULL },
    { "24:00", "en", NULL },
    { "17:60", "en", NULL },
    { "17:5", "en", NULL },
    { "17 30", "en", NULL },
    { "17-18", "en", NULL },
    { "1:2:3", "en", NULL },
    { "2026", "en", NULL },
    { "noon", "en", NULL },
    { "pm", "en", NULL },
    { "", "en", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *languages[] = { cases[i].language, "en", NULL };
      g_autofree char *time = vac_time_read (cases[i].text, languages);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (time, ==, cases[i].expected);
    }
}

static void
test_abbreviations (void)
{
  g_autofree char *berlin = vac_zone_list_abbreviations ("Europe/Berlin");
  g_autofree char *dubai = vac_zone_list_abbreviations ("Asia/Dubai");
  g_autofree char *nowhere = vac_zone_list_abbreviations ("Mars/Base");

  g_assert_true (g_str_equal (berlin, "CET CEST") || g_str_equal (berlin, "CEST CET"));
  g_assert_cmpstr (dubai, ==, "");
  g_assert_cmpstr (nowhere, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/times-are-read-as-people-type-them", test_times);
  g_test_add_func ("/time/zones-have-the-abbreviations-of-the-year", test_abbreviations);

  return g_test_run ();
}
