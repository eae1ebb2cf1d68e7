/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "support.h"
#include "vac-finding.h"
#include "vac-review.h"

/* Hostile texts, and damaged tables of laws. Whatever is found lies within its text, between whole
 * characters, and each suggestion makes a text that can stand there. */

#define ALL_TEXTS (VAC_REVIEW_TEXTS | VAC_REVIEW_FACTS | VAC_REVIEW_STRUCTURE | VAC_REVIEW_BOARDS)

static const char *const pieces[] = {
  " ", "  ", "\n", "\n\n", "\t", "\xc2\xa0", "\xe2\x80\xaf", ".", "..", "...", ",", ", ,", ";",
  ":", "!", "?!?", "(", ")", "[", "]", "{", "}", "{{", "}}", "{{title}}", "{{employer",
  "{{{{a}}}}", "\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e", "\xc2\xab", "\xc2\xbb", "'",
  "\xe2\x80\x99", "-", "\xe2\x80\x93", "\xe2\x80\x94", "/", "\\", "*", "#", "&", "@", "_", "a",
  "an", "A", "the", "the the", "die die", "An hour", "a MBA", "an 8", "a 11", "$", "\xe2\x82\xac",
  "ninja", "a rockstar", "NINJAS", "young", "guru guru", "he", "He or she", "salesman",
  "whitelist", "able to lift", "aged 20-30", "driver's license", "Bachelor's degree",
  "up to $60,000+", "5+ years", "10 years of experience", "Senior", "Junior/Senior", "II",
  "regardless of", "never ask", "jung", "Muttersprachler", "m/w/d", "Bewerbung mit Foto",
  "er sollte", "Fachmann", "belastbar", "https://", "https://a.example/b", "a@b.example", "www.",
  "node.js", "C++", "e.g.", "z. B.", "1,5", "0161 496 0733", "+", "80k", "\xe2\x80\x8b",
  "\xe2\x80\xae", "\xe2\x80\x8f", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
  "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7", "e\xcc\x81", "\xcc\x81",
  "\xcd\xa0\xcc\x81\xcc\x82\xcc\x83", "\xc2\xad", "\xe6\x97\xa5\xe6\x9c\xac", "\xe3\x80\x8c",
  "\xef\xbc\x89", "\xf0\x9f\x98\x80", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
  "\xef\xbb\xbf", "\xc7\x85", "\xc4\xb0stanbul", ("Stra\xc3\x9f" "e"), "\xef\xac\x81",
  "\xe1\xba\x9e",
};

static const char *const languages[] = { "en", "en-US", "de", "fr", "he", "ja", "tr", "" };

static VacDocument *
make_posting (const char *language,
              const char *text)
{
  g_autoptr (VacDocument) document = support_read_quoted (
      "{ 'format': 'vacancy-posting', 'version': 2, 'job': { 'title': '',"
      " 'employer': { 'name': 'ninja' }, 'locations': [ { 'city': 'Bath', 'country': 'GB' } ] },"
      " 'sections': [ { 'id': 'required-qualifications', 'title': 'Requirements', 'text': '',"
      " 'items': [ { 'text': '' } ] } ] }");
  VacNode *section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);
  VacNode *item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 0);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);
  vac_document_set_text (document, vac_node_get (item, VAC_ROLE_ITEM_TEXT), text);
  vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_TEXT), text);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), text);

  return g_steal_pointer (&document);
}

/* Whether no character goes on with @byte. */
static gboolean
is_between_characters (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static void
check_finding (const VacFinding *finding)
{
  const char *text = vac_node_get_text (finding->node);
  const gsize size = strlen (text);

  g_assert_nonnull (finding->id);
  g_assert_true (g_utf8_validate (finding->sentence, -1, NULL));
  g_assert_cmpuint (finding->start, <=, size);
  g_assert_cmpuint (finding->length, <=, size - finding->start);
  g_assert_true (is_between_characters (text[finding->start]));
  g_assert_true (is_between_characters (text[finding->start + finding->length]));
  for (guint i = 0; finding->suggestions != NULL && finding->suggestions[i] != NULL; i++)
    {
      const char *suggestion = finding->suggestions[i];

      g_assert_true (g_utf8_validate (suggestion, -1, NULL));
      /* Nothing is suggested that is there. */
      g_assert_true (strlen (suggestion) != finding->length ||
                     strncmp (text + finding->start, suggestion, finding->length) != 0);
    }
}

static void
check_posting (VacDocument *document)
{
  g_autoptr (GPtrArray) findings = vac_review_check (document, ALL_TEXTS);

  for (guint i = 0; i < findings->len; i++)
    check_finding (g_ptr_array_index (findings, i));
}

static char *
make_text (Fuzz *fuzz)
{
  GString *text = g_string_new (NULL);

  for (guint n = 1 + fuzz_below (fuzz, 24); n > 0; n--)
    {
      g_string_append (text, pieces[fuzz_below (fuzz, G_N_ELEMENTS (pieces))]);
      if (fuzz_below (fuzz, 3) > 0)
        g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

static void
test_what_is_found_lies_within_its_text (void)
{
  static const char *no_seeds[] = { NULL };
  Fuzz fuzz;

  fuzz_init (&fuzz, no_seeds);
  for (guint i = 0; i < 4 * fuzz_n_rounds (); i++)
    {
      g_autofree char *text = make_text (&fuzz);
      g_autoptr (VacDocument) document = make_posting (
          languages[fuzz_below (&fuzz, G_N_ELEMENTS (languages))], text);

      check_posting (document);
    }
  fuzz_clear (&fuzz);
}

/* What is long must not take its square in time: the program would stand still while one types. */
static void
test_long_texts_come_to_an_end (void)
{
  static const char *const repeated[] = {
    "a", "(", ")", "\"", "{{", "ninja ", "ninja", "a;", "ab-", "the ", "a. ", "a.", ". ", "..",
    " ", "1", "1,", "0 ", "+1 (", "e\xcc\x81", "\xcc\x81", "\xd7\xa9", "he ", "able to lift ",
    "aged ", "no ", "regardless of ", "@", "a@", "://", "driver's license ", "\n",
    "Bachelor's degree ", "jung ",
  };
  const gsize size = (g_test_slow () ? 512 : 16) * 1024;

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    for (guint j = 0; j < 3; j += 2)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (VacDocument) document = NULL;
        const gint64 start = g_get_monotonic_time ();

        while (text->len < size)
          g_string_append (text, repeated[i]);
        document = make_posting (languages[j], text->str);
        check_posting (document);
        g_test_message ("“%s” in %s: %" G_GINT64_FORMAT " ms", repeated[i], languages[j],
                        (g_get_monotonic_time () - start) / 1000);
      }
}

static void
test_any_table_of_laws_is_read_or_refused (void)
{
  static const char *seeds[] = { "../data/review/pay-transparency.json", NULL };
  Fuzz fuzz;
  g_autoptr (VacDocument) document = support_load_posting ("support-engineer");
  guint n_read = 0;

  fuzz_init (&fuzz, seeds);
  for (guint i = 0; i < 4 * fuzz_n_rounds (); i++)
    {
      g_autoptr (GBytes) bytes = fuzz_make_bytes (&fuzz, i % 2 == 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (VacPayLaw) law = vac_pay_law_new (bytes, &error);
      VacReviewOptions options = { .scope = VAC_REVIEW_PAY_RULES, .n_employees = i % 3 * 100 };
      g_autoptr (GPtrArray) findings = NULL;

      if (law == NULL)
        {
          g_assert_nonnull (error);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      n_read++;
      options.law = law;
      findings = vac_review_check_for (document, &options);
      for (guint j = 0; j < findings->len; j++)
        check_finding (g_ptr_array_index (findings, j));
    }
  g_assert_cmpuint (n_read, >, fuzz_n_rounds () / 20);
  fuzz_clear (&fuzz);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-review/what-is-found-lies-within-its-text",
                   test_what_is_found_lies_within_its_text);
  g_test_add_func ("/fuzz-review/long-texts-come-to-an-end", test_long_texts_come_to_an_end);
  g_test_add_func ("/fuzz-review/any-table-of-laws-is-read-or-refused",
                   test_any_table_of_laws_is_read_or_refused);

  return g_test_run ();
}
