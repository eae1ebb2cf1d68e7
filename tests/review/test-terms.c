/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "support.h"
#include "vac-review.h"
#include "vac-terms.h"

/* The lines that each term has to find, and those it must not, are in wording.LANGUAGE.cases.json
 * beside this file. */

static const char *const languages[] = { "en", "de", "fr" };

static JsonObject *
load_cases (const char  *language,
            JsonParser **parser)
{
  g_autofree char *name = g_strdup_printf ("review/wording.%s.cases.json", language);
  g_autoptr (GBytes) bytes = support_load_bytes (name);

  *parser = json_parser_new ();
  g_assert_true (json_parser_load_from_data (*parser, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), NULL));

  return json_node_get_object (json_parser_get_root (*parser));
}

/* As the text would be read where the term is looked for. */
static VacTermsUse
get_use (JsonObject *object)
{
  const char *where = json_object_get_string_member_with_default (object, "where", "");

  return VAC_TERMS_ALL | VAC_TERMS_IN_REQUIREMENTS |
         (g_str_equal (where, "title") ? VAC_TERMS_IN_TITLE : 0);
}

static gboolean
finds (const VacTerms *terms,
       const char     *text,
       VacTermsUse     use,
       const char     *id)
{
  g_autoptr (GPtrArray) matches = vac_terms_find (terms, text, use);

  for (guint i = 0; i < matches->len; i++)
    if (g_str_equal (((const VacTermMatch *) matches->pdata[i])->term->id, id))
      return TRUE;

  return FALSE;
}

static void
check_lines (const VacTerms *terms,
             JsonObject     *object,
             const char     *member,
             gboolean        expected)
{
  const char *id = json_object_get_string_member (object, "id");
  JsonArray *lines = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      const char *line = json_array_get_string_element (lines, i);

      if (finds (terms, line, get_use (object), id) == expected)
        continue;
      g_test_message ("%s: %s “%s”", id, expected ? "does not find" : "finds", line);
      g_test_fail ();
    }
}

static void
test_each_term_finds_its_own_lines (gconstpointer data)
{
  const VacTerms *terms = vac_terms_get (data);
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *cases = json_object_get_array_member (load_cases (data, &parser), "terms");

  g_assert_cmpuint (json_array_get_length (cases), ==, vac_terms_get_n (terms));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);

      g_assert_cmpstr (vac_terms_get_nth (terms, i)->id, ==,
                       json_object_get_string_member (object, "id"));
      check_lines (terms, object, "match", TRUE);
      check_lines (terms, object, "no-match", FALSE);
    }
}

static void
fail_for_matches (GPtrArray  *matches,
                  const char *text)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const VacTermMatch *match = matches->pdata[i];

      g_test_message ("%s finds “%.*s” in “%s”", match->term->id, (int) match->length,
                      text + match->start, text);
      g_test_fail ();
    }
}

static void
test_what_trades_say_is_not_found (gconstpointer data)
{
  const VacTerms *terms = vac_terms_get (data);
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *lines = json_object_get_array_member (load_cases (data, &parser), "nothing");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      const char *line = json_array_get_string_element (lines, i);
      g_autoptr (GPtrArray) matches = vac_terms_find (terms, line, VAC_TERMS_IN_REQUIREMENTS);

      fail_for_matches (matches, line);
    }
}

/* @text with the suggestion in place of what was found. */
static char *
take (const char         *text,
      const VacTermMatch *match,
      const char         *suggestion)
{
  return g_strdup_printf ("%.*s%s%s", (int) match->start, text, suggestion,
                          text + match->start + match->length);
}

static void
check_suggestions (const VacTerms     *terms,
                   const char         *text,
                   const VacTermMatch *match,
                   VacTermsUse         use)
{
  for (guint i = 0; match->suggestions != NULL && match->suggestions[i] != NULL; i++)
    {
      g_autofree char *taken = take (text, match, match->suggestions[i]);
      g_autoptr (GPtrArray) alone = vac_terms_find (terms, match->suggestions[i], use);
      g_autoptr (GPtrArray) after = vac_terms_find (terms, taken, use);
      g_autoptr (GPtrArray) before = vac_terms_find (terms, text, use);

      fail_for_matches (alone, match->suggestions[i]);
      if (after->len < before->len && !g_str_has_prefix (match->suggestions[i], " ") &&
          *match->suggestions[i] != '\0')
        continue;
      g_test_message ("%s: “%s” becomes “%s”", match->term->id, text, taken);
      g_test_fail ();
    }
}

static void
test_no_suggestion_is_found (gconstpointer data)
{
  const VacTerms *terms = vac_terms_get (data);
  g_autoptr (JsonParser) parser = NULL;
  JsonArray *cases = json_object_get_array_member (load_cases (data, &parser), "terms");

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      JsonArray *lines = json_object_get_array_member (object, "match");

      for (guint j = 0; j < json_array_get_length (lines); j++)
        {
          const char *line = json_array_get_string_element (lines, j);
          g_autoptr (GPtrArray) matches = vac_terms_find (terms, line, get_use (object));

          for (guint k = 0; k < matches->len; k++)
            check_suggestions (terms, line, matches->pdata[k], get_use (object));
        }
    }
}

static void
test_guides_have_nothing_above_a_hint (void)
{
  g_auto (GStrv) guides = support_list_guides ();

  for (guint i = 0; guides[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_document (guides[i]);
      g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_WORDING);

      for (guint j = 0; j < findings->len; j++)
        {
          const VacFinding *finding = findings->pdata[j];

          if (finding->severity == VAC_SEVERITY_HINT)
            continue;
          g_test_message ("%s: %s %s", guides[i], finding->id, finding->sentence);
          g_test_fail ();
        }
    }
}

/* What is found in a posting with one bullet among its requirements: "LEVEL ID “WORDS” SUGGESTION"
 * of each. */
static const struct
{
  const char *name;
  const char *members;  /* of the posting, in single quotes */
  const char *bullet;
  const char *found;
} postings[] = {
  { "a-rule-of-a-country-is-legal-there",
    "'job': {'locations': [{'country': 'US'}]}",
    "For young people at heart, young and hungry.",
    "legal age.young “young” → “new”\n" },
  { "a-rule-of-a-country-is-no-rule-elsewhere",
    "'job': {'locations': [{'country': 'JP'}]}",
    "a young team",
    "warning age.young “young” → “new”\n" },
  { "a-rule-of-the-union-holds-in-its-countries",
    "'job': {'locations': [{'country': 'FR'}]}",
    "male candidates only",
    "legal gen.sex_only “male candidates only”\n" },
  { "a-rule-of-a-state-holds-where-it-is-named",
    "'job': {'locations': [{'country': 'US', 'region': 'California'}]}",
    "valid driver’s license",
    "legal dis.drivers_licence “valid driver’s license”\n" },
  { "a-rule-of-a-state-holds-where-its-code-is",
    "'job': {'locations': [{'country': 'US', 'region': 'CA'}]}",
    "valid driver’s license",
    "legal dis.drivers_licence “valid driver’s license”\n" },
  { "a-rule-of-a-state-is-a-hint-in-another",
    "'job': {'locations': [{'country': 'US', 'region': 'Ohio'}]}",
    "valid driver’s license",
    "hint dis.drivers_licence “valid driver’s license”\n" },
  { "a-rule-of-a-state-is-not-told-where-no-place-is",
    "'job': {'title': 'Driver'}",
    "valid driver’s license",
    "hint dis.drivers_licence “valid driver’s license”\n" },
  { "where-applicants-live-counts-too",
    "'job': {'remoteAreas': [{'country': 'CA', 'region': 'ON'}]}",
    "Canadian experience",
    "legal nat.canadian_experience “Canadian experience” → “Relevant experience”\n" },
  { "the-name-of-the-employer-is-passed-over",
    "'job': {'employer': {'name': 'Ninja & Sons'}}",
    "Two years at Ninja & Sons, and one as a ninja",
    "warning tit.ninja “ninja” → “specialist”\n" },
  { "an-article-changes-with-what-follows",
    "'job': {'title': 'Engineer'}",
    "Not a rockstar developer",
    "warning tit.rockstar “a rockstar developer” → “an experienced developer”\n" },
  { "an-article-stays-where-it-sounds-right",
    "'job': {'title': 'Engineer'}",
    "Be a unicorn",
    "hint tit.hero “unicorn” → “specialist”\n" },
  { "capitals-stay",
    "'job': {'title': 'Engineer'}",
    "NINJAS wanted. Ninja! Sanity Checks",
    "warning tit.ninja “NINJAS” → “SPECIALISTS”\nwarning tit.ninja “Ninja” → “Specialist”\n"
    "hint dis.sanity_check “Sanity Checks” → “Quick Checks”\n" },
  { "some-terms-are-wrong-in-requirements-only",
    "'job': {'title': 'Engineer'}",
    "College students with a sense of humor",
    "warning age.college_student “College students”\n" },
  { "ages-of-those-who-are-served-are-no-requirement",
    "'job': {'locations': [{'country': 'GB'}]}",
    "Sessions for young people aged 11 to 19, and with adults aged 18 to 65",
    "" },
  { "ages-of-applicants-are-one",
    "'job': {'locations': [{'country': 'GB'}]}",
    "Must be between 25 and 35 years old",
    "legal age.range “between 25 and 35 years old”\n" },
  { "placeholders-are-opaque",
    "'job': {'title': 'Engineer'}",
    "{{ninja}} ninja, {{employer}}s",
    "warning tit.ninja “ninja” → “specialist”\n" },
  { "a-title-names-all",
    "'job': {'title': 'Bürokaufmann'}, 'language': 'de'",
    "Abitur",
    "hint gen.title “Bürokaufmann” → “Bürokaufmann (m/w/d)”\n" },
  { "a-title-in-french-names-both",
    "'job': {'title': 'Vendeur', 'locations': [{'country': 'FR'}]}, 'language': 'fr'",
    "Permis B",
    "hint gen.title “Vendeur” → “Vendeur (H/F)”\n" },
  { "a-rule-of-france-is-legal-there",
    "'job': {'title': 'Vendeur (H/F)', 'locations': [{'country': 'FR'}]}, 'language': 'fr'",
    "Moins de 35 ans",
    "legal age.max_age “Moins de 35 ans”\n" },
  { "a-rule-of-france-warns-elsewhere",
    "'job': {'title': 'Vendeur (H/F)', 'locations': [{'country': 'CA'}]}, 'language': 'fr'",
    "Moins de 35 ans",
    "warning age.max_age “Moins de 35 ans”\n" },
  { "another-language-says-nothing",
    "'job': {'title': 'Ninja'}, 'language': 'it'",
    "a ninja",
    "" },
};

static void
test_posting (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_autofree char *quoted = g_strdup_printf (
      "{'format': 'vacancy-posting', 'version': 2, %s, 'sections': [{'id': "
      "'required-qualifications', 'title': 'Requirements', 'items': [{'text': '%s'}]}]}",
      postings[row].members, postings[row].bullet);
  g_autoptr (VacDocument) document = support_read_quoted (quoted);
  g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_WORDING);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = findings->pdata[i];

      g_string_append_printf (found, "%s %s “%.*s”", vac_severity_get_id (finding->severity),
                              finding->id + strlen ("wording."), (int) finding->length,
                              vac_node_get_text (finding->node) + finding->start);
      if (finding->suggestions != NULL)
        g_string_append_printf (found, " → “%s”", finding->suggestions[0]);
      g_string_append_c (found, '\n');
    }
  g_assert_cmpstr (found->str, ==, postings[row].found);
}

/* Printed, for whoever changes the patterns; nothing depends on it. */
static void
test_speed_is_told (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  const guint rounds = 20;
  gint64 start;

  g_ptr_array_unref (vac_review_check (document, VAC_REVIEW_WORDING));
  start = g_get_monotonic_time ();
  for (guint i = 0; i < rounds; i++)
    g_ptr_array_unref (vac_review_check (document, VAC_REVIEW_WORDING));
  g_test_message ("the wording of the guide: %.2f ms",
                  (double) (g_get_monotonic_time () - start) / 1000 / rounds);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *language = languages[i];
      g_autofree char *own = g_strdup_printf ("/terms/%s/each-finds-its-own-lines", language);
      g_autofree char *trades = g_strdup_printf ("/terms/%s/what-trades-say-is-not-found",
                                                 language);
      g_autofree char *none = g_strdup_printf ("/terms/%s/no-suggestion-is-found", language);

      g_test_add_data_func (own, language, test_each_term_finds_its_own_lines);
      g_test_add_data_func (trades, language, test_what_trades_say_is_not_found);
      g_test_add_data_func (none, language, test_no_suggestion_is_found);
    }

  for (guint i = 0; i < G_N_ELEMENTS (postings); i++)
    {
      g_autofree char *name = g_strdup_printf ("/terms/posting/%s", postings[i].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_posting);
    }
  g_test_add_func ("/terms/guides-have-nothing-above-a-hint",
                   test_guides_have_nothing_above_a_hint);
  g_test_add_func ("/terms/speed-is-told", test_speed_is_told);

  return g_test_run ();
}
