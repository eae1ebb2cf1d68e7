/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-board-length.h"
#include "vac-export-html.h"
#include "vac-export-text.h"
#include "vac-in-languages.h"
#include "vac-language-law.h"
#include "vac-review.h"

/* What a posting as a whole leaves out, and how long it is for the places it goes to. In JSON here,
 * ' stands for ". */

#define BENEFITS "structure.benefits"
#define EQUIVALENT "structure.equivalent"
#define OPPORTUNITY "structure.equal-opportunity"
#define APPLY "facts.job.apply"
#define WORKPLACE "facts.job.workplace"
#define LANGUAGE "facts.language.place"

#define REQUIRES(text) SECTION ("required-qualifications", "Requirements", text)
#define SECTION(id, title, text) \
  "{ 'id': '" id "', 'title': '" title "', 'items': [ { 'text': '" text "' } ] }"

typedef struct
{
  const char *id;
  gboolean    found;
  const char *job;           /* more of its facts */
  const char *sections;
  const char *language;      /* NULL: English */
} PostingCase;

static const PostingCase postings[] = {
  { BENEFITS, TRUE, "", SECTION ("about-the-role", "The Role", "You lay tracks.") },
  { BENEFITS, TRUE, "", SECTION ("about-the-role", "Die Stelle", "Sie legen Gleise."), "de" },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "De functie", "U legt sporen."), "nl" },
  { BENEFITS, TRUE, "", SECTION ("about-the-role", "Le poste", "Vous posez des voies."), "fr" },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "Le poste", "CDI, cadre, 12 jours de RTT"),
    "fr" },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "Le poste", "Tickets-restaurant"), "fr" },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "Le poste", "Mutuelle prise en charge"), "fr" },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "Le poste", "Salaire sur 13 mois et 13e mois"),
    "fr" },
  { BENEFITS, FALSE, "", "" },
  { BENEFITS, FALSE, "", SECTION ("what-we-offer", "Yours", "Free rides") },
  { BENEFITS, TRUE, "", SECTION ("what-we-offer", "Yours", "{{pay}}") },
  { BENEFITS, FALSE, "", SECTION ("section-7", "What We Offer", "Free rides") },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "The Role", "We pay for health insurance.") },
  { BENEFITS, FALSE, "", SECTION ("section-7", "Terms", "28 days off and a share of the tronc") },
  { BENEFITS, FALSE, "", SECTION ("about-the-role", "Die Stelle", "30 Tage Urlaub"), "de" },
  { BENEFITS, FALSE, ", 'locations': [ { 'city': 'Leeds', 'benefits': 'Free rides' } ]",
    SECTION ("about-the-role", "The Role", "You lay tracks.") },

  { EQUIVALENT, TRUE, "", REQUIRES ("Bachelor’s degree in engineering or a related field") },
  { EQUIVALENT, TRUE, "", REQUIRES ("Bachelorabschluss in Informatik"), "de" },
  { EQUIVALENT, TRUE, "", REQUIRES ("Bachelor’s degree or a diploma, and six years of practice") },
  { EQUIVALENT, FALSE, "", REQUIRES ("Bachelor’s degree, or six years behind a library desk") },
  { EQUIVALENT, FALSE, "", REQUIRES ("Bachelor’s degree or equivalent") },
  { EQUIVALENT, FALSE, "", REQUIRES ("Bachelor’s degree or relevant experience") },
  { EQUIVALENT, FALSE, "", REQUIRES ("Bachelor’s degree. Equivalent experience counts as one.") },
  { EQUIVALENT, FALSE, "", REQUIRES ("Bachelorabschluss oder vergleichbare Ausbildung"), "de" },
  { EQUIVALENT, FALSE, "", REQUIRES ("A bachelor’s degree is preferred") },
  { EQUIVALENT, FALSE, "", REQUIRES ("High school diploma") },
  { EQUIVALENT, FALSE, "", SECTION ("preferred-qualifications", "Welcome", "Bachelor’s degree") },
  { EQUIVALENT, FALSE, ", 'education': { 'experienceInstead': true }",
    REQUIRES ("Bachelor’s degree") },
  { EQUIVALENT, FALSE, ", 'licences': [ { 'name': 'Registered Nurse' } ]",
    REQUIRES ("Bachelor’s degree in nursing") },
  { EQUIVALENT, TRUE, "", REQUIRES ("Licence en informatique"), "fr" },
  { EQUIVALENT, FALSE, "", REQUIRES ("Licence en informatique ou équivalent"), "fr" },
  { EQUIVALENT, FALSE, "", REQUIRES ("Licence en informatique, à défaut cinq ans de pratique"),
    "fr" },
  { EQUIVALENT, FALSE, "", REQUIRES ("Licence en informatique, ou par la VAE"), "fr" },
  { EQUIVALENT, FALSE, "", REQUIRES ("Bachelor informatica"), "nl" },

  { OPPORTUNITY, TRUE, ", 'locations': [ { 'city': 'Reno', 'country': 'US' } ]",
    REQUIRES ("Track laying") },
  { OPPORTUNITY, TRUE, ", 'remoteAreas': [ { 'country': 'US' } ]", REQUIRES ("Track laying") },
  { OPPORTUNITY, FALSE, ", 'locations': [ { 'city': 'Leeds', 'country': 'GB' } ]",
    REQUIRES ("Track laying") },
  { OPPORTUNITY, FALSE,
    ", 'locations': [ { 'country': 'US' } ], 'statements': { 'equalOpportunity': 'We are.' }",
    REQUIRES ("Track laying") },
  { OPPORTUNITY, FALSE, ", 'locations': [ { 'country': 'US' } ]",
    SECTION ("equal-opportunity", "One for All", "Come as you are.") },
  { OPPORTUNITY, FALSE, ", 'locations': [ { 'country': 'US' } ]",
    SECTION ("section-7", "About Us", "We are an equal opportunity employer.") },

  { APPLY, TRUE, "", REQUIRES ("Track laying") },
  { APPLY, TRUE, "", SECTION ("how-to-apply", "Apply", "") },
  { APPLY, FALSE, "", SECTION ("how-to-apply", "Next", "Call us.") },
  { APPLY, FALSE, "", SECTION ("section-7", "How to Apply", "Call us.") },
  { APPLY, FALSE, ", 'apply': { 'email': 'jobs@rail.example' }", REQUIRES ("Track laying") },

  { APPLY, FALSE, ", 'contact': { 'phone': '01422 555 0177' }", REQUIRES ("Track laying") },
  { APPLY, FALSE, "", SECTION ("section-7", "And Then", "Ring Dan on 01743 496 018.") },
  { APPLY, FALSE, "", SECTION ("section-7", "And Then", "Call (03) 5550 0142 or +49 441 5550.") },
  { APPLY, FALSE, "", SECTION ("section-7", "And Then", "Or 520-555-0142 after six.") },
  { APPLY, FALSE, "", SECTION ("section-7", "And Then", "Write to jobs@rail.example.") },
  { APPLY, FALSE, "", SECTION ("section-7", "And Then", "Apply at https://rail.example/jobs.") },
  { APPLY, TRUE, "", SECTION ("section-7", "And Then", "See https://rail.example.") },
  { APPLY, TRUE, "", SECTION ("section-7", "Facts", "From 1200000 to 1300000 a year, 01/02/2027") },
  { APPLY, TRUE, "", SECTION ("section-7", "Facts", "2026-12-01 to 2027-01-31, 8:00-16:00") },

  { WORKPLACE, TRUE, ", 'locations': [ { 'city': 'Leeds' } ]", "" },
  { WORKPLACE, FALSE, ", 'locations': [ { 'city': 'Leeds' } ], 'workplace': 'onsite'", "" },
  { WORKPLACE, FALSE, "", "" },

  { LANGUAGE, TRUE, ", 'locations': [ { 'city': 'Lyon', 'country': 'FR' } ]", "" },
  { LANGUAGE, TRUE, ", 'remoteAreas': [ { 'country': 'FR' } ]", "" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'city': 'Lyon', 'country': 'FR' } ]", "", "fr-FR" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'country': 'FR' }, { 'country': 'BE' } ]", "" },
  { LANGUAGE, FALSE,
    ", 'locations': [ { 'country': 'FR' } ], 'remoteAreas': [ { 'country': 'IE' } ]", "" },
  { LANGUAGE, TRUE, ", 'locations': [ { 'city': 'Les Abymes', 'country': 'GP' } ]", "" },
  { LANGUAGE, TRUE,
    ", 'locations': [ { 'country': 'MQ' }, { 'country': 'GF' }, { 'country': 'RE' }, "
    "{ 'country': 'YT' }, { 'country': 'FR' } ]", "" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'city': 'Saint-Denis', 'country': 'RE' } ]", "", "fr" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'city': 'Papeete', 'country': 'PF' } ]", "" },
  { LANGUAGE, TRUE, ", 'locations': [ { 'region': 'QC', 'country': 'CA' } ]", "" },
  { LANGUAGE, TRUE, ", 'locations': [ { 'city': 'Laval', 'region': 'Québec', 'country': 'CA' } ]",
    "" },
  { LANGUAGE, TRUE, ", 'locations': [ { 'city': 'Montréal, QC', 'country': 'CA' } ]", "" },
  { LANGUAGE, TRUE, ", 'remoteAreas': [ { 'region': 'CA-QC', 'country': 'CA' } ]", "" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'region': 'QC', 'country': 'CA' } ]", "", "fr-CA" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'region': 'ON', 'country': 'CA' } ]", "" },
  { LANGUAGE, FALSE, ", 'locations': [ { 'city': 'Montréal', 'country': 'CA' } ]", "" },
  { LANGUAGE, FALSE,
    ", 'locations': [ { 'region': 'QC', 'country': 'CA' }, { 'region': 'ON', 'country': 'CA' } ]",
    "" },
  { LANGUAGE, FALSE, "", "" },
};

static VacDocument *
make_document (const char *language,
               const char *job,
               const char *sections)
{
  return support_read_job (language, "Track Layer", job, sections);
}

static gboolean
finds (VacDocument *document,
       const char  *id)
{
  g_autoptr (GPtrArray) findings =
      vac_review_check (document, VAC_REVIEW_POSTING | VAC_REVIEW_BOARDS);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const VacFinding *) g_ptr_array_index (findings, i))->id, id))
      return TRUE;

  return FALSE;
}

static void
test_what_is_left_out_is_missed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (postings); i++)
    {
      const PostingCase *row = &postings[i];
      g_autoptr (VacDocument) document = make_document (
          row->language != NULL ? row->language : "en-GB", row->job, row->sections);

      g_test_message ("%s: %s %s", row->id, row->job, row->sections);
      g_assert_cmpint (finds (document, row->id), ==, row->found);
    }
}

static void
test_a_law_on_language_is_named_and_said_in_three (void)
{
  static const struct { const char *job, *law; } laws[] = {
    { ", 'locations': [ { 'country': 'FR' } ]", "L5331-4" },
    { ", 'locations': [ { 'region': 'QC', 'country': 'CA' } ]", "C-11" },
  };
  static const char *const languages[] = { "en_US.UTF-8", "de_DE.UTF-8", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
    {
      g_autoptr (VacDocument) document = make_document ("en-GB", laws[i].job, "");
      const VacLanguageLaw *law = vac_language_law_find (document);
      g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_nonnull (law);
      g_assert_nonnull (strstr (law->law, laws[i].law));
      g_assert_true (g_str_has_prefix (law->source, "https://"));
      g_assert_cmpuint (strlen (law->as_of), ==, strlen ("2026-01-31"));
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        g_assert_true (g_hash_table_add (said, (char *) vac_in_languages_pick (law->sentences,
                                                                               languages[j])));
    }
}

/* Each place counts what it is given: HTML with its tags, or plain text; characters, not bytes. */
static void
test_length_is_counted_as_places_count (void)
{
  g_autoptr (VacDocument) document = make_document (
      "de", "", SECTION ("about-the-role", "Über die Stelle", "Größe & Maß"));
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  VacBoardLength lengths[VAC_N_BOARDS];

  vac_board_count_lengths (outline, lengths);
  g_assert_cmpint (lengths[VAC_BOARD_LINKEDIN].n_characters, ==,
                   strlen ("<p>Uber die Stelle</p>\n<ul>\n<li>Grose &amp; Mas</li>\n</ul>\n"));
  g_assert_cmpint (lengths[VAC_BOARD_LINKEDIN].most, ==, 25000);
  g_assert_cmpint (lengths[VAC_BOARD_INDEED].n_characters, ==,
                   lengths[VAC_BOARD_LINKEDIN].n_characters);
  g_assert_cmpint (lengths[VAC_BOARD_INDEED].most, ==, 0);
  g_assert_cmpint (lengths[VAC_BOARD_TRACKING].n_characters, ==,
                   strlen ("Track Layer\n===========\n\n"
                           "Uber die Stelle\n---------------\n. Grose & Mas"));
}

static VacDocument *
make_long_document (gsize n_words)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *sections = NULL;

  for (gsize i = 0; i < n_words; i++)
    g_string_append (words, "rails ");
  sections = g_strdup_printf (
      "{ 'id': 'about-the-role', 'title': 'The Role', 'text': '%s' }", words->str);

  return make_document ("en-GB", "", sections);
}

static void
test_a_place_takes_so_much (void)
{
  static const struct
  {
    gsize    n_words;
    gboolean linkedin;
    gboolean tracking;
  } sizes[] = { { 0, FALSE, FALSE }, { 5, TRUE, FALSE }, { 600, FALSE, FALSE },
                { 700, FALSE, TRUE }, { 4200, TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (VacDocument) document = make_long_document (sizes[i].n_words);

      g_test_message ("%zu words", sizes[i].n_words);
      g_assert_cmpint (finds (document, "boards.length.linkedin"), ==, sizes[i].linkedin);
      g_assert_cmpint (finds (document, "boards.length.ats"), ==, sizes[i].tracking);
    }
}

static void
test_what_fits_is_within_both_limits (void)
{
  static const struct
  {
    VacBoardLength length;
    gboolean       fits;
  } rows[] = {
    { { 0, 0, 0 }, TRUE },            { { 90000, 0, 0 }, TRUE },    { { 99, 100, 25000 }, FALSE },
    { { 100, 100, 25000 }, TRUE },    { { 25000, 100, 25000 }, TRUE },
    { { 25001, 100, 25000 }, FALSE }, { { 4000, 0, 4000 }, TRUE },  { { 4001, 0, 4000 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (vac_board_length_fits (&rows[i].length), ==, rows[i].fits);
  g_assert_true (vac_board_counts_html (VAC_BOARD_LINKEDIN));
  g_assert_false (vac_board_counts_html (VAC_BOARD_TRACKING));
}

/* Of real postings, no rule here says more than a hint, and few say that. */
static void
test_whole_postings_keep_to_the_rules (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (names[i]);

      g_test_message ("%s", names[i]);
      g_assert_false (finds (document, BENEFITS));
      g_assert_false (finds (document, EQUIVALENT));
      g_assert_false (finds (document, OPPORTUNITY));
      g_assert_false (finds (document, APPLY));
      g_assert_false (finds (document, WORKPLACE));
      g_assert_false (finds (document, "boards.length.linkedin"));
      g_assert_false (finds (document, "boards.title.only"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/what-is-left-out-is-missed", test_what_is_left_out_is_missed);
  g_test_add_func ("/posting/a-law-on-language-is-named-and-said-in-three",
                   test_a_law_on_language_is_named_and_said_in_three);
  g_test_add_func ("/posting/length-is-counted-as-places-count",
                   test_length_is_counted_as_places_count);
  g_test_add_func ("/posting/a-place-takes-so-much", test_a_place_takes_so_much);
  g_test_add_func ("/posting/what-fits-is-within-both-limits",
                   test_what_fits_is_within_both_limits);
  g_test_add_func ("/posting/whole-postings-keep-to-the-rules",
                   test_whole_postings_keep_to_the_rules);

  return g_test_run ();
}
