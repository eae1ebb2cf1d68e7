/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-review.h"

/* Long sentences, and what is long, short or missing of a posting. In JSON here, ' stands for ". */

#define TEN  "on and on and on and on and on and "
#define STOP "on."

typedef struct
{
  const char *language;
  const char *text;
  const char *ids;       /* after the group, in the order of the text */
  const char *spans;
} SentenceCase;

static const SentenceCase sentences[] = {
  { "en", "We " TEN TEN "lay tracks here.", "", "" },
  { "en", "We " TEN TEN "lay tracks here.\\n\\nYou do too.", "", "" },
  { "en", "Short. We " TEN TEN "lay the tracks here too. Short.", "long-sentence",
    "We " TEN TEN "lay the tracks here too." },
  { "en", TEN TEN TEN "lay tracks right by us", "long-sentence",
    TEN TEN TEN "lay tracks right by us" },
  { "en", TEN TEN TEN "lay tracks right by us too", "very-long-sentence",
    TEN TEN TEN "lay tracks right by us too" },
  { "en", "{{ reportsTo }} " TEN TEN "lays tracks, e.g. here", "", "" },
  { "en", "{{ reportsTo }} " TEN TEN "lays tracks, e.g. here too", "long-sentence",
    "{{ reportsTo }} " TEN TEN "lays tracks, e.g. here too" },
  { "de", "Wir " TEN TEN "verlegen Gleise, z. B. dort", "long-sentence",
    "Wir " TEN TEN "verlegen Gleise, z. B. dort" },
  { "fr", "Nous " TEN TEN "posons des voies ici aussi.", "long-sentence",
    "Nous " TEN TEN "posons des voies ici aussi." },
  { "ja", "We " TEN TEN "lay the tracks here too.", "", "" },
};

static VacDocument *
make_document (const char *language,
               const char *job,
               const char *sections)
{
  return support_read_job (language, "Track Layer", job, sections);
}

static void
test_long_sentences_are_found_where_they_stand (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const SentenceCase *row = &sentences[i];
      g_autofree char *section =
          g_strdup_printf ("{ 'id': 'a', 'title': '%s%s%s', 'text': '%s' }", TEN, TEN, TEN,
                           row->text);
      g_autoptr (VacDocument) document = make_document (row->language, "", section);
      g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_READING);
      g_autoptr (GString) ids = g_string_new (NULL);
      g_autoptr (GString) spans = g_string_new (NULL);

      for (guint j = 0; j < findings->len; j++)
        {
          const VacFinding *finding = g_ptr_array_index (findings, j);

          if (finding->length == 0)
            continue;
          g_string_append (ids, strchr (finding->id, '.') + 1);
          g_string_append_len (spans, vac_node_get_text (finding->node) + finding->start,
                               (gssize) finding->length);
        }
      g_test_message ("%s: %s", row->language, row->text);
      g_assert_cmpstr (ids->str, ==, row->ids);
      g_assert_cmpstr (spans->str, ==, row->spans);
    }
}

static void
test_a_finding_says_how_many_words_there_are (void)
{
  g_autoptr (VacDocument) document = make_document (
      "en", "", "{ 'id': 'a', 'title': 'A', 'text': '" TEN TEN TEN STOP "' }");
  g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_READING);
  gboolean found = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_equal (finding->id, "readability.long-sentence"))
        continue;
      found = TRUE;
      g_assert_nonnull (strstr (finding->sentence, "31 words"));
      g_assert_cmpint (finding->severity, ==, VAC_SEVERITY_HINT);
      g_assert_true (g_str_has_prefix (finding->source_uri, "https://insidegovuk.blog.gov.uk/"));
      g_assert_cmpstr (finding->source_date, ==, "2026-11-23");
    }
  g_assert_true (found);
}

/* A posting of so many words: in a paragraph, in bullets of a section, and about the employer. */
typedef struct
{
  guint       prose;
  guint       bullets;
  guint       n_bullets;
  const char *id;
  guint       employer;
  const char *first;      /* words of the paragraph */
  const char *found;      /* after the group */
} LengthCase;

static const LengthCase lengths[] = {
  { 0, 0, 0, "x", 0, "", "" },
  { 1, 0, 0, "x", 0, "You", "short" },
  { 149, 0, 0, "x", 0, "", "short" },
  { 105, 45, 5, "x", 0, "You", "short" },
  { 174, 75, 5, "x", 0, "You", "short" },
  { 175, 75, 5, "x", 0, "You", "" },
  { 560, 240, 8, "x", 0, "You", "" },
  { 561, 240, 8, "x", 0, "You", "long" },
  { 700, 300, 8, "x", 0, "You", "long" },
  { 701, 300, 8, "x", 0, "You", "very-long" },

  { 243, 57, 3, "x", 0, "You", "few-bullets" },
  { 240, 60, 3, "x", 0, "You", "" },
  { 132, 168, 8, "x", 0, "You", "many-bullets" },
  { 135, 165, 8, "x", 0, "You", "" },

  { 210, 90, 8, "required-qualifications", 0, "You", "" },
  { 210, 90, 9, "required-qualifications", 0, "You", "many-required" },
  { 210, 90, 9, "preferred-qualifications", 0, "You", "" },
  { 210, 90, 9, "key-responsibilities", 0, "You", "" },

  { 210, 90, 3, "x", 0, "It", "no-you" },

  { 150, 90, 3, "x", 60, "You", "" },
  { 147, 90, 3, "x", 63, "You", "employer-share" },
  { 210, 90, 9, "about-the-employer", 0, "You", "employer-share" },
};

static char *
make_words (const char *first,
            guint       n_words)
{
  GString *words = g_string_new (n_words > 0 ? first : "");

  for (guint i = *words->str != '\0'; i < n_words; i++)
    g_string_append (words, i % 10 == 9 ? " tracks." : i % 10 == 0 ? " The" : " long");

  return g_string_free (words, FALSE);
}

static VacDocument *
make_of_length (const LengthCase *row)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *prose = make_words (row->first, row->prose);
  g_autofree char *about = make_words ("", row->employer);
  g_autofree char *job = g_strdup_printf (", 'employer': { 'name': 'Rail', 'about': '%s' }",
                                          about);
  g_autofree char *sections = NULL;

  for (guint i = 0; i < row->n_bullets; i++)
    {
      g_autofree char *bullet = make_words (
          "", row->bullets / row->n_bullets + (i < row->bullets % row->n_bullets));

      g_string_append_printf (items, "%s{ 'text': '%s' }", i > 0 ? ", " : "", bullet);
    }
  sections = g_strdup_printf ("{ 'id': 'about-the-role', 'title': 'The Role', 'text': '%s' },"
                              " { 'id': '%s', 'title': 'A List', 'items': [ %s ] }",
                              prose, row->id, items->str);

  return make_document ("en", job, sections);
}

static void
test_lengths_are_hinted_at_beyond_their_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const LengthCase *row = &lengths[i];
      g_autoptr (VacDocument) document = make_of_length (row);
      g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_READING);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < findings->len; j++)
        {
          const VacFinding *finding = g_ptr_array_index (findings, j);

          g_assert_cmpint (finding->group, ==, VAC_FINDING_READABILITY);
          g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "",
                                  finding->id + strlen ("readability."));
        }
      g_test_message ("%u and %u words in %u bullets of “%s”, %u about the employer", row->prose,
                      row->bullets, row->n_bullets, row->id, row->employer);
      g_assert_cmpstr (found->str, ==, row->found);
    }
}

/* A language whose words for "you" are not known is not said to lack them. */
static void
test_no_language_is_missed_that_is_not_known (void)
{
  static const LengthCase row = { 210, 90, 3, "x", 0, "It", NULL };
  g_autoptr (VacDocument) document = make_of_length (&row);
  g_autoptr (GPtrArray) findings = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "it");
  findings = vac_review_check (document, VAC_REVIEW_READING);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_guides_and_real_postings_get_hints_at_most (void)
{
  g_auto (GStrv) guides = support_list_guides ();
  g_auto (GStrv) names = support_list_postings ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; guides[i] != NULL; i++)
    g_ptr_array_add (documents, support_load_document (guides[i]));
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (documents, support_load_posting (names[i]));
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GPtrArray) findings = vac_review_check (documents->pdata[i], VAC_REVIEW_READING);

      for (guint j = 0; j < findings->len; j++)
        {
          const VacFinding *finding = g_ptr_array_index (findings, j);

          g_test_message ("%s", finding->sentence);
          g_assert_cmpint (finding->severity, ==, VAC_SEVERITY_HINT);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/long-sentences-are-found-where-they-stand",
                   test_long_sentences_are_found_where_they_stand);
  g_test_add_func ("/reading/a-finding-says-how-many-words-there-are",
                   test_a_finding_says_how_many_words_there_are);
  g_test_add_func ("/reading/lengths-are-hinted-at-beyond-their-limits",
                   test_lengths_are_hinted_at_beyond_their_limits);
  g_test_add_func ("/reading/no-language-is-missed-that-is-not-known",
                   test_no_language_is_missed_that_is_not_known);
  g_test_add_func ("/reading/guides-and-real-postings-get-hints-at-most",
                   test_guides_and_real_postings_get_hints_at_most);

  return g_test_run ();
}
