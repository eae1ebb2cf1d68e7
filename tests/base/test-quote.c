/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-quote.h"

static const struct
{
  const char *text;
  const char *kept;
  const char *visible;
} shown[] = {
  { "", "", "" },
  { "plain, ü, 漢字, 👍", "", "plain, ü, 漢字, 👍" },
  { "\033[2J", "", "\\u{1b}[2J" },
  { "a\nb\tc", "", "a\\u{a}b\\u{9}c" },
  { "a\nb\tc\r", "\n\t", "a\nb\tc\\u{d}" },
  { "\x7f", "", "\\u{7f}" },
  { "\xc2\x9b" "31m", "", "\\u{9b}31m" },
  { "\u202a\u202e\u2066\u2069", "\n", "\\u{202a}\\u{202e}\\u{2066}\\u{2069}" },
  { "\u200e\u200f\u061c", "", "\\u{200e}\\u{200f}\\u{61c}" },
  { "\u2028\u2029", "", "\\u{2028}\\u{2029}" },
  { "zero\u200bwidth \u200d joiners", "", "zero\u200bwidth \u200d joiners" },
  { "a\xff", "", "a\ufffd" },
};

static void
test_visible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *visible = vac_quote_visible (shown[i].text, shown[i].kept);

      g_assert_cmpstr (visible, ==, shown[i].visible);
    }
}

static void
test_shorten (void)
{
  g_autofree char *long_text = g_strnfill (25000, 'x');
  g_autofree char *exact = vac_quote_shorten ("ü234567890123456789012345678901234567890");
  g_autofree char *longer = vac_quote_shorten ("ü2345678901234567890123456789012345678901");
  g_autofree char *longest = vac_quote_shorten (long_text);
  g_autofree char *broken = vac_quote_shorten ("a\xff");

  g_assert_cmpstr (exact, ==, "ü234567890123456789012345678901234567890");
  g_assert_cmpstr (longer, ==, "ü234567890123456789012345678901234567890…");
  g_assert_cmpint (g_utf8_strlen (longest, -1), ==, 41);
  g_assert_cmpstr (broken, ==, "a\ufffd");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quote/what-a-terminal-would-obey-is-spelled", test_visible);
  g_test_add_func ("/quote/long-texts-are-known-by-their-beginning", test_shorten);

  return g_test_run ();
}
