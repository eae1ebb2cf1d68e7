/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-typed.h"

static void
test_ascii_is_read_as_in_other_text (void)
{
  /* A letter that is not ASCII makes both functions go by the tables of Unicode. */
  for (char c = 1; c > 0 && c < 127; c++)
    {
      g_autofree char *plain = g_strdup_printf ("A%c%cB%c", c, c, c);
      g_autofree char *other = g_strconcat ("ø", plain, NULL);
      g_autofree char *plain_tidy = vac_typed_tidy (plain);
      g_autofree char *other_tidy = vac_typed_tidy (other);
      g_autofree char *plain_folded = vac_typed_fold (plain);
      g_autofree char *other_folded = vac_typed_fold (other);

      g_assert_cmpstr (plain_tidy, ==, other_tidy + strlen ("ø"));
      g_assert_cmpstr (plain_folded, ==, other_folded + strlen ("ø"));
    }
}

static void
test_what_people_type_has_one_spelling (void)
{
  static const char *const cases[][2] = {
    { "  £ 12,50 ", "£ 12,50" },
    { "１２３", "123" },
    { "٣٤", "34" },
    { "a\u00a0–\u2009b", "a - b" },
    { "zero\u200bwidth", "zerowidth" },
    { " \t\n", "" },
    { "½", NULL },
    { "10²", NULL },
    { "\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tidy = vac_typed_tidy (cases[i][0]);

      g_assert_cmpstr (tidy, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed/ascii", test_ascii_is_read_as_in_other_text);
  g_test_add_func ("/typed/spelling", test_what_people_type_has_one_spelling);

  return g_test_run ();
}
