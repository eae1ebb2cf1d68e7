/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "support.h"
#include "vac-wording.h"

#define AUSTIN \
  "{'street':'Main Street 1','city':'Austin','region':'TX','postalCode':'78701','country':'US'}"
#define ATLANTA "{'city':'Atlanta','region':'Georgia','country':'US'}"
#define ONTARIO "{'city':'London','region':'ON','country':'CA'}"
#define LONDON "{'city':'London','country':'GB'}"
#define TBILISI "{'city':'Tbilisi','country':'GE'}"
#define BERLIN "{'city':'Berlin','region':'Berlin','country':'DE'}"
#define TOKYO "{'city':'渋谷区','region':'東京都','country':'JP'}"

static const struct
{
  const char *name;
  const char *language;
  const char *places;
  const char *expected;
} cases[] = {
  { "readers-at-home-are-not-told-their-country", "en-US", AUSTIN "," ATLANTA,
    "Austin, TX; Atlanta, Georgia" },
  { "readers-at-home-in-britain", "en-GB", LONDON, "London" },
  { "readers-at-home-in-canada", "en-CA", ONTARIO, "London, ON" },
  { "readers-at-home-in-germany", "de-DE", BERLIN, "Berlin" },
  { "readers-at-home-in-france", "fr-FR", "{'city':'Lyon','region':'Rhône','country':'FR'}",
    "Lyon, Rhône" },
  { "readers-at-home-in-japan", "ja", TOKYO, "東京都渋谷区" },
  { "readers-at-home-in-egypt", "ar", "{'city':'القاهرة','country':'EG'}", "القاهرة" },
  { "a-language-has-a-likely-home", "en", AUSTIN, "Austin, TX" },
  { "a-region-of-the-language-is-another-home", "en-AT", AUSTIN, "Austin, TX, USA" },
  { "readers-elsewhere-are", "en-US", ONTARIO, "London, ON, Canada" },
  { "readers-in-britain", "en-GB", AUSTIN, "Austin, TX, USA" },
  { "readers-in-canada", "en-CA", LONDON, "London, UK" },
  { "readers-of-german", "de-DE", AUSTIN "," LONDON "," TBILISI,
    "Austin, TX, USA; London, Vereinigtes Königreich; Tbilisi, Georgien" },
  { "readers-of-french", "fr-FR", AUSTIN "," LONDON,
    "Austin, TX, États-Unis\u00a0; London, Royaume-Uni" },
  { "readers-of-spanish", "es", LONDON, "London, Reino Unido" },
  { "readers-of-japanese", "ja", "{'city':'ロンドン','region':'オンタリオ州','country':'CA'}",
    "オンタリオ州ロンドン（カナダ）" },
  { "readers-of-arabic", "ar", "{'city':'دبي','country':'AE'}", "دبي، الإمارات العربية المتحدة" },
  { "one-place-abroad-names-all-countries", "en-US", AUSTIN "," LONDON,
    "Austin, TX, USA; London, UK" },
  { "a-place-without-a-country-is-not-at-home", "en-US", AUSTIN ",{'city':'Paris'}",
    "Austin, TX, USA; Paris" },
  { "a-state-and-a-country-of-one-name", "en-US", "{'region':'Georgia','country':'US'}," TBILISI,
    "Georgia, USA; Tbilisi, Georgia" },
  { "a-state-named-like-a-country", "en-US", "{'region':'Georgia','country':'US'}",
    "Georgia, USA" },
  { "any-other-state", "en-US", "{'region':'Ohio','country':'US'}", "Ohio" },
  { "a-city-alone", "en-US", "{'city':'Austin'}", "Austin" },
  { "a-country-alone", "en-US", "{'country':'US'}", "USA" },
  { "a-region-that-is-the-country", "en-GB", "{'city':'Paris','region':'France','country':'FR'}",
    "Paris, France" },
  { "a-region-that-is-the-code", "en-GB", "{'city':'Paris','region':'FR','country':'FR'}",
    "Paris, France" },
  { "a-region-that-is-the-city", "en-US", BERLIN, "Berlin, Germany" },
  { "a-city-that-is-the-country", "de", "{'city':'Singapur','country':'SG'}", "Singapur" },
  { "a-short-name-is-taken", "en-US", "{'city':'Kowloon','country':'HK'}", "Kowloon, Hong Kong" },
  { "a-code-that-is-none-but-has-a-name", "en-US", "{'city':'London','country':'UK'}",
    "London, UK" },
  { "such-a-code-in-another-language", "de", "{'city':'London','country':'UK'}",
    "London, Vereinigtes Königreich" },
  { "what-has-no-name", "en-US", "{'city':'Anytown','country':'XX'}", "Anytown, XX" },
  { "what-is-no-code", "en-US", "{'city':'Munich','country':'Germany'}", "Munich, Germany" },
  { "an-area-for-applicants", "de", "{'country':'EU'}", "Europäische Union" },
  { "a-wider-area-for-applicants", "de", "{'region':'EMEA'},{'country':'US'}", "EMEA; USA" },
  { "a-language-without-words", "tlh", LONDON, "London, UK" },
  { "a-language-with-nothing-but-names", "uk", LONDON, "London, Велика Британія" },
  { "no-language", "", AUSTIN, "Austin, TX, USA" },
  { "a-street-is-no-place", "en-US", "{'street':'Main Street 1','postalCode':'78701'}", NULL },
  { "nothing", "en-US", "", NULL },
};

static void
test_places (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *quoted = g_strdup_printf (
      "{'format':'vacancy-posting','version':1,'language':'%s',"
      "'job':{'locations':[%s]}}",
      cases[i].language, cases[i].places);
  g_autoptr (VacDocument) document = support_read_quoted (quoted);
  g_autofree char *places = vac_wording_locations (document);

  g_assert_cmpstr (places, ==, cases[i].expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wording/places/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_places);
    }

  return g_test_run ();
}
