/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-tag.h"

static void
test_a_tag_speaks_its_language_in_any_region (void)
{
  static const struct
  {
    const char *tag;
    const char *language;
    gboolean    speaks;
  } cases[] = {
    { "de", "de", TRUE },      { "de-CH", "de", TRUE },    { "DE_ch", "de", TRUE },
    { "zh-Hant", "zh", TRUE }, { "yue", "yue", TRUE },     { "en", "de", FALSE },
    { "den", "de", FALSE },    { "d", "de", FALSE },       { "", "de", FALSE },
    { NULL, "de", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_tag_speaks (cases[i].tag, cases[i].language), ==, cases[i].speaks);
}

static void
test_the_language_of_a_tag_is_in_small_letters (void)
{
  static const char *const cases[][2] = {
    { "de", "de" }, { "de-CH", "de" }, { "PT_br", "pt" }, { "zh-Hant-TW", "zh" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *language = vac_tag_dup_language (cases[i][0]);

      g_assert_cmpstr (language, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tag/speaks-its-language-in-any-region",
                   test_a_tag_speaks_its_language_in_any_region);
  g_test_add_func ("/tag/its-language-is-in-small-letters",
                   test_the_language_of_a_tag_is_in_small_letters);

  return g_test_run ();
}
