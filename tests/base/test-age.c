/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vac-age.h"

static void
test_as_one_would_say_it (void)
{
  static const struct { int seconds; const char *expected; } cases[] = {
    { 0, "Just now" },
    { 59, "Just now" },
    { 60, "1 minute ago" },
    { 59 * 60 + 59, "59 minutes ago" },
    { 60 * 60, "1 hour ago" },
    { 14 * 60 * 60, "14 hours ago" },
    { 15 * 60 * 60, "Yesterday, 23:30" },
    { 40 * 60 * 60, "March 3, 2025" },
    { -60, "March 5, 2025" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 3, 5, 14, 30, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_add_seconds (now, -cases[i].seconds);
      g_autofree char *age = vac_age_describe (time, now);

      g_assert_cmpstr (age, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/age/as-one-would-say-it", test_as_one_would_say_it);

  return g_test_run ();
}
